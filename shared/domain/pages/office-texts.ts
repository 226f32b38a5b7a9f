import type { declineReasons, referralOutcomes, ReferralStatus } from '../case/referral.ts';
import type { ClockKind } from '../case/timer-id.ts';
import type { Saying } from '../referrals/desk/question.ts';
import type { Severity } from '../report/severity.ts';
import type { Text } from '../text.ts';

/**
 * Wordings of the pages for institutions. They speak to officials, and name the centre and its number for institutions:
 * {centre}, {phone}.
 */
export interface OfficeTexts {
  frame: Readonly<Record<'name' | 'call' | 'close' | 'closeHint' | 'printHow', Text>>;
  /** Where the access code is typed. `cleared`: a visit has ended, and a browser asks for it again. */
  access: Readonly<
    Record<
      | 'title'
      | 'heading'
      | 'intro'
      | 'label'
      | 'hint'
      | 'go'
      | 'notMine'
      | 'noCode'
      | 'cleared'
      | 'mistyped'
      | 'wrongForm',
      Text
    >
  >;
  notMine: Readonly<Record<'heading' | 'means' | 'yes' | 'back' | 'noted' | 'notedText', Text>>;
  /** Where the one-time code is typed. */
  code: Readonly<
    Record<
      | 'title'
      | 'heading'
      | 'sent'
      | 'askedAgain'
      | 'label'
      | 'open'
      | 'again'
      | 'other'
      | 'wrong'
      | 'sixDigits'
      | 'triesOver',
      Text
    >
  >;
  /** `passed`: a deadline that is over, {when}. `onlyFor`: for whom at an institution the copy is alone, by its code. {name}, {time}: to whom it was shown. */
  copy: Readonly<
    Record<
      | 'title'
      | 'heading'
      | 'severity'
      | 'status'
      | 'passed'
      | 'what'
      | 'withheld'
      | 'forTyping'
      | 'asList'
      | 'asFile'
      | 'shownTo'
      | 'until'
      | 'untilOver'
      | 'refresh',
      Text
    >
  > & { onlyFor: Readonly<Record<string, Text>> };
  /** The form of an answer. */
  answer: Readonly<
    Record<
      | 'heading'
      | 'choose'
      | 'name'
      | 'post'
      | 'another'
      | 'reference'
      | 'because'
      | 'outcome'
      | 'question'
      | 'choice'
      | 'send'
      | 'noted'
      | 'said'
      | 'nothingChosen'
      | 'missing'
      | 'wrongState'
      | 'otherContent'
      | 'notSent',
      Text
    >
  >;
  thread: Readonly<Record<'heading' | 'us' | 'you' | 'replyComes', Text>>;
  /** When nothing can be shown or sent any more, or not now. What was typed is `kept`. */
  ended: Readonly<
    Record<
      'title' | 'heading' | 'text' | 'ask' | 'kept' | 'closed' | 'closedText' | 'unsent' | 'notSent' | 'again',
      Text
    >
  >;
  toStart: Text;
  /** On the page of whoever is turned away, who may come from an institution. */
  turnedAway: Text;
  /** What is said when we cannot answer now, and below every other problem. */
  busy: Text;
  problem: Text;
  answers: Readonly<Record<Saying, Text>>;
  reasons: Readonly<Record<(typeof declineReasons)[number], Text>>;
  outcomes: Readonly<Record<(typeof referralOutcomes)[number], Text>>;
  statuses: Readonly<Record<ReferralStatus, Text>>;
  severities: Readonly<Record<Severity, Text>>;
  /** What is awaited until when. Other clocks are not the institution's. */
  clocks: Readonly<Partial<Record<ClockKind, Text>>>;
}
