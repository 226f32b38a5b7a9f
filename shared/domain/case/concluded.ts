import type { ReportedFacts } from '../report/report.ts';

/**
 * What staff concluded, in the words of the report. It stands beside what was reported and never in its place, so that
 * statistics can say both (docs/practice.md, Cases). What is absent was not judged: there, what was reported holds.
 */
export type Assessed = Pick<ReportedFacts, 'category'> &
  Partial<
    Pick<
      ReportedFacts,
      'alsoCategories' | 'platform' | 'about' | 'victims' | 'moreVictims' | 'suspect' | 'flags' | 'region'
    >
  >;

/** What a case is about as far as anybody knows: concluded where it was judged, else as reported. */
export function concluded({ reported, assessed }: { reported: ReportedFacts; assessed?: Assessed }): ReportedFacts {
  if (assessed === undefined) return reported;
  return {
    ...reported,
    ...assessed,
    // A category of the report that staff did not take up is no longer one of the case.
    alsoCategories: assessed.alsoCategories ?? [],
    flags: { ...reported.flags, ...assessed.flags },
  };
}
