import { isReactor } from '#shared/contracts/events/consumers.ts';
import { plusMinutes } from '#shared/domain/time/instant.ts';
import type { Instant } from '#shared/domain/time/instant.ts';
import { isKnown } from '#shared/contracts/events/envelope.ts';
import { eventId } from '#shared/domain/case/events.ts';
import { inParallel } from '#shared/lambda/in-parallel.ts';
import type { Sweep } from '#shared/lambda/events/schedule-handler.ts';
import type { Log, Measure } from '#shared/lambda/log/log.ts';
import { hasTime } from '#shared/lambda/time-left.ts';
import type { Clock } from '#shared/ports/clock.ts';
import type { EventQueues, PendingEvent, PendingEvents } from '#shared/ports/outbox.ts';

/** The relay sends an event within seconds. What it has not marked by now it may never send. */
const unsentAfterMinutes = 1;
/** Longer than a reactor's retries take. It doubles with each resending. */
const undoneAfterMinutes = 15;
const longestPauseMinutes = 6 * 60;
/** From this resending on, something is wrong that resending does not repair. */
const stuckAt = 3;
/**
 * After so many minutes a stepped clock comes back to what queues refused. The schedule comes sooner, each minute, and
 * tries.
 */
const refusedForMinutes = 5;
/** How many events are looked at in one go. A sweep begins another go while it has time, and the next one goes on. */
const eventsAtOnce = 200;
/** How many events are marked at the same time. */
const marksAtOnce = 32;

interface SweepOutbox {
  events: PendingEvents;
  queues: EventQueues;
  clock: Clock;
  log: Log;
  measure: Measure;
}

/**
 * An event that is not done, as it stands after a look. `isLeft`: its type, version or reactors are of a newer release,
 * which is being deployed or was taken back. The mark stands until its sweeper comes.
 */
type Undone = PendingEvent & { isLeft: boolean };

/**
 * Compares the outbox with what was done. An event that every consumer has done is settled, however young. An event
 * that was not sent for a minute is sent. One that was sent, but not done for too long, is sent again. Both go only to
 * the consumers that have not done them. So no crash, no expired dead letter and no failed relay loses work. What is to
 * be sent comes first, so that many that only wait hold up no other.
 */
export function sweepOutbox({ events, queues, clock, log, measure }: SweepOutbox) {
  const sweep: Sweep = async (timeLeft) => {
    const began = clock.now();
    const isUrgent = (pending: PendingEvent): boolean => isKnown(pending.event) && dueAt(pending) <= began;
    const { pending, passedOver, nextWrittenAt } = await events.writtenUpTo(began, isUrgent);
    const undone: Undone[] = [];
    let looked = 0;
    while (looked < pending.length && hasTime(timeLeft)) {
      undone.push(...(await reconcile(pending.slice(looked, looked + eventsAtOnce), began)));
      looked += eventsAtOnce;
    }
    const unlooked = pending.slice(looked);
    measure('EventsLeftUndone', unlooked.length + passedOver);
    const waiting = undone.filter(({ isLeft }) => !isLeft);
    measure('EventsOfNewerRelease', undone.length - waiting.length);

    const minuteAgo = plusMinutes(began, -unsentAfterMinutes);
    const undoneSince = [...waiting, ...unlooked].map(({ event }) => event.time).filter((time) => time <= minuteAgo);
    const oldest = undoneSince.sort()[0];
    measure('OldestUndoneEventAge', oldest === undefined ? 0 : millisecondsBetween(oldest, began) / 1000);
    log('sweep_finished', { count: pending.length });

    const nextAt = [
      ...waiting.map((pending) => nextTryAt(pending, began)),
      ...(unlooked.length + passedOver > 0 ? [began] : []),
      ...(nextWrittenAt === undefined ? [] : [nextWrittenAt]),
    ].sort()[0];
    return nextAt === undefined ? {} : { nextAt };
  };
  return sweep;

  /** Settles what is done and resends what is due. Answers what is still undone, as it stands afterwards. */
  async function reconcile(slice: readonly PendingEvent[], now: Instant): Promise<Undone[]> {
    const done = await events.doneBy(slice.map(({ event }) => event));
    const looked = slice.map((pending) => {
      const { event } = pending;
      const doneHere = done.get(eventId(event));
      const missing = event.awaits.filter((reactor) => doneHere?.has(reactor) !== true);
      return { pending, isOver: missing.length === 0, missingHere: isKnown(event) ? missing.filter(isReactor) : [] };
    });
    const over = looked.filter(({ isOver }) => isOver);
    await inParallel(marksAtOnce, over, ({ pending }) => events.settle(pending.event));
    const undone = looked.filter(({ isOver }) => !isOver);
    const due = undone.filter(({ pending, missingHere }) => missingHere.length > 0 && dueAt(pending) <= now);
    const { failed } = await queues.send(
      due.flatMap(({ pending: { event }, missingHere }) => missingHere.map((reactor) => ({ event, reactor }))),
    );
    const notTaken = new Set(failed.map(({ event }) => eventId(event)));
    if (failed.length > 0) measure('EventNotSent', failed.length);

    const sent = due.filter(({ pending }) => !notTaken.has(eventId(pending.event)));
    const marked = await inParallel(marksAtOnce, sent, ({ pending }) => resent(pending, now));
    const resentNow = new Map(marked.map((pending) => [eventId(pending.event), pending]));
    return undone.map(({ pending, missingHere }) => ({
      ...(resentNow.get(eventId(pending.event)) ?? pending),
      isLeft: missingHere.length === 0,
    }));
  }

  async function resent(pending: PendingEvent, now: Instant): Promise<PendingEvent> {
    const { event } = pending;
    // The first sending is only the relay's work, done late. It is not yet a sign of something undone.
    const count = pending.sentAt === undefined ? pending.resent : pending.resent + 1;
    await events.markResent(event, now, count);
    const ids = { caseId: event.caseId, eventId: eventId(event), eventType: event.type, count };
    log(count >= stuckAt ? 'event_stuck' : 'event_resent', ids);
    measure('EventResent', 1);
    if (count >= stuckAt) measure('EventStuck', 1);
    return { event, sentAt: now, resent: count };
  }
}

/** When an event that is not done is to be sent (again). */
function dueAt({ event, sentAt, resent }: PendingEvent): Instant {
  if (sentAt === undefined) return plusMinutes(event.time, unsentAfterMinutes);
  return plusMinutes(sentAt, Math.min(undoneAfterMinutes * 2 ** resent, longestPauseMinutes));
}

/** When an event is tried next. One that is still due after the sweep that began at `swept` was refused. */
function nextTryAt(pending: PendingEvent, swept: Instant): Instant {
  const due = dueAt(pending);
  return due > swept ? due : plusMinutes(swept, refusedForMinutes);
}

const millisecondsBetween = (from: Instant, to: Instant): number => Date.parse(to) - Date.parse(from);
