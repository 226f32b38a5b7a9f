import type { Case } from '#shared/domain/case/case.ts';
import type { CaseEvent } from '#shared/domain/case/events.ts';
import type { Timer } from '#shared/domain/case/timer-id.ts';

/** The promise that a finding is about. Source: docs/design.md, Promises. */
export type Promised = 'P1' | 'P2' | 'P3' | 'P4' | 'P5' | 'P6' | 'P7' | 'P8' | 'P10' | 'P12' | 'P13' | 'P14';
export interface Finding {
  promise: Promised;
  what: string;
}

export type Find = (promise: Promised, what: string) => void;

/** One case of a history, with everything that is left of it. */
export interface Told {
  of: Case;
  events: CaseEvent[];
  timers: Timer[];
  /** Sort keys of all its rows. */
  rows: ReadonlySet<string>;
  mails: Record<string, unknown>[];
}
