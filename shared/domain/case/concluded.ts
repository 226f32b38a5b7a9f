import type { ReportedFacts } from '../report/report.ts';

/**
 * What staff may note of a child at special risk, where it matters for help. It is never asked of a reporter. It decides
 * nothing, and no mail, event, letter, proposal or published figure holds it. Source: docs/practice.md, Cases.
 */
export interface SpecialRisk {
  disability?: boolean;
  /** A code of the country pack's communities. */
  community?: string;
}

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
  > &
  SpecialRisk;

/**
 * What a case is about as far as anybody knows: as staff concluded where they judged it, else as reported.
 * The special risk is no part of it, so nothing that is made from it can tell it.
 */
export function concluded({ reported, assessed }: { reported: ReportedFacts; assessed?: Assessed }): ReportedFacts {
  if (assessed === undefined) return reported;
  const judged = termsOfReport(assessed);
  return {
    ...reported,
    ...judged,
    // A further category of the report that staff did not take over no longer counts.
    alsoCategories: judged.alsoCategories ?? [],
    flags: { ...reported.flags, ...judged.flags },
  };
}

/** A case as it may leave the centre: without what staff noted of a child at special risk. */
export function withoutSpecialRisk<C extends { assessed?: Assessed }>(of: C): C {
  return of.assessed === undefined ? of : { ...of, assessed: termsOfReport(of.assessed) };
}

function termsOfReport(assessed: Assessed): Omit<Assessed, keyof SpecialRisk> {
  const { disability: _, community: __, ...judged } = assessed;
  return judged;
}
