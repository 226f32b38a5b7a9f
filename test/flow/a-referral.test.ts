import { afterAll, beforeAll, expect, it } from 'vitest';
import { country } from '#shared/country/current.ts';
import type { StaffOverHttp } from '#test/support/besa-over-http.ts';
import { reportOf } from '#test/support/http-reports.ts';
import { startTestBesa, timesOf, typesIn, type BesaUnderTest } from '#test/support/running-besa.ts';

let besa: BesaUnderTest;
let officer: StaffOverHttp;
beforeAll(async () => {
  besa = await startTestBesa();
  officer = await besa.signIn('staff-blerim');
});
afterAll(() => besa.end());

const police = 'police-cybercrime@institution.example';
/** Letters that tell of the case. One about several cases names them in its text alone. */
const mailsTo = async (to: string, caseNumber: string) =>
  (await besa.inbox()).filter((mail) => mail.to === to && `${mail.subject} ${mail.text}`.includes(caseNumber));
const referralOf = async (caseNumber: string, id: string) =>
  (await officer.show(caseNumber)).body.referrals?.find((one) => one.id === id);
const given = {
  fields: ['narrative', 'victims'],
  ground: 'override',
  overrideBecause: 'crime_against_child',
  notToldFirstBecause: 'no_time_danger',
};

it('a case is proposed for, referred by a call, and its reporter told with whom it was shared', async () => {
  const { body } = await besa.report(reportOf.critical);
  await besa.inside.quiet();
  const [lead] = (await officer.show(body.caseNumber)).body.referrals ?? [];
  expect(lead).toMatchObject({ institution: 'police_cybercrime', isLead: true, status: 'proposed' });
  await officer.command(body.caseNumber, 'read', { reason: 'on_duty' });
  const sent = await officer.command(body.caseNumber, `referrals/${lead?.id}/sending`, {
    ...given,
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

  // The mail follows the call, and the history says so; what was acknowledged stays so.
  const [mail, ...others] = await mailsTo(police, body.caseNumber);
  expect(others).toEqual([]);
  expect(mail?.text).toContain(`${body.caseNumber} / police_cybercrime-1`);
  await besa.advance('PT1M');
  expect(timesOf((await officer.show(body.caseNumber)).body, 'referral.sent')).toBe(1);
  expect(await referralOf(body.caseNumber, 'police_cybercrime-1')).toMatchObject({
    status: 'acknowledged',
    sentAt: expect.any(String) as string,
  });
});

it('an institution is written to that something waits; its silence climbs the ladder; its refusal comes back', async () => {
  const { caseNumber } = (await besa.report(reportOf.critical)).body;
  await besa.inside.quiet();
  await officer.command(caseNumber, 'read', { reason: 'on_duty' });
  await officer.command(caseNumber, 'claim', {});
  const [lead] = (await officer.show(caseNumber)).body.referrals ?? [];
  const id = lead?.id ?? '';
  expect((await officer.command(caseNumber, `referrals/${id}/sending`, given)).status).toBe(200);
  await besa.inside.quiet();

  const [mail, ...others] = await mailsTo(police, caseNumber);
  expect(others).toEqual([]);
  expect(mail?.text).toContain(`${caseNumber} / ${id}`);
  expect(mail?.text).toContain(country.centre.institutionsPhone.value);
  expect(mail?.text).not.toContain('116111');
  expect(mail?.text).not.toContain('http');
  await besa.advance('PT1M');
  expect((await referralOf(caseNumber, id))?.status).toBe('sent');

  // An hour for a critical case, then rung by rung.
  const clock = `1.referral_acknowledge.referral-${id}`;
  await besa.advance('PT80M');
  const late = (await officer.show(caseNumber)).body;
  expect(late.history).toContainEqual(
    expect.objectContaining({ type: 'referral.overdue', data: { referral: id, timer: clock } }),
  );
  const rungs = late.history.filter(({ type, data }) => type === 'case.escalated' && data['timer'] === clock);
  expect(rungs.map(({ data }) => data['rung']).slice(0, 2)).toEqual(['duty', 'backup']);
  // Her phone had a short message about the other case just now. The next comes fifteen minutes after it.
  await besa.advance('PT16M');
  expect((await mailsTo('drita@besa.example', caseNumber)).length).toBeGreaterThan(0);

  expect((await officer.command(caseNumber, `referrals/${id}/reminder`, {})).status).toBe(200);
  await besa.inside.quiet();
  expect(await mailsTo(police, caseNumber)).toHaveLength(2);

  const before = (await mailsTo('blerim@besa.example', caseNumber)).length;
  const declined = { answer: 'declined', because: 'not_competent' };
  expect((await officer.command(caseNumber, `referrals/${id}/answer`, declined)).status).toBe(200);
  await besa.inside.quiet();
  const toOfficer = await mailsTo('blerim@besa.example', caseNumber);
  expect(toOfficer.length).toBe(before + 1);
  expect(toOfficer.filter(({ text }) => text.includes('Drejtoria për Hetimin e Krimeve Kibernetike'))).toHaveLength(1);
  expect((await besa.queues()).reduce((sum, queue) => sum + queue.deadLetters, 0)).toBe(0);
  expect(besa.inside.refusals()).toEqual([]);
});

it('what leaves is usable: a printed letter and a copy to paste, both as typed; what a screen shows is harmless', async () => {
  const url = 'https://bad-pictures.example/p/1';
  const report = {
    ...reportOf.critical,
    category: 'csam',
    narrative: `He sent me ${url} and wants more.`,
    urls: [url],
    accounts: [{ platform: 'instagram', handle: '@leo.tirana09' }],
  };
  const { caseNumber } = (await besa.report(report)).body;
  await besa.inside.quiet();
  const counsellor = await besa.signIn('staff-arta');

  // A counsellor reads which account to report, and no address, also not inside the words.
  const seen = (await counsellor.command(caseNumber, 'read', { reason: 'on_duty' })).body;
  expect(seen).toMatchObject({
    addressesWithheld: 'clearance',
    narrative: 'He sent me ▮▮▮ and wants more.',
    narrativeLinks: [{ from: 11, to: 14, withheld: true }],
    addresses: { accounts: report.accounts },
  });
  expect(JSON.stringify(seen)).not.toContain('bad-pictures');
  const shown = (await officer.command(caseNumber, 'read', { reason: 'on_duty' })).body;
  expect(shown).toMatchObject({
    narrative: report.narrative,
    narrativeLinks: [{ from: 11, to: 11 + url.length }],
    addresses: { urls: ['hxxps://bad-pictures.example/p/1'], accounts: report.accounts },
  });

  const [lead] = (await officer.show(caseNumber)).body.referrals ?? [];
  const id = lead?.id ?? '';
  expect((await officer.letter(caseNumber, id)).status).toBe(409);
  const ticked = { ...given, fields: ['narrative', 'addresses', 'accounts'], addresses: [0], accounts: [0] };
  expect((await officer.command(caseNumber, `referrals/${id}/sending`, ticked)).status).toBe(200);
  const letter = await officer.letter(caseNumber, id);
  expect(letter.status).toBe(200);
  expect(letter.headers.get('content-type')).toBe('text/html; charset=utf-8');
  expect(letter.headers.get('cache-control')).toBe('no-store');
  expect(letter.headers.get('content-security-policy')).toContain("style-src 'sha256-");
  for (const typed of [report.narrative, `<li class="said">${url}</li>`, '@leo.tirana09', `${caseNumber} / ${id}`]) {
    expect(letter.body).toContain(typed);
  }
  expect((await officer.letter(caseNumber, id, '?lang=en')).body).toContain('Do not copy it or pass it on');
  expect((await counsellor.letter(caseNumber, id)).status).toBe(403);

  const forNotice = { platform: 'instagram', addresses: [0], accounts: [0] };
  const copied = await officer.command(caseNumber, 'copy-for-notice', forNotice);
  expect(copied.body).toMatchObject({ text: `${url}\n@leo.tirana09` });
  expect((await counsellor.command(caseNumber, 'copy-for-notice', forNotice)).status).toBe(403);
  expect((await counsellor.command(caseNumber, 'copy-for-notice', { accounts: [0] })).status).toBe(200);
  expect(besa.inside.refusals()).toEqual([]);
});
