import type { APIGatewayProxyEvent } from 'aws-lambda';
import { noFields, type FormFields } from '../../contracts/http/form-fields.ts';
import { Problem, type PageRequest, type PageRoute } from '../../contracts/http/http.ts';
import { bodyBytes, decodePathPart, headerOf, requestWithoutBody, type Languages } from './http-event.ts';

/**
 * A request for a page. The language is that of the page's address. Throws a `Problem` for what none of our forms sends,
 * and for a form that another site sends. Source: docs/decisions/157.
 */
export async function readPageRequest(
  event: Partial<APIGatewayProxyEvent>,
  route: PageRoute,
  pack: Languages,
  traceparent: string,
): Promise<PageRequest> {
  const request = requestWithoutBody(event, pack, traceparent);
  return {
    ...request,
    language: route.language ?? request.language,
    form: event.httpMethod === 'POST' ? await readForm(event, route) : noFields,
    root: rootFrom(event),
  };
}

async function readForm(event: Partial<APIGatewayProxyEvent>, { form = {} }: PageRoute): Promise<FormFields> {
  // Only a browser sends this header, and it cannot be changed by a page. An old browser does not send it.
  if (headerOf(event, 'sec-fetch-site') === 'cross-site') throw new Problem('forbidden', 403);
  const bytes = bodyBytes(event);
  // Loaded with the first form: no start waits for it.
  const { boundaryOf, NotOurForm, parseMultipart } = await import('./multipart.ts');
  const boundary = boundaryOf(headerOf(event, 'content-type'));
  if (boundary === undefined) throw new Problem('unsupported_media_type', 415);
  try {
    return parseMultipart(bytes, boundary, form);
  } catch (error) {
    if (error instanceof NotOurForm) throw new Problem('invalid_fields', 400);
    throw error;
  }
}

/**
 * The relative way from an address to the root of the API, with a slash at its end. A relative link is right at a domain
 * of our own, below the gateway's stage, and below a base path. The browser counts from the last slash of the address
 * that it asked for, so a slash at the end is one step more. Source: RFC 3986, 5.2.
 */
export function rootFrom({
  path = '/',
  resource,
  pathParameters,
  requestContext,
}: Partial<APIGatewayProxyEvent>): string {
  const seen = requestContext?.path ?? path;
  const parts = partsOf(resource ?? path);
  const rest = pathParameters?.['proxy'];
  const depth = parts.length + (parts.at(-1) === '{proxy+}' && rest !== undefined ? lengthOf(rest, seen) - 1 : 0);
  if (depth === 0) return seen.endsWith('/') ? './' : `./${seen.split('/').at(-1) ?? ''}/`;
  const steps = seen.endsWith('/') ? depth : depth - 1;
  return steps === 0 ? './' : '../'.repeat(steps);
}

/**
 * How many parts of an address its rest has, that a catch-all took. The gateway may have decoded the rest, or left out
 * empty parts. Only the address as the client wrote it tells how a browser counts.
 */
function lengthOf(rest: string, seen: string): number {
  const written = seen.replace(/\/$/, '').split('/').slice(1);
  const taken = decodePathPart(partsOf(rest).join('/'));
  const from = written.findIndex((_, at) => decodePathPart(written.slice(at).filter(Boolean).join('/')) === taken);
  return from < 0 ? partsOf(rest).length : written.length - from;
}

function partsOf(path: string): string[] {
  return path.split('/').filter(Boolean);
}
