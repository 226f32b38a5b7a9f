import type { LadderPolicy } from '#shared/domain/sla/clock-policy.ts';

/**
 * Rungs, steps, holding and reminders. The reminders of high, normal and low cases are a choice of the design. A case
 * that everybody knows of must still not be forgotten. Source: docs/practice.md, Ladder.
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
  reminderMinutes: { critical: 30, high: 240, normal: 1440, low: 1440 },
  reminderMinutesAfterEnd: 1440,
  holdMinutes: 30,
};
