import type { Case } from '#shared/domain/case/case.ts';
import { isKeptOut } from '#shared/domain/case/exclusions.ts';
import type { CountryPack } from '#shared/domain/country-pack.ts';
import { isAloneAtWork, sendingRoles } from '#shared/domain/people/alone-at-work.ts';
import type { Instant } from '#shared/domain/time/instant.ts';
import { isWithin } from '#shared/domain/time/local-time.ts';
import type { Directory } from '#shared/ports/directory.ts';

export interface SendsAloneDeps {
  directory: Pick<Directory, 'inRoles' | 'isOnShift'>;
  country: Pick<CountryPack, 'mailTiming' | 'timeZone'>;
}

/** Whether nobody else could send this case's referral now. By night the directory is not asked. */
export async function sendsAlone({ directory, country }: SendsAloneDeps, of: Case, now: Instant): Promise<boolean> {
  if (isWithin(now, country.mailTiming.quiet, country.timeZone)) return isAloneAtWork(true, [], now);
  const people = (await directory.inRoles(sendingRoles)).filter(({ id }) => !isKeptOut(of, id));
  const senders = people.map(async (person) => ({ ...person, isOnShift: await directory.isOnShift(person, now) }));
  return isAloneAtWork(false, await Promise.all(senders), now);
}
