import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { Numbers, SealedMessage, SealedNote, SealedUnit } from '../../../ports/case-store.ts';
import { getRow, getRows, rowsOfCase } from '../dynamo/read-rows.ts';
import type { Row } from '../dynamo/attribute-values.ts';
import {
  messageFrom,
  messageKey,
  noteFrom,
  noteKey,
  postedKey,
  sealedUnitFrom,
  unitPrefix,
  type RowKey,
} from './rows.ts';

/** How many messages or notes one call reads: far below the 100 rows and 16 MB that the database answers at most. */
export const rowsAtOnce = 50;

/** Messages of a case by their numbers, in order. Numbers without a message are left out. */
export async function messagesOf(
  db: DynamoDBClient,
  table: string,
  caseId: string,
  numbers: Numbers,
): Promise<SealedMessage[]> {
  const rows = await rowsByNumber(db, table, numbers, (number) => messageKey(caseId, number));
  return rows.map(messageFrom);
}

/** Notes of a case by their numbers, in order. Numbers without a note are left out. */
export async function notesOf(
  db: DynamoDBClient,
  table: string,
  caseId: string,
  numbers: Numbers,
): Promise<SealedNote[]> {
  const rows = await rowsByNumber(db, table, numbers, (number) => noteKey(caseId, number));
  return rows.map(noteFrom);
}

/** The units that the report was passed on to. */
export async function unitsOf(db: DynamoDBClient, table: string, caseId: string): Promise<SealedUnit[]> {
  return (await rowsOfCase(db, table, caseId, unitPrefix)).map(sealedUnitFrom);
}

/** The number of the message that was posted under this id. Messages of 0.1.0 have no such row. */
export async function postedNumber(
  db: DynamoDBClient,
  table: string,
  caseId: string,
  id: string,
): Promise<number | undefined> {
  const row = await getRow(db, table, postedKey(caseId, id));
  return row && Number(row['number']?.N);
}

async function rowsByNumber(
  db: DynamoDBClient,
  table: string,
  { from, to }: Numbers,
  keyOf: (number: number) => RowKey,
): Promise<Row[]> {
  const rows: Row[] = [];
  for (let first = from; first <= to; first += rowsAtOnce) {
    const count = Math.min(rowsAtOnce, to - first + 1);
    const keys = Array.from({ length: count }, (_, index) => keyOf(first + index));
    rows.push(...(await getRows(db, table, keys)).filter((row) => row !== undefined));
  }
  return rows;
}
