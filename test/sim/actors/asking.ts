import type { APIGatewayProxyResult } from 'aws-lambda';
import { gatewayEvent, type GatewayRequest } from '#test/support/gateway.ts';
import type { World } from '../world.ts';

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

export const minute = 60_000;
export const hour = 60 * minute;
export const days = (count: number): number => count * 24 * hour;

/** A request to an API, as its gateway sends it on to the function. */
export async function ask(world: World, title: string, request: GatewayRequest): Promise<Seen> {
  const outcome = await world.invoke(title, gatewayEvent(request));
  if (!outcome.ok) return 'unknown';
  const { statusCode, body, headers } = outcome.value as APIGatewayProxyResult;
  if (statusCode >= 500 && statusCode !== 503 && !outcome.wasDisturbed)
    world.unprovoked.push(`${title} answered ${request.resource} with ${statusCode}, and nothing had gone wrong`);
  const parsed = (body === '' ? {} : JSON.parse(body)) as Record<string, unknown>;
  return { status: statusCode, body: parsed, etag: String(headers?.['ETag'] ?? ''), at: world.now() };
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
