import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { albania } from '#shared/country/al/pack.ts';
import { taxonomyTexts } from '#shared/country/al/taxonomy/taxonomy-texts.ts';
import { reportSchema } from '#shared/contracts/http/public/report-schema.ts';
import { filing } from '#shared/contracts/http/staff/filing.ts';
import type { AgeBand, ReportedFacts } from '#shared/domain/report/report.ts';
import { assessSeverity } from '#shared/domain/report/severity.ts';
import { aCase } from '#test/support/builders.ts';

const paper = readFileSync(new URL('../../docs/when-down.md', import.meta.url), 'utf8');
const fields = [...paper.matchAll(/`([\w.]+(?:, [\w.]+)*)`\s*\|$/gm)].flatMap(([, names = '']) => names.split(', '));

describe('the paper form for when Besa is down', () => {
  it('asks what the form asks, in the same words to a child and to an adult, in both languages', () => {
    const asked = [...Object.values(taxonomyTexts.flags), ...Object.values(taxonomyTexts.wishes)];
    for (const { sq, en } of asked.flatMap(({ child, adult }) => [child, adult])) {
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

describe('what the paper form calls critical', () => {
  const lines = /\*\*Critical\*\* is:\n\n((?:- .*\n)+)/.exec(paper)?.[1]?.split('\n') ?? [];
  const codesOf = (line: string): string[] => [...line.matchAll(/`(\w+)`/g)].map(([, code = '']) => code).sort();
  const codesAfter = (age: RegExp): string[] => lines.filter((line) => age.test(line)).flatMap(codesOf);

  it('is every question that alone makes a case critical, and no other', () => {
    const [, first, last] = /yes or not sure at any of (\d+) to (\d+)/.exec(lines.join('\n')) ?? [];
    const asked = [...paper.matchAll(/^\| (\d+) .*`flags\.(\w+)`\s*\|$/gm)]
      .filter(([, row]) => Number(row) >= Number(first) && Number(row) <= Number(last))
      .map(([, , flag = '']) => flag);
    expect(asked.sort()).toEqual([...albania.severity.criticalFlags].sort());
  });

  it('is every category that is critical at the age', () => {
    const atAnyAge = criticalWith('31+');
    const under18 = criticalWith('unknown');
    expect(codesAfter(/whatever the age/)).toEqual(atAnyAge);
    expect(criticalWith('16-17')).toEqual(under18);
    expect(codesAfter(/under 18 or of unknown age/)).toEqual(under18.filter((code) => !atAnyAge.includes(code)));
    expect(codesAfter(/under 14/)).toEqual(criticalWith('12-13').filter((code) => !under18.includes(code)));
  });

  it('is not what is only about content, where that is less', () => {
    const child = criticalWith('12-13');
    const onlyContent = criticalWith('12-13', 'content_only');
    const excepted = [...lines.join('\n').matchAll(/`(\w+)`, not if only about content/g)].map(([, code = '']) => code);
    expect(excepted.sort()).toEqual(child.filter((code) => !onlyContent.includes(code)));
  });

  /** Categories that are critical by themselves when an adult tells of one person of this age. */
  function criticalWith(ageBand: AgeBand, about: ReportedFacts['about'] = 'someone_i_know'): string[] {
    const { reported: told } = aCase();
    const someone: ReportedFacts = {
      ...told,
      about,
      victims: [{ ageBand, gender: 'unknown' }],
      reporterRole: 'citizen',
      reporterAgeBand: '31+',
    };
    return Object.keys(albania.severity.categories)
      .filter((category) => {
        const facts = { reported: { ...someone, category }, words: [], linkedReports: 0 };
        return assessSeverity(facts, albania.severity).severity === 'critical';
      })
      .sort();
  }
});
