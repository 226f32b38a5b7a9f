import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { directoryRoutes } from '#functions/directory/routes.ts';
import { directoryExamples } from '#shared/contracts/http/openapi/openapi-directory-examples.ts';
import { staffApiDocument } from '#shared/contracts/http/openapi/openapi-staff.ts';
import { country } from '#shared/country/current.ts';
import { zembla } from '#test/support/invented-country.ts';
import { catchLog } from '#test/support/catch-log.ts';
import { openOffice, type Office } from './office.ts';

catchLog();
let office: Office;
beforeAll(async () => {
  office = await openOffice(undefined, 'engine');
});
afterAll(() => office.stop());

interface Document {
  paths: Record<string, Record<string, unknown>>;
  components: { schemas: Record<string, z.core.JSONSchema.JSONSchema> };
}
const document = staffApiDocument({
  ...country,
  problemTexts: await country.loadProblemTexts(),
  referrals: await country.loadReferrals(),
}) as unknown as Document;
const schema = (name: string) => z.fromJSONSchema(document.components.schemas[name] ?? false);
const first = { 'If-Match': '"0"' };

describe('the directory’s part of the staff API document', () => {
  it('has every route of the function and no other', () => {
    const documented = Object.entries(document.paths)
      .filter(([path]) => /^\/v1\/(?:directory|duty|me)(?:\/|$)/.test(path))
      .flatMap(([path, methods]) =>
        Object.keys(methods).flatMap((method) => (method === 'parameters' ? [] : [`${method.toUpperCase()} ${path}`])),
      );
    const routes = directoryRoutes(office.deps).map(({ method, path }) => `${method} ${path}`);
    expect(documented.toSorted()).toEqual(routes.toSorted());
  });

  it.each(Object.entries(directoryExamples))('shows a %s that is one', (name, example) => {
    expect(schema(name).safeParse(example)).toMatchObject({ success: true });
  });

  it('describes what is answered', async () => {
    const asked = await office.decide('ana', 'officer', 'change', { cleared: true });
    expect(schema('Person').safeParse(asked.json)).toMatchObject({ success: true });
    const again = await office.decide('ana', 'officer', 'change', { cleared: true });
    expect(again.status).toBe(409);
    expect(schema('DirectoryConflict').safeParse(again.json)).toMatchObject({ success: true });
    const roster = await office.post('ana', 'roster', { shifts: [], holidays: [] }, first);
    const campaign = { code: 'SID-2026', name: 'SID', from: '2026-02-01', to: '2026-02-28' };
    const answers = {
      Me: await office.get('auditor', '/v1/me'),
      Roster: roster,
      ShownRoster: await office.get('ana', 'roster'),
      Campaign: await office.post('ana', 'campaigns', campaign, first),
      Colleagues: await office.get('officer', 'colleagues'),
      TakenOver: await office.post('officer', '/v1/duty/take-over', { from: 'supervisor' }),
      Duty: await office.get('officer', '/v1/duty'),
      Recipients: await office.get('officer', 'recipients', { institution: 'police_cybercrime' }),
      People: await office.get('ana', 'people'),
      Institutions: await office.get('ana', 'institutions'),
      Platforms: await office.get('ana', 'platforms'),
      Campaigns: await office.get('ana', 'campaigns'),
      DirectoryAudit: await office.get('auditor', 'audit'),
    };
    for (const [name, { status, json }] of Object.entries(answers)) {
      expect([name, status]).toEqual([name, 200]);
      expect([name, schema(name).safeParse(json)]).toMatchObject([name, { success: true }]);
    }
  });

  it('has the duties and languages of another country without a change', async () => {
    const other = staffApiDocument({
      ...zembla,
      problemTexts: await zembla.loadProblemTexts(),
      referrals: await zembla.loadReferrals(),
    }) as unknown as Document;
    expect(JSON.stringify(other.components.schemas['DirectoryPerson'])).toContain('"el"');
  });
});
