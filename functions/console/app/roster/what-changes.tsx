import { emptiedRungs, gapsBeside, type RosterGap } from '#shared/domain/people/roster/roster.ts';
import { centre, centreWords, labelOf, say } from '../frame/texts.ts';
import { ChangesList } from './changes-list.tsx';
import { GapList } from './gaps.tsx';
import type { ShownWeek } from './shown-week.ts';
import { isSame, weekChanges } from './week-changes.ts';
import type { Week } from './week.ts';

/**
 * What a week that is not sent yet would change, and which hours it would leave empty. The API judges by the same rules
 * (shared/domain/people/roster/roster.ts).
 */
export function WhatChanges({
  roster,
  week,
  gaps,
}: {
  roster: ShownWeek;
  week: Week;
  /** Of the changed week. */
  gaps: readonly RosterGap[];
}) {
  const w = centreWords();
  const { duties, rungs } = centre();
  const changes = weekChanges(roster, week, duties);
  const opened = gapsBeside(gaps, roster.gaps);
  return (
    <section class="what-changes" aria-labelledby="what-changes">
      <h3 id="what-changes">{w.roster.changes}</h3>
      {isSame(changes) ? (
        <p class="quiet">{w.hub.nothingChanged}</p>
      ) : (
        <ChangesList changes={changes} people={roster.people} />
      )}
      {emptiedRungs(week, roster.people, rungs).map((rung) => (
        <p key={rung} class="gap">
          {say(w.roster.rungEmpty, { rung: labelOf('rungs', rung) })}
        </p>
      ))}
      {opened.length > 0 ? (
        <div class="opens">
          <p>
            <strong>{w.roster.opens}</strong>
          </p>
          <GapList gaps={opened} />
        </div>
      ) : isSame(changes) ? null : (
        <p>{w.roster.opensNothing}</p>
      )}
    </section>
  );
}
