import type { Severity } from '#shared/domain/report/severity.ts';
import type { Text } from '#shared/domain/text.ts';

/** How urgent a case is, as mails and pages say it. */
export const severityTexts: Readonly<Record<Severity, Text>> = {
  critical: { sq: 'kritike', en: 'critical' },
  high: { sq: 'e lartë', en: 'high' },
  normal: { sq: 'normale', en: 'normal' },
  low: { sq: 'e ulët', en: 'low' },
};
