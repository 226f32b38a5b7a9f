import { decodeJwt } from 'jose';
import { describe, expect, it } from 'vitest';
import { startTinyBesa } from '../tiny-besa.ts';
import { deployedClient, signInClient } from './client.ts';
import type { Tokens } from './client.ts';
import { openAlone } from './sign-in-alone.ts';

const minutes = 60_000;
const hours = 60 * minutes;

const tokensIn = async (answer: Response): Promise<Tokens> => {
  expect(answer.status).toBe(200);
  expect(answer.headers.get('cache-control')).toBe('no-store');
  return (await answer.json()) as Tokens;
};
const refusal = async (answer: Response): Promise<[number, unknown]> => [
  answer.status,
  ((await answer.json()) as { error: string }).error,
];
const invalidGrant = [400, 'invalid_grant'];

describe('a refresh token', () => {
  it('gives another access token of the same sign-in, and its own successor', async () => {
    const { signIn, refresh, advance } = await openAlone();
    const first = await signIn();
    expect(first).toMatchObject({ token_type: 'Bearer', expires_in: 3600 });
    advance(59 * minutes);
    const second = await tokensIn(await refresh(first.refresh_token));
    expect(second).toMatchObject({ token_type: 'Bearer', expires_in: 3600 });
    expect(second.refresh_token).toMatch(/^[\w-]{64}$/u);
    expect(second.refresh_token).not.toBe(first.refresh_token);
    const [before, after] = [decodeJwt(first.access_token), decodeJwt(second.access_token)];
    for (const claim of ['sub', 'scope', 'auth_time', 'origin_jti', 'client_id']) {
      expect(before[claim]).toBeDefined();
      expect([claim, after[claim]]).toEqual([claim, before[claim]]);
    }
    expect(after.jti).not.toBe(before.jti);
    expect(after.iat).toBe((before.iat ?? 0) + 59 * 60);
    expect(after.exp).toBe((after.iat ?? 0) + 3600);
  });

  it('that was replaced works for another minute, counted from its first use, and then never', async () => {
    const { signIn, refresh, advance } = await openAlone();
    const { refresh_token: first } = await signIn();
    const { refresh_token: lost = '' } = await tokensIn(await refresh(first));
    advance(59_000);
    const { refresh_token: kept = '' } = await tokensIn(await refresh(first));
    expect(kept).not.toBe(lost);
    advance(1000);
    expect(await refusal(await refresh(first))).toEqual(invalidGrant);
    // Who has the later ones stays signed in.
    await tokensIn(await refresh(kept));
    advance(hours);
    expect(await refusal(await refresh(first))).toEqual(invalidGrant);
  });

  it('ends twelve hours after the sign-in, however often it was replaced', async () => {
    const { signIn, refresh, advance } = await openAlone();
    let { refresh_token: token } = await signIn();
    for (let hour = 1; hour <= 11; hour += 1) {
      advance(hours);
      ({ refresh_token: token = '' } = await tokensIn(await refresh(token)));
    }
    advance(hours);
    expect(await refusal(await refresh(token))).toEqual(invalidGrant);
  });

  it('gives nothing for somebody whose account is gone', async () => {
    const { signIn, refresh, remove } = await openAlone();
    const { refresh_token: token } = await signIn();
    await tokensIn(await refresh(token));
    remove('staff-blerim');
    expect(await refusal(await refresh(token))).toEqual(invalidGrant);
  });

  it('stays the same, and is not told again, where the client replaces none', async () => {
    const { RefreshTokenRotation: _, ...others } = deployedClient;
    const { signIn, refresh, advance } = await openAlone(others);
    const { refresh_token: token } = await signIn();
    for (const _hour of [1, 2]) {
      advance(hours);
      expect(await tokensIn(await refresh(token))).not.toHaveProperty('refresh_token');
    }
  });

  it('is at once invalid after its use, where the client has no time for a retry', async () => {
    const rotation = { Feature: 'ENABLED' };
    const { signIn, refresh } = await openAlone({ ...deployedClient, RefreshTokenRotation: rotation });
    const { refresh_token: token } = await signIn();
    const answers = await Promise.all([refresh(token), refresh(token)]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 400)).toHaveLength(1);
  });

  it.each([
    ['of another client', { client_id: 'another' }, 'invalid_client'],
    ['that nobody was given', { refresh_token: 'x'.repeat(64) }, 'invalid_grant'],
    ['that is an access token', undefined, 'invalid_grant'],
  ])('%s is refused', async (_, more, error) => {
    const { signIn, refresh } = await openAlone();
    const given = await signIn();
    const answer = await refresh(given.refresh_token, more ?? { refresh_token: given.access_token });
    expect(await refusal(answer)).toEqual([400, error]);
  });

  it('must be there', async () => {
    const { token } = await openAlone();
    expect(await refusal(await token({ grant_type: 'refresh_token' }))).toEqual([400, 'invalid_request']);
  });
});

describe('revoking', () => {
  it('ends every refresh token of the sign-in, and of no other', async () => {
    const { signIn, refresh, revoke } = await openAlone();
    const [phone, desk] = [await signIn(), await signIn()];
    const next = await tokensIn(await refresh(phone.refresh_token));
    const answer = await revoke({ token: next.refresh_token ?? '' });
    expect([answer.status, await answer.text()]).toEqual([200, '']);
    expect(await refusal(await refresh(next.refresh_token ?? ''))).toEqual(invalidGrant);
    // The one before would have worked for another minute.
    expect(await refusal(await refresh(phone.refresh_token))).toEqual(invalidGrant);
    await tokensIn(await refresh(desk.refresh_token));
  });

  it('answers as Cognito does to what it cannot revoke', async () => {
    const { signIn, refresh, revoke } = await openAlone();
    const given = await signIn();
    expect((await revoke({ token: 'nobody’s' })).status).toBe(200);
    expect(await refusal(await revoke({}))).toEqual([400, 'invalid_request']);
    expect(await refusal(await revoke({ token: given.access_token }))).toEqual([400, 'unsupported_token_type']);
    const another = await revoke({ token: given.refresh_token, client_id: 'another' });
    expect(await refusal(another)).toEqual([401, 'invalid_client']);
    await tokensIn(await refresh(given.refresh_token));
  });

  it('is refused where the client has it off', async () => {
    const { signIn, revoke } = await openAlone({ ...deployedClient, EnableTokenRevocation: false });
    const { refresh_token: token } = await signIn();
    expect(await refusal(await revoke({ token }))).toEqual([400, 'invalid_request']);
  });
});

describe('a duty phone', () => {
  const change: NonNullable<Parameters<typeof startTinyBesa>[0]>['change'] = (template) => {
    template.Resources['Client'] = { Type: 'AWS::Cognito::UserPoolClient', Properties: deployedClient };
  };

  it(
    'is signed in for its shift, over a restart; what was out when it was revoked ends with its hour',
    { timeout: 60_000 },
    async () => {
      const first = await startTinyBesa({ change });
      const before = signInClient(first.url, first.signInClientId);
      const signedIn = await before.signIn();
      const { dataDir } = first;
      await first.stop();

      const besa = await startTinyBesa({ dataDir, change });
      const phone = signInClient(besa.url, besa.signInClientId);
      const use = async (token: string): Promise<number> => {
        const headers = { authorization: `Bearer ${token}` };
        return (await fetch(`${besa.url}/staff/v1/things`, { method: 'POST', body: '{"id":"s"}', headers })).status;
      };
      await besa.clock.advance(11 * hours);
      expect(await use(signedIn.access_token)).toBe(401);
      const late = await tokensIn(await phone.refresh(signedIn.refresh_token));
      expect(await use(late.access_token)).toBe(201);

      // As API Gateway does on AWS, the gateway reads the signature and the time, and asks nobody about the rest.
      expect((await phone.revoke({ token: late.refresh_token ?? '' })).status).toBe(200);
      expect(await refusal(await phone.refresh(late.refresh_token ?? ''))).toEqual(invalidGrant);
      expect(await use(late.access_token)).toBe(201);

      const again = await phone.signIn();
      await besa.clock.advance(13 * hours);
      expect(await use(late.access_token)).toBe(401);
      expect(await refusal(await phone.refresh(again.refresh_token))).toEqual(invalidGrant);
    },
  );
});
