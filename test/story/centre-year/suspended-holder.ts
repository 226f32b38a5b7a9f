import type { RunningBesa } from '#infra/local/besa.ts';
import type { Mishap } from '../live-through.ts';
import { atLocal, wallClock } from '../local-time.ts';
import type { StaffAtWork } from '../staff-at-work.ts';
import { changeRecord } from './change-record.ts';
import type { PlannedReport } from './year-plan.ts';

const minuteMs = 60_000;
const untilTheEndOfTheShift = 23 * 60;
const holdsAtLeastMs = 2 * 60 * minuteMs;

/**
 * The officer of the evening is suspended just after they have taken a case. Somebody else finds what nobody holds any
 * more, and claims it. Next day they are back. Throws when nobody takes a case on an evening of this plan.
 */
export function suspendedHolder(besa: RunningBesa, staff: StaffAtWork, plan: readonly PlannedReport[]): Mishap {
  const taken = plan.find(({ isLeftAlone, work: { readAt, resolveAt } }) => {
    return !isLeftAlone && staff.isEvening(readAt) && resolveAt - readAt > holdsAtLeastMs;
  });
  if (taken === undefined) throw new Error('No case is taken on an evening.');
  const from = taken.work.readAt + minuteMs / 2;
  const { year, month, day } = wallClock(from);
  return {
    from,
    to: atLocal(year, month, day, untilTheEndOfTheShift),
    begin: async () => {
      await changeRecord(besa, 'staff-drita', { active: false });
      await staff.takeOver();
    },
    end: async () => {
      await changeRecord(besa, 'staff-drita', { active: true });
      staff.handBack();
    },
  };
}
