import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { MetricName } from '#shared/lambda/log/metrics.ts';
import { plusMinutes } from '#shared/domain/time/instant.ts';
import { openDesk } from '../case-desk/desk.ts';
import type { Desk } from '../case-desk/desk.ts';
import { onReferrals } from '../case-desk/referrals/referral-desk.ts';
import { extortion } from '../case-desk/reports.ts';
import { officeBeside } from './office.ts';
import { officeWindow } from './office-window.ts';

let desk: Desk;
let office: ReturnType<typeof officeBeside>;
const { proposed, on, typesOf } = onReferrals(() => desk);
const authority = 'cyber_authority-1';
const contact = 'contact-authority';
const who = { name: 'Kola Prifti', post: 'CSIRT' };
const measured: [MetricName, number][] = [];

beforeAll(async () => {
  desk = await openDesk('engine', { isDeskOpen: true });
  office = officeBeside(desk, { measure: (name, value) => measured.push([name, value]) });
});
beforeEach(() => office.contact(contact, 'cyber_authority', { cleared: true }));
afterAll(() => desk.stop());

const urls = ['https://bad.example/photos', '=HYPERLINK("https://bad.example")', 'not-sent.example', '192.0.2.17'];

/** A CSAM-flagged case of which the authority was sent the first, the second and the last address. */
async function handedOver(): Promise<{ caseNumber: string; session: string }> {
  const { caseNumber } = await proposed({ ...extortion, urls });
  await desk.command('officer', caseNumber, 'referrals', { institution: 'cyber_authority', basis: 'al_vkm_465_2019' });
  const sending = { fields: ['addresses'], addresses: [0, 1, 3], ground: 'nothing_personal' };
  await on(caseNumber, authority, 'sending', sending);
  await office.tell(caseNumber);
  const access = office.accessOf(contact);
  const spoken = await on(caseNumber, authority, 'access', { contact });
  const begun = await office.ask('session', { access, code: spoken.json['code'] });
  return { caseNumber, session: begun.json['session'] as string };
}

const addressesOf = (session: string, headers: Record<string, string> = {}) =>
  office.ask('addresses', { session }, headers);

describe('the list of addresses', () => {
  it('has what was ticked and nothing else, as it was typed, and its row in the access log comes first', async () => {
    const { caseNumber, session } = await handedOver();
    const given = await addressesOf(session);
    expect(given.json['addresses']).toEqual([
      { address: urls[0], kind: 'page' },
      { address: urls[1], kind: 'other' },
      { address: urls[3], kind: 'ip' },
    ]);
    expect(given.json['shownTo']).toBe(`Name of ${contact}`);
    expect(given.headers['Cache-Control']).toBe('no-store');
    const { caseId } = (await desk.stateOf(caseNumber)).case;
    const rows = (await desk.rows('accessLog')).filter((row) => row['caseId']?.S === caseId);
    expect(rows.map((row) => row['reason']?.S)).toContain(`addresses ${authority}`);
    const failing = officeBeside(desk, { accessLog: { record: () => Promise.reject(new Error('no log')) } });
    const unlogged = await failing.ask('addresses', { session });
    expect([unlogged.status, unlogged.text.includes('bad.example')]).toEqual([500, false]);
  });

  it('is a file where a file is asked for, in which no cell is a formula', async () => {
    const { caseNumber, session } = await handedOver();
    const file = await addressesOf(session, { Accept: 'text/csv' });
    expect(file.text).toBe(
      `\uFEFFaddress,kind\r\n${urls[0] ?? ''},page\r\n"'=HYPERLINK(""https://bad.example"")",other\r\n192.0.2.17,ip\r\n`,
    );
    expect(file.headers).toMatchObject({
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': 'attachment; filename="addresses.csv"',
      'Cache-Control': 'no-store',
      'X-Content-Type-Options': 'nosniff',
    });
    expect(JSON.stringify(file.headers)).not.toContain(caseNumber);
    expect((await addressesOf(session, { Accept: 'text/csv;q=0.5, application/json' })).json['addresses']).toHaveLength(
      3,
    );
  });

  it('stands on the page under each other without a link, and is saved by a form', async () => {
    const { session } = await handedOver();
    const window = officeWindow(office.handler);
    const page = await window.send({ go: 'look', session });
    const list = /<div[^>]* id="address-list">[\s\S]*?<\/div>/.exec(page.text)?.[0] ?? '';
    expect(list.match(/class="whole"/g)).toHaveLength(3);
    expect(list).toContain(`>${urls[0] ?? ''}<`);
    expect(list).not.toMatch(/href|not-sent/);
    const file = await window.press(page.text, 'addresses');
    expect([file.status, file.headers['Content-Type']]).toEqual([200, 'text/csv; charset=utf-8']);
    expect(file.text).toBe((await addressesOf(session, { Accept: 'text/csv' })).text);
    await office.contact(contact, 'cyber_authority');
    expect((await window.send({ go: 'look', session })).text).not.toContain('id="address-list"');
    const refused = await window.press(page.text, 'addresses');
    expect([refused.status, refused.text.includes('bad.example')]).toEqual([403, false]);
  });

  it('has the reference of its mail and letter on the page and on paper, though the copy holds no number', async () => {
    const { caseNumber, session } = await handedOver();
    const shown = await office.ask('referral', { session });
    expect(shown.json).toMatchObject({ caseNumber, referral: authority });
    expect(shown.json['copy']).not.toHaveProperty('caseNumber');
    const page = (await officeWindow(office.handler).send({ go: 'look', session })).text;
    expect(page.split(`<dd>${caseNumber} / ${authority}</dd>`)).toHaveLength(3);
    expect(page).toContain(`Referral ${caseNumber}`);
  });

  it('of a CSAM-flagged case is given to a cleared contact only, also when clearance was taken away since', async () => {
    const { session } = await handedOver();
    expect((await addressesOf(session)).status).toBe(200);
    await office.contact(contact, 'cyber_authority');
    for (const headers of [{}, { Accept: 'text/csv' }]) {
      const refused = await addressesOf(session, headers);
      expect([refused.status, refused.json['type']]).toEqual([403, 'urn:besa:problem:addresses_withheld']);
      expect(refused.text).not.toContain('bad.example');
    }
  });

  it('is given to nobody once it was taken back', async () => {
    const { caseNumber, session } = await handedOver();
    await on(caseNumber, authority, 'withdrawal', { because: 'sent_in_error' });
    const over = await addressesOf(session);
    expect([over.status, over.json['status']]).toEqual([409, 'withdrawn']);
    expect(over.text).not.toContain('bad.example');
  });

  it('has an hour: who acknowledges it at the desk ends the clock, and how long it took is measured', async () => {
    const { caseNumber, session } = await handedOver();
    const clock = async () => {
      await desk.reconcile(caseNumber);
      return (await desk.stateOf(caseNumber)).timers
        .map(({ kind }) => kind)
        .filter((kind) => kind === 'referral_hand_over');
    };
    expect(await clock()).toEqual(['referral_hand_over']);
    await addressesOf(session);
    // Taking the list is no answer: nobody has said yet who has it.
    expect(await clock()).toEqual(['referral_hand_over']);
    desk.clock.set(plusMinutes(desk.clock.now(), 9));
    measured.length = 0;
    expect((await office.ask('answer', { session, answer: 'acknowledged', ...who })).status).toBe(200);
    expect(measured).toEqual([['HandOverAnswer', 540]]);
    expect(await clock()).toEqual([]);
    expect(await typesOf(caseNumber)).toContain('referral.acknowledged');
  });
});
