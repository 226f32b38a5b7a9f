/**
 * A closed list of everything that can go wrong with a request. Each code has a title and a detail in every language.
 */
export const problemCodes = [
  'malformed_json',
  'invalid_fields',
  'unsupported_media_type',
  'too_large',
  'missing_idempotency_key',
  'invalid_idempotency_key',
  'key_reused_with_other_content',
  'message_key_reused',
  'command_key_reused',
  'in_progress',
  'erased',
  'not_found',
  'receipt_mistyped',
  'method_not_allowed',
  'access_refused',
  'addresses_withheld',
  'unauthenticated',
  'forbidden',
  'needs_officer',
  'conflict',
  'too_much_at_once',
  'precondition_failed',
  'precondition_required',
  'too_many_requests',
  'unavailable',
  'internal',
] as const;

export type ProblemCode = (typeof problemCodes)[number];

/** Problems that only the staff API answers. */
export const staffProblemCodes = [
  'command_key_reused',
  'unauthenticated',
  'needs_officer',
  'precondition_failed',
  'precondition_required',
] as const satisfies readonly ProblemCode[];

/**
 * Who reads the answer to a refused request: anybody, who may be a child, or staff who signed in. Staff read the same
 * problem in their own words.
 */
export type ProblemReader = 'anybody' | 'staff';

/**
 * Why somebody of staff is refused with 403. Whom a case excludes is not among them: that is answered like a number that
 * no case has. `role` is also the answer to an account that is not active, so nobody learns which of the two it is.
 */
export const forbiddenReasons = [
  'role',
  /** The case has ended, and the role sees open cases only. */
  'state',
  /** A colleague works on the case. */
  'holder',
  'clearance',
  // What a counsellor lacks who would send a referral alone.
  'not_critical',
  'no_call',
  'somebody_on_duty',
  /** Only who asked for an export takes it. */
  'asked_by_another',
  /** Somebody else looks at a call that was made alone. */
  'own_call',
] as const;

export type ForbiddenReason = (typeof forbiddenReasons)[number];

export const fieldProblemCodes = [
  'required',
  'wrong_type',
  'unknown_field',
  'unknown_code',
  'too_long',
  'too_many',
  'too_much',
  'too_small',
  'too_large',
  'not_a_number',
  'empty_report',
  'empty_text',
  'wrong_form',
  'names_another_case',
  'named_twice',
  'weak_key',
  // What an outcome lacks (case/outcomes/fact-of-outcome.ts).
  'removal_not_seen',
  'not_written_what_else',
  'account_not_seen',
  'police_not_reached',
  'child_protection_not_reached',
  'school_not_reached',
  'site_not_received',
  'nobody_spoke_or_wrote',
  'reporter_not_asked_or_answered',
  'withdrawal_not_asked',
  'case_not_linked',
  'fact_not_of_outcome',
  /** Nobody at an institution can be told by mail. A call can be made. */
  'nobody_to_mail',
] as const;

export type FieldProblemCode = (typeof fieldProblemCodes)[number];

/** The codes that say all there is to say. */
export type PlainFieldProblemCode = Exclude<FieldProblemCode, LimitCode | 'wrong_form'>;

/** The codes about a limit. Their texts name it as `{limit}`. */
export type LimitCode = Extract<FieldProblemCode, `too_${string}`>;

/** Field problems that only staff are told of: what they decide and record. */
export const staffFieldProblemCodes = [
  'too_much',
  'names_another_case',
  'named_twice',
  'removal_not_seen',
  'not_written_what_else',
  'account_not_seen',
  'police_not_reached',
  'child_protection_not_reached',
  'school_not_reached',
  'site_not_received',
  'nobody_spoke_or_wrote',
  'reporter_not_asked_or_answered',
  'withdrawal_not_asked',
  'case_not_linked',
  'fact_not_of_outcome',
  'nobody_to_mail',
] as const satisfies readonly FieldProblemCode[];

/** What `wrong_form` expects instead. Each has a sentence in the country pack. */
export const fieldForms = [
  // How a value is written.
  'idempotency_key',
  'receipt',
  'country_code',
  'campaign_code',
  'email',
  'phone',
  'date',
  'time_of_day',
  'date_time',
  'month',
  'year',
  'message_number',
  'cursor',
  'one_time_code',
  'person_id',
  'entry_code',
  'whole_value',
  // What fits to the rest of the body.
  'not_of_one_class',
  'each_once',
  'each_once_of_one_kind',
  'not_with_message',
  'only_when_required',
  'only_same_event',
  'another_unlinked_case',
  'only_outside_our_work',
  'only_after_withdrawal',
  'ground_of_addresses',
  'addresses_alone',
  'only_what_is_given',
  'only_with_override',
  'only_where_local',
  'only_with_that_answer',
  'another_contact',
  /** A form without a name of its own. */
  'documented',
] as const;

export type FieldForm = (typeof fieldForms)[number];

/** What is wrong with one field. */
export type FieldProblem = {
  /** RFC 6901 pointer into the body; `/Idempotency-Key` is the header. */
  pointer: string;
} & (
  | {
      code: LimitCode;
      /** The limit, as the text says it. */
      expected: string;
    }
  | { code: 'wrong_form'; expected: FieldForm }
  | { code: PlainFieldProblemCode; expected?: never }
);
