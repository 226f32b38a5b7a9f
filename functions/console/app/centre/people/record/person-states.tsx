import type { PersonState } from '#shared/domain/console/centre/people-words.ts';
import { sayAt } from '../../../frame/moments.ts';
import { centreWords, labelOf, say } from '../../../frame/texts.ts';
import { nameInDirectory } from '../known-people.ts';
import { statesOf, type PersonView } from '../person-rules.ts';

/** What waits has a part of the page of its own. */
type SaidState = Exclude<PersonState, 'waiting'>;

/** How somebody stands, and what that means. */
export function PersonStates({ person }: { person: PersonView }) {
  const { states } = centreWords().people;
  const shown = statesOf(person).filter((state): state is SaidState => state !== 'waiting');
  if (shown.length === 0) return null;
  return (
    <ul class="person-states">
      {shown.map((state) => (
        <li key={state}>
          <strong>{states[state]}</strong>
          {meansOf[state](person).map((text) => (
            <span key={text} class="line">
              {text}
            </span>
          ))}
        </li>
      ))}
    </ul>
  );
}

const meansOf: Readonly<Record<SaidState, (of: PersonView) => string[]>> = {
  barred: () => [centreWords().people.barredMeans],
  suspended: () => [centreWords().people.suspendedMeans],
  distrusted: ({ distrusted: since = '' }) => [say(centreWords().people.distrustedMeans, { since: sayAt(since) })],
  unreachable: ({ unreachable }) =>
    unreachable === undefined
      ? []
      : [
          say(centreWords().people.unreachableMeans, {
            because: labelOf('undelivered', unreachable.because),
            since: sayAt(unreachable.since),
            tries: String(unreachable.tries ?? 1),
            again: sayAt(unreachable.againAt),
          }),
        ],
  chosen: ({ chosen }) => {
    if (chosen === undefined) return [];
    const { aloneMeans, chosenMeans } = centreWords().people;
    const text = chosen['alone'] === true ? aloneMeans : chosenMeans;
    return [say(text, { name: nameInDirectory(chosen.by), at: sayAt(chosen.at) })];
  },
  held: ({ held = [] }) =>
    held.map(({ role, until }) =>
      say(centreWords().people.heldMeans, { role: labelOf('roles', role), until: sayAt(until) }),
    ),
};
