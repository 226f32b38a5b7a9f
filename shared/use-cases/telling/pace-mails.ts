import type { CountryPack } from '../../domain/country-pack.ts';
import { budgetOf, joins, mayLeaveAt, paceOfNews } from '../../domain/mail/mail-pace.ts';
import { isForInstitution } from '../../domain/mail/referral-mails.ts';
import type { Instant } from '../../domain/time/instant.ts';
import type { CaseWithTimers } from '../../ports/case-store.ts';
import type { Letters, Mail } from '../../ports/mailbox.ts';
import { tryEndsAt, type Pacing } from '../send-mail.ts';
import type { NewMail, Telling } from './decide-telling.ts';

export interface PaceMailsDeps {
  letters: Pick<Letters, 'sentSoFar'>;
  country: Pick<CountryPack, 'mailTiming'>;
  /** How many mails the mail service takes in 24 hours. */
  mailsPerDay: number;
  newTag: () => string;
}

/**
 * Says of each new mail when it may leave. What may leave now names its letter, and its first try belongs to the writer.
 * What waits for the time of the day or for the pace is due then. News of a kind that waits already is left out.
 */
export function paceMails(deps: PaceMailsDeps) {
  const { mailTiming } = deps.country;
  return async (
    { mails, found, alert }: Telling,
    of: CaseWithTimers,
    earlier: readonly Mail[],
    now: Instant,
  ): Promise<{ toSend: Mail[]; pacingOf: (to: string) => Pacing }> => {
    const { last, sentInDay } = await deps.letters.sentSoFar(
      mails.map(({ to }) => to),
      now,
    );
    const budget = budgetOf(sentInDay, deps.mailsPerDay);
    const pacingOf = (to: string): Pacing => ({ last: last.get(to) ?? {}, budget });
    const rings = alert.rings !== false;
    const timed = (mail: NewMail): Mail => {
      if (mail.leavesAt !== undefined) return { ...mail, attempts: 0, retryAt: mail.leavesAt };
      const isPaced = !isForInstitution(mail.occasion);
      const paced = isPaced ? paceOfNews({ ...mail, rings }, of.case, of.timers, earlier, mailTiming.pace) : {};
      const contact = found.people.find(({ id }) => id === mail.to)?.contact;
      const limits = { budget, ...(contact === undefined ? {} : { contact }) };
      const opens = isPaced ? mayLeaveAt(paced, pacingOf(mail.to).last, limits, mailTiming.pace) : undefined;
      return opens === undefined || opens <= now
        ? { ...mail, ...paced, letters: [deps.newTag()], attempts: 1, retryAt: tryEndsAt(now, 1) }
        : { ...mail, ...paced, waitsUntil: opens, attempts: 0, retryAt: opens };
    };
    return { toSend: mails.map(timed).filter((mail) => !joins(mail, earlier)), pacingOf };
  };
}
