import type { RosterGap } from '#shared/domain/people/roster/roster.ts';
import { centreWords, say } from '../frame/texts.ts';
import { sayDuty, sayGap, sayHours } from './say-week.ts';

/** So many gaps of one duty stand at once. The others are folded. */
const shownAtOnce = 4;

/** The hours of the next two weeks that nobody covers, in words. */
export function Gaps({ gaps }: { gaps: readonly RosterGap[] }) {
  const w = centreWords().roster;
  return (
    <section class="gaps" aria-labelledby="gaps-title">
      <h2 id="gaps-title">{w.gaps}</h2>
      {gaps.length === 0 ? <p>{w.noGaps}</p> : <GapList gaps={gaps} />}
    </section>
  );
}

/** Gaps by duty. The shortage of clearance stands last, as a duty of its own. */
export function GapList({ gaps }: { gaps: readonly RosterGap[] }) {
  const w = centreWords().roster;
  const duties = [...new Set(gaps.map(({ duty }) => duty))];
  return (
    <ul class="gap-list">
      {duties.map((duty) => {
        const own = gaps.filter((gap) => gap.duty === duty);
        const [first, rest] = [own.slice(0, shownAtOnce), own.slice(shownAtOnce)];
        return (
          <li key={duty ?? ''}>
            <strong>{say(w.gapNobody, { duty: sayDuty(duty) })}</strong>
            <Times gaps={first} />
            {rest.length === 0 ? null : (
              <details>
                <summary>{say(w.moreGaps, { n: String(rest.length) })}</summary>
                <Times gaps={rest} />
              </details>
            )}
          </li>
        );
      })}
    </ul>
  );
}

function Times({ gaps }: { gaps: readonly RosterGap[] }) {
  return (
    <ul>
      {gaps.map((gap) => (
        <li key={gap.from}>
          {sayGap(gap)} <span class="quiet">({sayHours(gap.hours)})</span>
        </li>
      ))}
    </ul>
  );
}
