import { Fragment } from 'preact';
import { rosterMoment, type Roster, type RosterGap } from '#shared/domain/people/roster/roster.ts';
import { centreWords, say } from '../frame/texts.ts';
import { sayDuty, sayPeople, sayTimes } from './say-week.ts';
import type { RosterPerson } from '#shared/domain/people/roster/roster-people.ts';
import { weekDays, weekTable, type Cell, type WeekRow } from './week.ts';

interface Props {
  roster: Roster;
  people: readonly RosterPerson[];
  gaps: readonly RosterGap[];
  ladder: readonly string[];
  now: string;
}

/** The week: as a table where there is room for it and on paper, and day by day on a phone. */
export function WeekTable({ roster, people, gaps, ladder, now }: Props) {
  const w = centreWords().roster;
  const rows = weekTable(roster, { ladder, gaps, now });
  const { today } = rosterMoment(roster, now);
  const always = rows.filter(({ isAlways }) => isAlways);
  const onRota = rows.filter(({ isAlways }) => !isAlways);
  return (
    <>
      <table class="week">
        <thead>
          <tr>
            <th scope="col">{w.duty}</th>
            {weekDays.map((day) => (
              <th key={day} scope="col" class={day === today ? 'today' : ''}>
                {w.days[day]} {day === today ? <span class="mark">{w.today}</span> : null}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.duty ?? ''}>
              <th scope="row">{sayDuty(row.duty)}</th>
              {row.isAlways ? (
                <td colSpan={weekDays.length}>
                  <Always row={row} people={people} />
                </td>
              ) : (
                row.cells.map((cell) => (
                  <td key={cell.day} class={cell.day === today ? 'today' : ''}>
                    <CellOf cell={cell} people={people} isDuty={row.duty !== undefined} />
                  </td>
                ))
              )}
            </tr>
          ))}
        </tbody>
      </table>
      <div class="by-day">
        {always.map((row) => (
          <Fragment key={row.duty}>
            <h3>{sayDuty(row.duty)}</h3>
            <Always row={row} people={people} />
          </Fragment>
        ))}
        {onRota.length === 0
          ? null
          : weekDays.map((day, at) => (
              <Fragment key={day}>
                <h3>
                  {w.days[day]} {day === today ? <span class="mark">{w.today}</span> : null}
                </h3>
                <DayOf rows={onRota} at={at} people={people} />
              </Fragment>
            ))}
      </div>
    </>
  );
}

/** One day of the week, duty by duty. */
function DayOf({ rows, at, people }: { rows: readonly WeekRow[]; at: number; people: readonly RosterPerson[] }) {
  const shown = rows.flatMap(({ duty, cells }) => {
    const cell = cells[at];
    return cell === undefined || isEmpty(cell) ? [] : [{ duty, cell }];
  });
  if (shown.length === 0) return <p class="quiet">{centreWords().roster.noShift}</p>;
  return (
    <dl>
      {shown.map(({ duty, cell }) => (
        <Fragment key={duty ?? ''}>
          <dt>{sayDuty(duty)}</dt>
          <dd>
            <CellOf cell={cell} people={people} isDuty />
          </dd>
        </Fragment>
      ))}
    </dl>
  );
}

const isEmpty = ({ turns, gaps }: Pick<Cell, 'turns' | 'gaps'>): boolean => turns.length + gaps.length === 0;

/** The shifts that begin on a day, and the hours of it that nobody covers. */
function CellOf({
  cell: { turns, gaps },
  people,
  isDuty,
}: {
  cell: Cell;
  people: readonly RosterPerson[];
  /** The row of clearance has gaps alone. */
  isDuty: boolean;
}) {
  const w = centreWords().roster;
  if (isEmpty({ turns, gaps })) return <p class="turn quiet">{isDuty ? w.noShift : w.somebody}</p>;
  return (
    <>
      {turns.map((turn) => (
        <p key={`${turn.from} ${turn.to} ${turn.holders.join(' ')}`} class={turn.isNow ? 'turn now' : 'turn'}>
          <span class="times">{sayTimes(turn)}</span>
          {turn.isNow ? <span class="mark">{w.now}</span> : null}
          <span>{sayPeople(turn.holders, people)}</span>
        </p>
      ))}
      {gaps.map((span) => (
        <p key={span.from} class="gap">
          {w.nobody} <span class="span">{sayTimes(span)}</span>
        </p>
      ))}
    </>
  );
}

/** A duty that is on no rota is always with everybody who holds it. */
function Always({ row: { duty = '', cells }, people }: { row: WeekRow; people: readonly RosterPerson[] }) {
  const w = centreWords().roster;
  const held = people.filter(({ active, duties }) => active && duties.includes(duty)).map(({ id }) => id);
  const gaps = cells.filter((cell) => cell.gaps.length > 0);
  return (
    <>
      <p class="turn">{say(w.everybody, { people: sayPeople(held, people) })}</p>
      {held.length === 0
        ? null
        : gaps.map(({ day, gaps: spans }) => (
            <p key={day} class="gap">
              {w.days[day]}: {w.nobody} {spans.map(sayTimes).join('; ')}
            </p>
          ))}
    </>
  );
}
