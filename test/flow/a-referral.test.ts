import { afterAll, beforeAll, expect, it } from 'vitest';
import type { StaffOverHttp } from '#test/support/besa-over-http.ts';
import { reportOf } from '#test/support/http-reports.ts';
import { startTestBesa, typesIn, type BesaUnderTest } from '#test/support/running-besa.ts';

let besa: BesaUnderTest;
let officer: StaffOverHttp;
beforeAll(async () => {
  besa = await startTestBesa();
  officer = await besa.signIn('staff-blerim');
});
afterAll(() => besa.end());

it('a case is proposed for, referred by a call, and its reporter told with whom it was shared', async () => {
  const { body } = await besa.report(reportOf.critical);
  await besa.inside.quiet();
  const [lead] = (await officer.show(body.caseNumber)).body.referrals ?? [];
  expect(lead).toMatchObject({ institution: 'police_cybercrime', isLead: true, status: 'proposed' });
  await officer.command(body.caseNumber, 'read', { reason: 'on_duty' });
  const sent = await officer.command(body.caseNumber, `referrals/${lead?.id}/sending`, {
    fields: ['narrative', 'victims'],
    ground: 'override',
    overrideBecause: 'crime_against_child',
    notToldFirstBecause: 'no_time_danger',
    call: { name: 'Inspector Kola' },
  });
  expect(sent.status).toBe(200);
  await besa.inside.quiet();
  const shown = (await officer.show(body.caseNumber)).body;
  expect(shown.referrals?.[0]).toMatchObject({ status: 'acknowledged', acknowledgedHow: 'phone' });
  expect(typesIn(shown)).toContain('referral.approved');
  expect(shown.timers.map(({ id }) => id)).toContain(`1.referral_answer.referral-${lead?.id}`);
  const opened = await officer.command(body.caseNumber, `referrals/${lead?.id}/read`, {});
  expect(opened.body).toMatchObject({ copy: { answeredBy: 'Inspector Kola' } });
  expect((await besa.followUp(body.receipt)).body).toMatchObject({
    sharedWith: [{ who: expect.any(String) as string }],
  });
});
