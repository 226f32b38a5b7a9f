import type { ErasedLogs, ErasureJournal, Erasing } from '../ports/erasing.ts';

export interface ReplayErasures {
  journal: ErasureJournal;
  erasing: Pick<Erasing, 'remove'>;
  logs: ErasedLogs;
}

/**
 * Goes through the whole journal and removes what a restore has brought back of erased cases. Their
 * access logs are found by number again. Answers how many cases
 * the journal has, and of how many something was left. Throws when something is still there after it was removed. Then
 * somebody writes to these tables, and nothing may go live.
 */
export async function replayErasures({
  journal,
  erasing,
  logs,
}: ReplayErasures): Promise<{ cases: number; cameBack: number }> {
  let cases = 0;
  let cameBack = 0;
  for await (const erasure of journal.all()) {
    const removed = await erasing.remove(erasure);
    if (removed > 0 && (await erasing.remove(erasure)) > 0) {
      throw new Error(`Case ${erasure.caseId} was erased and is being written to: stop all functions first.`);
    }
    await logs.findAgain(erasure.caseId);
    cases += 1;
    if (removed > 0) cameBack += 1;
  }
  return { cases, cameBack };
}
