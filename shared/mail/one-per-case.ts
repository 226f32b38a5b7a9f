import type { MailOccasion } from '../domain/mail/mail-occasion.ts';
import type { MailFacts } from './render-mail.ts';

/** What a letter says of one case, and how much more waits about it. */
export type CaseLine = MailFacts & { more: number };

/** Of several things that wait about one case, a letter says the one with the lowest number here. */
const sayFirst: Readonly<Record<MailOccasion, number>> = {
  institution_unreached: 0,
  withdrawal_unreached: 1,
  approval_asked: 2,
  new_case: 3,
  escalated: 4,
  missed: 5,
  dead_code_used: 6,
  from_reporter: 7,
  receipt_reissued: 8,
  reminder: 9,
  referral_declined: 10,
  institution_silent_decide: 11,
  institution_silent: 12,
  warned: 13,
  erasure_due: 14,
};

/** One line for each case, in the order in which the cases come first. */
export function onePerCase(news: readonly [MailFacts, ...MailFacts[]]): readonly [CaseLine, ...CaseLine[]] {
  const byCase = [...Map.groupBy(news, ({ caseNumber }) => caseNumber).values()];
  const urgency = ({ occasion }: MailFacts): number => sayFirst[occasion];
  return byCase.flatMap((of) => {
    const [first] = of.toSorted((a, b) => urgency(a) - urgency(b) || (a.due < b.due ? -1 : 1));
    return first === undefined ? [] : [{ ...first, more: of.length - 1 }];
  }) as unknown as readonly [CaseLine, ...CaseLine[]];
}
