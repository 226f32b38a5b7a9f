import { createHash, randomBytes } from 'node:crypto';
import { createRemoteJWKSet, jwtVerify } from 'jose';
import { describe, expect, it } from 'vitest';
import { seededPeople } from '#infra/local/sign-in/seed-people.ts';
import { roles } from '#shared/domain/access/authorize.ts';
import { startTinyBesa } from '../tiny-besa.ts';

const callback = 'http://localhost:3000/staff/signed-in';
const client = {
  Type: 'AWS::Cognito::UserPoolClient',
  Properties: { CallbackURLs: [callback], AllowedOAuthScopes: ['openid', 'tiny/staff'] },
};
const open = () =>
  startTinyBesa({
    change: (template) => {
      template.Resources['Client'] = client;
    },
  });
type Besa = Awaited<ReturnType<typeof open>>;

const verifier = randomBytes(32).toString('base64url');
const challenge = createHash('sha256').update(verifier).digest('base64url');
const asked = {
  response_type: 'code',
  client_id: 'local-staff-client',
  redirect_uri: callback,
  scope: 'openid tiny/staff',
  state: 'a state',
  code_challenge: challenge,
  code_challenge_method: 'S256',
  login_hint: 'staff-blerim',
};
const authorize = (besa: Besa, more: Record<string, string> = {}, without?: string) => {
  const query = new URLSearchParams({ ...asked, ...more });
  if (without !== undefined) query.delete(without);
  return fetch(`${besa.url}/oauth2/authorize?${query.toString()}`, { redirect: 'manual' });
};
const sentBack = (answer: Response) => new URL(answer.headers.get('location') ?? '').searchParams;
const codeOf = async (besa: Besa) => sentBack(await authorize(besa)).get('code') ?? '';
const exchange = (besa: Besa, code: string, more: Record<string, string> = {}) =>
  fetch(`${besa.url}/oauth2/token`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'authorization_code',
      client_id: 'local-staff-client',
      redirect_uri: callback,
      code,
      code_verifier: verifier,
      ...more,
    }),
  });

describe('signing in on this machine', () => {
  it('gives a page a code for a person, and a token for the code, which the APIs take', async () => {
    const besa = await open();
    const back = sentBack(await authorize(besa));
    expect(back.get('state')).toBe('a state');
    const answer = await exchange(besa, back.get('code') ?? '');
    expect(answer.headers.get('cache-control')).toBe('no-store');
    const { access_token: token } = (await answer.json()) as { access_token: string };
    const { payload } = await jwtVerify(token, createRemoteJWKSet(new URL(`${besa.url}/.well-known/jwks.json`)));
    expect(payload).toMatchObject({ sub: 'staff-blerim', token_use: 'access', scope: 'openid tiny/staff' });
    const used = await fetch(`${besa.url}/staff/v1/things`, {
      method: 'POST',
      body: '{"id":"s"}',
      headers: { authorization: `Bearer ${token}` },
    });
    expect(used.status).toBe(201);
  });

  it('gives a code once, for five minutes, to who has the verifier and came from where it was sent', async () => {
    const besa = await open();
    const code = await codeOf(besa);
    expect((await exchange(besa, code)).status).toBe(200);
    expect((await exchange(besa, code)).status).toBe(400);
    const wrong: Record<string, string>[] = [
      { code_verifier: randomBytes(32).toString('base64url') },
      { redirect_uri: 'http://localhost:3000/elsewhere' },
      { client_id: 'another' },
      { grant_type: 'password' },
    ];
    for (const one of wrong) expect((await exchange(besa, await codeOf(besa), one)).status).toBe(400);
    const late = await codeOf(besa);
    await besa.clock.advance(5 * 60_000);
    expect((await exchange(besa, late)).status).toBe(400);
  });

  it('sends nobody back to an address that the template does not name', async () => {
    const besa = await open();
    for (const more of [{ redirect_uri: 'https://evil.example/' }, { client_id: 'another' }]) {
      const answer = await authorize(besa, more);
      expect(answer.status).toBe(400);
      expect(answer.headers.get('location')).toBeNull();
    }
  });

  it.each([
    ['without a challenge', {}, 'code_challenge', 'invalid_request'],
    ['with a plain challenge', { code_challenge_method: 'plain' }, undefined, 'invalid_request'],
    ['for a scope that is not ours', { scope: 'tiny/everything' }, undefined, 'invalid_scope'],
    ['for a token at once', { response_type: 'token' }, undefined, 'unsupported_response_type'],
    ['for somebody without an account', { login_hint: 'staff-grace' }, undefined, 'access_denied'],
  ])('refuses %s', async (_, more, without, error) => {
    const back = sentBack(await authorize(await open(), more, without));
    expect(back.get('error')).toBe(error);
    expect(back.get('code')).toBeNull();
  });

  it('shows who can sign in, when nobody was named', async () => {
    const page = await (await authorize(await open(), {}, 'login_hint')).text();
    expect(page).toContain('Blerim Gjoka');
    expect(page).not.toContain('Grace Miller');
  });
});

it('has somebody for each role', () => {
  for (const role of roles) expect(seededPeople.map((one) => one.role)).toContain(role);
});
