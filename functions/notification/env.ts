/** What this function reads from its environment; infra sets exactly these. */
export const environment = [
  'CASES_TABLE',
  'DIRECTORY_TABLE',
  'CONTENT_KEY_ARN',
  'MAIL_FROM',
  'MAIL_CONFIGURATION_SET',
  'MAILS_PER_DAY',
  'STAFF_URL',
] as const;
