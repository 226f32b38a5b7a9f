import type { CaseView } from '../api/answers.ts';
import { EventLine } from '../case/event-line.tsx';
import { words } from '../frame/texts.ts';

/** What others did to a case while somebody typed. */
export function ChangedMeanwhile({ news }: { news: NonNullable<CaseView['history']> }) {
  return (
    <>
      <p>{words().frame.changedMeanwhile}</p>
      <ul>
        {news.map((event) => (
          <li key={event.number}>
            <EventLine event={event} />
          </li>
        ))}
      </ul>
    </>
  );
}
