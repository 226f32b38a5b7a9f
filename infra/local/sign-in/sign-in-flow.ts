import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { choicePage } from './choice-page.ts';
import type { Chooser } from './choice-page.ts';
import type { Issuer } from './issuer.ts';
import type { RefreshTokens } from './refresh-tokens.ts';
import { startSession } from './session.ts';
import type { Session } from './session.ts';
import type { StaffClient } from './staff-client.ts';

/** For how long a code can be exchanged. Source: Cognito, authorization code grant. */
const codeLifetimeMs = 5 * 60_000;
const atMostBytes = 16 * 1024;

interface Code {
  session: Session;
  redirectUri: string;
  challenge: string;
  until: number;
}

interface Parts {
  client: StaffClient;
  issuer: Issuer;
  refreshTokens: RefreshTokens;
  hasAccount: (user: string) => Promise<boolean>;
  people: () => readonly Chooser[];
  now: () => Date;
}

type Answer = { status: number; headers?: Record<string, string>; body: string };

const json = (status: number, body: object): Answer => ({
  status,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
});

const page = (body: string): Answer => ({
  status: 200,
  headers: {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'",
  },
  body,
});

/** Whether a request is for the sign-in pages and not for an API. */
export function isSignIn(url: string): boolean {
  return /^\/(oauth2\/|\.well-known\/jwks\.json|logout(?:\?|$))/u.test(url);
}

/**
 * Signing in by authorization code with PKCE. The routes are those of Cognito's domain, so a page can be built against
 * them. The client is the template's. It says where people are sent back to, which scopes they may ask for, and how long
 * they stay signed in. Instead of a password there is a list of people with an account; `login_hint` chooses without it.
 * A code is good once.
 *
 * Source: Cognito developer guide, "The token issuer endpoint", "Refresh tokens", "The token revocation endpoint" and
 * "The managed login sign-out endpoint".
 */
export function signInFlow(parts: Parts): (request: IncomingMessage, response: ServerResponse) => Promise<void> {
  const { client, issuer, refreshTokens } = parts;
  const codes = new Map<string, Code>();

  const authorize = async (query: URLSearchParams): Promise<Answer> => {
    const redirectUri = query.get('redirect_uri') ?? '';
    // A person is sent back only to where the template says. Elsewhere the code could be stolen.
    if (query.get('client_id') !== client.id || !client.callbackUrls.includes(redirectUri)) {
      return json(400, { error: 'invalid_request', error_description: 'Unknown client_id or redirect_uri.' });
    }
    const back = (answer: Record<string, string>): Answer => {
      const to = new URL(redirectUri);
      const state = query.get('state');
      for (const [name, value] of Object.entries({ ...answer, ...(state === null ? {} : { state }) })) {
        to.searchParams.set(name, value);
      }
      return { status: 302, headers: { location: to.href }, body: '' };
    };
    const challenge = query.get('code_challenge') ?? '';
    const scopes = (query.get('scope') ?? '').split(' ').filter((scope) => scope !== '');
    if (query.get('response_type') !== 'code') return back({ error: 'unsupported_response_type' });
    if (query.get('code_challenge_method') !== 'S256' || !/^[\w-]{43}$/u.test(challenge)) {
      return back({ error: 'invalid_request', error_description: 'code_challenge with S256 is needed.' });
    }
    if (scopes.length === 0 || scopes.some((scope) => !client.scopes.includes(scope))) {
      return back({ error: 'invalid_scope' });
    }
    const subject = query.get('login_hint');
    if (subject === null) return page(choicePage(query, parts.people()));
    if (!(await parts.hasAccount(subject))) return back({ error: 'access_denied' });
    const code = randomBytes(24).toString('base64url');
    const session = startSession(subject, scopes, parts.now());
    codes.set(code, { session, redirectUri, challenge, until: parts.now().getTime() + codeLifetimeMs });
    return back({ code });
  };

  const tokensOf = async (session: Session, refreshToken: string | undefined): Promise<Answer> =>
    json(200, {
      access_token: await issuer.sign(session),
      ...(refreshToken === undefined ? {} : { refresh_token: refreshToken }),
      token_type: 'Bearer',
      expires_in: client.accessTokenMs / 1000,
    });

  const exchange = async (form: URLSearchParams): Promise<Answer> => {
    const code = form.get('code') ?? '';
    const known = codes.get(code);
    codes.delete(code);
    if (form.get('client_id') !== client.id) return json(400, { error: 'invalid_client' });
    const isGood =
      known !== undefined &&
      known.until > parts.now().getTime() &&
      known.redirectUri === form.get('redirect_uri') &&
      isVerified(known.challenge, form.get('code_verifier') ?? '');
    if (!isGood) return json(400, { error: 'invalid_grant' });
    return tokensOf(known.session, refreshTokens.issue(known.session));
  };

  /** Scopes and `auth_time` stay those of the sign-in. A refresh token is in the answer only where it is a new one. */
  const refresh = async (form: URLSearchParams): Promise<Answer> => {
    const token = form.get('refresh_token');
    if (token === null) return json(400, { error: 'invalid_request' });
    if (form.get('client_id') !== client.id) return json(400, { error: 'invalid_client' });
    const session = refreshTokens.sessionOf(token);
    // Whose account is gone gets nothing. Somebody suspended gets a token, and is refused with it by the live record.
    const isThere = session !== undefined && (await parts.hasAccount(session.subject));
    const next = isThere ? refreshTokens.replace(token) : undefined;
    if (session === undefined || next === undefined) return json(400, { error: 'invalid_grant' });
    return tokensOf(session, next === token ? undefined : next);
  };

  const token = async (form: URLSearchParams): Promise<Answer> => {
    switch (form.get('grant_type')) {
      case 'authorization_code':
        return exchange(form);
      case 'refresh_token':
        return refresh(form);
      default:
        return json(400, { error: 'unsupported_grant_type' });
    }
  };

  /**
   * Ends a session's refresh tokens. An access token that is out stays good until it expires: the gateway reads its
   * signature and its time alone, as on AWS. Source: Cognito developer guide, "Things to know about revoking tokens".
   */
  const revoke = async (form: URLSearchParams): Promise<Answer> => {
    const token = form.get('token');
    if (form.get('client_id') !== client.id) return json(401, { error: 'invalid_client' });
    if (token === null || !client.revokes) return json(400, { error: 'invalid_request' });
    if ((await issuer.verify(token)) !== undefined) return json(400, { error: 'unsupported_token_type' });
    refreshTokens.revoke(token);
    return { status: 200, body: '' };
  };

  /** Cognito forgets here that the browser was signed in. It ends no token, and neither does this. */
  const logout = (query: URLSearchParams): Answer => {
    const to = query.get('logout_uri') ?? '';
    if (query.get('client_id') !== client.id || !client.logoutUrls.includes(to)) {
      return json(400, { error: 'invalid_request', error_description: 'Unknown client_id or logout_uri.' });
    }
    return { status: 302, headers: { location: to }, body: '' };
  };

  const answer = async (request: IncomingMessage): Promise<Answer> => {
    const url = new URL(request.url ?? '/', 'http://local');
    switch (`${request.method ?? ''} ${url.pathname}`) {
      case 'GET /oauth2/authorize':
        return authorize(url.searchParams);
      case 'POST /oauth2/token':
        return token(new URLSearchParams(await readText(request)));
      case 'POST /oauth2/revoke':
        return revoke(new URLSearchParams(await readText(request)));
      case 'GET /logout':
        return logout(url.searchParams);
      case 'GET /.well-known/jwks.json':
        return json(200, issuer.keys());
      default:
        return json(404, { error: 'not_found' });
    }
  };

  return async (request, response) => {
    const { status, headers, body } = await answer(request);
    response.writeHead(status, {
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'content-length': Buffer.byteLength(body),
      ...headers,
    });
    response.end(body);
  };
}

function isVerified(challenge: string, verifier: string): boolean {
  const derived = Buffer.from(createHash('sha256').update(verifier).digest('base64url'));
  return derived.length === challenge.length && timingSafeEqual(derived, Buffer.from(challenge));
}

async function readText(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > atMostBytes) return '';
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString();
}
