import type { Action, Role } from '../../access/authorize.ts';
import type { ConcernKind } from '../../queue/attention.ts';
import type { ClockKind, SilenceStep } from '../../case/timer-id.ts';
import type { Team } from '../../case/team.ts';
import type { UndeliveredBecause } from '../../case/unseen/undelivered.ts';
import type { LabelsOf, LabelsOfPack } from './label.ts';

/** Who works, what they may do, and what waits for them. */
export interface WorkLabels {
  teams: LabelsOf<Team>;
  roles: LabelsOf<Role>;
  duties: LabelsOfPack;
  /** Rungs of the ladder. */
  rungs: LabelsOfPack;
  /** Deadlines of a case. */
  clocks: LabelsOf<ClockKind>;
  /** What is missing while a clock runs. */
  missing: LabelsOf<ClockKind>;
  silenceSteps: LabelsOf<SilenceStep>;
  undelivered: LabelsOf<UndeliveredBecause>;
  concerns: LabelsOf<ConcernKind>;
  /** What one may do, as `may` of an answer lists it. */
  actions: LabelsOf<Action>;
  /** The button of each command of the staff API on a case, by its name. */
  commands: LabelsOfPack;
  /** What a field of a command's body is called, by its name in the body. */
  fields: LabelsOfPack;
}
