import type { ApprovalPolicy } from '#shared/domain/case/approvals/approval.ts';

const hours = (count: number): number => count * 60;

/**
 * Approvals by a second person. The day that stands in for that person comes from docs/practice.md, Lowering. How long
 * a request waits is our own choice. An export waits a day, what is not urgent a week. The review of a lowered severity
 * waits until somebody does it.
 */
export const approvals: ApprovalPolicy = {
  delayMinutes: hours(24),
  lapseMinutes: {
    export: hours(24),
    erasure: hours(7 * 24),
    lowering: null,
    exclusion: null,
    directory_change: hours(7 * 24),
  },
  takeMinutes: hours(1),
};
