import type { Settings } from '../api/answers.ts';
import { isPast, sayAt } from '../frame/moments.ts';
import { centre, centreWords, labelOf, say } from '../frame/texts.ts';

/** What calls this person, and when, in plain sentences. */
export function Reached({ of }: { of: Settings }) {
  const w = centreWords().me;
  const { mail, phone = '', contact, unreachable, duties, next } = of;
  const { quiet, digests } = centre().mails;
  return (
    <section class="reached" aria-labelledby="reached-title">
      <h2 id="reached-title">{w.reached}</h2>
      {unreachable === undefined ? null : (
        <p class="refusal came-back" role="alert">
          {say(w.cameBack, { mail, since: sayAt(unreachable.since), until: sayAt(unreachable.againAt) })}
        </p>
      )}
      <p>{say(w.contact[contact], { mail, phone })}</p>
      {duties.length === 0 ? <p>{w.noDuty}</p> : null}
      {duties.map(({ duty, isRostered }) => (
        <Duty key={duty} of={of} duty={duty} isRostered={isRostered} />
      ))}
      {duties.some(({ isRostered }) => isRostered) ? (
        <p>
          {next === undefined
            ? w.noNextShift
            : isPast(next.from)
              ? say(w.shiftNow, { to: sayAt(next.to) })
              : say(w.nextShift, { from: sayAt(next.from) })}
        </p>
      ) : null}
      {duties.length === 0 ? null : (
        <>
          <p>{say(w.night, quiet)}</p>
          <p>{say(w.daily, { times: digests.join(', ') })}</p>
        </>
      )}
      <p class="quiet">{w.byAdministrator}</p>
    </section>
  );
}

/** When a duty is called, and on which shifts of the week. */
function Duty({ of, duty, isRostered }: { of: Settings; duty: string; isRostered: boolean }) {
  const w = centreWords().me;
  const shifts = of.shifts.filter((shift) => shift.duty === duty);
  const isCalled = !isRostered || shifts.length > 0;
  return (
    <>
      <h3>{say(w.duty, { duty: labelOf('duties', duty) })}</h3>
      {isCalled ? <p>{sayCalled(centre().calledAfter[duty])}</p> : null}
      <p>{!isRostered ? w.always : isCalled ? w.onShifts : w.onNoShift}</p>
      {shifts.length === 0 ? null : (
        <ul>
          {shifts.map(({ days, from, to }) => (
            <li key={[...days, from, to].join()}>
              {say(w.shift, { days: days.map((day) => w.days[day]).join(', '), from, to })}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function sayCalled(minutes = 0): string {
  const w = centreWords().me;
  return minutes === 0 ? w.calledFirst : say(w.calledAfter, { minutes: String(minutes) });
}
