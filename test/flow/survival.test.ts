import { setImmediate } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { ReportAnswer } from '#test/support/besa-over-http.ts';
import { reportOf } from '#test/support/http-reports.ts';
import { startTestBesa, timesOf, type BesaUnderTest } from '#test/support/running-besa.ts';

let besa: BesaUnderTest;
beforeAll(async () => {
  besa = await startTestBesa();
});
afterAll(() => besa.end());

/** Reports without pause on eight lines until the server is gone; answers with what was answered 201. */
async function reportUntilGone(answered: ReportAnswer[]): Promise<void> {
  const line = async (): Promise<void> => {
    for (;;) {
      const answer = await besa.report(reportOf.critical).catch(() => undefined);
      if (answer?.status !== 201) return;
      answered.push(answer.body);
    }
  };
  await Promise.all(Array.from({ length: 8 }, line));
}

it('killed under load and started again, it has every report it answered 201: readable, triaged, watched, told', async () => {
  const answered: ReportAnswer[] = [];
  for (const _ of [1, 2]) {
    const goal = answered.length + 15;
    const load = reportUntilGone(answered);
    while (answered.length < goal) await setImmediate();
    besa.inside.kill();
    await load;
    besa = await besa.startAgain();
  }
  await besa.advance('PT20M');
  await besa.inside.quiet();

  const officer = await besa.signIn('staff-blerim');
  const mails = (await besa.inbox()).map(({ subject, text }) => `${subject} ${text}`);
  for (const { receipt, caseNumber } of answered) {
    expect((await besa.followUp(receipt)).status).toBe(200);
    const shown = (await officer.show(caseNumber)).body;
    expect(timesOf(shown, 'case.triaged')).toBe(1);
    expect(shown.timers.map(({ id }) => id)).toEqual(
      expect.arrayContaining(['1.must_be_read.report', '1.promise_handle.report', '1.promise_resolve.report']),
    );
    expect(mails.some((mail) => mail.includes(caseNumber))).toBe(true);
  }
  const deadLetters = (await besa.queues()).reduce((sum, queue) => sum + queue.deadLetters, 0);
  expect(deadLetters).toBe(0);
  expect(besa.inside.refusals()).toEqual([]);
});
