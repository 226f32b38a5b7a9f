import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadDirectory } from '#infra/operations/load-directory.ts';
import { maySignIn } from '#shared/domain/access/authorize.ts';
import { aPerson } from '#test/support/builders.ts';
import { catchLog } from '#test/support/catch-log.ts';
import { dora, openOffice, type Office, type Who } from './office.ts';

catchLog();
/** A centre of three people: one administrator, one supervisor, one officer, and the outside partner's number. */
let office: Office;
beforeEach(async () => {
  office = await openOffice(['ana', 'supervisor', 'officer', 'partner']);
});
afterEach(() => office.stop());

const day = 24;
/** The newest code that went to the partner about somebody. */
const codeAbout = async (id: string): Promise<string> => {
  const asked = (await office.rows()).filter(({ kind, about }) => kind?.S === 'partner_asked' && about?.S === id);
  return String(asked.toSorted((a, b) => (String(a['sk']?.S) < String(b['sk']?.S) ? 1 : -1))[0]?.['code']?.S);
};
/** The partner rings, and somebody records it. */
const calls = async (by: Who, id: string, verdict: 'approve' | 'refuse' = 'approve') =>
  (await office.decide(by, id, 'approval', { verdict, call: { code: await codeAbout(id) } })).status;
const worksAgain = async (id: string): Promise<boolean> => maySignIn(await office.member(id));

describe('a month of a centre with three people', () => {
  it('has a new colleague after a day, whom those who could object heard of', async () => {
    expect((await office.post('ana', 'people', dora)).json['waiting']).toMatchObject({ because: ['role_up'] });
    const told = (await office.rows()).filter(({ kind }) => kind?.S === 'change_waits').map(({ to }) => to?.S);
    expect(new Set(told)).toEqual(new Set(['ana', 'partner', 'supervisor']));
    office.later(day);
    expect(await worksAgain('dora')).toBe(true);
  });

  it('shuts a stolen phone out at 02:00, and has the officer back a day after it is asked', async () => {
    office.later(14);
    expect((await office.decide('ana', 'officer', 'suspension', { distrusted: true })).json).toMatchObject({
      barred: true,
    });
    expect(await worksAgain('officer')).toBe(false);
    expect((await office.holders('duty_officer')).map(({ id }) => id)).toEqual(['officer']);
    await office.decide('ana', 'officer', 'return');
    office.later(day);
    expect(await worksAgain('officer')).toBe(true);
    expect(await office.member('officer')).not.toHaveProperty('distrusted');
  });

  it('has the supervisor back as soon as the partner rings, for time does not count so soon', async () => {
    await office.decide('ana', 'supervisor', 'suspension', { distrusted: true });
    const back = await office.decide('ana', 'supervisor', 'return');
    expect(back.json['waiting']).not.toHaveProperty('effectiveAt');
    expect(await calls('ana', 'supervisor')).toBe(200);
    expect(await worksAgain('supervisor')).toBe(true);
  });

  it('lets the supervisor leave and another come, each by a call, or the other by a day once a week has gone', async () => {
    await office.decide('ana', 'supervisor', 'suspension');
    expect(await calls('ana', 'supervisor')).toBe(200);
    expect(await office.member('supervisor')).toMatchObject({ active: false });
    const next = { ...dora, id: 'next', role: 'supervisor', duties: ['supervisor'] };
    expect((await office.post('ana', 'people', next)).json['waiting']).toMatchObject({ partner: 'partner' });
    expect(await calls('ana', 'next')).toBe(200);
    expect(await worksAgain('next')).toBe(true);

    office.later(8 * day);
    await office.post('ana', 'people', dora);
    office.later(day);
    expect(await worksAgain('dora')).toBe(true);
  });

  it('changes its partner: the supervisor confirms that the old one goes, and the new one counts after a week', async () => {
    await office.post('ana', 'people', { ...dora, id: 'new-partner', role: undefined, duties: ['outside_partner'] });
    const out = await office.decide('ana', 'partner', 'suspension');
    expect(out.json).toMatchObject({ barred: true });
    expect((await office.decide('supervisor', 'partner', 'approval', { verdict: 'approve' })).status).toBe(200);
    expect((await office.holders('outside_partner')).map(({ id }) => id)).toEqual(['new-partner']);
    office.later(8 * day + 1);
    const asked = await office.decide('ana', 'supervisor', 'suspension');
    expect(asked.json['waiting']).toMatchObject({ partner: 'new-partner' });
  });

  it('goes on without its administrator: the rota is the supervisor’s, and the command line lets another in', async () => {
    const shift = { duty: 'duty_officer', days: ['mon'], from: '08:00', to: '20:00', holders: ['officer'] };
    const rota = { shifts: [shift], holidays: [] };
    expect((await office.post('supervisor', 'roster', rota, { 'If-Match': '"0"' })).status).toBe(200);
    const people = [aPerson('ben', { role: 'administrator' })];
    await loadDirectory(office.deps.book, { people }, () => office.clock.now());
    expect((await office.get('ben', 'people')).status).toBe(200);
    expect((await office.decide('ben', 'ana', 'suspension')).json).toMatchObject({ barred: true });
    // Who was barred sees the record no more, so somebody else looks at it.
    const { headers } = await office.get('ben', 'people/ana');
    const ifMatch = { 'If-Match': String(headers['ETag']) };
    expect((await office.post('supervisor', 'people/ana/approval', { verdict: 'approve' }, ifMatch)).status).toBe(200);
    expect(await worksAgain('ana')).toBe(false);
  });
});
