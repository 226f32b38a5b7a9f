import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fromRow } from '#shared/adapters/aws/dynamo/attribute-values.ts';
import { findReasons } from '#shared/domain/access/access-log.ts';
import { admits } from '#shared/domain/access/authorize.ts';
import { openDesk, people } from '#test/functions/case-desk/desk.ts';
import type { Desk, Who } from '#test/functions/case-desk/desk.ts';
import { bullying, canary, extortion } from '#test/functions/case-desk/reports.ts';
import { catchLog } from '#test/support/catch-log.ts';

const logged = catchLog();
let desk: Desk;
beforeEach(async () => {
  desk = await openDesk('engine');
});
afterEach(() => desk.stop());

const reason = 'caller_named_it';
const byAccount = { by: 'account', platform: 'instagram', value: 'instagram.com/canary.account', reason };
const byPhone = { by: 'phone', value: '0691234567', reason };

async function numbers(who: Who, body: object): Promise<string[]> {
  const { status, json } = await desk.find(who, body);
  expect([status, json['errors']]).toEqual([200, undefined]);
  return (json['cases'] as { caseNumber: string }[]).map(({ caseNumber }) => caseNumber);
}

/** The rows of looks, without what is random and where they stand. */
async function looks(): Promise<Record<string, unknown>[]> {
  const rows = await desk.rows('accessLog');
  return rows.map((row) => fromRow(row)).filter(({ by }) => by !== undefined);
}

describe('POST /v1/find', () => {
  it.each([
    ['its account, on the platform', byAccount],
    ['its account, where the platform is not known', { ...byAccount, platform: undefined }],
    ['its account as an address', { by: 'address', value: 'https://www.instagram.com/canary.account/', reason }],
    ['its address, otherwise written', { by: 'address', value: 'HTTP://Canary.example/photos', reason }],
    ['an address that is given as an account', { by: 'account', value: 'canary.example/me', reason }],
    ['the phone number without the country', byPhone],
    ['the phone number with the country', { ...byPhone, value: '+355 69 123 4567' }],
  ])('finds a case by %s', async (_, body) => {
    const { caseNumber } = await desk.receive(extortion);
    await desk.receive(bullying);
    expect(await numbers('counsellor', JSON.parse(JSON.stringify(body)) as object)).toEqual([caseNumber]);
  });

  it('finds what the reporter added later', async () => {
    const { caseNumber, receipt } = await desk.receive(bullying);
    await desk.ask('messages', { receipt, text: 'Here', urls: ['https://later.example/1'] });
    expect(await numbers('officer', { by: 'address', value: 'later.example/1', reason })).toEqual([caseNumber]);
  });

  it('shows the lines of the queue, newest first', async () => {
    const first = await desk.receive(extortion);
    desk.later(5);
    const second = await desk.receive(extortion);
    const { json, text } = await desk.find('officer', byPhone);
    expect(json).toMatchObject({
      cases: [{ caseNumber: second.caseNumber }, { caseNumber: first.caseNumber }],
      more: false,
    });
    const { json: listed } = await desk.list('officer');
    const lines = listed['cases'] as { caseNumber: string }[];
    expect((json['cases'] as object[])[0]).toEqual(lines.find(({ caseNumber }) => caseNumber === second.caseNumber));
    expect(text).not.toContain(canary);
    expect(text).not.toContain('canary.account');
  });

  it('finds no part of a name, another platform or another number', async () => {
    await desk.receive(extortion);
    for (const body of [
      { ...byAccount, value: 'canary' },
      { ...byAccount, platform: 'tiktok' },
      { by: 'address', value: 'canary.example', reason },
      { ...byPhone, value: '069 123 4568' },
    ])
      expect(await numbers('officer', body)).toEqual([]);
  });

  it('leaves a case out that keeps the person out, answers as without it, and writes down that they looked', async () => {
    const { caseNumber } = await desk.receive(extortion);
    const nothing = await desk.find('other', byPhone);
    expect((nothing.json['cases'] as object[]).length).toBe(1);
    await desk.command('supervisor', caseNumber, 'read', { reason: 'on_duty' });
    await desk.decide('supervisor', caseNumber, 'exclusions', { institutions: [], people: [people.other.id] });
    const kept = await desk.find('other', byPhone);
    const none = await desk.find('other', { ...byPhone, value: '069 999 9999' });
    expect(kept.text).toBe(none.text);
    expect(kept.json).toMatchObject({ cases: [], more: false });
    const refused = (await looks()).filter(({ action }) => action === 'refused');
    expect(refused).toMatchObject([{ actor: people.other.id, caseNumber, by: 'phone', reason }]);
    expect(await numbers('officer', byPhone)).toEqual([caseNumber]);
  });

  it('shows at most fifty, and says that there are more', async () => {
    for (let count = 0; count < 51; count += 1) await desk.send(extortion);
    const { json } = await desk.find('officer', byPhone);
    expect([(json['cases'] as object[]).length, json['more']]).toEqual([50, true]);
    expect((await looks()).filter(({ action }) => action === 'found')).toHaveLength(50);
  });

  it('is for who reads cases', async () => {
    await desk.receive(extortion);
    for (const [who, person] of Object.entries(people) as [Who, (typeof people)[Who]][]) {
      const { status, text } = await desk.find(who, byPhone);
      expect([who, status]).toEqual([who, admits(person, 'read_case') ? 200 : 403]);
      expect([who, status === 403 && text.includes('B-')]).toEqual([who, false]);
    }
    expect((await desk.find(undefined, byPhone)).status).toBe(403);
  });

  it.each([
    [{ ...byAccount, value: '@a' }, '/value', 'wrong_form'],
    [{ ...byAccount, value: '@@@///' }, '/value', 'wrong_form'],
    [{ ...byAccount, value: '' }, '/value', 'empty_text'],
    [{ ...byPhone, value: '116111' }, '/value', 'wrong_form'],
    [{ ...byPhone, value: 'my number' }, '/value', 'wrong_form'],
    [{ ...byPhone, platform: 'instagram' }, '/platform', 'unknown_field'],
    [{ ...byAccount, platform: 'village' }, '/platform', 'unknown_code'],
    [{ ...byAccount, reason: 'curious' }, '/reason', 'unknown_code'],
    [{ by: 'phone', value: '0691234567' }, '/reason', 'required'],
    [{ ...byPhone, by: 'name' }, '/by', 'unknown_code'],
    [{ ...byPhone, value: '1'.repeat(2049) }, '/value', 'too_long'],
  ])('refuses %j by its field, and writes nothing', async (body, pointer, code) => {
    const { status, json, text } = await desk.find('officer', body);
    expect([status, json['errors']]).toMatchObject([422, [{ pointer, code }]]);
    expect(text).not.toContain('1111');
    expect(await looks()).toEqual([]);
  });
});

describe('the access log', () => {
  it('has each look with its kind, its reason and what it found, and never what was looked for', async () => {
    const { caseNumber } = await desk.receive(extortion);
    for (const one of findReasons) await desk.find('officer', { ...byPhone, reason: one });
    await desk.find('officer', { by: 'account', value: `${canary}.nobody`, reason });
    const rows = await looks();
    expect(rows).toHaveLength(findReasons.length * 2 + 1);
    for (const one of findReasons) {
      expect(rows).toContainEqual(
        expect.objectContaining({ action: 'looked', actor: people.officer.id, by: 'phone', reason: one, found: 1 }),
      );
      expect(rows).toContainEqual(
        expect.objectContaining({ action: 'found', caseNumber, by: 'phone', reason: one, holder: 'nobody' }),
      );
    }
    const nothing = rows.filter(({ by }) => by === 'account');
    expect(nothing).toMatchObject([{ action: 'looked', found: 0 }]);
    expect(nothing[0]).not.toHaveProperty('caseId');
    for (const table of ['cases', 'caseEvents', 'keys', 'accessLog', 'directory'] as const) {
      const text = JSON.stringify(await desk.rows(table));
      expect(text).not.toContain('nobody.');
      expect(text).not.toContain(`${canary}.`);
    }
    expect(JSON.stringify(logged())).not.toContain(canary);
    expect(JSON.stringify(rows)).not.toMatch(/1234567|0691/);
  });

  it('comes first: without it nothing is answered', async () => {
    await desk.receive(extortion);
    const answer = await desk.findWith(
      { looks: { record: () => Promise.reject(new Error('no')) } },
      'officer',
      byPhone,
    );
    expect(answer.status).toBe(500);
    expect(answer.text).not.toContain('B-');
  });
});
