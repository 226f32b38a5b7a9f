import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { platformCodes } from '#shared/adapters/aws/directory/directory-lists.ts';
import { country } from '#shared/country/current.ts';
import { rosterDays } from '#shared/domain/people/roster/roster.ts';
import { referralsHere } from '#shared/use-cases/referrals-here.ts';
import { catchLog } from '#test/support/catch-log.ts';
import { openOffice, type Office } from './office.ts';

catchLog();
let office: Office;
beforeEach(async () => {
  office = await openOffice();
});
afterEach(() => office.stop());

const first = { 'If-Match': '"0"' };
const always = { days: [...rosterDays], from: '00:00', to: '00:00' };

describe('the roster', () => {
  it('is set by who may, decides who holds a duty, and says which hours it leaves open', async () => {
    const shift = { ...always, duty: 'duty_officer', from: '08:00', to: '20:00', holders: ['officer'] };
    const set = await office.post('supervisor', 'roster', { shifts: [shift], holidays: ['2026-11-28'] }, first);
    expect(set.status).toBe(200);
    const gaps = set.json['gaps'] as { duty?: string; from: string; hours: number }[];
    expect(gaps).toContainEqual({ duty: 'duty_officer', from: '2026-11-20T19:00:00.000Z', hours: 12 });
    expect(gaps.find(({ duty }) => duty === undefined)).toEqual({ from: '2026-11-20T11:00:00.000Z', hours: 336 });
    expect(await office.holders('duty_officer')).toHaveLength(1);
    office.later(12);
    expect(await office.holders('duty_officer')).toEqual([]);
    const shown = await office.get('ana', 'roster');
    expect(shown.json).toMatchObject({ shifts: [shift], timeZone: 'Europe/Tirane', revision: 1 });
    expect(shown.headers['ETag']).toBe('"1"');
  });

  it('shows to whoever makes it who can be on it, without any address, and who has left while they are on it', async () => {
    const listed = async () => (await office.get('supervisor', 'roster')).json['people'] as Record<string, unknown>[];
    expect(await listed()).toContainEqual({
      id: 'officer',
      name: expect.any(String) as string,
      duties: ['duty_officer'],
      active: true,
      cleared: expect.any(Boolean) as boolean,
    });
    expect(JSON.stringify(await listed())).not.toMatch(/@|phone|institution:/u);
    await office.decide('ana', 'ben', 'change', { duties: ['duty_officer'] });
    await office.decide('ana', 'officer', 'suspension');
    expect((await listed()).some(({ id }) => id === 'officer')).toBe(false);
    const shift = { ...always, duty: 'duty_officer', holders: ['ben', 'officer'] };
    const { headers } = await office.get('supervisor', 'roster');
    const seen = { 'If-Match': String(headers['ETag']) };
    expect((await office.post('supervisor', 'roster', { shifts: [shift], holidays: [] }, seen)).status).toBe(200);
    expect((await listed()).find(({ id }) => id === 'officer')).toMatchObject({ active: false });
  });

  it('refuses by position somebody who does not hold the duty, and a state that is past', async () => {
    const shift = { ...always, duty: 'duty_officer', holders: ['officer', 'ana', 'ghost'] };
    const refused = await office.post('ana', 'roster', { shifts: [shift], holidays: [] }, first);
    expect(refused.json['errors']).toMatchObject([
      { pointer: '/shifts/0/holders/1', code: 'unknown_code' },
      { pointer: '/shifts/0/holders/2', code: 'unknown_code' },
    ]);
    expect((await office.post('ana', 'roster', { shifts: [], holidays: [] })).status).toBe(428);
    expect((await office.post('ana', 'roster', { shifts: [], holidays: [] }, first)).status).toBe(200);
    expect((await office.post('ana', 'roster', { shifts: [], holidays: ['2026-11-28'] }, first)).status).toBe(412);
    expect((await office.post('officer', 'roster', { shifts: [], holidays: [] }, first)).status).toBe(403);
  });
});

describe('a rota that empties a rung', () => {
  const shift = { ...always, duty: 'duty_officer' };
  const set = async (shifts: object[]) => {
    const { headers } = await office.get('ana', 'roster');
    return office.post('ana', 'roster', { shifts, holidays: [] }, { 'If-Match': String(headers['ETag']) });
  };

  it('is refused: with nobody, or with somebody on holidays alone', async () => {
    for (const empty of [
      { ...shift, holders: [] },
      { ...shift, days: ['holiday'], holders: ['officer'] },
    ]) {
      expect((await set([empty])).json).toMatchObject({ because: 'rung_unheld', rung: 'duty' });
    }
    expect((await set([{ ...shift, days: ['mon'], holders: ['officer'] }])).status).toBe(200);
  });

  it('is none where another holds the rung, and who is off the rota is told with the supervisors', async () => {
    await office.decide('ana', 'ben', 'change', { duties: ['helpline_desk'] });
    await set([{ ...shift, holders: ['officer'] }]);
    expect((await set([{ ...shift, holders: [] }])).status).toBe(200);
    const place = (await office.rows()).filter(({ pk }) => pk?.S === 'NOTICES').map(({ sk, to }) => [sk?.S, to?.S]);
    const told = place.filter(([sk]) => sk?.includes('#000000003#')).map(([, to]) => to);
    expect(new Set(told)).toEqual(new Set(['officer', 'supervisor']));
  });
});

describe('institutions', () => {
  it('are those of the pack, in use until said otherwise, with numbers that are right here', async () => {
    const code = 'data_commissioner';
    const set = await office.post('ana', 'institutions', { code, inUse: false, phones: ['+355 4 9'] }, first);
    expect(set.json).toMatchObject({ code, inUse: false, revision: 1 });
    const { json } = await office.get('ana', 'institutions');
    const listed = json['institutions'] as { code: string; inUse: boolean; phones: string[] }[];
    expect(listed.filter(({ inUse }) => !inUse)).toMatchObject([{ code, phones: ['+355 4 9'], packPhones: [] }]);
    expect(listed.length).toBeGreaterThan(5);
    expect(
      (await referralsHere(country, () => office.deps.book.list('institution')).loadReferrals()).institutions,
    ).toContainEqual(expect.objectContaining({ code, phones: ['+355 4 9'], isOutOfUse: true }));
    const unknown = await office.post('ana', 'institutions', { code: 'bakery', inUse: true }, first);
    expect(unknown.json['errors']).toMatchObject([{ pointer: '/code', code: 'unknown_code' }]);
  });

  it('are not put out of use where a case must be passed on and nobody else could be', async () => {
    const out = (code: string) => office.post('ana', 'institutions', { code, inUse: false }, first);
    expect((await out('police_cybercrime')).json).toMatchObject({ status: 409, because: 'nobody_left' });
    expect((await out('school_psychosocial')).status).toBe(200);
    // One of two that a rule names may go, then not the other.
    expect((await out('child_protection_unit')).status).toBe(200);
    expect((await out('state_police')).json).toMatchObject({ because: 'nobody_left' });
  });
});

describe('platforms', () => {
  it('are the pack’s and the centre’s own, with the way a notice takes', async () => {
    const tiktok = { code: 'tiktok', way: 'reporting_form', to: 'https://tiktok.example/report' };
    expect((await office.post('ana', 'platforms', tiktok, first)).status).toBe(200);
    const own = { code: 'village_chat', way: 'email', to: 'abuse@chat.example' };
    expect((await office.post('ana', 'platforms', own, first)).json['errors']).toMatchObject([{ pointer: '/name' }]);
    await office.post('ana', 'platforms', { ...own, name: 'Village chat' }, first);
    const listed = (await office.get('ana', 'platforms')).json['platforms'] as { code: string; way?: string }[];
    expect(listed.find(({ code }) => code === 'tiktok')).toMatchObject({ way: 'reporting_form', revision: 1 });
    expect(listed.find(({ code }) => code === 'village_chat')).toMatchObject({ name: 'Village chat', revision: 2 });
    expect(listed.filter(({ way }) => way === undefined).length).toBeGreaterThan(3);
    expect(await platformCodes(office.database.db, office.database.tables)()).toEqual(['tiktok', 'village_chat']);
  });

  it('are looked at by who sends notices, and changed by administrators only', async () => {
    expect((await office.get('officer', 'platforms')).status).toBe(200);
    expect((await office.get('auditor', 'platforms')).status).toBe(403);
    const own = { code: 'tiktok', way: 'email', to: 'abuse@tiktok.example' };
    expect((await office.post('officer', 'platforms', own, first)).status).toBe(403);
  });
});

describe('campaign codes', () => {
  const campaign = { code: 'SID-2026', name: 'Safer Internet Day', from: '2026-02-01', to: '2026-02-28' };

  it('are kept with their days, and changed on what was seen', async () => {
    expect((await office.post('ana', 'campaigns', campaign, first)).status).toBe(200);
    const longer = { ...campaign, to: '2026-03-31' };
    expect((await office.post('ana', 'campaigns', longer, first)).status).toBe(412);
    expect((await office.post('ana', 'campaigns', longer, { 'If-Match': '"1"' })).json['revision']).toBe(2);
    expect((await office.post('ana', 'campaigns', longer, { 'If-Match': '"2"' })).json['revision']).toBe(2);
    expect((await office.get('ana', 'campaigns')).json['campaigns']).toEqual([{ ...longer, revision: 2 }]);
  });

  it.each(['9A', 'NAIM-9-B', 'SHKOLLA-IX-B', 'VIIIC', 'KLASA-7', 'SID-CLASS-3', '12H-2026'])(
    'are never of one class, as %s is',
    async (code) => {
      const refused = await office.post('ana', 'campaigns', { ...campaign, code }, first);
      expect(refused.json['errors']).toMatchObject([{ pointer: '/code', code: 'wrong_form' }]);
    },
  );

  it.each(['SID-2026', 'TIRANA-1', 'ID-2026', 'SHKOLLA-NAIM', 'VERA-2026', 'AL-11'])('may be %s', async (code) => {
    expect((await office.post('ana', 'campaigns', { ...campaign, code }, first)).status).toBe(200);
  });

  it('do not end before they begin', async () => {
    const refused = await office.post('ana', 'campaigns', { ...campaign, to: '2026-01-01' }, first);
    expect(refused.json['errors']).toMatchObject([{ pointer: '/to', code: 'too_small' }]);
  });
});

describe('the audit', () => {
  it('says who changed which field of what, from what to what, newest first, to who watches over the centre', async () => {
    await office.decide('ana', 'officer', 'change', { name: 'New', cleared: true });
    await office.decide('ben', 'officer', 'approval', { verdict: 'approve' });
    await office.post('supervisor', 'roster', { shifts: [], holidays: [] }, first);
    const { json } = await office.get('auditor', 'audit', { month: '2026-11' });
    const entries = json['entries'] as { by: string; action: string; about?: string; changes: object[] }[];
    expect(entries.map(({ by, action, about }) => [by, action, about])).toEqual([
      ['supervisor', 'roster_set', undefined],
      ['ben', 'change_approved', 'officer'],
      ['ana', 'person_changed', 'officer'],
    ]);
    expect(entries[2]?.changes).toContainEqual({ field: 'name', before: 'Name of officer', after: 'New' });
    expect(entries[1]?.changes).toContainEqual({ field: 'cleared', before: false, after: true });
    expect((await office.get('director', 'audit', { month: '2026-11' })).json).toEqual(json);
    expect((await office.get('officer', 'audit')).status).toBe(403);
    expect((await office.get('supervisor', 'audit')).status).toBe(403);
    expect((await office.get('auditor', 'audit', { month: '2026-10' })).json['entries']).toEqual([]);
  });

  it('lays what came to hold by itself at nobody else’s door', async () => {
    const alone = await openOffice(['ana', 'officer', 'auditor']);
    await alone.decide('ana', 'officer', 'change', { cleared: true });
    alone.later(24);
    await alone.decide('ana', 'officer', 'change', { name: 'New' });
    const { entries } = (await alone.get('auditor', 'audit')).json as { entries: { changes: { field: string }[] }[] };
    expect(entries.map(({ changes }) => changes.map(({ field }) => field))).toEqual([['name'], ['waiting']]);
    await alone.stop();
  });

  it('comes in bounded pages that lead on', async () => {
    const campaign = { name: 'x', from: '2026-01-01', to: '2026-01-02' };
    for (let n = 0; n < 55; n += 1)
      await office.post('ana', 'campaigns', { ...campaign, code: `SID-${100 + n}` }, first);
    const page = (await office.get('auditor', 'audit')).json as { entries: { about: string }[]; cursor: string };
    expect(page.entries).toHaveLength(50);
    const rest = (await office.get('auditor', 'audit', { cursor: page.cursor })).json as typeof page;
    expect(rest.entries.map(({ about }) => about)).toEqual([104, 103, 102, 101, 100].map((n) => `SID-${n}`));
    expect(rest.cursor).toBeUndefined();
    expect((await office.get('auditor', 'audit', { cursor: 'nonsense' })).status).toBe(422);
    expect((await office.get('auditor', 'audit', { month: 'November' })).status).toBe(422);
  });

  it('has no row for what was refused, and exactly one for each change', async () => {
    await office.post('ana', 'people/officer/change', { name: 'X' }, { 'If-Match': '"9"' });
    await office.post('officer', 'roster', { shifts: [], holidays: [] }, first);
    const headers = { 'Idempotency-Key': randomUUID(), ...first };
    await office.post('ana', 'roster', { shifts: [], holidays: [] }, headers);
    await office.post('ana', 'roster', { shifts: [], holidays: [] }, headers);
    expect((await office.get('auditor', 'audit')).json['entries']).toHaveLength(1);
  });
});
