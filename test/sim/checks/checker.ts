import { mailTagsAmong } from '#shared/contracts/message-tags.ts';
import { consumersOf } from '#shared/contracts/events/consumers.ts';
import { eventFrom } from '#shared/adapters/aws/events/event-row.ts';
import { caseFrom, timerFrom } from '#shared/adapters/aws/cases/rows.ts';
import { fromRow } from '#shared/adapters/aws/dynamo/attribute-values.ts';
import { country } from '#shared/country/current.ts';
import type { CaseEvent } from '#shared/domain/case/events.ts';
import { timerId } from '#shared/domain/case/timer-id.ts';
import { canary } from '../actors/asking.ts';
import { checkLife } from './check-life.ts';
import { checkReferrals } from './check-referrals.ts';
import { checkReporter, checkRetry } from './check-reporters.ts';
import type { Evidence } from './evidence.ts';
import type { Find, Finding, Told } from './finding.ts';
import type { Reporter } from '../actors/reporters.ts';

type Tables = Awaited<ReturnType<Evidence['tables']>>;

/** Two minutes: the sweep comes every minute and raises within another. */
const raisedWithinMs = 2 * 60_000;

/**
 * Holds what people saw and what is left against the promises. Asked when nothing goes wrong any more and everything has
 * been worked through. `asOf`: everything is as it was at that time, in ms since 1970, because it was restored.
 */
export async function check(evidence: Evidence, reporters: readonly Reporter[], asOf = Infinity): Promise<Finding[]> {
  const findings: Finding[] = [];
  const find: Find = (promise, what) => void findings.push({ promise, what });
  const tables = await evidence.tables();
  const cases = read(evidence, tables);

  const byNumber = new Map(cases.map((one) => [one.of.caseNumber, one]));
  const ends: Awaited<ReturnType<typeof checkReporter>>[] = [];
  for (const reporter of reporters) ends.push(await checkReporter(evidence, reporter, byNumber, find, asOf));
  const handedOver = tagsOf(evidence);
  for (const one of cases) {
    checkLife(one, find);
    checkEffects(one, evidence.now, find);
    checkDeadlines(one, evidence.now, find);
    checkReferrals(one, evidence.now, find);
    checkMails(one, evidence.now, handedOver, find);
  }
  await checkCanaries(evidence, find);
  if (asOf < Infinity) return findings;

  const known = new Set(
    reporters.flatMap(({ seen }) => seen.map((one) => (one === 'unknown' ? '' : one.body['caseNumber']))),
  );
  const { filed = [] } = evidence;
  const unknown = cases.filter(({ of }) => !known.has(of.caseNumber) && !filed.includes(of.caseNumber)).length;
  const silent = [...ends, ...filed].filter((end) => end === 'never_answered' || end === 'unclear').length;
  if (unknown > silent) find('P2', `${unknown} cases for ${silent} reports without an answer`);
  for (const { name, messages } of evidence.queues)
    if (messages > 0) find('P4', `${messages} messages are left in ${name}`);
  for (const [at, reporter] of reporters.entries()) await checkRetry(evidence, reporter, ends[at] ?? 'kept', find);
  return findings;
}

export function read({ casesTable, eventsTable }: Evidence, tables: Tables): Told[] {
  const byCase = Map.groupBy(tables.get(casesTable) ?? [], ({ pk }) => pk?.S ?? '');
  const events = Map.groupBy(
    (tables.get(eventsTable) ?? []).map((row) => ({ ...eventFrom({ ...row }), row })),
    ({ caseId }) => caseId,
  );
  const letters = [...byCase].flatMap(([pk, rows]) =>
    pk.startsWith('LETTER#') ? rows.map((row) => fromRow({ ...row })) : [],
  );
  /** The letters that told a mail: a mail also names those that it was taken for and then left out of. */
  const lettersOf = (mail: Record<string, unknown>): unknown[] =>
    letters
      .filter(({ to, events: told }) => to === mail['to'] && (told as string[]).includes(String(mail['eventId'])))
      .map(({ id }) => id);
  const kept = new Set(letters.map(({ id }) => id));
  /** The letters that a mail was taken for, and that were erased since with another case that they told. */
  const erasedLettersOf = (mail: Record<string, unknown>): unknown[] =>
    ((mail['letters'] ?? []) as string[]).filter((id) => !kept.has(id));
  const lastLetters = new Map(
    [...byCase].flatMap(([pk, [row]]) =>
      pk.startsWith('PACE#') && row !== undefined ? [[pk, row['lastLetterAt']?.S]] : [],
    ),
  );
  return [...byCase].flatMap(([pk, rows]) => {
    const meta = rows.find(({ sk }) => sk?.S === 'META');
    if (!pk.startsWith('CASE#') || meta === undefined) return [];
    const of = caseFrom({ ...meta });
    const withPrefix = (prefix: string) => rows.filter(({ sk }) => sk?.S?.startsWith(prefix) === true);
    return [
      {
        of,
        events: (events.get(of.caseId) ?? []).toSorted((a, b) => a.number - b.number),
        timers: withPrefix('TIMER#').map((row) => timerFrom({ ...row })),
        rows: new Set(rows.map(({ sk }) => sk?.S ?? '')),
        mails: withPrefix('MAIL#').map((row) => {
          const mail = fromRow({ ...row });
          return {
            ...mail,
            letters: lettersOf(mail),
            erasedLetters: erasedLettersOf(mail),
            lastLetterAt: lastLetters.get(`PACE#${String(mail['to'])}`),
          };
        }),
      },
    ];
  });
}

function checkEffects({ of, events, rows }: Told, now: number, find: Find): void {
  for (const event of events) {
    const consumers = consumersOf(event.type);
    for (const reactor of consumers) {
      if (!rows.has(`DONE#${reactor}#${event.number}`))
        find('P1', `${of.caseNumber}: ${reactor} has not done ${event.type} #${event.number}`);
    }
    const { row } = event as CaseEvent & { row?: Record<string, unknown> };
    // The sweeper looks at what is a minute old, each minute.
    const isOld = Date.parse(event.time) + raisedWithinMs < now - 11 * 60_000;
    if (isOld && row?.['pendingPk'] !== undefined)
      find('P3', `${of.caseNumber}: ${event.type} #${event.number} is still pending`);
  }
}

function checkDeadlines({ of, events, timers }: Told, now: number, find: Find): void {
  const isOpen = of.status !== 'resolved' && of.status !== 'closed';
  const kinds = new Set(timers.map(({ kind, clock }) => `${clock}.${kind}`));
  if (isOpen && !kinds.has(`${of.clockNumber}.promise_resolve`)) find('P5', `${of.caseNumber} is open and not watched`);
  if (isOpen && of.handledAt === undefined && !kinds.has(`${of.clockNumber}.promise_handle`))
    find('P5', `${of.caseNumber} is not handled and not watched for it`);
  if (of.danger !== undefined && of.danger.ended === undefined && !kinds.has(`${of.clockNumber}.danger_call`))
    find('P5', `${of.caseNumber}: nobody has called for a person in danger, and nothing watches it`);
  const isInDanger = (['inDanger', 'weapon', 'missing', 'liveNow', 'meetingArranged'] as const).some((flag) =>
    [true, 'unsure'].includes(of.reported.flags[flag] ?? false),
  );
  if (isInDanger && of.readAt !== undefined && of.unreadFrom === undefined && of.danger === undefined)
    find('P5', `${of.caseNumber}: somebody read of a person in danger, and nobody has to call`);
  for (const timer of timers) {
    if (Date.parse(timer.dueAt) + raisedWithinMs < now)
      find('P5', `${of.caseNumber}: ${timerId(timer)} was due at ${timer.dueAt} and is not raised`);
  }
  checkRaises({ of, events }, find);
  const missed = events.filter((event) => event.type === 'sla.missed');
  const isTwice = missed.some(({ data, number }, at) => {
    const before = missed.slice(0, at).findLast((earlier) => earlier.data.timer === data.timer);
    return before !== undefined && !beginsAnew(data.timer, before.number, number, events);
  });
  if (isTwice) find('P5', `${of.caseNumber}: the same deadline was missed twice`);
}

/** Each ladder is climbed rung by rung, with time between, and not after the end of its clock. */
export function checkRaises({ of, events }: Pick<Told, 'of' | 'events'>, find: Find): void {
  const { rungs, stepMinutes } = country.ladder;
  const raises = events.filter((event) => event.type === 'case.escalated');
  const ladders = Map.groupBy(raises, ({ data }) => ladderOf((data as { timer: string }).timer));
  for (const all of [...ladders.values()].flatMap((ladder) => climbsOf(ladder, events))) {
    const { timer = '' } = (all[0]?.data ?? {}) as { timer?: string };
    const asked = all.map(({ data }) => data as { rung: string; reminder: number });
    const first = asked.filter(({ reminder }) => reminder === 0).map(({ rung }) => rung);
    const wanted = rungs.map(({ id }) => id).slice(0, first.length);
    if (first.join() !== wanted.join()) find('P5', `${of.caseNumber}: ${timer} was raised ${first.join(', ')}`);
    const reminders = asked.filter(({ reminder }) => reminder > 0).map(({ reminder }) => reminder);
    if (reminders.some((reminder, at) => reminder !== at + 1))
      find('P5', `${of.caseNumber}: ${timer} was reminded ${reminders.join(', ')}`);
    const shortest = Math.min(...Object.values(stepMinutes).flat()) * 60_000;
    // Sweeps may disagree about the time by ten minutes, here.
    const near = all.findIndex(
      ({ time }, at) => at > 0 && Date.parse(time) - Date.parse(all[at - 1]?.time ?? '') < shortest - 11 * 60_000,
    );
    if (near !== -1) find('P5', `${of.caseNumber}: ${timer} was raised twice at once`);
    const ended = endOf(events, Number(timer.split('.')[0]));
    if (
      ended !== undefined &&
      all.some(({ number }) => number > ended) &&
      !/referral|read|look|acknow|danger/u.test(timer)
    )
      find('P5', `${of.caseNumber}: ${timer} was raised after its end`);
  }
}

/** A deadline that a reopened case takes along goes on climbing its ladder, under the number of the new clock. */
function ladderOf(timer: string): string {
  const isOfReport = timer.endsWith('.report') && !/look|\.must_be_(?:read|acknowledged)\./u.test(timer);
  return isOfReport ? timer : timer.slice(timer.indexOf('.') + 1);
}

/**
 * Whether a deadline may have begun anew between two events: that a critical case is acknowledged is asked for as long as it
 * is critical, so once more when it was lowered and something new has raised it. Each lowering is looked at by itself. What
 * comes after a reading has the same clock, armed anew.
 */
function beginsAnew(timer: string, from: number, to: number, events: readonly CaseEvent[]): boolean {
  const between = events.filter(({ number }) => number > from && number < to).map(({ type }) => type);
  const isOfAcknowledging = timer.includes('.must_be_acknowledged.');
  const isOfReading = isOfAcknowledging || timer.includes('.must_be_read.');
  const isOfSeverity = isOfAcknowledging || timer.includes('.second_look.');
  return (
    (isOfSeverity && between.includes('case.severity_changed')) ||
    (isOfReading && between.includes('case.read')) ||
    (timer.includes('.danger_call.') && between.some((type) => type.startsWith('case.danger_'))) ||
    // What was acknowledged before the case ended is asked again of one that comes back.
    (isOfAcknowledging && between.includes('case.reopened'))
  );
}

/** The raises of one ladder, each time that it was climbed from its first rung. */
function climbsOf(ladder: readonly CaseEvent[], events: readonly CaseEvent[]): CaseEvent[][] {
  const climbs: CaseEvent[][] = [];
  for (const raise of ladder) {
    const { timer, rung, reminder } = raise.data as { timer: string; rung: string; reminder: number };
    const before = climbs.at(-1);
    const isFirst = rung === country.ladder.rungs[0]?.id && reminder === 0;
    const last = before?.at(-1);
    if (before === undefined || last === undefined) climbs.push([raise]);
    else if (isFirst && beginsAnew(timer, last.number, raise.number, events)) climbs.push([raise]);
    else before.push(raise);
  }
  return climbs;
}

/** The number of the event that ended the so-manyth clock of a case. */
function endOf(events: readonly CaseEvent[], clock: number): number | undefined {
  const begun = events.filter(({ type }) => type === 'case.reopened')[clock - 2]?.number ?? 0;
  return events.find(({ type, number }) => number > begun && type === 'case.resolved')?.number;
}

/** The tags of every letter that was handed over. */
function tagsOf({ mails }: Evidence): ReadonlySet<string> {
  return new Set(
    mails.flatMap(({ tags }) =>
      mailTagsAmong(Object.fromEntries(Object.entries(tags).map(([name, value]) => [name, [value]]))),
    ),
  );
}

function checkMails({ of, mails }: Told, now: number, handedOver: ReadonlySet<string>, find: Find): void {
  for (const mail of mails) {
    const { sentAt, droppedBecause, undelivered, retryAt, leavesAt, toldAt } = mail as Record<
      string,
      string | undefined
    >;
    const told = [...(mail['letters'] as string[]), ...(mail['erasedLetters'] as string[])];
    if (sentAt !== undefined && !told.some((id) => handedOver.has(id)))
      find(
        'P6',
        `${of.caseNumber}: a mail of event ${String(mail['eventId'])} is marked as sent and was never handed over`,
      );
    const isVisible =
      sentAt !== undefined || droppedBecause !== undefined || undelivered !== undefined || toldAt !== undefined;
    const due = leavesAt !== undefined && retryAt !== undefined && leavesAt > retryAt ? leavesAt : retryAt;
    const { pace, lastLetterAt } = mail as { pace?: number; lastLetterAt?: string };
    // After a letter, what waits may leave only at its own pace; a short message after fifteen minutes.
    const paced = Date.parse(lastLetterAt ?? '1970-01-01') + Math.max(pace ?? 0, 15) * 60_000;
    if (!isVisible && due !== undefined && Math.max(Date.parse(due), paced) + raisedWithinMs < now)
      find(
        'P6',
        `${of.caseNumber}: a mail of event ${String(mail['eventId'])} was due at ${due} and is neither sent nor given up`,
      );
  }
}

async function checkCanaries({ places, tables }: Evidence, find: Find): Promise<void> {
  const all = [
    ...places(),
    ...[...(await tables())].map(([name, rows]) => [`the table ${name}`, JSON.stringify(rows)] as const),
  ];
  for (const [place, text] of all) if (text.includes(canary)) find('P8', `what a person wrote stands in ${place}`);
}
