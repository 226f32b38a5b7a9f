import { putGuideAway } from '../frame/choices.ts';
import { centreWords } from '../frame/texts.ts';
import { Guide } from '../me/guide.tsx';

/** The guide of a role, until somebody has read it on this device. */
export function FirstDay({ role }: { role: string }) {
  const w = centreWords().guide;
  return (
    <Guide>
      <p class="actions">
        <button type="button" onClick={() => putGuideAway(role)}>
          {w.read}
        </button>
      </p>
      <p class="quiet">{w.stays}</p>
    </Guide>
  );
}
