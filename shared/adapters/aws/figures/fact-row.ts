import type { CountedNotice, Fact } from '../../../domain/keeping/case-fact.ts';
import type { FrozenQuarter } from '../../../domain/keeping/statistics.ts';
import type { Tally, TallyStep } from '../../../domain/keeping/tally.ts';
import { fromRow, textOf, toRow, type Row } from '../dynamo/attribute-values.ts';
import type { TransactWriteItem } from '@aws-sdk/client-dynamodb';
import { casePartition, contentOf, type RowKey } from '../cases/rows.ts';

/** In the Cases table: the case points to its fact. The fact does not know its case. */
export const factPointerKey = (caseId: string): RowKey => ({ pk: casePartition(caseId), sk: 'FACT' });

export function factPointerRow(
  caseId: string,
  pointer: { id: string; month: string; revision: number },
  notices: readonly CountedNotice[],
): Row {
  const rows = Object.fromEntries(notices.map(({ notice, id }) => [notice, id]));
  const counted = notices.length === 0 ? {} : { notices: rows, noticeCount: notices.length };
  return toRow({ ...factPointerKey(caseId), ...pointer, ...counted });
}

/** The rows of the case's notices, by the id of the notice. A pointer that release 0.1.0 wrote has none. */
export function noticesIn(pointer: Row): Record<string, string> {
  return fromRow(pointer['notices']?.M ?? {}) as Record<string, string>;
}

/** In the Facts table: one takedown notice. It stays as it is when its case is erased. */
export const noticeRow = ({ fact, id }: CountedNotice): Row => toRow({ pk: `NOTICE#${fact.quarter}`, sk: id, ...fact });

/**
 * In the Facts table, and never published: what erased cases were by region (`ERASED` of a quarter) or special risk
 * (`ERASED` of a year), and what all cases of a frozen quarter were by region (`FROZEN`).
 */
export const erasedTallyKey = (period: string): RowKey => ({ pk: `TALLY#${period}`, sk: 'ERASED' });

/** Adds one erased case to its tally. */
export function addToTally(table: string, { period, codes }: TallyStep): TransactWriteItem {
  return {
    Update: {
      TableName: table,
      Key: toRow(erasedTallyKey(period)),
      UpdateExpression: `ADD cases :one, ${codes.map((_, index) => `#c${index} :one`).join(', ')}`,
      ExpressionAttributeNames: Object.fromEntries(codes.map((code, index) => [`#c${index}`, code])),
      ExpressionAttributeValues: toRow({ ':one': 1 }),
    },
  };
}

/** How many erased cases a tally holds, and its counts by code. */
export function tallyFrom(row: Row | undefined): { cases: number; tally: Tally } {
  const { pk: _, sk: __, cases = 0, frozen: ___, ...tally } = fromRow(row ?? {}) as Record<string, number>;
  return { cases, tally };
}

/** The regions of a frozen quarter: of all its cases. */
export const frozenTallyRow = (quarter: string, regions: Tally): Row =>
  toRow({ pk: erasedTallyKey(quarter).pk, sk: 'FROZEN', ...regions });

/** In the Facts table. A fact stands under its month until its case is erased, then under its quarter. */
export function factKey({ month, quarter }: Pick<Fact, 'month' | 'quarter'>, id: string): RowKey {
  return { pk: month === undefined ? `QUARTER#${quarter}` : `MONTH#${month}`, sk: id };
}

export const factRow = (fact: Fact, id: string): Row => toRow({ ...factKey(fact, id), ...fact });
export const factFrom = (row: Row): Fact => contentOf(row) as unknown as Fact;

/** The published figures of a year: one row for each quarter. They are JSON, because a hidden count is null. */
export const publishedPartition = (year: number): string => `PUBLISHED#${year}`;

export function publishedRow(frozen: FrozenQuarter): Row {
  const year = Number(frozen.quarter.slice(0, 4));
  return toRow({ pk: publishedPartition(year), sk: frozen.quarter, figures: JSON.stringify(frozen) });
}
export const publishedFrom = (row: Row): FrozenQuarter => JSON.parse(textOf(row, 'figures')) as FrozenQuarter;
