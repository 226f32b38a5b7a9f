/** What this function reads from its environment; infra sets exactly these. */
export const environment = [
  'CASES_TABLE',
  'CASE_EVENTS_TABLE',
  'KEYS_TABLE',
  'ACCESS_LOG_TABLE',
  'DIRECTORY_TABLE',
  'CONTENT_KEY_ARN',
  'DESK_KEY_ARN',
  'REFERRAL_DESK',
] as const;
