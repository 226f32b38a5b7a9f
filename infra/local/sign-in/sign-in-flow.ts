import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import * as z from 'zod/mini';
import { clientId } from './issuer.ts';
import type { Issuer } from './issuer.ts';
import { parseProperties } from '../template/template.ts';
import type { Resource } from '../template/template.ts';

/** For how long a code can be exchanged. Source: Cognito, authorization code grant. */
const codeLifetimeMs = 5 * 60_000;
const atMostBytes = 16 * 1024;

const clientShape = z.looseObject({
  CallbackURLs: z._default(z.array(z.string()), []),
  AllowedOAuthScopes: z._default(z.array(z.string()), []),
});

interface Code {
  subject: string;
  redirectUri: string;
  scopes: readonly string[];
  challenge: string;
  until: number;
}

interface Parts {
  resources: readonly Resource[];
  issuer: Issuer;
  hasAccount: (user: string) => Promise<boolean>;
  people: () => readonly { user: string; name: string; role?: string }[];
  now: () => Date;
}

type Answer = { status: number; headers?: Record<string, string>; body: string };

const json = (status: number, body: object): Answer => ({
  status,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
});

/** Whether a request is for the sign-in pages and not for an API. */
export function isSignIn(url: string): boolean {
  return /^\/(oauth2\/|\.well-known\/jwks\.json)/u.test(url);
}

/**
 * Signing in by authorization code with PKCE. The routes are those of Cognito's domain, so a page can be built against
 * them. The client is the template's. It says where people are sent back to, and which scopes they may ask for. Instead
 * of a password there is a list of people with an account; `login_hint` chooses without it. A code is good once.
 */
export function signInFlow(parts: Parts): (request: IncomingMessage, response: ServerResponse) => Promise<void> {
  const client = parts.resources.find(({ type }) => type === 'AWS::Cognito::UserPoolClient');
  const { CallbackURLs, AllowedOAuthScopes } =
    client === undefined ? clientShape.parse({}) : parseProperties(clientShape, client);
  const codes = new Map<string, Code>();

  const authorize = async (query: URLSearchParams): Promise<Answer> => {
    const redirectUri = query.get('redirect_uri') ?? '';
    // A person is sent back only to where the template says. Elsewhere the code could be stolen.
    if (query.get('client_id') !== clientId || !CallbackURLs.includes(redirectUri)) {
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
    if (scopes.length === 0 || scopes.some((scope) => !AllowedOAuthScopes.includes(scope))) {
      return back({ error: 'invalid_scope' });
    }
    const subject = query.get('login_hint');
    if (subject === null) return choice(query, parts.people());
    if (!(await parts.hasAccount(subject))) return back({ error: 'access_denied' });
    const code = randomBytes(24).toString('base64url');
    codes.set(code, { subject, redirectUri, scopes, challenge, until: parts.now().getTime() + codeLifetimeMs });
    return back({ code });
  };

  const token = async (form: URLSearchParams): Promise<Answer> => {
    const code = form.get('code') ?? '';
    const known = codes.get(code);
    codes.delete(code);
    if (form.get('grant_type') !== 'authorization_code') return json(400, { error: 'unsupported_grant_type' });
    if (form.get('client_id') !== clientId) return json(400, { error: 'invalid_client' });
    const isGood =
      known !== undefined &&
      known.until > parts.now().getTime() &&
      known.redirectUri === form.get('redirect_uri') &&
      isVerified(known.challenge, form.get('code_verifier') ?? '');
    if (!isGood) return json(400, { error: 'invalid_grant' });
    const access = await parts.issuer.sign(known.subject, known.scopes);
    return json(200, { access_token: access, token_type: 'Bearer', expires_in: 3600 });
  };

  const answer = async (request: IncomingMessage): Promise<Answer> => {
    const url = new URL(request.url ?? '/', 'http://local');
    switch (`${request.method ?? ''} ${url.pathname}`) {
      case 'GET /oauth2/authorize':
        return authorize(url.searchParams);
      case 'POST /oauth2/token':
        return token(new URLSearchParams(await readText(request)));
      case 'GET /.well-known/jwks.json':
        return json(200, parts.issuer.keys());
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

/** The page on which one chooses who signs in. */
function choice(query: URLSearchParams, people: ReturnType<Parts['people']>): Answer {
  const links = people
    .filter(({ role }) => role !== undefined)
    .map(({ user, name, role }) => {
      const chosen = new URLSearchParams(query);
      chosen.set('login_hint', user);
      return `<li><a href="/oauth2/authorize?${escaped(chosen.toString())}">${escaped(name)}</a> (${escaped(role ?? '')})</li>`;
    });
  const style = 'body{font:18px/1.6 system-ui;max-width:30rem;margin:2rem auto;padding:0 1rem}';
  const body = `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Sign in</title><style>${style}</style><h1>Sign in as</h1><ul>${links.join('')}</ul></html>`;
  const policy = "default-src 'none'; style-src 'unsafe-inline'";
  return {
    status: 200,
    headers: { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': policy },
    body,
  };
}

function escaped(text: string): string {
  return text.replace(/[<>&"']/gu, (character) => `&#${character.codePointAt(0) ?? 32};`);
}
