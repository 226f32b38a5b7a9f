import type { ReportedFacts } from '../report/report.ts';

/**
 * What staff concluded, in the terms of the report. It stands beside what was reported and never replaces it, so that
 * statistics can show both (docs/practice.md, Cases). An absent field was not judged: there, what was reported holds.
 */
export type Assessed = Pick<ReportedFacts, 'category'> &
  Partial<
    Pick<
      ReportedFacts,
      'alsoCategories' | 'platform' | 'about' | 'victims' | 'moreVictims' | 'suspect' | 'flags' | 'region'
    >
  >;

/** What a case is about as far as anybody knows: as staff concluded where they judged it, else as reported. */
export function concluded({ reported, assessed }: { reported: ReportedFacts; assessed?: Assessed }): ReportedFacts {
  if (assessed === undefined) return reported;
  return {
    ...reported,
    ...assessed,
    // A further category of the report that staff did not take over no longer counts.
    alsoCategories: assessed.alsoCategories ?? [],
    flags: { ...reported.flags, ...assessed.flags },
  };
}
