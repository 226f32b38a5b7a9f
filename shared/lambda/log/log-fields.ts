import { reactors } from '#shared/contracts/events/consumers.ts';
import { eventTypes } from '../../contracts/events/envelope.ts';
import { clockKinds } from '../../domain/case/timer-id.ts';
import { problemCodes } from '../../domain/problems.ts';
import { severities } from '../../domain/report/severity.ts';

/** Everything that can be logged, with its level. A new line in the log needs a new code here. */
export const logCodes = {
  report_accepted: 'info',
  report_repeated: 'info',
  request_refused: 'info',
  request_failed: 'error',
  visit_unknown: 'warning',
  transaction_too_large: 'error',
  thread_opened: 'info',
  thread_changed: 'info',
  dead_code_used: 'warning',
  desk_used: 'info',
  code_voided: 'info',
  command_done: 'info',
  event_done: 'info',
  event_ignored: 'info',
  event_left: 'warning',
  event_to_retry: 'warning',
  event_failed: 'error',
  event_unreadable: 'error',
  event_not_sent: 'warning',
  record_unreadable: 'error',
  case_unreadable: 'error',
  sweep_finished: 'info',
  sweep_failed: 'error',
  event_resent: 'warning',
  event_stuck: 'error',
  timer_raised: 'info',
  timer_ended: 'info',
  raise_failed: 'error',
  nobody_to_tell: 'error',
  nobody_to_ask: 'error',
  rung_skipped: 'warning',
  mail_sent: 'info',
  mail_failed: 'warning',
  mail_refused: 'error',
  mail_dropped: 'info',
  mail_delayed: 'warning',
  mail_undelivered: 'error',
  provider_refuses: 'error',
  owed_ended: 'info',
  roster_has_gaps: 'warning',
  erasure_due: 'info',
  case_erased: 'info',
  erasure_finished: 'info',
  erasure_failed: 'error',
  quarter_frozen: 'info',
} as const satisfies Record<string, 'info' | 'warning' | 'error'>;
export type LogCode = keyof typeof logCodes;

/** Why a reactor ignored an event or asks for it again. Other reasons are logged as `refused`. */
export const reasons = [
  'contended',
  'case_gone',
  'event_gone',
  'case_over',
  'clock_ended',
  'referral_over',
  'kept_on',
  'institution_excluded',
  'no_contact',
  'left',
  'unreachable',
  'excluded',
  'read_already',
  'already_triaged',
  'nothing_to_change',
  'ladder_tells',
  'rung_is_told',
  'told_already',
  'not_for_staff',
  'nobody_to_tell',
  'unknown_mail',
  'known_already',
] as const;

type Fits = (value: unknown) => boolean;
const matches =
  (form: RegExp): Fits =>
  (value) =>
    typeof value === 'string' && form.test(value);
const oneOf =
  (words: readonly string[]): Fits =>
  (value) =>
    typeof value === 'string' && words.includes(value);
const wholeNumber: Fits = (value) => Number.isSafeInteger(value);

/** Names of our own faults, and of AWS faults that do not end in `Error` or `Exception`. */
const faults = [
  'Problem',
  'KeysUnavailable',
  'SealBroken',
  'MailRefused',
  'EventUnreadable',
  'FeedbackUnreadable',
  'CursorUnreadable',
  'DoneContended',
  'TransactionTooLarge',
  'RequestLimitExceeded',
  'RequestThrottled',
  'Throttling',
  'OverLimit',
  'QueueDoesNotExist',
  'MessageRejected',
];

/**
 * The fields that a line may carry, each with the form of its values. The forms are so narrow that no word of a person
 * fits: our own ids, numbers, words of closed lists.
 */
export const logFields = {
  caseId: matches(/^[0-9a-f]{32}$/),
  eventId: matches(/^[0-9a-f]{32}#[0-9]{1,9}$/),
  eventType: oneOf(eventTypes),
  reactor: oneOf(reactors),
  timer: matches(
    new RegExp(
      `^[0-9]{1,4}\\.(${clockKinds.join('|')})\\.(report|message-[0-9]{1,6}|referral-[a-z][a-z0-9_]{0,31}-[0-9]{1,2})$`,
    ),
  ),
  severity: oneOf(severities),
  /** Which row of the staff API's table was asked for. The gateway's own log may say only `{step}`. */
  route: matches(/^(?:GET|POST) \/v1(?:\/(?:[a-z][a-z-]{0,30}|\{[a-z]{1,20}\})){1,8}$/),
  problem: oneOf(problemCodes),
  reason: oneOf(reasons),
  errorName: (value) => matches(/^(?:[A-Z][A-Za-z0-9]{0,60})?(?:Error|Exception)$/)(value) || oneOf(faults)(value),
  /** Directory id of the person of staff who was refused. Nobody else has one. */
  actor: matches(/^(?:staff-[a-z0-9]{1,32}|[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})$/),
  /** Lambda's id of the invocation. */
  requestId: matches(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/),
  traceparent: matches(/^00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}$/),
  status: (value) => wholeNumber(value) && Number(value) >= 100 && Number(value) <= 599,
  count: wholeNumber,
  attempts: wholeNumber,
  durationMs: (value) => typeof value === 'number' && Number.isFinite(value),
} as const satisfies Record<string, Fits>;

type NumberField = 'status' | 'count' | 'attempts' | 'durationMs';
/** What may be passed with a code. */
export type LogIds = {
  [F in keyof typeof logFields]?: (F extends NumberField ? number : string) | undefined;
};
