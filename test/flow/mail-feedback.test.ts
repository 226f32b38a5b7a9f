import { readFileSync } from 'node:fs';
import { DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { seededContacts, seededPeople } from '#infra/local/sign-in/seed-people.ts';
import { caseFinder } from '#shared/adapters/aws/cases/case-finder.ts';
import { mailbox } from '#shared/adapters/aws/mail/mailbox.ts';
import { staffRows } from '#shared/adapters/aws/directory/directory.ts';
import { reportOf } from '#test/support/http-reports.ts';
import { startTestBesa, typesIn, type BesaUnderTest } from '#test/support/running-besa.ts';
import { takeInHand } from '#test/support/take-in-hand.ts';

let besa: BesaUnderTest;
beforeAll(async () => {
  besa = await startTestBesa();
});
afterAll(() => besa.end());

const databaseOf = (): DynamoDBClient =>
  new DynamoDBClient({
    endpoint: besa.inside.databaseEndpoint,
    region: 'eu-south-1',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
  });

/** Gives people other addresses, as whoever keeps the directory does. */
async function readdress(addresses: Readonly<Record<string, string>>): Promise<void> {
  const db = databaseOf();
  const { DIRECTORY_TABLE: table } = besa.inside.environmentOf('notification');
  for (const person of [...seededPeople, ...(await seededContacts())]) {
    for (const Item of staffRows({ ...person, mail: addresses[person.id] ?? person.mail })) {
      await db.send(new PutItemCommand({ TableName: table, Item }));
    }
  }
  db.destroy();
}
/** Where letters went that tell of the case. A short message about several cases names none of them. */
async function addressedTo(caseNumber: string): Promise<string[]> {
  const db = databaseOf();
  const { CASES_TABLE = '', CASE_EVENTS_TABLE = '', KEYS_TABLE = '' } = besa.inside.environmentOf('case-desk');
  const tables = { cases: CASES_TABLE, caseEvents: CASE_EVENTS_TABLE, keys: KEYS_TABLE };
  const of = await caseFinder(db, tables).byNumber(caseNumber);
  const addresses: string[] = [];
  for (const { to, tags } of besa.inside.inbox()) {
    const told = await mailbox(db, tables).byTag(tags['mail'] ?? '');
    if (told.some(({ caseId }) => caseId === of)) addresses.push(to);
  }
  db.destroy();
  return addresses;
}
/** What Besa measured of itself so far, as its functions wrote it down for the alarms. */
const measured = (metric: string): number[] =>
  readFileSync(besa.inside.logFile, 'utf8')
    .split('\n')
    .filter((line) => line.includes(`"${metric}":`))
    .map((line) => (JSON.parse(line) as Record<string, number>)[metric] ?? 0);
const supervisor = () => besa.signIn('staff-elira');

/** So long that nobody's pace makes a letter wait. */
const pause = () => besa.advance('PT6M');

it('a mail that bounces is not "told": the history says so, the next rung gets the mail, the address rests for an hour', async () => {
  await readdress({ 'staff-arta': 'bounce+arta@simulator.amazonses.com' });
  const { caseNumber } = (await besa.report(reportOf.critical)).body;
  await besa.inside.quiet();

  // Who is told opens the case where this Besa runs.
  const letter = (await besa.inbox()).find(
    ({ to, subject }) => to === 'blerim@besa.example' && subject.includes(caseNumber),
  );
  expect(letter?.text).toContain(`${besa.url}/staff/cases/${caseNumber}`);
  const firstRung = ['blerim@besa.example', 'desk@besa.example'];
  expect(new Set(await addressedTo(caseNumber))).toEqual(
    new Set(['bounce+arta@simulator.amazonses.com', ...firstRung, 'drita@besa.example']),
  );
  const shown = (await (await supervisor()).show(caseNumber)).body;
  const bounced = shown.history.filter(({ type }) => type === 'mail.bounced');
  expect(bounced.map(({ data }) => [data['to'], data['because']].join(' '))).toEqual(['staff-arta bounced']);

  const next = (await besa.report(reportOf.critical)).body;
  await pause();
  expect(new Set(await addressedTo(next.caseNumber))).toEqual(new Set(firstRung));
  for (const one of [caseNumber, next.caseNumber]) await takeInHand(await supervisor(), one);
  await besa.advance('PT1H');
  const later = (await besa.report(reportOf.critical)).body.caseNumber;
  await pause();
  expect(await addressedTo(later)).toContain('bounce+arta@simulator.amazonses.com');
  await takeInHand(await supervisor(), later);
  expect((await besa.queues()).reduce((sum, queue) => sum + queue.deadLetters, 0)).toBe(0);
  expect(besa.inside.refusals()).toEqual([]);
});

it('a provider that refuses everything for a minute silences nobody', async () => {
  await pause();
  await readdress({});
  besa.inside.bounceUntil(new Date(Date.parse(besa.inside.clock.now()) + 60_000).toISOString(), 'besa.example');
  const { caseNumber } = (await besa.report(reportOf.critical)).body;
  // Many mails come back at once, to one case: what meets another writer too often comes again after a minute.
  await besa.advance('PT3M');
  expect(measured('MailProviderRefuses')).toContain(1);
  const next = (await besa.report(reportOf.critical)).body.caseNumber;
  await pause();
  const firstRung = ['arta@besa.example', 'blerim@besa.example', 'desk@besa.example'];
  expect(new Set(await addressedTo(next))).toEqual(new Set(firstRung));
  for (const one of [caseNumber, next]) await takeInHand(await supervisor(), one);
  expect((await besa.queues()).reduce((sum, queue) => sum + queue.deadLetters, 0)).toBe(0);
  expect(besa.inside.refusals()).toEqual([]);
});

it('reaches those again whose addresses are put right', async () => {
  await pause();
  await readdress({});
  const { caseNumber } = (await besa.report(reportOf.critical)).body;
  await besa.inside.quiet();
  expect(new Set(await addressedTo(caseNumber))).toEqual(
    new Set(['arta@besa.example', 'blerim@besa.example', 'desk@besa.example']),
  );
  expect(typesIn((await (await supervisor()).show(caseNumber)).body)).not.toContain('mail.bounced');
  await takeInHand(await supervisor(), caseNumber);
});

it('hands a letter that waited for an address now known as dead to whoever is next', async () => {
  await readdress({ 'staff-arta': 'bounce+arta@simulator.amazonses.com' });
  const waits = (await besa.report(reportOf.normal)).body.caseNumber;
  // Half past twelve in Tirana: an hour's mark still stands at one.
  const left = Date.parse('2026-11-17T11:30:00.000Z') - Date.parse(besa.inside.clock.now());
  await besa.advance(`PT${Math.floor(left / 1000)}S`);
  const { caseNumber } = (await besa.report(reportOf.critical)).body;
  await besa.inside.quiet();
  await takeInHand(await supervisor(), caseNumber);
  const bounces = async () =>
    (await (await supervisor()).show(waits)).body.history.filter(({ type }) => type === 'mail.bounced');
  // The next mails of the day leave at one.
  expect(await bounces()).toEqual([]);
  await besa.advance('PT45M');
  expect(await bounces()).toMatchObject([
    { actor: 'besa:escalation', data: { to: 'staff-arta', because: 'unreachable' } },
  ]);
  expect(await addressedTo(waits)).not.toContain('bounce+arta@simulator.amazonses.com');
  expect(besa.inside.refusals()).toEqual([]);
});

it('has whoever works on a case told to call the institution whose mail came back', async () => {
  await readdress({ 'contact-police-cybercrime': 'bounce+police@simulator.amazonses.com' });
  const officer = await besa.signIn('staff-blerim');
  const { caseNumber } = (await besa.report(reportOf.critical)).body;
  await besa.inside.quiet();
  await officer.command(caseNumber, 'read', { reason: 'on_duty' });
  await officer.command(caseNumber, 'claim', {});
  const sent = await officer.command(caseNumber, 'referrals/police_cybercrime-1/sending', {
    fields: ['narrative'],
    ground: 'override',
    overrideBecause: 'crime_against_child',
    notToldFirstBecause: 'no_time_danger',
  });
  expect(sent.status).toBe(200);
  await pause();
  const calls = (await besa.inbox()).filter(
    ({ subject, text }) => subject.includes(caseNumber) && text.includes('Drejtoria për Hetimin e Krimeve Kibernetike'),
  );
  expect(calls.map(({ to }) => to)).toEqual(['blerim@besa.example']);
  await besa.advance('PT5M');
  expect((await officer.show(caseNumber)).body.referrals?.[0]?.status).toBe('approved');
  expect(besa.inside.refusals()).toEqual([]);
});

it('has whoever works on a case told, and lists it, when the mail that takes a referral back comes back', async () => {
  await readdress({});
  const officer = await besa.signIn('staff-blerim');
  const { caseNumber } = (await besa.report(reportOf.critical)).body;
  await besa.inside.quiet();
  await officer.command(caseNumber, 'read', { reason: 'on_duty' });
  await officer.command(caseNumber, 'claim', {});
  const police = 'referrals/police_cybercrime-1';
  await officer.command(caseNumber, `${police}/sending`, {
    fields: ['narrative'],
    ground: 'override',
    overrideBecause: 'crime_against_child',
    notToldFirstBecause: 'no_time_danger',
  });
  await besa.advance('PT2M');
  await readdress({ 'contact-police-cybercrime': 'bounce+police@simulator.amazonses.com' });
  expect((await officer.command(caseNumber, `${police}/withdrawal`, { because: 'sent_in_error' })).status).toBe(200);
  await pause();

  expect(await addressedTo(caseNumber)).toContain('blerim@besa.example');
  const letter = (await besa.inbox()).find(
    ({ to, subject, text }) =>
      to === 'blerim@besa.example' && subject.includes(caseNumber) && text.includes('u tërhoq'),
  );
  expect(letter?.text).toContain('Drejtoria për Hetimin e Krimeve Kibernetike');
  const unreached = async () => {
    const { cases } = (await officer.look('attention')).body as {
      cases: { caseNumber: string; concerns: { what: string; referral?: string }[] }[];
    };
    const { concerns = [] } = cases.find((one) => one.caseNumber === caseNumber) ?? {};
    return concerns.filter(({ what }) => what === 'institution_unreached').map(({ referral }) => referral);
  };
  expect(await unreached()).toEqual(['police_cybercrime-1']);
  await officer.command(caseNumber, 'read', { reason: 'on_duty' });
  expect(await unreached()).toEqual([]);
  expect(besa.inside.refusals()).toEqual([]);
});

it('says outside the mail path, ten minutes on, that the mail service is down, and sends everything once it is back', async () => {
  await pause();
  const outage = besa.inside.faults.inject(
    ({ service }) => service === 'ses',
    { kind: 'error', code: 'ServiceUnavailable', status: 503 },
    Infinity,
  );
  const { caseNumber } = (await besa.report(reportOf.critical)).body;
  await besa.advance('PT9M');
  expect(Math.max(...measured('OldestUnsentMailAge'))).toBeLessThan(600);
  // A clock that is stepped looks when something is tried again, at the latest in the fourteenth minute.
  await besa.advance('PT5M');
  expect(Math.max(...measured('OldestUnsentMailAge'))).toBeGreaterThanOrEqual(600);
  await besa.advance('PT46M');
  expect(await addressedTo(caseNumber)).toEqual([]);
  outage.remove();
  await besa.advance('PT31M');
  // The first rung's mails of the new case, and each rung's that was raised meanwhile.
  expect(new Set(await addressedTo(caseNumber))).toEqual(
    new Set(seededPeople.filter(({ duties }) => duties.length > 0).map(({ mail }) => mail)),
  );
  expect((await besa.queues()).reduce((sum, queue) => sum + queue.deadLetters, 0)).toBe(0);
});
