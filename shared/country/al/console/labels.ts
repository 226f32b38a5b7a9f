import type { ConsoleLabels } from '#shared/domain/console/labels.ts';
import { caseLabels } from './labels/case-labels.ts';
import { referralLabels } from './labels/referral-labels.ts';
import { refusalLabels } from './labels/refusal-labels.ts';
import { reportLabels } from './labels/report-labels.ts';
import { workLabels } from './labels/work-labels.ts';

export const labels: ConsoleLabels = {
  ...reportLabels,
  ...caseLabels,
  ...referralLabels,
  ...workLabels,
  ...refusalLabels,
};
