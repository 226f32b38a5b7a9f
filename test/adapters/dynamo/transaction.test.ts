import {
  DynamoDBClient,
  TransactionCanceledException,
  TransactWriteItemsCommand,
  type CancellationReason,
} from '@aws-sdk/client-dynamodb';
import { mockClient } from 'aws-sdk-client-mock';
import { describe, expect, it } from 'vitest';
import { bytesOfWrite } from '#shared/adapters/aws/dynamo/size.ts';
import { put, transact } from '#shared/adapters/aws/dynamo/transaction.ts';
import type { Step } from '#shared/adapters/aws/dynamo/transaction.ts';
import { TransactionTooLarge } from '#shared/ports/transaction-too-large.ts';
import { caseWriter, DoneContended } from '#shared/adapters/aws/cases/case-writer.ts';
import { reportStore } from '#shared/adapters/aws/cases/report-store.ts';
import { changeCase } from '#shared/domain/case/case-change.ts';
import { aNewCase, ownCase } from '#test/support/new-case.ts';

const tables = { cases: 'cases', caseEvents: 'events', keys: 'keys' };

/** A database whose transactions end as said; the embedded engine knows neither conflicts nor throttling. */
function failing(fault: Error): DynamoDBClient {
  const db = new DynamoDBClient({ region: 'eu-south-1' });
  mockClient(db).on(TransactWriteItemsCommand).rejects(fault);
  return db;
}
function cancelled(...reasons: CancellationReason[]): Error {
  return new TransactionCanceledException({ $metadata: {}, message: '', CancellationReasons: reasons });
}
const named = (name: string): Error => Object.assign(new Error(name), { name });
const none: CancellationReason = { Code: 'None' };

const change = changeCase(
  ownCase(),
  { set: {}, events: [{ type: 'case.read', actor: 'staff:a', data: {} }] },
  '2026-11-20T22:30:00.000Z',
);
const write = (fault: Error) =>
  caseWriter(failing(fault), tables).write(change, { done: { reactor: 'triage', eventId: 'c#1' } });
const store = (fault: Error) => reportStore(failing(fault), tables).store(aNewCase());

describe('A transaction that collided', () => {
  it.each([
    cancelled(none, none, { Code: 'TransactionConflict' }),
    cancelled({ Code: 'ThrottlingError' }),
    cancelled({ Code: 'ProvisionedThroughputExceeded' }),
    named('TransactionInProgressException'),
    named('ThrottlingException'),
    named('ProvisionedThroughputExceededException'),
    named('RequestLimitExceeded'),
  ])('is a conflict, to be decided anew: %s', async (fault) => {
    expect(await write(fault)).toEqual({ written: false, because: 'conflict' });
    expect(await store(fault)).toEqual({ stored: false, because: 'conflict' });
  });

  it('says by the position of a reason what did not hold, whatever else collided', async () => {
    const doneThere = cancelled({ Code: 'TransactionConflict' }, { Code: 'ConditionalCheckFailed' }, none);
    expect(await write(doneThere)).toEqual({ written: false, because: 'done_already' });
    expect(await store(cancelled({ Code: 'TransactionConflict' }, { Code: 'ConditionalCheckFailed' }))).toEqual({
      stored: false,
      because: 'number_taken',
    });
  });

  it('while writing a DONE row is thrown, so that the message comes back and finds the row', async () => {
    const writer = caseWriter(failing(cancelled({ Code: 'TransactionConflict' })), tables);
    await expect(writer.writeDone('c', { reactor: 'triage', eventId: 'c#1' })).rejects.toBeInstanceOf(DoneContended);
  });
});

describe('A transaction that can never be right, or whose end nobody knows', () => {
  it.each([
    cancelled(none, { Code: 'ValidationError' }),
    cancelled({ Code: 'ItemCollectionSizeLimitExceeded' }),
    named('ValidationException'),
    named('InternalServerError'),
    named('TimeoutError'),
  ])('is thrown, never taken for a conflict: %s', async (fault) => {
    await expect(write(fault)).rejects.toBe(fault);
    await expect(store(fault)).rejects.toBe(fault);
  });
});

describe('A transaction that would be too large', () => {
  const untouched = failing(named('the database was called'));
  const row = (n: number, text: string) => ({ pk: { S: `row-${n}` }, sk: { S: 'ROW' }, text: { S: text } });
  const steps = (count: number, text = 'x'): Step<'rest'>[] =>
    Array.from({ length: count }, (_, n) => ({ label: 'rest', item: put('cases', row(n, text)) }));
  const kib = (count: number): string => 'ë'.repeat(count * 512);

  it.each([
    ['writes', steps(101), 101],
    ['bytes', steps(12, kib(350)), undefined],
    ['rowBytes', steps(1, kib(400)), undefined],
  ] as const)('is refused before the call, and says by which limit: %s', async (limit, too, count) => {
    const refusal = await transact(untouched, too).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(TransactionTooLarge);
    expect(refusal).toMatchObject({ name: 'TransactionTooLarge', limit, ...(count === undefined ? {} : { count }) });
  });

  it('is none at the limit', async () => {
    for (const fits of [steps(100), steps(11, kib(350)), steps(1, kib(399))]) {
      await expect(transact(untouched, fits)).rejects.toThrow('the database was called');
    }
  });

  it('counts lists, maps, binaries, keys and the values of conditions', () => {
    const key = { pk: { S: 'row' }, sk: { S: 'ROW' } };
    const list = {
      L: [{ M: { text: { S: kib(1) } } }, { N: '7' }, { B: new Uint8Array(1024) }, { SS: [kib(1)] }, { NULL: true }],
    };
    expect(bytesOfWrite(put('cases', { ...key, list }))).toBeGreaterThan(3 * 1024);
    expect(bytesOfWrite(put('cases', { ...key, list }))).toBeLessThan(3 * 1024 + 100);
    const update = { TableName: 'cases', Key: key, UpdateExpression: 'SET a = :a' };
    expect(bytesOfWrite({ Update: { ...update, ExpressionAttributeValues: { ':a': { S: kib(2) } } } })).toBeGreaterThan(
      2048,
    );
    expect(bytesOfWrite({ Delete: { TableName: 'cases', Key: key } })).toBeLessThan(30);
  });
});
