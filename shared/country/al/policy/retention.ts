import type { RetentionPolicy } from '#shared/domain/keeping/retention.ts';

const everySeverity = (days: number) => ({ critical: days, high: days, normal: days, low: days });
/** Somebody who was in danger may come back later and ask what was done then. */
const advice = { ...everySeverity(365), critical: 730 };

/** Days after the end. Source: docs/practice.md, Keeping and erasing. */
export const retention: RetentionPolicy = {
  days: {
    content_removed: advice,
    content_still_up: advice,
    account_recovered_or_closed: advice,
    police_involved: everySeverity(730),
    child_protection_involved: everySeverity(730),
    school_supporting: everySeverity(730),
    helpline_support: advice,
    advice_given: advice,
    site_passed_on: everySeverity(730),
    nothing_more_possible: advice,
    no_answer_from_reporter: advice,
    withdrawn: everySeverity(90),
    same_event: everySeverity(90),
    outside_our_work: everySeverity(90),
    test: everySeverity(30),
  },
  referredDays: 730,
  justice: { institutions: ['state_police', 'police_cybercrime', 'prosecution'], daysAtMost: 5 * 365 },
  warningDays: 14,
  ownerRung: 'supervisor',
};
