import { words } from '../frame/texts.ts';
import { loadMore, queueList } from './queue-list.ts';

/** What stands after the last row: that these are all, or what leads to more. */
export function QueueEnd({ asked }: { asked: URLSearchParams }) {
  const w = words().queue;
  const { lines, cursor, isLoading, isLoaded } = queueList.value;
  if (cursor === undefined) return isLoaded && lines.length > 0 ? <p class="quiet">{w.all}</p> : null;
  return (
    <>
      <p class="quiet">{w.short}</p>
      <p class="actions">
        <button type="button" aria-disabled={isLoading} onClick={() => void loadMore(asked)}>
          {isLoading ? words().frame.loading : words().frame.more}
        </button>
      </p>
    </>
  );
}
