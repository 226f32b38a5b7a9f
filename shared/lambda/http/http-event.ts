import { randomBytes } from 'node:crypto';
import type { APIGatewayProxyEvent } from 'aws-lambda';
import type { CountryPack } from '../../domain/country-pack.ts';
import type { ProblemReader } from '../../domain/problems.ts';
import { acceptedLanguage, packLanguage } from '../../contracts/http/wording.ts';
import type { HttpRequest } from '../../contracts/http/http.ts';
import { Problem } from '../../contracts/http/http.ts';
import { NotStrictJson, parseStrictJson } from './strict-json.ts';

/** The largest body of a request, in bytes. Source: docs/contract.md, Errors. */
export const bodyLimitBytes = 64 * 1024;

/** The part of a country pack that decides the language of an answer. */
export type Languages = Pick<CountryPack, 'languages' | 'defaultLanguage'>;

/**
 * A REST API proxy event (payload version 1) as a request. Anything in it may be missing or strange, and that is not
 * our fault. So what cannot be read throws a `Problem` of 4xx.
 */
export function readRequest(
  event: Partial<APIGatewayProxyEvent>,
  pack: Languages,
  traceparent: string,
  reader: ProblemReader,
): HttpRequest {
  const request = requestWithoutBody(event, pack, traceparent);
  const body = event.httpMethod === 'POST' ? readBody(event, request.headers) : undefined;
  // Staff write the language of somebody else: of the caller, or of a colleague. They read in their own.
  const ofBody = reader === 'staff' ? undefined : bodyLanguage(body, pack);
  return { ...request, body, language: ofBody ?? request.language };
}

/** All of a request but its body. */
export function requestWithoutBody(
  event: Partial<APIGatewayProxyEvent>,
  pack: Languages,
  traceparent: string,
): HttpRequest {
  const subject = signedInSubject(event);
  return {
    path: Object.fromEntries(present(event.pathParameters).map(([name, value]) => [name, decodePathPart(value)])),
    query: Object.fromEntries(present(event.queryStringParameters)),
    headers: lowerCase(event.headers),
    body: undefined,
    language: languageOf(event, pack),
    ...(subject === undefined ? {} : { subject }),
    traceparent,
  };
}

/**
 * The language of an answer, before the body is read: that of a page's address, else that of the headers. It counts when
 * the body cannot be read or names no language.
 */
export function languageOf(event: Partial<APIGatewayProxyEvent>, pack: Languages): string {
  const [, first] = event.resource?.split('/') ?? [];
  const ofAddress = pack.languages.find((language) => language === first);
  return ofAddress ?? acceptedLanguage(headerOf(event, 'accept-language'), pack) ?? pack.defaultLanguage;
}

/** A header by its name in lower case, however the client wrote it. */
export function headerOf({ headers }: Partial<APIGatewayProxyEvent>, name: string): string | undefined {
  return lowerCase(headers)[name];
}

function present(values: Readonly<Record<string, string | undefined>> | null | undefined): [string, string][] {
  return Object.entries(values ?? {}).filter((pair): pair is [string, string] => typeof pair[1] === 'string');
}

function lowerCase(headers: Partial<APIGatewayProxyEvent>['headers'] | null): Record<string, string> {
  return Object.fromEntries(present(headers).map(([name, value]) => [name.toLowerCase(), value]));
}

/**
 * Some gateways decode and some do not. None of our path values holds a percent sign, so decoding twice is harmless.
 */
export function decodePathPart(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}

function readBody(event: Partial<APIGatewayProxyEvent>, headers: Readonly<Record<string, string>>): unknown {
  const bytes = bodyBytes(event);
  if (bytes.length === 0) return undefined;
  if (!isJson(headers['content-type'])) throw new Problem('unsupported_media_type', 415);
  try {
    return parseStrictJson(bytes);
  } catch (error) {
    if (error instanceof NotStrictJson) throw new Problem('malformed_json', 400);
    throw error;
  }
}

/** The bytes of a body. Throws a `Problem` when there are too many. */
export function bodyBytes(event: Partial<APIGatewayProxyEvent>): Buffer {
  const bytes = Buffer.from(event.body ?? '', event.isBase64Encoded === true ? 'base64' : 'utf8');
  if (bytes.length > bodyLimitBytes) throw new Problem('too_large', 413);
  return bytes;
}

function isJson(contentType: string | undefined): boolean {
  // Blanks at both ends are trimmed first. Two runs of blanks side by side would make the search slower than linear in
  // the text.
  return /^application\/json(?:\s*;\s*charset\s*=\s*"?utf-?8"?)?(?:\s*;)?$/i.test((contentType ?? '').trim());
}

function bodyLanguage(body: unknown, pack: Languages): string | undefined {
  if (typeof body !== 'object' || body === null || !('language' in body)) return undefined;
  return typeof body.language === 'string' ? packLanguage(body.language, pack) : undefined;
}

/** `sub` of the token, which the gateway's authorizer verified. The public API has no authorizer and so no subject. */
export function signedInSubject(event: Partial<APIGatewayProxyEvent>): string | undefined {
  const claims: unknown = event.requestContext?.authorizer?.['claims'];
  if (typeof claims !== 'object' || claims === null || !('sub' in claims)) return undefined;
  return typeof claims.sub === 'string' && claims.sub !== '' ? claims.sub : undefined;
}

/** A W3C trace context of our own. What a client sends is not used, because it could name a person. */
export function newTraceparent(): string {
  return `00-${randomBytes(16).toString('hex')}-${randomBytes(8).toString('hex')}-01`;
}
