import { calledFirst, dialled, ringing, useDuty } from '../duty/duty.ts';
import { labelOf, say, texts, words } from '../frame/texts.ts';
import type { Raise } from './ladder.ts';

/** How many people of a rung are offered. Who wants another one looks at the page of the shift. */
const mostPeople = 2;

/**
 * Whom the ladder calls next, to ring them oneself: their staff phones. Nothing of a case stands in the link. A rung with
 * nobody is left out, as the ladder does.
 */
export function PhoneBackup({ raises }: { raises: readonly Raise[] }) {
  const w = words().home;
  const duty = useDuty();
  const { rungs } = texts().country;
  const last = Math.max(...raises.map(({ rung }) => rungs.indexOf(rung)));
  const next = duty && calledFirst(duty.rungs, last + 1);
  if (next === undefined) return null;
  return (
    <>
      {ringing(next)
        .slice(0, mostPeople)
        .map(({ id, name, phone }) => {
          const said = { name, rung: labelOf('rungs', next.rung) };
          return phone === undefined ? (
            <span key={id} class="quiet">
              {say(w.phoneNone, said)}
            </span>
          ) : (
            <a key={id} class="button" href={dialled(phone)}>
              {say(w.phone, said)}
            </a>
          );
        })}
    </>
  );
}
