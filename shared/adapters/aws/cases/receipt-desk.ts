import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { DeadCode } from '../../../domain/case/receipts/receipt.ts';
import type { ReceiptDesk } from '../../../ports/case-store.ts';
import { textOf } from '../dynamo/attribute-values.ts';
import { messagesOf, postedNumber, unitsOf } from './thread.ts';
import { getRow } from '../dynamo/read-rows.ts';
import { receiptLookups } from '../indexes/lookup-index.ts';
import { reporterTurns } from './reporter-turns.ts';
import { loadAlike } from './case-reader.ts';
import { receiptKey, receiptKeysKey } from './rows.ts';
import type { TableNames } from '../dynamo/table-names.ts';

/**
 * The same rows are read for every receipt, known or not, so that an unknown one costs the same work. Both rows of a
 * receipt are read at once, and the case before its timers (case-reader.ts says why).
 */
export function receiptDesk(db: DynamoDBClient, tables: Pick<TableNames, 'cases' | 'keys'>): ReceiptDesk {
  return {
    find: async (lookup) => {
      const [receipt, keys] = await Promise.all([
        getRow(db, tables.cases, receiptKey(lookup)),
        getRow(db, tables.keys, receiptKeysKey(lookup)),
      ]);
      const dead = receipt?.['dead']?.S;
      // A restored backup may have brought the key of a dead code back. It opens nothing all the same.
      if (receipt !== undefined && dead !== undefined) {
        return { caseId: textOf(receipt, 'caseId'), dead: dead as DeadCode };
      }
      if (receipt === undefined || keys === undefined) return undefined;
      return { caseId: textOf(receipt, 'caseId'), threadForReporter: textOf(keys, 'threadForReporter') };
    },
    load: (caseId) => loadAlike(db, tables, caseId),
    messages: (caseId, numbers) => messagesOf(db, tables.cases, caseId, numbers),
    ...receiptLookups(db, tables),
    ...reporterTurns(db, tables),
    posted: (caseId, id) => postedNumber(db, tables.cases, caseId, id),
    units: (caseId) => unitsOf(db, tables.cases, caseId),
  };
}
