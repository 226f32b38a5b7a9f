import { changeCase } from '#shared/domain/case/case-change.ts';
import { hasLiveReceipt, knowsReceipt, receiptVoided } from '#shared/domain/case/receipts/known-receipt.ts';
import { inParallel } from '#shared/lambda/in-parallel.ts';
import { errorName, type Log, type Measure } from '#shared/lambda/log/log.ts';
import { hasTime, type TimeLeft } from '#shared/lambda/time-left.ts';
import type { CaseReader, CaseWriter, KnownReceipts, ReceiptLookups } from '#shared/ports/case-store.ts';
import type { Clock } from '#shared/ports/clock.ts';
import type { Distrust } from '#shared/ports/directory.ts';
import { again, decideAgain } from '#shared/use-cases/decide-again.ts';

export interface VoidDistrustedDeps {
  distrust: Distrust;
  known: KnownReceipts;
  receipts: ReceiptLookups;
  cases: Pick<CaseReader, 'loadWithoutTimers'>;
  writer: Pick<CaseWriter, 'write'>;
  clock: Clock;
  log: Log;
  measure: Measure;
}

/** How many codes of one person a sweep voids. */
const codesAtOnce = 50;
/** How many cases are changed at the same time. */
const casesAtOnce = 8;
/** What voiding leaves for the mails that are due, the notices and the roster. */
const reserveMs = 10_000;

/**
 * Voids every code that a distrusted person was shown. The list of a person leads to the cases, and each case leaves it
 * in the transaction that voids its code. So a sweep that breaks off goes on where it stopped. Answers how many codes are
 * left. Source: docs/practice.md, Reporter's side.
 */
export function voidDistrusted(deps: VoidDistrustedDeps): (timeLeft: TimeLeft) => Promise<{ left: number }> {
  const { cases, clock, distrust, known, log, measure, receipts, writer } = deps;

  async function voidCode(caseId: string, person: string): Promise<void> {
    const voided = await decideAgain(async () => {
      const of = await cases.loadWithoutTimers(caseId);
      const before = of && (await receipts.receiptsOf(caseId));
      if (of === undefined || before === undefined || !knowsReceipt(of, person) || !hasLiveReceipt(of)) {
        await known.forget(person, caseId);
        return 'known_no_more';
      }
      const now = clock.now();
      const change = changeCase(of, receiptVoided(of, 'besa:escalation', now), now);
      const { written } = await writer.write(change, { receipt: { before, dead: 'voided' } });
      return written ? 'voided' : again;
    });
    if (voided === again) throw new Error('A case was changed all the time, so its code is not voided yet.');
    if (voided === 'voided') log('code_voided', { caseId });
  }

  /** What fails is left to the next sweep, and holds up nothing else. */
  async function tried(caseId: string, person: string, timeLeft: TimeLeft): Promise<boolean> {
    if (!hasTime(timeLeft, reserveMs)) return false;
    try {
      await voidCode(caseId, person);
      return true;
    } catch (error) {
      log('raise_failed', { caseId, errorName: errorName(error) });
      measure('RaiseFailed', 1);
      return false;
    }
  }

  return async (timeLeft) => {
    let left = 0;
    for (const person of await distrust.distrusted()) {
      const caseIds = await known.knownTo(person, codesAtOnce);
      const done = await inParallel(casesAtOnce, caseIds, (caseId) => tried(caseId, person, timeLeft));
      left += done.filter((one) => !one).length;
      if (caseIds.length === codesAtOnce) left += 1;
    }
    return { left };
  };
}
