/** What this function reads from its environment; infra sets exactly these. */
export const environment = ['CASES_TABLE', 'KEYS_TABLE'] as const;
