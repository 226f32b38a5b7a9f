import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import { RefusalText } from '../form/refusal-text.tsx';
import { me } from '../frame/people.ts';
import { go, placeOnPage, query, whole } from '../frame/route.ts';
import { Titled } from '../frame/titled.tsx';
import { labels, labelOf, words } from '../frame/texts.ts';
import { nobody } from '#shared/domain/queue/queue-filter.ts';
import { filtersFor, withFilter, type FilterName } from './filters.ts';
import { QueueEnd } from './queue-end.tsx';
import { loadQueue, lastOpened, queueList } from './queue-list.ts';
import { QueueHead, QueueRow } from './queue-row.tsx';
import { seenQueue } from './seen-queue.ts';

/** All cases that a person may see, in the order of the work list, with the filters that the address names. */
export function QueuePage({
  title = words().frame.queue,
  first,
}: {
  title?: string;
  /** One line that stands before the list. It has its place before it is there, so that no row moves. */
  first?: ComponentChildren;
}) {
  const w = words().queue;
  const asked = query.value;
  const { of, lines, cursor, isLoaded, refusal } = queueList.value;
  useEffect(() => {
    seenQueue.value = whole();
    void loadQueue(asked);
  }, [asked.toString()]);
  useEffect(() => {
    // Whoever comes back from a case is where they were.
    scrollTo(0, placeOnPage());
    if (lastOpened.value !== undefined) {
      document.getElementById(`row-${lastOpened.value}`)?.focus({ preventScroll: placeOnPage() > 0 });
      lastOpened.value = undefined;
    }
  }, []);
  const isMine = of === asked.toString();
  return (
    <Titled title={title}>
      {first === undefined ? null : <div class="first-line">{first}</div>}
      <Filters />
      {refusal === undefined || !isMine ? null : (
        <div class="refusal" role="alert">
          <RefusalText refusal={refusal} />
          <p>
            <button type="button" onClick={() => void loadQueue(asked)}>
              {words().frame.tryAgain}
            </button>
          </p>
        </div>
      )}
      {!isMine || (!isLoaded && refusal === undefined) ? (
        <p>{words().frame.loading}</p>
      ) : (
        <>
          {lines.length === 0 ? (
            isLoaded ? (
              <p class="empty">{cursor === undefined ? w.none : w.noneYet}</p>
            ) : null
          ) : (
            <div class="queue">
              <QueueHead />
              <ul class="rows" aria-label={title}>
                {lines.map((line) => (
                  <QueueRow key={line.caseNumber} of={line} />
                ))}
              </ul>
            </div>
          )}
          <QueueEnd asked={asked} />
        </>
      )}
    </Titled>
  );
}

/** The filters that this person's role may use. Choosing one changes the address, which holds codes only. */
function Filters() {
  const w = words().queue;
  const all = filtersFor(me.value?.role);
  const used = all.filter(({ name }) => query.value.has(name)).length;
  return (
    <details class="filters" open={used > 0}>
      <summary>
        {w.filters}
        {used === 0 ? null : ` (${used})`}
      </summary>
      <div class="filter-fields">
        {all.map(({ name, codes }) => (
          <p key={name} class="field">
            <label for={`filter-${name}`}>{w[name]}</label>
            <select
              id={`filter-${name}`}
              value={query.value.get(name) ?? ''}
              onChange={({ currentTarget }) => go(withFilter(query.value, name, currentTarget.value), 'replace')}
            >
              <option value="">{w.any}</option>
              {(codes ?? codesOf(name)).map((code) => (
                <option key={code} value={code}>
                  {sayCode(name, code)}
                </option>
              ))}
            </select>
          </p>
        ))}
        {used === 0 ? null : (
          <p class="actions">
            <button type="button" onClick={() => go('/cases', 'replace')}>
              {w.clear}
            </button>
          </p>
        )}
      </div>
    </details>
  );
}

/** The codes of a filter that only the pack knows, or the person. */
function codesOf(name: FilterName): readonly string[] {
  if (name === 'category') return Object.keys(labels().categories);
  if (name === 'region') return Object.keys(labels().places);
  return [me.value?.id ?? '', nobody];
}

function sayCode(name: FilterName, code: string): string {
  const w = words().queue;
  if (name === 'assignee') return code === nobody ? w.nobody : w.me;
  if (name === 'dueBefore') return { hour: w.withinHour, four_hours: w.withinFour, day: w.withinDay }[code] ?? code;
  if (name === 'unread' || name === 'overdue') return code === 'true' ? w.yes : w.no;
  return labelOf(groups[name], code);
}

/** Where the words for the codes of a filter stand. */
const groups = {
  severity: 'severities',
  status: 'statuses',
  team: 'teams',
  channel: 'channels',
  category: 'categories',
  region: 'places',
} as const;
