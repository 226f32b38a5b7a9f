import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { CaseFacts, KnownFigures } from '../../../ports/facts.ts';
import { toRow } from '../dynamo/attribute-values.ts';
import { factPointerKey, factPointerRow, factRow, noticeRow, noticesIn } from './fact-row.ts';
import { getRows } from '../dynamo/read-rows.ts';
import { caseFrom, doneRow, lookupIndexKey, matchKeysIn, metaKey } from '../cases/rows.ts';
import type { TableNames } from '../dynamo/table-names.ts';
import { put, putNew, transact } from '../dynamo/transaction.ts';

/**
 * Counts cases. DONE row, pointer of the case, its fact and those of its notices are ONE transaction over Cases and
 * Facts.
 */
export function caseFacts(db: DynamoDBClient, tables: Pick<TableNames, 'cases' | 'facts'>): CaseFacts {
  return {
    countable: async (caseId) => {
      const keys = [metaKey(caseId), factPointerKey(caseId), lookupIndexKey(caseId)];
      const [meta, pointer, foundBy] = await getRows(db, tables.cases, keys);
      if (meta === undefined) return undefined;
      const of = caseFrom(meta);
      const reported = matchKeysIn(foundBy).filter((blind) => blind.startsWith('URL#')).length;
      const id = pointer?.['id']?.S;
      const known = pointer === undefined || id === undefined ? {} : { id, notices: noticesIn(pointer) };
      return { case: of, addresses: reported + (of.addedAddresses ?? 0), ...known };
    },
    record: async ({ caseId, revision, id, fact, notices, known }, done) => {
      const pointer = factPointerRow(caseId, { id, month: fact.month ?? '', revision }, notices);
      const outcome = await transact<'done' | 'rest'>(db, [
        { label: 'done', item: putNew(tables.cases, doneRow(caseId, done)) },
        {
          label: 'rest',
          item: {
            Put: {
              TableName: tables.cases,
              Item: pointer,
              ...asItWasKnown(known, id, revision),
            },
          },
        },
        { label: 'rest', item: put(tables.facts, factRow(fact, id)) },
        ...notices.map((one) => ({ label: 'rest' as const, item: put(tables.facts, noticeRow(one)) })),
      ]);
      if (outcome.committed) return 'written';
      return outcome.refused.has('done') ? 'done_already' : 'conflict';
    },
  };
}

/**
 * A worker that read the case earlier must not overwrite a newer fact, nor count a notice a second time. Where the case
 * was erased meanwhile, its pointer is gone.
 */
function asItWasKnown(known: KnownFigures | undefined, id: string, revision: number) {
  if (known === undefined) return { ConditionExpression: 'attribute_not_exists(pk)' };
  return {
    ConditionExpression:
      'id = :id AND revision <= :revision AND (attribute_not_exists(noticeCount) OR noticeCount = :notices)',
    ExpressionAttributeValues: toRow({ ':id': id, ':revision': revision, ':notices': known.notices }),
  };
}
