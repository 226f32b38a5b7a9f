import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { country } from '#shared/country/current.ts';
import { catchLog } from '#test/support/catch-log.ts';
import { openDesk, people } from '../desk.ts';
import type { Desk, Who } from '../desk.ts';
import { addContacts, onReferrals } from '../referrals/referral-desk.ts';
import { bullying, canary, extortion } from '../reports.ts';

const lines = catchLog();
let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
  await addContacts(desk);
});
afterAll(() => desk.stop());

const { unit, sending, proposed, on } = onReferrals(() => desk);
const asked = { assuredBy: 'called_safe_contact' };
const give = (caseNumber: string, body: object = asked, who: Who = 'officer') =>
  desk.command(who, caseNumber, 'subject-access', body, { 'Idempotency-Key': '' });
const logOf = async (caseNumber: string) => {
  const { caseId } = (await desk.stateOf(caseNumber)).case;
  return (await desk.rows('accessLog'))
    .filter(({ pk }) => pk?.S === `CASE#${caseId}`)
    .map(({ action, actor, reason }) => [action?.S, actor?.S, reason?.S]);
};
async function read(report: object, who: Who = 'officer'): Promise<{ caseNumber: string; receipt: string }> {
  const received = await desk.receive(report);
  await desk.command(who, received.caseNumber, 'read', { reason: 'on_duty' });
  return received;
}

describe('access to all that a person told', () => {
  it('is a sheet with their own words as typed, and nothing that others said', async () => {
    const { caseNumber, receipt } = await read({ ...bullying, narrative: `${canary} <b>"a" & 'b'</b>` });
    await desk.ask('messages', { receipt, text: 'Later I wrote this.', urls: ['https://canary.example/later'] });
    await desk.command('officer', caseNumber, 'messages', { text: 'An answer of the centre.' });
    await desk.command('officer', caseNumber, 'notes', { text: 'A note among colleagues.' });
    const before = await desk.stateOf(caseNumber);
    const { status, json } = await give(caseNumber);
    expect(status).toBe(200);
    const sheet = String(json['sheet']);
    expect(sheet).toContain(`${canary} &lt;b&gt;&quot;a&quot; &amp; 'b'&lt;/b&gt;`);
    for (const own of ['Later I wrote this.', 'https://canary.example/later', 'https://chat.example/group'])
      expect(sheet).toContain(own);
    expect(sheet).not.toMatch(/An answer of the centre|A note among|staff-|undefined|\[object|\{\w+\}|<script|href=/);
    expect(json).not.toHaveProperty('next');
    expect(await desk.stateOf(caseNumber)).toEqual(before);
    expect(JSON.stringify(lines())).not.toContain(canary);
  });

  it('says every answer that was chosen, in the language of the report or in another', async () => {
    const { caseNumber } = await read({
      ...bullying,
      language: 'sq',
      platform: 'tiktok',
      about: 'me',
      when: 'today',
      alreadyTold: ['friend', 'school'],
      flags: { repeated: true, weapon: 'unsure', missing: false },
      wishes: { school: 'no', police: 'ask_me' },
      needs: ['call_me'],
      campaign: 'SID-2026',
      victims: [{ ageYears: 13, gender: 'female' }],
      reporter: {
        role: 'child',
        ageYears: 13,
        name: 'Canary Name',
        contact: { phone: '+355 69 111 2233', safe: true },
      },
      place: { country: 'AL', region: 'AL-11', municipality: 'AL-11-53', school: 'Canary School' },
    });
    const [pages, taxonomy] = await Promise.all([country.loadPages(), country.loadTaxonomyTexts()]);
    const { form } = pages.texts;
    const { sheet: words } = (await pages.loadPrivacy()).texts;
    for (const [body, language] of [
      [asked, 'sq'],
      [{ ...asked, language: 'en' }, 'en'],
    ] as const) {
      const { json } = await give(caseNumber, body);
      const sheet = String(json['sheet']);
      expect([json['language'], sheet.slice(0, 40)]).toEqual([language, expect.stringContaining(`lang="${language}"`)]);
      const said = [
        form.abouts.me,
        form.whens.today,
        words.toldTo.friend,
        words.toldTo.school,
        taxonomy.flags.repeated,
        taxonomy.flags.weapon,
        taxonomy.wishes.school,
        taxonomy.wishAnswers.ask_me,
        form.needsOf.call_me,
        words.seenBy.officer,
        words.keep,
      ].map((text) => text.child[language] ?? '');
      const typed = ['TikTok', 'SID-2026', 'Canary Name', '+355 69 111 2233', 'Canary School', 'Tiranë', '13'];
      for (const one of [...said, ...typed]) expect(sheet).toContain(one);
    }
  });

  it('says whom we told, with the unit, as the holder of the code reads it', async () => {
    const { caseNumber, receipt } = await proposed();
    const sent = await on(caseNumber, unit, 'sending', {
      ...sending,
      unit: 'Bashkia Kamëz',
      contact: 'contact-kamez',
      call: { name: 'Unë Vetë' },
    });
    expect(sent.status).toBe(200);
    const thread = (await desk.followUp(receipt)).json as { sharedWith: { who: string; why: string }[] };
    const [shared] = thread.sharedWith;
    expect(shared?.who).toContain('Bashkia Kamëz');
    const sheet = String((await give(caseNumber)).json['sheet']);
    expect(sheet).toContain(shared?.who);
    expect(sheet).toContain(shared?.why);
    expect(sheet).not.toContain('Unë Vetë');
  });

  it('says who opened it by what they do, and when it is erased', async () => {
    const { caseNumber } = await read(bullying, 'counsellor');
    await desk.command('officer', caseNumber, 'read', {});
    const { sheet: words } = (await (await country.loadPages()).loadPrivacy()).texts;
    const sheet = String((await give(caseNumber, { ...asked, language: 'en' })).json['sheet']);
    for (const role of ['counsellor', 'officer'] as const) expect(sheet).toContain(words.seenBy[role].child['en']);
    for (const role of ['supervisor', 'other'] as const) expect(sheet).not.toContain(words.seenBy[role].child['en']);
    for (const name of Object.values(people).map((one) => one.name)) expect(sheet).not.toContain(name);
    await desk.command('officer', caseNumber, 'hold', { because: 'court_proceedings' });
    const held = String((await give(caseNumber, { ...asked, language: 'en' })).json['sheet']);
    expect(held).toContain(words.held.child['en']);
  });

  it('is logged with how it was made sure who asks, before anything opens', async () => {
    const { caseNumber } = await read(bullying);
    const noLog = desk.with({ accessLog: { record: () => Promise.reject(new Error('The log is away.')) } });
    const closed = await desk.commandAt(noLog, 'officer', caseNumber, 'subject-access', asked);
    expect(closed.status).toBe(500);
    expect(closed.text).not.toContain('chat.example');
    await give(caseNumber, { assuredBy: 'told_what_was_reported' });
    const row = ['export', people.officer.id, 'subject_access told_what_was_reported'];
    expect(await logOf(caseNumber)).toContainEqual(row);
  });

  it('is given only by who has opened the case: nobody else knows whether it is the reporter', async () => {
    const { caseNumber } = await read(bullying);
    const refused = await give(caseNumber, asked, 'supervisor');
    expect([refused.status, refused.json['because']]).toEqual([409, 'not_read_by_you']);
    expect((await logOf(caseNumber)).filter(([action]) => action === 'export')).toEqual([]);
    await desk.command('supervisor', caseNumber, 'read', {});
    expect((await give(caseNumber, asked, 'supervisor')).status).toBe(200);
  });

  it('is for officers and supervisors, and for nobody whom the case excludes', async () => {
    const { caseNumber } = await read(bullying, 'counsellor');
    for (const who of ['counsellor', 'volunteer', 'head', 'auditor', 'statistician', 'administrator', 'gone'] as const)
      expect([who, (await give(caseNumber, asked, who)).status]).toEqual([who, 403]);
    await desk.command('other', caseNumber, 'read', {});
    await desk.decide('officer', caseNumber, 'exclusions', { institutions: [], people: [people.other.id] });
    expect((await give(caseNumber, asked, 'other')).status).toBe(404);
  });

  it('has no address of a page in a CSAM-flagged case, whoever asks, and says so', async () => {
    const { caseNumber, receipt } = await read({
      ...extortion,
      narrative: `${canary} https://canary.example/in-words`,
    });
    await desk.ask('messages', {
      receipt,
      text: 'See https://canary.example/said',
      urls: ['https://canary.example/x'],
    });
    const { json } = await give(caseNumber, { ...asked, language: 'en' });
    const sheet = String(json['sheet']);
    expect(sheet).toContain(canary);
    expect(sheet).toContain(extortion.accounts[0]?.handle);
    expect(sheet).not.toContain('canary.example');
    const { sheet: words } = (await (await country.loadPages()).loadPrivacy()).texts;
    expect(sheet).toContain(words.withheld.child['en']);
  });

  it('goes on with another sheet where a thread is long', async () => {
    const { caseNumber, receipt } = await read(bullying);
    for (const each of ['one', 'two', 'three']) {
      await desk.ask('messages', { receipt, text: `${each} ends.` });
    }
    const { case: of } = await desk.stateOf(caseNumber);
    const long = desk.with({
      sealed: {
        ...desk.deps.sealed,
        messages: async (caseId, { from, to }) => (await desk.deps.sealed.messages(caseId, { from, to })).slice(0, 2),
      },
    });
    const first = await desk.commandAt(long, 'officer', caseNumber, 'subject-access', asked);
    expect(first.json['next']).toBe(3);
    const last = await give(caseNumber, { ...asked, fromMessage: 3 });
    expect(last.json).not.toHaveProperty('next');
    expect([String(first.json['sheet']), String(last.json['sheet'])]).toEqual([
      expect.stringMatching(/one ends[^]*two ends/),
      expect.stringMatching(/three ends/),
    ]);
    expect(String(first.json['sheet'])).not.toContain('three ends');
    expect(of.messageCount).toBe(3);
  });

  it.each([
    [{}, '/assuredBy', 'required'],
    [{ assuredBy: 'voice' }, '/assuredBy', 'unknown_code'],
    [{ ...asked, language: 'xx' }, '/language', 'unknown_code'],
    [{ ...asked, fromMessage: 0 }, '/fromMessage', 'too_small'],
    [{ ...asked, narrative: true }, '/narrative', 'unknown_field'],
  ])('is refused by field: %j', async (body, pointer, code) => {
    const { caseNumber } = await read(bullying);
    const { status, json } = await give(caseNumber, body);
    expect([status, json['errors']]).toMatchObject([422, [{ pointer, code }]]);
  });
});
