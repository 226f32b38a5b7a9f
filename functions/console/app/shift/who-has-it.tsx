import { rings } from '#shared/domain/people/person.ts';
import type { Duty } from '../api/answers.ts';
import { dialled, type OnRung, type Rung } from '../duty/duty.ts';
import { sayAt } from '../frame/moments.ts';
import { nameOf } from '../frame/people.ts';
import { centreWords, labelOf, say } from '../frame/texts.ts';

/** The ladder as it stands, rung by rung, who follows, and who took over last. */
export function WhoHasIt({ duty: { rungs, takeOvers = [] } }: { duty: Duty }) {
  const w = centreWords().shift;
  return (
    <section aria-labelledby="who-title">
      <h2 id="who-title">{w.who}</h2>
      <dl class="ladder">
        {rungs.map((rung) => (
          <RungLine key={rung.rung} of={rung} />
        ))}
        {takeOvers.length === 0 ? null : (
          <div>
            <dt>{w.takeOvers}</dt>
            {takeOvers.slice(0, 3).map(({ at, by, from }) => (
              <dd key={`${at} ${by}`}>
                {from === undefined
                  ? say(w.tookOver, { by: nameOf(by), moment: sayAt(at) })
                  : say(w.tookOverFrom, { by: nameOf(by), from: nameOf(from), moment: sayAt(at) })}
              </dd>
            ))}
          </div>
        )}
      </dl>
    </section>
  );
}

function RungLine({ of: { rung, people, next } }: { of: Rung }) {
  const w = centreWords().shift;
  return (
    <div>
      <dt>{labelOf('rungs', rung)}</dt>
      {people.length === 0 ? <dd class="late">{w.nobodyOnRung}</dd> : null}
      {people.map((person) => (
        <dd key={person.id}>
          <OnDuty of={person} />
        </dd>
      ))}
      {next === undefined ? null : (
        <dd class="quiet">
          {next.people.length === 0
            ? say(w.followsNobody, { moment: sayAt(next.at) })
            : say(w.follows, { moment: sayAt(next.at), people: next.people.map(({ name }) => name).join(', ') })}
        </dd>
      )}
    </div>
  );
}

function OnDuty({ of: { name, phone, contact, until, passedOverUntil } }: { of: OnRung }) {
  const w = centreWords().shift;
  return (
    <>
      {until === undefined ? name : say(w.personUntil, { name, moment: sayAt(until) })}
      {phone === undefined ? null : (
        <>
          {' '}
          <a class="phone" href={dialled(phone)}>
            {phone}
          </a>
        </>
      )}
      {rings(contact) ? null : <span class="quiet"> ({w.mailOnly})</span>}
      {passedOverUntil === undefined ? null : (
        <span class="late"> ({say(w.passedOver, { moment: sayAt(passedOverUntil) })})</span>
      )}
    </>
  );
}
