import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { plusDays } from '../../../domain/time/instant.ts';
import type { LastLetters } from '../../../domain/mail/mail-pace.ts';
import type { Letters } from '../../../ports/mailbox.ts';
import { toRow, type Row } from '../dynamo/attribute-values.ts';
import { getRow, getRows } from '../dynamo/read-rows.ts';
import type { TableNames } from '../dynamo/table-names.ts';
import { put, transact } from '../dynamo/transaction.ts';
import { updateIf, type RowUpdate } from '../dynamo/update-each.ts';
import type { RowKey } from '../cases/rows.ts';
import {
  dueLetter,
  hourOf,
  lastLettersFrom,
  letterFrom,
  letterKey,
  letterRow,
  paceKey,
  sentFrom,
  sentKey,
} from './letter-row.ts';

export function letters(db: DynamoDBClient, tables: Pick<TableNames, 'cases'>): Letters {
  const updateOf = (
    key: RowKey,
    expression: string,
    values?: Row,
    condition?: string,
    names?: Record<string, string>,
  ): RowUpdate => ({
    TableName: tables.cases,
    Key: toRow(key),
    UpdateExpression: expression,
    ...(condition === undefined ? {} : { ConditionExpression: condition }),
    ...(values === undefined ? {} : { ExpressionAttributeValues: values }),
    ...(names === undefined ? {} : { ExpressionAttributeNames: names }),
  });
  const update = (...change: Parameters<typeof updateOf>): Promise<boolean> => updateIf(db, updateOf(...change));
  const find: Letters['find'] = async (id) => {
    const row = await getRow(db, tables.cases, letterKey(id));
    return row && letterFrom(row);
  };
  /** Puts the instants of a person, on condition that they stand as given. */
  const replacing = (to: string, next: LastLetters, seen: LastLetters): RowUpdate => {
    const kept = [':letter', ':ring', ':seenLetter', ':seenRing'] as const;
    const instants = [next.lastLetterAt, next.lastRingAt, seen.lastLetterAt, seen.lastRingAt];
    const values = Object.fromEntries(kept.map((name, index) => [name, instants[index]]));
    const [sets, removes] = [
      ['lastLetterAt', 'lastRingAt'].filter((_, index) => instants[index] !== undefined),
      ['lastLetterAt', 'lastRingAt'].filter((_, index) => instants[index] === undefined),
    ];
    const valueOf: Record<string, string> = { lastLetterAt: ':letter', lastRingAt: ':ring' };
    const expression = [
      ...(sets.length === 0 ? [] : [`SET ${sets.map((name) => `${name} = ${valueOf[name]}`).join(', ')}`]),
      ...(removes.length === 0 ? [] : [`REMOVE ${removes.join(', ')}`]),
    ].join(' ');
    const isAs = (name: string, value: string, at: string | undefined): string =>
      at === undefined ? `attribute_not_exists(${name})` : `${name} = ${value}`;
    const condition = [
      isAs('lastLetterAt', ':seenLetter', seen.lastLetterAt),
      isAs('lastRingAt', ':seenRing', seen.lastRingAt),
    ].join(' AND ');
    const used = toRow(values);
    return updateOf(paceKey(to), expression, Object.keys(used).length === 0 ? undefined : used, condition);
  };

  return {
    write: async (letter, place) => {
      const taking = place && { Update: replacing(letter.to, place.next, place.seen) };
      const { committed } = await transact(db, [
        ...(taking === undefined ? [] : [{ label: 'place' as const, item: taking }]),
        { label: 'letter' as const, item: put(tables.cases, letterRow(letter)) },
      ]);
      return committed;
    },
    find,
    acknowledge: async (letter, at, dueAt) => {
      const due = dueLetter(letter, dueAt);
      await update(
        letterKey(letter.id),
        'SET acknowledgedAt = :at, duePk = :duePk, dueSk = :dueSk',
        toRow({ ':at': at, ':duePk': due.duePk, ':dueSk': due.dueSk }),
        'attribute_exists(pk) AND attribute_not_exists(acknowledgedAt)',
      );
      return (await find(letter.id)) ?? letter;
    },
    settle: async ({ id }) => {
      await update(letterKey(id), 'REMOVE duePk, dueSk', undefined, 'attribute_exists(pk)');
    },
    lastOf: async (people) => lastByPerson(people, await getRows(db, tables.cases, people.map(paceKey))),
    takePlace: async (to, next, seen) => updateIf(db, replacing(to, next, seen)),
    giveBack: async (to, taken, seen) => {
      await updateIf(db, replacing(to, seen, taken));
    },
    count: async (at) => {
      await update(sentKey(at.slice(0, 10)), 'ADD #hour :one', toRow({ ':one': 1 }), undefined, {
        '#hour': hourOf(at),
      });
    },
    sentSoFar: async (people, now) => {
      const days = [now, plusDays(now, -1)].map((day) => sentKey(day.slice(0, 10)));
      const [today, yesterday, ...rows] = await getRows(db, tables.cases, [...days, ...people.map(paceKey)]);
      const hour = hourOf(now);
      const counts = (row: Row | undefined, isIn: (of: string) => boolean): number =>
        row === undefined
          ? 0
          : Object.entries(sentFrom(row)).reduce((sum, [of, count]) => (isIn(of) ? sum + count : sum), 0);
      const sentInDay = counts(today, () => true) + counts(yesterday, (of) => of >= hour);
      return { last: lastByPerson(people, rows), sentInDay };
    },
  };
}

function lastByPerson(people: readonly string[], rows: readonly (Row | undefined)[]): Map<string, LastLetters> {
  return new Map(people.map((person, index) => [person, rows[index] ? lastLettersFrom(rows[index]) : {}]));
}
