import type { Row } from '../dynamo/attribute-values.ts';
import { textOf } from '../dynamo/attribute-values.ts';
import { accessPrefix, deskKey, deskKeysKey, knownAccessFrom } from '../cases/desk-rows.ts';
import { receiptsIn } from '../indexes/lookup-index.ts';
import { letterKey } from '../mail/letter-row.ts';
import { tagKey } from '../mail/mail-row.ts';
import {
  addedLookupPrefix,
  caseFrom,
  caseIdOf,
  casePartition,
  commandKey,
  knowsKey,
  matchKeysIn,
  numberKey,
  receiptKey,
  receiptKeysKey,
  referralKeysKey,
  type RowKey,
} from '../cases/rows.ts';

/**
 * The rows in other partitions that one row of a case leads to. Every row about a case that stands elsewhere must be
 * found from here. Otherwise it could not be erased.
 */
export function rowsElsewhere(row: Row): RowKey[] {
  const sk = textOf(row, 'sk');
  const caseId = caseIdOf(textOf(row, 'pk'));
  if (sk === 'META') return [numberKey(textOf(row, 'caseNumber'))];
  if (sk === 'FOUND_BY') {
    const { knownTo } = receiptsIn(row);
    return [
      ...lookupsIn(row).map(receiptKey),
      ...knownTo.map((person) => knowsKey(person, caseId)),
      ...foundBy(row, caseId),
    ];
  }
  if (sk.startsWith(addedLookupPrefix)) return foundBy(row, caseId);
  if (sk.startsWith('COMMANDED#')) return [commandKey(textOf(row, 'actor'), textOf(row, 'keyHash'))];
  if (sk.startsWith(accessPrefix)) return [deskKey(knownAccessFrom(row).lookup)];
  if (sk.startsWith('MAIL#')) {
    const letters = row['letters']?.L ?? [];
    return [
      ...(row['tag'] === undefined ? [] : [tagKey(textOf(row, 'tag'))]),
      ...letters.flatMap(({ S: id }) => (id === undefined ? [] : [letterKey(id)])),
    ];
  }
  return [];
}

/** The lookups of all receipts of a case: a backup may bring the key of a dead one back. */
export function lookupsIn(row: Row): string[] {
  const { lookup, dead } = receiptsIn(row);
  return [...new Set([lookup, ...dead])];
}

function foundBy(row: Row, caseId: string): RowKey[] {
  return matchKeysIn(row).map((blind) => ({ pk: blind, sk: casePartition(caseId) }));
}

/** The same for the Keys table. The case's own keys are found by its id. */
export function keysElsewhere(row: Row): RowKey[] {
  const caseId = caseIdOf(textOf(row, 'pk'));
  const sk = textOf(row, 'sk');
  if (sk.startsWith(accessPrefix)) return [deskKeysKey(knownAccessFrom(row).lookup)];
  switch (sk) {
    case 'FOUND_BY':
      return lookupsIn(row).map(receiptKeysKey);
    case 'META':
      return (caseFrom(row).referrals ?? []).map(({ id }) => referralKeysKey(caseId, id));
    default:
      return [];
  }
}
