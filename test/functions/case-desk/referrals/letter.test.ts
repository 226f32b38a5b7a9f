import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { country } from '#shared/country/current.ts';
import { letterContentPolicy } from '#shared/pages/letter/official-letter.ts';
import { callHandler } from '#test/support/gateway.ts';
import { catchLog } from '#test/support/catch-log.ts';
import { openDesk, people } from '../desk.ts';
import type { Desk, Who } from '../desk.ts';
import { bullying, canary, extortion } from '../reports.ts';
import { addContacts, onReferrals } from './referral-desk.ts';

const lines = catchLog();
let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
  await addContacts(desk);
});
afterAll(() => desk.stop());

const { police, unit, sending, proposed, on } = onReferrals(() => desk);
const letterAt = (
  at: Desk['desk'],
  number: string,
  referral: string,
  who: Who = 'officer',
  query: Record<string, string> = {},
) =>
  callHandler(at, {
    resource: '/v1/cases/{number}/referrals/{referral}/letter',
    path: { number, referral },
    query,
    claims: { sub: people[who].id },
  });
const letter = (number: string, referral: string, who?: Who, query?: Record<string, string>) =>
  letterAt(desk.desk, number, referral, who, query);
const exportsOf = async (caseNumber: string) => {
  const { caseId } = (await desk.stateOf(caseNumber)).case;
  return (await desk.rows('accessLog'))
    .filter(({ pk, action }) => pk?.S === `CASE#${caseId}` && action?.S === 'export')
    .map(({ reason }) => reason?.S);
};

describe('the letter of a referral', () => {
  it('gives what was ticked and nothing else, addresses as typed, as a page that nothing keeps', async () => {
    const { caseNumber } = await proposed();
    await on(caseNumber, police, 'sending', {
      ...sending,
      fields: ['narrative', 'addresses', 'accounts'],
      addresses: [0],
      accounts: [0],
    });
    const printed = await letter(caseNumber, police);
    expect(printed.status).toBe(200);
    expect(printed.headers).toMatchObject({
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Language': 'sq',
      'Content-Security-Policy': letterContentPolicy,
      'Cache-Control': 'no-store',
      'X-Content-Type-Options': 'nosniff',
    });
    for (const given of [
      extortion.narrative,
      'https://canary.example/photos',
      'https://instagram.com/canary.account',
      `${caseNumber} / ${police}`,
      people.officer.name,
      country.centre.institutionsPhone.value,
    ]) {
      expect(printed.text).toContain(given);
    }
    for (const kept of ['www.canary.example/me', 'Emri</dd>', '+355 69 123 4567', 'mashkull', '116111']) {
      expect(printed.text).not.toContain(kept);
    }
    expect(JSON.stringify(lines())).not.toContain(canary);
  });

  it('says whom to speak to instead of the child, and to whom it goes', async () => {
    const { caseNumber } = await proposed();
    await on(caseNumber, police, 'sending', { ...sending, call: { name: 'Inspector Kola' } });
    const toUnit = { fields: [], ground: 'consent', unit: 'Njësia e Kavajës', contact: 'contact-unit' };
    expect((await on(caseNumber, unit, 'sending', toUnit)).status).toBe(200);
    const { text } = await letter(caseNumber, unit, 'other', { lang: 'en' });
    expect(text).toContain('Do not question the child again.');
    expect(text).toContain('Cybercrime Investigation Directorate');
    expect(text).toContain('Njësia e Kavajës');
    const lead = await letter(caseNumber, police);
    expect(lead.text).toContain('Inspector Kola');
    expect(lead.text).not.toContain('mos e pyesni');
  });

  it('stands in the access log first, each time; without the row nothing is opened', async () => {
    const { caseNumber } = await proposed();
    await on(caseNumber, police, 'sending', sending);
    const noLog = desk.with({ accessLog: { record: () => Promise.reject(new Error('The log is away.')) } });
    const closed = await letterAt(noLog, caseNumber, police);
    expect(closed.status).toBe(500);
    expect(closed.text).not.toContain(canary);
    for (const _ of [1, 2]) {
      desk.later(1);
      await letter(caseNumber, police);
    }
    const printed = `letter ${police}`;
    expect(await exportsOf(caseNumber)).toEqual([`referral ${police}`, printed, printed]);
  });

  it('is refused to who is not cleared where it holds addresses, and says why: half a letter would be worse', async () => {
    const { caseNumber } = await proposed();
    await on(caseNumber, police, 'sending', { ...sending, fields: ['addresses'], addresses: [0] });
    const refused = await letter(caseNumber, police, 'other');
    expect([refused.status, refused.json['because']]).toEqual([403, 'clearance']);
    expect(refused.text).not.toContain('canary.example');
    expect((await letter(caseNumber, police)).status).toBe(200);
    const inside = await proposed({ ...extortion, narrative: `${canary}: te site.al/x` });
    await on(inside.caseNumber, police, 'sending', sending);
    const within = await letter(inside.caseNumber, police, 'other');
    expect([within.status, within.json['because']]).toEqual([403, 'clearance']);
    expect((await letter(inside.caseNumber, police)).text).toContain('site.al/x');
    const without = await proposed();
    await on(without.caseNumber, police, 'sending', { ...sending, fields: ['narrative', 'accounts'], accounts: [0] });
    expect((await letter(without.caseNumber, police, 'other')).status).toBe(200);
  });

  it('of any other case is given to who may send, cleared or not', async () => {
    const { caseNumber } = await proposed({ ...bullying, narrative: 'Te site.al/x' });
    await desk.command('officer', caseNumber, 'referrals', { institution: 'police_cybercrime', basis: 'al_cc_300' });
    await on(caseNumber, police, 'sending', { ...sending, fields: ['narrative', 'addresses'], addresses: [0] });
    expect((await letter(caseNumber, police, 'other')).text).toContain('https://chat.example/group');
  });

  it('is only of what somebody decided to send, and not of what was taken back', async () => {
    const { caseNumber } = await proposed();
    const early = await letter(caseNumber, police);
    expect([early.status, early.json['because']]).toEqual([409, 'wrong_referral_status']);
    await on(caseNumber, police, 'sending', sending);
    await on(caseNumber, police, 'withdrawal', { because: 'sent_in_error' });
    expect((await letter(caseNumber, police)).json).toMatchObject({ status: 409, because: 'wrong_referral_status' });
    expect((await letter(caseNumber, 'state_police-9')).status).toBe(404);
    expect((await exportsOf(caseNumber)).filter((reason) => reason?.startsWith('letter'))).toEqual([]);
  });

  it('is for officers and supervisors, and for nobody whom the case excludes', async () => {
    const { caseNumber } = await proposed();
    await on(caseNumber, police, 'sending', sending);
    for (const who of [
      'volunteer',
      'counsellor',
      'head',
      'auditor',
      'statistician',
      'administrator',
      'gone',
    ] as const) {
      expect((await letter(caseNumber, police, who)).status).toBe(403);
    }
    await desk.decide('officer', caseNumber, 'exclusions', { institutions: [], people: [people.other.id] });
    expect((await letter(caseNumber, police, 'other')).status).toBe(404);
  });

  it('comes in the languages of the pack alone', async () => {
    const { caseNumber } = await proposed();
    await on(caseNumber, police, 'sending', sending);
    expect((await letter(caseNumber, police, 'officer', { lang: 'en' })).text).toContain('<html lang="en">');
    const strange = await letter(caseNumber, police, 'officer', { lang: 'fr' });
    expect(strange.json['errors']).toMatchObject([{ pointer: '/lang', code: 'unknown_code' }]);
  });
});
