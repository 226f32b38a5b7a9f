import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { plusDays } from '#shared/domain/time/instant.ts';
import { mostQuestions } from '#shared/domain/referrals/desk/question.ts';
import { catchLog } from '#test/support/catch-log.ts';
import { openDesk } from '../case-desk/desk.ts';
import type { Desk } from '../case-desk/desk.ts';
import { onReferrals } from '../case-desk/referrals/referral-desk.ts';
import { bullying } from '../case-desk/reports.ts';
import { officeBeside } from './office.ts';

const logged = catchLog();
let desk: Desk;
let office: ReturnType<typeof officeBeside>;
const { proposed, referral, on, typesOf, gapsOf, override } = onReferrals(() => desk);
const police = 'police_cybercrime-1';
const who = { name: 'Kola Prifti', post: 'kryeinspektor' };
const asked = 'Pyetja kanarinë 5Q: a mund të flasim me shkollën?';
const replied = 'Përgjigjja kanarinë 6Z: po, familja e di.';

beforeAll(async () => {
  desk = await openDesk('engine', { isDeskOpen: true });
  office = officeBeside(desk);
  await office.contact('contact-police', 'police_cybercrime', { codeBy: 'mail' });
});
afterAll(() => desk.stop());

/** A normal case that was sent to the police, who are inside. */
async function insideOne(more: object = {}): Promise<{ caseNumber: string; session: string }> {
  const { caseNumber } = await proposed({ ...bullying, narrative: 'They call me names in the group.', ...more });
  const by = { institution: 'police_cybercrime', basis: 'al_vkm_465_2019' };
  expect((await desk.command('officer', caseNumber, 'referrals', by)).status).toBe(200);
  const sending = { fields: ['narrative'], ...override, notToldFirstBecause: 'reporter_unsafe' };
  expect((await on(caseNumber, police, 'sending', sending)).status).toBe(200);
  await office.tell(caseNumber);
  await office.nextDigest();
  return { caseNumber, session: await inside(caseNumber) };
}

async function inside(caseNumber: string): Promise<string> {
  const access = office.accessOf('contact-police');
  await office.ask('code', { access });
  await office.tell(caseNumber);
  const begun = await office.ask('session', { access, code: office.digitsOf('contact-police') });
  expect(begun.status).toBe(200);
  return begun.json['session'] as string;
}

const question = (session: string, more: object = {}, headers: Record<string, string> = {}) =>
  office.ask('answer', { session, answer: 'question', text: asked, ...who, ...more }, headers);
const reply = (caseNumber: string, body: object = { text: replied }, headers: Record<string, string> = {}) =>
  desk.command('counsellor', caseNumber, `referrals/${police}/reply`, body, headers);

describe('a question', () => {
  it('is asked and replied to in a thread that both sides read, and in which no answer is given', async () => {
    const { caseNumber, session } = await insideOne();
    expect(gapsOf(await office.ask('answer', { session, answer: 'question', text: asked }))).toEqual([
      '/name required',
      '/post required',
    ]);
    const said = await question(session);
    expect(said.json).toMatchObject({ status: 'approved', canSay: ['acknowledged', 'declined', 'question'] });
    const at = desk.clock.now();
    const first = { from: 'institution', at, text: asked, ...who };
    expect((await office.ask('referral', { session })).json['thread']).toEqual([first]);
    expect((await on(caseNumber, police, 'read', {})).json['thread']).toEqual([first]);

    expect((await reply(caseNumber)).status).toBe(200);
    const thread = [first, { from: 'centre', at, text: replied, how: 'desk' }];
    expect((await office.ask('referral', { session })).json['thread']).toEqual(thread);
    expect((await on(caseNumber, police, 'read', {})).json['thread']).toEqual(thread);
    expect(await referral(caseNumber, police)).toMatchObject({
      status: 'approved',
      questions: { asked: 1, replied: 1, askedAt: at, repliedAt: at },
    });
  });

  it('takes effect once for one key, and another text with that key is refused', async () => {
    const { caseNumber, session } = await insideOne();
    const key = { 'Idempotency-Key': '0c0a6c1e-58ae-4c3f-9a53-3f0b5b1e7a22' };
    const first = await question(session, {}, key);
    const again = await question(session, {}, key);
    expect([again.status, again.json['revision']]).toEqual([200, first.json['revision']]);
    expect((await question(session, { text: 'Another.' }, key)).status).toBe(422);
    expect((await typesOf(caseNumber)).filter((type) => type === 'referral.asked')).toHaveLength(1);
    const other = { 'Idempotency-Key': '0c0a6c1e-58ae-4c3f-9a53-3f0b5b1e7a23' };
    const done = await reply(caseNumber, { text: replied }, other);
    expect((await reply(caseNumber, { text: replied }, other)).json['revision']).toBe(done.json['revision']);
    expect((await office.ask('referral', { session })).json['thread']).toHaveLength(2);
  });

  it('that is empty, too long or more than words is refused with what would be right, and stores nothing', async () => {
    const { caseNumber, session } = await insideOne();
    const rows = (await desk.rows('cases')).length;
    expect(gapsOf(await question(session, { text: '' }))).toEqual(['/text empty_text']);
    expect(gapsOf(await question(session, { text: 'x'.repeat(2001) }))).toEqual(['/text too_long']);
    expect(gapsOf(await office.ask('answer', { session, answer: 'question', ...who }))).toEqual(['/text required']);
    expect(gapsOf(await question(session, { outcome: 'child_protected' }))).toEqual(['/outcome wrong_form']);
    const answer = { session, answer: 'acknowledged', ...who, text: asked };
    expect(gapsOf(await office.ask('answer', answer))).toEqual(['/text wrong_form']);
    expect(await desk.rows('cases')).toHaveLength(rows);
    expect(gapsOf(await reply(caseNumber, { text: 'x'.repeat(2001) }))).toEqual(['/text too_long']);
    expect((await reply(caseNumber)).json['because']).toBe('no_question_waits');
  });

  it(`is refused after ${mostQuestions}, with the number and the status, and is not offered any more`, async () => {
    const { caseNumber, session } = await insideOne();
    for (let n = 0; n < mostQuestions; n += 1) expect((await question(session)).status).toBe(200);
    const over = await question(session);
    expect([over.status, over.json['because'], over.json['limit']]).toEqual([409, 'questions_full', '15']);
    const shown = await office.ask('referral', { session });
    expect(shown.json['canSay']).toEqual(['acknowledged', 'declined']);
    expect(shown.json['thread']).toHaveLength(mostQuestions);
    // One reply is to all of them. The thread stays in order beyond nine.
    expect((await reply(caseNumber)).status).toBe(200);
    const thread = (await office.ask('referral', { session })).json['thread'] as { from: string }[];
    expect(thread.map(({ from }) => from).lastIndexOf('centre')).toBe(mostQuestions);
  });

  it('is not taken once the referral is taken back or declined, and says how it stands', async () => {
    const { caseNumber, session } = await insideOne();
    await office.ask('answer', { session, answer: 'declined', because: 'not_competent', ...who });
    const late = await question(session);
    expect([late.status, late.json['status']]).toEqual([409, 'declined']);
    expect((await reply(caseNumber)).json['because']).toBe('wrong_referral_status');
  });

  it('of a counsellor’s night is read by the counsellor, who gets the copy no more than before', async () => {
    const { caseNumber, session } = await insideOne();
    await question(session);
    const read = (role: 'counsellor' | 'officer') => desk.command(role, caseNumber, `referrals/${police}/read`, {});
    const byCounsellor = await read('counsellor');
    expect(byCounsellor.status).toBe(200);
    expect(byCounsellor.json['thread']).toMatchObject([{ text: asked }]);
    expect(byCounsellor.json['copy']).toBeUndefined();
    expect(byCounsellor.text).not.toContain('call me names');
    expect((await read('officer')).json['copy']).toBeDefined();
  });

  it('shows addresses harmless, and to nobody without clearance in a CSAM-flagged case', async () => {
    const { caseNumber, session } = await insideOne();
    await question(session, { text: 'Is it https://canary.example/x that you mean?' });
    const shown = (await office.ask('referral', { session })).json['thread'] as { links?: object[] }[];
    expect(shown[0]?.links).toHaveLength(1);
    await desk.decide('officer', caseNumber, 'assessment', { category: 'csam' });
    const withheld = await office.ask('referral', { session });
    expect(withheld.status).toBe(200);
    expect(withheld.text).not.toContain('canary.example');
  });
});

describe('the mails about it', () => {
  it('tell staff at once that an institution asks, and the institution that a reply is there, without a word', async () => {
    const { caseNumber, session } = await insideOne();
    await desk.command('officer', caseNumber, 'claim', {});
    await question(session);
    await office.tell(caseNumber);
    expect(office.sent.at(-1)?.subject).toContain('an institution asks');
    await reply(caseNumber);
    const mails = office.mailsTo('contact-police').length;
    await office.tell(caseNumber);
    const mail = office.mailsTo('contact-police').at(-1);
    expect(office.mailsTo('contact-police')).toHaveLength(mails + 1);
    expect(mail?.subject).toContain('has replied to your question');
    expect(mail?.text).toContain('raporto.isigurt.example/office');
    expect(mail?.text).not.toMatch(/https?:/);
    // The session goes on, and the code from before opens again.
    expect(mail?.text).not.toContain(office.accessOf('contact-police'));
    expect((await office.ask('referral', { session })).status).toBe(200);
    await inside(caseNumber);
    const told = JSON.stringify([office.sent, logged(), await desk.rows('caseEvents')]);
    for (const word of ['kanarinë', who.name]) expect(told).not.toContain(word);
    const stored = JSON.stringify([await desk.rows('cases'), await desk.rows('keys'), await desk.rows('accessLog')]);
    for (const word of ['kanarinë', who.name]) expect(stored).not.toContain(word);
  });

  it('bring another access code to whoever’s has run out, so that nobody is locked out', async () => {
    const { caseNumber, session } = await insideOne();
    const first = office.accessOf('contact-police');
    await question(session);
    const now = desk.clock.now();
    desk.clock.set(plusDays(now, 30));
    expect((await office.ask('referral', { session })).status).toBe(401);
    await reply(caseNumber);
    await office.tell(caseNumber);
    const second = office.accessOf('contact-police');
    expect(second).not.toBe(first);
    const again = await inside(caseNumber);
    expect((await office.ask('referral', { session: again })).json['thread']).toHaveLength(2);
    desk.clock.set(now);
  });

  it('bring none to whoever’s code staff ended; the mail says whom to call', async () => {
    const { caseNumber, session } = await insideOne();
    await question(session);
    const before = office.accessOf('contact-police');
    await on(caseNumber, police, 'access-end', { contact: 'contact-police' });
    await reply(caseNumber);
    await office.tell(caseNumber);
    expect(office.accessOf('contact-police')).toBe(before);
    expect(office.mailsTo('contact-police').at(-1)?.text).toContain('Call us at');
    expect((await office.ask('referral', { session })).status).toBe(401);
  });

  it('are none where it was said by phone, and the thread keeps what was said', async () => {
    const { caseNumber, session } = await insideOne();
    await question(session);
    await office.tell(caseNumber);
    const mails = office.sent.length;
    expect((await reply(caseNumber, { text: replied, how: 'phone' })).status).toBe(200);
    await office.tell(caseNumber);
    expect(office.sent).toHaveLength(mails);
    expect((await office.ask('referral', { session })).json['thread']).toMatchObject([{}, { how: 'phone' }]);
  });
});

it('nobody whom the case excludes replies to it or reads it', async () => {
  const { caseNumber, session } = await insideOne();
  await question(session);
  const excluded = { people: ['staff-counsellor'], institutions: [] };
  expect((await desk.decide('supervisor', caseNumber, 'exclusions', excluded)).status).toBeLessThan(300);
  expect((await reply(caseNumber)).status).toBe(404);
  const read = await desk.command('counsellor', caseNumber, `referrals/${police}/read`, {});
  expect([read.status, read.text.includes('kanarinë')]).toEqual([404, false]);
});
