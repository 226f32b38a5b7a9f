import { admits } from '#shared/domain/access/authorize.ts';
import type { Resource } from '#shared/domain/access/authorize.ts';
import type { Case } from '#shared/domain/case/case.ts';
import { isKeptOut } from '#shared/domain/case/exclusions.ts';
import type { CountryPack } from '#shared/domain/country-pack.ts';
import { isAloneAtWork, sendingRoles } from '#shared/domain/people/alone-at-work.ts';
import type { Instant } from '#shared/domain/time/instant.ts';
import { isWithin } from '#shared/domain/time/local-time.ts';
import type { Directory, StaffMember } from '#shared/ports/directory.ts';

export interface SendsAloneDeps {
  directory: Pick<Directory, 'inRoles' | 'isOnShift'>;
  country: Pick<CountryPack, 'mailTiming' | 'timeZone'>;
}

/**
 * What the right to send depends on, besides the case as it stands. Who may send whatever the hour needs nothing more.
 * In a case that is not critical nobody sends alone, so nobody is looked up.
 */
export async function aboutSending(
  deps: SendsAloneDeps,
  of: Case,
  by: StaffMember,
  isCall: boolean,
  now: Instant,
): Promise<Pick<Resource, 'isCall' | 'isAlone'>> {
  const mayBeAlone = admits(by, 'send_referral') && !maySendAlways(by) && of.severity === 'critical';
  return mayBeAlone ? { isCall, isAlone: await sendsAlone(deps, of, now) } : {};
}

/** Whether this person sends whatever the hour. Whoever may not was allowed to because they are alone. */
export function maySendAlways(by: StaffMember): boolean {
  return admits(by, 'refer_case');
}

/** Whether nobody else could send this case's referral now. By night the directory is not asked. */
async function sendsAlone({ directory, country }: SendsAloneDeps, of: Case, now: Instant): Promise<boolean> {
  if (isWithin(now, country.mailTiming.quiet, country.timeZone)) return isAloneAtWork(true, [], now);
  const people = (await directory.inRoles(sendingRoles)).filter(({ id }) => !isKeptOut(of, id));
  const senders = people.map(async (person) => ({ ...person, isOnShift: await directory.isOnShift(person, now) }));
  return isAloneAtWork(false, await Promise.all(senders), now);
}
