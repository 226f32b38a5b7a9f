import { attentionOf } from '../../checks/check-told.ts';
import { minute } from '../asking.ts';
import { firstAnswer, writes, type Simulated } from '../reporters.ts';
import { usesReceipt } from './gambits.ts';
import type { Plot } from './plot.ts';

/** A child's code is known to somebody else, who uses it as the child does: once, or sixteen times at once. */
export async function usesStolen(plot: Plot, reporter: Simulated): Promise<void> {
  const { world } = plot;
  const { receipt, caseNumber } = firstAnswer(reporter)?.body ?? {};
  if (typeof receipt !== 'string') return;
  const number = String(caseNumber);
  if (!plot.codes.some(({ code }) => code === receipt)) plot.codes.push({ code: receipt, number, by: 'thief' });
  const wasDead = isDead(plot, number, receipt);
  const uses = Array.from({ length: world.chance.pick([1, 4, 16] as const) }, () => usesReceipt(plot, receipt));
  // Meanwhile the child writes, too.
  await Promise.all([...uses, ...(wasDead ? [] : [writes(world, reporter, 0)])]);
  if (wasDead) await looksAtOnce(plot, number);
}

/** Whether the code that a report was answered with had been locked or replaced. */
function isDead({ witness, reporters }: Plot, number: string, code: string): boolean {
  const isOwn = reporters.some((one) => firstAnswer(one)?.body['receipt'] === code);
  const course = witness.cases(new Map()).find(({ caseNumber }) => caseNumber === number);
  return isOwn && course?.events.some(({ type }) => endsCode.includes(type)) === true;
}
const endsCode: readonly string[] = ['case.locked', 'case.receipt_reissued', 'case.receipt_voided'];

/** Staff look at what needs them: that a dead code was used is among it. */
async function looksAtOnce(plot: Plot, number: string): Promise<void> {
  const { world } = plot;
  await world.wait(minute);
  const attention = await attentionOf(world);
  const concerns = attention?.concerns.get(number) ?? [];
  if (attention !== undefined && !concerns.some(({ what }) => /code|receipt|lock/u.test(what)))
    plot.unseen.push(`${number}: a dead code was used, and staff are not shown that`);
}
