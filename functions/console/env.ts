/** What this function reads from its environment; infra sets exactly these. */
export const environment = ['SIGN_IN_ADDRESS', 'STAFF_CLIENT_ID'] as const;
