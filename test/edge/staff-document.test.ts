import * as fc from '#test/support/fast-check.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { people } from '#test/functions/case-desk/desk.ts';
import type { Who } from '#test/functions/case-desk/desk.ts';
import { bullying, extortion, handling } from '#test/functions/case-desk/reports.ts';
import { catchLog } from '#test/support/catch-log.ts';
import type { GatewayAnswer } from '#test/support/gateway.ts';
import { operationsOf, undocumented } from './api-documents.ts';
import type { Operation } from './api-documents.ts';
import { breakagesOf, broken, codesOfNobody, fullValueOf, valuesOf } from './generated-values.ts';
import { violations } from './json-schema.ts';
import type { Schema } from './json-schema.ts';
import { runs } from './runs.ts';
import { openWholeApi } from './whole-api.ts';
import type { WholeApi } from './whole-api.ts';

catchLog();
let api: WholeApi;
/** Cases as they may stand: just received, read, urgent and read, resolved. */
let cases: string[];
/** An address that leads somewhere, whatever is asked. */
let here: Record<string, string>;
/** Each can be decided on: what ends one leaves the others. */
const referrals = ['police_cybercrime-1', 'state_police-1', 'cyber_authority-1'];
beforeAll(async () => {
  api = await openWholeApi();
  const { desk } = api;
  const numbers = [bullying, bullying, extortion, bullying].map(async (report) => {
    const { caseNumber } = await desk.receive(report);
    return caseNumber;
  });
  cases = await Promise.all(numbers);
  const [, read = '', urgent = '', resolved = ''] = cases;
  here = {
    number: read,
    person: people.other.id,
    timer: '1.resolve.report',
    rung: '1',
    referral: 'police_cybercrime-1',
    notice: 'tiktok-1',
    approval: 'export-1',
  };
  for (const number of [read, urgent, resolved]) await desk.command('officer', number, 'read', { reason: 'on_duty' });
  const prepared = [
    ...(await Promise.all(
      referrals.map((id) => {
        const institution = id.replace(/-1$/, '');
        return desk.command('officer', urgent, 'referrals', { institution, basis: 'al_cc_300' });
      }),
    )),
    await desk.command('officer', urgent, 'notices', { platform: 'tiktok', way: 'email' }),
    await desk.decide('officer', resolved, 'handling', { ...handling, severity: 'normal' }),
    await desk.decide('officer', resolved, 'resolution', { outcome: 'advice_given', message: 'Call us.' }),
  ];
  if (prepared.some(({ status }) => status !== 200)) throw new Error('The cases do not stand as they should.');
});
afterAll(() => api.stop());

const operations = operationsOf('openapi-staff.json');
const commands = operations.filter(({ method }) => method === 'POST');
const looks = operations.filter(({ method }) => method === 'GET');

/** What may stand in an address besides what is there. */
const strangeParts = [
  ...codesOfNobody,
  '..',
  '../..',
  '%2e%2e',
  '1.resolve.report',
  'B-0000-0000',
  '\u0000',
  '',
  'x'.repeat(500),
];
const tags = ['*', '"1"', 'W/"1"', '"1", "2", "3"', '1', '"', '', 'x'.repeat(500), '"-1"', '"1e3"', '"__proto__"'];

/** Parts of an address: mostly of what is there. */
function partsOf({ path }: Operation): fc.Arbitrary<Record<string, string>> {
  const known: Readonly<Record<string, () => string[]>> = {
    // What is named within a case stands in the urgent one.
    number: () => (/referral|notice/.test(path) ? [cases[2] ?? ''] : cases),
    // Not those who ask: a change could take from them what they may.
    person: () => [people.other, people.counsellor, people.volunteer, people.gone].map(({ id }) => id),
    timer: () => ['1.resolve.report', '1.handle.report', '1.read.report'],
    rung: () => ['1', '2'],
    referral: () => referrals,
    notice: () => ['tiktok-1'],
    approval: () => ['export-1', 'lowering-1', 'erasure-1'],
  };
  const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '');
  const part = (name: string) => {
    const there = known[name]?.() ?? ['1'];
    return fc.oneof(
      { weight: 12, arbitrary: fc.constantFrom(...there) },
      { weight: 1, arbitrary: fc.constantFrom(...strangeParts) },
      { weight: 1, arbitrary: fc.string({ unit: 'binary' }) },
    );
  };
  return fc.record(Object.fromEntries(names.map((name) => [name, part(name)])), { noNullPrototype: true });
}

/** Mostly who may do it, and everybody else. */
const askedBy = (who: Who) =>
  fc.oneof(
    { weight: 4, arbitrary: fc.constant(who) },
    { weight: 1, arbitrary: fc.constantFrom<(Who | undefined)[]>(undefined, ...(Object.keys(people) as Who[])) },
  );

const ask = (operation: Operation, more: Partial<Parameters<WholeApi['ask']>[0]>): Promise<GatewayAnswer> =>
  api.ask({ method: operation.method, resource: operation.path, ...more });
const by = (who: Who | undefined) => (who === undefined ? {} : { who });

describe.each(commands.map((operation) => [operation.id, operation] as const))('%s', (_, operation) => {
  const { body: schema = {} } = operation;

  it('answers what the document allows as the document says, whoever asks, wherever', async () => {
    const who = await whoMay(operation, here, fullValueOf(schema));
    const state = fc.oneof(
      { weight: 5, arbitrary: fc.constant('present') },
      { weight: 1, arbitrary: fc.constantFrom('unsaid', ...tags) },
    );
    await fc.assert(
      fc.asyncProperty(valuesOf(schema), partsOf(operation), askedBy(who), state, async (body, path, asking, said) => {
        const tag = said === 'present' ? await tagOf(path) : said;
        const headers = tag === 'unsaid' ? {} : { 'If-Match': tag };
        const answer = await ask(operation, { body, path, headers, ...by(asking) });
        expect(undocumented(operation, answer)).toEqual([]);
        expect(answer.status).toBeLessThan(500);
      }),
      runs(25),
    );
  });

  it('refuses each thing made wrong by its name, and changes nothing', async () => {
    const whole = known(fullValueOf(schema));
    const who = await whoMay(operation, here, whole);
    const headers = { 'If-Match': await tagOf(here) };
    const before = await api.rows();
    for (const breakage of breakagesOf(schema)) {
      const { how, pointer } = breakage;
      const body = broken(whole, breakage);
      expect([breakage, violations(schema, body)]).not.toEqual([breakage, []]);
      const answer = await ask(operation, { who, body, path: here, headers });
      expect([breakage, undocumented(operation, answer)]).toEqual([breakage, []]);
      const errors = (answer.json['errors'] ?? []) as { pointer: string }[];
      expect([how, pointer, answer.status, errors.map((one) => one.pointer)]).toEqual([how, pointer, 422, [pointer]]);
    }
    expect(await api.rows()).toBe(before);
  });
});

/** A duty is one of the ladder's or of an institution's contact, which no schema can say. */
function known(body: unknown): unknown {
  return 'duties' in (body as object) ? { ...(body as object), duties: ['duty_officer'] } : body;
}

/** How the case stands that an address names, or anything where it names none. */
async function tagOf({ number }: Record<string, string>): Promise<string> {
  const known = cases.find((one) => one === number);
  return known === undefined ? '"0"' : `"${(await api.desk.stateOf(known)).case.revision}"`;
}

/** Somebody who is let in, so that it is the body that is refused. */
async function whoMay(operation: Operation, path: Record<string, string>, body?: unknown): Promise<Who> {
  const more = body === undefined ? {} : { body: { ...(body as object), notAField: 1 } };
  for (const who of ['officer', 'supervisor', 'administrator', 'auditor', 'head'] as const) {
    if ((await ask(operation, { who, path, ...more })).status !== 403) return who;
  }
  throw new Error(`Nobody may ${operation.id}.`);
}

describe.each(looks.map((operation) => [operation.id, operation] as const))('%s', (_, operation) => {
  it('answers whatever is asked as the document says', async () => {
    const who = await whoMay(operation, here);
    const query = operation.parameters.filter((one) => one.in === 'query');
    const forged = fc
      .oneof(fc.string({ unit: 'binary' }), fc.json(), fc.constantFrom('2026-99-99T00:00:00.000Z#x', 'CASE#x|META'))
      .map((text) => Buffer.from(text).toString('base64url'));
    const strange = fc.oneof(
      fc.constantFrom(...codesOfNobody, '2026-11', '0000-01', '9999-12'),
      fc.string({ unit: 'binary' }),
      forged,
    );
    const asking = (names: typeof query, value: (schema: Schema) => fc.Arbitrary<unknown>) =>
      fc.record(Object.fromEntries(names.map(({ name, schema }) => [name, value(schema)])), {
        requiredKeys: [],
        noNullPrototype: true,
      });
    const asked = fc.oneof(
      asking(
        query.filter(({ name }) => name !== 'cursor'),
        valuesOf,
      ),
      asking(query, (schema) => fc.oneof(valuesOf(schema), strange)),
    );
    await fc.assert(
      fc.asyncProperty(asked, partsOf(operation), askedBy(who), async (query_, path, one) => {
        const answer = await ask(operation, { query: query_ as Record<string, string>, path, ...by(one) });
        expect(undocumented(operation, answer)).toEqual([]);
        expect(answer.status).toBeLessThan(500);
      }),
      runs(25),
    );
  });
});
