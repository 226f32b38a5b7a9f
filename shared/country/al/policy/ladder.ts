import type { LadderPolicy } from '#shared/domain/sla/clock-policy.ts';

/**
 * Source: PRACTICE, ladder, for rungs, steps, holding, and the reminder of critical cases. The other reminders are a
 * design choice: PRACTICE is silent, and a case that everybody has been told of must still not be forgotten.
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
