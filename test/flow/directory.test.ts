import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Answer } from '#test/support/besa-over-http.ts';
import { reportOf } from '#test/support/http-reports.ts';
import { startTestBesa, type BesaUnderTest } from '#test/support/running-besa.ts';

/** The administrators that a fresh directory is seeded with. */
const [first, second] = ['staff-kujtim', 'staff-lule'] as const;

/** The first name, as in the addresses that a fresh directory is seeded with. */
const nameOf = (id: string): string => id.replace('staff-', '');

let besa: BesaUnderTest;
let month: string;
beforeAll(async () => {
  besa = await startTestBesa();
  month = (await besa.now()).slice(0, 'YYYY-MM'.length);
});
afterAll(() => besa.end());

async function signedIn(user: string): Promise<Record<string, string>> {
  const { status, body } = (await besa.post('/local/sign-in', { user })) as Answer;
  expect([user, status]).toEqual([user, 200]);
  return { authorization: `Bearer ${String(body['token'])}` };
}
const get = async (user: string, path: string) => (await besa.get(`/staff/v1/${path}`, await signedIn(user))) as Answer;
const post = async (user: string, path: string, body: unknown, more: Record<string, string> = {}) => {
  const headers = { ...(await signedIn(user)), 'idempotency-key': randomUUID(), ...more };
  return (await besa.post(`/staff/v1/directory/${path}`, body, headers)) as Answer;
};
/** Decided on the record as it is now. */
const decide = async (user: string, person: string, step: string, body: unknown = {}) => {
  const shown = await get(first, `directory/people/${person}`);
  return post(user, `people/${person}/${step}`, body, { 'if-match': shown.headers.get('etag') ?? '' });
};

it('somebody new works once a second administrator agrees, and is out at the next call', async () => {
  const dora = { id: 'dora', name: 'Dora', mail: 'dora@besa.example', language: 'sq', role: 'officer' };
  const added = await post(first, 'people', { ...dora, duties: ['backup'], cleared: true });
  expect(added.body).toMatchObject({ waiting: { because: ['role_up', 'clearance_given'] } });
  const token = await signedIn('dora');
  expect((await besa.get('/staff/v1/cases', token)).status).toBe(403);
  expect((await decide(first, 'dora', 'approval', { verdict: 'approve' })).status).toBe(409);
  expect((await decide(second, 'dora', 'approval', { verdict: 'approve' })).status).toBe(200);
  expect((await besa.get('/staff/v1/cases', token)).status).toBe(200);
  expect((await decide(first, 'dora', 'suspension')).status).toBe(200);
  expect((await besa.get('/staff/v1/cases', token)).status).toBe(403);
});

it('one administrator alone shuts nobody out of the ladder, and gains nothing', async () => {
  const others = [second, 'staff-elira', 'staff-flamur', 'staff-ilir'];
  for (const id of others) {
    expect((await decide(first, id, 'suspension')).body).toMatchObject({ active: true, barred: true });
  }
  expect((await besa.get('/staff/v1/cases', await signedIn('staff-elira'))).status).toBe(403);
  expect((await decide(first, first, 'suspension')).body['because']).toBe('last_administrator');

  const mine = { id: 'mine', name: 'Mine', mail: 'mine@elsewhere.example', language: 'sq', role: 'officer' };
  const added = await post(first, 'people', { ...mine, duties: [], cleared: true });
  expect(added.body['waiting']).not.toHaveProperty('effectiveAt');
  const partner = {
    id: 'my-partner',
    name: 'P',
    mail: 'p@elsewhere.example',
    language: 'sq',
    duties: ['outside_partner'],
  };
  await post(first, 'people', { ...partner, cleared: false });
  const called = await decide(first, 'mine', 'approval', { verdict: 'approve', call: { code: '00000000' } });
  expect([called.status, called.body['because']]).toEqual([409, 'wrong_code']);

  await besa.advance('PT25H');
  const shown = (await get(first, 'directory/people')).body['people'] as {
    id: string;
    active: boolean;
    role?: string;
  }[];
  const byId = (id: string) => shown.find((one) => one.id === id);
  for (const id of others) expect(byId(id)).toMatchObject({ active: true, role: expect.any(String) as string });
  expect(byId('mine')).not.toHaveProperty('role');
  expect((await besa.get('/staff/v1/cases', await signedIn('mine'))).status).toBe(403);

  // Each was told, and so was the partner, who alone knows the code.
  const inbox = await besa.inbox();
  // A telephone gets several notices as one line, which leads to the list. Only a notice about oneself leads to one's own page.
  const isAbout = (text: string, id: string): boolean =>
    text.includes(`/people/${id}`) || text.trim().endsWith('/people') || /\/staff\/me\s/.test(`${text}\n`);
  for (const id of others) {
    const toldThem = inbox.filter(({ to, text }) => to === `${nameOf(id)}@besa.example` && isAbout(text, id));
    expect([id, toldThem.length]).toEqual([id, expect.toSatisfy((count: number) => count > 0)]);
  }
  for (const { to, text } of inbox.filter(({ text }) => text.includes('/people'))) {
    expect([to, text.includes('Elira Prifti') && to === 'elira@besa.example']).toEqual([to, false]);
  }
});

it('so a child’s report still reaches every rung', async () => {
  const before = (await besa.inbox()).length;
  const { body } = await besa.report(reportOf.critical);
  await besa.advance('PT2H');
  const told = (await besa.inbox()).slice(before).filter(({ text }) => text.includes(body.caseNumber));
  const rungs = ['blerim', 'drita', 'elira', 'flamur', 'grace'].map((name) => `${name}@besa.example`);
  expect(told.map(({ to }) => to)).toEqual(expect.arrayContaining(rungs));
});

it('whoever asks for a test mail gets it by the way of letters, and nobody else does', async () => {
  const before = (await besa.inbox()).length;
  const headers = { ...(await signedIn('staff-blerim')), 'idempotency-key': randomUUID() };
  const tests = async () => (await besa.inbox()).slice(before).filter(({ text }) => text.includes('/staff/me'));
  const asked = [0, 0].map(async () => (await besa.post('/staff/v1/me/test-mail', {}, headers)) as Answer);
  expect((await Promise.all(asked)).map(({ status }) => status)).toEqual([200, 200]);
  expect(await tests()).toEqual([]);
  await besa.advance('PT10M');
  expect((await tests()).map(({ to }) => to)).toEqual(['blerim@besa.example']);
  const again = (await besa.get('/staff/v1/me/settings', await signedIn('staff-blerim'))) as Answer;
  expect(again.body['test']).toEqual({ askedAt: expect.any(String) as string });
});

it('every change stands in the audit, and no role was refused what it needs', async () => {
  const { body } = await get(first, `directory/audit?month=${month}`);
  const entries = body['entries'] as { by: string; action: string; about?: string }[];
  expect(
    entries.some(({ by, action, about }) => by === second && action === 'change_approved' && about === 'dora'),
  ).toBe(true);
  expect((await get('staff-blerim', 'directory/audit')).status).toBe(403);
  expect(besa.inside.refusals()).toEqual([]);
});
