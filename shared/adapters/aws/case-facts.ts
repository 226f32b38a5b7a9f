import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { CaseFacts } from '../../ports/facts.ts';
import { toRow } from './attribute-values.ts';
import { factPointerKey, factPointerRow, factRow } from './fact-row.ts';
import { getRow } from './read-rows.ts';
import { doneRow, foundByKey } from './rows.ts';
import type { TableNames } from './table-names.ts';
import { put, putNew, transact } from './transaction.ts';

/** Counts cases: DONE row, the case's pointer and the fact are ONE transaction over Cases and Facts. */
export function caseFacts(db: DynamoDBClient, tables: Pick<TableNames, 'cases' | 'facts'>): CaseFacts {
  return {
    countedAs: async (caseId) => {
      const [pointer, foundBy] = await Promise.all([
        getRow(db, tables.cases, factPointerKey(caseId)),
        getRow(db, tables.cases, foundByKey(caseId)),
      ]);
      const addresses = (foundBy?.['likenesses']?.L ?? []).filter((blind) => blind.S?.startsWith('URL#') === true);
      const id = pointer?.['id']?.S;
      return { addresses: addresses.length, ...(id === undefined ? {} : { id }) };
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
              // A worker that read the case earlier must not put back what it was then.
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
