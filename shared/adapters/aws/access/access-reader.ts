import { QueryCommand, type DynamoDBClient, type QueryCommandInput } from '@aws-sdk/client-dynamodb';
import type { AccessEntry } from '../../../domain/access/access-log.ts';
import { plusMinutes } from '../../../domain/time/instant.ts';
import { CursorUnreadable, type AccessPage, type AccessReader } from '../../../ports/case-store.ts';
import { actorPartition, erasedNumberKey } from './access-log.ts';
import { fromRow, textOf, toRow, type Row } from '../dynamo/attribute-values.ts';
import { queryRows } from '../dynamo/read-rows.ts';
import { casePartition } from '../cases/rows.ts';
import type { TableNames } from '../dynamo/table-names.ts';

/** How many rows a page has. As many again may be read of what came before it. */
export const accessPageSize = 100;

/** What a count reads at most of one month. */
const latelyAtMost = 2000;

const momentForm = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z#[0-9a-f]{16}$/;
/** Sorts before every moment. */
const first = '0';

/** The access log as auditors see it. Functions that write it (`access-log.ts`) cannot read it. */
export function accessReader(db: DynamoDBClient, tables: Pick<TableNames, 'accessLog'>): AccessReader {
  const query = async (input: Omit<QueryCommandInput, 'TableName'>): Promise<{ rows: Row[]; more: boolean }> => {
    const { Items = [], LastEvaluatedKey } = await db.send(
      new QueryCommand({ TableName: tables.accessLog, Limit: accessPageSize, ...input }),
    );
    return { rows: Items, more: LastEvaluatedKey !== undefined };
  };

  /** What one person opened between two moments of one month, in order: at most the last hundred entries. */
  const between = async (partition: string, since: string, until: string): Promise<AccessEntry[]> => {
    const { rows } = await query({
      IndexName: 'actor',
      ScanIndexForward: false,
      KeyConditionExpression: 'actorPk = :actor AND actorSk BETWEEN :since AND :until',
      ExpressionAttributeValues: toRow({ ':actor': partition, ':since': since, ':until': until }),
    });
    return rows.toReversed().map(entryFrom);
  };

  /** The same without a page, newest first, as far as `latelyAtMost`. */
  const newestBetween = async (partition: string, since: string, until: string): Promise<AccessEntry[]> => {
    const entries: AccessEntry[] = [];
    const query: QueryCommandInput = {
      TableName: tables.accessLog,
      IndexName: 'actor',
      ScanIndexForward: false,
      KeyConditionExpression: 'actorPk = :actor AND actorSk BETWEEN :since AND :until',
      ExpressionAttributeValues: toRow({ ':actor': partition, ':since': since, ':until': until }),
    };
    for await (const row of queryRows(db, query)) {
      entries.push(entryFrom(row));
      if (entries.length === latelyAtMost) break;
    }
    return entries;
  };

  return {
    lately: async (actor, since, until) => {
      const months = [...new Set([since, until].map((moment) => moment.slice(0, 'YYYY-MM'.length)))];
      const parts = months.map((month) => newestBetween(actorPartition(actor, month), since, `${until}$`));
      return (await Promise.all(parts)).flat();
    },
    upTo: async ({ actor, at }, { windowMinutes }) => {
      const since = plusMinutes(at, -windowMinutes);
      const months = [...new Set([since, at].map((moment) => moment.slice(0, 'YYYY-MM'.length)))];
      // The `$` sorts after the `#` that follows the instant, so entries of that same millisecond are included.
      const parts = await Promise.all(months.map((month) => between(actorPartition(actor, month), since, `${at}$`)));
      return parts.flat();
    },
    byCase: async (caseId, cursor) => {
      const { rows, more } = await query({
        ConsistentRead: true,
        KeyConditionExpression: 'pk = :case AND sk > :after',
        ExpressionAttributeValues: toRow({ ':case': casePartition(caseId), ':after': readCursor(cursor) }),
      });
      return pageOf(rows, more);
    },
    erasedCase: async (caseNumber) => {
      const { pk, sk } = erasedNumberKey(caseNumber);
      const { rows } = await query({
        ConsistentRead: true,
        KeyConditionExpression: 'pk = :number AND sk = :erased',
        ExpressionAttributeValues: toRow({ ':number': pk, ':erased': sk }),
      });
      const [row] = rows;
      return row === undefined ? undefined : textOf(row, 'caseId');
    },
    byActor: async ({ actor, month, cursor }, { windowMinutes }) => {
      const partition = actorPartition(actor, month);
      const { rows, more } = await query({
        IndexName: 'actor',
        KeyConditionExpression: 'actorPk = :actor AND actorSk > :after',
        ExpressionAttributeValues: toRow({ ':actor': partition, ':after': readCursor(cursor) }),
      });
      const [begin] = rows;
      if (begin === undefined || cursor === undefined) return pageOf(rows, more);
      const since = plusMinutes(textOf(begin, 'at'), -windowMinutes);
      const until = readCursor(cursor);
      // DynamoDB refuses a range that ends before it begins. After a pause this long, no earlier entry counts.
      if (until < since) return pageOf(rows, more);
      return { ...pageOf(rows, more), before: await between(partition, since, until) };
    },
  };
}

function pageOf(rows: readonly Row[], more: boolean): AccessPage {
  const last = rows.at(-1);
  const cursor = more && last !== undefined ? Buffer.from(textOf(last, 'sk')).toString('base64url') : undefined;
  return { entries: rows.map(entryFrom), ...(cursor === undefined ? {} : { cursor }) };
}

function entryFrom(row: Row): AccessEntry {
  const { pk: _, sk: __, actorPk: ___, actorSk: ____, ...entry } = fromRow(row);
  return entry as unknown as AccessEntry;
}

function readCursor(cursor: string | undefined): string {
  if (cursor === undefined) return first;
  const moment = Buffer.from(cursor, 'base64url').toString();
  if (!momentForm.test(moment)) throw new CursorUnreadable();
  return moment;
}
