import type { DirectoryAnswers } from '../../api/answers.ts';
import { Link } from '../../frame/link.tsx';
import { centreWords, labelOf, say } from '../../frame/texts.ts';
import type { PersonView } from './person-rules.ts';

/** What an administrator has to look at: duties that reach nobody, what waits, and addresses that take no mails. */
export function Lacks({ known }: { known: DirectoryAnswers['People'] }) {
  const w = centreWords().people;
  const { people, duties = { unheld: [], silent: [] } } = known;
  const waiting = people.filter((one) => one.waiting !== undefined);
  const returned = people.filter((one) => one.active && one.unreachable !== undefined);
  const isFull = [duties.unheld, duties.silent, waiting, returned].every((list) => list.length === 0);
  if (isFull) return <p class="quiet">{w.lacksNothing}</p>;
  return (
    <section class="lacks" aria-labelledby="lacks-title">
      <h2 id="lacks-title">{w.lacks}</h2>
      <ul>
        {duties.unheld.map((duty) => (
          <li key={`unheld-${duty}`}>{say(w.unheld, { duty: labelOf('duties', duty) })}</li>
        ))}
        {duties.silent.map((duty) => (
          <li key={`silent-${duty}`}>{say(w.silent, { duty: labelOf('duties', duty) })}</li>
        ))}
        <Those name={w.waits} people={waiting} />
        <Those name={w.returned} people={returned} />
      </ul>
    </section>
  );
}

function Those({ name, people }: { name: string; people: readonly PersonView[] }) {
  if (people.length === 0) return null;
  return (
    <li>
      {name}:{' '}
      <span class="links">
        {people.map((one) => (
          <Link key={one.id} to={`/people/${encodeURIComponent(one.id)}`}>
            {one.name}
          </Link>
        ))}
      </span>
    </li>
  );
}
