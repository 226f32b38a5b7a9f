import { QueryCommand, type DynamoDBClient, type TransactWriteItem } from '@aws-sdk/client-dynamodb';
import type { AuditEntry } from '../../../domain/people/directory-audit.ts';
import type { StaffRecord } from '../../../domain/people/staff-record.ts';
import type { TakeOver } from '../../../domain/people/roster/take-over.ts';
import { CursorUnreadable } from '../../../ports/case-store.ts';
import type { DirectoryBook, DirectoryChange, DirectoryCommand, DirectoryRows } from '../../../ports/directory-book.ts';
import { fromRow, textOf, toRow, type Row } from '../dynamo/attribute-values.ts';
import { everybody, idsIn, memberKey, recordFrom, rosterFrom, rosterKey, rosterRow, staffRows } from './directory.ts';
import { carriedOver, ownNames } from './carried-over.ts';
import { entryRow, listedIn } from './directory-lists.ts';
import { noticeRow } from './directory-notices.ts';
import { getRow, getRows } from '../dynamo/read-rows.ts';
import { commandKey, type RowKey } from '../cases/rows.ts';
import type { TableNames } from '../dynamo/table-names.ts';
import { put, putNew, putNewOrShow, remove, transact, type Step } from '../dynamo/transaction.ts';

const revisionKey: RowKey = { pk: 'DIRECTORY', sk: 'REVISION' };
const takeOversKey: RowKey = { pk: 'TAKEOVERS', sk: 'RECENT' };
const auditPartition = (month: string): string => `AUDIT#${month}`;
const auditPageSize = 50;

type StepLabel = 'revision' | 'command' | 'rest';

export function directoryBook(db: DynamoDBClient, tables: Pick<TableNames, 'directory'>): DirectoryBook {
  const table = tables.directory;
  const contentOf = (row: Row): Record<string, unknown> => {
    const { pk: _, sk: __, ...content } = fromRow(row);
    return content;
  };
  const query = (partition: string) => ({
    TableName: table,
    ConsistentRead: true,
    KeyConditionExpression: 'pk = :partition',
    ExpressionAttributeValues: toRow({ ':partition': partition }),
  });

  return {
    revision: async () => Number((await getRow(db, table, revisionKey))?.['revision']?.N ?? 0),
    people: async () => {
      const ids = await idsIn(db, table, everybody);
      const rows = await getRows(db, table, ids.map(memberKey));
      return rows.filter((row) => row !== undefined).map(recordFrom);
    },
    roster: async () => {
      const row = await getRow(db, table, rosterKey);
      return row && rosterFrom(row);
    },
    takeOvers: async () => {
      const row = await getRow(db, table, takeOversKey);
      return row === undefined ? [] : (contentOf(row)['takeOvers'] as TakeOver[]);
    },
    list: (name) => listedIn(db, table, name),
    command: async (actor, keyHash) => {
      const row = await getRow(db, table, commandKey(actor, keyHash));
      return row && commandFrom(row);
    },
    write: async (change) => {
      const whole = wholeRowsOf(change);
      const keys = whole.map(({ after }) => ({ pk: textOf(after, 'pk'), sk: textOf(after, 'sk') }));
      const before = await getRows(db, table, keys);
      const rows = whole.map(({ own, after }, index) => carriedOver(before[index], own, after));
      const outcome = await transact(db, stepsOf(change, rows, table));
      if (outcome.committed) return { written: true };
      const command = outcome.refused.get('command');
      return command === undefined
        ? { written: false, because: 'conflict' }
        : { written: false, because: 'command_known', command: commandFrom(command) };
    },
    audit: async (month, cursor) => {
      const { Items = [], LastEvaluatedKey: last } = await db.send(
        new QueryCommand({
          ...query(auditPartition(month)),
          ScanIndexForward: false,
          Limit: auditPageSize,
          ...(cursor === undefined ? {} : { ExclusiveStartKey: keyFrom(cursor, month) }),
        }),
      );
      const entries = Items.map((row) => contentOf(row) as unknown as AuditEntry);
      const next = last?.['sk']?.S;
      return { entries, ...(next === undefined ? {} : { cursor: Buffer.from(next).toString('base64url') }) };
    },
  };
}

/** A cursor says where the last page ended within its month. */
function keyFrom(cursor: string, month: string): Row {
  const sk = Buffer.from(cursor, 'base64url').toString();
  if (!/^[\dTZ:.-]{24}#\d{9}$/.test(sk)) throw new CursorUnreadable();
  return toRow({ pk: auditPartition(month), sk });
}

const commandRow = (command: DirectoryCommand): Row =>
  toRow({ ...commandKey(command.actor, command.keyHash), ...command });

function commandFrom(row: Row): DirectoryCommand {
  const { pk: _, sk: __, ...content } = fromRow(row);
  return content as unknown as DirectoryCommand;
}

function stepsOf(
  { revision, rows, audit, command, notices }: DirectoryChange,
  [revisionRow = {}, ...whole]: readonly Row[],
  table: string,
): Step<StepLabel>[] {
  const next = revision + 1;
  const place = `${audit.at}#${String(next).padStart(9, '0')}`;
  const auditRow = toRow({ pk: auditPartition(audit.at.slice(0, 'YYYY-MM'.length)), sk: place, ...audit });
  const rest = (item: TransactWriteItem): Step<StepLabel> => ({ label: 'rest', item });
  return [
    { label: 'revision', item: putNextRevision(table, revisionRow, revision) },
    ...(command === undefined ? [] : [{ label: 'command' as const, item: putNewOrShow(table, commandRow(command)) }]),
    rest(putNew(table, auditRow)),
    ...whole.map((row) => rest(put(table, row))),
    ...('person' in rows ? itemsOfPerson(rows.person, next, table).map(rest) : []),
    ...notices.map((notice) => rest(putNew(table, noticeRow(notice, place)))),
  ];
}

function putNextRevision(table: string, row: Row, revision: number): TransactWriteItem {
  return {
    Put: {
      TableName: table,
      Item: row,
      ConditionExpression: revision === 0 ? 'attribute_not_exists(pk)' : 'revision = :revision',
      ...(revision === 0 ? {} : { ExpressionAttributeValues: toRow({ ':revision': revision }) }),
    },
  };
}

/**
 * The rows that are not made from the rows that stand there, with what this release writes on them: the revision first, then
 * what somebody typed.
 */
function wholeRowsOf({ revision, rows }: DirectoryChange): { own: object; after: Row }[] {
  const next = revision + 1;
  return [{ own: ownNames.directory, after: toRow({ ...revisionKey, revision: next }) }, ...typedRowOf(rows, next)];
}

function typedRowOf(rows: DirectoryRows, revision: number): { own: object; after: Row }[] {
  if ('roster' in rows) return [{ own: ownNames.roster, after: rosterRow({ ...rows.roster, revision }) }];
  if ('takeOvers' in rows) {
    return [{ own: ownNames.takeOvers, after: toRow({ ...takeOversKey, takeOvers: rows.takeOvers }) }];
  }
  if ('list' in rows) {
    return [{ own: ownNames[rows.list], after: entryRow(rows.list, { ...rows.entry, revision }) }];
  }
  return [];
}

function itemsOfPerson(
  { before, after, others = [] }: Extract<DirectoryRows, { person: object }>['person'],
  revision: number,
  table: string,
): TransactWriteItem[] {
  const [record, ...pointers] = staffRows({ ...after, revision });
  const [, ...old] = before === undefined ? [] : staffRows(before);
  const kept = new Set(pointers.map(({ pk }) => pk?.S));
  return [
    { Put: { TableName: table, Item: record, ...unchangedSince(before) } },
    ...pointers.map((row) => put(table, row)),
    ...others.map((one) => ({
      Put: {
        TableName: table,
        Item: toRow({ ...memberKey(one.after.id), ...one.after, revision }),
        ...unchangedSince(one.before),
      },
    })),
    ...old.flatMap(({ pk, sk }) => (kept.has(pk?.S) ? [] : [remove(table, { pk: pk?.S ?? '', sk: sk?.S ?? '' })])),
  ];
}

/** A mail that came back marks the record `unreachable` without a new revision. This condition keeps that mark. */
function unchangedSince(before: StaffRecord | undefined) {
  if (before === undefined) return { ConditionExpression: 'attribute_not_exists(pk)' };
  return before.unreachable === undefined
    ? { ConditionExpression: 'attribute_exists(pk) AND attribute_not_exists(unreachable)' }
    : {
        ConditionExpression: 'unreachable = :unreachable',
        ExpressionAttributeValues: toRow({ ':unreachable': before.unreachable }),
      };
}
