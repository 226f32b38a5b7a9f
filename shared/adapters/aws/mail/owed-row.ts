import type { OwedAlert } from '../../../ports/owed-alerts.ts';
import { casePartition, contentOf, dueAttributes, type RowKey } from '../cases/rows.ts';
import { toRow, type Row } from '../dynamo/attribute-values.ts';

export const owedKey = ({ event }: OwedAlert): RowKey => ({
  pk: casePartition(event.caseId),
  sk: `OWED#${event.number}`,
});

/** An owed alert stands in the `due` index at the instant since when it is owed, until it is ended. */
export function owedRow(owed: OwedAlert): Row {
  const key = owedKey(owed);
  return toRow({ ...key, ...owed, ...dueAttributes(key, owed.since) });
}

export const owedFrom = (row: Row): OwedAlert => contentOf(row) as unknown as OwedAlert;
