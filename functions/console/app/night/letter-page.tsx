import { useSignal } from '@preact/signals';
import type { Refusal } from '../api/call.ts';
import { command, filled } from '../api/commands.ts';
import { look } from '../api/look.ts';
import type { Letter } from '../api/answers.ts';
import { RefusalText } from '../form/refusal-text.tsx';
import { useEvery } from '../frame/every.ts';
import { Link } from '../frame/link.tsx';
import { sayAt, sayDeadline } from '../frame/moments.ts';
import { SeverityMark } from '../frame/severity-mark.tsx';
import { Titled } from '../frame/titled.tsx';
import { labelOf, say, texts, words } from '../frame/texts.ts';

/**
 * The cases that an email named, as they stand now, with one "I have it" for all of them. Opening it changes nothing,
 * because programs open links, too.
 */
export function LetterPage({ letter }: { letter: string }) {
  const w = words().home;
  const shown = useSignal<Letter | undefined>(undefined);
  const refused = useSignal<Refusal | undefined>(undefined);
  const sending = useSignal(false);
  const told = useSignal<string | undefined>(undefined);
  const key = useSignal(crypto.randomUUID() as string);
  const load = async (): Promise<void> => {
    const answer = await look<Letter>(filled('/v1/letters/{letter}', { letter }));
    refused.value = answer.ok ? undefined : answer;
    if (answer.ok) shown.value = answer.body;
  };
  useEvery({ visible: 30_000 }, load);
  const acknowledgeAll = async (): Promise<void> => {
    if (sending.value) return;
    sending.value = true;
    const answer = await command('letterAcknowledgement', { letter }, {}, { key: key.value });
    sending.value = false;
    refused.value = answer.ok ? undefined : answer;
    if (!answer.ok) return;
    told.value = answer.body.isDone
      ? say(w.letterAcknowledged, { minutes: String(texts().country.holdMinutes) })
      : w.letterGoesOn;
    await load();
  };
  const { cases = [], count = 0, sentAt = '', acknowledgedAt } = shown.value ?? {};
  return (
    <Titled title={w.letterTitle}>
      {refused.value === undefined ? null : (
        <div class="refusal" role="alert">
          <RefusalText refusal={refused.value} />
        </div>
      )}
      {shown.value === undefined ? (
        refused.value === undefined ? (
          <p>{words().frame.loading}</p>
        ) : null
      ) : (
        <>
          <p>
            {say(w.letterCount, { at: sayAt(sentAt), n: String(count) })}{' '}
            {cases.length < count ? say(w.letterShown, { n: String(cases.length) }) : null}
          </p>
          <ul class="rows">
            {cases.map(({ caseNumber, severity, status, due }) => (
              <li key={caseNumber} class="row">
                <Link to={`/cases/${caseNumber}`} class="row-link" isRow>
                  <SeverityMark severity={severity} /> <span class="number">{caseNumber}</span>
                </Link>
                <p>
                  {labelOf('statuses', status)}, {sayDeadline(due)}
                </p>
              </li>
            ))}
          </ul>
          <output>
            {told.value !== undefined ? (
              <span class="told">{told.value}</span>
            ) : acknowledgedAt === undefined ? null : (
              say(w.letterAlready, { at: sayAt(acknowledgedAt) })
            )}
          </output>
          {told.value !== undefined || acknowledgedAt !== undefined || cases.length === 0 ? null : (
            <p class="actions thumb">
              <button
                type="button"
                class="primary big"
                data-key="a"
                aria-disabled={sending.value}
                onClick={() => void acknowledgeAll()}
              >
                {sending.value
                  ? words().frame.sending
                  : say(w.acknowledge, { minutes: String(texts().country.holdMinutes) })}
              </button>
            </p>
          )}
        </>
      )}
    </Titled>
  );
}
