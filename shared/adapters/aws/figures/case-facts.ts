import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { CaseFacts } from '../../../ports/facts.ts';
import { toRow } from '../dynamo/attribute-values.ts';
import { factPointerKey, factPointerRow, factRow } from './fact-row.ts';
import { getRows } from '../dynamo/read-rows.ts';
import { caseFrom, doneRow, lookupIndexKey, matchKeysIn, metaKey } from '../cases/rows.ts';
import type { TableNames } from '../dynamo/table-names.ts';
import { put, putNew, transact } from '../dynamo/transaction.ts';

/** Counts cases. DONE row, pointer of the case and fact are ONE transaction over Cases and Facts. */
export function caseFacts(db: DynamoDBClient, tables: Pick<TableNames, 'cases' | 'facts'>): CaseFacts {
  return {
    countable: async (caseId) => {
      const keys = [metaKey(caseId), factPointerKey(caseId), lookupIndexKey(caseId)];
      const [meta, pointer, foundBy] = await getRows(db, tables.cases, keys);
      if (meta === undefined) return undefined;
      const of = caseFrom(meta);
      const reported = matchKeysIn(foundBy).filter((blind) => blind.startsWith('URL#')).length;
      const id = pointer?.['id']?.S;
      return { case: of, addresses: reported + (of.addedAddresses ?? 0), ...(id === undefined ? {} : { id }) };
    },
    record: async ({ caseId, revision, id, fact }, done) => {
      const pointer = factPointerRow(caseId, { id, month: fact.month ?? '', revision });
      const outcome = await transact<'done' | 'rest'>(db, [
        { label: 'done', item: putNew(tables.cases, doneRow(caseId, done)) },
        {
          label: 'rest',
          item: {
            Put: {
              TableName: tables.cases,
              Item: pointer,
              // A worker that read the case earlier must not overwrite a newer fact.
              ConditionExpression: 'attribute_not_exists(pk) OR (id = :id AND revision <= :revision)',
              ExpressionAttributeValues: toRow({ ':id': id, ':revision': revision }),
            },
          },
        },
        { label: 'rest', item: put(tables.facts, factRow(fact, id)) },
      ]);
      if (outcome.committed) return 'written';
      return outcome.refused.has('done') ? 'done_already' : 'conflict';
    },
  };
}
