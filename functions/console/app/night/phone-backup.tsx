import { dialled, useDuty } from '../duty/duty.ts';
import { me } from '../frame/people.ts';
import { labelOf, say, words } from '../frame/texts.ts';
import { nextToPhone, type Raise } from './ladder.ts';

/** How many people of a rung are offered. Who wants another one looks at the page of the shift. */
const mostPeople = 2;

/** Whom the ladder calls next, to ring them oneself: their staff phones. Nothing of the case stands in the link. */
export function PhoneBackup({ raises, excluded }: { raises: readonly Raise[]; excluded: readonly string[] }) {
  const w = words().home;
  const duty = useDuty();
  if (duty === undefined) return null;
  const people = nextToPhone(duty, raises, [...excluded, me.value?.id ?? '']);
  return (
    <>
      {people.slice(0, mostPeople).map(({ id, name, phone, rung }) => {
        const said = { name, rung: labelOf('rungs', rung) };
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
