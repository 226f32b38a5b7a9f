import type { Find, Told } from '../finding.ts';
import type { Row } from '../../database/values.ts';
import type { Given, World } from '../../world.ts';

/** A function may know the directory, and the time, as they were a while ago. */
const behindMs = 10 * 60_000;

/**
 * What people were given, held against directory and access log. No rule of the product is asked. Addresses of certain
 * cases are for the cleared alone. A letter and a copy stand in the access log before somebody has them. Whoever may be
 * watched at home reads the same as everybody who may be. The first phone is that of the reason.
 */
export function checkGivenOut(
  { given, directories }: Pick<World, 'given' | 'directories'>,
  cases: readonly Told[],
  accessLog: readonly Row[],
  find: Find,
): void {
  for (const { sub, resource, at } of given.addresses)
    if (!wasCleared(directories, sub, at))
      find('P8', `${sub}, who is not cleared, was given an address by ${resource}`);
  checkCopies(given.copies, cases, accessLog, find);
  const texts = new Set(given.readAgain);
  if (texts.size > 1) find('P8', `who may be watched at home reads ${texts.size} different answers`);
  for (const { reason, wanted, phones } of given.phones) {
    const [first] = phones;
    if (first !== wanted) find('P12', `the first phone for ${reason} is ${first}, and not ${wanted}`);
    if (isBefore(phones, '112', '127') || isBefore(phones, '112', '129'))
      find('P12', `112 stands before the number that answers: ${phones.join(', ')}`);
  }
}

/** As many rows of somebody as letters and copies, each in time. */
function checkCopies(copies: Given['copies'], cases: readonly Told[], accessLog: readonly Row[], find: Find): void {
  const idOf = new Map(cases.map(({ of }) => [of.caseNumber, of.caseId]));
  for (const [at, copy] of copies.entries()) {
    const caseId = idOf.get(copy.number);
    // A case that is erased keeps its log under another number.
    if (caseId === undefined) continue;
    const isSame = (one: Given['copies'][number]): boolean =>
      one.sub === copy.sub && one.number === copy.number && one.what === copy.what;
    const given = copies.slice(0, at + 1).filter(isSame).length;
    const known = accessLog.filter(
      (row) =>
        row['caseId']?.S === caseId &&
        row['actor']?.S === copy.sub &&
        row['reason']?.S?.startsWith(copy.what) === true &&
        Date.parse(row['at']?.S ?? '') <= copy.at + behindMs,
    ).length;
    if (known < given) find('P13', `${copy.sub} was given a ${copy.what} of ${copy.number}, and no log knew it before`);
  }
}

function isBefore(phones: readonly string[], one: string, other: string): boolean {
  const [first, second] = [phones.indexOf(one), phones.indexOf(other)];
  return first !== -1 && second !== -1 && first < second;
}

/** Whether somebody was cleared at that time, or a short while before. */
function wasCleared(directories: World['directories'], sub: string, at: number): boolean {
  const before = directories.findLastIndex((one) => one.at <= at - behindMs);
  const known = directories.filter((one, place) => place >= before && one.at <= at);
  return known.some(({ rows }) => rows.some((row) => row['id']?.S === sub && row['cleared']?.BOOL === true));
}
