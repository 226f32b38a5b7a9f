import { dynamoClient, sqsClient } from '#shared/adapters/aws/dynamo/clients.ts';
import { outboxEventFrom } from '#shared/adapters/aws/events/event-row.ts';
import { eventQueues } from '#shared/adapters/aws/events/event-queues.ts';
import { relayMarks } from '#shared/adapters/aws/events/relay-marks.ts';
import { readEnvironment, reactorQueueUrls } from '#shared/lambda/environment.ts';
import { streamHandler } from '#shared/lambda/events/stream-handler.ts';
import { log, measure } from '#shared/lambda/log/log.ts';
import { systemClock } from '#shared/ports/clock.ts';
import { environment } from './env.ts';
import { relayEvents } from './relay-events.ts';

const names = readEnvironment(environment);

/**
 * Triggered by the stream of CaseEvents. May fire twice for the same event. Each reactor's DONE row makes that
 * harmless.
 */
export const handler = streamHandler(
  outboxEventFrom,
  relayEvents({
    queues: eventQueues(sqsClient(), reactorQueueUrls(names)),
    marks: relayMarks(dynamoClient(), { caseEvents: names.CASE_EVENTS_TABLE }),
    clock: systemClock,
    log,
    measure,
  }),
);
