import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { StaffOverHttp } from '#test/support/besa-over-http.ts';
import { reportOf } from '#test/support/http-reports.ts';
import { startTestBesa, timesOf, typesIn, type BesaUnderTest } from '#test/support/running-besa.ts';

let besa: BesaUnderTest;
let counsellor: StaffOverHttp;
let officer: StaffOverHttp;
let backup: StaffOverHttp;
let supervisor: StaffOverHttp;
beforeAll(async () => {
  besa = await startTestBesa();
  [counsellor, officer, backup, supervisor] = await Promise.all([
    besa.signIn('staff-arta'),
    besa.signIn('staff-blerim'),
    besa.signIn('staff-drita'),
    besa.signIn('staff-elira'),
  ]);
});
afterAll(() => besa.end());

const marks = { note: 'canarynote5b1d', message: 'canarydeskmessage5b1d' };
const message = 'We have read what you wrote. You did the right thing.';

async function received(): Promise<{ caseNumber: string; receipt: string }> {
  const { body } = await besa.report(reportOf.normal);
  await besa.inside.quiet();
  return body;
}

/** Case numbers of the queue, asked for as a query says. */
async function listed(query: string): Promise<string[]> {
  const token = await besa.post('/local/sign-in', { user: 'staff-elira' });
  const page = await besa.get(`/staff/v1/cases?${query}`, {
    authorization: `Bearer ${(token.body as { token: string }).token}`,
  });
  return (page.body as { cases: { caseNumber: string }[] }).cases.map(({ caseNumber }) => caseNumber);
}

it('four people who claim a case five times each at once make one of them its holder', async () => {
  const { caseNumber } = await received();
  const everyone = [counsellor, officer, backup, supervisor];
  const answers = await Promise.all(
    everyone.flatMap((person) => Array.from({ length: 5 }, () => person.command(caseNumber, 'claim', {}))),
  );
  const { body } = await officer.show(caseNumber);
  const holder = (body as unknown as { assignee: string }).assignee;
  expect(timesOf(body, 'case.assigned')).toBe(1);
  const winners = new Set(answers.flatMap(({ status }, index) => (status === 200 ? [Math.floor(index / 5)] : [])));
  expect(winners).toEqual(new Set([['staff-arta', 'staff-blerim', 'staff-drita', 'staff-elira'].indexOf(holder)]));
});

it('a case is worked on by several people, linked, closed for a reason, and taken up again', async () => {
  const lead = await received();
  const follower = await received();
  const another = await received();

  await officer.command(lead.caseNumber, 'claim', {});
  expect(await listed('assignee=staff-blerim')).toContain(lead.caseNumber);
  await officer.command(lead.caseNumber, 'read', {});
  expect((await officer.command(lead.caseNumber, 'notes', { text: `Called: ${marks.note}.` })).status).toBe(200);
  expect((await officer.command(lead.caseNumber, 'messages', { text: marks.message })).status).toBe(200);
  const assessed = { category: 'impersonation_account', platform: 'instagram' };
  expect((await officer.decide(lead.caseNumber, 'assessment', assessed)).status).toBe(200);
  expect(await listed('category=impersonation_account')).toEqual([lead.caseNumber]);

  for (const { caseNumber } of [follower, another]) {
    await counsellor.command(caseNumber, 'read', {});
    expect((await counsellor.decide(caseNumber, 'link', { leadCase: lead.caseNumber })).status).toBe(200);
  }
  await besa.inside.quiet();
  const led = (await officer.show(lead.caseNumber)).body;
  expect([led.severity, timesOf(led, 'case.severity_changed')]).toEqual(['high', 1]);
  // The clocks followed, as they do for every change of severity.
  const handleBy = led.timers.find(({ id }) => id === '1.handle.report')?.deadline ?? '';
  expect(Date.parse(handleBy) - Date.parse(led.receivedAt)).toBeLessThan(5 * 3_600_000);

  expect((await officer.decide(lead.caseNumber, 'hand-over', { team: 'helpline' })).status).toBe(200);
  expect(await listed('team=helpline')).toContain(lead.caseNumber);
  expect((await besa.followUp(lead.receipt)).body.status.text).toContain('same team');
  const given = await supervisor.decide(lead.caseNumber, 'assignment', { assignee: 'staff-arta' });
  expect(given.status).toBe(200);
  expect((await counsellor.decide(lead.caseNumber, 'waiting', { for: 'reporter' })).status).toBe(200);
  expect((await besa.followUp(lead.receipt)).body.status.code).toBe('waiting_reporter');

  const read = await counsellor.command(lead.caseNumber, 'read', { reason: 'assigned_to_me' });
  expect(JSON.stringify(read.body)).toContain(marks.note);
  const handled = { severity: 'high', safetyDecision: 'safe_for_now', nextStep: 'notify_platform', message };
  expect((await counsellor.decide(lead.caseNumber, 'handling', handled)).status).toBe(200);
  const notice = { platform: 'instagram', way: 'trusted_flagger' };
  expect((await counsellor.command(lead.caseNumber, 'notices', notice)).status).toBe(200);
  const ended = await counsellor.decide(lead.caseNumber, 'resolution', { outcome: 'content_still_up', message });
  expect(ended.status).toBe(200);
  expect(await listed('status=resolved')).toContain(lead.caseNumber);

  const early = await supervisor.decide(lead.caseNumber, 'closure', {});
  // The notice did what was proposed to the platform, and waits for its answer.
  const open = ['instagram-1'];
  expect([early.status, early.body['because'], early.body['open']]).toEqual([409, 'matters_open', open]);
  await counsellor.command(lead.caseNumber, 'notices/instagram-1/answer', { answer: 'removed' });
  const quiet = await supervisor.decide(lead.caseNumber, 'closure', {});
  expect([quiet.status, quiet.body['because']]).toEqual([409, 'not_quiet_yet']);
  const closing = await supervisor.decide(lead.caseNumber, 'closure', { because: 'nothing_left_to_do' });
  expect(closing.status).toBe(200);
  const mails = (await besa.inbox()).length;
  const closed = (await officer.show(lead.caseNumber)).body;
  expect([closed.status, closed.timers]).toEqual(['closed', []]);
  expect(await listed('status=resolved')).not.toContain(lead.caseNumber);
  expect((await besa.inbox()).length).toBe(mails);

  expect((await counsellor.decide(lead.caseNumber, 'reopening', {})).status).toBe(200);
  await besa.inside.quiet();
  const again = (await officer.show(lead.caseNumber)).body;
  expect([again.status, typesIn(again).includes('case.reopened')]).toEqual(['in_progress', true]);
  expect(again.timers.every(({ id }) => id.startsWith('2.'))).toBe(true);
});

it('what staff wrote is nowhere on the disk but under its seal', () => {
  const folder = besa.inside.dataDir;
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  expect(files.length).toBeGreaterThan(3);
  for (const file of files) {
    const bytes = readFileSync(file);
    for (const mark of Object.values(marks)) expect([file, bytes.includes(mark)]).toEqual([file, false]);
  }
});
