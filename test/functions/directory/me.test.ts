import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { PutItemCommand } from '@aws-sdk/client-dynamodb';
import { staffRows } from '#shared/adapters/aws/directory/directory.ts';
import { admits, centreActions, roles } from '#shared/domain/access/authorize.ts';
import { aPerson } from '#test/support/builders.ts';
import { catchLog } from '#test/support/catch-log.ts';
import { openOffice, type Office } from './office.ts';

catchLog();
let office: Office;
beforeEach(async () => {
  office = await openOffice();
});
afterEach(() => office.stop());

const me = (sub: string | undefined) => office.call(office.deps, sub, 'GET', '/v1/me');

async function add(person: ReturnType<typeof aPerson>): Promise<void> {
  const { db, tables } = office.database;
  for (const Item of staffRows(person)) await db.send(new PutItemCommand({ TableName: tables.directory, Item }));
}

describe('GET /v1/me', () => {
  it.each(roles)('tells a %s who they are and what they may do at the centre', async (role) => {
    const person = aPerson(`me-${role}`, { role, cleared: role === 'officer', duties: ['duty_officer'] });
    await add(person);
    const { status, json } = await me(person.id);
    const { help, ...told } = json;
    expect(status).toBe(200);
    expect(help).not.toEqual([]);
    expect(told).toEqual({
      id: person.id,
      name: person.name,
      role,
      cleared: role === 'officer',
      duties: ['duty_officer'],
      language: person.language,
      may: centreActions.filter((action) => admits(person, action)),
    });
  });

  it('tells no address and no number, of oneself neither', async () => {
    await add(aPerson('me', { role: 'officer', mail: 'me@centre.example', phone: '+355 4 227 9000' }));
    expect((await me('me')).text).not.toMatch(/centre\.example|227 9000/);
  });

  it('is refused without an account, suspended, barred, or without a role', async () => {
    await add(aPerson('left', { role: 'officer', active: false }));
    await add(aPerson('barred', { role: 'officer', barred: true }));
    await add(aPerson('contact'));
    for (const sub of [undefined, 'nobody', 'left', 'barred', 'contact']) {
      const { status, json } = await me(sub);
      expect([sub, status, json['because'], json['role']]).toEqual([sub, 403, 'role', undefined]);
    }
  });

  it('follows the record, not the token: who is suspended is out at the next call', async () => {
    expect((await me('officer')).status).toBe(200);
    await office.decide('ana', 'officer', 'suspension');
    expect((await me('officer')).status).toBe(403);
  });
});
