import { firstMiss } from '#shared/domain/case/promise.ts';
import { isOver } from '#shared/domain/case/status.ts';
import type { ClockKind } from '#shared/domain/case/timer-id.ts';
import { isUnreadMessage } from '#shared/domain/case/unseen/unread.ts';
import type { FollowUpTexts } from '#shared/domain/country-pack.ts';
import { fill } from '#shared/domain/text.ts';
import type { AddressedText } from '#shared/domain/text.ts';
import type { Instant } from '#shared/domain/time/instant.ts';
import { sayMoment } from '#shared/domain/time/say-moment.ts';
import { toReader } from '#shared/contracts/http/wording.ts';
import type { Reader } from '#shared/contracts/http/wording.ts';
import type { FollowUpWording } from './follow-up-wording.ts';
import type { OpenedThread } from './open-thread.ts';

type Thread = Pick<OpenedThread, 'case' | 'timers' | 'sealed'>;

/** The instant by which something should have happened and had not, and the text that tells it. */
export interface MissToTell {
  by: Instant;
  text: keyof Pick<FollowUpTexts, 'promiseMissed' | 'readMissed' | 'messageMissed'>;
  /** Its clock calls these people while it runs. Absent once it has ended: then nobody is being told any more. */
  calls?: keyof FollowUpTexts['beingTold'];
}

/**
 * What was missed and is to be told: the promise, and a message that nobody has read. That people are being told is said
 * only while the missed clock runs. It ends in the change that makes the miss good, or that ends the case. Source:
 * docs/practice.md, Reporter's side.
 */
export function missesToTell(thread: Thread, now: Instant): MissToTell[] {
  const own = missOf(thread, now);
  return [own, unreadMessageOf(thread, own, now)].filter((one) => one !== undefined);
}

/** All that is told of what was missed. It stands in the status text, and a page says it first. */
export function tellMisses(thread: Thread, now: Instant, reader: Reader, country: FollowUpWording): string[] {
  return missesToTell(thread, now).map((miss) => tellMiss(miss, now, reader, country));
}

/** One miss in words: what was missed, who is being told, and whom to call. */
export function tellMiss(
  { by, text, calls }: MissToTell,
  now: Instant,
  { address, language }: Reader,
  country: FollowUpWording,
): string {
  const texts = country.followUpTexts;
  const say = (one: AddressedText): string => toReader(one, address, language, country.defaultLanguage);
  const moment = sayMoment({ use: 'by', at: by, now }, language, country.timeZone, country.reporterTexts.moments);
  const told = calls === undefined ? [] : [say(texts.beingTold[calls])];
  return [fill(say(texts[text]), { by: moment }), ...told, say(texts.callNow)].join(' ');
}

/** Whether a clock of these kinds is missed and still runs. So it calls people until it ends. */
function isCalling({ case: of, timers }: Thread, kinds: readonly ClockKind[], now: Instant): boolean {
  return timers.some(({ kind, clock, deadline }) => kinds.includes(kind) && clock === of.clockNumber && deadline < now);
}

/**
 * The first promise that was missed: that of an answer, and only when none is late, that of being read. A later step
 * implies the earlier ones.
 */
function missOf(thread: Thread, now: Instant): MissToTell | undefined {
  const miss = firstMiss(thread.case, now);
  if (miss === undefined) return undefined;
  return miss.step === 'read'
    ? { by: miss.by, text: 'readMissed', ...(isDutyCalled(thread, now) ? { calls: 'duty' } : {}) }
    : { by: miss.by, text: 'promiseMissed', ...(isCalling(thread, promiseClocks, now) ? { calls: 'head' } : {}) };
}

/** The clocks that tell the head of the team of a miss at once. Source: docs/practice.md, Ladder. */
const promiseClocks: readonly ClockKind[] = ['promise_handle', 'promise_resolve'];

const isDutyCalled = (thread: Thread, now: Instant): boolean => isCalling(thread, ['must_be_read'], now);

/**
 * The earliest missed reading time of a message that nobody has opened since it came. While the report itself is late
 * and unread, its own miss says that nobody has looked.
 */
function unreadMessageOf(thread: Thread, own: MissToTell | undefined, now: Instant): MissToTell | undefined {
  const { case: of, sealed } = thread;
  const isCalled = isDutyCalled(thread, now);
  if (own !== undefined && of.readAt === undefined && !isOver(of)) return undefined;
  // Only a page of a long thread is at hand, so the case itself says it.
  if (of.unreadFrom !== undefined) return missedMessage(of.unreadFrom.readBy, isCalled, now);
  const unread = sealed.filter((message) => isUnreadMessage(of, message));
  const [by] = unread.flatMap(({ posted }) => (posted === undefined ? [] : [posted.readBy])).toSorted();
  return missedMessage(by, isCalled, now);
}

function missedMessage(by: Instant | undefined, isCalled: boolean, now: Instant): MissToTell | undefined {
  if (by === undefined || now <= by) return undefined;
  return { by, text: 'messageMissed', ...(isCalled ? { calls: 'duty' } : {}) };
}
