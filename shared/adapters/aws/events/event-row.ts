import { consumersOf } from '#shared/contracts/events/consumers.ts';
import { eventVersions, isKnown, type WrittenEvent } from '#shared/contracts/events/envelope.ts';
import { eventId, type CaseEvent } from '../../../domain/case/events.ts';
import type { OutboxEvent } from '../../../ports/outbox.ts';
import { fromRowWithout, textOf, toRow, type Row } from '../dynamo/attribute-values.ts';
import { casePartition } from '../cases/rows.ts';
import { shardOf } from '../dynamo/shard.ts';

const structural = new Set(['pk', 'pendingPk', 'pendingSk', 'sentAt', 'resent', 'version', 'awaits']);

export const eventKey = (event: { caseId: string; number: number }): Row =>
  toRow({ pk: casePartition(event.caseId), number: event.number });

/**
 * An event as a row of the history, which is also the outbox. Its `pending` mark stands until everybody whom it awaits has
 * done their work. An event without consumers is history only and never gets the mark. Version and consumers are those of
 * the release that writes it: another release may send it (docs/decisions/194).
 */
export function eventRow(event: CaseEvent): Row {
  const awaits = consumersOf(event.type);
  const shard = shardOf(event.caseId);
  return toRow({
    pk: casePartition(event.caseId),
    ...event,
    version: eventVersions[event.type],
    ...(awaits.length > 0
      ? { awaits, pendingPk: `PENDING#${shard}`, pendingSk: `${event.time}#${eventId(event)}` }
      : {}),
  });
}

/** Reads the event of a row from the table, the index or the stream. Throws `TypeError` for any other row. */
export function eventFrom(row: Row): CaseEvent {
  for (const name of ['caseId', 'type', 'time', 'actor']) textOf(row, name);
  return fromRowWithout(row, structural) as unknown as CaseEvent;
}

/** The same, with its version. Rows of release 0.1.0 name none: theirs is the first. */
export function writtenEventFrom(row: Row): WrittenEvent {
  return { ...eventFrom(row), version: Number(row['version']?.N ?? 1) };
}

/** The same, as it is sent. Rows of release 0.1.0 do not say whom they await. */
export function outboxEventFrom(row: Row): OutboxEvent {
  const event = writtenEventFrom(row);
  const awaits = (row['awaits']?.L ?? []).flatMap(({ S: reactor }) => (reactor === undefined ? [] : [reactor]));
  const here = isKnown(event) ? consumersOf(event.type) : [];
  return { ...event, awaits: [...new Set([...here, ...awaits])] };
}
