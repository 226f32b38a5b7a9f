import { consumersOf } from '#shared/contracts/events/consumers.ts';
import { eventId, type CaseEvent } from '../../../domain/case/events.ts';
import { fromRow, textOf, toRow, type Row } from '../dynamo/attribute-values.ts';
import { casePartition } from '../cases/rows.ts';
import { shardOf } from '../dynamo/shard.ts';

const structural = ['pk', 'pendingPk', 'pendingSk', 'sentAt', 'resent'];

export const eventKey = (event: { caseId: string; number: number }): Row =>
  toRow({ pk: casePartition(event.caseId), number: event.number });

/**
 * An event as a row of the history, which is also the outbox. Its `pending` mark stands until every consumer has done
 * its work. An event without consumers is history only and never gets the mark.
 */
export function eventRow(event: CaseEvent): Row {
  const pending = consumersOf(event.type).length > 0;
  return toRow({
    pk: casePartition(event.caseId),
    ...event,
    ...(pending ? { pendingPk: `PENDING#${shardOf(event.caseId)}`, pendingSk: `${event.time}#${eventId(event)}` } : {}),
  });
}

/** Reads the event of a row from the table, the index or the stream. Throws `TypeError` for any other row. */
export function eventFrom(row: Row): CaseEvent {
  for (const name of ['caseId', 'type', 'time', 'actor']) textOf(row, name);
  return fromRow(
    Object.fromEntries(Object.entries(row).filter(([name]) => !structural.includes(name))),
  ) as unknown as CaseEvent;
}
