import { isAdult } from '../report/reported-facts.ts';
import type { About, ReporterRole, ReportedFacts } from '../report/report.ts';
import type { Address } from '../text.ts';

/** The readers that a label or guidance is worded for. A child never reads "CSAM". */
export const audiences = ['child', 'parent', 'school', 'adult'] as const;

export type Audience = (typeof audiences)[number];

const byRole: Readonly<Record<ReporterRole, Audience>> = {
  child: 'child',
  parent: 'parent',
  teacher: 'school',
  school_staff: 'school',
  professional: 'adult',
  institution: 'adult',
  citizen: 'adult',
};

const byAbout: Partial<Record<About, Audience>> = { my_child: 'parent', pupil_or_client: 'school', school: 'school' };

/**
 * For whom an answer is worded. A person who does not say who they are may be a child, unless their age says otherwise.
 */
export function audienceOf(facts: Pick<ReportedFacts, 'reporterRole' | 'reporterAgeBand' | 'about'>): Audience {
  if (facts.reporterRole !== undefined) return byRole[facts.reporterRole];
  const about = facts.about === undefined ? undefined : byAbout[facts.about];
  if (about !== undefined) return about;
  return isAdult(facts.reporterAgeBand) ? 'adult' : 'child';
}

/** How an audience is addressed. Source: docs/practice.md, Reporter's side. */
export function addressOf(audience: Audience): Address {
  return audience === 'child' ? 'child' : 'adult';
}
