import { randomUUID } from 'node:crypto';
import { PutItemCommand } from '@aws-sdk/client-dynamodb';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { staffRows } from '#shared/adapters/aws/directory/directory.ts';
import { rosterDays } from '#shared/domain/people/roster/roster.ts';
import { country } from '#shared/country/current.ts';
import { aPerson } from '#test/support/builders.ts';
import { catchLog } from '#test/support/catch-log.ts';
import { openOffice, people, type Office, type Who } from './office.ts';

catchLog();
let office: Office;
beforeEach(async () => {
  office = await openOffice();
  await add(
    aPerson('evening', { role: 'counsellor', duties: ['duty_officer'], phone: '+355 69 222 2222', cleared: true }),
  );
});
afterEach(() => office.stop());

async function add(person: ReturnType<typeof aPerson>): Promise<void> {
  const { db, tables } = office.database;
  for (const Item of staffRows(person)) await db.send(new PutItemCommand({ TableName: tables.directory, Item }));
}

const days = [...rosterDays];
const shifts = [
  { duty: 'duty_officer', days, from: '08:00', to: '20:00', holders: ['officer'] },
  { duty: 'duty_officer', days, from: '20:00', to: '08:00', holders: ['evening'] },
];
const setRoster = () => office.post('supervisor', 'roster', { shifts, holidays: [] }, { 'If-Match': '"0"' });

interface Rung {
  rung: string;
  people: { id: string; phone?: string; until?: string; passedOverUntil?: string }[];
  next?: { at: string; people: { id: string }[] };
}
const duty = (who: Who | undefined = 'officer') => office.get(who, '/v1/duty');
const rungs = async () => (await duty()).json['rungs'] as Rung[];
const takeOver = (who: Who, body: unknown = {}, key: string = randomUUID()) =>
  office.post(who, '/v1/duty/take-over', body, { 'Idempotency-Key': key });
const takeOvers = async () => (await duty()).json['takeOvers'];

describe('GET /v1/duty', () => {
  it('says who rings, until when and who follows, with staff phones and no address', async () => {
    await setRoster();
    const [first, ...others] = await rungs();
    expect(first).toMatchObject({
      rung: 'duty',
      people: [{ id: 'officer', until: '2026-11-20T19:00:00.000Z' }],
      next: { at: '2026-11-20T19:00:00.000Z', people: [{ id: 'evening' }] },
    });
    expect(others.map(({ rung }) => rung)).toEqual(country.ladder.rungs.slice(1).map(({ id }) => id));
    office.later(8);
    const [later] = await rungs();
    expect(later?.people).toMatchObject([{ id: 'evening', phone: '+355 69 222 2222' }]);
    expect((await duty()).text).not.toContain('centre.example');
  });

  it('is what the ladder itself calls, on each rung and at each hour of two days', async () => {
    await setRoster();
    for (let hour = 0; hour < 48; hour += 1) {
      for (const { rung, people: shown } of await rungs()) {
        const { duties = [] } = country.ladder.rungs.find(({ id }) => id === rung) ?? {};
        const called = await Promise.all(duties.map((one) => office.holders(one)));
        const rings = shown.filter(({ passedOverUntil }) => passedOverUntil === undefined);
        expect(new Set(rings.map(({ id }) => id))).toEqual(new Set(called.flat().map(({ id }) => id)));
      }
      office.later(1);
    }
  });

  it('passes over whoever gets no mails, as the ladder does', async () => {
    const mark = {
      since: '2026-11-20T10:30:00.000Z',
      because: 'bounced',
      againAt: '2026-11-20T11:30:00.000Z',
    } as const;
    await add({ ...people.officer, unreachable: mark });
    expect((await rungs())[0]?.people.find(({ id }) => id === 'officer')).toMatchObject({
      passedOverUntil: mark.againAt,
    });
    expect(await office.holders('duty_officer')).toHaveLength(1);
  });

  it('names the hours of the next day with nobody, and with nobody cleared', async () => {
    await office.post('supervisor', 'roster', { shifts: shifts.slice(0, 1), holidays: [] }, { 'If-Match': '"0"' });
    const { json } = await duty();
    expect(json['hoursAhead']).toBe(24);
    expect(json['hoursWithNobody']).toHaveLength(12);
    expect(json['hoursWithNobodyCleared']).toHaveLength(24);
  });

  it('tells volunteers and auditors whom to turn to, by name alone', async () => {
    await setRoster();
    await add(aPerson('hana', { role: 'volunteer' }));
    for (const who of ['hana', 'auditor'] as Who[]) {
      const { status, json } = await duty(who);
      expect([status, Object.keys(json)]).toEqual([200, ['now', 'rungs', 'help']]);
      const [first] = json['rungs'] as Rung[];
      expect(first).toEqual({
        rung: 'duty',
        people: [{ id: 'officer', name: 'Name of officer', until: '2026-11-20T19:00:00.000Z' }],
      });
      expect(JSON.stringify(json['rungs'])).not.toMatch(/phone|contact|cleared/);
    }
  });

  it('is for caseworkers, the director and administrators', async () => {
    for (const who of ['officer', 'supervisor', 'director', 'ana'] as const) expect((await duty(who)).status).toBe(200);
    await add(aPerson('jona', { role: 'statistician' }));
    expect((await duty('jona' as Who)).status).toBe(403);
    expect((await office.call(office.deps, undefined, 'GET', '/v1/duty')).status).toBe(403);
  });
});

describe('POST /v1/duty/take-over', () => {
  it('records who took over from whom, and says that the roster rings somebody else', async () => {
    await setRoster();
    const { status, json } = await takeOver('supervisor', { from: 'officer' });
    expect(status).toBe(200);
    expect(json).toMatchObject({ at: '2026-11-20T11:00:00.000Z', by: 'supervisor', from: 'officer', rings: 'not_now' });
    expect((await takeOver('officer')).json['rings']).toBe('first');
    expect(await takeOvers()).toEqual([
      { at: '2026-11-20T11:00:00.000Z', by: 'officer' },
      { at: '2026-11-20T11:00:00.000Z', by: 'supervisor', from: 'officer' },
    ]);
    const audit = (await office.get('auditor', 'audit')).json['entries'] as { action: string }[];
    expect(audit.filter(({ action }) => action === 'took_over')).toEqual([
      { at: '2026-11-20T11:00:00.000Z', by: 'officer', action: 'took_over', changes: [] },
      { at: '2026-11-20T11:00:00.000Z', by: 'supervisor', action: 'took_over', about: 'officer', changes: [] },
    ]);
  });

  it('changes nobody’s place on the ladder', async () => {
    await setRoster();
    const before = await rungs();
    await takeOver('supervisor', { from: 'officer' });
    expect(await rungs()).toEqual(before);
    expect(await office.holders('duty_officer')).toMatchObject([{ id: 'officer' }]);
  });

  it('is one when it is sent again, and when the button is pressed twice within a minute', async () => {
    const key = randomUUID();
    const first = await takeOver('officer', { from: 'supervisor' }, key);
    expect(await takeOver('officer', { from: 'supervisor' }, key)).toEqual(first);
    expect((await takeOver('officer', { from: 'supervisor' })).json['at']).toBe(first.json['at']);
    expect(await takeOvers()).toHaveLength(1);
    expect((await takeOver('officer', {}, key)).status).toBe(422);
    office.later(1);
    await takeOver('officer', { from: 'supervisor' });
    expect(await takeOvers()).toHaveLength(2);
  });

  it('is one of two that come at the same moment, and both of two people', async () => {
    await Promise.all([takeOver('officer'), takeOver('officer'), takeOver('supervisor')]);
    expect(await takeOvers()).toHaveLength(2);
  });

  it('refuses, with a pointer and nothing stored, whoever is no colleague', async () => {
    await add(aPerson('left', { role: 'officer', active: false }));
    await add(aPerson('contact', { duties: ['institution:state_police'] }));
    for (const from of ['officer', 'ghost', 'left', 'contact']) {
      const { status, json } = await takeOver('officer', { from });
      expect([from, status]).toEqual([from, 422]);
      expect(json['errors']).toMatchObject([{ pointer: '/from', code: 'unknown_code' }]);
    }
    expect((await takeOver('officer', { from: '' })).status).toBe(422);
    expect(await takeOvers()).toEqual([]);
  });

  it('is for caseworkers alone, with a key', async () => {
    for (const who of ['director', 'auditor', 'ana'] as const) expect((await takeOver(who)).status).toBe(403);
    const { status } = await office.call(office.deps, 'officer', 'POST', '/v1/duty/take-over', {
      body: {},
      headers: { 'Content-Type': 'application/json' },
    });
    expect(status).toBe(400);
  });
});
