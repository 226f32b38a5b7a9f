import { changeCase } from '#shared/domain/case/case-change.ts';
import { decideSent } from '#shared/domain/referrals/decide-referral.ts';
import { isForInstitution } from '#shared/domain/mail/referral-mails.ts';
import type { CaseReader, CaseWriter } from '#shared/ports/case-store.ts';
import type { Clock } from '#shared/ports/clock.ts';
import type { Mail, Mailbox } from '#shared/ports/mailbox.ts';
import { again, decideAgain } from '#shared/use-cases/decide-again.ts';

export interface RecordSentDeps {
  cases: CaseReader;
  writer: Pick<CaseWriter, 'write'>;
  mailbox: Pick<Mailbox, 'endRepeats'>;
  clock: Clock;
}

/** Whether the institution has this mail, but the history of the case does not say so yet. */
export function isToBeRecorded({ occasion, toldAt }: Mail): boolean {
  return toldAt !== undefined && isForInstitution(occasion);
}

/**
 * Records in the case that an institution was written to, once however often it runs. Then it ends the mail. The mail
 * stays due until both are done, so a run after a crash finds the first step done. Source:
 * docs/decisions/074-the-sweep-says-that-it-was-sent.md.
 */
export function recordSent(deps: RecordSentDeps): (mail: Mail) => Promise<'recorded' | 'contended'> {
  return async (mail) => {
    const outcome = await decideAgain<'recorded'>(async () => {
      const of = await deps.cases.load(mail.caseId);
      if (of === undefined) return 'recorded';
      const now = deps.clock.now();
      const decision = decideSent(of.case, mail.referral ?? '', mail.toldAt ?? now);
      if (decision.outcome !== 'change') return 'recorded';
      const written = await deps.writer.write(changeCase(of.case, decision.parts, now));
      return written.written ? 'recorded' : again;
    });
    if (outcome === again) return 'contended';
    await deps.mailbox.endRepeats(mail);
    return outcome;
  };
}
