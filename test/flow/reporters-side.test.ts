import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { StaffOverHttp } from '#test/support/besa-over-http.ts';
import { startTestBesa, typesIn, type BesaUnderTest } from '#test/support/running-besa.ts';

let besa: BesaUnderTest;
let officer: StaffOverHttp;
let counsellor: StaffOverHttp;
beforeAll(async () => {
  besa = await startTestBesa();
  officer = await besa.signIn('staff-blerim');
  const someone = (await besa.staff()).find(({ role }) => role === 'counsellor');
  counsellor = await besa.signIn(someone?.user ?? '');
});
afterAll(() => besa.end());

/** One mark per thing a reporter may add; none of them may be found outside its seal. */
const marks = {
  text: 'canaryadded9c1e',
  url: 'canaryaddedurl9c1e.example',
  handle: 'canaryaddedhandle9c1e',
};
const messageKey = 'canarymessagekey9c1e-0001';
const report = {
  category: 'cyberbullying',
  narrative: 'They mock me in the chat of our class.',
  victims: [{ ageYears: 15, gender: 'female' }],
  language: 'en',
};

const ask = (name: string, body: object, key?: string) =>
  besa.post(`/v1/follow-up/${name}`, body, key === undefined ? {} : { 'idempotency-key': key });

async function handledAndResolved(caseNumber: string): Promise<void> {
  await officer.command(caseNumber, 'read', { reason: 'on_duty' });
  const { severity } = (await officer.show(caseNumber)).body;
  const safe = { severity, safetyDecision: 'safe_for_now', nextStep: 'advise_reporter', message: 'We wrote to you.' };
  expect((await officer.decide(caseNumber, 'handling', safe)).status).toBe(200);
  const ended = { outcome: 'advice_given', message: 'We told you what you can do.' };
  expect((await officer.decide(caseNumber, 'resolution', ended)).status).toBe(200);
}

it('a reporter comes back, says that it goes on, is read and answered, and nothing they added leaves its seal', async () => {
  const { body } = await besa.report(report);
  await besa.inside.quiet();
  await handledAndResolved(body.caseNumber);
  await besa.advance('P3D');

  const added = {
    receipt: body.receipt,
    text: `It goes on. He has a knife, he says ${marks.text}.`,
    flags: { weapon: 'unsure' },
    urls: [`https://${marks.url}/x`],
    accounts: [{ platform: 'instagram', handle: marks.handle }],
    stillHappening: true,
  };
  const first = await ask('messages', added, messageKey);
  expect(first.status).toBe(201);
  const refused = await ask('messages', { ...added, text: 'other' }, messageKey);
  expect(refused.status).toBe(422);
  const wrong = await ask(
    'messages',
    { ...added, urls: [7], flags: { weapon: marks.handle } },
    'another-key-of-16-or-more',
  );
  expect(wrong.status).toBe(422);
  // The ladder of a critical case begins with the next sweep.
  await besa.advance('PT2M');
  const shown = (await officer.show(body.caseNumber)).body;
  expect(shown).toMatchObject({ status: 'in_progress', severity: 'critical' });
  expect(shown.timers.map(({ id }) => id)).toContain('2.must_be_acknowledged.report');
  expect(typesIn(shown)).toContain('case.escalated');
  const mailed = (await besa.inbox()).filter(({ text }) => text.includes(body.caseNumber)).length;
  expect(mailed).toBeGreaterThan(0);

  const opened = await officer.command(body.caseNumber, 'read', { reason: 'on_duty' });
  expect(JSON.stringify(opened.body)).toContain(marks.text);
  expect(JSON.stringify(opened.body)).toContain(marks.handle);
  expect((await besa.followUp(body.receipt)).body).toMatchObject({
    status: { code: 'in_progress' },
    messages: [{ from: 'centre' }, { from: 'centre' }, { from: 'you', text: added.text }],
  });
  const again = await ask('messages', added, messageKey);
  // Minutes have passed meanwhile: the sentence says how many are left (docs/contract.md, Follow-up).
  const { nextStep: _, ...sameAsFirst } = first.body as Record<string, unknown>;
  expect(again).toMatchObject({ status: 201, body: sameAsFirst });
  expect(again.body).toHaveProperty(
    'nextStep',
    expect.stringMatching(/^Dikush nga ekipi ynë e lexon brenda .+116 111/),
  );

  const other = await ask('lock', { receipt: body.receipt });
  expect(other.status).toBe(202);
  expect((await besa.followUp(body.receipt)).status).toBe(404);
  await counsellor.command(body.caseNumber, 'read', { reason: 'on_duty' });
  const given = await counsellor.command(body.caseNumber, 'receipt', { assuredBy: 'called_safe_contact' });
  const receipt = String(given.body['receipt']);
  expect((await besa.followUp(receipt)).body.messages).toHaveLength(3);
  expect((await ask('withdrawal', { receipt })).status).toBe(202);
  await besa.inside.quiet();
  expect(besa.inside.refusals()).toEqual([]);

  const answers = [refused, wrong, other, await officer.show(body.caseNumber), await officer.list()];
  const seen = [...answers.map(({ body: answered }) => JSON.stringify(answered)), JSON.stringify(await besa.inbox())];
  const running = everythingOnDisk(besa.inside.dataDir);
  await besa.inside.stop();
  const sinks = [
    ...seen.map((text, index) => ({ file: `answer ${index}`, bytes: Buffer.from(text) })),
    ...running,
    ...everythingOnDisk(besa.inside.dataDir),
  ];
  const secrets = { ...marks, messageKey, first: body.receipt, again: receipt };
  const found = sinks.flatMap(({ file, bytes }) =>
    Object.entries(secrets)
      .flatMap(([name, secret]) => [secret, secret.replaceAll('-', '')].map((form) => [name, form] as const))
      .filter(([, form]) => bytes.includes(form) || bytes.includes(Buffer.from(form).toString('base64').slice(0, -4)))
      .map(([name]) => `${name} in ${file}`),
  );
  expect(found).toEqual([]);
  expect(sinks.some(({ bytes }) => bytes.includes(body.caseNumber))).toBe(true);
});

/** Every file that Besa and its engines left on disk: tables, streams, queues, mails, logs. */
function everythingOnDisk(folder: string): { file: string; bytes: Buffer }[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((file) => ({ file, bytes: readFileSync(file) }));
}
