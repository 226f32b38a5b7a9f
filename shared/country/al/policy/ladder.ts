import type { LadderPolicy, ReminderPolicy } from '#shared/domain/sla/clock-policy.ts';

const every = (minutes: number): ReminderPolicy => ({ first: minutes, firstForMinutes: 0, later: minutes });

/**
 * Rungs, steps, holding, reminders, and the slow ladder of institutions. The reminders of high, normal and low cases are
 * a choice of the design. A case that everybody knows of must still not be forgotten. Source: docs/practice.md, Ladder.
 */
export const ladder: LadderPolicy = {
  rungs: [
    { id: 'duty', duties: ['duty_officer', 'helpline_desk'] },
    { id: 'backup', duties: ['backup'] },
    { id: 'supervisor', duties: ['supervisor'] },
    { id: 'director', duties: ['director'] },
    { id: 'outside_partner', duties: ['outside_partner'] },
  ],
  stepMinutes: {
    critical: [10, 10, 20, 20],
    high: [60, 60, 120, 120],
    normal: [1440, 1440, 1440, 1440],
    low: [1440, 1440, 1440, 1440],
  },
  reminderMinutes: {
    critical: { first: 30, firstForMinutes: 240, later: 60 },
    high: every(240),
    normal: every(1440),
    low: every(1440),
  },
  // The owner at once, the supervisor after one working day and again after three, then a reminder every five.
  silence: { workingDaysAfter: { owner: 1, supervisor: 2, authority: 5, reminder: 5 }, rung: 'supervisor' },
  holdMinutes: 30,
};
