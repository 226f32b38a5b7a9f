import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openReferralKey } from '#functions/case-desk/referrals/record-answer.ts';
import { largestCopyKiB } from '#shared/domain/case/referral.ts';
import { mostTicked } from '#shared/domain/case/referral.ts';
import { openField, sealField } from '#shared/sealing/sealed-field.ts';
import { catchLog } from '#test/support/catch-log.ts';
import { openDesk } from '../desk.ts';
import type { Desk } from '../desk.ts';
import { bullying, canary, extortion } from '../reports.ts';
import { addContacts, onReferrals } from './referral-desk.ts';

const lines = catchLog();
let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
  await addContacts(desk);
});
afterAll(() => desk.stop());

const { police, unit, override, sending, proposed, referral, leaves, on, typesOf, gapsOf } = onReferrals(() => desk);
/** What the institution is given: the copy as it was sealed. */
async function sealedCopy(caseNumber: string, id: string): Promise<unknown> {
  const { caseId } = (await desk.stateOf(caseNumber)).case;
  const copy = (await desk.deps.referrals.parts(caseId, id)).find(({ part }) => part === 'copy');
  if (copy === undefined) throw new Error('Nothing was given away.');
  const key = await openReferralKey(desk.deps, caseId, id);
  return JSON.parse(openField(key, copy.sealed, { caseId, field: `referral-${id}-copy`, revision: 1 }));
}

describe('a case', () => {
  it('shows its referrals, with the number to call', async () => {
    const { caseNumber } = await proposed();
    const shown = await desk.show('counsellor', caseNumber);
    expect(shown.json['referrals']).toMatchObject([
      { id: police, isLead: true, status: 'proposed', phones: ['129'] },
      { id: unit, isLead: false, status: 'proposed' },
    ]);
  });
});

describe('sending', () => {
  it('gives away what was chosen and nothing else, sealed under a key of its own', async () => {
    const { caseNumber, receipt } = await proposed();
    expect((await on(caseNumber, police, 'sending', sending)).status).toBe(200);
    expect(await referral(caseNumber, police)).toMatchObject({
      status: 'approved',
      ground: 'override',
      overrideBecause: 'crime_against_child',
      approvedBy: 'staff-officer',
      fields: ['narrative', 'victims'],
    });
    const read = await on(caseNumber, police, 'read', {});
    expect(read.json['copy']).toEqual({
      caseNumber,
      narrative: extortion.narrative,
      victims: [{ ageYears: 14, gender: 'male' }],
    });
    const { caseId } = (await desk.stateOf(caseNumber)).case;
    const made = desk.keys.made.filter((key) => key.caseId === caseId).map(({ purpose }) => purpose);
    expect(made).toEqual(['content', 'urls', 'referral']);
    for (const table of ['cases', 'caseEvents', 'keys', 'accessLog'] as const) {
      expect(JSON.stringify(await desk.rows(table))).not.toContain(canary);
    }
    expect((await desk.followUp(receipt)).json['messages']).toMatchObject([{ from: 'centre', text: sending.message }]);
    expect((await typesOf(caseNumber)).slice(-2)).toEqual(['case.message_posted', 'referral.approved']);
  });

  it('is an export: the AccessLog says who, before anything is opened', async () => {
    const { caseNumber } = await proposed();
    const { caseId } = (await desk.stateOf(caseNumber)).case;
    const failing = desk.with({
      accessLog: {
        record: () => {
          throw new Error('The access log is away.');
        },
      },
    });
    const answer = await desk.commandAt(failing, 'officer', caseNumber, `referrals/${police}/sending`, sending);
    expect([answer.status, (await referral(caseNumber, police))?.status]).toEqual([500, 'proposed']);
    await on(caseNumber, police, 'sending', sending);
    const rows = (await desk.rows('accessLog')).filter((row) => JSON.stringify(row).includes(caseId));
    expect(JSON.stringify(rows)).toContain(`referral ${police}`);
    expect(JSON.stringify(rows)).toContain('export');
  });

  it('against or without the reporter’s word needs a reason, and the reporter told first or why not', async () => {
    const { caseNumber } = await proposed();
    const bare = { fields: [], ground: 'override' };
    expect(gapsOf(await on(caseNumber, police, 'sending', bare))).toEqual([
      '/overrideBecause required',
      '/message required',
    ]);
    const both = { ...sending, notToldFirstBecause: 'no_time_danger' };
    expect(gapsOf(await on(caseNumber, police, 'sending', both))).toEqual(['/notToldFirstBecause wrong_form']);
    const agreed = { fields: [], ground: 'consent', overrideBecause: 'law_requires' };
    expect(gapsOf(await on(caseNumber, police, 'sending', agreed))).toEqual(['/overrideBecause wrong_form']);
    const silent = { fields: [], ...override, notToldFirstBecause: 'no_time_danger' };
    expect((await on(caseNumber, police, 'sending', silent)).status).toBe(200);
  });

  it('needs the unit and the contact where there are many, and keeps the unit sealed', async () => {
    const { caseNumber } = await proposed();
    const agreed = { fields: ['victims'], ground: 'consent' };
    expect(gapsOf(await on(caseNumber, unit, 'sending', agreed))).toEqual(['/unit required', '/contact required']);
    const stranger = { ...agreed, unit: canary, contact: 'contact-police' };
    expect(gapsOf(await on(caseNumber, unit, 'sending', stranger))).toEqual(['/contact unknown_code']);
    expect((await on(caseNumber, unit, 'sending', { ...stranger, contact: 'contact-unit' })).status).toBe(200);
    expect((await on(caseNumber, unit, 'read', {})).json['copy']).toMatchObject({
      unit: canary,
      doNotQuestionTheChildSpeakTo: 'centre',
    });
    expect(JSON.stringify((await desk.show('officer', caseNumber)).json)).not.toContain(canary);
  });

  it('tells a contact of its own institution and its own unit alone, also when it is called', async () => {
    const { caseNumber } = await proposed();
    const toKamez = { fields: [], ground: 'consent', unit: 'Bashkia Kamëz' };
    for (const guessed of ['contact-berat', 'contact-police', 'contact-agency', 'nobody']) {
      for (const more of [{}, { call: { name: 'Zana' } }]) {
        const refused = await on(caseNumber, unit, 'sending', { ...toKamez, contact: guessed, ...more });
        expect([refused.status, gapsOf(refused)]).toEqual([422, ['/contact unknown_code']]);
      }
    }
    const spelled = { ...toKamez, unit: ' bashkia  KAMËZ', contact: 'contact-kamez' };
    expect((await on(caseNumber, unit, 'sending', spelled)).status).toBe(200);
    expect(await referral(caseNumber, unit)).toMatchObject({ status: 'approved', contact: 'contact-kamez' });
  });

  it('tells no guessed contact of a second route or of a list of addresses either', async () => {
    const { caseNumber } = await proposed();
    const agency = { institution: 'child_rights_agency', basis: 'al_law_18_2017' };
    await desk.command('officer', caseNumber, 'referrals', agency);
    const list = { institution: 'cyber_authority', basis: 'al_vkm_465_2019' };
    await desk.command('officer', caseNumber, 'referrals', list);
    const sent = (id: string, body: object) => on(caseNumber, id, 'sending', body);
    const whole = { fields: [], ground: 'consent' };
    const addresses = { fields: ['addresses'], ground: 'nothing_personal', addresses: [0] };
    for (const guessed of ['contact-kamez', 'contact-unit', 'contact-police']) {
      const more = { contact: guessed };
      expect(gapsOf(await sent('child_rights_agency-1', { ...whole, ...more }))).toEqual(['/contact unknown_code']);
      expect(gapsOf(await sent('cyber_authority-1', { ...addresses, ...more }))).toEqual(['/contact unknown_code']);
    }
    expect((await sent('child_rights_agency-1', { ...whole, contact: 'contact-agency' })).status).toBe(200);
    expect((await sent('cyber_authority-1', { ...addresses, contact: 'contact-aksk' })).status).toBe(200);
  });

  it('says to speak to whoever leads and has heard of it, else to the centre', async () => {
    const toUnit = { fields: [], ground: 'consent', unit: 'Njësia', contact: 'contact-unit' };
    const copyAfter = async (happens: (caseNumber: string) => Promise<unknown>) => {
      const { caseNumber } = await proposed();
      await happens(caseNumber);
      expect((await on(caseNumber, unit, 'sending', toUnit)).status).toBe(200);
      return (await on(caseNumber, unit, 'read', {})).json['copy'] as object;
    };
    const speakTo = 'doNotQuestionTheChildSpeakTo';
    const called = { ...sending, call: { name: 'Inspector Kola' } };
    expect(await copyAfter((of) => on(of, police, 'sending', called))).toHaveProperty(speakTo, 'police_cybercrime');
    const others: ((of: string) => Promise<unknown>)[] = [
      // Proposed alone, or decided on and not yet gone out.
      async () => undefined,
      (of) => on(of, police, 'sending', sending),
      (of) => desk.decide('officer', of, 'exclusions', { institutions: ['police_cybercrime'], people: [] }),
      (of) => on(of, police, 'drop', { because: 'not_needed' }),
      async (of) => {
        await on(of, police, 'sending', called);
        return on(of, police, 'answer', { answer: 'declined', because: 'not_competent' });
      },
      async (of) => {
        await on(of, police, 'sending', called);
        return desk.decide('officer', of, 'exclusions', { institutions: ['police_cybercrime'], people: [] });
      },
    ];
    for (const happens of others) expect(await copyAfter(happens)).toHaveProperty(speakTo, 'centre');
  });

  it('is refused by field to a contact whom the case excludes: no mail would reach anybody', async () => {
    const { caseNumber } = await proposed();
    await desk.decide('officer', caseNumber, 'exclusions', { institutions: [], people: ['contact-police'] });
    const told = await on(caseNumber, police, 'sending', { ...sending, contact: 'contact-police' });
    expect(gapsOf(told)).toEqual(['/call nobody_to_mail', '/contact unknown_code']);
    expect((await referral(caseNumber, police))?.status).toBe('proposed');
  });

  it('by phone is the referral: a named person has it at once, and the mail follows', async () => {
    const { caseNumber } = await proposed();
    const call = { fields: [], ...override, notToldFirstBecause: 'no_time_danger', call: { name: `${canary} Kola` } };
    expect((await on(caseNumber, police, 'sending', call)).status).toBe(200);
    const now = desk.clock.now();
    expect(await referral(caseNumber, police)).toMatchObject({
      status: 'acknowledged',
      calledAt: now,
      acknowledgedAt: now,
      acknowledgedHow: 'phone',
    });
    expect((await typesOf(caseNumber)).slice(-2)).toEqual(['referral.approved', 'referral.acknowledged']);
    expect((await on(caseNumber, police, 'read', {})).json['copy']).toMatchObject({ answeredBy: `${canary} Kola` });
  });

  it('is for officers, after somebody has read the case', async () => {
    const { caseNumber } = await proposed();
    expect((await on(caseNumber, police, 'sending', sending, 'counsellor')).status).toBe(403);
    const unread = await desk.receive(extortion);
    await desk.command('officer', unread.caseNumber, 'referrals', {
      institution: 'police_cybercrime',
      basis: 'al_cc_300',
    });
    expect((await on(unread.caseNumber, police, 'sending', sending)).json).toMatchObject({ because: 'not_read' });
  });

  it('takes effect once', async () => {
    const { caseNumber } = await proposed();
    const key = { 'Idempotency-Key': 'sending-0123456789abcdef' };
    const path = `referrals/${police}/sending`;
    const first = await desk.command('officer', caseNumber, path, sending, key);
    const second = await desk.command('officer', caseNumber, path, sending, key);
    expect(second.text).toBe(first.text);
    expect((await on(caseNumber, police, 'sending', sending)).json).toMatchObject({
      status: 409,
      because: 'wrong_referral_status',
    });
  });

  it('knows only referrals there are', async () => {
    const { caseNumber } = await proposed();
    expect((await on(caseNumber, 'prosecution-1', 'sending', sending)).status).toBe(404);
  });
});

describe('resolving', () => {
  it('waits for whoever must know, says whom, and for the report that the law requires', async () => {
    const { caseNumber } = await proposed();
    const handling = { severity: 'critical', safetyDecision: 'at_risk_acted', nextStep: 'refer_institution' };
    const noMessageBecause = 'no_thread_wanted';
    const handled = await desk.decide('officer', caseNumber, 'handling', { ...handling, noMessageBecause });
    expect(handled.status).toBe(200);
    const duty = { decision: 'required', basis: 'al_cc_117', sentTo: 'police_cybercrime' };
    const resolve = (dutyToReport: object, outcome = 'nothing_more_possible') =>
      desk.decide('officer', caseNumber, 'resolution', { outcome, noMessageBecause, dutyToReport });
    expect((await resolve(duty)).json).toMatchObject({ status: 409, because: 'duty_not_sent' });
    await on(caseNumber, police, 'sending', sending);
    expect((await desk.stateOf(caseNumber)).case.status).toBe('in_progress');
    await leaves(caseNumber, police);
    expect((await resolve(duty)).json).toMatchObject({
      status: 409,
      because: 'referral_not_acknowledged',
      referrals: [police],
      case: { status: 'waiting_institution' },
    });
    expect(gapsOf(await resolve(duty, 'police_involved'))).toEqual(['/facts police_not_reached']);
    await on(caseNumber, police, 'answer', { answer: 'acknowledged', name: canary, how: 'phone' });
    expect((await resolve(duty, 'police_involved')).json).toMatchObject({ status: 'resolved' });
    expect((await desk.stateOf(caseNumber)).case.outcomeFacts).toEqual({ police_involved: 'referral' });
  });
});

describe('the cyber authority', () => {
  const site = {
    category: 'illegal_site',
    about: 'content_only',
    urls: extortion.urls,
    accounts: extortion.accounts,
    narrative: canary,
  };
  const aksk = 'cyber_authority-1';

  it('is given the addresses a person ticked, as they work, and nothing else', async () => {
    const { caseNumber } = await proposed(site);
    const ticks = { fields: ['addresses'], ground: 'nothing_personal', addresses: [1] };
    expect(gapsOf(await on(caseNumber, aksk, 'sending', { ...ticks, fields: ['addresses', 'narrative'] }))).toEqual([
      '/fields wrong_form',
    ]);
    const withAccounts = { ...ticks, fields: ['addresses', 'accounts'], accounts: [0] };
    expect(gapsOf(await on(caseNumber, aksk, 'sending', withAccounts))).toEqual(['/fields wrong_form']);
    expect(gapsOf(await on(caseNumber, aksk, 'sending', { ...ticks, addresses: [] }))).toEqual(['/addresses required']);
    expect(gapsOf(await on(caseNumber, aksk, 'sending', { ...ticks, addresses: [7] }))).toEqual([
      '/addresses/0 unknown_code',
    ]);
    expect((await on(caseNumber, aksk, 'sending', ticks)).status).toBe(200);
    expect((await on(caseNumber, aksk, 'read', {})).json['copy']).toEqual({
      addresses: ['www[.]canary[.]example/me'],
    });
    expect(await sealedCopy(caseNumber, aksk)).toEqual({ addresses: [extortion.urls[1]] });
  });

  it('is measured: how long it took, once each, and nothing of the case', async () => {
    const { caseNumber } = await proposed(site);
    const ticks = { fields: ['addresses'], ground: 'nothing_personal', addresses: [0] };
    const key = { 'Idempotency-Key': '0a4c2f9e-7f3b-4d3c-9d58-c9a4b6f0e1aa' };
    const path = `referrals/${aksk}/sending`;
    desk.later(12);
    for (const _ of ['first', 'again']) await desk.command('officer', caseNumber, path, ticks, key);
    desk.later(30);
    await on(caseNumber, aksk, 'answer', { answer: 'acknowledged', name: canary, how: 'mail' });
    const measured = lines().filter((line) => 'HandOverDecision' in line || 'HandOverAnswer' in line);
    expect(measured.map(({ _aws, ...values }) => values)).toEqual([
      { HandOverDecision: 12 * 60 },
      { HandOverAnswer: 30 * 60 },
    ]);
  });

  it('is sent addresses by cleared staff only', async () => {
    const { caseNumber } = await proposed(site);
    const ticks = { fields: ['addresses'], ground: 'nothing_personal', addresses: [0] };
    expect((await on(caseNumber, aksk, 'sending', ticks, 'other')).status).toBe(403);
  });
});

describe('ticking', () => {
  it('reaches what came with messages, beyond the twentieth', async () => {
    const urls = Array.from({ length: 20 }, (_, index) => `https://canary.example/${index}`);
    const { caseNumber, receipt } = await proposed({ ...extortion, urls });
    await desk.ask('messages', { receipt, text: canary, urls: ['https://canary.example/later'] });
    const ticks = { fields: ['addresses'], ground: 'consent' };
    expect(gapsOf(await on(caseNumber, police, 'sending', { ...ticks, addresses: [20, 21] }))).toEqual([
      '/addresses/1 unknown_code',
    ]);
    const tooMany = Array.from({ length: mostTicked + 1 }, () => 0);
    expect(gapsOf(await on(caseNumber, police, 'sending', { ...ticks, addresses: tooMany }))).toEqual([
      '/addresses too_many',
    ]);
    expect((await on(caseNumber, police, 'sending', { ...ticks, addresses: [20] })).status).toBe(200);
    expect(await sealedCopy(caseNumber, police)).toEqual({ caseNumber, addresses: ['https://canary.example/later'] });
  });
});

describe('accounts', () => {
  const stranger = { platform: 'instagram', handle: 'https://instagram.com/canary.account' };
  const later = [{ handle: '@first.later' }, { platform: 'tiktok', handle: '@canary.later' }];

  it('are given as they were reported, with their platform, as far as a person ticked them', async () => {
    const { caseNumber, receipt } = await proposed({ ...extortion, urls: [] });
    await desk.ask('messages', { receipt, text: canary, accounts: later });
    const { json } = await desk.command('officer', caseNumber, 'read', { reason: 'on_duty' });
    expect((json['addresses'] as { accounts: unknown[] }).accounts).toEqual([...extortion.accounts, ...later]);
    const ticks = { fields: ['accounts'], ground: 'consent', accounts: [0, 2] };
    expect(gapsOf(await on(caseNumber, police, 'sending', { ...ticks, accounts: [0, 3] }))).toEqual([
      '/accounts/1 unknown_code',
    ]);
    expect((await on(caseNumber, police, 'sending', ticks)).status).toBe(200);
    expect(await sealedCopy(caseNumber, police)).toEqual({ caseNumber, accounts: [stranger, later[1]] });
    expect((await on(caseNumber, police, 'read', {})).json['copy']).toEqual({
      caseNumber,
      accounts: [stranger, later[1]],
    });
  });

  it('are no addresses: whoever sends gives them, and whoever reads sees them as typed', async () => {
    const { caseNumber } = await proposed();
    const ticks = { fields: ['accounts'], ground: 'consent', accounts: [0] };
    expect((await on(caseNumber, police, 'sending', ticks, 'other')).status).toBe(200);
    const other = await on(caseNumber, police, 'read', {}, 'other');
    expect(other.json['copy']).toEqual({ caseNumber, accounts: extortion.accounts });
    expect(other.json).not.toHaveProperty('addressesWithheld');
  });
});

describe('a long thread', () => {
  const emoji = '\u{1F9ED}'.repeat(4000);
  const given = { fields: ['thread'], ground: 'consent' };
  const words = async (receipt: string, count: number) => {
    for (const _ of Array.from({ length: count })) {
      await desk.ask('messages', { receipt, text: emoji });
      desk.later(0.2);
    }
  };

  it('is given whole as far as a copy holds it; beyond that nothing is written, and fewer fields are asked for', async () => {
    const { caseNumber, receipt } = await proposed();
    await words(receipt, 20);
    const before = await desk.stateOf(caseNumber);
    const refused = await on(caseNumber, police, 'sending', given);
    expect(refused.status).toBe(422);
    expect(refused.json['errors']).toEqual([
      {
        pointer: '/fields',
        code: 'too_much',
        expected: '290 KiB',
        message: expect.stringMatching(/290 KiB/) as string,
      },
    ]);
    expect(await desk.stateOf(caseNumber)).toEqual(before);
    const { caseId } = before.case;
    expect(await desk.deps.referrals.wrappedKey(caseId, police)).toBeUndefined();
    expect((await on(caseNumber, police, 'sending', { ...given, fields: ['narrative'] })).status).toBe(200);
  });

  it('just below that is written', async () => {
    const { caseNumber, receipt } = await proposed();
    await words(receipt, 18);
    expect((await on(caseNumber, police, 'sending', given)).status).toBe(200);
    const { json } = await on(caseNumber, police, 'read', {});
    expect((json['copy'] as { thread: unknown[] }).thread).toHaveLength(18);
  });

  it('fits its row sealed, at the very most', () => {
    const place = { caseId: 'case', field: 'referral-police-1-copy', revision: 1 };
    const sealed = sealField(randomBytes(32), 'x'.repeat(largestCopyKiB * 1024), place);
    const roomForKeys = 4 * 1024;
    expect(sealed.length).toBeLessThan(400 * 1024 - roomForKeys);
  });
});

describe('reading what was given away', () => {
  const given = { ...sending, fields: ['narrative', 'addresses'], addresses: [0, 1] };

  it('shows addresses as reading the case does: defanged, and withheld without clearance', async () => {
    const { caseNumber } = await proposed();
    await on(caseNumber, police, 'sending', given);
    const cleared = await on(caseNumber, police, 'read', {});
    expect(cleared.json['copy']).toMatchObject({
      addresses: ['hxxps://canary.example/photos', 'www[.]canary[.]example/me'],
    });
    expect(cleared.json).not.toHaveProperty('addressesWithheld');
    const other = await on(caseNumber, police, 'read', {}, 'other');
    expect(other.json['copy']).toEqual({ caseNumber, narrative: extortion.narrative });
    expect(other.json).toMatchObject({ addressesWithheld: 'clearance', referral: { id: police } });
    expect(other.text).not.toContain('canary.example');
  });

  it('shows texts as typed with positions, and takes addresses out of them without clearance', async () => {
    const narrative = `${canary}: te site.al/x, po.`;
    const { caseNumber, receipt } = await proposed({ ...extortion, narrative });
    await desk.ask('messages', { receipt, text: 'Edhe te site.al/y' });
    await on(caseNumber, police, 'sending', { ...sending, fields: ['narrative', 'thread'] });
    const cleared = await on(caseNumber, police, 'read', {});
    expect(cleared.json['copy']).toMatchObject({
      narrative,
      narrativeLinks: [{ from: 13, to: 22 }],
      thread: [{ text: 'Edhe te site.al/y', links: [{ from: 8, to: 17 }] }],
    });
    const other = await on(caseNumber, police, 'read', {}, 'other');
    expect(other.json).toMatchObject({
      addressesWithheld: 'clearance',
      copy: { narrative: `${canary}: te ▮▮▮, po.`, thread: [{ text: 'Edhe te ▮▮▮' }] },
    });
    expect(other.text).not.toContain('site.al');
    expect(await sealedCopy(caseNumber, police)).toMatchObject({ narrative, thread: [{ text: 'Edhe te site.al/y' }] });
  });

  it('withholds them from when the case is flagged, though it was not when they were sent', async () => {
    const { caseNumber, receipt } = await proposed(bullying);
    await desk.command('officer', caseNumber, 'referrals', { institution: 'police_cybercrime', basis: 'al_cc_300' });
    await on(caseNumber, police, 'sending', { ...given, addresses: [0] }, 'other');
    const before = await on(caseNumber, police, 'read', {}, 'other');
    expect(before.json['copy']).toMatchObject({ addresses: ['hxxps://chat.example/group'] });
    await desk.ask('messages', { receipt, text: canary, flags: { sexualImageOfMinor: true } });
    const after = await on(caseNumber, police, 'read', {}, 'other');
    expect(after.json).toMatchObject({ addressesWithheld: 'clearance' });
    expect(after.text).not.toContain('chat.example');
  });
});

describe('what an institution answers', () => {
  it('is kept: acknowledged by a name that is sealed, accepted, completed', async () => {
    const { caseNumber } = await proposed();
    await on(caseNumber, police, 'sending', sending);
    const unnamed = { answer: 'acknowledged', how: 'mail' };
    expect(gapsOf(await on(caseNumber, police, 'answer', unnamed))).toEqual(['/name required']);
    await on(caseNumber, police, 'answer', { ...unnamed, name: `${canary} Kola` }, 'counsellor');
    await on(caseNumber, police, 'answer', { answer: 'accepted' }, 'counsellor');
    const ended = { answer: 'completed', outcome: 'investigation_opened', name: `${canary} Hoxha`, how: 'letter' };
    expect((await on(caseNumber, police, 'answer', ended)).status).toBe(200);
    expect(await referral(caseNumber, police)).toMatchObject({
      status: 'completed',
      acknowledgedHow: 'mail',
      completedHow: 'letter',
      outcome: 'investigation_opened',
    });
    expect(JSON.stringify((await desk.show('officer', caseNumber)).json)).not.toContain(canary);
    expect((await on(caseNumber, police, 'read', {})).json).toMatchObject({
      answer: { acknowledgedBy: `${canary} Kola` },
      completed: { saidBy: `${canary} Hoxha` },
    });
    expect((await typesOf(caseNumber)).slice(-3)).toEqual([
      'referral.acknowledged',
      'referral.accepted',
      'referral.completed',
    ]);
  });

  it('may be no, with a reason; then it is over for that referral', async () => {
    const { caseNumber } = await proposed();
    await on(caseNumber, police, 'sending', sending);
    expect(gapsOf(await on(caseNumber, police, 'answer', { answer: 'declined' }))).toEqual(['/because required']);
    const mixed = { answer: 'declined', because: 'not_competent', outcome: 'child_protected' };
    expect(gapsOf(await on(caseNumber, police, 'answer', mixed))).toEqual(['/outcome wrong_form']);
    await on(caseNumber, police, 'answer', { answer: 'declined', because: 'not_competent' });
    expect(await referral(caseNumber, police)).toMatchObject({ status: 'declined', declinedBecause: 'not_competent' });
    expect((await on(caseNumber, police, 'reminder', {})).json).toMatchObject({ because: 'wrong_referral_status' });
  });

  it('is nothing that could come before it was asked', async () => {
    const { caseNumber } = await proposed();
    const early = await on(caseNumber, police, 'answer', { answer: 'accepted' });
    expect(early.json).toMatchObject({ status: 409, because: 'wrong_referral_status' });
  });
});

describe('a proposal', () => {
  it('may be changed, which takes the lead from another, or dropped with a reason', async () => {
    const { caseNumber } = await proposed();
    await on(caseNumber, unit, 'change', { lead: true, basis: 'al_law_18_2017' });
    expect(await referral(caseNumber, unit)).toMatchObject({ isLead: true, basis: 'al_law_18_2017' });
    expect(await referral(caseNumber, police)).toMatchObject({ isLead: false });
    await on(caseNumber, police, 'drop', { because: 'not_needed' });
    expect(await referral(caseNumber, police)).toMatchObject({ status: 'dropped', droppedBecause: 'not_needed' });
    expect(gapsOf(await on(caseNumber, unit, 'change', { basis: 'al_law_of_gravity' }))).toEqual([
      '/basis unknown_code',
    ]);
  });

  it('may be made by hand, a second one to the same institution too', async () => {
    const { caseNumber } = await proposed();
    const again = { institution: 'police_cybercrime', basis: 'al_cc_300' };
    await desk.command('officer', caseNumber, 'referrals', again);
    expect(await referral(caseNumber, 'police_cybercrime-2')).toMatchObject({
      isLead: false,
      reasons: ['by_hand'],
      proposedBy: 'staff:staff-officer',
      phones: ['129'],
    });
    const unknown = await desk.command('officer', caseNumber, 'referrals', { ...again, institution: 'mayor' });
    expect(gapsOf(unknown)).toEqual(['/institution unknown_code']);
  });

  it('once sent may be reminded of and taken back, with a reason', async () => {
    const { caseNumber } = await proposed();
    await on(caseNumber, police, 'sending', sending);
    await on(caseNumber, police, 'answer', { answer: 'acknowledged', how: 'phone', name: 'Kola' });
    await on(caseNumber, police, 'reminder', {}, 'counsellor');
    expect(await referral(caseNumber, police)).toMatchObject({ remindedAt: desk.clock.now() });
    await on(caseNumber, police, 'withdrawal', { because: 'sent_in_error' });
    expect(await referral(caseNumber, police)).toMatchObject({
      status: 'withdrawn',
      withdrawnBecause: 'sent_in_error',
    });
  });
});

describe('a school whose staff is accused', () => {
  const school = 'school_psychosocial-1';
  const byHand = { institution: 'school_psychosocial', basis: 'al_law_18_2017' };
  const toSchool = { fields: ['narrative'], ground: 'consent', unit: 'Shkolla', call: { name: 'Kola' } };

  it('is not told once staff conclude it, though it was proposed before', async () => {
    const { caseNumber } = await proposed({ ...bullying, suspect: { relation: 'classmate' } });
    expect(await referral(caseNumber, school)).toMatchObject({ status: 'proposed' });
    const suspect = { relation: 'school_staff' };
    await desk.decide('officer', caseNumber, 'assessment', { category: 'cyberbullying', suspect });
    const sent = await on(caseNumber, school, 'sending', toSchool);
    expect([sent.status, sent.json['because']]).toEqual([409, 'institution_never_told']);
    expect((await on(caseNumber, school, 'drop', { because: 'conflict' })).status).toBe(200);
  });

  it('is not added by hand where the report says it', async () => {
    const { caseNumber } = await proposed({ ...bullying, suspect: { relation: 'school_staff' } });
    const added = await desk.command('officer', caseNumber, 'referrals', byHand);
    expect([added.status, added.json['because']]).toEqual([409, 'institution_never_told']);
  });

  it('leaves who is above it to a person, at somebody who is named', async () => {
    const { caseNumber } = await proposed({ ...bullying, suspect: { relation: 'school_staff' } });
    const above = ['education_office', 'education_directorate'];
    const { referrals = [] } = (await desk.stateOf(caseNumber)).case;
    expect(referrals.filter(({ institution }) => above.includes(institution))).toEqual([]);
    for (const institution of above) {
      const added = await desk.command('officer', caseNumber, 'referrals', { ...byHand, institution });
      expect(added.status).toBe(200);
      const mailed = { fields: [], ground: 'consent', unit: 'Zyra Tiranë' };
      const refused = await on(caseNumber, `${institution}-1`, 'sending', mailed);
      // The directory has nobody there, so a call to somebody who is named is what remains.
      expect(gapsOf(refused)).toEqual(['/call nobody_to_mail']);
      const called = await on(caseNumber, `${institution}-1`, 'sending', { ...mailed, call: { name: 'Kola' } });
      expect(called.status).toBe(200);
    }
  });

  it('is told where somebody else is accused', async () => {
    const { caseNumber } = await proposed({ ...bullying, suspect: { relation: 'stranger' } });
    expect((await desk.command('officer', caseNumber, 'referrals', byHand)).status).toBe(200);
    expect((await on(caseNumber, school, 'sending', toSchool)).status).toBe(200);
  });
});

describe('the reporter', () => {
  it('is told with whom it was shared, when and why, the unit by name, and nothing of what has not left', async () => {
    const { caseNumber, receipt } = await proposed();
    expect((await desk.followUp(receipt)).json['sharedWith']).toEqual([]);
    await on(caseNumber, police, 'sending', sending);
    expect((await desk.followUp(receipt)).json['sharedWith']).toEqual([]);
    desk.later(3);
    const when = desk.clock.now();
    await leaves(caseNumber, police);
    const contact = { unit: 'Njësia nr. 3', contact: 'contact-unit' };
    await on(caseNumber, unit, 'drop', { because: 'not_needed' });
    const byHand = { institution: 'child_protection_unit', basis: 'al_cc_300' };
    await desk.command('officer', caseNumber, 'referrals', byHand);
    await on(caseNumber, 'child_protection_unit-2', 'sending', { fields: [], ground: 'consent', ...contact });
    await leaves(caseNumber, 'child_protection_unit-2');
    const { json } = await desk.followUp(receipt);
    expect(json['sharedWith']).toMatchObject([{ when }, { when }]);
    const said = json['sharedWith'] as { who: string; why: string }[];
    expect(said.map(({ who }) => who)).toEqual([
      expect.stringMatching(/Kibernetike|Cybercrime/),
      expect.stringMatching(/(Njësia|Child protection).*: Njësia nr\. 3$/),
    ]);
    expect(said.map(({ why }) => why)).toEqual([
      expect.stringMatching(/ligji|law/),
      expect.stringMatching(/lejove|lejuat|agreed/),
    ]);
    expect(JSON.stringify((await desk.stateOf(caseNumber)).case)).not.toContain('Njësia nr. 3');
  });

  it('is told nothing of what was taken back before it left, and that it was taken back of what had left', async () => {
    const { caseNumber, receipt } = await proposed();
    const shared = async () => (await desk.followUp(receipt)).json['sharedWith'] as unknown[];
    const takeBack = (id: string) => on(caseNumber, id, 'withdrawal', { because: 'sent_in_error' });
    await on(caseNumber, police, 'sending', sending);
    await takeBack(police);
    expect(await shared()).toEqual([]);

    await desk.command('officer', caseNumber, 'referrals', { institution: 'police_cybercrime', basis: 'al_cc_300' });
    const called = { fields: [], ground: 'consent', call: { name: 'Kola' } };
    await on(caseNumber, 'police_cybercrime-2', 'sending', called);
    expect(await shared()).toEqual([expect.not.objectContaining({ takenBack: expect.anything() as unknown })]);
    await takeBack('police_cybercrime-2');
    expect(await shared()).toMatchObject([
      { takenBackAt: desk.clock.now(), takenBack: expect.stringMatching(/^Këtë e tërhoqëm /) as unknown },
    ]);
  });
});
