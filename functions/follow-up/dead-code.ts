import { changeCase } from '#shared/domain/case/case-change.ts';
import type { DeadCode } from '#shared/domain/case/receipts/receipt.ts';
import { decideDeadCodeUsed } from '#shared/domain/commands/reporter/reporter-actions.ts';
import type { Log } from '#shared/lambda/log/log.ts';
import type { CaseWithTimers, CaseWriter, ReceiptDesk } from '#shared/ports/case-store.ts';
import type { Clock } from '#shared/ports/clock.ts';
import { again, decideAgain } from '#shared/use-cases/decide-again.ts';

export interface DeadCodeDeps {
  desk: Pick<ReceiptDesk, 'load'>;
  writer: Pick<CaseWriter, 'write'>;
  clock: Clock;
  log: Log;
}

/** Hears that a code was used which opens nothing any more. `of` is the case as it was just read. */
export type DeadCodeUsed = (of: CaseWithTimers, how: DeadCode) => Promise<void>;

/**
 * Raises that somebody used a dead code: the child who has no other one, or whoever took it. It is one write until a
 * person has dealt with it. The answer to the holder of the code waits for it, and says nothing of it.
 * Source: docs/practice.md, Reporter's side.
 */
export function raiseDeadCode({ desk, writer, clock, log }: DeadCodeDeps): DeadCodeUsed {
  return async (of, how) => {
    let state: CaseWithTimers | undefined = of;
    const raised = await decideAgain(async () => {
      if (state === undefined) return 'gone';
      const now = clock.now();
      const decision = decideDeadCodeUsed(state.case, how, now);
      if (decision.outcome !== 'change') return 'known';
      const { written } = await writer.write(changeCase(state.case, decision.parts, now));
      if (written) return 'raised';
      state = await desk.load(of.case.caseId);
      return again;
    });
    if (raised === 'raised') log('dead_code_used', { caseId: of.case.caseId });
    if (raised === again) throw new Error('A case was changed all the time, so nothing could be raised.');
  };
}
