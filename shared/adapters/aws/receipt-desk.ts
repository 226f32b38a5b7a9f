import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { ReceiptDesk } from '../../ports/case-store.ts';
import { textOf } from './attribute-values.ts';
import { messagesOf } from './messages.ts';
import { getRow } from './read-rows.ts';
import { caseFrom, metaKey, receiptKey, receiptKeysKey } from './rows.ts';
import type { TableNames } from './table-names.ts';

/** Both rows of a receipt are read at once and always, so that an unknown one costs the same work as a known one. */
export function receiptDesk(db: DynamoDBClient, tables: Pick<TableNames, 'cases' | 'keys'>): ReceiptDesk {
  return {
    find: async (lookup) => {
      const [receipt, keys] = await Promise.all([
        getRow(db, tables.cases, receiptKey(lookup)),
        getRow(db, tables.keys, receiptKeysKey(lookup)),
      ]);
      if (receipt === undefined || keys === undefined) return undefined;
      return { caseId: textOf(receipt, 'caseId'), threadForReporter: textOf(keys, 'threadForReporter') };
    },
    case: async (caseId) => {
      const row = await getRow(db, tables.cases, metaKey(caseId));
      return row && caseFrom(row);
    },
    messages: (caseId) => messagesOf(db, tables.cases, caseId),
  };
}
