import { once } from 'node:events';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exampleQuarter } from '#shared/contracts/http/public/statistics-answer.ts';
import { securityHeaders } from '#shared/contracts/http/security-headers.ts';
import { addresses, headers, hostOfVectors, smuggling } from '#test/edge/vectors/wire.ts';
import type { WireVector } from '#test/edge/vectors/wire.ts';
import { publishQuarter } from '#test/support/publish-quarter.ts';
import { startTestBesa, type BesaUnderTest } from '#test/support/running-besa.ts';

let besa: BesaUnderTest;
beforeAll(async () => {
  besa = await startTestBesa();
});
afterAll(() => besa.end());

interface Heard {
  status: number;
  headers: Readonly<Record<string, string>>;
  body: string;
}

/** Sends bytes and nothing more, and hears all that is said until the other side closes. */
async function say(bytes: string): Promise<Heard[]> {
  const { host, port } = new URL(besa.url);
  const socket = connect({ port: Number(port), host: '127.0.0.1' });
  const heard: Buffer[] = [];
  socket.on('data', (chunk: Buffer) => heard.push(chunk));
  // Refused in the midst of what is sent, a connection may be reset: what was heard before counts.
  socket.on('error', () => undefined);
  const closed = new Promise((resolve) => {
    socket.on('close', resolve);
  });
  // The local runtime serves only requests that name it.
  socket.write(Buffer.from(bytes.replaceAll(hostOfVectors, `Host: ${host}`), 'latin1'));
  await closed;
  return answersIn(Buffer.concat(heard));
}

function answersIn(bytes: Buffer): Heard[] {
  const end = bytes.indexOf('\r\n\r\n');
  if (end === -1 || !bytes.subarray(0, end).toString('latin1').startsWith('HTTP/')) return [];
  const [first = '', ...lines] = bytes.subarray(0, end).toString('latin1').split('\r\n');
  const named = Object.fromEntries(
    lines.map((line) => [line.slice(0, line.indexOf(':')).toLowerCase(), line.slice(line.indexOf(':') + 1).trim()]),
  );
  const from = end + '\r\n\r\n'.length;
  const until = from + Number(named['content-length'] ?? 0);
  const body = bytes.subarray(from, until).toString();
  return [{ status: Number(first.split(' ')[1]), headers: named, body }, ...answersIn(bytes.subarray(until))];
}

const families: [string, WireVector[]][] = [
  ['where a request ends', smuggling],
  ['lines and headers', headers],
  ['addresses', addresses],
];

describe.each(families)('%s', (_, vectors) => {
  it.each(vectors.map((vector) => [vector.name, vector] as const))('%s', async (__, vector) => {
    const heard = await say(vector.sent);
    expect(heard.map(({ status }) => status)).toEqual(vector.answered);
    for (const answer of vector.isRefusedAsHttp === true ? [] : heard) {
      for (const [name, value] of Object.entries(securityHeaders)) {
        expect([name, answer.headers[name.toLowerCase()]]).toEqual([name, value]);
      }
      const isFine = answer.status < 300;
      expect(answer.headers['content-type']).toBe(isFine ? 'application/json' : 'application/problem+json');
      expect((JSON.parse(answer.body) as { help: unknown[] }).help.length).toBeGreaterThan(0);
    }
  });
});

describe('HEAD', () => {
  /** What is packed has another length, and only a body can be packed. */
  const asItIs = { 'Accept-Encoding': 'identity' };
  const bare = ({ headers: all }: Response): Record<string, string> =>
    Object.fromEntries([...all].filter(([name]) => !['date', 'connection', 'keep-alive'].includes(name)));

  it.each(['/health', '/openapi.json', '/v1/taxonomy?lang=sq&audience=child', '/v1/statistics', '/v1/taxonomy?lang='])(
    'of %s answers as GET does, with the same headers and without a body',
    async (address) => {
      const [get, head] = await Promise.all([
        fetch(`${besa.url}${address}`, { headers: asItIs }),
        fetch(`${besa.url}${address}`, { method: 'HEAD', headers: asItIs }),
      ]);
      expect([head.status, await head.text()]).toEqual([get.status, '']);
      expect(bare(head)).toEqual(bare(get));
      expect(Number(head.headers.get('content-length'))).toBe(Buffer.byteLength(await get.text()));
    },
  );

  it('is not there where only POST answers', async () => {
    expect((await fetch(`${besa.url}/v1/reports`, { method: 'HEAD' })).status).toBe(404);
  });
});

describe('what is pasted or cut', () => {
  const post = (path: string, body: string, more: Record<string, string> = {}) =>
    fetch(`${besa.url}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'accept-language': 'en', ...more },
      body,
    });

  it('is refused for no mark at its beginning and no half of a character, and the code comes back however it is pasted', async () => {
    const cut = String.raw`{"category":"question","narrative":"Ndihm\ud83d","reporter":{"name":"\ude00"}}`;
    const taken = await post('/v1/reports', `\ufeff${cut}`, { 'idempotency-key': crypto.randomUUID() });
    expect(taken.status).toBe(201);
    const { receipt, caseNumber } = (await taken.json()) as { receipt: string; caseNumber: string };
    for (const pasted of [
      `Kodi im është „${receipt}“.`,
      `\u200b${receipt.replaceAll('-', '\u00ad')}\u200b`,
      receipt.toLowerCase().replaceAll('-', '\u2212'),
      `Code:\n${receipt}\n`,
    ]) {
      const asked = await post('/v1/follow-up', `\ufeff${JSON.stringify({ receipt: pasted })}`);
      expect([pasted, asked.status]).toEqual([pasted, 200]);
    }
    const officer = await besa.signIn('staff-arta');
    const typed = encodeURIComponent(`Nr. ${caseNumber}.`);
    expect((await officer.show(typed)).status).toBe(200);
  });

  it('is too long by its bytes, the mark among them', async () => {
    const empty = JSON.stringify({ receipt: '' });
    const filled = (bytes: number) => `\ufeff${empty}${' '.repeat(bytes - 3 - Buffer.byteLength(empty))}`;
    expect((await post('/v1/follow-up', filled(64 * 1024))).status).toBe(422);
    expect((await post('/v1/follow-up', filled(64 * 1024 + 1))).status).toBe(413);
  });
});

it('has nothing stored but the two reports that were sent, one of them twice with the same key', async () => {
  const officer = await besa.signIn('staff-arta');
  const { body } = await officer.list();
  expect(body.cases).toHaveLength(2);
});

it('answers the next one when a client goes away in the midst of what it sends', async () => {
  const gone = connect({ port: Number(new URL(besa.url).port), host: '127.0.0.1' });
  await once(gone, 'connect');
  gone.write(`POST /v1/reports HTTP/1.1\r\nHost: ${new URL(besa.url).host}\r\nContent-Length: 100\r\n\r\n{"cat`);
  gone.destroy();
  await once(gone, 'close');
  expect((await besa.get('/health')).status).toBe(200);
});

describe('the published figures', () => {
  it('are the same on both APIs, and on that of staff for whoever signs in', async () => {
    await publishQuarter(besa.inside, exampleQuarter);
    const path = '/v1/statistics?year=2026';
    const statistician = await besa.signIn('staff-jona');
    const [open, signedIn] = await Promise.all([besa.get(path), statistician.look('statistics?year=2026')]);
    expect(open.body).toMatchObject({ quarters: [{ quarter: exampleQuarter.quarter, reports: 102 }] });
    expect([signedIn.status, signedIn.body]).toEqual([200, open.body]);
    const wrong = await statistician.look('statistics?year=26');
    expect([wrong.status, wrong.body]).toMatchObject([422, { errors: [{ pointer: '/year' }] }]);
    const nobody = await besa.get(`/staff${path}`);
    expect([nobody.status, JSON.stringify(nobody.body).includes('quarters')]).toEqual([401, false]);
    const forged = await besa.get(`/staff${path}`, { authorization: 'Bearer forged' });
    expect(forged.status).toBe(401);
    expect(besa.inside.refusals()).toEqual([]);
  });
});
