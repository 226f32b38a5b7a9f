import { olderAgeBand } from './report.ts';
import type { About, AgeBand, Report, ReportedFacts, TriState } from './report.ts';

/** Age bands with the last year of each, in order. */
const bandsUpTo: readonly (readonly [number, AgeBand])[] = [
  [8, '0-8'],
  [11, '9-11'],
  [13, '12-13'],
  [14, '14'],
  [15, '15'],
  [17, '16-17'],
  [18, '18'],
  [30, '19-30'],
];

const under14Bands: readonly AgeBand[] = ['0-8', '9-11', '12-13'];

const adultBands: readonly AgeBand[] = ['18', '19-30', olderAgeBand, '31+'];

/** What a report can be about when the reporter is its only person. This counts only when no victim is named. */
const aboutReporterAlone: readonly (About | undefined)[] = ['me', 'something_i_did', 'content_only'];

/** The age band of an age in whole or started years. `unknown` for anything that is no age. */
export function ageBand(years: number | undefined): AgeBand {
  if (years === undefined || !(years >= 0)) return 'unknown';
  const whole = Math.floor(years);
  return bandsUpTo.find(([last]) => whole <= last)?.[1] ?? '31+';
}

/** The part of a report that stands in clear on the case. Nothing a person wrote passes this function. */
export function reportedFacts(report: Report): ReportedFacts {
  const { suspect } = report;
  return {
    category: report.category,
    alsoCategories: [...report.alsoCategories],
    ...(report.platform === undefined ? {} : { platform: report.platform }),
    ...(report.about === undefined ? {} : { about: report.about }),
    victims: report.victims.map((victim) => ({
      ageBand: ageBand(victim.ageYears),
      gender: victim.gender ?? 'unknown',
    })),
    ...(report.moreVictims === undefined ? {} : { moreVictims: report.moreVictims }),
    ...(suspect === undefined
      ? {}
      : {
          suspect: {
            ...(suspect.relation === undefined ? {} : { relation: suspect.relation }),
            ...(suspect.adult === undefined ? {} : { adult: suspect.adult }),
            ...(suspect.livesWithChild === undefined ? {} : { livesWithChild: suspect.livesWithChild }),
          },
        }),
    flags: { ...report.flags },
    ...(report.reporter.role === undefined ? {} : { reporterRole: report.reporter.role }),
    reporterAgeBand: ageBand(report.reporter.ageYears),
    ...(report.place.region === undefined ? {} : { region: report.place.region }),
    wishes: { ...report.wishes },
    needs: [...report.needs],
  };
}

/** Whether an answer counts as yes. On questions of safety, "unsure" does. Source: docs/practice.md, Severity. */
export function countsAsYes(answer: TriState | undefined): boolean {
  return answer === true || answer === 'unsure';
}

/**
 * Whether a child, or somebody who may be one, is involved. Unknown age counts as under 18. So a report is about adults
 * only when every person in it is known to be an adult. A reporter who is a child always counts.
 * Source: docs/practice.md, Severity.
 */
export function involvesChild(facts: ReportedFacts): boolean {
  if (facts.reporterRole === 'child' || isChild(facts.reporterAgeBand)) return true;
  if (countsAsYes(facts.flags.sexualImageOfMinor) || facts.moreVictims === true) return true;
  const people = facts.victims.map((victim) => victim.ageBand);
  if (people.length === 0 && aboutReporterAlone.includes(facts.about)) people.push(facts.reporterAgeBand);
  return people.length === 0 || !people.every(isAdult);
}

/** Whether a victim or the reporter is known to be under 14. Unknown age does not count here. */
export function involvesUnder14(facts: ReportedFacts): boolean {
  return (
    under14Bands.includes(facts.reporterAgeBand) ||
    facts.victims.some((victim) => under14Bands.includes(victim.ageBand))
  );
}

/** Whether a band says that somebody is an adult. An unknown age does not. */
export function isAdult(band: AgeBand): boolean {
  return adultBands.includes(band);
}

function isChild(band: AgeBand): boolean {
  return band !== 'unknown' && !isAdult(band);
}
