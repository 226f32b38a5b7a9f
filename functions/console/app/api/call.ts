import { addressOf } from '../settings.ts';
import { accessToken, lose, renewed, shutOut } from '../sign-in/session.ts';

/** A problem as the API words it, in the reader's language (RFC 9457). A conflict says how the case now stands. */
export interface ApiProblem {
  type: string;
  title: string;
  status: number;
  detail: string;
  because?: string;
  /** The case that a refusal is about, where the address names none. */
  caseNumber?: string;
  open?: readonly string[];
  /** How many there may be, of a list that is full. */
  limit?: string;
  errors?: readonly { pointer: string; code: string; message: string }[];
  case?: { revision: number };
}

/**
 * What became of a request. `not_reached`: nobody knows whether it arrived, so it is sent again under the same key.
 * `signed_out`: it was not taken, because the person has to sign in again.
 */
export type Answer<T> =
  | { ok: true; status: number; body: T; etag: string | undefined }
  | { ok: false; why: 'not_reached' | 'signed_out' }
  | { ok: false; why: 'refused'; problem: ApiProblem };

export type Refusal = Extract<Answer<never>, { ok: false }>;

export interface Asked {
  method: 'GET' | 'POST';
  /** With its query, such as `/v1/cases?severity=high`. */
  path: string;
  language: string;
  body?: unknown;
  /** The revision that the person saw. */
  etag?: string | undefined;
  /** The same for every try of one command. */
  key?: string;
  /** What is answered, where that is no JSON. A problem always is. */
  answers?: 'text';
}

/** The API answers within 20 s, or says that it cannot. */
const patienceMs = 25_000;

/** Asks the API. When the token has run out, it gets another and asks again: the same request, under the same key. */
export async function call<T>(asked: Asked): Promise<Answer<T>> {
  const answer = await signedIn<T>(asked);
  if (!answer.ok && answer.why === 'refused' && isOutsider(answer.problem)) await lookForAccount(asked);
  return answer;
}

/** The API says the same to a role that may not do this and to somebody whose account ended. */
const isOutsider = ({ status, because }: ApiProblem): boolean => status === 403 && because === 'role';

/** Everybody who has an account may ask who they are. */
async function lookForAccount(asked: Asked): Promise<void> {
  const me = await signedIn({ method: 'GET', path: '/v1/me', language: asked.language });
  if (!me.ok && me.why === 'refused' && isOutsider(me.problem)) shutOut();
}

async function signedIn<T>(asked: Asked): Promise<Answer<T>> {
  const first = await attempt<T>(asked);
  if (first.ok || first.why !== 'signed_out') return first;
  const again = await renewed();
  if (again === 'renewed') {
    const second = await attempt<T>(asked);
    if (second.ok || second.why !== 'signed_out') return second;
  }
  if (again === 'not_reached') return { ok: false, why: 'not_reached' };
  lose();
  return { ok: false, why: 'signed_out' };
}

async function attempt<T>({ method, path, language, body, etag, key, answers }: Asked): Promise<Answer<T>> {
  const token = accessToken();
  if (token === undefined) return { ok: false, why: 'signed_out' };
  const headers = {
    Authorization: `Bearer ${token}`,
    Accept: 'application/json',
    'Accept-Language': language,
    ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
    ...(etag === undefined ? {} : { 'If-Match': etag }),
    ...(key === undefined ? {} : { 'Idempotency-Key': key }),
  };
  try {
    const answer = await fetch(addressOf(path), {
      method,
      headers,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      cache: 'no-store',
      credentials: 'omit',
      signal: AbortSignal.timeout(patienceMs),
    });
    if (answer.status === 401) return { ok: false, why: 'signed_out' };
    const said = (answer.ok && answers === 'text' ? await answer.text() : await answer.json()) as unknown;
    if (answer.ok)
      return { ok: true, status: answer.status, body: said as T, etag: answer.headers.get('ETag') ?? undefined };
    return { ok: false, why: 'refused', problem: said as ApiProblem };
  } catch {
    // No network, too late, or an answer that was cut off: it may have arrived.
    return { ok: false, why: 'not_reached' };
  }
}
