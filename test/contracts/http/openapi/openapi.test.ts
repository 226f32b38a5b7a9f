import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { helpedSchema, informationParser } from '#shared/contracts/http/public/information.ts';
import { deskExamples } from '#shared/contracts/http/openapi/openapi-desk.ts';
import { openApiDocument } from '#shared/contracts/http/openapi/openapi.ts';
import { examples } from '#shared/contracts/http/openapi/openapi-texts.ts';
import { reportParser } from '#shared/contracts/http/public/parse-report.ts';
import { parseWithReceipt, receiptIn } from '#shared/contracts/http/public/receipt.ts';
import { country } from '#shared/country/current.ts';
import { generatedDocuments } from '#infra/documents/generate-docs.ts';

type Json = Readonly<Record<string, unknown>>;
const document = openApiDocument(country);

/** What a JSON pointer inside the document leads to. */
function at(pointer: string): unknown {
  return pointer
    .replace(/^#\//, '')
    .split('/')
    .reduce<unknown>((inner, part) => (inner as Json)[part.replaceAll('~1', '/').replaceAll('~0', '~')], document);
}

const schema = (name: string) => z.fromJSONSchema(at(`#/components/schemas/${name}`) as z.core.JSONSchema.JSONSchema);

function* nodes(value: unknown): Generator<Json> {
  if (typeof value !== 'object' || value === null) return;
  yield value as Json;
  for (const inner of Object.values(value)) yield* nodes(inner);
}

describe('the API document', () => {
  it('leads nowhere that is not there', () => {
    const refs = [...nodes(document)].map((node) => node['$ref']).filter((ref) => typeof ref === 'string');
    expect(refs.length).toBeGreaterThan(50);
    expect(refs.filter((ref) => at(ref) === undefined)).toEqual([]);
  });

  it('has the routes of the contract', () => {
    expect(Object.entries(document['paths'] as Json).map(([path, of]) => [path, Object.keys(of as Json)])).toEqual([
      ['/v1/reports', ['post']],
      ['/v1/follow-up', ['post']],
      ['/v1/follow-up/messages', ['post']],
      ['/v1/follow-up/withdrawal', ['post']],
      ['/v1/follow-up/lock', ['post']],
      ['/v1/follow-up/helped', ['post']],
      ['/v1/desk/code', ['post']],
      ['/v1/desk/session', ['post']],
      ['/v1/desk/referral', ['post']],
      ['/v1/desk/addresses', ['post']],
      ['/v1/desk/answer', ['post']],
      ['/v1/desk/not-for-me', ['post']],
      ['/v1/taxonomy', ['get']],
      ['/v1/statistics', ['get']],
      ['/openapi.json', ['get']],
      ['/health', ['get']],
    ]);
  });

  it('states the limits', () => {
    const properties = at('#/components/schemas/Report/properties') as Record<string, Json>;
    expect(properties).toMatchObject({
      narrative: { maxLength: 10_000 },
      urls: { maxItems: 20, items: { maxLength: 2048 } },
      accounts: { maxItems: 20 },
      victims: { maxItems: 10 },
      alsoCategories: { maxItems: 3 },
    });
    const message = at('#/components/schemas/Message/properties') as Record<string, Json>;
    expect(message).toMatchObject({
      text: { maxLength: 4000 },
      urls: { maxItems: 20, items: { maxLength: 2048 } },
      accounts: { maxItems: 20 },
    });
    const fields = [...Object.values(properties), ...Object.values(message)];
    expect(fields.filter((field) => typeof field['description'] !== 'string')).toEqual([]);
  });

  it('has examples that its own schemas and the API itself take', () => {
    const parse = reportParser(country);
    for (const example of [examples.report(country), examples.leastReport(country)]) {
      expect(schema('Report').safeParse(example).error).toBeUndefined();
      expect(parse(example, 'sq').adjusted).toEqual([]);
    }
    expect(schema('Receipt').safeParse(examples.receipt()).error).toBeUndefined();
    expect(receiptIn(examples.receipt(), 'sq')).toBe('7K3M-9QXR-2F5T-8WNA-W');
    const parseMessage = informationParser(country);
    for (const example of [examples.message(country), examples.leastMessage()]) {
      expect(schema('Message').safeParse(example).error).toBeUndefined();
      expect(parseMessage(example, 'sq').receipt).toBe('7K3M-9QXR-2F5T-8WNA-W');
    }
    for (const [name, example] of Object.entries(deskExamples)) {
      expect(schema(name).safeParse(example).error).toBeUndefined();
    }
    expect(schema('Helped').safeParse(examples.helped()).error).toBeUndefined();
    expect(parseWithReceipt(helpedSchema, examples.helped(), 'sq').helped).toBe('partly');
  });

  it('has schemas that refuse what the API refuses', () => {
    const wrong = [{}, { category: 'x' }, { category: 'not_sure', extra: 1 }, { category: 'not_sure', urls: 'x' }];
    wrong.push({ category: 'not_sure', narrative: 'x'.repeat(10_001) } as never);
    for (const body of wrong) expect(schema('Report').safeParse(body).success).toBe(false);
  });

  it('names no reporter’s secret as a part of an address', () => {
    expect(JSON.stringify(Object.keys(document['paths'] as Json))).not.toContain('{');
  });
});

// It makes the templates of prod, for the list of alarms.
it('is written down as it is now: run `npm run docs`', { timeout: 60_000 }, async () => {
  for (const [path, text] of Object.entries(await generatedDocuments())) {
    expect(readFileSync(join(import.meta.dirname, '../../../..', path), 'utf8')).toBe(text);
  }
});
