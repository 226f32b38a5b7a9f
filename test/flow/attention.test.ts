import { afterAll, beforeAll, expect, it } from 'vitest';
import { reportOf } from '#test/support/http-reports.ts';
import { passOn } from '#test/support/pass-on.ts';
import { startTestBesa } from '#test/support/running-besa.ts';
import type { BesaUnderTest } from '#test/support/running-besa.ts';

let besa: BesaUnderTest;
beforeAll(async () => {
  besa = await startTestBesa();
});
afterAll(() => besa.end());

interface Attention {
  cases: { caseNumber: string; concerns: { what: string; rung?: string }[] }[];
  centre?: { rungsWithNobody: string[]; hoursWithNobody: string[] };
}

async function attention(): Promise<Attention> {
  const token = await besa.inside.signIn('staff-blerim');
  const answer = await besa.get('/staff/v1/attention', { authorization: `Bearer ${token ?? ''}` });
  expect(answer.status).toBe(200);
  return answer.body as Attention;
}

it('what nobody has seen is listed while nobody sees it, and its alarms are said on this machine', async () => {
  const officer = await besa.signIn('staff-blerim');
  const { body } = await besa.report(reportOf.critical);
  await besa.advance('PT25M');
  const about = async () => (await attention()).cases.find((one) => one.caseNumber === body.caseNumber)?.concerns ?? [];
  expect((await about()).map(({ what }) => what)).toEqual(
    expect.arrayContaining(['unread', 'raise_not_acknowledged', 'proposal_undecided']),
  );
  expect((await attention()).centre).toMatchObject({ rungsWithNobody: [], hoursWithNobody: [] });

  const { history } = (await officer.show(body.caseNumber)).body;
  const raised = history.findLast(({ type }) => type === 'case.escalated');
  const path = `escalations/${String(raised?.data['timer'])}/${String(raised?.data['rung'])}/acknowledgement`;
  expect((await officer.command(body.caseNumber, path, {})).status).toBe(200);
  await officer.command(body.caseNumber, 'read', { reason: 'on_duty' });
  await passOn(officer, body.caseNumber, () => true);
  expect(await about()).toEqual([]);

  // A message that nobody can do becomes a dead letter: an engineer is rung, and staff are not troubled with it.
  await besa.inside.putMessage('triage', 'no event at all');
  await besa.advance('PT1H');
  const { rang } = await besa.inside.alarms();
  expect(rang.map((one) => [one.alarm, one.class])).toContainEqual([
    'ReactorsTriageQueueDeadLettersNotEmpty',
    'child_may_be_waiting',
  ]);
  // In that hour the case was due to be handled, and was not.
  expect((await about()).map(({ what }) => what)).toEqual(['raise_not_acknowledged']);
  expect(besa.inside.refusals()).toEqual([]);
});
