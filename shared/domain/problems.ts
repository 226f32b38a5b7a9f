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
] as const;

export type FieldProblemCode = (typeof fieldProblemCodes)[number];

/** The codes about a limit. Their texts name it as `{limit}`. */
export type LimitCode = Extract<FieldProblemCode, `too_${string}`>;

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
  | { code: Exclude<FieldProblemCode, LimitCode>; expected?: never }
);
