import type { Fact } from '../../../domain/keeping/case-fact.ts';
import type { FrozenQuarter } from '../../../domain/keeping/statistics.ts';
import { textOf, toRow, type Row } from '../dynamo/attribute-values.ts';
import { casePartition, contentOf, type RowKey } from '../cases/rows.ts';

/** In the Cases table: the case points to its fact. The fact does not know its case. */
export const factPointerKey = (caseId: string): RowKey => ({ pk: casePartition(caseId), sk: 'FACT' });

export function factPointerRow(caseId: string, pointer: { id: string; month: string; revision: number }): Row {
  return toRow({ ...factPointerKey(caseId), ...pointer });
}

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
