/** What this function reads from its environment; infra sets exactly these. */
export const environment = ['CASES_TABLE', 'CASE_EVENTS_TABLE', 'KEYS_TABLE', 'INDEX_KEY_ARN'] as const;
