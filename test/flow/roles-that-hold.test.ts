import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { reportOf } from '#test/support/http-reports.ts';
import { startTestBesa, typesIn } from '#test/support/running-besa.ts';
import type { BesaUnderTest } from '#test/support/running-besa.ts';
import { takeInHand } from '#test/support/take-in-hand.ts';

let besa: BesaUnderTest;
beforeAll(async () => {
  besa = await startTestBesa();
});
afterAll(() => besa.end());

/** Signs in as a page does: by authorization code with PKCE. */
async function signInByCode(user: string) {
  const verifier = randomBytes(32).toString('base64url');
  const client = { client_id: besa.inside.signInClientId, redirect_uri: `${besa.url}/staff/signed-in` };
  const asked = new URLSearchParams({
    ...client,
    response_type: 'code',
    scope: 'openid besa/staff',
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
    login_hint: user,
  });
  const back = await fetch(`${besa.url}/oauth2/authorize?${asked.toString()}`, { redirect: 'manual' });
  const code = new URL(back.headers.get('location') ?? '').searchParams.get('code') ?? '';
  const given = { ...client, grant_type: 'authorization_code', code, code_verifier: verifier };
  const answer = await fetch(`${besa.url}/oauth2/token`, { method: 'POST', body: new URLSearchParams(given) });
  const { access_token: token, refresh_token: refreshToken } = (await answer.json()) as Record<string, string>;
  return { headers: { authorization: `Bearer ${token}` }, refreshToken: refreshToken ?? '' };
}

/** Another access token for the same sign-in, and the next refresh token. */
async function refresh(token: string) {
  const given = { grant_type: 'refresh_token', client_id: besa.inside.signInClientId, refresh_token: token };
  const answer = await fetch(`${besa.url}/oauth2/token`, { method: 'POST', body: new URLSearchParams(given) });
  const { access_token: access, refresh_token: next } = (await answer.json()) as Record<string, string>;
  return { headers: { authorization: `Bearer ${access}` }, refreshToken: next ?? '' };
}

it('a page signs in by code; a suspended person is out at the next call, with the same token and with a new one', async () => {
  const first = await signInByCode('staff-drita');
  expect((await besa.get('/staff/v1/cases', first.headers)).status).toBe(200);
  const drita = await refresh(first.refreshToken);
  expect((await besa.get('/staff/v1/cases', drita.headers)).status).toBe(200);
  const { headers: administrator } = await signInByCode('staff-kujtim');
  expect((await besa.get('/staff/v1/cases', administrator)).status).toBe(403);
  const record = await besa.get('/staff/v1/directory/people/staff-drita', administrator);
  const headers = {
    ...administrator,
    'idempotency-key': randomUUID(),
    'if-match': record.headers.get('etag') ?? '',
  };
  const suspended = await besa.post('/staff/v1/directory/people/staff-drita/suspension', {}, headers);
  expect(suspended.status).toBe(200);
  expect((await besa.get('/staff/v1/cases', drita.headers)).status).toBe(403);
  const later = await refresh(drita.refreshToken);
  expect((await besa.get('/staff/v1/cases', later.headers)).status).toBe(403);
});

it('each role sees its own of a case, and an export needs another person and leaves a trace', async () => {
  const [blerim, elira, hana, flamur] = await Promise.all(
    ['staff-blerim', 'staff-elira', 'staff-hana', 'staff-flamur'].map((user) => besa.signIn(user)),
  );
  if (!blerim || !elira || !hana || !flamur) throw new Error('Somebody did not sign in.');
  const { body } = await besa.report(reportOf.critical);
  const { caseNumber } = body;
  await besa.advance('PT1M');
  const { help: _, ...seen } = (await hana.show(caseNumber)).body as unknown as Record<string, unknown>;
  expect(Object.keys(seen).toSorted()).toEqual(['caseNumber', 'due', 'may', 'severity']);
  expect((await flamur.show(caseNumber)).body).not.toHaveProperty('reported');
  expect((await flamur.command(caseNumber, 'read', { reason: 'on_duty' })).status).toBe(403);

  await blerim.command(caseNumber, 'read', { reason: 'on_duty' });
  const asked = await blerim.command(caseNumber, 'export', { reason: 'court_or_prosecutor' });
  expect(asked.body).toMatchObject({ approvals: [{ id: 'export-1', kind: 'export' }] });
  await besa.advance('PT10M');
  const mail = (await besa.inbox()).find(
    ({ to, subject }) => to === 'elira@besa.example' && /personi te d/.test(subject),
  );
  expect(mail?.text).toContain(caseNumber);
  expect((await blerim.command(caseNumber, 'export/export-1/copy', {})).status).toBe(409);
  expect((await elira.command(caseNumber, 'approvals/export-1', { verdict: 'approve' })).status).toBe(200);
  const copy = await blerim.command(caseNumber, 'export/export-1/copy', {});
  expect(copy.body['text']).toContain('Blerim Gjoka');
  expect((await blerim.command(caseNumber, 'export/export-1/copy', {})).status).toBe(409);

  const { headers: auditor } = await signInByCode('staff-ilir');
  const log = await besa.get(`/staff/v1/access-log?case=${caseNumber}`, auditor);
  expect((log.body as Record<string, unknown>)['entries']).toMatchObject([
    { actor: 'staff-blerim', action: 'read', reason: 'on_duty', caseNumber },
    { actor: 'staff-blerim', action: 'export', reason: 'export-1 court_or_prosecutor', caseNumber },
  ]);
  const { headers: statistician } = await signInByCode('staff-jona');
  expect((await besa.get(`/staff/v1/access-log?case=${caseNumber}`, statistician)).status).toBe(403);
  await takeInHand(blerim, caseNumber);
});

it('a severity lowered from critical climbs the ladder when nobody else looks, and is critical again when refused', async () => {
  const [blerim, elira] = await Promise.all([besa.signIn('staff-blerim'), besa.signIn('staff-elira')]);
  const { caseNumber } = (await besa.report({ ...reportOf.critical, narrative: 'Another one.' })).body;
  await besa.advance('PT1M');
  await blerim.command(caseNumber, 'read', { reason: 'on_duty' });
  const lowered = await blerim.decide(caseNumber, 'severity', { severity: 'normal', reason: 'already_safe' });
  expect(lowered.body).toMatchObject({ severity: 'normal', approvals: [{ id: 'lowering-1' }] });
  await besa.advance('PT25H');
  const { history } = (await elira.show(caseNumber)).body;
  const raised = history.filter(
    ({ type, data }) => type === 'case.escalated' && data['timer'] === '1.second_look.report',
  );
  expect(raised).toHaveLength(1);
  await elira.command(caseNumber, 'approvals/lowering-1', { verdict: 'refuse' });
  const shown = (await elira.show(caseNumber)).body;
  expect(shown.severity).toBe('critical');
  expect(typesIn(shown)).toEqual(expect.arrayContaining(['approval.asked', 'approval.refused']));
  expect(shown.timers.some(({ id }) => id.includes('second_look'))).toBe(false);
  expect(besa.inside.refusals()).toEqual([]);
});
