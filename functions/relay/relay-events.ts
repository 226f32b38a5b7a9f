import { isReactor } from '#shared/contracts/events/consumers.ts';
import { isKnown } from '#shared/contracts/events/envelope.ts';
import { eventId } from '#shared/domain/case/events.ts';
import { errorName, type Log, type Measure } from '#shared/lambda/log/log.ts';
import type { Clock } from '#shared/ports/clock.ts';
import type { EventQueues, OutboxEvent, RelayMarks } from '#shared/ports/outbox.ts';

interface RelayEvents {
  queues: EventQueues;
  marks: RelayMarks;
  clock: Clock;
  log: Log;
  measure: Measure;
}

/**
 * Puts each event on the queue of every reactor that consumes it. Marks the events that all of these queues took.
 * Answers the events that were not taken or not marked, to be relayed again. A message sent twice takes effect once. What
 * only a newer release knows is left to its sweeper: its mark stands.
 */
export function relayEvents({ queues, marks, clock, log, measure }: RelayEvents) {
  return async (events: readonly OutboxEvent[]): Promise<{ failed: OutboxEvent[] }> => {
    const consumed = events.filter((event) => isKnown(event) && event.awaits.some(isReactor));
    const deliveries = consumed.flatMap((event) =>
      event.awaits.filter(isReactor).map((reactor) => ({ event, reactor })),
    );
    const { failed } = await queues.send(deliveries);
    for (const { event, reactor } of failed) {
      log('event_not_sent', { caseId: event.caseId, eventId: eventId(event), reactor });
    }
    if (failed.length > 0) measure('EventNotSent', failed.length);

    const notTaken = new Set(failed.map(({ event }) => eventId(event)));
    const sent = consumed.filter((event) => !notTaken.has(eventId(event)));
    const at = clock.now();
    const marked = await Promise.all(sent.map((event) => mark(event, at)));
    const notMarked = sent.filter((_, position) => !marked[position]);
    return { failed: [...consumed.filter((event) => notTaken.has(eventId(event))), ...notMarked] };
  };

  async function mark(event: OutboxEvent, at: string): Promise<boolean> {
    try {
      await marks.markSent(event, at);
      return true;
    } catch (error) {
      log('event_not_sent', { caseId: event.caseId, eventId: eventId(event), errorName: errorName(error) });
      return false;
    }
  }
}
