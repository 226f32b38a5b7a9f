import type { Address } from '#shared/domain/text.ts';
import type { Facts } from './facts.ts';

const grownUp = ['18', '19-30', '18-30', '31+'];
const forOthers = ['my_child', 'pupil_or_client', 'school'];

/**
 * How this reporter is spoken to, by what they said of themselves. A second opinion of shared/domain/help/audience.ts: who
 * says nothing may be a child.
 */
export function addressIn({ told }: Facts): Address {
  const { reporterRole, about, reporterAgeBand } = told.of.reported;
  if (reporterRole !== undefined) return reporterRole === 'child' ? 'child' : 'adult';
  if (about !== undefined && forOthers.includes(about)) return 'adult';
  return grownUp.includes(reporterAgeBand) ? 'adult' : 'child';
}
