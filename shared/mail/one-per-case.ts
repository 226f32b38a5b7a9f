import type { MailOccasion } from '../domain/mail/mail-occasion.ts';
import type { MailFacts } from './render-mail.ts';

/** What a letter says of one case, and how much more waits about it. */
export type CaseLine = MailFacts & { more: number };

/** Of several things that wait about one case, a letter says the one with the lowest number here. */
const sayFirst: Readonly<Record<MailOccasion, number>> = {
  institution_unreached: 0,
  withdrawal_unreached: 1,
  access_code_asked: 1,
  access_code_failed: 1,
  referral_misdirected: 1,
  institution_asked: 1,
  nobody_to_ask: 2,
  approval_asked: 3,
  new_case: 4,
  escalated: 5,
  missed: 6,
  dead_code_used: 7,
  reopened: 8,
  from_reporter: 9,
  receipt_reissued: 10,
  lead_reopened: 11,
  reminder: 12,
  referral_declined: 13,
  institution_silent_decide: 14,
  institution_silent: 15,
  warned: 16,
  erasure_due: 17,
  exclusion: 18,
};

/** Whether a mail says the number of its case and nothing else of it: who reads it may know no more. */
export function saysNumberOnly(occasion: MailOccasion): boolean {
  return occasion === 'exclusion';
}

/** One line for each case, in the order in which the cases come first. */
export function onePerCase(news: readonly [MailFacts, ...MailFacts[]]): readonly [CaseLine, ...CaseLine[]] {
  const byCase = [...Map.groupBy(news, ({ caseNumber }) => caseNumber).values()];
  const urgency = ({ occasion }: MailFacts): number => sayFirst[occasion];
  return byCase.flatMap((of) => {
    const [first] = of.toSorted((a, b) => urgency(a) - urgency(b) || (a.due < b.due ? -1 : 1));
    return first === undefined ? [] : [{ ...first, more: of.length - 1 }];
  }) as unknown as readonly [CaseLine, ...CaseLine[]];
}
