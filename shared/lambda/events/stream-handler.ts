import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import type { DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda';
import { eventFrom } from '../../adapters/aws/events/event-row.ts';
import { eventId, type CaseEvent } from '../../domain/case/events.ts';
import { errorName, log } from '../log/log.ts';

/**
 * Handler of the event table's stream (INSERT only, new image). The stream is read on from the first failed record, so
 * only that one is named; events after it are relayed twice, which is harmless.
 */
export function streamHandler(
  relay: (events: CaseEvent[]) => Promise<{ failed: CaseEvent[] }>,
): (batch: DynamoDBStreamEvent) => Promise<DynamoDBBatchResponse> {
  return async ({ Records }) => {
    const read = Records.map((record) => ({ record, event: eventOf(record) }));
    const failed = await failedOf(
      relay,
      read.flatMap(({ event }) => (event === undefined ? [] : [event])),
    );
    const first = read.find(({ event }) => event === undefined || failed.has(eventId(event)));
    return { batchItemFailures: first === undefined ? [] : [{ itemIdentifier: sequenceNumberOf(first.record) }] };
  };
}

async function failedOf(
  relay: (events: CaseEvent[]) => Promise<{ failed: CaseEvent[] }>,
  events: CaseEvent[],
): Promise<Set<string>> {
  try {
    const { failed } = await relay(events);
    return new Set(failed.map(eventId));
  } catch (error) {
    log('event_failed', { errorName: errorName(error), count: events.length });
    return new Set(events.map(eventId));
  }
}

function eventOf(record: DynamoDBRecord): CaseEvent | undefined {
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
