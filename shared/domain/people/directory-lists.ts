import type { takedownNoticeWays } from '../case/case.ts';
import type { Institution, ReferralRule } from '../referrals/referral-policy.ts';

/** Of an institution of the country pack: whether the centre passes cases on to it, and numbers that are right here. */
export interface InstitutionEntry {
  /** A code of the pack. */
  code: string;
  inUse: boolean;
  /** Instead of the pack's numbers. */
  phones?: readonly string[];
}

/** By which way a platform takes notices from this centre. */
export interface PlatformEntry {
  /** A code of the pack, or one of the centre's own. */
  code: string;
  /** What people call it; needed for one of the centre's own. */
  name?: string;
  way: (typeof takedownNoticeWays)[number];
  /** The address of the form or the mailbox. */
  to: string;
}

/** A code that posters and lessons carry. It counts how many an event reached, and must not lead to who was there. */
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

/** An entry as it stands: which write of the directory it is from. */
export type Listed<N extends ListName> = ListEntries[N] & { revision: number };

/**
 * Whether a campaign code names one class: some thirty pupils, of whom a report would then say who wrote it. `marks` are
 * the country pack's, as regular expressions. Source: docs/practice.md, People; docs/domain.md, Campaigns.
 */
export function namesOneClass(code: string, marks: readonly string[]): boolean {
  return marks.some((mark) => new RegExp(mark).test(code));
}

/** The pack's institutions with what the centre says of them: out of use or not, and numbers that are right here. */
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
 * Whether a rule that has to be followed would have nobody left: then no institution of it may be put out of use, for a
 * child in danger would be passed on to nobody.
 */
export function leavesNobody(
  rules: readonly Pick<ReferralRule, 'isNecessary' | 'to'>[],
  institutions: readonly Institution[],
): boolean {
  const inUse = (code: string): boolean => institutions.some((one) => one.code === code && one.isOutOfUse !== true);
  return rules.some(({ isNecessary, to }) => isNecessary && !to.some(inUse));
}
