import { sayEvent } from '#shared/domain/console/say-codes.ts';
import type { CaseView } from '../api/answers.ts';
import { sayAt } from '../frame/moments.ts';
import { nameOf } from '../frame/people.ts';
import { labels } from '../frame/texts.ts';

/** What happened to a case, as one line. */
export function EventLine({ event }: { event: NonNullable<CaseView['history']>[number] }) {
  const { time } = event;
  return (
    <span>
      <time dateTime={time}>{sayAt(time)}</time> {sayEvent(event, labels(), knownName)}
    </span>
  );
}

/** A colleague’s name. Whoever is not known is not said by an id. */
function knownName(id: string): string | undefined {
  const name = nameOf(id);
  return name === id ? undefined : name;
}
