/**
 * Shifts `Date` by an offset, for a process that must live at Besa's own time. Timers keep real time. Only what a
 * program reads as the time changes.
 */
let offsetMs = 0;
const RealDate = Date;

class ShiftedDate extends RealDate {
  constructor(...given: [] | [value: number | string | Date] | Parameters<typeof Date.UTC>) {
    if (given.length === 0) super(RealDate.now() + offsetMs);
    else super(...(given as [number]));
  }

  static override now(): number {
    return RealDate.now() + offsetMs;
  }
}

/** From now on `Date` tells real time plus the offset. */
export function shiftClock(toOffsetMs: number): void {
  offsetMs = toOffsetMs;
  if (globalThis.Date !== ShiftedDate) globalThis.Date = ShiftedDate as DateConstructor;
}
