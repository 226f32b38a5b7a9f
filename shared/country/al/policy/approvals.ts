import type { ApprovalPolicy } from '#shared/domain/case/approvals/approval.ts';

const hours = (count: number): number => count * 60;

/**
 * Second people. The day that stands in for one is PRACTICE's (severity, "Lowering"); how long a request waits is ours: an
 * export for a day's work, what is not urgent for a week, a second look at a lowered severity until somebody took it.
 */
export const approvals: ApprovalPolicy = {
  delayMinutes: hours(24),
  lapseMinutes: { export: hours(24), erasure: hours(7 * 24), lowering: null, directory_change: hours(7 * 24) },
  takeMinutes: hours(1),
};
