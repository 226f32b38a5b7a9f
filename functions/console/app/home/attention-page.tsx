import { useSignal } from '@preact/signals';
import { look } from '../api/look.ts';
import type { Attention, AttentionCase } from '../api/answers.ts';
import { sound } from '../frame/choices.ts';
import { useEvery } from '../frame/every.ts';
import { sayAt, saySince } from '../frame/moments.ts';
import { Titled } from '../frame/titled.tsx';
import { labelOf, say, words } from '../frame/texts.ts';
import { now } from '../sign-in/session.ts';
import { CentreLacks } from '../duty/centre-lacks.tsx';
import { CaseRow } from './case-row.tsx';
import { Fresh } from './fresh.tsx';
import { hasNew, together } from './changes.ts';
import { useHeldList } from './held-list.ts';
import { isLeftOver } from './left-over.ts';
import { loadAttention } from './load-attention.ts';
import { playTone } from './tone.ts';

type Concern = AttentionCase['concerns'][number];

/** What nobody has seen, in all cases, and what the centre lacks. */
export function AttentionPage() {
  const w = words().home;
  const cases = useHeldList<AttentionCase>(({ caseNumber }) => caseNumber);
  const count = useSignal(0);
  const known = useSignal<readonly AttentionCase[] | undefined>(undefined);
  const centre = useSignal<Attention['centre']>(undefined);
  const isPartial = useSignal(false);
  const freshAt = useSignal<string | undefined>(undefined);
  const isStale = useSignal(false);
  const load = async (): Promise<void> => {
    const loaded = await loadAttention(
      (path) => look<Attention>(path),
      (first) => {
        // An empty first page does not say yet that nothing waits.
        if (cases.shown.value === undefined && first.length > 0) cases.load(first);
      },
    );
    isStale.value = loaded === undefined;
    if (loaded === undefined) return;
    freshAt.value = now().toISOString();
    if (sound.value.value && known.value !== undefined && hasNew(known.value, loaded.cases, numberOf)) playTone();
    known.value = loaded.cases;
    count.value = loaded.cases.filter((one) => !isLeftOver(one)).length;
    centre.value = loaded.centre;
    isPartial.value = loaded.isPartial;
    cases.load(loaded.cases);
  };
  useEvery({ visible: 20_000, hidden: 60_000 }, load);
  const { held, list } = cases;
  const shown = cases.shown.value;
  const waiting = shown?.filter((one) => !isLeftOver(one)) ?? [];
  const leftOver = shown?.filter(isLeftOver) ?? [];
  const first = shown?.find(({ concerns }) => concerns.some(({ rung }) => rung !== undefined));
  const rows = (of: readonly AttentionCase[], label: string) => (
    <ul class="rows" aria-label={label}>
      {of.map((one) => (
        <AttentionRow key={one.caseNumber} of={one} isFirst={one === first} onAcknowledged={() => void load()} />
      ))}
    </ul>
  );
  return (
    <Titled title={words().frame.home} count={count.value}>
      {isStale.value ? (
        <p class="refusal" role="alert">
          {freshAt.value === undefined ? words().frame.notReached : say(w.notFresh, { moment: sayAt(freshAt.value) })}
        </p>
      ) : null}
      <Fresh at={freshAt.value} held={held.value} show={cases.show} />
      {shown === undefined ? (
        isStale.value ? null : (
          <p>{words().frame.loading}</p>
        )
      ) : (
        <div ref={list}>
          {waiting.length === 0 ? <p class="empty">{w.nothingUnseen}</p> : rows(waiting, w.list)}
          {leftOver.length === 0 ? null : (
            <details class="left-over">
              <summary>{say(w.leftOver, { n: String(leftOver.length) })}</summary>
              <p class="quiet">{w.leftOverMean}</p>
              {rows(leftOver, w.leftOverList)}
            </details>
          )}
        </div>
      )}
      {isPartial.value ? <p>{w.moreUnseen}</p> : null}
      {centre.value === undefined ? null : <CentreLacks {...centre.value} />}
    </Titled>
  );
}

const numberOf = ({ caseNumber }: AttentionCase): string => caseNumber;

function AttentionRow({
  of,
  isFirst,
  onAcknowledged,
}: {
  of: AttentionCase;
  isFirst: boolean;
  onAcknowledged: () => void;
}) {
  const { caseNumber, severity, due, missed = [], concerns } = of;
  const raises = concerns.flatMap(({ timer, rung, since }) =>
    timer === undefined || rung === undefined ? [] : [{ timer, rung, since }],
  );
  return (
    <CaseRow
      caseNumber={caseNumber}
      severity={severity}
      due={due}
      missed={missed[0]}
      raises={raises}
      isFirst={isFirst}
      onAcknowledged={onAcknowledged}
    >
      <ul class="concerns">
        {together(concerns, sayConcern).map(({ said, count, since }) => (
          <li key={said}>
            {said}
            {count === 1 ? null : ` (${count})`}
            {since === undefined ? null : <span class="quiet"> {saySince(since)}</span>}
          </li>
        ))}
      </ul>
    </CaseRow>
  );
}

/** What is wrong, and what it is about: the rung, the outcome, or how many. */
function sayConcern({ what, rung, outcome, count, how }: Concern): string {
  const about =
    rung !== undefined
      ? labelOf('rungs', rung)
      : outcome !== undefined
        ? labelOf('outcomes', outcome)
        : how !== undefined
          ? labelOf('deadCodes', how)
          : count === undefined
            ? undefined
            : String(count);
  const said = labelOf('concerns', what);
  return about === undefined ? said : `${said}: ${about}`;
}
