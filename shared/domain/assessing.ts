import type { Case } from './case.ts';
import type { CountryPack } from './country-pack.ts';
import { refused } from './decision.ts';
import type { Decision, Gap } from './decision.ts';
import { placeWords } from './report.ts';
import type { ReportedFacts } from './report.ts';

/**
 * What staff concluded, in the words of the report. It stands beside what was reported and never in its place, so that
 * statistics can say both (PRACTICE, cases). What is absent was not judged: there, what was reported holds.
 */
export type Assessed = Pick<ReportedFacts, 'category'> &
  Partial<
    Pick<
      ReportedFacts,
      'alsoCategories' | 'platform' | 'about' | 'victims' | 'moreVictims' | 'suspect' | 'flags' | 'region'
    >
  >;

/** What a case is about as far as anybody knows: concluded where it was judged, else as reported. */
export function concluded(of: Pick<Case, 'reported' | 'assessed'>): ReportedFacts {
  const { reported, assessed } = of;
  if (assessed === undefined) return reported;
  return {
    ...reported,
    ...assessed,
    // A category of the report that staff did not take up is no longer one of the case.
    alsoCategories: assessed.alsoCategories ?? [],
    flags: { ...reported.flags, ...assessed.flags },
  };
}

/** Records what staff concluded; what is given stands from now on. Somebody must have read the report. */
export function decideAssessment(
  of: Case,
  input: Assessed,
  pack: Pick<CountryPack, 'categories' | 'platforms' | 'regions'>,
  by: string,
): Decision {
  if (of.status === 'closed') return refused('wrong_status');
  if (of.readAt === undefined) return refused('not_read');
  const gaps = codeGaps(input, pack);
  if (gaps.length > 0) return refused('fields_missing', gaps);
  return {
    outcome: 'change',
    parts: {
      set: { assessed: input },
      events: [{ type: 'case.assessed', actor: `staff:${by}`, data: {} }],
    },
  };
}

/** Staff may take any category of the pack, also those that no public form shows. */
function codeGaps(input: Assessed, pack: Pick<CountryPack, 'categories' | 'platforms' | 'regions'>): Gap[] {
  const categories = pack.categories.map(({ code }) => code);
  const regions = [...pack.regions.map(({ code }) => code), ...placeWords];
  const also = input.alsoCategories ?? [];
  const isTwice = also.includes(input.category) || new Set(also).size < also.length;
  return [
    ...unknown('/category', input.category, categories),
    ...also.flatMap((code, index) => unknown(`/alsoCategories/${index}`, code, categories)),
    ...(isTwice ? [{ pointer: '/alsoCategories', code: 'wrong_form' as const }] : []),
    ...unknown('/platform', input.platform, pack.platforms),
    ...unknown('/region', input.region, regions),
  ];
}

function unknown(pointer: string, code: string | undefined, known: readonly string[]): Gap[] {
  return code === undefined || known.includes(code) ? [] : [{ pointer, code: 'unknown_code' }];
}
