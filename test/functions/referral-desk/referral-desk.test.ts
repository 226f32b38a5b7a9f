import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { keysElsewhere, rowsElsewhere } from '#shared/adapters/aws/erasing/rows-that-lead-to.ts';
import { SealBroken } from '#shared/ports/sealing.ts';
import { deriveAccess, unwrapCopyKey } from '#shared/sealing/desk-access.ts';
import { plusDays, plusMinutes } from '#shared/domain/time/instant.ts';
import { openDesk } from '../case-desk/desk.ts';
import type { Desk } from '../case-desk/desk.ts';
import { onReferrals } from '../case-desk/referrals/referral-desk.ts';
import { extortion } from '../case-desk/reports.ts';
import { officeBeside } from './office.ts';
import { passingOn, police } from './passing-on.ts';

let desk: Desk;
let office: ReturnType<typeof officeBeside>;
const { proposed, referral, on, typesOf, gapsOf } = onReferrals(() => desk);
const { sentPlain, send } = passingOn(() => ({ desk, office }));
const who = { name: 'Kola Prifti', post: 'kryeinspektor' };

beforeAll(async () => {
  desk = await openDesk('engine', { isDeskOpen: true });
  office = officeBeside(desk);
  await office.contact('contact-police', 'police_cybercrime', { codeBy: 'mail' });
});
afterAll(() => desk.stop());

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
      canSay: ['acknowledged', 'declined', 'question'],
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
    expect(said.json).toMatchObject({
      status: 'acknowledged',
      canSay: ['accepted', 'declined', 'completed', 'question'],
    });
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

  it('takes five tries, whoever tries them at once, and staff are told to call', async () => {
    const caseNumber = await sentPlain();
    await desk.command('officer', caseNumber, 'claim', {});
    const access = office.accessOf('contact-police');
    await office.ask('code', { access });
    await office.tell(caseNumber);
    const right = office.digitsOf('contact-police').replace(' ', '');
    const wrong = ['000001', '000002', '000003', '000004', '000005'].map((code) => (code === right ? '999999' : code));
    const tried = await Promise.all(wrong.map((code) => office.ask('session', { access, code })));
    expect(tried.map(({ status }) => status)).toEqual([401, 401, 401, 401, 401]);
    expect((await office.ask('session', { access, code: right })).status).toBe(401);
    const failed = (await desk.historyOf(caseNumber)).filter(({ type }) => type === 'referral.code_failed');
    const data = { referral: police, contact: 'contact-police' };
    expect(failed).toMatchObject([{ actor: 'institution:contact-police', data }]);
    await office.tell(caseNumber);
    expect(office.sent.at(-1)?.subject).toContain('five wrong codes');
    expect(office.sent.at(-1)?.to).not.toContain('institution');
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
    // The mailbox holds codes of other letters.
    for (let others = 0; others < 3; others += 1) await inside(await sentPlain());
    const { caseNumber } = await proposed(extortion);
    await desk.command('officer', caseNumber, 'claim', {});
    await send(caseNumber, ['narrative']);
    const access = office.accessOf('contact-police');
    const mails = office.mailsTo('contact-police').length;
    await office.ask('code', { access });
    await office.tell(caseNumber);
    expect(office.mailsTo('contact-police')).toHaveLength(mails);
    expect(office.sent.at(-1)?.subject).toContain('waits for its code');
    // Nor does anything else in that mailbox open it, while a code is out that was read out.
    await on(caseNumber, police, 'access', { contact: 'contact-police' });
    const mailed = office.mailsTo('contact-police').flatMap(({ text }) => text.match(/\b\d{3} \d{3}\b/g) ?? []);
    expect(mailed.length).toBeGreaterThan(2);
    const tried = await Promise.all(mailed.slice(-4).map((code) => office.ask('session', { access, code })));
    expect(new Set(tried.map(({ status }) => status))).toEqual(new Set([401]));
    expect(await typesOf(caseNumber)).not.toContain('referral.opened');
  });

  it('is read out by an officer, once, and the answers that rest on it say so', async () => {
    const { caseNumber } = await proposed(extortion);
    await send(caseNumber, ['narrative', 'addresses'], { addresses: [0, 1] });
    const access = office.accessOf('contact-police');
    const key = { 'Idempotency-Key': '0b0a6c1e-58ae-4c3f-9a53-3f0b5b1e7a11' };
    const speak = (who: 'officer' | 'counsellor', more: Record<string, string> = {}) =>
      desk.command(who, caseNumber, `referrals/${police}/access`, { contact: 'contact-police' }, more);
    expect((await speak('counsellor')).status).toBe(403);
    const spoken = await speak('officer', key);
    expect(spoken.json['code']).toMatch(/^\d{6}$/);
    expect((await speak('officer', key)).json['code']).toBeUndefined();
    for (const table of ['cases', 'caseEvents', 'keys'] as const) {
      expect(JSON.stringify(await desk.rows(table))).not.toContain(`"${String(spoken.json['code'])}"`);
    }
    const begun = await office.ask('session', { access, code: spoken.json['code'] });
    const session = begun.json['session'] as string;
    const shown = await office.ask('referral', { session });
    // The contact is not cleared: of a CSAM-flagged case no address is shown.
    expect(shown.json['addressesWithheld']).toBe('clearance');
    expect(shown.text).not.toContain('canary.example');
    await office.ask('answer', { session, answer: 'acknowledged', ...who });
    expect(await referral(caseNumber, police)).toMatchObject({ acknowledgedHow: 'desk_spoken' });
    expect(await desk.historyOf(caseNumber)).toContainEqual(
      expect.objectContaining({ type: 'referral.code_spoken', actor: 'staff:staff-officer' }),
    );
  });

  it('is ended by staff, and nothing that was begun with it goes on', async () => {
    const caseNumber = await sentPlain();
    const access = office.accessOf('contact-police');
    const session = await inside(caseNumber);
    const end = () =>
      desk.command('counsellor', caseNumber, `referrals/${police}/access-end`, { contact: 'contact-police' });
    expect((await end()).status).toBe(200);
    expect((await office.ask('referral', { session })).status).toBe(401);
    expect((await office.ask('session', { access, code: '482913' })).status).toBe(401);
    const spoken = await desk.command('officer', caseNumber, `referrals/${police}/access`, {
      contact: 'contact-police',
    });
    expect([spoken.status, spoken.json['because']]).toEqual([409, 'no_access_code']);
    const events = await typesOf(caseNumber);
    expect((await end()).status).toBe(200);
    expect(await typesOf(caseNumber)).toEqual(events);
  });

  it('opens nothing in a session that a newer one has ended', async () => {
    const caseNumber = await sentPlain();
    const first = await inside(caseNumber);
    const second = await inside(caseNumber);
    expect((await office.ask('referral', { session: first })).status).toBe(401);
    expect((await office.ask('referral', { session: second })).status).toBe(200);
  });

  it('opens nothing while its contact is suspended', async () => {
    const caseNumber = await sentPlain();
    const session = await inside(caseNumber);
    await office.contact('contact-police', 'police_cybercrime', { codeBy: 'mail', active: false });
    expect((await office.ask('referral', { session })).status).toBe(401);
    await office.contact('contact-police', 'police_cybercrime', { codeBy: 'mail' });
    expect((await office.ask('referral', { session })).status).toBe(200);
  });

  it('opens nothing once its contact is excluded from the case', async () => {
    const caseNumber = await sentPlain();
    const session = await inside(caseNumber);
    const excluded = { people: ['contact-police'], institutions: [] };
    expect((await desk.decide('supervisor', caseNumber, 'exclusions', excluded)).status).toBeLessThan(300);
    expect((await office.ask('referral', { session })).status).toBe(401);
  });
});

describe('whoever has all tables', () => {
  it('finds no access code, no one-time code and no key of a copy there', async () => {
    const caseNumber = await sentPlain();
    const access = office.accessOf('contact-police');
    const session = await inside(caseNumber);
    await office.ask('answer', { session, answer: 'acknowledged', ...who });
    const tables = ['cases', 'caseEvents', 'keys', 'accessLog', 'directory'] as const;
    const dump = JSON.stringify(await Promise.all(tables.map((table) => desk.rows(table))));
    const secrets = [access, access.replaceAll('-', ''), session, office.digitsOf('contact-police').replace(' ', '')];
    for (const secret of [...secrets, who.name, who.post, 'call me names']) expect(dump).not.toContain(`"${secret}`);
    // What the desk's role can read of keys opens with none of what stands in the tables.
    const { caseId } = (await desk.stateOf(caseNumber)).case;
    const [known] = await office.accesses.ofReferral(caseId, police);
    if (known === undefined) throw new Error('No access code is known.');
    expect(known.letter).toBeUndefined();
    const wrapped = (await desk.rows('keys')).find((row) => row['pk']?.S === `DESK#${known.lookup}`)?.['copyKey']?.S;
    const found = [...new Set(dump.match(/[0-9a-f]{32,64}|[A-Za-z0-9+/]{43}=/g))];
    expect(found.length).toBeGreaterThan(10);
    for (const text of found) {
      const key = Buffer.from(text, /^[0-9a-f]+$/.test(text) ? 'hex' : 'base64');
      expect(() => unwrapCopyKey(key, wrapped ?? '', known)).toThrow(SealBroken);
    }
    expect(unwrapCopyKey(deriveAccess(access).copyWrap, wrapped ?? '', known)).toHaveLength(32);
  });
});

describe('erasing', () => {
  it('finds every row and key of an access code from the case', async () => {
    const caseNumber = await sentPlain();
    const { caseId } = (await desk.stateOf(caseNumber)).case;
    const rows = (await desk.rows('cases')).filter((row) => row['pk']?.S === `CASE#${caseId}`);
    const [known] = await office.accesses.ofReferral(caseId, police);
    const pk = `DESK#${known?.lookup ?? ''}`;
    expect(rows.flatMap(rowsElsewhere)).toContainEqual({ pk, sk: 'DESK' });
    expect(rows.flatMap(keysElsewhere)).toContainEqual({ pk, sk: 'KEYS' });
  });
});

describe('the copy', () => {
  it('is not opened without its row in the access log', async () => {
    const caseNumber = await sentPlain();
    const session = await inside(caseNumber);
    let reads = 0;
    const failing = officeBeside(desk, {
      accessLog: { record: () => Promise.reject(new Error('no log')) },
      desk: {
        write: () => Promise.resolve(false),
        parts: () => {
          reads += 1;
          return Promise.resolve([]);
        },
      },
    });
    const answer = await failing.ask('referral', { session });
    expect([answer.status, reads]).toEqual([500, 0]);
    expect(answer.text).not.toContain('call me names');
  });
});
