import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import withMiddleware from '@middy/core';
import type { DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda';
import { eventId } from '../../domain/case/events.ts';
import { errorName, log } from '../log/log.ts';
import { failedRelay } from '../middleware/failed-relay.ts';
import { noContext } from '../middleware/no-context.ts';

/** An event of the table, as far as it is told apart from others. */
type Numbered = Parameters<typeof eventId>[0];
type EventFrom<E> = (row: Record<string, AttributeValue>) => E;

/**
 * Handler of the event table's stream (INSERT only, new image). The stream is read again from the first failed record,
 * so only that one is named. Events after it are relayed twice, which is harmless.
 */
export function streamHandler<E extends Numbered>(
  eventFrom: EventFrom<E>,
  relay: (events: E[]) => Promise<{ failed: E[] }>,
): (batch: DynamoDBStreamEvent) => Promise<DynamoDBBatchResponse> {
  const failedOf = withMiddleware<E[], E[]>()
    .use(failedRelay())
    .handler(async (events) => (await relay(events)).failed);
  return async ({ Records }) => {
    const read = Records.map((record) => ({ record, event: eventOf(record, eventFrom) }));
    const events = read.flatMap(({ event }) => (event === undefined ? [] : [event]));
    const failed = new Set((await failedOf(events, noContext)).map(eventId));
    const first = read.find(({ event }) => event === undefined || failed.has(eventId(event)));
    return { batchItemFailures: first === undefined ? [] : [{ itemIdentifier: sequenceNumberOf(first.record) }] };
  };
}

/** A record that cannot be read is logged by itself. The events beside it are relayed all the same. */
function eventOf<E>(record: DynamoDBRecord, eventFrom: EventFrom<E>): E | undefined {
  try {
    return eventFrom((record.dynamodb?.NewImage ?? {}) as Record<string, AttributeValue>);
  } catch (error) {
    log('record_unreadable', { errorName: errorName(error) });
    return undefined;
  }
}

function sequenceNumberOf(record: DynamoDBRecord): string {
  const number = record.dynamodb?.SequenceNumber;
  if (number === undefined) throw new TypeError('A stream record has no sequence number.');
  return number;
}
