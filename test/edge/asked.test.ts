import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bullying } from '#test/functions/case-desk/reports.ts';
import { documentedKeys, isWeakKey } from '#shared/contracts/http/weak-keys.ts';
import { catchLog } from '#test/support/catch-log.ts';
import type { GatewayAnswer } from '#test/support/gateway.ts';
import { operationsOf, undocumented } from './api-documents.ts';
import { inheritedNames, refusedKeys } from './vectors/keys.ts';
import { confusable, injection, naughty, unseen } from './vectors/texts.ts';
import { openWholeApi } from './whole-api.ts';
import type { WholeApi } from './whole-api.ts';

const logged = catchLog();
let api: WholeApi;
beforeAll(async () => {
  api = await openWholeApi();
});
afterAll(() => api.stop());

const operations = [...operationsOf('openapi.json'), ...operationsOf('openapi-staff.json')];
const texts = [
  ...[...injection, ...confusable, ...unseen, ...naughty].map(({ name, sent }) => [name, sent] as const),
  ...[...inheritedNames, ...refusedKeys].map((name) => [name, name] as const),
  ['a very long text', 'x'.repeat(8000)] as const,
];
/** So short that an answer of ours may have it by chance. */
const isTelling = (text: string): boolean => text.length > 8;
const repeats = (answer: GatewayAnswer, text: string): boolean =>
  isTelling(text) && (answer.text.includes(text) || answer.text.includes(JSON.stringify(text).slice(1, -1)));

describe.each(texts)('%s', (_, text) => {
  it('in an address or a query is a clean answer, that does not repeat it', async () => {
    for (const operation of operations.filter(({ method }) => method === 'GET')) {
      const names = operation.parameters.filter((one) => one.in === 'query').map(({ name }) => name);
      const inPath = operation.parameters.filter((one) => one.in === 'path').map(({ name }) => name);
      for (const who of ['officer', 'administrator', 'auditor'] as const) {
        const answer = await api.ask({
          method: 'GET',
          resource: operation.path,
          who,
          query: Object.fromEntries(names.map((name) => [name, text])),
          path: Object.fromEntries(inPath.map((name) => [name, text])),
        });
        expect([operation.path, undocumented(operation, answer)]).toEqual([operation.path, []]);
        expect(answer.status).toBeLessThan(500);
        expect([operation.path, repeats(answer, text)]).toEqual([operation.path, false]);
      }
    }
  });

  it('in headers changes nothing of the answer but its language', async () => {
    const headers = {
      'Accept-Language': text,
      'User-Agent': text,
      Referer: text,
      Cookie: text,
      Origin: text,
      Accept: text,
      'X-Forwarded-For': text,
      'X-HTTP-Method-Override': 'DELETE',
      'X-Original-URL': '/v1/cases',
      [text]: text,
    };
    const [plain, strange] = [{}, headers].map((more) =>
      api.ask({ method: 'POST', resource: '/v1/reports', body: bullying, headers: more }),
    );
    const [taken, same] = [await plain, await strange];
    expect([same?.status, same?.headers]).toEqual([taken?.status, taken?.headers]);
    expect(Object.keys(same?.json ?? {})).toEqual(Object.keys(taken?.json ?? {}));
    const first = await api.ask({ method: 'GET', resource: '/v1/taxonomy', headers });
    expect([first.status, first.json['language']]).toEqual([200, 'sq']);
  });

  it('as a key of a command is taken when its form is right, and never repeated', async () => {
    const isKey = /^[\x21-\x7e]{16,255}$/.test(text) && !isWeakKey(text);
    const answer = await api.ask({
      method: 'POST',
      resource: '/v1/reports',
      body: bullying,
      headers: { 'Idempotency-Key': text },
    });
    expect(answer.status).toBe(isKey ? 201 : 400);
    expect(repeats(answer, text)).toBe(false);
  });
});

describe('a key that cannot be random', () => {
  const report = { method: 'POST', resource: '/v1/reports', body: bullying } as const;
  it.each([
    '0000000000000000',
    '00000000-0000-0000-0000-000000000000',
    'FFFFFFFF-FFFF-FFFF-FFFF-FFFFFFFFFFFF',
    'f81d4fae-7dec-11d0-a765-00a0c91e6bf6',
    'undefinedundefined',
    'null-null-null-null',
    '0123456789abcdef',
    ...Object.values(documentedKeys),
  ])('%s is refused wherever a key is taken, and nothing is stored', async (key) => {
    const { caseNumber, receipt } = (await api.ask(report)).json;
    const path = { number: String(caseNumber) };
    const before = await api.rows();
    const routes = [
      report,
      { ...report, resource: '/v1/follow-up/messages', body: { receipt, text: 'a' } },
      { ...report, resource: '/v1/cases', who: 'officer', body: { ...bullying, channel: 'email' } },
      { ...report, resource: '/v1/cases/{number}/notes', who: 'officer', path, body: { text: 'a' } },
    ] as const;
    for (const asked of routes) {
      const answer = await api.ask({ ...asked, headers: { 'Idempotency-Key': key } });
      expect([answer.status, answer.json['type']]).toEqual([400, 'urn:besa:problem:invalid_idempotency_key']);
      expect(answer.json['errors']).toMatchObject([{ pointer: '/Idempotency-Key', code: 'weak_key' }]);
      expect(answer.text).not.toContain(key);
    }
    expect(await api.rows()).toBe(before);
  });
});

it('leaves none of them in a log', () => {
  const lines = JSON.stringify(logged());
  for (const [, text] of texts.filter(([, one]) => isTelling(one))) expect(lines).not.toContain(text);
});
