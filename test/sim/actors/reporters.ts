import { reportOf } from '#test/support/http-reports.ts';
import {
  ask,
  canary,
  freshKey,
  heard,
  hour,
  isUnclear,
  minute,
  posts,
  statusOf,
  type Answer,
  type Seen,
} from './asking.ts';
import type { Shown } from './at-work.ts';
import { isSureOf, looksOn, onPages, opensToWrite, says, sendsForm, type OnPages } from './pages/on-pages.ts';
import type { Chance } from '#test/story/chance.ts';
import type { World } from '../world.ts';

/** A message that a reporter added, and every answer they got to it. */
export interface Said {
  text: string;
  /** When it was sent first, where that matters; ms since 1970. */
  at?: number;
  seen: Seen[];
}

/** One who reported, or for whom staff filed a report, and every answer to it. */
export interface Reporter {
  key: string;
  body: Record<string, unknown>;
  seen: Seen[];
  /** Absent where nobody does more than report. */
  thread?: Thread;
}

/** What becomes of a reporter's receipt and of what they write with it. */
export interface Thread {
  said: Said[];
  /** What the reporter holds: a receipt, none that opens anything, or nobody can say which. */
  receipt: { code: string } | 'locked' | 'unclear' | undefined;
  /** When that changed last, besides by reporting. */
  changedAt: number;
  /** How many are changing it at this moment. */
  changing: number;
}

/** A reporter of a simulated history. */
export interface Simulated extends Reporter {
  /** Which function takes the report, and who files it. */
  way: { title: 'intake' | 'filing'; resource: string; sub?: string };
  /** How they use pages; absent where a program of theirs uses the API. */
  page?: OnPages;
  thread: Thread;
}

type Kind = (typeof reportOf)[keyof typeof reportOf];

export const firstAnswer = ({ seen }: Reporter): Answer | undefined =>
  seen.find((one) => one !== 'unknown' && one.status === 201) as Answer | undefined;

/** Sends the report, as often as there is no clear answer. */
export function sendReport(world: World, reporter: Simulated): Promise<Seen> {
  const { page } = reporter;
  if (page === undefined) return sendsToApi(world, reporter);
  return heard(world, 'report', numberOf(reporter), async () => {
    const { seen, key } = await sendsForm(world, page);
    if (key !== undefined) reporter.key = key;
    return seen;
  });
}

/** The same by the API: for whoever came by a page, it is a repeat. */
export function sendsToApi(world: World, reporter: Simulated): Promise<Seen> {
  const { way, body, key } = reporter;
  const request = posts(way.resource, body, { 'Idempotency-Key': key });
  const sent = { ...request, ...(way.sub === undefined ? {} : { claims: { sub: way.sub } }) };
  return heard(world, 'report', numberOf(reporter), () => ask(world, way.title, sent));
}

/** The number of a reporter's case, once they were told it. */
export function numberOf(reporter: Reporter): string | undefined {
  return firstAnswer(reporter)?.body['caseNumber'] as string | undefined;
}

/** Looks how the report stands, in one language or the other. */
export async function looks(world: World, reporter: Simulated): Promise<void> {
  const { receipt } = reporter.thread;
  const number = numberOf(reporter);
  if (typeof receipt !== 'object' || number === undefined) return;
  const { page } = reporter;
  if (page !== undefined) {
    await heard(world, 'page', number, () => looksOn(world, page, receipt.code));
    return;
  }
  const asked = posts(
    '/v1/follow-up',
    { receipt: receipt.code },
    { 'Accept-Language': world.chance.pick(['sq', 'en']) },
  );
  await heard(world, 'follow-up', number, () => ask(world, 'follow-up', asked));
}

/** Somebody who reports, tries again when no answer comes, and now and then comes back. */
export function reports(
  world: World,
  at: number,
  kind: Kind | 'any' = 'any',
  comesBack = true,
  byPages?: Chance,
): Simulated {
  const told: Kind =
    kind === 'any' ? reportOf[world.chance.pick(['critical', 'high', 'normal', 'low'] as const)] : kind;
  const reporter: Simulated = {
    key: `sim-${world.chance.whole(0, 1e9)}-${canary}`,
    way: { title: 'intake', resource: '/v1/reports' },
    body: {
      ...told,
      narrative: `${told.narrative} ${canary}`,
      urls: [`https://${canary}.example/${world.chance.whole(0, 3)}`],
    },
    seen: [],
    thread: { said: [], receipt: undefined, changedAt: 0, changing: 0 },
  };
  if (comesBack && world.chance.happens(0.15)) isFiled(world, reporter, at);
  else if (byPages?.happens(0.7) === true) Object.assign(reporter, onPages(byPages, reporter.body));
  const send = async (left: number): Promise<void> => {
    const seen = await sendReport(world, reporter);
    const isFirst = firstAnswer(reporter) === undefined;
    reporter.seen.push(seen);
    const answered = firstAnswer(reporter);
    if (isFirst && answered !== undefined) {
      reporter.thread.receipt = { code: String(answered.body['receipt']) };
      if (comesBack) returns(world, reporter);
    }
    const again = isUnclear(seen) || world.chance.happens(0.1);
    if (again && left > 0 && world.chance.happens(0.8))
      world.at(world.now() + world.chance.whole(0, 90) * minute, 'a reporter sends it again', () => send(left - 1));
  };
  world.at(at, `a ${told.category} is reported`, () => {
    void send(4);
    if (world.chance.happens(0.1)) void send(0);
  });
  return reporter;
}

/** It was told to staff, by phone or on paper, who file it now with the time at which they were told. */
export function isFiled(world: World, reporter: Simulated, at: number): void {
  const isLater = world.chance.happens(0.5);
  reporter.way = { title: 'filing', resource: '/v1/cases', sub: 'staff-elira' };
  reporter.body = {
    ...reporter.body,
    channel: world.chance.pick(['helpline', 'school'] as const),
    ...(isLater ? { receivedAt: new Date(at - world.chance.whole(1, 20) * hour).toISOString() } : {}),
  };
}

/** What a reporter does with the receipt, in the hours after. */
function returns(world: World, reporter: Simulated): void {
  const later = (hours: number, what: string, run: () => Promise<unknown>): void =>
    world.at(world.now() + world.chance.whole(1, hours * 60) * minute, what, run);
  if (world.chance.happens(0.5)) {
    const count = world.chance.whole(1, 3);
    for (let number = 0; number < count; number += 1)
      later(40, 'a reporter writes', () => writes(world, reporter, number));
  }
  if (world.chance.happens(0.6)) {
    const times = world.chance.whole(1, 3);
    for (let time = 0; time < times; time += 1) later(60, 'a reporter looks', () => looks(world, reporter));
  }
  if (world.chance.happens(0.1))
    later(60, 'a reporter sends the first request once more', async () => {
      reporter.seen.push(await sendReport(world, reporter));
    });
  if (world.chance.happens(0.12)) later(40, 'a reporter takes it back', () => asks(world, reporter, 'withdrawal'));
  if (world.chance.happens(0.12)) later(40, 'a reporter locks the code', () => locks(world, reporter));
  const { page } = reporter;
  // Only of a case that has ended is it asked whether it goes on, so they come more than once.
  if (page?.chance.happens(0.4) === true) {
    for (let time = 0; time < 3; time += 1)
      later(30, 'a reporter says that it still happens', () => presses(world, reporter, 'still'));
  }
  if (world.chance.happens(0.3))
    later(60, 'a reporter says whether it helped', () =>
      asks(world, reporter, 'helped', { helped: world.chance.pick(['yes', 'partly', 'no'] as const) }),
    );
}

/** Presses a button of the thread's page. */
async function presses(
  world: World,
  { page, thread: { receipt } }: Simulated,
  button: string,
): Promise<Seen | undefined> {
  return page === undefined || typeof receipt !== 'object' ? undefined : says(world, page, receipt.code, button);
}

/** Writes a message, and again when no answer comes. */
export async function writes(world: World, reporter: Simulated, number: number, withEverything = false): Promise<void> {
  const { receipt } = reporter.thread;
  if (typeof receipt !== 'object') return;
  const text = `Message ${number} ${freshKey(world, 'said')} ${canary}`;
  const body = {
    receipt: receipt.code,
    text,
    ...(world.chance.happens(0.3) ? { flags: world.chance.pick([{ inDanger: true }, { repeated: true }]) } : {}),
    ...(withEverything || world.chance.happens(0.3)
      ? { urls: [`https://${canary}.example/${world.chance.whole(0, 3)}`] }
      : {}),
    ...(world.chance.happens(0.2) ? { accounts: [{ platform: 'tiktok', handle: `@${canary}` }] } : {}),
    ...(world.chance.happens(0.4) ? { stillHappening: true } : {}),
  };
  const request = posts('/v1/follow-up/messages', body, { 'Idempotency-Key': freshKey(world, 'message') });
  const { page } = reporter;
  const typed = { text, urls: (body.urls ?? []).join('\n') };
  const write = page === undefined ? undefined : await opensToWrite(world, page, receipt.code, typed);
  // The page for it could not be opened, so nothing was sent.
  if (write !== undefined && typeof write !== 'function') return;
  const said: Said = { text, at: world.now(), seen: [] };
  reporter.thread.said.push(said);
  const send = async (left: number): Promise<void> => {
    const seen =
      write === undefined
        ? await heard(world, 'message', numberOf(reporter), () => ask(world, 'follow-up', request))
        : await write();
    said.seen.push(seen);
    // Too many in a minute: it is written again until it is taken.
    if (statusOf(seen) === 429)
      world.at(world.now() + world.chance.whole(1, 3) * minute, 'a reporter writes it again', () => send(left));
    if (left > 0 && (isUnclear(seen) || world.chance.happens(0.2)))
      world.at(world.now() + world.chance.whole(0, 60) * minute, 'a reporter writes it again', () => send(left - 1));
  };
  await Promise.all(world.chance.happens(0.15) ? [send(1), send(0)] : [send(2)]);
}

async function asks(
  world: World,
  { page, thread: { receipt } }: Simulated,
  what: 'withdrawal' | 'lock' | 'helped',
  more: { helped?: string } = {},
): Promise<Seen | undefined> {
  if (typeof receipt !== 'object') return undefined;
  if (page !== undefined) {
    if (what === 'helped') return says(world, page, receipt.code, more.helped ?? 'yes');
    return isSureOf(world, page, receipt.code, what === 'lock' ? 'lock' : 'withdraw');
  }
  return ask(world, 'follow-up', posts(`/v1/follow-up/${what}`, { receipt: receipt.code, ...more }));
}

function locks(world: World, reporter: Simulated): Promise<void> {
  return changesReceipt(world, reporter, async () => {
    const seen = await asks(world, reporter, 'lock');
    if (seen === undefined) return reporter.thread.receipt;
    // The page that says so is answered 200.
    const done = reporter.page === undefined ? 202 : 200;
    return seen !== 'unknown' && (seen.status === done || seen.status === 404) ? 'locked' : 'unclear';
  });
}

/** Somebody excludes people from the case. Where one of them was shown the code, the reporter has none from then on. */
export async function excludesPeople(
  world: World,
  reporters: readonly Simulated[],
  of: Shown,
  people: readonly string[],
  command: () => Promise<Seen>,
): Promise<Seen> {
  const reporter = reporters.find((one) => firstAnswer(one)?.body['caseNumber'] === of.caseNumber);
  const isKnown = of.receiptKnownTo?.some(({ by }) => people.includes(by)) === true;
  if (reporter === undefined || !isKnown) return command();
  let seen: Seen = 'unknown';
  await changesReceipt(world, reporter, async () => {
    seen = await command();
    if (isUnclear(seen)) return 'unclear';
    return statusOf(seen) === 200 ? 'locked' : reporter.thread.receipt;
  });
  return seen;
}

/** Changes what the reporter holds. Of two who do so at once nobody can say who was first. */
export async function changesReceipt(
  world: World,
  { thread }: Simulated,
  change: () => Promise<Thread['receipt']>,
): Promise<void> {
  const { changing, receipt: before } = thread;
  thread.changing += 1;
  const after = await change();
  thread.changing -= 1;
  thread.changedAt = world.now();
  const isAlone = changing === 0 && thread.changing === 0 && thread.receipt === before;
  thread.receipt = isAlone ? after : 'unclear';
}
