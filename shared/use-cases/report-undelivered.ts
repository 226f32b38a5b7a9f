import { changeCase } from '../domain/case/case-change.ts';
import { eventNumberOf, type Actor } from '../domain/case/events.ts';
import type { Case } from '../domain/case/case.ts';
import { hasComeBack, type UndeliveredBecause } from '../domain/case/unseen/undelivered.ts';
import { isForInstitution } from '../domain/mail/referral-mails.ts';
import { unreached } from '../domain/referrals/decide-referral.ts';
import type { Log, Measure } from '../lambda/log/log.ts';
import type { CaseReader } from '../ports/case-store.ts';
import type { Clock } from '../ports/clock.ts';
import type { Instant } from '../domain/time/instant.ts';
import type { Mail, Mailbox, MailRef } from '../ports/mailbox.ts';
import type { UndeliveredWriter } from '../ports/undelivered.ts';
import { again, decideAgain } from './decide-again.ts';
import { judgeBounce, type JudgeBounceDeps } from './telling/judge-bounce.ts';

export interface ReportUndeliveredDeps extends JudgeBounceDeps {
  cases: CaseReader;
  mailbox: Pick<Mailbox, 'one' | 'ofCase'>;
  undelivered: UndeliveredWriter;
  clock: Clock;
  log: Log;
  measure: Measure;
}

/**
 * `unknown_mail`: no mail of ours, or its case is gone. `known_already`: reported before. `contended`: others kept
 * writing.
 */
export type UndeliveredOutcome = 'reported' | 'unknown_mail' | 'known_already' | 'contended';

/**
 * Reports that a mail told nobody, in one transaction and once for each mail. Its row is marked. The case gets the
 * event that makes the notification function tell somebody else. What came back from `deadAddress` marks that address,
 * or rings that the provider refuses. A referral of which all mails came back has told nobody. Throws only on faults of
 * the database.
 */
export function reportUndelivered(
  deps: ReportUndeliveredDeps,
  actor: Actor,
): (ref: MailRef, because: UndeliveredBecause, deadAddress?: string) => Promise<UndeliveredOutcome> {
  const judge = judgeBounce(deps);

  /** Where no other mail is with the institution, nobody there has heard of the referral. */
  async function referralsAfter(of: Case, mail: Mail, because: UndeliveredBecause, now: Instant) {
    if (mail.referral === undefined || !isForInstitution(mail.occasion) || !hasComeBack(because)) return {};
    const mails = await deps.mailbox.ofCase(of.caseId);
    const isThere = (one: Mail): boolean =>
      one.referral === mail.referral &&
      isForInstitution(one.occasion) &&
      (one.sentAt ?? one.toldAt) !== undefined &&
      !hasComeBack(one.undelivered);
    const others = mails.filter((one) => one.eventId !== mail.eventId || one.to !== mail.to);
    return others.some(isThere) ? {} : unreached(of, mail.referral, now);
  }

  return async (ref, because, deadAddress) => {
    const outcome = await decideAgain<UndeliveredOutcome>(async () => {
      const mail = await deps.mailbox.one(ref);
      if (mail === undefined) return 'unknown_mail';
      if (mail.undelivered !== undefined) return 'known_already';
      const of = await deps.cases.load(mail.caseId);
      if (of === undefined) return 'unknown_mail';
      const now = deps.clock.now();
      const judged = deadAddress === undefined ? undefined : await judge(mail.to, deadAddress, because, now);
      const event = {
        type: 'mail.bounced',
        actor,
        data: { mail: eventNumberOf(mail.eventId), to: mail.to, because },
      } as const;
      // A refused mail may still get through, so it has not come back.
      const back = because === 'refused' ? {} : { mailBackAt: now };
      const set = { ...back, ...(await referralsAfter(of.case, mail, because, now)) };
      const written = await deps.undelivered.write(changeCase(of.case, { set, events: [event] }, now), {
        mail,
        because,
        ...(judged?.addresses === undefined ? {} : { addresses: judged.addresses }),
      });
      if (!written.written) return written.because === 'done_already' ? 'known_already' : again;
      const ids = { caseId: mail.caseId, eventId: mail.eventId };
      // That somebody left or is excluded from the case is no fault of the mails. Nobody has to repair anything.
      if (because === 'left' || because === 'excluded') {
        deps.log('mail_dropped', { ...ids, reason: because });
      } else {
        deps.log('mail_undelivered', ids);
        deps.measure('MailUndelivered', 1);
      }
      if (judged?.isProvider === true) {
        deps.log('provider_refuses', ids);
        deps.measure('MailProviderRefuses', 1);
      }
      return 'reported';
    });
    return outcome === again ? 'contended' : outcome;
  };
}
