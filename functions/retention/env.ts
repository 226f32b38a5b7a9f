/** What this function reads from its environment; infra sets exactly these. */
export const environment = [
  'CASES_TABLE',
  'CASE_EVENTS_TABLE',
  'KEYS_TABLE',
  'ERASURES_TABLE',
  'FACTS_TABLE',
  'ACCESS_LOG_TABLE',
] as const;
