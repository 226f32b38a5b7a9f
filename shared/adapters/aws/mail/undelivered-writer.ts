import type { DynamoDBClient, TransactWriteItem } from '@aws-sdk/client-dynamodb';
import type { Undelivered, UndeliveredWriter } from '../../../ports/undelivered.ts';
import { toRow } from '../dynamo/attribute-values.ts';
import { caseSteps, type CaseStepLabel } from '../cases/case-writer.ts';
import { memberKey } from '../directory/directory.ts';
import { mailKey } from './mail-row.ts';
import type { TableNames } from '../dynamo/table-names.ts';
import { transact, type Step } from '../dynamo/transaction.ts';

export function undeliveredWriter(
  db: DynamoDBClient,
  tables: Pick<TableNames, 'cases' | 'caseEvents' | 'directory'>,
): UndeliveredWriter {
  return {
    write: async (change, undelivered) => {
      const steps: Step<CaseStepLabel>[] = [
        ...caseSteps(change, {}, tables),
        { label: 'done', item: markMail(tables.cases, undelivered) },
        ...(undelivered.deadAddress === undefined
          ? []
          : [{ label: 'rest' as const, item: markAddress(tables.directory, undelivered, undelivered.deadAddress) }]),
      ];
      const outcome = await transact(db, steps);
      if (outcome.committed) return { written: true };
      return { written: false, because: outcome.refused.has('done') ? 'done_already' : 'conflict' };
    },
  };
}

/**
 * The mark is set once only, even if the feedback comes twice. A mail that came back is no longer due. A refused mail
 * stays due, because it may still get through.
 */
function markMail(table: string, { mail, because }: Undelivered): TransactWriteItem {
  return {
    Update: {
      TableName: table,
      Key: toRow(mailKey(mail)),
      UpdateExpression: `SET undelivered = :because${because === 'refused' ? '' : ' REMOVE duePk, dueSk'}`,
      ConditionExpression: 'attribute_exists(pk) AND attribute_not_exists(undelivered)',
      ExpressionAttributeValues: toRow({ ':because': because }),
    },
  };
}

function markAddress(
  table: string,
  { because }: Undelivered,
  { member, mail, since }: NonNullable<Undelivered['deadAddress']>,
): TransactWriteItem {
  return {
    Update: {
      TableName: table,
      Key: toRow(memberKey(member)),
      UpdateExpression: 'SET unreachable = :unreachable',
      ConditionExpression: 'mail = :mail',
      ExpressionAttributeValues: toRow({ ':unreachable': { since, because }, ':mail': mail }),
    },
  };
}
