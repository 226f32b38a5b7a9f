import { country } from '#shared/country/current.ts';
import type { BesaOverHttp, InboxMail, ShownCase, StaffOverHttp } from '#test/support/besa-over-http.ts';
import type { LivedReport } from './live-through.ts';

/** Everything that is left of a span, as people see it: over HTTP. */
export interface Remains {
  cases: ShownCase[];
  /** Case numbers of reports that were answered 201 and do not open, by the receipt or on the case desk. */
  lost: string[];
  deadLetters: number;
  /** Messages that wait in queues. */
  waiting: number;
  mails: InboxMail[];
}

/** Opens every report that was answered 201 from both sides, and looks into the queues and the inbox. */
export async function lookBack(
  besa: BesaOverHttp,
  reader: StaffOverHttp,
  reports: readonly LivedReport[],
): Promise<Remains> {
  const cases: ShownCase[] = [];
  const lost: string[] = [];
  for (const { answer } of reports) {
    const byReceipt = await besa.followUp(answer.receipt);
    const byNumber = await reader.show(answer.caseNumber);
    if (byReceipt.status === 200 && byNumber.status === 200) cases.push(byNumber.body);
    else lost.push(answer.caseNumber);
  }
  const queues = await besa.queues();
  return {
    cases,
    lost,
    deadLetters: queues.reduce((sum, queue) => sum + queue.deadLetters, 0),
    waiting: queues.reduce((sum, queue) => sum + queue.visible + queue.inFlight, 0),
    mails: await besa.inbox(),
  };
}

/** What is not as it must be, each as a sentence; empty when every promise of Besa itself was kept. */
export function findings({ cases, lost, deadLetters, waiting }: Remains): string[] {
  return [
    ...lost.map((caseNumber) => `${caseNumber} was answered 201 and does not open`),
    ...(deadLetters > 0 ? [`${deadLetters} dead letters`] : []),
    ...(waiting > 0 ? [`${waiting} messages wait in queues`] : []),
    ...cases.flatMap((one) => findingsOf(one).map((finding) => `${one.caseNumber}: ${finding}`)),
  ];
}

/** Of a case that has come to its end. */
function findingsOf(of: ShownCase): string[] {
  const { status, history, timers } = of;
  const times = (type: string) => history.filter((event) => event.type === type).length;
  const isEnded = status === 'resolved' || status === 'closed';
  return [
    ...(isEnded ? [] : [`is ${status}, not resolved`]),
    ...(isEnded && timers.some(({ id }) => id.startsWith('1.')) ? ['is resolved and still has clocks'] : []),
    ...(history.some(({ number }, index) => number !== index + 1) ? ['has a gap in its history'] : []),
    ...(times('case.received') === 1 ? [] : ['was not received exactly once']),
    ...(times('case.triaged') === 1 ? [] : ['was not triaged exactly once']),
    ...(times('case.resolved') === 1 ? [] : ['was not resolved exactly once']),
    ...promiseFindings(of),
    ...timersRaised(history).flatMap((timer) => ladderFindings(timer, history)),
  ];
}

/** The sweep comes every minute and raises within another. */
const raisedWithinMs = 2 * 60_000;

/** What the reporter was promised and did not get was missed, on time; what they got was not. */
function promiseFindings({ promise, readAt, handledAt, resolvedAt, history }: ShownCase): string[] {
  const clocks = [
    { kind: 'must_be_read', by: promise.readBy, at: readAt },
    { kind: 'promise_handle', by: promise.handleBy, at: handledAt },
    { kind: 'promise_resolve', by: promise.resolveBy, at: resolvedAt },
  ];
  return clocks.flatMap(({ kind, by, at }) => {
    const miss = history.find(({ type, data }) => type === 'sla.missed' && data['timer'] === `1.${kind}.report`);
    const lateMs = (at === undefined ? Infinity : Date.parse(at)) - Date.parse(by);
    if (miss === undefined) return lateMs > raisedWithinMs ? [`${kind} was missed and not raised`] : [];
    // must_be_read may be asked for sooner than was told, never later.
    const delayMs = Date.parse(miss.time) - Date.parse(by);
    return delayMs > raisedWithinMs ? [`${kind} was raised ${Math.round(delayMs / 60_000)} min late`] : [];
  });
}

type History = ShownCase['history'];

/** Timers that missed their deadline or climbed. */
function timersRaised(history: History): string[] {
  const raises = history.filter(({ type }) => type === 'sla.missed' || type === 'case.escalated');
  return [...new Set(raises.map(({ data }) => String(data['timer'])))];
}

/** A missed clock is missed once, and climbs the ladder from its foot, each rung once and in order. */
function ladderFindings(timer: string, history: History): string[] {
  const of = history.filter(({ data }) => data['timer'] === timer);
  const misses = of.filter(({ type }) => type === 'sla.missed').length;
  const climbs = of.filter(({ type }) => type === 'case.escalated');
  const rungs = climbs.filter(({ data }) => data['reminder'] === 0).map(({ data }) => String(data['rung']));
  const ladder = country.ladder.rungs.map(({ id }) => id).slice(0, rungs.length);
  // The ladder of a critical case climbs before the deadline, so that somebody acknowledges within it.
  const startsBefore = timer.includes('.must_be_acknowledged.');
  const reminders = climbs.map(({ data }) => Number(data['reminder'])).filter((reminder) => reminder > 0);
  return [
    ...(misses > 1 ? [`${timer} was missed ${misses} times`] : []),
    ...(misses === 0 && !startsBefore ? [`${timer} climbed without being missed`] : []),
    ...(misses > 0 && rungs.length === 0 ? [`${timer} was missed and nobody was told`] : []),
    ...(rungs.join() === ladder.join() ? [] : [`${timer} climbed ${rungs.join(', ')}`]),
    ...(reminders.some((reminder, index) => reminder !== index + 1) ? [`${timer} reminded out of order`] : []),
  ];
}
