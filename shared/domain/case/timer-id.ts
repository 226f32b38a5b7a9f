/** The clocks of PRACTICE. `promise_*` are told to the reporter and never move; `handle` and `resolve` are targets. */
export const clockKinds = [
  'must_be_triaged',
  'must_be_acknowledged',
  'must_be_read',
  'handle',
  'promise_handle',
  'promise_resolve',
  'resolve',
  'referral_acknowledge',
  'referral_answer',
  'referral_hand_over',
  /** Of somebody else, at a severity that was lowered from critical. */
  'second_look',
  'withdrawal_look',
] as const;

export type ClockKind = (typeof clockKinds)[number];

/** What a timer is about: the report itself, a message of the reporter, or a referral by its id. */
export type TimerSubject = 'report' | `message-${number}` | `referral-${string}`;

/** `<clock number>.<clock kind>.<subject>`, such as `1.must_be_read.report`; unique in its case. */
export type TimerId = `${number}.${ClockKind}.${TimerSubject}`;

export function timerId(timer: { clock: number; kind: ClockKind; subject: TimerSubject }): TimerId {
  return `${timer.clock}.${timer.kind}.${timer.subject}`;
}

/** Reads a timer's id, such as a part of an address; undefined for what is none. */
export function parseTimerId(text: string): { clock: number; kind: ClockKind; subject: TimerSubject } | undefined {
  const [, clock, kindText, subject] =
    /^([1-9]\d{0,5})\.(\w+)\.(report|message-[1-9]\d{0,5}|referral-[a-z][a-z0-9_]{0,31}-[1-9]\d?)$/.exec(text) ?? [];
  const kind = clockKinds.find((known) => known === kindText);
  if (kind === undefined) return undefined;
  return { clock: Number(clock), kind, subject: subject as TimerSubject };
}
