import { centreWords, labelOf, say } from '../frame/texts.ts';
import { sayAt } from '../frame/moments.ts';
import { calledFirst, ringing, useDuty } from './duty.ts';

/** Who rings now, in one line: the first rung that calls somebody. With the words of the centre. */
export function RingsNow() {
  const w = centreWords().shift;
  const duty = useDuty();
  if (duty === undefined) return null;
  const rung = calledFirst(duty.rungs);
  if (rung === undefined) return <p class="rings-now late">{w.ringsNobody}</p>;
  const people = ringing(rung).map(({ name, until }) =>
    until === undefined ? name : say(w.personUntil, { name, moment: sayAt(until) }),
  );
  return (
    <p class="rings-now">
      <strong>{say(w.ringsNow, { people: people.join('; ') })}</strong>{' '}
      <span class="quiet">({labelOf('rungs', rung.rung)})</span>
    </p>
  );
}
