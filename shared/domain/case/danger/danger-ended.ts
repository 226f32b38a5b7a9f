import type { Case } from '../case.ts';
import type { DangerEnd } from './danger.ts';
import type { DecidedChange } from '../decision.ts';
import type { NewEvent } from '../events.ts';
import { timerId } from '../timer-id.ts';
import type { Timer } from '../timer-id.ts';

/** The end of a danger's clock: what changes on the case, its event, and the clock that is over. */
export function dangerEnded({ danger }: Pick<Case, 'danger'>, timers: readonly Timer[], end: DangerEnd): DecidedChange {
  const actor = `staff:${end.by}` as const;
  const event: NewEvent =
    'called' in end
      ? { type: 'case.danger_called', actor, data: { institution: end.called } }
      : { type: 'case.danger_not_called', actor, data: { because: end.notCalledBecause } };
  return {
    set: danger === undefined ? {} : { danger: { ...danger, ended: end } },
    events: [event],
    timersDisarmed: timers.filter(({ kind }) => kind === 'danger_call').map(timerId),
  };
}
