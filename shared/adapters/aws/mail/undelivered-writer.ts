import type { DynamoDBClient, TransactWriteItem } from '@aws-sdk/client-dynamodb';
import type {
  AddressChange,
  MarkChange,
  RecentBounces,
  Undelivered,
  UndeliveredWriter,
} from '../../../ports/undelivered.ts';
import { fromRow, toRow } from '../dynamo/attribute-values.ts';
import { getRow } from '../dynamo/read-rows.ts';
import { caseSteps, type CaseStepLabel } from '../cases/case-writer.ts';
import type { RowKey } from '../cases/rows.ts';
import { memberKey } from '../directory/directory.ts';
import { mailKey } from './mail-row.ts';
import type { TableNames } from '../dynamo/table-names.ts';
import { transact, type Step } from '../dynamo/transaction.ts';

/** The one row of recent bounces. Whoever sets a mark writes it, so that two never take out the last two of a rung. */
const bouncesKey: RowKey = { pk: 'BOUNCES', sk: 'RECENT' };

export function undeliveredWriter(
  db: DynamoDBClient,
  tables: Pick<TableNames, 'cases' | 'caseEvents' | 'directory'>,
): UndeliveredWriter {
  return {
    recentBounces: async () => {
      const row = await getRow(db, tables.directory, bouncesKey);
      if (row === undefined) return { revision: 0, bounces: [] };
      const { pk: _, sk: __, ...content } = fromRow(row);
      return content as unknown as RecentBounces;
    },
    write: async (change, undelivered) => {
      const steps: Step<CaseStepLabel>[] = [
        ...caseSteps(change, {}, tables),
        { label: 'done', item: markMail(tables.cases, undelivered) },
        ...addressItems(tables.directory, undelivered.addresses).map((item) => ({ label: 'rest' as const, item })),
      ];
      const outcome = await transact(db, steps);
      if (outcome.committed) return { written: true };
      return { written: false, because: outcome.refused.has('done') ? 'done_already' : 'conflict' };
    },
    mark: async (addresses) => {
      const items = addressItems(tables.directory, addresses);
      return (
        await transact(
          db,
          items.map((item) => ({ label: 'address' as const, item })),
        )
      ).committed;
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

function addressItems(table: string, change: AddressChange | undefined): TransactWriteItem[] {
  if (change === undefined) return [];
  const { revision, bounces } = change.bounces;
  return [
    {
      Update: {
        TableName: table,
        Key: toRow(bouncesKey),
        UpdateExpression: 'SET bounces = :bounces, revision = :next',
        ConditionExpression: revision === 0 ? 'attribute_not_exists(pk)' : 'revision = :revision',
        ExpressionAttributeValues: toRow({
          ':bounces': bounces,
          ':next': revision + 1,
          ...(revision === 0 ? {} : { ':revision': revision }),
        }),
      },
    },
    ...change.marks.map((mark) => changeMark(table, mark)),
  ];
}

function changeMark(table: string, { member, mail, before, after }: MarkChange): TransactWriteItem {
  return {
    Update: {
      TableName: table,
      Key: toRow(memberKey(member)),
      UpdateExpression: after === undefined ? 'REMOVE unreachable' : 'SET unreachable = :after',
      ConditionExpression: `mail = :mail AND ${before === undefined ? 'attribute_not_exists(unreachable)' : 'unreachable = :before'}`,
      ExpressionAttributeValues: toRow({
        ':mail': mail,
        ...(before === undefined ? {} : { ':before': before }),
        ...(after === undefined ? {} : { ':after': after }),
      }),
    },
  };
}
