/**
 * The states of a case, what leads from one to the next, and how a case can end. Source: PRACTICE, cases.
 */
export const caseStatuses = [
  'received',
  'triaged',
  'in_progress',
  'waiting_reporter',
  'waiting_institution',
  'resolved',
  'closed',
] as const;
export type CaseStatus = (typeof caseStatuses)[number];

export const outcomes = [
  'content_removed',
  'content_still_up',
  'account_recovered_or_closed',
  'police_involved',
  'child_protection_involved',
  'school_supporting',
  'helpline_support',
  'advice_given',
  'site_passed_on',
  'nothing_more_possible',
  'no_answer_from_reporter',
  'withdrawn',
] as const;
/** Ends that are shown apart in every figure. */
export const administrativeOutcomes = ['same_event', 'outside_our_work', 'test'] as const;
export type AdministrativeOutcome = (typeof administrativeOutcomes)[number];
/** An outcome of either kind; the first of a case's outcomes is the main one. */
export type MainOutcome = (typeof outcomes)[number] | AdministrativeOutcome;
