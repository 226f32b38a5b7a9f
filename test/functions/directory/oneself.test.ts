import { randomUUID } from 'node:crypto';
import { PutItemCommand } from '@aws-sdk/client-dynamodb';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { directoryNotices } from '#shared/adapters/aws/directory/directory-notices.ts';
import { staffRows } from '#shared/adapters/aws/directory/directory.ts';
import { roles } from '#shared/domain/access/authorize.ts';
import type { Person } from '#shared/domain/people/person.ts';
import { plusMinutes } from '#shared/domain/time/instant.ts';
import { aPerson } from '#test/support/builders.ts';
import { catchLog } from '#test/support/catch-log.ts';
import { openOffice, type Office } from './office.ts';

catchLog();
let office: Office;
beforeEach(async () => {
  office = await openOffice(undefined, 'engine');
});
afterEach(() => office.stop());

async function add(person: Person): Promise<void> {
  const { db, tables } = office.database;
  for (const Item of staffRows(person)) await db.send(new PutItemCommand({ TableName: tables.directory, Item }));
}
const settings = async (sub: string) => office.call(office.deps, sub, 'GET', '/v1/me/settings');
const post = (sub: string | undefined, step: string, body: unknown, key: string = randomUUID()) =>
  office.call(office.deps, sub, 'POST', `/v1/me/${step}`, {
    body,
    headers: { 'Content-Type': 'application/json', 'Idempotency-Key': key },
  });
const waiting = async () =>
  (await directoryNotices(office.database.db, office.database.tables).waiting()).map(({ notice }) => notice);
const audit = async () => (await office.get('auditor', 'audit')).json['entries'] as Record<string, unknown>[];
const testedAt = async (id: string) => (await office.member(id))?.testedAt;

describe('What one sees and does of one’s own record', () => {
  it.each(roles)('is for a %s as for everybody who signs in', async (role) => {
    await add(aPerson(`me-${role}`, { role }));
    const [shown, language, test] = [
      await settings(`me-${role}`),
      await post(`me-${role}`, 'language', { language: 'en' }),
      await post(`me-${role}`, 'test-mail', {}),
    ];
    expect([shown.status, language.status, test.status]).toEqual([200, 200, 200]);
    expect(await waiting()).toEqual([{ to: `me-${role}`, about: `me-${role}`, kind: 'test' }]);
  });

  it('is refused without an account, suspended, barred, or without a role, and nothing is sent', async () => {
    await add(aPerson('left', { role: 'officer', active: false }));
    await add(aPerson('barred', { role: 'officer', barred: true }));
    await add(aPerson('contact'));
    for (const sub of [undefined, 'nobody', 'left', 'barred', 'contact']) {
      const statuses = [
        (await office.call(office.deps, sub, 'GET', '/v1/me/settings')).status,
        (await post(sub, 'language', { language: 'en' })).status,
        (await post(sub, 'test-mail', {})).status,
      ];
      expect([sub, ...statuses]).toEqual([sub, 403, 403, 403]);
    }
    expect(await waiting()).toEqual([]);
  });

  it('is refused to whoever was suspended while it was under way', async () => {
    const stale = { ...office.deps, recognise: async () => ({ ...aPerson('left'), role: 'officer' as const }) };
    await add(aPerson('left', { role: 'officer', active: false }));
    const refused = await office.call(stale, 'left', 'POST', '/v1/me/test-mail', {
      body: {},
      headers: { 'Content-Type': 'application/json', 'Idempotency-Key': randomUUID() },
    });
    expect([refused.status, await waiting()]).toEqual([403, []]);
  });
});

describe('GET /v1/me/settings', () => {
  it('says how one is reached, for which duties, and on which shifts', async () => {
    const shift = { duty: 'duty_officer', days: ['fri', 'sat'], from: '20:00', to: '08:00', holders: ['me'] };
    await add(
      aPerson('me', {
        role: 'officer',
        mail: 'me@sms.example',
        contact: 'mail_to_sms',
        duties: ['duty_officer', 'backup'],
      }),
    );
    await office.post('ana', 'roster', { shifts: [shift], holidays: [] }, { 'If-Match': '"0"' });
    const { json } = await settings('me');
    const { help: _, ...told } = json;
    const { holders: __, ...mine } = shift;
    expect(told).toEqual({
      language: 'en',
      mail: 'me@sms.example',
      contact: 'mail_to_sms',
      duties: [
        { duty: 'duty_officer', isRostered: true },
        { duty: 'backup', isRostered: false },
      ],
      shifts: [mine],
      next: { duty: 'duty_officer', from: '2026-11-20T19:00:00.000Z', to: '2026-11-21T07:00:00.000Z' },
      test: {},
    });
  });

  it('says that mails came back for as long as one is passed over', async () => {
    const mark = { since: '2026-11-20T10:30:00.000Z', because: 'bounced' as const, tries: 1 };
    await add(aPerson('me', { role: 'officer', unreachable: { ...mark, againAt: '2026-11-20T11:30:00.000Z' } }));
    expect((await settings('me')).json['unreachable']).toEqual({ ...mark, againAt: '2026-11-20T11:30:00.000Z' });
    office.later(1);
    expect((await settings('me')).json['unreachable']).toBeUndefined();
  });
});

describe('one’s own language', () => {
  it('holds at once, and the audit says whose doing it was', async () => {
    const { status, json } = await post('officer', 'language', { language: 'sq' });
    expect([status, json['language'], (await office.member('officer'))?.language]).toEqual([200, 'sq', 'sq']);
    expect((await audit())[0]).toMatchObject({
      by: 'officer',
      about: 'officer',
      action: 'language_chosen',
      changes: [{ field: 'language', before: 'en', after: 'sq' }],
    });
  });

  it('is one of the pack’s, and nothing else of the record changes by it', async () => {
    const before = await office.member('officer');
    const wrong = await post('officer', 'language', { language: 'fr' });
    expect([wrong.status, (wrong.json['errors'] as object[])[0]]).toEqual([
      422,
      expect.objectContaining({ pointer: '/language', code: 'unknown_code' }),
    ]);
    const more = await post('officer', 'language', { language: 'sq', mail: 'me@elsewhere.example' });
    expect(more.status).toBe(422);
    expect(await office.member('officer')).toEqual(before);
    expect((await post('officer', 'language', { language: 'en' })).status).toBe(200);
    expect(await audit()).toEqual([]);
  });

  it('leaves what waits on the record as it waits', async () => {
    await office.decide('ana', 'officer', 'change', { cleared: true });
    const { waiting: waits } = await office.shown('officer');
    await post('officer', 'language', { language: 'sq' });
    expect(await office.shown('officer')).toMatchObject({ language: 'sq', cleared: false, waiting: waits });
  });
});

describe('a test mail', () => {
  it('is asked for once by a command that is sent twice, and stands in the audit', async () => {
    const key = randomUUID();
    const [first, second] = [await post('officer', 'test-mail', {}, key), await post('officer', 'test-mail', {}, key)];
    const now = office.clock.now();
    expect(first.json).toMatchObject({ askedAt: now, againAt: plusMinutes(now, 5) });
    expect([second.status, second.json]).toEqual([200, first.json]);
    expect(await waiting()).toHaveLength(1);
    expect(await audit()).toEqual([expect.objectContaining({ by: 'officer', action: 'test_mail_asked' })]);
    expect((await settings('officer')).json['test']).toEqual({ askedAt: now, againAt: plusMinutes(now, 5) });
  });

  it('is refused within five minutes, says for how long, and then is asked for again', async () => {
    await post('officer', 'test-mail', {});
    office.clock.set(plusMinutes(office.clock.now(), 2));
    const early = await post('officer', 'test-mail', {});
    expect([early.status, early.headers['Retry-After']]).toEqual([429, '180']);
    expect((await post('supervisor', 'test-mail', {})).status).toBe(200);
    expect(await waiting()).toHaveLength(2);
    office.clock.set(plusMinutes(office.clock.now(), 3));
    expect((await post('officer', 'test-mail', {})).status).toBe(200);
    expect(await waiting()).toHaveLength(3);
  });

  it('is remembered while the record changes, and no more once the address is written', async () => {
    const change = (body: object) => office.decide('ana', 'officer', 'change', body);
    await post('officer', 'test-mail', {});
    await change({ name: 'Another' });
    expect(await testedAt('officer')).toBe(office.clock.now());
    await change({ mail: 'new@centre.example' });
    expect(await testedAt('officer')).toBeUndefined();
  });
});
