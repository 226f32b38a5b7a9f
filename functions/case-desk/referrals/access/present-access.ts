import type { Case } from '#shared/domain/case/case.ts';
import type { CountryPack } from '#shared/domain/country-pack.ts';
import { isReached } from '#shared/domain/people/person.ts';
import { accessStanding, type DeskAccess } from '#shared/domain/referrals/desk/access.ts';
import type { Instant } from '#shared/domain/time/instant.ts';
import type { KnownAccesses } from '#shared/ports/case-store.ts';
import type { Directory } from '#shared/ports/directory.ts';

export interface PresentAccessDeps {
  accesses: KnownAccesses;
  directory: Pick<Directory, 'member'>;
  country: Pick<CountryPack, 'loadReferrals'>;
}

/** The access code that a contact has now for a referral. */
export async function presentAccess(
  { accesses }: Pick<PresentAccessDeps, 'accesses'>,
  caseId: string,
  referral: string,
  contact: string,
): Promise<DeskAccess | undefined> {
  const known = (await accesses.ofReferral(caseId, referral)).find((one) => one.contact === contact);
  return known && accesses.access(known.lookup);
}

/** Whether an access code still opens something. */
export async function opensSomething(
  { directory, country }: PresentAccessDeps,
  of: Case,
  access: DeskAccess | undefined,
  now: Instant,
): Promise<boolean> {
  if (access === undefined) return false;
  const [member, policy] = await Promise.all([directory.member(access.contact), country.loadReferrals()]);
  const contact = member && { ...member, isReached: isReached(member, now) };
  return accessStanding(of, access, contact, policy, now).standing === 'open';
}
