import { RefusalText } from '../../form/refusal-text.tsx';
import { centreWords, words } from '../../frame/texts.ts';
import type { Parts } from './parts.ts';

/** What stands below the rows that are there: why no more came, the button for more, or that these are all. */
export function RestOfList({ list, more }: { list: Parts<unknown>; more: () => Promise<void> }) {
  const w = words().frame;
  const { rows, cursor, isLoading, isLoaded, refusal } = list;
  if (refusal !== undefined) {
    return (
      <div class="refusal" role="alert">
        <RefusalText refusal={refusal} />
        <p>
          <button type="button" onClick={() => void more()}>
            {w.tryAgain}
          </button>
        </p>
      </div>
    );
  }
  if (!isLoaded) return <p>{w.loading}</p>;
  if (cursor !== undefined) {
    return (
      <p class="actions">
        <button type="button" aria-disabled={isLoading} onClick={() => void more()}>
          {isLoading ? w.loading : w.more}
        </button>
      </p>
    );
  }
  return <p class="quiet">{rows.length === 0 ? centreWords().tables.nothing : centreWords().tables.all}</p>;
}
