import type { SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';
import type { Reactor } from '#shared/contracts/events/consumers.ts';
import { parseEnvelope } from '../../contracts/events/parse-envelope.ts';
import { eventId, type CaseEvent } from '../../domain/case/events.ts';
import type { CaseWriter } from '../../ports/case-store.ts';
import { errorName, log, measure, withLogIds } from '../log/log.ts';
import { partialBatch } from './partial-batch.ts';

/**
 * What became of an event in a reactor.
 * - `done`: its effect and its DONE row were written in one transaction, now or earlier.
 * - `ignored`: there is nothing to do; the framework writes the DONE row, so that the sweeper need not ask again.
 * - `retry`: not now. The message comes back, and goes to the dead-letter queue after its last receive.
 */
export type Reaction =
  { outcome: 'done' } | { outcome: 'ignored'; reason: string } | { outcome: 'retry'; reason: string };

/**
 * A reactor's queue handler. Each message stands for itself: one that cannot be read or fails is reported as failed alone,
 * the others are acknowledged. Nothing is acknowledged that has no DONE row. `reactorOf` is asked for each
 * batch, so that what its messages have in common can be read once.
 */
export function queueHandler(
  reactor: Reactor,
  reactorOf: () => (event: CaseEvent) => Promise<Reaction>,
  cases: Pick<CaseWriter, 'writeDone'>,
): (batch: SQSEvent) => Promise<SQSBatchResponse> {
  const handle = async (record: SQSRecord, react: ReturnType<typeof reactorOf>): Promise<boolean> => {
    let event: CaseEvent;
    try {
      event = parseEnvelope(record.body);
    } catch (error) {
      log('event_unreadable', { reactor, errorName: errorName(error) });
      measure('EventUnreadable', 1);
      return false;
    }
    const id = eventId(event);
    const { traceparent, type: eventType, caseId } = event;
    return withLogIds({ reactor, eventId: id, eventType, caseId, traceparent }, async () => {
      try {
        const reaction = await react(event);
        if (reaction.outcome === 'ignored') {
          // Of an erased case nothing may be written again; its events are gone, so nobody asks whether this one is done.
          if (reaction.reason !== 'case_gone') await cases.writeDone(caseId, { reactor, eventId: id });
          log('event_ignored', { reason: reaction.reason });
        } else if (reaction.outcome === 'retry') {
          log('event_to_retry', { reason: reaction.reason });
        } else {
          log('event_done');
        }
        return reaction.outcome !== 'retry';
      } catch (error) {
        log('event_failed', { errorName: errorName(error) });
        measure('EventFailed', 1);
        return false;
      }
    });
  };

  return (batch) => {
    const react = reactorOf();
    return partialBatch((record) => handle(record, react))(batch);
  };
}
