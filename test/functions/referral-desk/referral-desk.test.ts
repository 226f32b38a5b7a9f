import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { plusDays, plusMinutes } from '#shared/domain/time/instant.ts';
import { openDesk } from '../case-desk/desk.ts';
import type { Desk } from '../case-desk/desk.ts';
import { onReferrals } from '../case-desk/referrals/referral-desk.ts';
import { bullying, extortion } from '../case-desk/reports.ts';
import { officeBeside } from './office.ts';

let desk: Desk;
let office: ReturnType<typeof officeBeside>;
const { proposed, referral, on, typesOf, gapsOf, override } = onReferrals(() => desk);
const police = 'police_cybercrime-1';
const who = { name: 'Kola Prifti', post: 'kryeinspektor' };

beforeAll(async () => {
  desk = await openDesk();
  office = officeBeside(desk);
  await office.contact('contact-police', 'police_cybercrime', { codeBy: 'mail' });
});
afterAll(() => desk.stop());

/** A normal case without a sexual category, sent to the police: its code comes by mail. */
async function sentPlain(): Promise<string> {
  const { caseNumber } = await proposed({ ...bullying, narrative: 'They call me names in the group of the class.' });
  const added = await desk.command('officer', caseNumber, 'referrals', {
    institution: 'police_cybercrime',
    basis: 'al_vkm_465_2019',
  });
  expect(added.status).toBe(200);
  await send(caseNumber, ['narrative', 'victims']);
  return caseNumber;
}

async function send(caseNumber: string, fields: readonly string[], more: object = {}): Promise<void> {
  const body = { fields, ...override, notToldFirstBecause: 'reporter_unsafe', ...more };
  const answer = await on(caseNumber, police, 'sending', body);
  expect(answer.status).toBe(200);
  await office.tell(caseNumber);
  await office.nextDigest();
}

/** Asks for the code, and types both. */
async function inside(caseNumber: string, contact = 'contact-police'): Promise<string> {
  const access = office.accessOf(contact);
  expect((await office.ask('code', { access })).status).toBe(202);
  await office.tell(caseNumber);
  const begun = await office.ask('session', { access, code: office.digitsOf(contact) });
  expect(begun.status).toBe(200);
  return begun.json['session'] as string;
}

describe('an institution that was sent a referral', () => {
  it('types both codes, and sees the chosen fields, until when, and who was shown it', async () => {
    const caseNumber = await sentPlain();
    const [mail] = office.mailsTo('contact-police').slice(-1);
    expect(mail?.text).toContain('raporto.isigurt.example/office');
    expect(mail?.text).not.toMatch(/https?:/);
    const session = await inside(caseNumber);
    const shown = await office.ask('referral', { session });
    expect(shown.status).toBe(200);
    expect(shown.json).toMatchObject({
      referral: police,
      severity: 'normal',
      status: 'approved',
      copy: { caseNumber, narrative: 'They call me names in the group of the class.' },
      canSay: ['acknowledged', 'declined'],
      shownTo: 'Name of contact-police',
      answers: {},
    });
    expect(Object.keys(shown.json['copy'] as object).sort()).toEqual(['caseNumber', 'narrative', 'victims'].sort());
    const { caseId } = (await desk.stateOf(caseNumber)).case;
    const log = (await desk.rows('accessLog')).map((row) => row['actor']?.S === 'contact-police' && row['caseId']?.S);
    expect(log).toContain(caseId);
  });

  it('acknowledges with a name and a post, and the others read who; the same key does it once', async () => {
    const caseNumber = await sentPlain();
    const session = await inside(caseNumber);
    const key = { 'Idempotency-Key': '5f6a1f0e-0a0b-4c83-9f0e-6b1f6a1d2c3b' };
    expect(gapsOf(await office.ask('answer', { session, answer: 'acknowledged' }))).toEqual([
      '/name required',
      '/post required',
    ]);
    const answer = { session, answer: 'acknowledged', ...who, reference: 'P-17/26' };
    const said = await office.ask('answer', answer, key);
    expect(said.json).toMatchObject({ status: 'acknowledged', canSay: ['accepted', 'declined', 'completed'] });
    const again = await office.ask('answer', answer, key);
    expect([again.status, again.json['revision']]).toEqual([200, said.json['revision']]);
    expect((await office.ask('answer', { ...answer, name: 'Another' }, key)).status).toBe(422);
    const acknowledged = (await desk.historyOf(caseNumber)).filter(({ type }) => type === 'referral.acknowledged');
    expect(acknowledged).toMatchObject([{ actor: 'institution:contact-police' }]);
    expect(await referral(caseNumber, police)).toMatchObject({ status: 'acknowledged', acknowledgedHow: 'desk' });
    const named = { acknowledgedBy: who.name, post: who.post, reference: 'P-17/26' };
    expect((await office.ask('referral', { session })).json['answers']).toEqual({ answer: named });
    expect((await on(caseNumber, police, 'read', {})).json['answer']).toEqual(named);
  });

  it('declines with a reason, and completes with an outcome, and with nothing that belongs elsewhere', async () => {
    const caseNumber = await sentPlain();
    const session = await inside(caseNumber);
    expect(gapsOf(await office.ask('answer', { session, answer: 'declined', ...who }))).toEqual(['/because required']);
    const early = await office.ask('answer', { session, answer: 'completed', ...who, outcome: 'child_protected' });
    expect([early.status, early.json['status'], early.json['because']]).toEqual([
      409,
      'approved',
      'wrong_referral_status',
    ]);
    await office.ask('answer', { session, answer: 'acknowledged', ...who });
    expect(gapsOf(await office.ask('answer', { session, answer: 'completed' }))).toEqual(['/outcome required']);
    const done = await office.ask('answer', { session, answer: 'completed', outcome: 'investigation_opened' });
    expect(done.json).toMatchObject({ status: 'completed', canSay: [] });
    expect((await office.ask('referral', { session })).status).toBe(200);
  });

  it('presses "not for me": staff are told, nothing is shown, and the code ends', async () => {
    const caseNumber = await sentPlain();
    const access = office.accessOf('contact-police');
    const session = await inside(caseNumber);
    const before = await desk.rows('accessLog');
    await desk.command('officer', caseNumber, 'claim', {});
    const said = await office.ask('not-for-me', { access });
    expect([said.status, said.json['copy']]).toEqual([202, undefined]);
    await office.tell(caseNumber);
    expect(office.sent.at(-1)?.subject).toContain('reached the wrong address');
    expect((await referral(caseNumber, police))?.misdirectedAt).toBe(desk.clock.now());
    expect((await office.ask('referral', { session })).status).toBe(401);
    expect(await desk.rows('accessLog')).toHaveLength(before.length);
    const events = await typesOf(caseNumber);
    await office.ask('not-for-me', { access });
    expect(await typesOf(caseNumber)).toEqual(events);
  });

  it('whose referral is taken back while it is open reads so, and sees nothing more', async () => {
    const caseNumber = await sentPlain();
    const session = await inside(caseNumber);
    expect((await on(caseNumber, police, 'withdrawal', { because: 'sent_in_error' })).status).toBe(200);
    for (const [step, body] of [
      ['referral', { session }],
      ['answer', { session, answer: 'acknowledged', ...who }],
    ] as const) {
      const answer = await office.ask(step, body);
      expect([answer.status, answer.json['status']]).toEqual([409, 'withdrawn']);
      expect(answer.text).not.toContain('call me names');
    }
  });

  it('gets another code with a reminder, and the one before opens nothing', async () => {
    const caseNumber = await sentPlain();
    const first = office.accessOf('contact-police');
    const session = await inside(caseNumber);
    expect((await on(caseNumber, police, 'reminder', {})).status).toBe(200);
    await office.tell(caseNumber);
    await office.nextDigest();
    const second = office.accessOf('contact-police');
    expect(second).not.toBe(first);
    expect((await office.ask('referral', { session })).status).toBe(401);
    await inside(caseNumber);
    const events = await typesOf(caseNumber);
    await office.ask('code', { access: first });
    expect(await typesOf(caseNumber)).toEqual(events);
  });
});

describe('a code', () => {
  it('that is mistyped says so, and one that was never one says nothing', async () => {
    const typed = await office.ask('code', { access: '7K3M-9QXR-2F5T-8WNA-A' });
    expect([typed.status, typed.json['title']]).toEqual([422, 'One character seems wrong']);
    expect(gapsOf(await office.ask('code', { access: 'no code' }))).toEqual(['/access wrong_form']);
    expect(gapsOf(await office.ask('session', { access: 'no code', code: '12' })).sort()).toEqual(['/code wrong_form']);
  });

  it('is answered with the same bytes whether it is unknown, ended or revoked', async () => {
    const caseNumber = await sentPlain();
    const revoked = office.accessOf('contact-police');
    await office.ask('not-for-me', { access: revoked });
    await sentPlain();
    const ended = office.accessOf('contact-police');
    const unknown = '7K3M-9QXR-2F5T-8WNA-W';
    await office.contact('contact-police', 'police_cybercrime', { codeBy: 'mail', active: false });
    const answers = async (access: string) => {
      const { status, text } = await office.ask('code', { access });
      const session = await office.ask('session', { access, code: '482913' });
      return [status, text, session.status, session.text];
    };
    const [first, ...others] = [await answers(unknown), await answers(ended), await answers(revoked)];
    expect(first?.[0]).toBe(202);
    expect(first?.[2]).toBe(401);
    for (const other of others) expect(other).toEqual(first);
    await office.contact('contact-police', 'police_cybercrime', { codeBy: 'mail' });
    expect(await typesOf(caseNumber)).not.toContain('referral.code_asked');
  });

  it('takes five tries, whoever tries them at once', async () => {
    const caseNumber = await sentPlain();
    const access = office.accessOf('contact-police');
    await office.ask('code', { access });
    await office.tell(caseNumber);
    const right = office.digitsOf('contact-police').replace(' ', '');
    const wrong = ['000001', '000002', '000003', '000004', '000005'].map((code) => (code === right ? '999999' : code));
    const tried = await Promise.all(wrong.map((code) => office.ask('session', { access, code })));
    expect(tried.map(({ status }) => status)).toEqual([401, 401, 401, 401, 401]);
    expect((await office.ask('session', { access, code: right })).status).toBe(401);
  });

  it('of six digits is good once, for ten minutes', async () => {
    const caseNumber = await sentPlain();
    const access = office.accessOf('contact-police');
    await inside(caseNumber);
    const code = office.digitsOf('contact-police');
    expect((await office.ask('session', { access, code })).status).toBe(401);
    await office.ask('code', { access });
    await office.tell(caseNumber);
    const begun = desk.clock.now();
    desk.clock.set(plusMinutes(begun, 10));
    expect((await office.ask('session', { access, code: office.digitsOf('contact-police') })).status).toBe(401);
    desk.clock.set(begun);
  });

  it('is mailed five times a day', async () => {
    const caseNumber = await sentPlain();
    const access = office.accessOf('contact-police');
    for (let n = 0; n < 7; n += 1) expect((await office.ask('code', { access })).status).toBe(202);
    expect((await typesOf(caseNumber)).filter((type) => type === 'referral.code_asked')).toHaveLength(5);
  });

  it('of an access opens for thirty days, and a session for thirty minutes', async () => {
    const caseNumber = await sentPlain();
    const access = office.accessOf('contact-police');
    const session = await inside(caseNumber);
    const now = desk.clock.now();
    desk.clock.set(plusMinutes(now, 30));
    expect((await office.ask('referral', { session })).status).toBe(401);
    desk.clock.set(plusDays(now, 30));
    const events = await typesOf(caseNumber);
    await office.ask('code', { access });
    expect(await typesOf(caseNumber)).toEqual(events);
    desk.clock.set(now);
  });

  it('of an urgent or sexual case is never mailed: staff are told to call, whoever reads the mailbox', async () => {
    const { caseNumber } = await proposed(extortion);
    await desk.command('officer', caseNumber, 'claim', {});
    await send(caseNumber, ['narrative']);
    const access = office.accessOf('contact-police');
    const mails = office.mailsTo('contact-police').length;
    await office.ask('code', { access });
    await office.tell(caseNumber);
    expect(office.mailsTo('contact-police')).toHaveLength(mails);
    expect(office.sent.at(-1)?.subject).toContain('waits for its code');
  });

  it('opens nothing once its contact is excluded from the case', async () => {
    const caseNumber = await sentPlain();
    const session = await inside(caseNumber);
    const excluded = { people: ['contact-police'], institutions: [] };
    expect((await desk.decide('supervisor', caseNumber, 'exclusions', excluded)).status).toBeLessThan(300);
    expect((await office.ask('referral', { session })).status).toBe(401);
  });
});

describe('the copy', () => {
  it('is not opened without its row in the access log', async () => {
    const caseNumber = await sentPlain();
    const session = await inside(caseNumber);
    const failing = officeBeside(desk, { accessLog: { record: () => Promise.reject(new Error('no log')) } });
    const answer = await failing.ask('referral', { session });
    expect(answer.status).toBe(500);
    expect(answer.text).not.toContain('call me names');
  });
});
