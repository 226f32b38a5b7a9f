import type { DynamoDBClient, TransactWriteItem } from '@aws-sdk/client-dynamodb';
import type { OwedAlert, OwedAlerts } from '../../../ports/owed-alerts.ts';
import { writeWithMails, type CaseStepLabel } from '../cases/case-writer.ts';
import { toRow } from '../dynamo/attribute-values.ts';
import { rowsOfCase } from '../dynamo/read-rows.ts';
import type { TableNames } from '../dynamo/table-names.ts';
import { transact } from '../dynamo/transaction.ts';
import { owedFrom, owedKey } from './owed-row.ts';

export function owedAlerts(db: DynamoDBClient, tables: Pick<TableNames, 'cases'>): OwedAlerts {
  /** Ends it, if it stands. */
  const ending = (owed: OwedAlert): TransactWriteItem => ({
    Delete: { TableName: tables.cases, Key: toRow(owedKey(owed)), ConditionExpression: 'attribute_exists(pk)' },
  });
  return {
    ofCase: async (caseId) => {
      const rows = await rowsOfCase(db, tables.cases, caseId, 'OWED#');
      return rows.map(owedFrom).toSorted((a, b) => b.event.number - a.event.number);
    },
    tell: (owed, mails) => writeWithMails(db, tables, ending(owed), mails),
    end: async (owed) => {
      await transact<CaseStepLabel>(db, [{ label: 'done', item: ending(owed) }]);
    },
  };
}
