import { PutItemCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { directory, rosterRow, staffRows } from '#shared/adapters/aws/directory/directory.ts';
import type { Role } from '#shared/domain/access/authorize.ts';
import type { Kept } from '#shared/domain/people/staff-record.ts';
import type { StaffMember } from '#shared/ports/directory.ts';
import { startDatabase, type Database } from '#test/support/engine.ts';

let database: Database;
/** A Friday noon in Tirana. */
const now = '2026-11-20T11:00:00.000Z';
const supervisor: StaffMember = {
  id: 'staff-supervisor',
  name: 'Drita',
  mail: 'drita@centre.example',
  language: 'sq',
  role: 'supervisor',
  duties: ['supervisor', 'backup'],
  active: true,
  cleared: true,
};
const partner: StaffMember = {
  id: 'staff-partner',
  name: 'Partner',
  mail: 'partner@other.example',
  language: 'en',
  duties: ['partner'],
  active: true,
  cleared: false,
};

beforeAll(async () => {
  database = await startDatabase();
});
afterAll(() => database.stop());

async function write(...members: (StaffMember & Kept)[]): Promise<void> {
  for (const row of members.flatMap(staffRows)) {
    await database.db.send(new PutItemCommand({ TableName: database.tables.directory, Item: row }));
  }
}
const people = () => directory(database.db, database.tables);

describe('The directory', () => {
  it('knows each person as written, with and without a role', async () => {
    await write(supervisor, partner);
    expect(await people().member(supervisor.id)).toEqual(supervisor);
    expect(await people().member(partner.id)).toEqual(partner);
    expect(await people().member('staff-unknown')).toBeUndefined();
  });

  it('finds who holds any of several duties, each person once', async () => {
    await write(supervisor, partner);
    expect(await people().holders(['backup', 'supervisor', 'nobody'], now)).toEqual([supervisor]);
    const both = await people().holders(['partner', 'backup'], now);
    expect(both.map(({ id }) => id).sort()).toEqual(['staff-partner', 'staff-supervisor']);
    expect(await people().holders([], now)).toEqual([]);
  });

  it('finds who signs in with any of several roles, and nobody who is out or has another role by now', async () => {
    await write(supervisor, partner, { ...supervisor, id: 'staff-out', active: false });
    await write({ ...supervisor, id: 'staff-up', role: 'officer' });
    await write({ ...supervisor, id: 'staff-up', role: 'director' });
    const found = async (...named: Role[]) => (await people().inRoles(named)).map(({ id }) => id).toSorted();
    expect(await found('supervisor', 'officer')).toEqual(['staff-supervisor']);
    expect(await found('supervisor', 'director')).toEqual(['staff-supervisor', 'staff-up']);
    expect(await found()).toEqual([]);
  });

  it('finds the roles as they were: who is barred, and who lost one of them since', async () => {
    await write({ ...supervisor, id: 'staff-barred', barred: true });
    const held = (until: string) => ({ active: false, held: [{ role: 'supervisor' as const, until }] });
    await write({ ...supervisor, id: 'staff-lost', ...held('2099-01-08T00:00:00.000Z') });
    await write({
      ...supervisor,
      id: 'staff-down',
      ...held('2099-01-08T00:00:00.000Z'),
      active: true,
      role: 'officer',
    });
    const lately = async (since: string) => (await people().inRolesLately(['supervisor'], since)).map(({ id }) => id);
    const since = await lately('2099-01-01T00:00:00.000Z');
    expect(since).toEqual(expect.arrayContaining(['staff-supervisor', 'staff-barred', 'staff-lost', 'staff-down']));
    const after = await lately('2099-01-01T00:00:00.001Z');
    expect(after).toContain('staff-barred');
    expect(after).not.toContain('staff-lost');
    expect(after).not.toContain('staff-down');
    expect((await people().inRoles(['supervisor'])).map(({ id }) => id)).toEqual(['staff-supervisor']);
    expect((await people().holders(['backup'], now)).map(({ id }) => id)).toContain('staff-barred');
  });

  it('takes an account or a duty away with the change of one record', async () => {
    await write({ ...supervisor, id: 'staff-gone', duties: ['gone'] });
    expect(await people().holders(['gone'], now)).toHaveLength(1);
    const [record] = staffRows({ ...supervisor, id: 'staff-gone', duties: ['gone'], active: false });
    await database.db.send(new PutItemCommand({ TableName: database.tables.directory, Item: record }));
    expect(await people().holders(['gone'], now)).toEqual([]);
    expect(await people().member('staff-gone')).toMatchObject({ active: false });
    const [without] = staffRows({ ...supervisor, id: 'staff-gone', duties: ['other'] });
    await database.db.send(new PutItemCommand({ TableName: database.tables.directory, Item: without }));
    expect(await people().holders(['gone'], now)).toEqual([]);
  });

  it('goes by the roster for a duty that is on it, and by the record for any other', async () => {
    const own = await startDatabase();
    try {
      const put = async (Item: ReturnType<typeof rosterRow>) =>
        own.db.send(new PutItemCommand({ TableName: own.tables.directory, Item }));
      const second = { ...supervisor, id: 'staff-second' };
      for (const row of [supervisor, second].flatMap(staffRows)) await put(row);
      await put(
        rosterRow({
          timeZone: 'Europe/Tirane',
          holidays: [],
          shifts: [
            { duty: 'backup', days: ['fri'], from: '08:00', to: '20:00', holders: ['staff-second', 'staff-gone'] },
          ],
        }),
      );
      const ids = async (duty: string, at: string) =>
        (await directory(own.db, own.tables).holders([duty], at)).map(({ id }) => id).sort();
      expect(await ids('backup', now)).toEqual(['staff-second']);
      expect(await ids('backup', '2026-11-20T19:00:00.000Z')).toEqual([]);
      expect(await ids('supervisor', now)).toEqual(['staff-second', 'staff-supervisor']);
      const isOn = async (id: string, duties: string[], at: string) =>
        directory(own.db, own.tables).isOnShift({ id, duties }, at);
      expect(await isOn('staff-second', ['backup', 'supervisor'], now)).toBe(true);
      expect(await isOn('staff-second', ['backup'], '2026-11-20T19:00:00.000Z')).toBe(false);
      expect(await isOn('staff-supervisor', ['supervisor'], now)).toBeUndefined();
    } finally {
      await own.stop();
    }
  });
});
