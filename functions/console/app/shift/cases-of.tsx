import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { ShiftCase } from '../api/answers.ts';
import type { Refusal } from '../api/call.ts';
import { command } from '../api/commands.ts';
import { freshCase, type SeenCase } from '../case/seen-cases.ts';
import { RefusalText } from '../form/refusal-text.tsx';
import { announce } from '../frame/announce.tsx';
import { me, nameOf } from '../frame/people.ts';
import { SeverityMark } from '../frame/severity-mark.tsx';
import { centreWords, say, words } from '../frame/texts.ts';

/** Of so many cases it is asked what the person may do. The others are in the list of cases. */
const mostCases = 20;

/** The cases that somebody who leaves still holds. Each is taken by itself, where the person may. */
export function CasesOf({
  holder,
  title,
  cases,
  reload,
}: {
  holder: string;
  title: string;
  cases: readonly ShiftCase[];
  reload: () => Promise<void>;
}) {
  const w = centreWords().shift;
  const held = cases.filter(({ assignee }) => assignee === holder);
  return (
    <>
      <h3>{title}</h3>
      {held.length === 0 ? (
        <p class="empty">{say(w.noCases, { name: nameOf(holder) })}</p>
      ) : (
        <ul class="rows" aria-label={title}>
          {held.slice(0, mostCases).map((one) => (
            <HeldCase key={one.caseNumber} of={one} holder={holder} reload={reload} />
          ))}
        </ul>
      )}
      {held.length > mostCases ? <p>{say(w.shown, { n: String(mostCases) })}</p> : null}
    </>
  );
}

function HeldCase({
  of: { caseNumber, severity, holderGone },
  holder,
  reload,
}: {
  of: ShiftCase;
  holder: string;
  reload: () => Promise<void>;
}) {
  const w = centreWords().shift;
  const seen = useSignal<SeenCase | undefined>(undefined);
  const refused = useSignal<Refusal | undefined>(undefined);
  const isSending = useSignal(false);
  const key = useSignal(crypto.randomUUID() as string);
  const ask = async (): Promise<void> => {
    const answer = await freshCase(caseNumber);
    if ('view' in answer) seen.value = answer;
    else refused.value = answer;
  };
  useEffect(() => void ask(), []);
  const may = seen.value?.view.may ?? [];
  // Of somebody who works on cases no more it is claimed; a colleague's case is given to oneself.
  const isFree = holderGone === true;
  const mayTake = isFree ? may.includes('claim_case') : may.includes('assign_case');
  const take = async (): Promise<void> => {
    if (isSending.value) return;
    isSending.value = true;
    const how = { etag: seen.value?.etag, key: key.value };
    const place = { number: caseNumber };
    const answer = await (isFree
      ? command('claim', place, {}, { key: key.value })
      : command('assignment', place, { assignee: me.value?.id ?? '' }, how));
    isSending.value = false;
    refused.value = answer.ok ? undefined : answer;
    if (answer.ok) {
      announce(say(words().queue.claimed, { number: caseNumber }));
      await reload();
    } else if (answer.why === 'refused') {
      // What was decided on is past. The next try is another command.
      key.value = crypto.randomUUID();
      await ask();
    }
  };
  return (
    <li class="row">
      <span class="row-text">
        <SeverityMark severity={severity} /> <span class="number">{caseNumber}</span>
      </span>
      {seen.value === undefined ? null : mayTake ? (
        <button type="button" class="small" aria-disabled={isSending.value} onClick={() => void take()}>
          {isSending.value ? words().frame.sending : words().queue.claim}
          <span class="unseen"> {caseNumber}</span>
        </button>
      ) : (
        <span class="quiet">{say(w.onlyOthersGive, { name: nameOf(holder) })}</span>
      )}
      {refused.value === undefined ? null : (
        <div class="refusal" role="alert">
          <RefusalText refusal={refused.value} />
        </div>
      )}
    </li>
  );
}
