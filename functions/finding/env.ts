/** What this function reads from its environment; infra sets exactly these. */
export const environment = ['CASES_TABLE', 'ACCESS_LOG_TABLE', 'DIRECTORY_TABLE', 'INDEX_KEY_ARN'] as const;
