import type { ApprovalRefusal, CallRefusal } from './approvals/approval.ts';
import type { ChangeParts } from './case-change.ts';
import type { Case, noMessageReasons } from './case.ts';
import type { NewEvent } from './events.ts';
import type { FieldProblem } from '../problems.ts';

/** Something that a command lacks, by field of the request. */
export type Gap = FieldProblem;

/** Why a case in its present state refuses a command. Staff get it as a code. */
export type Refusal =
  | 'fields_missing'
  | 'role'
  | 'asked_by_another'
  | 'own_call'
  | 'wrong_status'
  | 'not_read'
  | 'not_read_by_you'
  | 'no_code_concern'
  | 'code_known_to_you'
  | 'not_handled'
  | 'assigned_to_another'
  | 'severity_unchanged'
  | 'severity_differs'
  | 'lead_not_resolved'
  | 'timer_ended'
  | 'rung_moved_on'
  | 'no_danger'
  | 'unknown_referral'
  | 'wrong_referral_status'
  | 'copy_changed'
  | 'no_look_owed'
  | 'no_access_code'
  | 'questions_full'
  | 'no_question_waits'
  | 'reminded_just_now'
  | 'institution_not_asked'
  | 'reporter_not_asked'
  | 'institution_excluded'
  | 'institution_never_told'
  | 'institution_out_of_use'
  | 'referrals_full'
  | 'referral_not_acknowledged'
  | 'duty_not_sent'
  | 'notice_not_sent'
  | 'person_excluded'
  | 'unknown_notice'
  | 'notices_full'
  | 'approvals_full'
  | 'notes_full'
  | 'linked_already'
  | 'not_linked'
  | 'leads_others'
  | 'lead_closed'
  | 'lead_full'
  | 'matters_open'
  | 'not_quiet_yet'
  | 'never_moves'
  | 'missed_already'
  | 'held'
  | 'not_held'
  | 'safety_unclear'
  | 'withdrawal_waits'
  | 'unknown_approval'
  | 'approval_pending'
  | 'taken_already'
  | 'names_self'
  | 'exclusion_waits'
  | 'nobody_to_ask'
  | 'outcome_unchanged'
  | ApprovalRefusal
  | CallRefusal;

/** Ids, codes and instants that explain a refusal, such as what is still open. Staff get them beside the code. */
export type RefusalFacts = Readonly<Record<string, string | readonly string[]>>;

export type DecidedChange = Pick<ChangeParts, 'set' | 'events' | 'timersArmed' | 'timersDisarmed'>;

/** The result of a command on a case as just read. `unchanged`: the case already is as the command asks. */
export type Decision =
  | {
      outcome: 'change';
      parts: DecidedChange;
      /** Another case that changes in the same transaction: the parent case of a link. */
      other?: { of: Case; parts: DecidedChange };
      /** The change is written, and the command is refused all the same: a try that failed is kept, so that it counts. */
      refusal?: { because: Refusal; facts?: RefusalFacts };
      /** What was asked for waits until another person has decided. Nothing of it holds yet. */
      waitsFor?: { approval: string; /** Who can decide. */ roles: readonly string[] };
    }
  | { outcome: 'unchanged' }
  | { outcome: 'refused'; because: Refusal; gaps: readonly Gap[]; facts?: RefusalFacts };

export function refused(because: Refusal, gaps: readonly Gap[] = [], facts?: RefusalFacts): Decision {
  return { outcome: 'refused', because, gaps, ...(facts === undefined ? {} : { facts }) };
}

/** Whether the reporter is written to, or why not. The rules do not need the words themselves. */
export interface Telling {
  hasMessage: boolean;
  noMessageBecause?: (typeof noMessageReasons)[number] | undefined;
}

/** Handling and resolving either write to the reporter or record why not, never both. */
export function tellingGaps(telling: Telling): Gap[] {
  if (telling.hasMessage) {
    return telling.noMessageBecause === undefined
      ? []
      : [{ pointer: '/noMessageBecause', code: 'wrong_form', expected: 'not_with_message' }];
  }
  return telling.noMessageBecause === undefined ? [{ pointer: '/message', code: 'required' }] : [];
}

/** The message that a command posts takes the next number of the thread. */
export function posting(of: Case, telling: Telling, author: string): { messageCount: number; events: NewEvent[] } {
  if (!telling.hasMessage) return { messageCount: of.messageCount, events: [] };
  const message = of.messageCount + 1;
  return {
    messageCount: message,
    events: [{ type: 'case.message_posted', actor: `staff:${author}`, data: { message } }],
  };
}
