import * as fc from '#test/support/fast-check.ts';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { bullying } from '#test/functions/case-desk/reports.ts';
import { catchLog } from '#test/support/catch-log.ts';
import type { GatewayAnswer } from '#test/support/gateway.ts';
import { operationsOf, undocumented } from './api-documents.ts';
import type { Operation } from './api-documents.ts';
import { breakagesOf, broken, fullValueOf, valuesOf } from './generated-values.ts';
import { violations } from './json-schema.ts';
import { runs } from './runs.ts';
import { openWholeApi } from './whole-api.ts';
import type { WholeApi } from './whole-api.ts';

catchLog();
let api: WholeApi;
let receipt: string;
beforeAll(async () => {
  api = await openWholeApi();
});
afterAll(() => api.stop());

const operations = operationsOf('openapi.json');
const posts = operations.filter(({ method }) => method === 'POST');
const gets = operations.filter(({ method }) => method === 'GET');
const named = (id: string): Operation => {
  const found = operations.find((one) => one.id === id);
  if (found === undefined) throw new Error(`The document has no ${id}.`);
  return found;
};

const send = (operation: Operation, body: unknown): Promise<GatewayAnswer> =>
  api.ask({ method: operation.method, resource: operation.path, body, headers: { 'Accept-Language': 'en' } });
const pointersOf = ({ json }: GatewayAnswer): string[] =>
  ((json['errors'] ?? []) as { pointer: string }[]).map(({ pointer }) => pointer);

/** A receipt that opens something, or an access code, so that what is wrong is what was made wrong. */
const withReceipt = (body: unknown): unknown => {
  if (typeof body !== 'object' || body === null) return body;
  const access = '7K3M-9QXR-2F5T-8WNA-W';
  return { ...body, ...('receipt' in body ? { receipt } : {}), ...('access' in body ? { access } : {}) };
};

describe.each(posts.map((operation) => [operation.id, operation] as const))('%s', (_, operation) => {
  const { body: schema = {} } = operation;
  // A code of its own for each: one that was locked opens nothing more.
  beforeEach(async () => {
    ({ receipt } = await api.desk.receive(bullying));
  });

  it('answers what the document allows as the document says', async () => {
    const opens = fc.boolean();
    await fc.assert(
      fc.asyncProperty(valuesOf(schema), opens, async (body, isOurs) => {
        expect(violations(schema, body)).toEqual([]);
        const answer = await send(operation, isOurs ? withReceipt(body) : body);
        expect(undocumented(operation, answer)).toEqual([]);
        expect(answer.status).toBeLessThan(500);
      }),
      runs(60),
    );
  });

  it('refuses each thing made wrong by its name, and stores nothing', async () => {
    const whole = withReceipt(fullValueOf(schema));
    const before = await api.rows();
    const breakages = breakagesOf(schema);
    expect(breakages.length).toBeGreaterThan(5);
    for (const breakage of breakages) {
      const body = broken(whole, breakage);
      expect([breakage, violations(schema, body)]).not.toEqual([breakage, []]);
      const answer = await send(operation, body);
      const { how, pointer } = breakage;
      expect([how, undocumented(operation, answer)]).toEqual([how, []]);
      expect([how, pointer, answer.status, pointersOf(answer)]).toEqual([how, pointer, 422, [pointer]]);
    }
    expect(await api.rows()).toBe(before);
  });
});

it('takes every report the document allows, when it says something', async () => {
  const operation = named('sendReport');
  await fc.assert(
    fc.asyncProperty(valuesOf(operation.body ?? {}), async (body) => {
      const answer = await send(operation, { ...(body as object), narrative: 'It happened again today.' });
      expect([answer.status, answer.json['errors']]).toEqual([201, undefined]);
    }),
    runs(100),
  );
});

describe.each(gets.map((operation) => [operation.id, operation] as const))('%s', (_, operation) => {
  it('answers whatever is asked as the document says', async () => {
    const query = operation.parameters.filter((one) => one.in === 'query');
    const value = ({ schema }: (typeof query)[number]) => fc.oneof(valuesOf(schema), fc.string({ unit: 'binary' }));
    const asked = fc.record(Object.fromEntries(query.map((one) => [one.name, value(one)])), {
      requiredKeys: [],
      noNullPrototype: true,
    });
    await fc.assert(
      fc.asyncProperty(asked, fc.string({ unit: 'binary' }), async (query_, tag) => {
        const answer = await api.ask({
          method: 'GET',
          resource: operation.path,
          query: query_ as Record<string, string>,
          headers: { 'If-None-Match': tag },
        });
        expect(undocumented(operation, answer)).toEqual([]);
        expect(answer.status).toBeLessThan(500);
      }),
      runs(40),
    );
  });
});
