import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { Case } from '../../../domain/case/case.ts';
import type { CaseReader } from '../../../ports/case-store.ts';
import { getRow, rowsOfCase } from '../dynamo/read-rows.ts';
import { caseFrom, metaKey, timerFrom } from './rows.ts';
import type { TableNames } from '../dynamo/table-names.ts';

/**
 * Two consistent reads, the case before its timers: a change may fall between them, and then the timers are newer than the
 * revision, never older. Whoever writes on what it read is stopped by the revision then; whoever writes nothing is told of
 * that change by its own event. The other way round a timer already raised would be raised once more.
 */
export function caseReader(db: DynamoDBClient, tables: Pick<TableNames, 'cases'>): CaseReader {
  const loadWithoutTimers = async (caseId: string): Promise<Case | undefined> => {
    const meta = await getRow(db, tables.cases, metaKey(caseId));
    return meta && caseFrom(meta);
  };

  return {
    loadWithoutTimers,
    load: async (caseId) => {
      const of = await loadWithoutTimers(caseId);
      if (of === undefined) return undefined;
      const timers = await rowsOfCase(db, tables.cases, caseId, 'TIMER#');
      return { case: of, timers: timers.map(timerFrom) };
    },
  };
}
