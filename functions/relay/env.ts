/** What this function reads from its environment; infra sets exactly these. */
export const environment = [
  'CASE_EVENTS_TABLE',
  'TRIAGE_QUEUE_URL',
  'SLA_TIMER_QUEUE_URL',
  'REFERRAL_QUEUE_URL',
  'STATISTICS_QUEUE_URL',
  'NOTIFICATION_QUEUE_URL',
] as const;
