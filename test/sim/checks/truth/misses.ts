import { skew } from './sentences.ts';
import type { EventType } from '#shared/domain/case/events.ts';
import type { Facts } from './facts.ts';

/** Something that had not come in time: the instants that may be named for it, ms since 1970. */
export interface Missed {
  what: 'promise' | 'read' | 'message';
  by: readonly number[];
  /** Kinds of clocks whose miss is told to staff. */
  clocks: readonly string[];
  /** Clocks of functions differ, so it may not be late yet for who answered. */
  isSure: boolean;
}

export interface PromisedTimes {
  readBy: number;
  handleBy: number;
  resolveBy: number;
}

/**
 * What was late at an instant, by the promise of the present clock. `readBys`: until when each unread message was to be read, as
 * its reporter was told.
 */
export function missesOf(
  { at, firstOfClock, isFiled, begun, ended, unread }: Facts,
  { readBy, handleBy, resolveBy }: PromisedTimes,
  readBys: readonly number[],
): Missed[] {
  const when = (type: EventType): number | undefined => {
    const event = firstOfClock(type);
    return event && Date.parse(event.time);
  };
  const isBeforeStaff = begun?.type === 'case.reopened' ? begun.actor !== 'reporter' : isFiled;
  const resolved = when('case.resolved') ?? (ended && Date.parse(ended.time));
  const handled = when('case.handled') ?? resolved;
  const read = isBeforeStaff ? Date.parse(begun?.time ?? '') : (when('case.read') ?? handled);
  const late = (what: Missed['what'], by: number, done: number | undefined, clock: string): Missed[] => {
    const isLate = done === undefined ? at > by - skew : done > by;
    return isLate ? [{ what, by: [by], clocks: [clock], isSure: done !== undefined || at > by + skew }] : [];
  };
  const answers = [
    ...late('promise', handleBy, handled, 'promise_handle'),
    ...late('promise', resolveBy, resolved, 'promise_resolve'),
  ];
  const reading = late('read', readBy, read, 'must_be_read');
  const waiting = readBys.filter((by) => by < at + skew);
  const messages: Missed[] =
    unread.length === 0 || waiting.length === 0
      ? []
      : [{ what: 'message', by: waiting, clocks: ['must_be_read'], isSure: waiting.some((by) => by + skew < at) }];
  return [...answers, ...reading, ...messages];
}

/** Whether a text says that people are told of it. */
export const saysTold = (text: string): boolean => /(is|are) being told|ha(s|ve) been told|njofto|njoftua/u.test(text);

/** Why it is untrue that people are told of a miss: no mail tells it, none is owed, and no clock is left that would say it. */
export function whyUntold({ told, begun }: Facts, { clocks }: Missed): string | undefined {
  const { events, rows, mails, timers } = told;
  if (timers.some(({ kind }) => clocks.includes(kind))) return undefined;
  const says = events.filter(({ type, data, number }) => {
    const isRaise = type === 'sla.missed' || type === 'case.escalated';
    return (
      isRaise &&
      number > (begun?.number ?? 0) &&
      clocks.some((clock) => (data as { timer: string }).timer.includes(clock))
    );
  });
  const isOwed = says.some(({ number }) => !rows.has(`DONE#notification#${number}`));
  const isTold = mails.some(
    ({ eventId, droppedBecause }) =>
      droppedBecause === undefined && says.some(({ number }) => String(eventId).endsWith(`#${number}`)),
  );
  return isOwed || isTold ? undefined : 'nobody is told of it';
}
