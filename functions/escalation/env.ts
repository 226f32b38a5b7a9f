/** What this function reads from its environment; infra sets exactly these. */
export const environment = [
  'CASES_TABLE',
  'CASE_EVENTS_TABLE',
  'DIRECTORY_TABLE',
  'MAIL_FROM',
  'MAIL_CONFIGURATION_SET',
  'STAFF_URL',
] as const;
