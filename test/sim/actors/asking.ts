import type { APIGatewayProxyResult } from 'aws-lambda';
import { gatewayEvent, type GatewayRequest } from '#test/support/gateway.ts';
import type { Asking, World } from '../world.ts';

/** An answer that somebody got. */
export interface Answer {
  status: number;
  body: Record<string, unknown>;
  etag: string;
  /** When it came, where that matters; ms since 1970. */
  at?: number;
}
/** What somebody sees: an answer, or that none came and it is unknown what was done. */
export type Seen = Answer | 'unknown';

/** Words that may stand nowhere but under a seal. */
export const canary = 'canarysim7f3a';

/** Stands in an address of a report that only the cleared may see, and in what people write about it. */
export const sealedAddress = `sealed.${canary}.example`;

export const minute = 60_000;
export const hour = 60 * minute;
export const days = (count: number): number => count * 24 * hour;

/** Keeps what people write to each other: an answer is held against it. */
function keepWords(world: World, { resource, body, path }: GatewayRequest): void {
  const { receipt, text, message } = (body ?? {}) as Readonly<Record<string, unknown>>;
  if (typeof receipt === 'string' && typeof text === 'string')
    world.words.push({ from: 'reporter', to: receipt, text });
  const written = /\/messages?$/u.test(resource) ? text : message;
  if (typeof written !== 'string') return;
  for (const to of casesOf(path, body)) world.words.push({ from: 'centre', to, text: written });
}

/** The cases that a command of staff is about: those that are ticked, else that of the address. */
function casesOf(path: GatewayRequest['path'], body: GatewayRequest['body']): string[] {
  const { cases } = (body ?? {}) as { cases?: readonly { number: string }[] };
  const number = path?.['number'];
  return cases?.map((one) => one.number) ?? (number === undefined ? [] : [number]);
}

/** Keeps how staff said that a case ended, unless that was refused. */
function keepEnd(world: World, { body, path }: GatewayRequest, at: number, status: number): void {
  const said = (body ?? {}) as Readonly<Record<string, unknown>>;
  if (typeof said['outcome'] !== 'string' || (status >= 400 && status < 500)) return;
  for (const caseNumber of casesOf(path, body)) world.ends.push({ caseNumber, at, body: said });
}

/** What a function answers to a request; undefined where no answer came. An error that nothing excuses is noted. */
export async function answered(
  world: World,
  title: string,
  request: GatewayRequest,
): Promise<APIGatewayProxyResult | undefined> {
  const outcome = await world.invoke(title, gatewayEvent(request));
  if (!outcome.ok) return undefined;
  const answer = outcome.value as APIGatewayProxyResult;
  if (answer.statusCode >= 500 && answer.statusCode !== 503 && !outcome.wasDisturbed)
    world.unprovoked.push(
      `${title} answered ${request.resource} with ${answer.statusCode}, and nothing had gone wrong`,
    );
  return answer;
}

/** A request to an API, as its gateway sends it on to the function. */
export async function ask(world: World, title: string, request: GatewayRequest): Promise<Seen> {
  keepWords(world, request);
  const asked = world.now();
  const { sub } = (request.claims ?? {}) as { sub?: string };
  if (sub !== undefined && request.resource === '/v1/me/test-mail') world.given.tests.push({ sub, at: asked });
  const answer = await answered(world, title, request);
  keepEnd(world, request, asked, answer?.statusCode ?? 0);
  if (answer === undefined) return 'unknown';
  const { statusCode, body, headers } = answer;
  // Defanged it is an address as well.
  if (sub !== undefined && body.replaceAll(/[[\]]/gu, '').includes(sealedAddress))
    world.given.addresses.push({ sub, resource: request.resource, at: world.now() });
  const parsed = (body === '' || !/json/u.test(String(headers?.['Content-Type'])) ? {} : JSON.parse(body)) as Record<
    string,
    unknown
  >;
  return { status: statusCode, body: parsed, etag: String(headers?.['ETag'] ?? ''), at: world.now() };
}

/** Asks in a reporter's name, and keeps the case around the answer: that is held against it. */
export async function heard(
  world: World,
  what: Asking['what'],
  knownNumber: string | undefined,
  send: () => Promise<Seen>,
): Promise<Seen> {
  const before = knownNumber === undefined ? undefined : world.rowsOf(knownNumber);
  const seen = await send();
  if (seen === 'unknown' || (seen.status !== 200 && seen.status !== 201)) return seen;
  const caseNumber = knownNumber ?? String(seen.body['caseNumber']);
  const { body, at = world.now() } = seen;
  world.asked.push({ what, caseNumber, at, body, before, after: world.rowsOf(caseNumber) });
  return seen;
}

export const statusOf = (seen: Seen): number | 'unknown' => (seen === 'unknown' ? seen : seen.status);
/** Whether nobody can say what was done. */
export const isUnclear = (seen: Seen): boolean => seen === 'unknown' || seen.status >= 500;

export function posts(
  resource: string,
  body: unknown,
  headers: Record<string, string> = {},
  path?: Record<string, string>,
): GatewayRequest {
  return {
    method: 'POST',
    resource,
    body,
    headers: { 'Content-Type': 'application/json', ...headers },
    ...(path === undefined ? {} : { path }),
  };
}

/** A key that nobody else has. */
export const freshKey = (world: World, what: string): string => `${what}-${world.chance.whole(0, 1e12)}-sim-key`;
