import type { takedownNoticeWays } from '../case/case.ts';
import type { Institution, ReferralRule } from '../referrals/referral-policy.ts';

/**
 * What the centre says of an institution of the country pack. It says whether cases are passed on to it, and which
 * numbers are right here.
 */
export interface InstitutionEntry {
  /** A code of the pack. */
  code: string;
  inUse: boolean;
  /** These replace the pack's numbers. */
  phones?: readonly string[];
}

/** The way by which a platform takes takedown notices from this centre. */
export interface PlatformEntry {
  /** A code of the pack, or a code of the centre's own. */
  code: string;
  /** What people call it. Required for a code of the centre's own. */
  name?: string;
  way: (typeof takedownNoticeWays)[number];
  /** The address of the form or the mailbox. */
  to: string;
}

/**
 * A code that posters and lessons carry. It counts how many people an event reached. It must not show who was there.
 */
export interface CampaignEntry {
  /** 2 to 32 of A-Z, 0-9, dash. */
  code: string;
  name: string;
  /** First and last day, `2026-02-10`. */
  from: string;
  to: string;
}

export interface ListEntries {
  institution: InstitutionEntry;
  platform: PlatformEntry;
  campaign: CampaignEntry;
}

export type ListName = keyof ListEntries;

/** An entry as it stands, with the revision of the directory that wrote it. */
export type Listed<N extends ListName> = ListEntries[N] & { revision: number };

/**
 * Whether a campaign code names one class. A class has some thirty pupils, so the code would show who wrote a report.
 * `marks` are regular expressions of the country pack. Source: docs/domain.md, Campaigns.
 */
export function namesOneClass(code: string, marks: readonly string[]): boolean {
  return marks.some((mark) => new RegExp(mark).test(code));
}

/** The pack's institutions, with what the centre says of them: whether each is in use, and its right numbers. */
export function asUsedHere(
  institutions: readonly Institution[],
  entries: readonly InstitutionEntry[],
): readonly Institution[] {
  return institutions.map((institution) => {
    const entry = entries.find(({ code }) => code === institution.code);
    if (entry === undefined) return institution;
    const { phones = institution.phones, inUse } = entry;
    return { ...institution, phones, ...(inUse ? {} : { isOutOfUse: true }) };
  });
}

/**
 * Whether a necessary rule would have no institution left. Then none of its institutions may be put out of use, or
 * nobody would hear of a child in danger.
 */
export function leavesNobody(
  rules: readonly Pick<ReferralRule, 'isNecessary' | 'to'>[],
  institutions: readonly Institution[],
): boolean {
  const inUse = (code: string): boolean => institutions.some((one) => one.code === code && one.isOutOfUse !== true);
  return rules.some(({ isNecessary, to }) => isNecessary && !to.some(inUse));
}
