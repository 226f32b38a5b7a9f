import { inLanguage, toReader } from '../../contracts/http/wording.ts';
import type { Reader } from '../../contracts/http/wording.ts';
import type { Case } from '../../domain/case/case.ts';
import type { Instant } from '../../domain/time/instant.ts';
import type { CountryPack, FollowUpTexts } from '../../domain/country-pack.ts';
import { leftAt } from '../../domain/case/referral.ts';
import type { Referral, SharingGround } from '../../domain/case/referral.ts';
import { fill } from '../../domain/text.ts';
import type { AddressedText } from '../../domain/text.ts';
import { sayMoment } from '../../domain/time/say-moment.ts';

/** An institution that a report was passed on to, when it left, and why. In the reporter's language. */
export interface Sharing {
  who: string;
  when: Instant;
  why: string;
  /** When the centre took it back, and the same in words. Absent while it stands. */
  takenBackAt?: Instant;
  takenBack?: string;
}

type SharingPack = Pick<CountryPack, 'reporterTexts' | 'defaultLanguage' | 'timeZone' | 'loadReferrals'> & {
  followUpTexts: Pick<FollowUpTexts, 'takenBack'>;
};

/** What left the centre. `ground` was given by the person who sent it. */
type Left = Referral & { when: Instant; ground: SharingGround };

/** Whether anything of a case has left the centre: its mail was sent, or a call was recorded. */
export function wasShared(of: Case): boolean {
  return leftOf(of).length > 0;
}

/**
 * The institutions that the report was passed on to, oldest first. What was proposed, dropped, or decided and not yet
 * sent, never left the centre. Of what was taken back after it had left, it says so. `units` are the names of the units
 * by referral. Rows of release 0.1.0 have none. Source: docs/practice.md, Cases.
 */
export async function tellSharing(
  of: Case,
  units: ReadonlyMap<string, string>,
  now: Instant,
  { address, language }: Reader,
  country: SharingPack,
): Promise<Sharing[]> {
  const left = leftOf(of);
  if (left.length === 0) return [];
  const { institutions, sharedBecause } = await country.loadReferrals();
  const say = (text: AddressedText): string => toReader(text, address, language, country.defaultLanguage);
  const { takenBack } = country.followUpTexts;
  return left.flatMap(({ id, institution, when, ground, withdrawnAt }) => {
    const name = institutions.find(({ code }) => code === institution)?.name;
    if (name === undefined) return [];
    const who = inLanguage(name, language, country.defaultLanguage);
    const unit = units.get(id);
    const sharing = {
      who: unit === undefined ? who : `${who}: ${unit}`,
      when,
      why: say(sharedBecause[ground]),
    };
    if (withdrawnAt === undefined) return [sharing];
    const moment = sayMoment(
      { use: 'at', at: withdrawnAt, now },
      language,
      country.timeZone,
      country.reporterTexts.moments,
    );
    return [{ ...sharing, takenBackAt: withdrawnAt, takenBack: fill(say(takenBack), { when: moment }) }];
  });
}

function leftOf({ referrals = [] }: Case): Left[] {
  return referrals
    .flatMap((referral) => {
      const { ground } = referral;
      const when = leftAt(referral);
      return when === undefined || ground === undefined ? [] : [{ ...referral, when, ground }];
    })
    .toSorted((a, b) => (a.when < b.when ? -1 : 1));
}
