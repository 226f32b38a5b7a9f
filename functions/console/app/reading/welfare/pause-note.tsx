import { words } from '../../frame/texts.ts';
import { pauseIsDue, pauseWasTold } from './reading-time.ts';

/** Suggests a pause, once, to whoever has read hard texts for long. */
export function PauseNote() {
  const w = words().reading;
  return (
    <output>
      {pauseIsDue.value ? (
        <span class="pause">
          <span>{w.pause}</span>{' '}
          <button type="button" onClick={pauseWasTold}>
            {w.pauseSeen}
          </button>
        </span>
      ) : null}
    </output>
  );
}
