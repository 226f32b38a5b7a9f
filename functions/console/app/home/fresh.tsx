import { sayAt } from '../frame/moments.ts';
import { say, words } from '../frame/texts.ts';

/** From when the list is, and what has changed since, which waits until somebody wants to see it. */
export function Fresh({ at, held, show }: { at: string | undefined; held: number; show: () => void }) {
  const w = words().home;
  return (
    <div class="changes">
      <span class="quiet">{at === undefined ? null : say(w.fresh, { moment: sayAt(at) })}</span>
      <output>
        {held === 0 ? null : (
          <button type="button" onClick={show}>
            {held === 1 ? w.change : say(w.changes, { n: String(held) })}
          </button>
        )}
      </output>
    </div>
  );
}
