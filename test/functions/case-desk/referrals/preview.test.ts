import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { digestOf } from '#functions/case-desk/referrals/decide-to-send.ts';
import { openReferralKey } from '#functions/case-desk/referrals/record-answer.ts';
import { openParts } from '#shared/use-cases/referrals/opened-parts.ts';
import { previewedReferral } from '#shared/contracts/http/openapi/openapi-staff-answers.ts';
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

const { police, unit, override, sending, proposed, on, leaves, gapsOf } = onReferrals(() => desk);

const { message: _, ...asked } = sending;
const preview = (number: string, id: string, body: object, who?: Who) => on(number, id, 'preview', body, who);
const send = (number: string, id: string, body: object, who?: Who) => on(number, id, 'sending', body, who);
const read = async (number: string, id: string, who: Who = 'officer') => (await on(number, id, 'read', {}, who)).json;

/** The copy as it is sealed, sign by sign. */
const sealed = async (number: string, id: string): Promise<string> => {
  const { case: of } = await desk.stateOf(number);
  const key = await openReferralKey(desk.deps, of.caseId, id);
  return JSON.stringify((await openParts(desk.deps.referrals, key, of, { id })).copy);
};
const opensOf = async (caseNumber: string) => {
  const { caseId } = (await desk.stateOf(caseNumber)).case;
  return (await desk.rows('accessLog'))
    .filter(({ pk, reason }) => pk?.S === `CASE#${caseId}` && reason?.S?.includes(police) === true)
    .map(({ action, actor, reason }) => [action?.S, actor?.S, reason?.S]);
};

describe('the copy before it leaves', () => {
  it.each([
    ['words and what is known', { fields: ['narrative', 'victims', 'suspect', 'reporter', 'place'] }],
    ['addresses and accounts', { fields: ['addresses', 'accounts'], addresses: [1, 0], accounts: [0] }],
    ['the thread', { fields: ['thread'] }],
    ['nothing but who is spoken to', { fields: [] }],
    ['a call', { fields: ['narrative'], call: { name: 'Inspector Kola' } }],
  ])('is the one that is sealed: %s', async (_what, part) => {
    const { caseNumber, receipt } = await proposed();
    await desk.ask('messages', { receipt, text: `${canary} te site.al/x`, urls: ['https://canary.example/later'] });
    const before = await desk.stateOf(caseNumber);
    const shown = await preview(caseNumber, police, { ...asked, ...part });
    expect(shown.status).toBe(200);
    expect(previewedReferral.parse(shown.json)).toBeDefined();
    expect(await desk.stateOf(caseNumber)).toEqual(before);
    const shownCopy = shown.json['digest'];
    expect((await send(caseNumber, police, { ...sending, ...part, shownCopy })).status).toBe(200);
    const after = await read(caseNumber, police);
    expect(JSON.stringify(after['copy'])).toBe(JSON.stringify(shown.json['copy']));
    expect(digestOf((await desk.stateOf(caseNumber)).case, await sealed(caseNumber, police))).toBe(shownCopy);
    expect(JSON.stringify(lines())).not.toContain(canary);
  });

  it('of a call has the digest that it has once somebody answered, and differs from it by that name alone', async () => {
    const { caseNumber } = await proposed();
    const calling = await preview(caseNumber, police, { ...asked, call: {} });
    const answered = await preview(caseNumber, police, { ...asked, call: { name: 'Inspector Kola' } });
    expect(answered.json['digest']).toBe(calling.json['digest']);
    expect(JSON.stringify(answered.json['copy'])).toBe(
      JSON.stringify({ answeredBy: 'Inspector Kola', ...(calling.json['copy'] as object) }),
    );
  });

  it('is made of the case as sending leaves it: who is called through has heard of it, and may lead', async () => {
    const { caseNumber } = await proposed({ ...bullying, category: 'abuse_offline', flags: { inDanger: true } });
    const toUnit = { fields: [], ground: 'consent', unit: 'Bashkia Kamëz', contact: 'contact-kamez' };
    const mailed = await preview(caseNumber, unit, toUnit);
    expect(mailed.json['copy']).toMatchObject({ doNotQuestionTheChildSpeakTo: 'centre' });
    const called = { ...toUnit, call: { name: 'Mira' } };
    const shown = await preview(caseNumber, unit, called);
    expect(shown.json['copy']).not.toHaveProperty('doNotQuestionTheChildSpeakTo');
    const sent = await send(caseNumber, unit, { ...called, shownCopy: shown.json['digest'] });
    expect(sent.status).toBe(200);
  });

  it('names the lead agency as it stands now, and is refused when that has changed meanwhile', async () => {
    const { caseNumber } = await proposed();
    const toUnit = { fields: [], ground: 'consent', unit: 'Bashkia Kamëz', contact: 'contact-kamez' };
    const seen = await preview(caseNumber, unit, toUnit);
    expect(seen.json['copy']).toMatchObject({ doNotQuestionTheChildSpeakTo: 'centre' });
    expect((await send(caseNumber, police, sending)).status).toBe(200);
    await leaves(caseNumber, police);
    const shownCopy = seen.json['digest'];
    const refused = await send(caseNumber, unit, { ...toUnit, shownCopy });
    expect([refused.status, refused.json['because']]).toEqual([409, 'copy_changed']);
    expect((await desk.stateOf(caseNumber)).case.referrals?.find(({ id }) => id === unit)?.status).toBe('proposed');
    const again = await preview(caseNumber, unit, toUnit);
    expect(again.json['copy']).toMatchObject({ doNotQuestionTheChildSpeakTo: 'police_cybercrime' });
    expect((await send(caseNumber, unit, { ...toUnit, shownCopy: again.json['digest'] })).status).toBe(200);
  });

  it('is refused when the reporter has written meanwhile and the thread was ticked', async () => {
    const { caseNumber, receipt } = await proposed();
    const body = { ...asked, fields: ['thread'] };
    const { digest } = (await preview(caseNumber, police, body)).json;
    await desk.ask('messages', { receipt, text: 'More.' });
    const refused = await send(caseNumber, police, { ...sending, fields: ['thread'], shownCopy: digest });
    expect([refused.status, refused.json['because']]).toEqual([409, 'copy_changed']);
  });

  it('has a digest of its own in each case, so that it tells nobody what they may not see', () => {
    const copy = JSON.stringify({ narrative: canary });
    expect(digestOf({ caseId: 'one' }, copy)).not.toBe(digestOf({ caseId: 'other' }, copy));
  });
});

describe('who sees the copy before it leaves', () => {
  it('stands in the access log first, each time; without the row nothing is opened', async () => {
    const { caseNumber } = await proposed();
    const noLog = desk.with({ accessLog: { record: () => Promise.reject(new Error('The log is away.')) } });
    const closed = await desk.commandAt(noLog, 'officer', caseNumber, `referrals/${police}/preview`, asked);
    expect(closed.status).toBe(500);
    expect(closed.text).not.toContain(canary);
    await preview(caseNumber, police, asked);
    expect(await opensOf(caseNumber)).toEqual([['read', people.officer.id, `preview ${police}`]]);
  });

  it('is whoever could send it now: a counsellor only by a call, and nobody whom the case excludes', async () => {
    const { caseNumber } = await proposed();
    for (const who of ['volunteer', 'head', 'auditor', 'statistician', 'administrator', 'gone'] as const) {
      expect((await preview(caseNumber, police, asked, who)).status).toBe(403);
    }
    const alone = await preview(caseNumber, police, asked, 'counsellor');
    expect([alone.status, alone.json['because']]).toEqual([403, 'no_call']);
    const byCall = { ...asked, call: {} };
    const [looked, sent] = [
      await preview(caseNumber, police, byCall, 'counsellor'),
      await send(caseNumber, police, { ...sending, call: { name: 'Inspector Kola' } }, 'counsellor'),
    ];
    expect([looked.status, looked.json['because']]).toEqual([sent.status, sent.json['because']]);
    const other = await proposed();
    await desk.decide('officer', other.caseNumber, 'exclusions', { institutions: [], people: [people.other.id] });
    expect((await preview(other.caseNumber, police, asked, 'other')).status).toBe(404);
  });

  it('without clearance sees no address, in the list or in a text, and is told so', async () => {
    const { caseNumber } = await proposed({ ...extortion, narrative: `${canary}: te site.al/x` });
    const ticked = { ...asked, fields: ['addresses'], addresses: [0] };
    const refused = await preview(caseNumber, police, ticked, 'other');
    expect([refused.status, refused.json['because']]).toEqual([403, 'clearance']);
    const within = await preview(caseNumber, police, { ...asked, fields: ['narrative'] }, 'other');
    expect(within.json['addressesWithheld']).toBe('clearance');
    expect(within.text).not.toContain('site.al');
    expect((await preview(caseNumber, police, { ...asked, fields: ['narrative'] })).text).toContain('site.al');
  });

  it('is refused as sending would be, but for the message, which is written beside it', async () => {
    const { caseNumber } = await proposed();
    for (const [body, gap] of [
      [{ fields: ['addresses'], ...override }, '/addresses required'],
      [{ fields: ['addresses'], ...override, addresses: [9] }, '/addresses/0 unknown_code'],
      [{ fields: ['narrative'], ground: 'override' }, '/overrideBecause required'],
      [{ fields: ['narrative'], ground: 'consent', contact: 'contact-kamez' }, '/contact unknown_code'],
    ] as const) {
      const shown = await preview(caseNumber, police, body);
      expect([shown.status, gapsOf(shown)]).toEqual([422, [gap]]);
    }
    const unknown = await preview(caseNumber, police, { ...asked, message: 'No.' });
    expect(gapsOf(unknown)).toEqual(['/message unknown_field']);
    expect((await preview(caseNumber, 'elders-1', asked)).status).toBe(404);
    await send(caseNumber, police, sending);
    const late = await preview(caseNumber, police, asked);
    expect([late.status, late.json['because']]).toEqual([409, 'wrong_referral_status']);
    const unread = await desk.receive(bullying);
    expect((await preview(unread.caseNumber, police, asked)).status).toBe(404);
  });
});
