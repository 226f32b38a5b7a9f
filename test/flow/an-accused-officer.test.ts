import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Answer, StaffOverHttp } from '#test/support/besa-over-http.ts';
import { reportOf } from '#test/support/http-reports.ts';
import { startTestBesa, type BesaUnderTest } from '#test/support/running-besa.ts';

/*
 * The officer of whom a child tells has the case in hand, and excludes everybody else. Source: docs/practice.md,
 * Exclusions; docs/threat-model.md, The one accused.
 */

let besa: BesaUnderTest;
let accused: StaffOverHttp;
let colleague: StaffOverHttp;
let counsellor: StaffOverHttp;
let supervisor: StaffOverHttp;
let director: StaffOverHttp;
let auditor: StaffOverHttp;
let caseNumber: string;
beforeAll(async () => {
  besa = await startTestBesa();
  [counsellor, accused, colleague, supervisor, director, auditor] = await Promise.all([
    besa.signIn('staff-arta'),
    besa.signIn('staff-blerim'),
    besa.signIn('staff-drita'),
    besa.signIn('staff-elira'),
    besa.signIn('staff-flamur'),
    besa.signIn('staff-ilir'),
  ]);
  ({ caseNumber } = (await besa.report(reportOf.critical)).body);
  await besa.inside.quiet();
  await accused.command(caseNumber, 'read', { reason: 'on_duty' });
});
afterAll(() => besa.end());

const message = 'We are with you. Nobody here will scold you.';
const decides = (by: StaffOverHttp, approval: string, verdict: 'approve' | 'refuse') =>
  by.command(caseNumber, `approvals/${approval}`, { verdict });
const excludes = (by: StaffOverHttp, ...names: string[]) =>
  by.decide(caseNumber, 'exclusions', { institutions: [], people: names.map((name) => `staff-${name}`) });
const opens = (...people: StaffOverHttp[]) =>
  Promise.all(people.map(async (one) => (await one.show(caseNumber)).status));
const mailsTo = async (name: string) => (await besa.inbox()).filter(({ to }) => to === `${name}@besa.example`);

it('keeps one colleague out at once, of which the director hears by the number alone', async () => {
  const before = (await mailsTo('flamur')).length;
  expect((await excludes(accused, 'drita')).status).toBe(200);
  await besa.advance('PT6M');
  const told = (await mailsTo('flamur')).slice(before);
  expect(
    told.filter(({ text }) => text.includes(caseNumber) && !/krit|critical|drita|blerim/iu.test(text)),
  ).toHaveLength(1);
  expect(await opens(colleague, supervisor)).toEqual([404, 200]);
});

it('cannot keep all others out, and meanwhile neither ends nor lowers nor gives away nor erases', async () => {
  const asked = await excludes(accused, 'drita', 'arta', 'elira', 'flamur', 'ilir');
  expect([asked.status, asked.body['waitsFor']]).toMatchObject([202, { approval: 'exclusion-1' }]);
  // Nobody else could open it then, so it keeps nobody out before it is decided.
  expect(await opens(colleague, counsellor, supervisor, director, auditor)).toEqual([404, 200, 200, 200, 200]);
  const end = { outcome: 'test', noMessageBecause: 'content_only' };
  const refused = [
    await accused.decide(caseNumber, 'resolution', end),
    await accused.decide(caseNumber, 'severity', { severity: 'low', reason: 'prank_or_test' }),
    await accused.command(caseNumber, 'export', { reason: 'audit' }),
    await accused.command(caseNumber, 'erasure', { because: 'taken_in_error', safetyDecision: 'safe_for_now' }),
    await excludes(accused, 'drita', 'elira'),
  ];
  expect(refused.map(({ status, body }) => [status, body['because']])).toEqual(
    refused.map(() => [409, 'exclusion_waits']),
  );
  const invented = { verdict: 'approve', call: { code: '7K3M-9QXR' } };
  expect((await accused.command(caseNumber, 'approvals/exclusion-1', invented)).body['because']).toBe('wrong_code');
  expect((await decides(accused, 'exclusion-1', 'approve')).status).toBe(409);
  await besa.advance('PT6M');
  const letters = (await mailsTo('grace')).filter(({ text }) => text.includes(caseNumber));
  expect(letters.length).toBeGreaterThan(0);
  for (const { text, html } of letters) expect(`${text}${html}`).not.toMatch(/critical|kritike|blerim|elira/iu);
  expect((await decides(accused, 'exclusion-1', 'refuse')).status).toBe(200);
});

it('keeps those who are named out while it waits; once the director refuses, everything is as before', async () => {
  const asked = await excludes(accused, 'drita', 'elira', 'ilir');
  expect(asked.status).toBe(202);
  expect(await opens(supervisor, auditor, counsellor, director)).toEqual([404, 404, 200, 200]);
  expect((await supervisor.list()).body.cases.map((one) => one.caseNumber)).not.toContain(caseNumber);
  expect((await auditor.look(`access-log?case=${caseNumber}`)).status).toBe(200);
  expect((await decides(supervisor, 'exclusion-2', 'refuse')).status).toBe(404);
  expect((await decides(director, 'exclusion-2', 'refuse')).status).toBe(200);
  expect(await opens(supervisor, auditor, colleague)).toEqual([200, 200, 404]);
});

it('is kept out by those who are left, and the case goes its way to the end', async () => {
  expect((await excludes(supervisor, 'blerim')).status).toBe(200);
  expect(await opens(accused, colleague)).toEqual([404, 200]);
  await supervisor.command(caseNumber, 'read', { reason: 'on_duty' });
  const handling = { severity: 'critical', safetyDecision: 'safe_for_now', nextStep: 'advise_reporter', message };
  expect((await supervisor.decide(caseNumber, 'handling', handling)).status).toBe(200);
  const dutyToReport = { decision: 'not_required', basis: 'al_law_18_2017' };
  const { referrals = [] } = (await supervisor.show(caseNumber)).body;
  for (const { id } of referrals.filter(({ status }) => status === 'proposed')) {
    await supervisor.command(caseNumber, `referrals/${id}/drop`, { because: 'not_needed' });
  }
  const end = { outcome: 'advice_given', message, dutyToReport };
  expect((await supervisor.decide(caseNumber, 'resolution', end)).status).toBe(200);
});

it('a legitimate erasure needs another one, and leaves the log, which is found by the number', async () => {
  const wish = { because: 'person_concerned_asked', safetyDecision: 'safe_for_now' };
  expect((await supervisor.command(caseNumber, 'erasure', wish)).status).toBe(200);
  expect((await decides(colleague, 'erasure-1', 'approve')).status).toBe(200);
  await besa.advance('PT61M');
  expect(await opens(supervisor, accused)).toEqual([404, 404]);
  const log = (await auditor.look(`access-log?case=${caseNumber}`)) as Answer;
  const rows = log.body['entries'] as { actor: string; action: string; unusual?: string[] }[];
  const marked = rows.filter(({ unusual = [] }) => unusual.includes('exclusion'));
  expect(marked.map(({ actor, action }) => [actor.replace('staff-', ''), action])).toEqual([
    ['blerim', 'exclusion_set'],
    ['blerim', 'exclusion_asked'],
    ['blerim', 'exclusion_asked'],
    ['elira', 'exclusion_set'],
  ]);
  expect(besa.inside.refusals()).toEqual([]);
});
