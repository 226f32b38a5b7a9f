import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { Case } from '../../../domain/case/case.ts';
import type { CaseReader, CaseWithTimers } from '../../../ports/case-store.ts';
import { getRow, getRows, rowsOfCase } from '../dynamo/read-rows.ts';
import { caseFrom, metaKey, timerFrom } from './rows.ts';
import type { TableNames } from '../dynamo/table-names.ts';

/**
 * Two consistent reads: first the case, then its timers. If a change falls between them, the timers are newer than the
 * revision, never older. A caller that writes is then stopped by the revision. A caller that writes nothing hears of
 * the change by the event of that change. In the other order, a timer that was already escalated would be escalated a
 * second time.
 */
export function caseReader(db: DynamoDBClient, tables: Pick<TableNames, 'cases'>): CaseReader {
  const loadWithoutTimers = async (caseId: string): Promise<Case | undefined> => {
    const meta = await getRow(db, tables.cases, metaKey(caseId));
    return meta && caseFrom(meta);
  };

  return {
    loadWithoutTimers,
    loadEachWithoutTimers: async (caseIds) => {
      const rows = await getRows(db, tables.cases, caseIds.map(metaKey));
      return rows.map((row) => row && caseFrom(row));
    },
    load: async (caseId) => {
      const of = await loadWithoutTimers(caseId);
      if (of === undefined) return undefined;
      const timers = await rowsOfCase(db, tables.cases, caseId, 'TIMER#');
      return { case: of, timers: timers.map(timerFrom) };
    },
  };
}

/**
 * A case with its timers, in the same two reads whether it is there or not. For who is asked by a code: the time does not
 * tell whether it leads anywhere.
 */
export async function loadAlike(
  db: DynamoDBClient,
  tables: Pick<TableNames, 'cases'>,
  caseId: string,
): Promise<CaseWithTimers | undefined> {
  const meta = await getRow(db, tables.cases, metaKey(caseId));
  const timers = await rowsOfCase(db, tables.cases, caseId, 'TIMER#');
  return meta && { case: caseFrom(meta), timers: timers.map(timerFrom) };
}
