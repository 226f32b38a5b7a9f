import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { format } from 'prettier';
import { eventCatalogue } from '#shared/contracts/events/catalogue.ts';
import { staffApiDocument } from '#shared/contracts/http/openapi/openapi-staff.ts';
import { openApiDocument } from '#shared/contracts/http/openapi/openapi.ts';
import { country } from '#shared/country/current.ts';
import { alarmList } from '../alarms/alarm-list.ts';
import { synthesize } from '../synthesize.ts';
import { boundsDocument } from './bounds-table.ts';
import { reporterSentences } from './reporter-sentences.ts';
import { withRetentionTables } from './retention-table.ts';
import { readmeWithRoutes } from './route-table.ts';
import { sweepBoundsTable } from './sweep-bounds.ts';

/**
 * Documents that are made from the code, by path. `npm run docs` writes them. A test compares them, so that none of
 * them can be out of date.
 */
export async function generatedDocuments(): Promise<Readonly<Record<string, string>>> {
  const [problemTexts, referrals] = await Promise.all([country.loadProblemTexts(), country.loadReferrals()]);
  const staffApi = staffApiDocument({ ...country, problemTexts, referrals });
  return {
    'docs/generated/openapi.json': await json(openApiDocument(country)),
    'docs/generated/openapi-staff.json': await json(staffApi),
    'docs/generated/events.md': eventCatalogue(),
    'docs/generated/bounds.md': await markdown(boundsDocument()),
    'docs/generated/alarms.md': await markdown(alarmList((await synthesize('prod')).alarms)),
    'docs/generated/reporter-sentences.md': await markdown(await reporterSentences(country)),
    'docs/generated/sweeps.md': await markdown(sweepBoundsTable()),
    'docs/data-protection.md': await markdown(withRetentionTables(country)),
    'functions/case-desk/README.md': await markdown(readmeWithRoutes('case-desk', staffApi)),
  };
}

function markdown(text: string): Promise<string> {
  return format(text, { parser: 'markdown', printWidth: 120 });
}

/** As the formatter of this repository would write it. */
function json(value: unknown): Promise<string> {
  return format(JSON.stringify(value), { parser: 'json', printWidth: 120 });
}

if (import.meta.main) {
  for (const [path, text] of Object.entries(await generatedDocuments())) {
    const file = join(import.meta.dirname, '../..', path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
}
