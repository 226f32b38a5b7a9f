import { randomUUID } from 'node:crypto';
import type { HttpLambda } from '#shared/lambda/http/http-handler.ts';
import { callHandler, type GatewayAnswer } from '../gateway.ts';

/** What somebody types and chooses in a form, by the names of its fields. */
export type Filled = Readonly<Record<string, string | readonly string[]>>;

const boundary = '----BesaFormBoundary7MA4YWxkTrZu0gW';
export const formType = `multipart/form-data; boundary=${boundary}`;

/** What a browser says it takes. */
export const browser = {
  Accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8',
  'Sec-Fetch-Site': 'same-origin',
};

/** The bytes of a form with these fields, in this order. */
export function multipartOf(entries: readonly (readonly [name: string, text: string])[]): Buffer {
  const parts = entries.map(([name, text]) => partBytes(name, Buffer.from(text)));
  return Buffer.concat([...parts, Buffer.from(`--${boundary}--\r\n`)]);
}

/** The same of what somebody filled in. */
export function formBytes(fields: Filled): Buffer {
  return multipartOf(
    Object.entries(fields).flatMap(([name, value]) => [value].flat().map((text) => [name, text] as const)),
  );
}

/** One field of a form, with bytes that no browser needs to send. */
export function partBytes(name: string, text: Uint8Array): Buffer {
  const head = `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n`;
  return Buffer.concat([Buffer.from(head), text, Buffer.from('\r\n')]);
}

/** Sends bytes to a form of ours. */
export function sendBytes(
  handler: HttpLambda,
  to: { resource: string; path?: Record<string, string> },
  body: Uint8Array,
  headers: Record<string, string> = {},
): Promise<GatewayAnswer> {
  return callHandler(handler, {
    method: 'POST',
    ...to,
    body,
    headers: { ...browser, 'Content-Type': formType, ...headers },
  });
}

/** Presses Send in the form behind a door, with a fresh key unless told otherwise. */
export function sendReport(
  intake: HttpLambda,
  fields: Filled,
  { door = 'c', language = 'sq' }: { door?: string; language?: string } = {},
): Promise<GatewayAnswer> {
  const to = { resource: `/${language}/tell/{who}`, path: { who: door } };
  return sendBytes(intake, to, formBytes({ key: randomUUID(), go: 'send', ...fields }));
}

/** Presses a button of the pages behind a code. */
export function sendCode(followUp: HttpLambda, fields: Filled, language = 'sq'): Promise<GatewayAnswer> {
  return sendBytes(followUp, { resource: `/${language}/code` }, formBytes({ key: randomUUID(), ...fields }));
}
