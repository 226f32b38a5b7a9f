import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { caseDeskRoutes } from '#functions/case-desk/routes.ts';
import { staffApiDocument } from '#shared/contracts/http/openapi-staff.ts';
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

const document = staffApiDocument(country) as {
  paths: Record<string, Record<string, unknown>>;
  components: { schemas: Record<string, z.core.JSONSchema.JSONSchema> };
};
const schema = (name: string) => z.fromJSONSchema(document.components.schemas[name] ?? false);

describe('the staff API document', () => {
  it('has the routes of the case desk and of filing, and no other', () => {
    const documented = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.keys(methods)
        .filter((method) => method !== 'parameters')
        .map((method) => `${method.toUpperCase()} ${path}`),
    );
    const routes = caseDeskRoutes(desk.deps).map(({ method, path }) => `${method} ${path}`);
    expect(documented.sort()).toEqual([...routes, 'POST /v1/cases'].sort());
  });

  it('leads nowhere that is not there', () => {
    const refs = [...JSON.stringify(document).matchAll(/"#\/components\/schemas\/(\w+)"/g)].map(
      ([, name]) => name ?? '',
    );
    expect(refs.length).toBeGreaterThan(30);
    for (const name of refs) expect(document.components.schemas).toHaveProperty(name);
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
