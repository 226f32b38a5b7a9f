import { randomBytes } from 'node:crypto';
import { createRemoteJWKSet, decodeJwt, jwtVerify } from 'jose';
import { describe, expect, it } from 'vitest';
import { seededPeople } from '#infra/local/sign-in/seed-people.ts';
import { roles } from '#shared/domain/access/authorize.ts';
import { startTinyBesa } from '../tiny-besa.ts';
import { deployedClient, sentBack, signedOut, signInClient } from './client.ts';
import { openAlone } from './sign-in-alone.ts';

async function open() {
  const besa = await startTinyBesa({
    change: (template) => {
      template.Resources['Client'] = { Type: 'AWS::Cognito::UserPoolClient', Properties: deployedClient };
    },
  });
  return { besa, ...signInClient(besa.url, besa.signInClientId) };
}

describe('signing in on this machine', () => {
  it('gives a page a code for a person, and a token for the code, which the APIs take', async () => {
    const { besa, authorize, exchange } = await open();
    const back = sentBack(await authorize());
    expect(back.get('state')).toBe('a state');
    const answer = await exchange(back.get('code') ?? '');
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

  it('is for the client that the template’s functions know, and for no other', async () => {
    const { besa, authorize, signIn } = await open();
    expect(besa.signInClientId).toBe('Tiny-Client');
    expect(decodeJwt((await signIn()).access_token)['client_id']).toBe('Tiny-Client');
    expect((await authorize({ client_id: 'local-staff-client' })).status).toBe(400);
  });

  it('gives a code once, for five minutes, to who has the verifier and came from where it was sent', async () => {
    const { advance, code, exchange } = await openAlone();
    const given = await code();
    expect((await exchange(given)).status).toBe(200);
    expect((await exchange(given)).status).toBe(400);
    const wrong: Record<string, string>[] = [
      { code_verifier: randomBytes(32).toString('base64url') },
      { redirect_uri: 'http://localhost:3000/elsewhere' },
      { client_id: 'another' },
      { grant_type: 'password' },
    ];
    for (const one of wrong) expect((await exchange(await code(), one)).status).toBe(400);
    const late = await code();
    advance(5 * 60_000);
    expect((await exchange(late)).status).toBe(400);
  });

  it('sends nobody back to an address that the template does not name', async () => {
    const { authorize, logout } = await openAlone();
    const refused = await Promise.all([
      authorize({ redirect_uri: 'https://evil.example/' }),
      authorize({ client_id: 'another' }),
      logout({ logout_uri: 'https://evil.example/' }),
      logout({ logout_uri: signedOut, client_id: 'another' }),
      logout({}),
    ]);
    for (const answer of refused) {
      expect(answer.status).toBe(400);
      expect(answer.headers.get('location')).toBeNull();
    }
  });

  it('sends back whoever signs out', async () => {
    const { logout } = await openAlone();
    const answer = await logout({ logout_uri: signedOut });
    expect([answer.status, answer.headers.get('location')]).toEqual([302, signedOut]);
  });

  it.each([
    ['without a challenge', {}, 'code_challenge', 'invalid_request'],
    ['with a plain challenge', { code_challenge_method: 'plain' }, undefined, 'invalid_request'],
    ['for a scope that is not ours', { scope: 'tiny/everything' }, undefined, 'invalid_scope'],
    ['for a token at once', { response_type: 'token' }, undefined, 'unsupported_response_type'],
    ['for somebody without an account', { login_hint: 'staff-grace' }, undefined, 'access_denied'],
  ])('refuses %s', async (_, more, without, error) => {
    const { authorize } = await openAlone();
    const back = sentBack(await authorize(more, without));
    expect(back.get('error')).toBe(error);
    expect(back.get('code')).toBeNull();
  });

  it('shows who can sign in, when nobody was named', async () => {
    const { authorize } = await openAlone();
    const page = await (await authorize({}, 'login_hint')).text();
    expect(page).toContain('Blerim Gjoka');
    expect(page).not.toContain('Grace Miller');
  });
});

it('has somebody for each role', () => {
  for (const role of roles) expect(seededPeople.map((one) => one.role)).toContain(role);
});
