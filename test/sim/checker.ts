import { mailTagsAmong } from '#shared/contracts/message-tags.ts';
import { consumersOf } from '#infra/topology.ts';
import { eventFrom } from '#shared/adapters/aws/event-row.ts';
import { caseFrom, timerFrom } from '#shared/adapters/aws/rows.ts';
import { fromRow } from '#shared/adapters/aws/attribute-values.ts';
import { country } from '#shared/country/current.ts';
import type { Case } from '#shared/domain/case.ts';
import type { CaseEvent } from '#shared/domain/events.ts';
import { timerId, type Timer } from '#shared/domain/timer.ts';
import type { Evidence } from './evidence.ts';
import { canary, type Reporter } from './people.ts';

/** Which promise of DESIGN part 5 a finding is about. */
export type Promised = 'P1' | 'P2' | 'P3' | 'P4' | 'P5' | 'P6' | 'P8';
export interface Finding {
  promise: Promised;
  what: string;
}

interface Told {
  of: Case;
  events: CaseEvent[];
  timers: Timer[];
  /** Sort keys of all its rows. */
  rows: ReadonlySet<string>;
  mails: Record<string, unknown>[];
}

/** Two minutes: the sweep comes every minute and raises within another. */
const raisedWithinMs = 2 * 60_000;

/**
 * Holds what people saw and what is left against the promises. Asked when nothing goes wrong any more and everything has
 * been worked through.
 */
export async function check(evidence: Evidence, reporters: readonly Reporter[]): Promise<Finding[]> {
  const findings: Finding[] = [];
  const find = (promise: Promised, what: string): void => void findings.push({ promise, what });
  const tables = await evidence.tables();
  const cases = read(evidence, tables);

  const byNumber = new Map(cases.map((one) => [one.of.caseNumber, one]));
  for (const reporter of reporters) await checkReporter(evidence, reporter, byNumber, find);
  const known = new Set(
    reporters.flatMap(({ seen }) => seen.map((one) => (one === 'unknown' ? '' : one.body['caseNumber']))),
  );
  const unknown = cases.filter(({ of }) => !known.has(of.caseNumber));
  const silent = reporters.filter(({ seen }) => !seen.some((one) => one !== 'unknown' && one.status === 201));
  if (unknown.length > silent.length)
    find('P2', `${unknown.length} cases for ${silent.length} reports without an answer`);

  const handedOver = tagsOf(evidence);
  for (const one of cases) {
    checkHistory(one, find);
    checkEffects(one, evidence.now, find);
    checkDeadlines(one, evidence.now, find);
    checkMails(one, evidence.now, handedOver, find);
  }
  checkTags(tables, find);
  for (const { name, messages } of evidence.queues)
    if (messages > 0) find('P4', `${messages} messages are left in ${name}`);
  await checkCanaries(evidence, find);
  for (const reporter of reporters) await checkRetry(evidence, reporter, find);
  return findings;
}

type Find = (promise: Promised, what: string) => void;
type Tables = Awaited<ReturnType<Evidence['tables']>>;

function read({ casesTable, eventsTable }: Evidence, tables: Tables): Told[] {
  const byCase = Map.groupBy(tables.get(casesTable) ?? [], ({ pk }) => pk?.S ?? '');
  const events = Map.groupBy(
    (tables.get(eventsTable) ?? []).map((row) => ({ ...eventFrom({ ...row }), row })),
    ({ caseId }) => caseId,
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
        mails: withPrefix('MAIL#').map((row) => fromRow({ ...row })),
      },
    ];
  });
}

async function checkReporter(
  evidence: Evidence,
  { seen, body }: Reporter,
  cases: ReadonlyMap<string, Told>,
  find: Find,
): Promise<void> {
  const answered = seen.filter((one) => one !== 'unknown').filter(({ status }) => status === 201);
  const different = new Set(
    answered.map(({ body: given }) => JSON.stringify([given['caseNumber'], given['receipt'], given['promise']])),
  );
  if (different.size > 1) find('P2', 'the same report was answered in two ways');
  const odd = seen.find((one) => one !== 'unknown' && ![201, 409, 500, 502, 503, 504].includes(one.status));
  if (odd !== undefined && odd !== 'unknown') find('P2', `a report was answered ${odd.status}`);
  const [first] = answered;
  if (first === undefined) return;
  const number = String(first.body['caseNumber']);
  const told = cases.get(number);
  if (told === undefined) return find('P1', `${number} was answered 201 and is not stored`);
  if (told.of.reported.category !== body['category']) find('P1', `${number} is not what was reported`);
  const followed = await evidence.followUp(String(first.body['receipt']));
  if (followed === 'unknown' || followed.status !== 200)
    find('P1', `the receipt of ${number} opens nothing: ${followed === 'unknown' ? followed : followed.status}`);
}

/** The same key is the same answer at any later time; where none had come, it comes now. */
async function checkRetry(evidence: Evidence, reporter: Reporter, find: Find): Promise<void> {
  const before = reporter.seen.filter((one) => one !== 'unknown').find(({ status }) => status === 201);
  const again = await evidence.sendAgain(reporter);
  if (again === 'unknown' || again.status !== 201)
    return find(
      'P2',
      `sent again when all is well, a report is answered ${again === 'unknown' ? again : again.status}`,
    );
  const told = (of: typeof again): string =>
    JSON.stringify([of.body['caseNumber'], of.body['receipt'], of.body['promise']]);
  if (before !== undefined && told(before) !== told(again))
    find('P2', 'the same report was answered in another way later');
  return undefined;
}

function checkHistory({ of, events }: Told, find: Find): void {
  const types = events.map(({ type }) => type);
  const say = (what: string): void => find('P1', `${of.caseNumber}: ${what} (${types.join(' ')})`);
  if (events.some(({ number }, at) => number !== at + 1)) say('there is a gap in its history');
  if (events.length !== of.lastEvent) say('its last event is not the last');
  if (types[0] !== 'case.received') say('it does not begin with its receipt');
  const times = (type: string): number => types.filter((one) => one === type).length;
  for (const once of ['case.received', 'case.triaged']) if (times(once) !== 1) say(`${once} ${times(once)} times`);
  const reopened = times('case.reopened');
  for (const end of ['case.resolved', 'case.handled']) if (times(end) > 1 + reopened) say(`${end} ${times(end)} times`);
  // Triage has no place among these: a person may be faster than it.
  const order = ['case.received', 'case.handled', 'case.resolved', 'case.closed'];
  const path = types.filter((type) => order.includes(type));
  if (reopened === 0 && path.some((type, at) => at > 0 && order.indexOf(type) < order.indexOf(path[at - 1] ?? '')))
    say('it does not follow its life');
  if (
    (of.status === 'resolved') !==
    (types.findLast((type) => ['case.resolved', 'case.closed', 'case.reopened'].includes(type)) === 'case.resolved')
  )
    say(`its state ${of.status} is not what its history says`);
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
  for (const timer of timers) {
    if (Date.parse(timer.dueAt) + raisedWithinMs < now)
      find('P5', `${of.caseNumber}: ${timerId(timer)} was due at ${timer.dueAt} and is not raised`);
  }
  const { rungs, stepMinutes } = country.ladder;
  const raises = events.filter((event) => event.type === 'case.escalated');
  for (const [timer, all] of Map.groupBy(raises, ({ data }) => (data as { timer: string }).timer)) {
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
    const ended = events.find(({ type }) => type === 'case.resolved' || type === 'case.closed');
    if (ended !== undefined && all.some(({ number }) => number > ended.number) && !timer.includes('referral'))
      find('P5', `${of.caseNumber}: ${timer} was raised after its end`);
  }
  const missed = events
    .filter(({ type }) => type === 'sla.missed')
    .map(({ data }) => (data as { timer: string }).timer);
  if (new Set(missed).size < missed.length) find('P5', `${of.caseNumber}: the same deadline was missed twice`);
}

/** The tags of every mail that was handed over. */
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
    if (sentAt !== undefined && !handedOver.has(String(mail['tag'])))
      find(
        'P6',
        `${of.caseNumber}: a mail of event ${String(mail['eventId'])} is marked as sent and was never handed over`,
      );
    const isVisible =
      sentAt !== undefined || droppedBecause !== undefined || undelivered !== undefined || toldAt !== undefined;
    const due = leavesAt !== undefined && retryAt !== undefined && leavesAt > retryAt ? leavesAt : retryAt;
    if (!isVisible && due !== undefined && Date.parse(due) + raisedWithinMs < now)
      find(
        'P6',
        `${of.caseNumber}: a mail of event ${String(mail['eventId'])} was due at ${due} and is neither sent nor given up`,
      );
  }
}

/** A mail whose row was written anew has two tags that lead to it, and was sent by both. */
function checkTags(tables: Tables, find: Find): void {
  const tags = [...tables.values()].flatMap((rows) =>
    rows.filter(({ pk, sk }) => sk?.S === 'TAG' && pk?.S?.startsWith('TAG#') === true),
  );
  const byMail = Map.groupBy(tags, ({ eventId, to }) => `${eventId?.S} to ${to?.S}`);
  for (const [mail, all] of byMail)
    if (all.length > 1) find('P3', `the mail of ${mail} was written ${all.length} times`);
}

async function checkCanaries({ places, tables }: Evidence, find: Find): Promise<void> {
  const all = [
    ...places(),
    ...[...(await tables())].map(([name, rows]) => [`the table ${name}`, JSON.stringify(rows)] as const),
  ];
  for (const [place, text] of all) if (text.includes(canary)) find('P8', `what a person wrote stands in ${place}`);
}
