import type { readReasons } from '../../access/access-log.ts';
import type {
  CloseReason,
  ErasureReason,
  ExportReason,
  Helped,
  holdReasons,
  nextSteps,
  noMessageReasons,
  safetyDecisions,
  severityChangeReasons,
  targetMoveReasons,
} from '../../case/case.ts';
import type { ApprovalKind, ApprovalStatus } from '../../case/approvals/approval.ts';
import type { EventType } from '../../case/events.ts';
import type { MainOutcome, WaitingFor } from '../../case/lifecycle.ts';
import type { CorrectionReason, OutcomeFact } from '../../case/outcomes/outcome-fact.ts';
import type { DeadCode, SpokenWay } from '../../case/receipts/receipt.ts';
import type { CaseStatus } from '../../case/status.ts';
import type { receiptAssurances, ReporterAction } from '../../commands/reporter/reporter-actions.ts';
import type { NotCalledReason } from '../../case/danger/danger.ts';
import type { KeptBecause } from '../../keeping/retention.ts';
import type { Text } from '../../text.ts';
import type { LabelsOf } from './label.ts';

/** What a case is, what is decided about it, and what happened to it. */
export interface CaseLabels {
  statuses: LabelsOf<CaseStatus>;
  readReasons: LabelsOf<(typeof readReasons)[number]>;
  safetyDecisions: LabelsOf<(typeof safetyDecisions)[number]>;
  nextSteps: LabelsOf<(typeof nextSteps)[number]>;
  noMessageReasons: LabelsOf<(typeof noMessageReasons)[number]>;
  severityChangeReasons: LabelsOf<(typeof severityChangeReasons)[number]>;
  targetMoveReasons: LabelsOf<(typeof targetMoveReasons)[number]>;
  waitingFor: LabelsOf<WaitingFor>;
  notCalledReasons: LabelsOf<NotCalledReason>;
  outcomes: LabelsOf<MainOutcome>;
  /** What an outcome stands on. */
  outcomeFacts: LabelsOf<OutcomeFact>;
  dutyDecisions: LabelsOf<'required' | 'not_required'>;
  correctionReasons: LabelsOf<CorrectionReason>;
  closeReasons: LabelsOf<CloseReason>;
  helped: LabelsOf<Helped>;
  holdReasons: LabelsOf<(typeof holdReasons)[number]>;
  erasureReasons: LabelsOf<ErasureReason>;
  exportReasons: LabelsOf<ExportReason>;
  keptBecause: LabelsOf<KeptBecause>;
  approvalKinds: LabelsOf<ApprovalKind>;
  approvalStatuses: LabelsOf<ApprovalStatus>;
  verdicts: LabelsOf<'approve' | 'refuse'>;
  receiptAssurances: LabelsOf<(typeof receiptAssurances)[number]>;
  spokenWays: LabelsOf<SpokenWay>;
  /** Why a code opens nothing any more. */
  deadCodes: LabelsOf<DeadCode>;
  reporterActions: LabelsOf<ReporterAction>;
  /**
   * One sentence for each thing that can happen. `{actor}` did it. `{assignee}`, `{team}`, `{clock}`, `{rung}`,
   * `{institution}`, `{because}` and `{person}` are names.
   */
  events: LabelsOf<EventType>;
  /** Replaces `case.assigned` where the assignee is the actor. */
  claimed: Text;
  /** An event that a newer release wrote, before it was taken back. */
  newerEvent: Text;
  /** Who did it, where it was nobody of staff. */
  actors: LabelsOf<'reporter' | 'besa' | 'unknown'>;
}
