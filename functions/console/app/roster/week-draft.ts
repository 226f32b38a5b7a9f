import type { DirectoryBodies } from '#shared/contracts/http/directory/changes.ts';
import type { Shift } from '#shared/domain/people/roster/roster.ts';
import type { WallTime } from '#shared/domain/time/local-time.ts';
import { weekDays, type Week } from './week.ts';

/** A shift while somebody types it. Its times may be empty. */
export interface DraftShift extends Omit<Shift, 'from' | 'to'> {
  from: string;
  to: string;
  /** Tells it apart from the others, wherever it stands. */
  key: string;
}

/** A week while somebody changes it. */
export interface WeekDraft {
  shifts: readonly DraftShift[];
  holidays: readonly string[];
  /** The week from which it began: what others change meanwhile is seen beside it. */
  began: Week;
}

export function draftOfWeek({ shifts, holidays }: Week): WeekDraft {
  return {
    shifts: shifts.map((shift, at) => ({ ...shift, key: String(at) })),
    holidays,
    began: { shifts, holidays },
  };
}

/** A shift of a duty that somebody adds. */
export function newShift(duty: string): DraftShift {
  return { duty, days: [], from: '', to: '', holders: [], key: crypto.randomUUID() };
}

/** Whether a shift has its times. */
export const isWhole = ({ from, to }: Pick<DraftShift, 'from' | 'to'>): boolean => from !== '' && to !== '';

/** What is sent. Times that are missing, the API finds. */
export function bodyOfWeek({ shifts, holidays }: Pick<WeekDraft, 'shifts' | 'holidays'>): DirectoryBodies['roster'] {
  return {
    shifts: shifts.map(({ duty, days, from, to, holders }) => ({
      duty,
      days: weekDays.filter((day) => days.includes(day)),
      from: from as WallTime,
      to: to as WallTime,
      holders: [...holders],
    })),
    holidays: [...holidays],
  };
}

/** The week as it can be judged before it is sent. A shift without its times covers nothing yet. */
export function weekToJudge(draft: Pick<WeekDraft, 'shifts' | 'holidays'>): Week {
  const { shifts, holidays } = bodyOfWeek(draft);
  return {
    shifts: shifts.map((shift) =>
      isWhole(shift) ? shift : { ...shift, from: '00:00', to: '00:00', days: [], holders: [] },
    ),
    holidays,
  };
}
