import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Answer } from '#test/support/besa-over-http.ts';
import { startTestBesa, type BesaUnderTest } from '#test/support/running-besa.ts';

/** The administrators that a fresh directory is seeded with. */
const [first, second] = ['staff-kujtim', 'staff-lule'] as const;

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

it('with a single administrator left, a day and a mail to those who could object stand in for the second', async () => {
  const administrators = (await get(first, 'directory/people')).body['people'] as { id: string; role?: string }[];
  for (const { id } of administrators.filter(({ id, role }) => role === 'administrator' && id !== first)) {
    expect((await decide(first, id, 'suspension')).status).toBe(200);
  }
  expect((await decide(first, first, 'suspension')).body['because']).toBe('last_administrator');
  const asked = await decide(first, 'staff-arta', 'change', { cleared: true });
  expect(asked.body).toMatchObject({ cleared: false, waiting: { effectiveAt: expect.any(String) as string } });
  await besa.advance('PT2M');
  const told = (await besa.inbox()).filter(({ text }) => text.includes('/directory/people/staff-arta'));
  expect(told.map(({ to }) => to)).toEqual(expect.arrayContaining(['elira@besa.example', 'kujtim@besa.example']));
  for (const { text } of told) expect(text).not.toContain('Arta Hoxha');
  expect((await get(first, 'directory/people/staff-arta')).body).toMatchObject({ cleared: false });
  await besa.advance('PT24H');
  expect((await get(first, 'directory/people/staff-arta')).body).toMatchObject({ cleared: true });
  expect((await besa.inbox()).filter(({ text }) => text.includes('/directory/people/staff-arta'))).toHaveLength(
    told.length,
  );
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
