/** What this function reads from its environment; infra sets exactly these. */
export const environment = ['CASES_TABLE', 'FACTS_TABLE'] as const;
