import { createHash, randomBytes } from 'node:crypto';

export const callback = 'http://localhost:3000/staff/signed-in';
export const signedOut = 'http://localhost:3000/staff/signed-out';

/** A client as ours is deployed: twelve hours, and a refresh token that is replaced works for another minute. */
export const deployedClient = {
  CallbackURLs: [callback],
  LogoutURLs: [signedOut],
  AllowedOAuthScopes: ['openid', 'tiny/staff'],
  AccessTokenValidity: 60,
  RefreshTokenValidity: 720,
  TokenValidityUnits: { AccessToken: 'minutes', IdToken: 'minutes', RefreshToken: 'minutes' },
  RefreshTokenRotation: { Feature: 'ENABLED', RetryGracePeriodSeconds: 60 },
  EnableTokenRevocation: true,
};

export interface Tokens {
  access_token: string;
  refresh_token?: string;
  token_type: string;
  expires_in: number;
}

const verifier = randomBytes(32).toString('base64url');

/** A browser application that signs people in at an address, by authorization code with PKCE. */
export function signInClient(url: string, clientId: string) {
  const asked = {
    response_type: 'code',
    client_id: clientId,
    redirect_uri: callback,
    scope: 'openid tiny/staff',
    state: 'a state',
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
    login_hint: 'staff-blerim',
  };
  const post = (path: string, form: Record<string, string>): Promise<Response> =>
    fetch(`${url}/oauth2/${path}`, { method: 'POST', body: new URLSearchParams(form) });
  const authorize = (more: Record<string, string> = {}, without?: string): Promise<Response> => {
    const query = new URLSearchParams({ ...asked, ...more });
    if (without !== undefined) query.delete(without);
    return fetch(`${url}/oauth2/authorize?${query.toString()}`, { redirect: 'manual' });
  };
  const code = async (): Promise<string> => sentBack(await authorize()).get('code') ?? '';
  const exchange = (given: string, more: Record<string, string> = {}): Promise<Response> =>
    post('token', {
      grant_type: 'authorization_code',
      client_id: clientId,
      redirect_uri: callback,
      code: given,
      code_verifier: verifier,
      ...more,
    });
  return {
    authorize,
    code,
    exchange,
    signIn: async (): Promise<Required<Tokens>> => (await (await exchange(await code())).json()) as Required<Tokens>,
    refresh: (token: string, more: Record<string, string> = {}): Promise<Response> =>
      post('token', { grant_type: 'refresh_token', client_id: clientId, refresh_token: token, ...more }),
    token: (form: Record<string, string>): Promise<Response> => post('token', { client_id: clientId, ...form }),
    revoke: (form: Record<string, string>): Promise<Response> => post('revoke', { client_id: clientId, ...form }),
    logout: (query: Record<string, string>): Promise<Response> =>
      fetch(`${url}/logout?${new URLSearchParams({ client_id: clientId, ...query }).toString()}`, {
        redirect: 'manual',
      }),
  };
}

export const sentBack = (answer: Response): URLSearchParams =>
  new URL(answer.headers.get('location') ?? '').searchParams;
