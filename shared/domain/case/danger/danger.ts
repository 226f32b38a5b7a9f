import { countsAsYes } from '../../report/reported-facts.ts';
import type { Flag, ReportedFacts } from '../../report/report.ts';
import type { Instant } from '../../time/instant.ts';
import type { Assessed } from '../concluded.ts';

/** What says that a person is in danger now. Source: docs/practice.md, Clocks. */
export const dangerFlags = ['inDanger', 'weapon', 'missing', 'liveNow', 'meetingArranged', 'selfHarm'] as const;

export type DangerFlag = (typeof dangerFlags)[number];

/** Why nobody was called. The list is closed, so that no word slips into clear text. */
export const notCalledReasons = [
  'already_with_police',
  'not_imminent_after_reading',
  'reporter_safe_now',
  'too_little_known',
] as const;

export type NotCalledReason = (typeof notCalledReasons)[number];

/** From the first reading of a danger to a recorded call, or a recorded reason. Source: docs/practice.md, Clocks. */
export interface Danger {
  /** When somebody who read it first knew. */
  since: Instant;
  /** What was known by then. */
  flags: readonly DangerFlag[];
  /** How it ended. Absent while nobody has called or said why not. */
  ended?: DangerEnd;
}

export type DangerEnd = {
  at: Instant;
  /** Directory id. */
  by: string;
} & ({ /** A code of the country pack's institutions. */ called: string } | { notCalledBecause: NotCalledReason });

interface Dangerous {
  reported: ReportedFacts;
  assessed?: Assessed | undefined;
  danger?: Danger | undefined;
  dangerSaidAt?: Instant | undefined;
  reopenedAt?: Instant | undefined;
}

/**
 * The dangers to a person that the reporter or staff named. What staff conclude takes none away: whoever sees none
 * records why nobody was called. Self-harm in content alone is nobody's who could be reached.
 */
export function dangersOf({ reported, assessed }: Dangerous): DangerFlag[] {
  const isSaid = (flag: Flag): boolean => countsAsYes(reported.flags[flag]) || countsAsYes(assessed?.flags?.[flag]);
  return dangerFlags.filter((flag) => isSaid(flag) && (flag !== 'selfHarm' || reported.about !== 'content_only'));
}

/**
 * The danger as whoever reads at `now` knows it. Undefined where there is none. After it ended it begins anew with a
 * further danger, with one that the reporter said again, and with a reopening.
 */
export function dangerKnown(of: Dangerous, now: Instant): Danger | undefined {
  const flags = dangersOf(of);
  const { danger } = of;
  if (flags.length === 0) return danger;
  if (danger === undefined) return { since: now, flags };
  const isFurther = flags.some((flag) => !danger.flags.includes(flag));
  const { ended } = danger;
  if (ended === undefined) return isFurther ? { ...danger, flags } : danger;
  const isNews = [of.dangerSaidAt, of.reopenedAt].some((at) => at !== undefined && at > ended.at);
  return isFurther || isNews ? { since: now, flags } : danger;
}

/** Whether somebody must still call, or say why not. */
export function owesCall({ danger }: { danger?: Danger | undefined }): boolean {
  return danger !== undefined && danger.ended === undefined;
}
