import type { MailFeedback } from '#shared/contracts/mail-feedback.ts';
import type { Reaction } from '#shared/lambda/events/reaction.ts';
import type { Letters, Mailbox, MailRef } from '#shared/ports/mailbox.ts';
import { reportUndelivered, type ReportUndeliveredDeps } from '#shared/use-cases/report-undelivered.ts';
import { markTested, type MarkTestedDeps } from './mark-tested.ts';

export interface TakeFeedbackDeps extends ReportUndeliveredDeps, MarkTestedDeps {
  undelivered: ReportUndeliveredDeps['undelivered'];
  letters: Pick<Letters, 'find'>;
  mailbox: Pick<Mailbox, 'byTag' | 'one' | 'ofCase' | 'markDelayed'>;
}

/**
 * Takes what the mail service says of one letter, for each mail in that letter. A letter without any is a test mail. A
 * delay is only noted: the ladder climbs meanwhile. Run again after a fault half-way, it finds what is done.
 */
export function takeFeedback(deps: TakeFeedbackDeps): (feedback: MailFeedback) => Promise<Reaction> {
  const report = reportUndelivered(deps, 'besa:mail-feedback');

  const tested = markTested(deps);

  const take = async (ref: MailRef, { what, deadAddress }: MailFeedback): Promise<Reaction> => {
    if (what === 'delayed') {
      const mail = await deps.mailbox.one(ref);
      if (mail === undefined) return { outcome: 'ignored', reason: 'unknown_mail' };
      await deps.mailbox.markDelayed(mail, deps.clock.now());
      deps.log('mail_delayed', { caseId: mail.caseId, eventId: mail.eventId });
      return { outcome: 'done' };
    }
    const outcome = await report(ref, what, deadAddress);
    if (outcome === 'reported') return { outcome: 'done' };
    return { outcome: outcome === 'contended' ? 'retry' : 'ignored', reason: outcome };
  };

  return async (feedback) => {
    const found = await Promise.all(feedback.tags.map((tag) => deps.mailbox.byTag(tag)));
    let worst: Reaction = { outcome: 'ignored', reason: 'unknown_mail' };
    if (found.flat().length === 0) {
      const letter = await deps.letters.find(feedback.tags[0]);
      return letter?.events.length === 0 ? tested(letter.to, feedback) : worst;
    }
    for (const ref of found.flat()) worst = graver(worst, await take(ref, feedback));
    return worst;
  };
}

const gravity: Readonly<Record<Reaction['outcome'], number>> = { ignored: 0, done: 1, retry: 2 };

function graver(one: Reaction, other: Reaction): Reaction {
  return gravity[other.outcome] >= gravity[one.outcome] ? other : one;
}
