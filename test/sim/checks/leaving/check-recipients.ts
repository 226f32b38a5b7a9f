import { fromRow } from '#shared/adapters/aws/dynamo/attribute-values.ts';
import type { Row } from '../../database/values.ts';
import type { World } from '../../world.ts';
import type { Find, Told } from '../finding.ts';

/** A function may know the directory, and the time, as they were a while ago. */
const behindMs = 10 * 60_000;

interface Contact {
  id: string;
  duties: readonly string[];
  unit?: string;
}

/**
 * Holds everybody a referral left to against the directory. No rule of the product is asked. A referral names nobody of
 * another institution, and of another unit neither, as far as it is known which unit was meant. A mail to an institution
 * is about a referral to it, and reaches the contact that was picked alone. Source: docs/practice.md, Referral.
 */
export function checkRecipients(
  { given, directories }: Pick<World, 'given' | 'directories'>,
  cases: readonly Told[],
  find: Find,
): void {
  for (const { of, mails } of cases) {
    for (const { id, institution, contact, approvedAt } of of.referrals ?? []) {
      if (contact === undefined || approvedAt === undefined) continue;
      const known = contactsAt(directories, contact, Date.parse(approvedAt));
      const what = `${of.caseNumber}: ${id} left to ${contact}`;
      if (!known.some(({ duties }) => duties.includes(`institution:${institution}`)))
        find('P7', `${what}, who is nobody's contact at ${institution}`);
      const meant = given.guesses.filter(
        (one) => one.number === of.caseNumber && one.referral === id && one.contact === contact,
      );
      const isOfUnit = ({ unit }: Contact): boolean =>
        unit === undefined || meant.some((one) => one.unit !== undefined && isSame(one.unit, unit));
      if (meant.length > 0 && !known.some(isOfUnit))
        find('P7', `${what}, who is of another unit than ${meant.map(({ unit }) => unit).join(', ')}`);
    }
    for (const { to, referral } of mails) {
      const known = directories.flatMap(({ rows }) => contactsIn(rows, String(to)));
      if (!known.some(isOfInstitution)) continue;
      const about = of.referrals?.find(({ id }) => id === referral);
      const isTheirs = known.some(({ duties }) => duties.includes(`institution:${about?.institution ?? ''}`));
      if (!isTheirs || (about?.contact ?? to) !== to)
        find('P7', `${of.caseNumber}: a mail about ${String(referral)} went to ${String(to)}, who was not picked`);
    }
  }
}

const isOfInstitution = ({ duties }: Contact): boolean => duties.some((duty) => duty.startsWith('institution:'));

/** Somebody as the directory had them at that time, or a short while before or after. */
function contactsAt(directories: World['directories'], id: string, at: number): Contact[] {
  const before = directories.findLastIndex((one) => one.at <= at - behindMs);
  return directories
    .filter((one, place) => place >= before && one.at <= at + behindMs)
    .flatMap(({ rows }) => contactsIn(rows, id));
}

const contactsIn = (rows: readonly Row[], id: string): Contact[] =>
  rows
    .filter((row) => row['id']?.S === id && row['sk']?.S === 'MEMBER')
    .map((row) => fromRow({ ...row }) as unknown as Contact);

const isSame = (one: string, other: string): boolean => one.trim().toLowerCase() === other.trim().toLowerCase();
