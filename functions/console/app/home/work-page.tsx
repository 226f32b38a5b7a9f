import { useSignal } from '@preact/signals';
import { look } from '../api/look.ts';
import type { QueueLine, QueuePage } from '../api/answers.ts';
import { pagesOf } from '../api/pages.ts';
import { sound } from '../frame/choices.ts';
import { useEvery } from '../frame/every.ts';
import { sayAt, saySince } from '../frame/moments.ts';
import { Titled } from '../frame/titled.tsx';
import { labelOf, say, words } from '../frame/texts.ts';
import { now, session } from '../sign-in/session.ts';
import { CaseRow } from './case-row.tsx';
import { Fresh } from './fresh.tsx';
import { hasNew } from './changes.ts';
import { useHeldList } from './held-list.ts';
import { workPaths } from './home-paths.ts';
import { playTone } from './tone.ts';

/** How many pages of the queue are asked for, for each part. */
const pagesAtMost = 3;

/** All lines of a part of the queue, as far as a few pages go. Undefined when one could not be had. */
async function linesOf(part: string): Promise<QueueLine[] | undefined> {
  const pages = await pagesOf(
    (path) => look<QueuePage>(path),
    part,
    ({ length }) => length >= pagesAtMost,
  );
  return pages?.flatMap(({ cases }) => cases);
}

const rings = ({ raises = [] }: QueueLine): boolean => raises.length > 0;

/** The parts of the page, in their order. Each case stands in the first that it belongs to. */
const parts = ['ringing', 'unread', 'mine'] as const;

interface Work {
  part: (typeof parts)[number];
  line: QueueLine;
}

const numberOf = ({ line }: Work): string => line.caseNumber;

/** The work of whoever does not watch over all cases: what rings, what nobody has read, and what they hold. */
export function WorkPage() {
  const w = words().home;
  const work = useHeldList<Work>(numberOf);
  const known = useSignal<readonly Work[] | undefined>(undefined);
  const isStale = useSignal(false);
  const freshAt = useSignal<string | undefined>(undefined);
  const load = async (): Promise<void> => {
    const loaded = await loadWork();
    isStale.value = loaded === undefined;
    if (loaded === undefined) return;
    freshAt.value = now().toISOString();
    const waits = loaded.filter(({ part }) => part !== 'mine');
    if (sound.value.value && known.value !== undefined && hasNew(known.value, waits, numberOf)) playTone();
    known.value = waits;
    work.load(loaded);
  };
  useEvery({ visible: 20_000, hidden: 60_000 }, load);
  const { held, list } = work;
  const shown = work.shown.value;
  const empty = { ringing: undefined, unread: w.nothingUnread, mine: w.nothingMine };
  return (
    <Titled title={words().frame.home} count={known.value?.length ?? 0}>
      {isStale.value ? (
        <p class="refusal" role="alert">
          {freshAt.value === undefined ? words().frame.notReached : say(w.notFresh, { moment: sayAt(freshAt.value) })}
        </p>
      ) : null}
      <Fresh at={freshAt.value} held={held.value} show={work.show} />
      {shown === undefined ? (
        isStale.value ? null : (
          <p>{words().frame.loading}</p>
        )
      ) : (
        <div ref={list}>
          {parts.map((part) => {
            const rows = shown.filter((one) => one.part === part);
            if (rows.length === 0 && empty[part] === undefined) return null;
            return (
              <section key={part}>
                <h2>{w[part]}</h2>
                {rows.length === 0 ? (
                  <p class="empty">{empty[part]}</p>
                ) : (
                  <ul class="rows" aria-label={w[part]}>
                    {rows.map(({ line }, nth) => (
                      <WorkRow
                        key={line.caseNumber}
                        of={line}
                        isFirst={nth === 0 && part === 'ringing'}
                        onAcknowledged={() => void load()}
                      />
                    ))}
                  </ul>
                )}
              </section>
            );
          })}
        </div>
      )}
    </Titled>
  );
}

/** All of the person's work. Undefined when a part of it could not be had. */
async function loadWork(): Promise<Work[] | undefined> {
  const [unread, late, mine] = await Promise.all([
    linesOf(workPaths.unread),
    linesOf(workPaths.late),
    linesOf(workPaths.mine),
  ]);
  if (unread === undefined || late === undefined || mine === undefined) return undefined;
  const work: Work[] = [
    // What rings is unread, or late, or this person's.
    ...[...unread, ...late, ...mine].filter(rings).map((line) => ({ part: 'ringing' as const, line })),
    ...unread.map((line) => ({ part: 'unread' as const, line })),
    ...mine.map((line) => ({ part: 'mine' as const, line })),
  ];
  return work.filter((one, nth) => work.findIndex((other) => numberOf(other) === numberOf(one)) === nth);
}

function WorkRow({ of, isFirst, onAcknowledged }: { of: QueueLine; isFirst: boolean; onAcknowledged: () => void }) {
  const { caseNumber, severity, due, missed = [], raises = [], category, status, unreadSince } = of;
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
      <p>
        {/* What a case is about is not for whoever picks up the phone. */}
        {session.value === 'on_duty' ? null : `${labelOf('categories', category)} · `}
        {labelOf('statuses', status)}
        {raises.length === 0 ? null : ` · ${[...new Set(raises.map(({ rung }) => labelOf('rungs', rung)))].join(', ')}`}
        {unreadSince === undefined ? null : (
          <span class="quiet">
            {' '}
            · {words().queue.unreadSince} {saySince(unreadSince)}
          </span>
        )}
      </p>
    </CaseRow>
  );
}
