import { changeCase } from '#shared/domain/case/case-change.ts';
import type { CaseChange } from '#shared/domain/case/case-change.ts';
import { minuteOf, secondsLeft, turnsPerMinute } from '#shared/domain/commands/reporter/message-rate.ts';
import type { Instant } from '#shared/domain/time/instant.ts';
import type { DecidedChange, Decision } from '#shared/domain/case/decision.ts';
import type { HttpAnswer, HttpRequest } from '#shared/contracts/http/http.ts';
import { Problem } from '#shared/contracts/http/http.ts';
import type { Log } from '#shared/lambda/log/log.ts';
import type { CaseWriter, ReceiptDesk, ReporterTurn, WithChange } from '#shared/ports/case-store.ts';
import type { Clock } from '#shared/ports/clock.ts';
import { again, decideAgain } from '#shared/use-cases/decide-again.ts';
import type { OpenedThread, OpenThread, Wanted } from './open-thread.ts';

export interface ChangeThreadDeps {
  openThread: OpenThread;
  writer: Pick<CaseWriter, 'write'>;
  takeTurn: ReceiptDesk['takeTurn'];
  clock: Clock;
  log: Log;
}

/** What a request of the reporter does to the case as it stands. Without `change`, it was done before. */
export interface Step {
  answer: HttpAnswer;
  change?: {
    parts: DecidedChange;
    also?: ((change: CaseChange, opened: OpenedThread) => WithChange) | undefined;
  };
}

type ChangeThread = (
  turn: ReporterTurn,
  receipt: string,
  request: Pick<HttpRequest, 'language' | 'traceparent'>,
  decide: (opened: OpenedThread, now: Instant) => Step,
  /** What `decide` needs of the thread; by default no message. */
  wanted?: Wanted,
) => Promise<HttpAnswer>;

/** Seconds after which any other write to this case is surely over. */
const retryAfterSeconds = 2;

/**
 * Changes the case that a receipt leads to, in one transaction. When somebody else wrote first, it decides anew. Only so
 * many requests of a receipt come to the writing within a minute. The others are refused before, so that no number of
 * connections keeps the reporter's own words or staff from the case. What changes nothing is not counted. A receipt that leads nowhere is refused after the work that `openThread` always does. Throws a `Problem` for everything
 * that is not done.
 */
export function changeThread(deps: ChangeThreadDeps): ChangeThread {
  return async (turn, receipt, { language, traceparent }, decide, wanted = {}) => {
    let isAdmitted = false;
    const answer = await decideAgain(async () => {
      const opened = await deps.openThread(receipt, wanted);
      if (opened === undefined) throw new Problem('not_found', 404, { language });
      const now = deps.clock.now();
      const step = decide(opened, now);
      if (step.change === undefined) return step.answer;
      const change = changeCase(opened.case, { ...step.change.parts, traceparent }, now);
      isAdmitted ||= await deps.takeTurn(opened.lookup, turn, minuteOf(now), turnsPerMinute[turn]);
      if (!isAdmitted) throw new Problem('too_many_requests', 429, { language, retryAfterSeconds: secondsLeft(now) });
      const written = await deps.writer.write(change, step.change.also?.(change, opened));
      if (!written.written) return again;
      deps.log('thread_changed', { caseId: change.after.caseId });
      return step.answer;
    });
    if (answer === again) throw new Problem('unavailable', 503, { language, retryAfterSeconds });
    return answer;
  };
}

/** Turns a decision of the rules into a step. Throws a 409 for what the case does not take as it stands. */
export function stepOf(
  decision: Decision,
  answer: HttpAnswer,
  language: string,
  also?: NonNullable<Step['change']>['also'],
): Step {
  switch (decision.outcome) {
    case 'refused':
      throw new Problem('conflict', 409, { language });
    case 'unchanged':
      return { answer };
    default:
      return { answer, change: { parts: decision.parts, also } };
  }
}
