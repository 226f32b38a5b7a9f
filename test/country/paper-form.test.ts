import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { albania } from '#shared/country/al/pack.ts';
import { taxonomyTexts } from '#shared/country/al/taxonomy-texts.ts';
import { reportSchema } from '#shared/contracts/http/report-schema.ts';
import { filing } from '#shared/contracts/http/staff.ts';

const paper = readFileSync(new URL('../../docs/when-down.md', import.meta.url), 'utf8');
const fields = [...paper.matchAll(/`([\w.]+(?:, [\w.]+)*)`\s*\|$/gm)].flatMap(([, names = '']) => names.split(', '));

describe('the paper form for when Besa is down', () => {
  it('asks what the form asks, in the same words, in both languages', () => {
    for (const { sq, en } of [...Object.values(taxonomyTexts.flags), ...Object.values(taxonomyTexts.wishes)]) {
      expect(paper).toContain(sq);
      expect(paper).toContain(en);
    }
  });

  it('has a place for every field a report has', () => {
    // A campaign's code comes with the form of that campaign.
    const wanted = Object.keys(reportSchema(albania).shape).filter((name) => name !== 'campaign');
    expect(new Set(fields.map((field) => field.split('.')[0]))).toEqual(new Set(wanted));
  });

  it('says how it is entered late, by the names the staff API knows', () => {
    for (const name of Object.keys(filing)) expect(paper).toContain(`"${name}"`);
  });
});
