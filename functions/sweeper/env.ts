import { queueUrlNames } from '#shared/lambda/environment.ts';

/** What this function reads from its environment; infra sets exactly these. */
export const environment = ['CASES_TABLE', 'CASE_EVENTS_TABLE', ...queueUrlNames] as const;
