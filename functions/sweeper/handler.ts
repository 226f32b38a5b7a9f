import { dynamoClient, sqsClient } from '#shared/adapters/aws/dynamo/clients.ts';
import { eventQueues } from '#shared/adapters/aws/events/event-queues.ts';
import { pendingEvents } from '#shared/adapters/aws/events/pending-events.ts';
import { readEnvironment, reactorQueueUrls } from '#shared/lambda/environment.ts';
import { scheduleHandler } from '#shared/lambda/events/schedule-handler.ts';
import { log, measure } from '#shared/lambda/log/log.ts';
import { systemClock } from '#shared/ports/clock.ts';
import { environment } from './env.ts';
import { sweepOutbox } from './sweep-outbox.ts';

const names = readEnvironment(environment);

/** Triggered every minute. Two sweeps at once would send undone events twice, which is harmless. */
export const handler = scheduleHandler(
  sweepOutbox({
    events: pendingEvents(dynamoClient(), { cases: names.CASES_TABLE, caseEvents: names.CASE_EVENTS_TABLE }),
    queues: eventQueues(sqsClient(), reactorQueueUrls(names)),
    clock: systemClock,
    log,
    measure,
  }),
);
