import { reactors, type Reactor } from '#shared/contracts/events/consumers.ts';

type UpperSnake<T extends string> = T extends `${infer Head}-${infer Tail}`
  ? `${Uppercase<Head>}_${UpperSnake<Tail>}`
  : Uppercase<T>;
export type QueueUrlName = `${UpperSnake<Reactor>}_QUEUE_URL`;
/** Every environment variable a function may read. infra sets exactly those that a function lists in its `env.ts`. */
export type EnvironmentName =
  | 'CASES_TABLE'
  | 'CASE_EVENTS_TABLE'
  | 'KEYS_TABLE'
  | 'ACCESS_LOG_TABLE'
  | 'DIRECTORY_TABLE'
  | 'ERASURES_TABLE'
  | 'FACTS_TABLE'
  | 'CONTENT_KEY_ARN'
  | 'ID_KEY_ARN'
  | 'INDEX_KEY_ARN'
  | 'DESK_KEY_ARN'
  | 'REFERRAL_DESK'
  | 'MAIL_FROM'
  | 'MAIL_CONFIGURATION_SET'
  | 'MAILS_PER_DAY'
  | 'STAFF_URL'
  | 'SIGN_IN_ADDRESS'
  | 'STAFF_CLIENT_ID'
  | QueueUrlName;

/** The name of the variable that holds a reactor's queue URL: `sla-timer` -> `SLA_TIMER_QUEUE_URL`. */
export function queueUrlName(reactor: Reactor): QueueUrlName {
  return `${reactor.toUpperCase().replaceAll('-', '_')}_QUEUE_URL` as QueueUrlName;
}

/** The variables of every reactor's queue, for a function that sends to all of them. */
export const queueUrlNames: readonly QueueUrlName[] = reactors.map(queueUrlName);

/** Reads the variables that a function declares in its `env.ts`. Throws at start when one is missing, and names it. */
export function readEnvironment<const N extends EnvironmentName>(names: readonly N[]): Readonly<Record<N, string>> {
  return Object.fromEntries(
    names.map((name) => {
      const value = process.env[name];
      if (value === undefined || value === '') throw new Error(`The environment variable ${name} is not set.`);
      return [name, value];
    }),
  ) as Record<N, string>;
}

/** The queue URL of each reactor, from the variables of a function that sends to all of them. */
export function reactorQueueUrls(variables: Readonly<Record<QueueUrlName, string>>): Record<Reactor, string> {
  return Object.fromEntries(reactors.map((reactor) => [reactor, variables[queueUrlName(reactor)]])) as Record<
    Reactor,
    string
  >;
}
