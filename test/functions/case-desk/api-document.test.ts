import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { caseDeskRoutes } from '#functions/case-desk/routes.ts';
import { staffApiDocument } from '#shared/contracts/http/openapi/openapi-staff.ts';
import {
  routesOfAccessLog,
  routesOfDirectory,
  routesOfFigures,
  routesOfFiling,
  routesOfFinding,
} from '#shared/contracts/http/staff/staff-routes.ts';
import { country } from '#shared/country/current.ts';
import { catchLog } from '#test/support/catch-log.ts';
import { openDesk } from './desk.ts';
import type { Desk } from './desk.ts';
import { bullying, handling } from './reports.ts';

catchLog();
let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.stop());

const document = staffApiDocument({
  ...country,
  problemTexts: await country.loadProblemTexts(),
  referrals: await country.loadReferrals(),
}) as {
  paths: Record<string, Record<string, unknown>>;
  components: {
    schemas: Record<string, z.core.JSONSchema.JSONSchema>;
    examples: Record<string, { value: unknown }>;
  };
};
interface Content {
  schema: { $ref: string };
  examples?: Record<string, { $ref: string }>;
}
/** Every body and answer of a document, wherever it stands. */
function* contentsIn(part: unknown): Generator<Content> {
  if (typeof part !== 'object' || part === null) return;
  for (const [name, value] of Object.entries(part)) {
    if (name === 'content') yield* Object.values(value as Record<string, Content>);
    else yield* contentsIn(value);
  }
}

const schema = (name: string) => z.fromJSONSchema(document.components.schemas[name] ?? false);

describe('the staff API document', () => {
  it('has the routes of the case desk, of filing, of finding, of the access log, of figures and of the directory, and no other', () => {
    const own = Object.entries(document.paths).filter(([path]) => !routesOfDirectory.some((row) => row.path === path));
    const documented = own.flatMap(([path, methods]) =>
      Object.keys(methods)
        .filter((method) => method !== 'parameters')
        .map((method) => `${method.toUpperCase()} ${path}`),
    );
    const routes = caseDeskRoutes(desk.deps).map(({ method, path }) => `${method} ${path}`);
    const others = [...routesOfAccessLog, ...routesOfFiling, ...routesOfFinding, ...routesOfFigures].map(
      ({ method, path }) => `${method} ${path}`,
    );
    expect(documented.sort()).toEqual([...routes, ...others].sort());
  });

  it('leads nowhere that is not there', () => {
    const refs = [...JSON.stringify(document).matchAll(/"#\/components\/schemas\/(\w+)"/g)].map(
      ([, name]) => name ?? '',
    );
    expect(refs.length).toBeGreaterThan(30);
    for (const name of refs) expect(document.components.schemas).toHaveProperty(name);
    const shown = [...JSON.stringify(document).matchAll(/"#\/components\/examples\/(\w+)"/g)].map(
      ([, name]) => name ?? '',
    );
    expect(new Set(shown)).toEqual(new Set(Object.keys(document.components.examples)));
  });

  it('shows institutions and legal bases that the country has', async () => {
    const { institutions, legalBases } = await country.loadReferrals();
    const { Resolution, Referral } = document.components.examples;
    expect(Resolution?.value).toMatchObject({
      dutyToReport: { basis: expect.toBeOneOf(legalBases.map(({ code }) => code)) as string },
    });
    expect(Referral?.value).toMatchObject({
      institution: expect.toBeOneOf(institutions.map(({ code }) => code)) as string,
      basis: expect.toBeOneOf(legalBases.map(({ code }) => code)) as string,
    });
  });

  it('shows an example of every request and answer, and each is of its schema', () => {
    const contents = [...contentsIn(document.paths)];
    expect(contents.length).toBeGreaterThan(100);
    for (const {
      schema: { $ref },
      examples,
    } of contents) {
      const taken = schema($ref.split('/').at(-1) ?? '');
      const shown = Object.values(examples ?? {});
      expect(shown).toHaveLength(1);
      for (const { $ref: example } of shown) {
        const { value } = document.components.examples[example.split('/').at(-1) ?? ''] ?? {};
        expect([example, taken.safeParse(value)]).toMatchObject([example, { success: true }]);
      }
    }
  });

  it('says of the queue what can be asked, and of each field how long it may be', () => {
    const parameters = JSON.stringify(document.paths['/v1/cases']?.['get']);
    for (const name of [
      'status',
      'severity',
      'assignee',
      'team',
      'category',
      'region',
      'channel',
      'dueBefore',
      'overdue',
      'unread',
      'cursor',
    ]) {
      expect(parameters).toContain(`"name":"${name}","in":"query"`);
    }
    expect(document.components.schemas['Note']).toMatchObject({ properties: { text: { maxLength: 4000 } } });
  });

  it('describes what is sent and answered', async () => {
    const { caseNumber } = await desk.receive(bullying);
    const body = { ...handling, severity: 'normal' };
    expect(schema('Handling').safeParse(body).success).toBe(true);
    expect(schema('Handling').safeParse({ ...body, nextStep: 'nap' }).success).toBe(false);
    const refused = await desk.decide('officer', caseNumber, 'handling', body);
    expect(refused.status).toBe(409);
    expect(schema('Conflict').safeParse(refused.json)).toMatchObject({ success: true });
    const read = await desk.command('officer', caseNumber, 'read', {});
    expect(schema('Standing').safeParse(read.json)).toMatchObject({ success: true });
    const past = await desk.command('officer', caseNumber, 'handling', body, { 'If-Match': '"1"' });
    expect(past.status).toBe(412);
    expect(schema('Conflict').safeParse(past.json)).toMatchObject({ success: true });
    const filed = await desk.file('officer', { ...bullying, channel: 'school' });
    expect(schema('FiledReport').safeParse({ ...bullying, channel: 'school' }).success).toBe(true);
    expect(schema('ReportAnswer').safeParse(filed.json)).toMatchObject({ success: true });
  });
});
