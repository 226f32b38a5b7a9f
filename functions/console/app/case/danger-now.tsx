import { dangerFlags } from '#shared/domain/case/danger/danger.ts';
import type { CaseView } from '../api/answers.ts';
import { dialled } from '../duty/duty.ts';
import { sayAt, sayDeadline } from '../frame/moments.ts';
import { nameOf } from '../frame/people.ts';
import { labelOf, say, words } from '../frame/texts.ts';

/**
 * Whom to ring for a person in danger, what to say and what not, while nobody has. Afterwards one line says who did, or
 * why nobody was rung.
 */
export function DangerNow({ view }: { view: CaseView }) {
  const { danger } = view;
  if (danger === undefined) return null;
  const w = words().danger;
  const { ended } = danger;
  if (ended !== undefined) {
    const { called, notCalledBecause } = ended;
    const said = { who: nameOf(ended.by), at: sayAt(ended.at) };
    return (
      <p class="danger-ended">
        {called === undefined
          ? say(w.ended.notCalled, { ...said, because: labelOf('notCalledReasons', notCalledBecause) })
          : say(w.ended.called, { ...said, institution: labelOf('institutions', called) })}
      </p>
    );
  }
  const flags = dangerFlags.filter((flag) => danger.flags.includes(flag));
  const phones = [...new Set(flags.flatMap((flag) => w.phones[flag]))];
  const deadline = view.timers?.find(({ kind }) => kind === 'danger_call')?.deadline;
  return (
    <section class="danger-now" aria-labelledby="danger-now">
      <h2 id="danger-now">{w.heading}</h2>
      <p class="danger-phones">
        {phones.map((phone) => (
          <a key={phone} class="phone" href={dialled(phone)}>
            {phone}
          </a>
        ))}
      </p>
      <p>
        <strong>{w.say}:</strong>
      </p>
      <ul>
        {flags.map((flag) => (
          <li key={flag}>{w.sayOf[flag]}</li>
        ))}
      </ul>
      <p>
        <strong>{w.notSay}:</strong> {w.doNot}
      </p>
      {deadline === undefined ? null : <p>{say(w.until, { at: sayDeadline(deadline) })}</p>}
    </section>
  );
}
