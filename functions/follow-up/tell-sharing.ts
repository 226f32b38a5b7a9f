import { inLanguage } from '#shared/contracts/http/wording.ts';
import type { Case } from '#shared/domain/case/case.ts';
import type { Instant } from '#shared/domain/time/instant.ts';
import type { CountryPack } from '#shared/domain/country-pack.ts';
import { wasHeardOf } from '#shared/domain/case/referral.ts';

/** An institution that a report was passed on to, when that was decided, and why. In the reporter's language. */
export interface Sharing {
  who: string;
  when: Instant;
  why: string;
}

/**
 * The institutions that a person decided to pass the report on to, oldest first. What was only proposed, or dropped,
 * never left the centre. Nor did what was taken back before its mail left. The unit of an institution is not named:
 * somebody else may be looking.
 */
export async function tellSharing(
  of: Case,
  language: string,
  country: Pick<CountryPack, 'loadReferrals' | 'defaultLanguage'>,
): Promise<Sharing[]> {
  const left = (of.referrals ?? []).filter((referral) => referral.status !== 'withdrawn' || wasHeardOf(referral));
  const shared = left.flatMap(({ institution, approvedAt, ground }) =>
    approvedAt === undefined || ground === undefined ? [] : [{ institution, when: approvedAt, ground }],
  );
  if (shared.length === 0) return [];
  const { institutions, sharedBecause } = await country.loadReferrals();
  return shared
    .toSorted((a, b) => (a.when < b.when ? -1 : 1))
    .flatMap(({ institution, when, ground }) => {
      const name = institutions.find(({ code }) => code === institution)?.name;
      if (name === undefined) return [];
      const say = (text: Readonly<Record<string, string>>) => inLanguage(text, language, country.defaultLanguage);
      return [{ who: say(name), when, why: say(sharedBecause[ground]) }];
    });
}
