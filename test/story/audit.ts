import { country } from '#shared/country/current.ts';
import { owesLook } from '#shared/domain/case/referral.ts';
import type { MainOutcome } from '#shared/domain/case/lifecycle.ts';
import { dayMs } from '#shared/domain/time/instant.ts';
import { inParallel } from '#shared/lambda/in-parallel.ts';
import type { BesaOverHttp, InboxMail, ShownCase, StaffOverHttp } from '#test/support/besa-over-http.ts';
import type { LivedReport } from './live-through.ts';

/** Everything that is left of a span, as people see it: over HTTP. */
export interface Remains {
  /** When it was looked at, in ms since 1970. */
  at: number;
  /** Every case that was not lost: as it stands, or as it stood when it was over. */
  cases: ShownCase[];
  /** Case numbers of those whose time was over. Only their figures are left. */
  erased: string[];
  /** Case numbers of reports that were answered 201 and are not there, by the receipt, on the case desk or in its list. */
  lost: string[];
  deadLetters: number;
  /** Messages that wait in queues. */
  waiting: number;
  mails: InboxMail[];
  /** Case numbers of those of which an alert is still owed: it had to be told, and nobody was there. */
  owed: string[];
}

const looksAtOnce = 8;
const hourMs = 3_600_000;

/** Looks for every report that was answered 201 from both sides, and into the queues and the inbox. */
export async function lookBack(
  besa: BesaOverHttp,
  reader: StaffOverHttp,
  reports: readonly LivedReport[],
): Promise<Remains> {
  const listed = new Set([...(await listing(reader)), ...(await listing(reader, 'resolved'))]);
  const looks = await inParallel(looksAtOnce, reports, (report) => lookFor(besa, reader, report, listed));
  const queues = await besa.queues();
  const attention = (await reader.look('attention')).body as Partial<Attention>;
  return {
    at: Date.parse(await besa.now()),
    cases: looks.flatMap(({ of }) => of ?? []),
    erased: looks.flatMap(({ of, isErased }) => (of !== undefined && isErased ? [of.caseNumber] : [])),
    lost: looks.flatMap(({ of }, index) => (of === undefined ? (reports[index]?.answer.caseNumber ?? []) : [])),
    deadLetters: queues.reduce((sum, queue) => sum + queue.deadLetters, 0),
    waiting: queues.reduce((sum, queue) => sum + queue.visible + queue.inFlight, 0),
    mails: await besa.inbox(),
    owed: (attention.cases ?? [])
      .filter(({ concerns }) => concerns.some(({ what }) => what === 'nobody_told'))
      .map(numberOf),
  };
}

/** What the case desk says of what nobody has seen. */
interface Attention {
  cases: { caseNumber: string; concerns: { what: string }[] }[];
}
const numberOf = ({ caseNumber }: { caseNumber: string }): string => caseNumber;

/** Numbers of all cases that the case desk lists in a state, page by page. */
async function listing(reader: StaffOverHttp, status?: string): Promise<string[]> {
  const numbers: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await reader.list(cursor, status);
    if (page.status !== 200) throw new Error(`The list of cases was answered ${page.status}.`);
    numbers.push(...page.body.cases.map(({ caseNumber }) => caseNumber));
    cursor = page.body.cursor;
  } while (cursor !== undefined);
  return numbers;
}

/**
 * A report is there when its receipt opens it, its number shows it and the list has it. It is erased when none of these
 * does any more, and the same report sent again is told so. Anything else is lost.
 */
async function lookFor(
  besa: BesaOverHttp,
  reader: StaffOverHttp,
  { answer: { receipt, caseNumber }, sendAgain, noted }: LivedReport,
  listed: ReadonlySet<string>,
): Promise<{ of?: ShownCase; isErased: boolean }> {
  const [byReceipt, byNumber] = await Promise.all([besa.followUp(receipt), reader.show(caseNumber)]);
  const isListed = listed.has(caseNumber);
  if (byReceipt.status === 200 && byNumber.status === 200 && isListed) return { of: byNumber.body, isErased: false };
  const isGone = byReceipt.status === 404 && byNumber.status === 404 && !isListed;
  if (noted === undefined || !isGone || (await sendAgain()).status !== 410) return { isErased: false };
  return { of: noted, isErased: true };
}

/** What is not as it must be, each as a sentence; empty when every promise of Besa itself was kept. */
export function findings({ at, cases, erased, lost, deadLetters, waiting, mails, owed }: Remains): string[] {
  const letters = mails.filter(isToInstitution).map(({ text }) => text);
  return [
    ...lost.map((caseNumber) => `${caseNumber} was answered 201 and is not there`),
    ...cases
      .filter((one) => erased.includes(one.caseNumber) && keptUntil(one) > at)
      .map(({ caseNumber }) => `${caseNumber} was erased before its time`),
    ...(deadLetters > 0 ? [`${deadLetters} dead letters`] : []),
    ...(waiting > 0 ? [`${waiting} messages wait in queues`] : []),
    ...owed.map((caseNumber) => `an alert about ${caseNumber} is still owed`),
    ...paceFindings(mails),
    ...cases.flatMap((one) => {
      return [...findingsOf(one), ...mailFindings(one, letters)].map((finding) => `${one.caseNumber}: ${finding}`);
    }),
  ];
}

/** A mail to an institution names the case and the referral. Everything else in the inbox is a letter to staff. */
const isToInstitution = ({ text }: InboxMail): boolean => text.includes(' / ');

/** The most letters that came to each person of the staff within one hour, and how many in all. */
export function lettersByPerson(mails: readonly InboxMail[]): { to: string; letters: number; inAnHour: number }[] {
  const letters = mails.filter((mail) => !isToInstitution(mail));
  return [...Map.groupBy(letters, ({ to }) => to)].map(([to, of]) => {
    const times = of.map(({ at }) => Date.parse(at)).toSorted((a, b) => a - b);
    const inAnHour = times.map(
      (time, index) => times.filter((later, at) => at >= index && later < time + hourMs).length,
    );
    return { to, letters: of.length, inAnHour: Math.max(...inAnHour) };
  });
}

/** One letter in five minutes. Besides, first news of a critical case waits for no daily mail. */
const mostInAnHour = 13;

function paceFindings(mails: readonly InboxMail[]): string[] {
  return lettersByPerson(mails)
    .filter(({ inAnHour }) => inAnHour > mostInAnHour)
    .map(({ to, inAnHour }) => `${to} got ${inAnHour} letters within an hour`);
}

/** Until when the pack has a case kept at least, in ms since 1970. */
function keptUntil({ outcomes: [outcome], severity, resolvedAt, referrals = [] }: ShownCase): number {
  const { days, referredDays } = country.retention;
  const isPassedOn = referrals.some(({ approvedAt }) => approvedAt !== undefined);
  const kept = Math.max(days[outcome as MainOutcome][severity], isPassedOn ? referredDays : 0);
  return Date.parse(resolvedAt ?? '') + kept * dayMs;
}

/** Who was not called was written to; and of what was written there is a letter, which names case and referral. */
function mailFindings({ caseNumber, referrals = [] }: ShownCase, letters: readonly string[]): string[] {
  return referrals.flatMap(({ id, approvedAt, calledAt, sentAt }) => {
    if (sentAt === undefined) {
      return approvedAt !== undefined && calledAt === undefined ? [`${id} was neither called nor written to`] : [];
    }
    return letters.some((text) => text.includes(`${caseNumber} / ${id}`)) ? [] : [`there is no letter about ${id}`];
  });
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
    ...lookFindings(of),
    ...timersRaised(history).flatMap((timer) => ladderFindings(timer, history)),
  ];
}

/** The sweep comes every minute and raises within another. */
const raisedWithinMs = 2 * 60_000;

/** A counsellor's call alone was looked at by somebody else, within its day. */
function lookFindings({ referrals = [], history }: ShownCase): string[] {
  return referrals.flatMap((referral) => {
    if (owesLook(referral)) return [`nobody has looked at the call of ${referral.id}`];
    const missed = history.some(({ type, data }) => {
      return type === 'sla.missed' && data['timer'] === `1.call_look.referral-${referral.id}`;
    });
    return missed ? [`the look at the call of ${referral.id} was late`] : [];
  });
}

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
  // An institution's silence is told by its slow ladder. One clock of a referral speaks for both.
  const isSilence = history.some(
    ({ type, data }) => type === 'referral.silent' && timer.endsWith(`.referral-${String(data['referral'])}`),
  );
  const reminders = climbs.map(({ data }) => Number(data['reminder'])).filter((reminder) => reminder > 0);
  return [
    ...(misses > 1 ? [`${timer} was missed ${misses} times`] : []),
    ...(misses === 0 && !startsBefore ? [`${timer} climbed without being missed`] : []),
    ...(misses > 0 && rungs.length === 0 && !isSilence ? [`${timer} was missed and nobody was told`] : []),
    ...(rungs.join() === ladder.join() ? [] : [`${timer} climbed ${rungs.join(', ')}`]),
    ...(reminders.some((reminder, index) => reminder !== index + 1) ? [`${timer} reminded out of order`] : []),
  ];
}
