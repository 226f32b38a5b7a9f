import type { CaseLabels } from './labels/case-labels.ts';
import type { ReferralLabels } from './labels/referral-labels.ts';
import type { RefusalLabels } from './labels/refusal-labels.ts';
import type { ReportLabels } from './labels/report-labels.ts';
import type { WorkLabels } from './labels/work-labels.ts';

/**
 * The words of staff for every code of the staff API. Most are typed by the code's own union, so a new code without
 * words does not compile. Staff are addressed as adults.
 */
export interface ConsoleLabels extends ReportLabels, CaseLabels, ReferralLabels, WorkLabels, RefusalLabels {}
