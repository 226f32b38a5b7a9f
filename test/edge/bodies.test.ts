import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bullying } from '#test/functions/case-desk/reports.ts';
import { catchLog } from '#test/support/catch-log.ts';
import type { GatewayAnswer } from '#test/support/gateway.ts';
import { operationsOf, undocumented } from './api-documents.ts';
import type { Operation } from './api-documents.ts';
import { inheritedNames, poisoned, refusedKeys } from './vectors/keys.ts';
import { noReport, notJson, taken } from './vectors/json.ts';
import { openWholeApi } from './whole-api.ts';
import type { WholeApi } from './whole-api.ts';

catchLog();
let api: WholeApi;
beforeAll(async () => {
  api = await openWholeApi();
});
afterAll(() => api.stop());

const operations = [...operationsOf('openapi.json'), ...operationsOf('openapi-staff.json')];
const commands = operations.filter(({ method }) => method === 'POST');
const reports = commands.filter(({ path }) => path === '/v1/reports');
const shared = Object.getOwnPropertyNames(Object.prototype).sort();

const bytesOf = (body: Uint8Array | string): Uint8Array => (typeof body === 'string' ? Buffer.from(body) : body);

/** Sends bytes to a route, as somebody who may. Every answer is held against its document. */
async function send(
  operation: Operation,
  body: Uint8Array | string,
  headers: Record<string, string> = {},
): Promise<GatewayAnswer> {
  const answer = await api.ask({
    method: 'POST',
    resource: operation.path,
    who: operation.path.startsWith('/v1/directory/') ? 'administrator' : 'officer',
    path: { number: 'B-0000-0000', person: 'nobody' },
    body: bytesOf(body),
    headers,
  });
  expect(undocumented(operation, answer)).toEqual([]);
  return answer;
}
const [report] = reports;
if (report === undefined) throw new Error('The document has no way to report.');
const problem = ({ status, json }: GatewayAnswer) => [status, json['type']];
const malformed = [400, 'urn:besa:problem:malformed_json'];

describe('JSON', () => {
  it.each(taken)('takes $name', async ({ bytes }) => {
    expect((await send(report, bytes)).status).toBe(201);
  });

  it.each(notJson)('refuses $name, on every route, and stores nothing', async ({ bytes }) => {
    const before = await api.rows();
    for (const operation of commands) {
      // The body is read before anything is asked of anybody.
      expect([operation.path, problem(await send(operation, bytes))]).toEqual([operation.path, malformed]);
    }
    expect(await api.rows()).toBe(before);
  });

  it.each(noReport)('takes $name for JSON that is no report, and stores nothing', async ({ bytes }) => {
    const before = await api.rows();
    const answer = await send(report, bytes);
    expect(answer.status).toBe(422);
    expect(answer.json['errors']).not.toEqual([]);
    expect(await api.rows()).toBe(before);
  });

  it('refuses a body beyond its limit, and takes one just within', async () => {
    const filled = (bytes: number): string => {
      const empty = JSON.stringify({ ...bullying, urls: [] });
      return empty + ' '.repeat(bytes - Buffer.byteLength(empty));
    };
    expect((await send(report, filled(64 * 1024))).status).toBe(201);
    expect(problem(await send(report, filled(64 * 1024 + 1)))).toEqual([413, 'urn:besa:problem:too_large']);
  });
});

describe('what a body says it is', () => {
  const body = JSON.stringify(bullying);
  const saying = async (type: string) => (await send(report, body, { 'Content-Type': type })).status;

  it.each([
    'application/json',
    'application/json;charset=utf-8',
    'Application/JSON; charset="UTF-8"',
    'application/json;',
  ])('takes %s', async (type) => expect(await saying(type)).toBe(201));
  it.each([
    '',
    'text/plain',
    'text/json',
    'application/problem+json',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'application/json; charset=utf-16',
    'application/json; charset=latin1',
    'application/json, text/html',
    'application/json; charset=utf-8; charset=utf-7',
    'application/json\u0000',
    `application/json${' '.repeat(5000)}x`,
  ])('refuses %s', async (type) => expect(await saying(type)).toBe(415));

  it('does not unpack what is compressed', async () => {
    const packed = await send(report, gzipSync(body), { 'Content-Encoding': 'gzip' });
    expect(problem(packed)).toEqual(malformed);
  });
});

describe('the prototype of objects', () => {
  it.each(poisoned)('is out of reach of %s, on every route', async (body) => {
    for (const operation of commands) {
      expect([operation.path, problem(await send(operation, body))]).toEqual([operation.path, malformed]);
    }
    expect({}).not.toHaveProperty('polluted');
  });

  it.each(inheritedNames)('lends no field: %s', async (name) => {
    const before = await api.rows();
    for (const body of [
      { ...bullying, [name]: true },
      { ...bullying, flags: { [name]: true } },
      { ...bullying, wishes: { [name]: 'yes' } },
      { ...bullying, reporter: { contact: { [name]: 'x' } } },
    ]) {
      const answer = await send(report, JSON.stringify(body));
      expect([answer.status, answer.json['errors']]).toMatchObject([422, [{ code: 'unknown_field' }]]);
    }
    expect(await api.rows()).toBe(before);
  });

  it.each([...inheritedNames, ...refusedKeys])('lends no code and no language: %s', async (name) => {
    const sent: [object, string][] = [
      [{ ...bullying, category: name }, '/category'],
      [{ ...bullying, platform: name }, '/platform'],
      [{ ...bullying, place: { region: name } }, '/place/region'],
      [{ ...bullying, place: { municipality: name } }, '/place/municipality'],
      [{ ...bullying, when: name }, '/when'],
    ];
    for (const [body, pointer] of sent) {
      const answer = await send(report, JSON.stringify(body));
      expect([answer.status, answer.json['errors']]).toMatchObject([422, [{ pointer }]]);
    }
    const answer = await send(report, JSON.stringify({ ...bullying, language: name }), { 'Accept-Language': name });
    expect([answer.status, answer.headers['Content-Language']]).toEqual([201, 'sq']);
  });

  it('has nothing afterwards that it had not before', () => {
    expect(Object.getOwnPropertyNames(Object.prototype).sort()).toEqual(shared);
  });
});

describe('what only Besa sets', () => {
  it('is a field nobody can send, with a report or a command', async () => {
    const { caseNumber } = await api.desk.receive(bullying);
    await api.desk.command('officer', caseNumber, 'read', {});
    const { case: of, timers } = await api.desk.stateOf(caseNumber);
    const own = new Set([...Object.keys(of), ...timers.flatMap((timer) => Object.keys(timer)), 'pk', 'sk', 'pending']);
    expect(own.size).toBeGreaterThan(20);
    const before = await api.rows();
    for (const { path, body = {} } of commands.filter((one) => !one.path.includes('/follow-up'))) {
      const fields = [...own].filter((name) => !Object.hasOwn(body.properties ?? {}, name));
      const sent = Object.fromEntries(fields.map((name) => [name, 'x']));
      // Of a report that staff file, by which way it came is read first.
      const mass = JSON.stringify(path === '/v1/cases' ? { ...sent, ...bullying, channel: 'helpline' } : sent);
      const answer = await api.ask({
        method: 'POST',
        resource: path,
        who: path.startsWith('/v1/directory/')
          ? 'administrator'
          : path.endsWith('/exclusions')
            ? 'supervisor'
            : 'officer',
        path: { number: caseNumber, person: 'staff-other' },
        body: Buffer.from(mass),
        headers: { 'If-Match': `"${of.revision}"` },
      });
      const errors = answer.json['errors'] as { pointer: string; code: string }[];
      const unknown = errors.filter(({ code }) => code === 'unknown_field').map(({ pointer }) => pointer.slice(1));
      expect([path, answer.status, unknown.sort()]).toEqual([path, 422, fields.sort()]);
    }
    expect(await api.rows()).toBe(before);
    expect((await api.desk.stateOf(caseNumber)).case).toEqual(of);
  });
});
