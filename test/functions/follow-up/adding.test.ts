import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { possibleDuplicates } from '#shared/adapters/aws/indexes/possible-duplicates.ts';
import { informationAnswerSchema } from '#shared/contracts/http/answers.ts';
import { plusMinutes } from '#shared/domain/time/instant.ts';
import { timerId } from '#shared/domain/case/timer-id.ts';
import type { Desk } from '#test/functions/case-desk/desk.ts';
import { openDesk } from '#test/functions/case-desk/desk.ts';
import { bullying, extortion, handling } from '#test/functions/case-desk/reports.ts';
import { reporterTexts } from '#test/support/reporter-texts.ts';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk('engine');
});
afterAll(() => desk.stop());

const text = 'Ai më shkroi përsëri sot.';
const key = { 'Idempotency-Key': 'a-message-of-the-reporter-1' };

function minutesUntil(instant: string): number {
  return (Date.parse(instant) - Date.parse(desk.clock.now())) / 60_000;
}

async function resolved(report: object) {
  const { caseNumber, receipt } = await desk.receive(report);
  await desk.command('officer', caseNumber, 'read', { reason: 'on_duty' });
  const { severity } = (await desk.stateOf(caseNumber)).case;
  await desk.decide('officer', caseNumber, 'handling', { severity, ...handling });
  const ended = await desk.decide('officer', caseNumber, 'resolution', { outcome: 'advice_given', message: 'Done.' });
  expect(ended.status).toBe(200);
  return { caseNumber, receipt };
}

describe('a message of the reporter', () => {
  it('is stored, answered with by when it is read, shown to both sides, and watched until it is read', async () => {
    const { caseNumber, receipt } = await desk.receive(bullying);
    await desk.command('officer', caseNumber, 'read', {});
    desk.later(30);
    const at = desk.clock.now();
    const answer = await desk.ask('messages', { receipt, text });
    expect(answer.status).toBe(201);
    expect(informationAnswerSchema.safeParse(answer.json).error).toBeUndefined();
    expect(answer.json).toMatchObject({ at, readBy: plusMinutes(at, 4 * 60) });
    expect(answer.json['nextStep']).toMatch(/^A person will read this within 4 hours\. /);
    expect((await desk.followUp(receipt)).json['messages']).toEqual([{ from: 'you', at, text }]);
    const waiting = (await desk.stateOf(caseNumber)).timers.map(timerId);
    expect(waiting).toContain('1.must_be_read.report');

    desk.later(1);
    const read = await desk.command('officer', caseNumber, 'read', {});
    expect(read.json['messages']).toEqual([{ number: 1, from: 'reporter', at, text }]);
    expect((await desk.stateOf(caseNumber)).timers.map(timerId)).not.toContain('1.must_be_read.report');
    expect((await desk.followUp(receipt)).json).toMatchObject({ lastReadByUsAt: desk.clock.now() });
  });

  it('that nobody read in time is told of plainly until somebody does, and is no miss of the report', async () => {
    const { caseNumber, receipt } = await desk.receive(bullying);
    await desk.command('officer', caseNumber, 'read', {});
    const { json } = await desk.ask('messages', { receipt, text });
    const page = async () => (await desk.followUp(receipt)).json as { status: { text: string }; promise: object };
    const [begin = ''] = (reporterTexts.messageMissed.child['sq'] ?? '').split('{by}');
    desk.later(minutesUntil(String(json['readBy'])));
    expect((await page()).status.text).not.toContain(begin);
    desk.later(1);
    const late = await page();
    expect(late.status.text.split('\n\n')).toEqual([
      reporterTexts.status.in_progress.child['sq'],
      expect.stringMatching(new RegExp(`^${begin}deri (sot|nesër|dje) në orën \\d\\d:\\d\\d`)),
    ]);
    expect(late.promise).toMatchObject({ kept: true });
    await desk.command('officer', caseNumber, 'read', {});
    expect((await page()).status.text).toBe(reporterTexts.status.in_progress.child['sq']);
  });

  it('is not told of beside a report that nobody has read in time, and is beside a late answer', async () => {
    const { caseNumber, receipt } = await desk.receive(bullying);
    await desk.ask('messages', { receipt, text });
    const missed = async (): Promise<string[]> => {
      const { text: all } = (await desk.followUp(receipt)).json['status'] as { text: string };
      const texts = ['promiseMissed', 'readMissed', 'messageMissed'] as const;
      return texts.filter((name) => all.includes((reporterTexts[name].child['sq'] ?? '').split('{by}')[1] ?? '-'));
    };
    desk.later(25 * 60);
    expect(await missed()).toEqual(['readMissed']);
    desk.later(24 * 60);
    expect(await missed()).toEqual(['promiseMissed']);
    await desk.command('officer', caseNumber, 'read', {});
    await desk.ask('messages', { receipt, text: 'Po ndodh përsëri.' });
    desk.later(25 * 60);
    expect(await missed()).toEqual(['promiseMissed', 'messageMissed']);
  });

  it('sent again is one message with the same answer, also after it was read; with other content it is refused', async () => {
    const { caseNumber, receipt } = await desk.receive(bullying);
    const body = { receipt, text, flags: { repeated: true } };
    const both = await Promise.all([desk.ask('messages', body, key), desk.ask('messages', body, key)]);
    await desk.command('officer', caseNumber, 'read', { reason: 'on_duty' });
    const again = await desk.ask('messages', { ...body, receipt: receipt.toLowerCase() }, key);
    for (const answer of [...both, again]) {
      expect(answer.status).toBe(201);
      expect(answer.text).toBe(both[0].text);
    }
    desk.later(10);
    const later = await desk.ask('messages', body, key);
    expect(later.json).toEqual({
      ...both[0].json,
      nextStep: expect.stringContaining('within 3 hours and 50 minutes') as string,
    });
    desk.clock.set(both[0].json['readBy'] as string);
    const { nextStep, meanwhile } = reporterTexts;
    const neutral = `${nextStep.messageAgain.child['en']} ${meanwhile.soon.child['en']}`;
    expect((await desk.ask('messages', body, key)).json).toEqual({ ...both[0].json, nextStep: neutral });
    const other = await desk.ask('messages', { ...body, text: 'Tjetër' }, key);
    expect(other.status).toBe(422);
    expect(other.json['type']).toBe('urn:besa:problem:message_key_reused');
    expect((await desk.stateOf(caseNumber)).case.messageCount).toBe(1);
  });

  it('with the key of another reporter is a message of its own', async () => {
    const [one, other] = [await desk.receive(bullying), await desk.receive(bullying)];
    for (const { receipt } of [one, other]) {
      expect((await desk.ask('messages', { receipt, text }, key)).status).toBe(201);
    }
    expect((await desk.stateOf(other.caseNumber)).case.messageCount).toBe(1);
  });

  it('that tells of a danger makes the case critical at once, says whom to call now, and calls staff', async () => {
    const { caseNumber, receipt } = await desk.receive(bullying);
    await desk.command('officer', caseNumber, 'read', {});
    desk.later(5);
    const answer = await desk.ask('messages', { receipt, text: 'Nuk dua të jetoj më.' });
    expect(answer.json['help']).toMatchObject([{ phone: '116111' }, { phone: '127' }]);
    expect(answer.json['readBy']).toBe(plusMinutes(desk.clock.now(), 60));
    const { case: of, timers } = await desk.stateOf(caseNumber);
    expect(of).toMatchObject({ severity: 'critical', words: ['words_self_harm'] });
    expect(timers.map(timerId)).toContain('1.must_be_acknowledged.report');
    expect((await desk.historyOf(caseNumber)).slice(-2)).toMatchObject([
      { type: 'case.information_added', actor: 'reporter', data: { message: 1 } },
      { type: 'case.severity_changed', actor: 'besa:follow-up' },
    ]);
  });

  it.each([
    ['an address', { urls: ['https://a.example/x', 'dua te vdes'] }],
    ['a handle', { accounts: [{ handle: 'dua te vdes' }] }],
  ])('is heard in what stands for %s too', async (_, written) => {
    const { caseNumber, receipt } = await desk.receive(bullying);
    await desk.ask('messages', { receipt, text: 'Shiko.', ...written });
    expect((await desk.stateOf(caseNumber)).case).toMatchObject({ severity: 'critical', words: ['words_self_harm'] });
  });

  it('that says that it still happens takes a resolved case up again, with a new promise', async () => {
    const { caseNumber, receipt } = await resolved(bullying);
    desk.later(60 * 24 * 3);
    expect((await desk.followUp(receipt)).json['canDo']).toEqual(['message', 'still_happening', 'lock', 'helped']);
    expect((await desk.ask('messages', { receipt, text, stillHappening: true })).status).toBe(201);
    const { json } = await desk.followUp(receipt);
    expect(json).toMatchObject({
      status: { code: 'in_progress', text: reporterTexts.reopened.child['sq'] },
      promise: { handleBy: plusMinutes(desk.clock.now(), 48 * 60), kept: true },
      canDo: ['message', 'withdraw', 'lock'],
    });
    const { case: of, timers } = await desk.stateOf(caseNumber);
    expect(of).toMatchObject({ clockNumber: 2, earlierClocks: [{ outcomes: ['advice_given'] }] });
    expect(timers.map(timerId)).toContain('2.promise_resolve.report');
    const read = await desk.command('officer', caseNumber, 'read', { reason: 'on_duty' });
    expect(read.json['messages']).toMatchObject([{}, {}, { text, stillHappening: true, flags: {} }]);
    expect((await desk.followUp(receipt)).json['status']).toEqual({
      code: 'in_progress',
      text: reporterTexts.status.in_progress.child['sq'],
    });
  });

  it('without that leaves a resolved case resolved, and still must be read', async () => {
    const { caseNumber, receipt } = await resolved(bullying);
    expect((await desk.ask('messages', { receipt, text: 'Faleminderit!' })).status).toBe(201);
    const { case: of, timers } = await desk.stateOf(caseNumber);
    expect(of.status).toBe('resolved');
    expect(timers.map(timerId)).toEqual(['1.must_be_read.report']);
  });
});

describe('addresses that a message brings', () => {
  const urls = ['https://canary.example/later', 'https://canary.example/later'];
  const accounts = [{ platform: 'instagram', handle: '@later.canary' }];

  it('are shown after those of the report to who may see them, harmless; the accounts to everybody', async () => {
    const { caseNumber, receipt } = await desk.receive(extortion);
    expect((await desk.ask('messages', { receipt, text, urls, accounts })).status).toBe(201);
    const cleared = await desk.command('officer', caseNumber, 'read', { reason: 'on_duty' });
    expect(cleared.json['addresses']).toMatchObject({
      urls: ['hxxps://canary.example/photos', 'www[.]canary[.]example/me', 'hxxps://canary.example/later'],
      accounts: [{}, { platform: 'instagram', handle: '@later.canary' }],
    });
    const other = await desk.command('other', caseNumber, 'read', { reason: 'on_duty' });
    expect(other.json).toMatchObject({ addressesWithheld: 'clearance', messages: [{ text }] });
    expect(other.json['addresses']).toEqual({ accounts: [...extortion.accounts, ...accounts] });
    expect(other.text).not.toContain('example/later');
    expect((await desk.followUp(receipt)).text).not.toContain('canary.example');
  });

  it('withhold themselves too when the report had none', async () => {
    const { caseNumber, receipt } = await desk.receive({ ...extortion, urls: [], accounts: [] });
    await desk.ask('messages', { receipt, text, urls });
    const other = await desk.command('other', caseNumber, 'read', { reason: 'on_duty' });
    expect(other.json).toMatchObject({ addressesWithheld: 'clearance' });
  });

  it('are found again: a case that shares one is named to staff, before or after', async () => {
    const { db, tables } = desk.database;
    const alone = { ...bullying, urls: [] };
    const [one, other] = [await desk.receive(alone), await desk.receive(alone)];
    const of = (caseNumber: string) => desk.stateOf(caseNumber);
    const shared = 'http://m.found.example/again/';
    await desk.ask('messages', { receipt: one.receipt, text, urls: ['https://www.found.example/again'] });
    await desk.ask('messages', { receipt: other.receipt, text, urls: [shared] });
    const { caseId } = (await of(other.caseNumber)).case;
    const first = (await of(one.caseNumber)).case.caseId;
    expect(await possibleDuplicates(db, tables).sharedWith(caseId)).toContain(first);
    const added = (await desk.historyOf(other.caseNumber)).find(({ type }) => type === 'case.information_added');
    if (added === undefined) throw new Error('The message left no event.');
    expect(await desk.triage(added)).toEqual({ outcome: 'done' });
    expect((await of(other.caseNumber)).case.maybeSameAs).toContain(first);
    expect(await desk.triage(added)).toEqual({ outcome: 'ignored', reason: 'nothing_to_change' });
  });
});

describe('a message that cannot be taken', () => {
  it.each([
    [{ text: undefined }, '/text', 'required'],
    [{ text: ' \u200F ' }, '/text', 'empty_text'],
    [{ text: 'x'.repeat(4001) }, '/text', 'too_long'],
    [{ flags: { inDanger: 'yes' } }, '/flags/inDanger', 'unknown_code'],
    [{ urls: Array(21).fill('a.example') }, '/urls', 'too_many'],
    [{ stillHappening: 'true' }, '/stillHappening', 'wrong_type'],
    [{ narrative: 'x' }, '/narrative', 'unknown_field'],
    [{ receipt: 'abc' }, '/receipt', 'wrong_form'],
  ])('%j is told which field', async (wrong, pointer, code) => {
    const { receipt } = await desk.receive(bullying);
    const answer = await desk.ask('messages', { receipt, text, ...wrong });
    expect(answer.status).toBe(422);
    expect(answer.json['errors']).toEqual([expect.objectContaining({ pointer, code })]);
  });

  it('is the eleventh within a minute: it is told to wait, and whom to call, and is taken after that', async () => {
    const { caseNumber, receipt } = await desk.receive(bullying);
    const first = await desk.ask('messages', { receipt, text }, key);
    for (const _ of Array.from({ length: 9 })) {
      expect((await desk.ask('messages', { receipt, text })).status).toBe(201);
    }
    desk.later(0.5);
    const refused = await desk.ask('messages', { receipt, text });
    expect(refused.status).toBe(429);
    expect(refused.headers['Retry-After']).toBe('30');
    expect(refused.json).toMatchObject({ type: 'urn:besa:problem:too_many_requests', help: [{ phone: '116111' }] });
    // What is stored is answered from what is stored, at any time.
    expect((await desk.ask('messages', { receipt, text }, key)).json).toEqual(first.json);
    expect((await desk.stateOf(caseNumber)).case.messageCount).toBe(10);
    desk.later(0.5);
    expect((await desk.ask('messages', { receipt, text })).status).toBe(201);
  });

  it('needs a key', async () => {
    const { receipt } = await desk.receive(bullying);
    expect((await desk.ask('messages', { receipt, text }, { 'Idempotency-Key': '' })).status).toBe(400);
  });
});
