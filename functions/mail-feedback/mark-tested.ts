import type { MailFeedback } from '#shared/contracts/mail-feedback.ts';
import type { Reaction } from '#shared/lambda/events/reaction.ts';
import type { Log, Measure } from '#shared/lambda/log/log.ts';
import type { Clock } from '#shared/ports/clock.ts';
import type { UndeliveredWriter } from '#shared/ports/undelivered.ts';
import { again, decideAgain } from '#shared/use-cases/decide-again.ts';
import { judgeBounce, type JudgeBounceDeps } from '#shared/use-cases/telling/judge-bounce.ts';

export interface MarkTestedDeps extends JudgeBounceDeps {
  undelivered: Pick<UndeliveredWriter, 'recentBounces' | 'mark'>;
  clock: Clock;
  log: Log;
  measure: Measure;
}

/**
 * What becomes of an address from which a test mail came back. It is judged as after any other mail. No case was told in
 * that mail, so nobody else is told. Run again, it finds the mark.
 */
export function markTested(deps: MarkTestedDeps): (reader: string, feedback: MailFeedback) => Promise<Reaction> {
  const judge = judgeBounce(deps);
  return async (reader, { what, deadAddress }) => {
    if (what === 'delayed') return { outcome: 'ignored', reason: 'test_delayed' };
    const judged = await decideAgain(async () => {
      if (deadAddress === undefined) return { isProvider: false };
      const { isProvider, addresses } = await judge(reader, deadAddress, what, deps.clock.now());
      return addresses === undefined || (await deps.undelivered.mark(addresses)) ? { isProvider } : again;
    });
    if (judged === again) return { outcome: 'retry', reason: 'contended' };
    deps.log('mail_undelivered');
    deps.measure('MailUndelivered', 1);
    if (judged.isProvider) {
      deps.log('provider_refuses');
      deps.measure('MailProviderRefuses', 1);
    }
    return { outcome: 'done' };
  };
}
