import { randomUUID } from 'node:crypto';
import * as z from 'zod/mini';
import { readFilter } from './event-filter.ts';
import { NotEmulated, parseProperties } from '../template/template.ts';
import type { Resource } from '../template/template.ts';

/** An event as a service puts it on the account's bus. */
export interface BusEvent {
  source: string;
  'detail-type': string;
  detail: Readonly<Record<string, unknown>>;
}

export interface EventBus {
  /** Whether a configuration set gives events of this type, such as `bounce`, to the bus. */
  isPublished: (configurationSet: string, type: string) => boolean;
  /** Gives an event to the queue of every rule that matches it. Resolves when the queues have it. */
  put: (event: BusEvent) => Promise<void>;
}

const text = z.string();
const ruleShape = z.strictObject({
  Name: z.optional(text),
  Description: z.optional(text),
  EventPattern: z.record(text, z.unknown()),
  EventBusName: z.optional(z.literal('default')),
  State: z.literal('ENABLED'),
  Targets: z.array(
    z.strictObject({
      Id: text,
      Arn: text,
      // The way to a queue never fails here while Besa runs. So nothing is tried again or put aside on it.
      DeadLetterConfig: z.optional(z.unknown()),
      RetryPolicy: z.optional(z.unknown()),
    }),
  ),
  Tags: z.optional(z.unknown()),
});

const destinationShape = z.strictObject({
  ConfigurationSetName: text,
  EventDestination: z.strictObject({
    Name: z.optional(text),
    Enabled: z.literal(true),
    EventBridgeDestination: z.strictObject({ EventBusArn: text.check(z.endsWith(':event-bus/default')) }),
    MatchingEventTypes: z.array(text),
  }),
});

/**
 * The account's own event bus, with the rules of the template. Throws `NotEmulated` when a rule may not send to its
 * queue.
 */
export function eventBus(
  resources: readonly Resource[],
  place: {
    region: string;
    accountId: string;
    now: () => Date;
    send: (queueArn: string, body: string) => Promise<void>;
  },
): EventBus {
  const of = (type: string): Resource[] => resources.filter((resource) => resource.type === type);
  const rules = of('AWS::Events::Rule').map((rule) => {
    const { EventPattern, Targets } = parseProperties(ruleShape, rule);
    for (const { Arn } of Targets) refuseClosedQueue(resources, rule, Arn);
    return { matches: readFilter(EventPattern), queueArns: Targets.map(({ Arn }) => Arn) };
  });
  const destinations = of('AWS::SES::ConfigurationSetEventDestination').map((destination) =>
    parseProperties(destinationShape, destination),
  );
  return {
    isPublished: (configurationSet, type) =>
      destinations.some(
        ({ ConfigurationSetName, EventDestination }) =>
          ConfigurationSetName === configurationSet && EventDestination.MatchingEventTypes.includes(type),
      ),
    put: async (event) => {
      const whole = {
        version: '0',
        id: randomUUID(),
        account: place.accountId,
        time: place.now().toISOString(),
        region: place.region,
        resources: [],
        ...event,
      };
      const queueArns = rules.filter(({ matches }) => matches(whole)).flatMap((rule) => rule.queueArns);
      await Promise.all(queueArns.map((queueArn) => place.send(queueArn, JSON.stringify(whole))));
    },
  };
}

/** The bus has only the rights that the queue's own policy gives to this rule. */
function refuseClosedQueue(resources: readonly Resource[], rule: Resource, queueArn: string): void {
  const queue = resources.find(({ type, arn }) => type === 'AWS::SQS::Queue' && arn === queueArn);
  if (queue === undefined) throw new NotEmulated(`the rule ${rule.logicalId} with a target that is no queue`);
  const policies = resources.filter(
    ({ type, properties }) =>
      type === 'AWS::SQS::QueuePolicy' && (properties['Queues'] as string[]).includes(queue.ref),
  );
  const isOpen = policies
    .flatMap(({ properties }) => (properties['PolicyDocument'] as { Statement: Statement[] }).Statement)
    .some(
      ({ Effect, Action, Principal, Condition }) =>
        Effect === 'Allow' &&
        [Action].flat().includes('sqs:SendMessage') &&
        JSON.stringify(Principal) === '{"Service":"events.amazonaws.com"}' &&
        Condition?.['ArnEquals']?.['aws:SourceArn'] === rule.arn,
    );
  if (!isOpen) throw new NotEmulated(`the rule ${rule.logicalId}, which may not send to its queue`);
}

interface Statement {
  Effect: string;
  Action: string | string[];
  Principal?: unknown;
  Condition?: Record<string, Record<string, unknown>>;
}
