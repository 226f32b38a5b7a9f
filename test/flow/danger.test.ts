import { afterEach, expect, it } from 'vitest';
import type { ShownCase } from '#test/support/besa-over-http.ts';
import { reportOf } from '#test/support/http-reports.ts';
import { startTestBesa, type BesaUnderTest } from '#test/support/running-besa.ts';

let besa: BesaUnderTest;
afterEach(() => besa.end());

const inDanger = { ...reportOf.normal, flags: { inDanger: true } };
const raisesOf = ({ history }: ShownCase) =>
  history.filter(({ type, data }) => type === 'case.escalated' && data['timer'] === '1.danger_call.report');

it('a danger that somebody read and left: the first rung after 15 minutes, once, through a kill; and the call ends it', async () => {
  besa = await startTestBesa();
  const { body } = await besa.report(inDanger);
  await besa.inside.quiet();
  let officer = await besa.signIn('staff-blerim');
  const show = async (): Promise<ShownCase> => (await officer.show(body.caseNumber)).body;
  expect((await officer.command(body.caseNumber, 'read', { reason: 'on_duty' })).status).toBe(200);
  const { danger } = await show();
  expect(danger?.flags).toEqual(['inDanger']);
  // Whoever lowers it meanwhile slows nothing.
  await officer.decide(body.caseNumber, 'severity', { severity: 'low', reason: 'other_category_fits' });
  expect((await show()).severity).toBe('low');

  await besa.advance('PT14M');
  expect(raisesOf(await show())).toEqual([]);
  besa.inside.kill();
  besa = await besa.startAgain();
  officer = await besa.signIn('staff-blerim');
  await besa.advance('PT2M');
  await besa.inside.quiet();
  expect(raisesOf(await show()).map(({ data }) => [data['rung'], data['reminder']])).toEqual([['duty', 0]]);
  const told = (await besa.inbox()).filter(({ text }) => text.includes('dikush duhet të telefonojë tani'));
  expect(told.length).toBeGreaterThan(0);

  const answeredBy = 'Kapiten i shpikur';
  const call = { called: { institution: 'state_police', answeredBy, reference: 'R-17' } };
  expect((await officer.command(body.caseNumber, 'danger', call)).status).toBe(200);
  await besa.advance('PT2H');
  const after = await show();
  expect(raisesOf(after)).toHaveLength(1);
  expect(after.timers.map(({ id }) => id)).not.toContain('1.danger_call.report');
  expect(after.danger?.ended).toMatchObject({ by: 'staff-blerim', called: 'state_police' });
  // Who answered is sealed: it stands in a note, and nowhere else.
  expect(JSON.stringify(after)).not.toContain(answeredBy);
  const opened = await officer.command(body.caseNumber, 'read', { reason: 'on_duty' });
  expect(JSON.stringify(opened.body['notes'])).toContain(answeredBy);
});

it('a reason stands in the history, with who gave it and when; and a call of the police by referral counts as the call', async () => {
  besa = await startTestBesa();
  const officer = await besa.signIn('staff-blerim');
  const read = async (): Promise<string> => {
    const { body } = await besa.report(inDanger);
    await besa.inside.quiet();
    await officer.command(body.caseNumber, 'read', { reason: 'on_duty' });
    return body.caseNumber;
  };
  const reasoned = await read();
  expect((await officer.command(reasoned, 'danger', {})).status).toBe(422);
  const because = { notCalledBecause: 'already_with_police' };
  expect((await officer.command(reasoned, 'danger', because)).status).toBe(200);
  const { history } = (await officer.show(reasoned)).body;
  expect(history.at(-1)).toMatchObject({
    type: 'case.danger_not_called',
    actor: 'staff:staff-blerim',
    time: expect.stringMatching(/^2026-11-17T09:00:/u) as string,
    data: { because: 'already_with_police' },
  });

  const referred = await read();
  const { referrals = [] } = (await officer.show(referred)).body;
  const police = referrals.find(({ institution }) => institution === 'state_police');
  const sent = await officer.command(referred, `referrals/${police?.id}/sending`, {
    ground: 'override',
    overrideBecause: 'danger_to_life',
    notToldFirstBecause: 'no_time_danger',
    fields: ['narrative'],
    call: { name: 'Kapiten i shpikur' },
  });
  expect([sent.status, sent.body['errors']]).toEqual([200, undefined]);
  const { danger } = (await officer.show(referred)).body;
  expect(danger?.ended).toMatchObject({ by: 'staff-blerim', called: 'state_police' });
  await besa.advance('PT1H');
  expect(raisesOf((await officer.show(referred)).body)).toEqual([]);
});
