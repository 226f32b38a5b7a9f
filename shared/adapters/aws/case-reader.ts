import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { CaseReader } from '../../ports/case-store.ts';
import { getRow, rowsOfCase } from './read-rows.ts';
import { caseFrom, metaKey, timerFrom } from './rows.ts';
import type { TableNames } from './table-names.ts';

/**
 * Two consistent reads, not one: a change may fall between them. Whoever writes on what it read is stopped by the revision
 * then; whoever writes nothing is told of that change by its own event.
 */
export function caseReader(db: DynamoDBClient, tables: Pick<TableNames, 'cases'>): CaseReader {
  return {
    load: async (caseId) => {
      const [meta, timers] = await Promise.all([
        getRow(db, tables.cases, metaKey(caseId)),
        rowsOfCase(db, tables.cases, caseId, 'TIMER#'),
      ]);
      return meta && { case: caseFrom(meta), timers: timers.map(timerFrom) };
    },
  };
}
