import type { Refusal } from '../../case/decision.ts';
import type { StaffingRefusal } from '../../people/power/change-person.ts';
import type { ForbiddenReason } from '../../problems.ts';
import type { LabelsOf } from './label.ts';

/** Every `because` of a 409: of a case, of the directory, and of filing. */
export type ConflictReason = Refusal | StaffingRefusal | 'filed_by_another' | 'rung_unheld' | 'nobody_left';

/** Each a sentence: what stands against it, and what to do. */
export interface RefusalLabels {
  /** `because` of a 403. */
  forbidden: LabelsOf<ForbiddenReason>;
  /** `because` of a 409. `{limit}` is only in those of a full list. */
  conflicts: LabelsOf<ConflictReason>;
  /** A 412: somebody was faster. */
  changedMeanwhile: LabelsOf<'somebody' | 'nothing_lost'>;
}
