import type { ClockPolicies } from '#shared/domain/sla/clock-policy.ts';

const hours = (count: number): number => count * 60;
const everySeverity = (minutes: number) => ({ critical: minutes, high: minutes, normal: minutes, low: minutes });

/** Minutes of wall-clock time. Source: docs/practice.md, Clocks. */
export const clocks: ClockPolicies = {
  must_be_triaged: { minutes: everySeverity(15) },
  must_be_acknowledged: { minutes: { critical: 15, high: null, normal: null, low: null } },
  must_be_read: {
    minutes: { critical: hours(1), high: hours(4), normal: hours(24), low: hours(24) },
    childMinutes: { normal: hours(4), low: hours(4) },
  },
  handle: { minutes: { critical: hours(1), high: hours(4), normal: hours(24), low: hours(48) }, warnAt: 0.75 },
  // The reporter reads at once that the head of the team is being told (docs/decisions/118).
  promise_handle: { minutes: everySeverity(hours(48)), warnAt: 0.75, alsoTells: 'supervisor' },
  promise_resolve: { minutes: everySeverity(hours(72)), warnAt: 0.75, alsoTells: 'supervisor' },
  resolve: { minutes: { critical: hours(48), high: hours(48), normal: hours(48), low: hours(72) }, warnAt: 0.75 },
  referral_acknowledge: { minutes: { critical: hours(1), high: hours(24), normal: hours(24), low: hours(24) } },
  referral_answer: { minutes: everySeverity(hours(7 * 24)) },
  // Coordination with the cyber authority happens "in real time" (docs/domain.md, Institutions).
  referral_hand_over: { minutes: everySeverity(hours(1)) },
  // Source: docs/practice.md, Lowering.
  second_look: { minutes: everySeverity(hours(24)), warnAt: 0.75 },
  // Source: docs/practice.md, People.
  call_look: { minutes: everySeverity(hours(24)), warnAt: 0.75, remindsAfterWorkingDays: 1 },
  // A question is read and replied to as soon as the reporter's words are read. Source: docs/practice.md, Referral.
  referral_question: {
    minutes: { critical: hours(1), high: hours(4), normal: hours(24), low: hours(24) },
    warnAt: 0.75,
  },
  // No role, value or setting switches it off. Source: docs/practice.md, Clocks.
  danger_call: { minutes: everySeverity(15) },
  // This is how long a withdrawal waits, and also the time to check whether the child is safe.
  withdrawal_look: { minutes: everySeverity(hours(72)), warnAt: 0.75 },
};
