/** What this function reads from its environment; infra sets exactly these. */
export const environment = ['DIRECTORY_TABLE'] as const;
