import type { TransactWriteItem } from '@aws-sdk/client-dynamodb';
import type { DeskAccess } from '../../../domain/referrals/desk/access.ts';
import type { DeskChange, IssuedAccess, KnownAccess } from '../../../ports/case-store.ts';
import type { AccessAddressee } from '../../../ports/mailbox.ts';
import type { SealedText } from '../../../ports/sealing.ts';
import { textOf, toRow, type Row } from '../dynamo/attribute-values.ts';
import type { TableNames } from '../dynamo/table-names.ts';
import { put, putNew, remove } from '../dynamo/transaction.ts';
import { casePartition, contentOf, type RowKey } from './rows.ts';

/** Under the lookup of an access code. In the Cases table it says how the code stands, in Keys it holds the copy's key. */
const deskPartition = (lookup: string): string => `DESK#${lookup}`;
export const deskKey = (lookup: string): RowKey => ({ pk: deskPartition(lookup), sk: 'DESK' });
export const deskKeysKey = (lookup: string): RowKey => ({ pk: deskPartition(lookup), sk: 'KEYS' });

/** In the case's partition: which access code a contact has now, and the code itself until its letter has left. */
export const accessPrefix = 'ACCESS#';
export const accessKey = ({ caseId, referral, contact }: AccessAddressee): RowKey => ({
  pk: casePartition(caseId),
  sk: `${accessPrefix}${referral}#${contact}`,
});

const deskRow = (access: DeskAccess): Row => toRow({ ...deskKey(access.lookup), ...access });
export const deskFrom = (row: Row): DeskAccess => contentOf(row) as unknown as DeskAccess;
export const knownAccessFrom = (row: Row): KnownAccess => contentOf(row) as unknown as KnownAccess;
export const copyKeyFrom = (row: Row): SealedText => textOf(row, 'copyKey');

/** The writes of a change of access codes. */
export function deskSteps(
  { issued = [], changed = [], keysGone = [] }: DeskChange,
  { cases, keys }: Pick<TableNames, 'cases'> & Partial<Pick<TableNames, 'keys'>>,
): TransactWriteItem[] {
  return [
    ...issued.flatMap((one) => issueSteps(one, cases, keysOf(keys))),
    ...changed.map((access) => putNextAccess(cases, access)),
    ...keysGone.map((lookup) => remove(keysOf(keys), deskKeysKey(lookup))),
  ];
}

function issueSteps(
  { access, copyKey, letter, before }: IssuedAccess,
  cases: string,
  keys: string,
): TransactWriteItem[] {
  const { caseId, referral, contact, issue, lookup } = access;
  const known: KnownAccess = { caseId, referral, contact, issue, lookup, letter };
  return [
    putNew(cases, deskRow(access)),
    putNew(keys, toRow({ ...deskKeysKey(lookup), copyKey })),
    put(cases, toRow({ ...accessKey(access), ...known })),
    ...(before === undefined ? [] : [remove(cases, deskKey(before)), remove(keys, deskKeysKey(before))]),
  ];
}

/** Puts an access code again, on condition that nobody wrote it since it was read. */
export function putNextAccess(table: string, access: DeskAccess): TransactWriteItem {
  return {
    Put: {
      TableName: table,
      Item: deskRow(access),
      ConditionExpression: 'version = :before',
      ExpressionAttributeValues: toRow({ ':before': access.version - 1 }),
    },
  };
}

function keysOf(keys: string | undefined): string {
  if (keys === undefined) throw new Error('An access code was to be issued or ended by who cannot write its key.');
  return keys;
}
