/** What this function reads from its environment; infra sets exactly these. */
export const environment = ['FACTS_TABLE'] as const;
