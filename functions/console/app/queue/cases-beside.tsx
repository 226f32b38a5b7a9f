import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { sees } from '#shared/domain/queue/role-view.ts';
import { RefusalText } from '../form/refusal-text.tsx';
import { useEvery } from '../frame/every.ts';
import { Link } from '../frame/link.tsx';
import { me } from '../frame/people.ts';
import { SeverityMark } from '../frame/severity-mark.tsx';
import { words } from '../frame/texts.ts';
import { now } from '../sign-in/session.ts';
import { changesBetween } from '../home/changes.ts';
import { Fresh } from '../home/fresh.tsx';
import { QueueEnd } from './queue-end.tsx';
import { freshQueue, lastOpened, loadQueue, queueList } from './queue-list.ts';
import { Due } from './queue-row.tsx';
import { seenQueue } from './seen-queue.ts';

/** How often the list is asked for again. */
const everyMs = 60_000;

/**
 * The work list beside the case that is open: as it was seen last, with the same filters. What has changed since is shown
 * when the person wants it, so that no row moves by itself.
 */
export function CasesBeside({ open }: { open: string }) {
  const path = seenQueue.value ?? '/cases';
  const asked = new URLSearchParams(path.split('?')[1]);
  const { of, lines, isLoaded, refusal, at } = queueList.value;
  const newer = useSignal<Awaited<ReturnType<typeof freshQueue>>>(undefined);
  const list = useRef<HTMLDivElement>(null);
  useEvery({ visible: everyMs }, async () => {
    const { at: from, of: shown } = queueList.value;
    if (from === undefined || shown !== asked.toString()) await loadQueue(asked);
    else if (now().getTime() - Date.parse(from) >= everyMs) newer.value = await freshQueue(asked);
  });
  const isThere = isLoaded && of === asked.toString();
  useEffect(() => {
    const row = list.current?.querySelector<HTMLElement>('[aria-current]')?.closest('li');
    // Not `scrollIntoView`, which moves the case as well.
    if (list.current && row) list.current.scrollTop = row.offsetTop - list.current.clientHeight / 2;
  }, [isThere]);
  const held = newer.value === undefined ? 0 : changesBetween(lines, newer.value.lines, ({ caseNumber }) => caseNumber);
  const show = (): void => {
    queueList.value = { ...queueList.value, ...newer.value };
    newer.value = undefined;
  };
  return (
    <>
      <p class="links">
        <Link to={path}>{words().queue.backToList}</Link>
      </p>
      {isThere ? <Fresh at={at} held={held} show={show} /> : null}
      {refusal === undefined ? isThere ? null : <p>{words().frame.loading}</p> : <RefusalText refusal={refusal} />}
      <div class="beside-rows" ref={list}>
        {isThere ? (
          <ul class="rows">
            {lines.map((line) => (
              <li key={line.caseNumber} class="row">
                <Link
                  to={`/cases/${line.caseNumber}`}
                  class="row-link"
                  isRow
                  isHere={line.caseNumber === open}
                  onGo={() => {
                    lastOpened.value = line.caseNumber;
                  }}
                >
                  <SeverityMark severity={line.severity} /> <span class="number">{line.caseNumber}</span>
                </Link>
                {sees(me.value?.role, 'due') ? (
                  <p>
                    <Due of={line} />
                  </p>
                ) : null}
              </li>
            ))}
          </ul>
        ) : null}
        {isThere ? <QueueEnd asked={asked} /> : null}
      </div>
    </>
  );
}
