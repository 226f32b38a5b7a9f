import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestBesa, typesIn, type BesaUnderTest } from '#test/support/running-besa.ts';

let besa: BesaUnderTest;
beforeAll(async () => {
  besa = await startTestBesa();
});
afterAll(() => besa.end());

/** One mark per thing a reporter may write or hold; none of them may be found outside its seal. */
const marks = {
  narrative: 'canarynarrative7f3a',
  url: 'canaryurl7f3a.example',
  handle: 'canaryhandle7f3a',
  name: 'Canaryname7f3a',
  organisation: 'Canaryorganisation7f3a',
  mail: 'canarymail7f3a@example.com',
  phone: '+355690007731',
  whenSafe: 'canarywhensafe7f3a',
  school: 'Canaryschool7f3a',
  message: 'canarymessage7f3a',
};
const key = 'canarykey7f3a-0000-0000-0001';

const report = {
  category: 'sexual_extortion',
  narrative: `He said ${marks.narrative} to me.`,
  urls: [`https://${marks.url}/x`],
  accounts: [{ platform: 'instagram', handle: marks.handle }],
  about: 'me',
  flags: { threatToShare: true },
  reporter: {
    role: 'child',
    ageYears: 14,
    name: marks.name,
    organisation: marks.organisation,
    contact: { email: marks.mail, phone: marks.phone, whose: 'mine', safe: true, whenSafe: marks.whenSafe },
  },
  place: { region: 'AL-11', municipality: 'AL-11-53', school: marks.school },
  language: 'en',
};

/** The same typed into the page's form, each field with its mark. */
const typed = {
  category: 'sexual_extortion',
  narrative: `He said ${marks.narrative} to me.`,
  urls: `https://${marks.url}/x\r\n${marks.handle}`,
  school: marks.school,
  name: marks.name,
  organisation: marks.organisation,
  phone: marks.phone,
  email: marks.mail,
  whenSafe: marks.whenSafe,
  safe: 'true',
};

/** Presses a button of a page as a browser does. What of the answer may be written down by others comes back in one text. */
async function press(path: string, fields: Readonly<Record<string, string>>) {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) body.append(name, value);
  const answer = await fetch(`${besa.inside.url}${path}`, { method: 'POST', body, headers: { Accept: 'text/html' } });
  return {
    status: answer.status,
    page: await answer.text(),
    around: `${answer.url} ${answer.statusText} ${JSON.stringify([...answer.headers])}`,
  };
}

/** Every file that Besa and its engines left on disk: tables, streams, queues, mails, logs. */
function everythingOnDisk(folder: string): { file: string; bytes: Buffer }[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((file) => ({ file, bytes: readFileSync(file) }));
}

it('keeps what a reporter wrote, and the secrets they hold, out of every table, stream, queue, mail, log and error', async () => {
  const { status, body } = await besa.report(report, key);
  expect(status).toBe(201);
  const reused = await besa.report({ ...report, narrative: 'other' }, key);
  const refused = await besa.report({
    ...report,
    about: marks.narrative,
    urls: [marks.url, 7],
    flags: { weapon: marks.handle },
  });
  await besa.inside.quiet();

  const officer = await besa.signIn('staff-blerim');
  const opened = await officer.command(body.caseNumber, 'read', { reason: 'on_duty' });
  expect(JSON.stringify(opened.body)).toContain(marks.narrative);
  const { severity } = (await officer.show(body.caseNumber)).body;
  const handled = await officer.decide(body.caseNumber, 'handling', {
    severity,
    safetyDecision: 'at_risk_acted',
    nextStep: 'advise_reporter',
    message: `We are with you. ${marks.message}`,
  });
  expect(handled.status).toBe(200);
  // Institutions are written to: that something waits, as the mail after a call, and once more.
  const given = {
    fields: ['narrative', 'victims', 'reporter', 'place', 'addresses', 'accounts', 'thread'],
    addresses: [0],
    accounts: [0],
    ground: 'override',
    overrideBecause: 'crime_against_child',
    notToldFirstBecause: 'no_time_danger',
  };
  const toLead = await officer.command(body.caseNumber, 'referrals/police_cybercrime-1/sending', given);
  expect(toLead.status).toBe(200);
  const toUnit = await officer.command(body.caseNumber, 'referrals', {
    institution: 'child_protection_unit',
    basis: 'al_vkm_578_2018',
  });
  expect(toUnit.status).toBe(200);
  const { referrals = [] } = (await officer.show(body.caseNumber)).body;
  const unit = referrals.find(({ institution }) => institution === 'child_protection_unit')?.id;
  const called = { ...given, unit: marks.school, contact: 'contact-child-protection-unit', call: { name: marks.name } };
  expect((await officer.command(body.caseNumber, `referrals/${unit}/sending`, called)).status).toBe(200);
  await besa.advance('PT2M');
  expect((await officer.command(body.caseNumber, 'referrals/police_cybercrime-1/reminder', {})).status).toBe(200);
  await besa.inside.quiet();
  const toInstitutions = (await besa.inbox()).filter(({ to }) => to.endsWith('@institution.example'));
  expect(toInstitutions).toHaveLength(3);
  const followed = await besa.followUp(body.receipt);
  expect(JSON.stringify(followed.body)).toContain(marks.message);
  // Two that wait for the mail of one o'clock are one letter with a list; then nobody reads them in time.
  const calm = { ...report, category: 'cyberbullying', flags: {}, reporter: { ...report.reporter, ageYears: 16 } };
  const others: string[] = [];
  for (const other of ['0002', '0003']) {
    const answer = await besa.report(calm, `canarykey7f3a-0000-0000-${other}`);
    expect(answer.status).toBe(201);
    others.push(answer.body.caseNumber);
  }
  await besa.advance('PT5H');
  expect((await besa.inbox()).map(({ subject }) => subject)).toContainEqual(
    expect.stringMatching(/^(Raste që presin|Cases that wait): \d+, /u),
  );
  // Answered and handled, they call nobody until they should be resolved: two days later, and by the promise a day after.
  const acknowledged = { answer: 'acknowledged', how: 'mail', name: marks.name };
  expect((await officer.command(body.caseNumber, 'referrals/police_cybercrime-1/answer', acknowledged)).status).toBe(
    200,
  );
  for (const other of others) {
    expect(typesIn((await officer.show(other)).body)).toContain('case.escalated');
    await officer.command(other, 'read', { reason: 'on_duty' });
    const calmer = { severity: (await officer.show(other)).body.severity, safetyDecision: 'safe_for_now' };
    const said = { ...calmer, nextStep: 'advise_reporter', message: `What you can do. ${marks.message}` };
    expect((await officer.decide(other, 'handling', said)).status).toBe(200);
  }
  await besa.advance('PT75H');
  for (const other of others) {
    expect(typesIn((await officer.show(other)).body).filter((type) => type === 'sla.missed')).toHaveLength(3);
  }

  // The same by the page: taken, drawn again, refused, and with a message behind the code.
  const formKey = 'canarykey7f3a-0000-0000-0009';
  const byPage = {
    taken: await press('/en/tell/s', { ...typed, key: formKey, go: 'send' }),
    again: await press('/en/tell/s', { ...typed, key: formKey, go: 'sq' }),
    reused: await press('/en/tell/s', { ...typed, key: formKey, narrative: marks.narrative, go: 'send' }),
    refused: await press('/en/tell/s', { ...typed, key: formKey, platform: marks.handle, go: 'send' }),
    noForm: await press('/en/tell/s', { [marks.handle]: marks.narrative }),
    message: await press('/en/code', { receipt: body.receipt, key: formKey, text: marks.message, go: 'message' }),
    noMessage: await press('/en/code', { receipt: body.receipt, key: formKey, text: marks.message, urls: marks.url }),
  };
  expect(Object.values(byPage).map((one) => one.status)).toEqual([201, 200, 422, 422, 400, 200, 200]);
  expect(byPage.again.page).toContain(marks.narrative);
  await besa.inside.quiet();

  const shown = await officer.show(body.caseNumber);
  const listed = await officer.list();
  const seen = [
    { file: 'answer to a reused key', bytes: Buffer.from(JSON.stringify(reused.body)) },
    { file: 'page of a form that was not ours', bytes: Buffer.from(byPage.noForm.page) },
    { file: 'receipt on a page', bytes: Buffer.from(byPage.taken.page) },
    {
      file: 'headers of pages',
      bytes: Buffer.from(
        Object.values(byPage)
          .map((one) => one.around)
          .join(),
      ),
    },
    { file: 'refusal', bytes: Buffer.from(JSON.stringify(refused.body)) },
    { file: 'case as shown', bytes: Buffer.from(JSON.stringify(shown.body)) },
    { file: 'work queue', bytes: Buffer.from(JSON.stringify(listed.body)) },
    { file: 'inbox', bytes: Buffer.from(JSON.stringify(await besa.inbox())) },
  ];
  // What is still in a write-ahead log counts too, so the engines are looked at as they are, and again when stopped.
  const running = everythingOnDisk(besa.inside.dataDir);
  await besa.inside.stop();
  const sinks = [...seen, ...running, ...everythingOnDisk(besa.inside.dataDir)];
  expect(sinks.length).toBeGreaterThan(10);

  const found = sinks.flatMap(({ file, bytes }) =>
    Object.entries({ ...marks, key })
      .filter(([, mark]) => bytes.includes(mark) || bytes.includes(Buffer.from(mark).toString('base64').slice(0, -4)))
      .map(([name]) => `${name} in ${file}`),
  );
  expect(found).toEqual([]);
  const receipts = sinks
    .filter(({ file }) => file !== 'answer to a reused key')
    .filter(({ bytes }) => bytes.includes(body.receipt) || bytes.includes(body.receipt.replaceAll('-', '')));
  expect(receipts.map(({ file }) => file)).toEqual([]);
});

it('would have noticed: a case number, which may stand in the clear, is found', async () => {
  besa = await besa.startAgain();
  const { body } = await besa.report({ ...report, language: 'sq' });
  await besa.inside.quiet();
  await besa.inside.stop();
  const files = everythingOnDisk(besa.inside.dataDir).filter(({ bytes }) => bytes.includes(body.caseNumber));
  expect(files.length).toBeGreaterThan(0);
});
