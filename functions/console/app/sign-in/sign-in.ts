import { inTab } from '../kept.ts';
import { addressOf, root, settings } from '../settings.ts';
import { newProof } from './pkce.ts';
import { mustSignInAnew } from './token-store.ts';

/** Tokens as the sign-in gives them (RFC 6749, 5.1). With rotation, each refresh brings another refresh token. */
export interface Tokens {
  access_token: string;
  refresh_token?: string;
}

/** What waits while the person is at the sign-in page, in this tab only. */
const waitingKey = 'besa.sign-in';

interface Waiting {
  state: string;
  verifier: string;
  /** The path to which the person comes back. */
  path: string;
}

const scopes = 'openid besa/staff';
const callback = addressOf('/signed-in');

/** Leaves for the sign-in page. The person comes back to `path`. */
export async function leaveForSignIn(path: string, hint?: string): Promise<void> {
  const { verifier, challenge } = await newProof();
  const state = crypto.randomUUID();
  inTab.set(waitingKey, JSON.stringify({ state, verifier, path } satisfies Waiting));
  location.assign(authorizeAddress(state, challenge, hint));
}

/** Ends the waiting for a window that was opened before. */
let another = new AbortController();

/**
 * Signs in again in a window of its own, so that nothing typed in this one is lost. That window tells the code to this
 * one. Whether it was closed cannot be seen, so each try ends the waiting of the one before: it is then undefined.
 */
export async function signInBeside(): Promise<Tokens | 'no_window' | undefined> {
  another.abort();
  another = new AbortController();
  const { signal } = another;
  // The window is opened at once: a browser lets only what somebody pressed open one.
  const beside = open('', 'besa-sign-in', 'popup,width=480,height=640');
  if (beside === null) return 'no_window';
  const { verifier, challenge } = await newProof();
  const state = crypto.randomUUID();
  const channel = new BroadcastChannel(channelName);
  beside.location.href = authorizeAddress(state, challenge);
  try {
    const code = await new Promise<string | undefined>((resolve) => {
      channel.addEventListener('message', ({ data }: MessageEvent<Told>) => {
        if (data.state === state) resolve(data.code);
      });
      signal.addEventListener('abort', () => resolve(undefined));
    });
    return code === undefined
      ? undefined
      : await tokens({ grant_type: 'authorization_code', code, code_verifier: verifier });
  } catch {
    return undefined;
  } finally {
    channel.close();
  }
}

const channelName = 'besa-sign-in';

interface Told {
  state: string;
  code: string | undefined;
}

/** The path to which the person comes back, while they are at the sign-in page or have just come from it. */
export function waitingPath(): string | undefined {
  const stored = inTab.get(waitingKey);
  return stored === undefined ? undefined : (JSON.parse(stored) as Waiting).path;
}

/** What the address says after the sign-in page has sent the person back. */
export type CameBack = { tokens: Tokens; path: string } | 'refused' | 'told_other_window';

/** Takes the answer of the sign-in page out of the address. Nothing of it stays there. */
export async function comeBack(query: URLSearchParams): Promise<CameBack> {
  const stored = inTab.get(waitingKey);
  inTab.remove(waitingKey);
  const state = query.get('state') ?? '';
  const code = query.get('code') ?? undefined;
  const waiting = stored === undefined ? undefined : (JSON.parse(stored) as Waiting);
  if (waiting?.state !== state) {
    const channel = new BroadcastChannel(channelName);
    channel.postMessage({ state, code } satisfies Told);
    channel.close();
    return 'told_other_window';
  }
  if (code === undefined) return 'refused';
  const given = await tokens({ grant_type: 'authorization_code', code, code_verifier: waiting.verifier });
  return given === undefined ? 'refused' : { tokens: given, path: waiting.path };
}

/** New tokens for a refresh token. `refused`: it is good no more. Throws when nothing is reached. */
export async function refreshed(token: string): Promise<Tokens | undefined> {
  return tokens({ grant_type: 'refresh_token', refresh_token: token });
}

/** Ends a refresh token and all that it could still give (RFC 7009). Without a network it ends by itself. */
export async function revoke(token: string): Promise<void> {
  await post('/oauth2/revoke', { token }).catch(() => undefined);
}

/** Leaves for the sign-in's own end, which forgets the person there, too. */
export function leaveForSignOut(): void {
  const query = new URLSearchParams({ client_id: settings.signIn.clientId, logout_uri: addressOf('/signed-out') });
  location.assign(`${settings.signIn.address}/logout?${query}`);
}

function authorizeAddress(state: string, challenge: string, hint?: string): string {
  const query = new URLSearchParams({
    response_type: 'code',
    client_id: settings.signIn.clientId,
    redirect_uri: callback,
    scope: scopes,
    state,
    code_challenge: challenge,
    code_challenge_method: 'S256',
    ...(hint === undefined ? {} : { login_hint: hint }),
    ...(mustSignInAnew() ? { prompt: 'login' } : {}),
  });
  return `${settings.signIn.address}/oauth2/authorize?${query}`;
}

/** Undefined when the sign-in refuses. Throws when it is not reached, or cannot answer now. */
async function tokens(asked: Readonly<Record<string, string>>): Promise<Tokens | undefined> {
  const answer = await post('/oauth2/token', { ...asked, redirect_uri: callback });
  if (answer.status >= 500 || answer.status === 429) throw new Error('The sign-in cannot answer now.');
  return answer.ok ? ((await answer.json()) as Tokens) : undefined;
}

async function post(path: string, fields: Readonly<Record<string, string>>): Promise<Response> {
  return fetch(`${settings.signIn.address}${path}`, {
    method: 'POST',
    body: new URLSearchParams({ ...fields, client_id: settings.signIn.clientId }),
    credentials: 'omit',
    signal: AbortSignal.timeout(20_000),
  });
}

/** Whether an address is one of those on which sign-in ends. */
export function isCallback(path: string): boolean {
  return new URL(path.slice(1), root).href === callback;
}
