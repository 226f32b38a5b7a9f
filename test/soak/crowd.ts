import { setTimeout as pause } from 'node:timers/promises';
import { inParallel } from '#shared/lambda/in-parallel.ts';
import { canary, type Reporter, type Seen } from '#test/sim/actors/people.ts';
import { chance, type Chance } from '#test/story/chance.ts';
import type { Answer, BesaOverHttp, StaffOverHttp } from '#test/support/besa-over-http.ts';
import { besaOnPages, type FilledForm } from '#test/support/pages/besa-on-pages.ts';
import { onPages } from '#test/sim/actors/pages/on-pages.ts';
import { reportOf } from '#test/support/http-reports.ts';
import { Gate } from './gate.ts';

/** People who use a Besa that is being killed under them. */
export interface Crowd {
  reporters: readonly Reporter[];
  /** How often each status was answered to a report, and `unknown` where no answer came. */
  answers: ReadonlyMap<string, number>;
  /** Nobody begins anything until they may go on; answers when nobody does anything any more. */
  hold: () => Promise<void>;
  goOn: () => void;
  /** Answers when everybody has gone home. */
  goHome: () => Promise<void>;
}

const reportingLines = 4;
const staff = ['staff-arta', 'staff-blerim', 'staff-drita', 'staff-elira'] as const;
const classSize = 30;
const mostTries = 5;
/** So many reporters out of one use the form. */
const pageShare = 0.3;
const handledAtOnce = 8;

/** What was seen of a request over HTTP; whatever ends a connection leaves it unknown what was done. */
export async function seenOf(request: Promise<Answer<object>>): Promise<Seen> {
  try {
    const { status, body, headers } = await request;
    return { status, body: { ...body }, etag: headers.get('etag') ?? '' };
  } catch (error) {
    // An answer that is not JSON is no broken connection.
    if (error instanceof SyntaxError) throw error;
    return 'unknown';
  }
}

/**
 * What was seen of a form that was sent. The page says no number of the case, so the API is asked for it with the same key;
 * it must tell the same code.
 */
async function seenOnPage(
  sent: Promise<{ status: number; receipt?: { receipt: string } }>,
  byApi: () => Promise<Seen>,
): Promise<Seen> {
  const page = await sent.catch(() => 'unknown' as const);
  if (page === 'unknown') return page;
  if (page.receipt === undefined) return { status: page.status, body: {}, etag: '' };
  const seen = await byApi();
  if (seen === 'unknown' || seen.status !== 201) return seen;
  // Another code is another answer to the same report, and is found as one.
  return { ...seen, body: { ...seen.body, receipt: page.receipt.receipt } };
}

/**
 * Reporters on a few lines, now and then a whole class at once, and four of the staff. A reporter without an answer sends
 * the same again under the same key, some at the same moment, and some give up.
 */
export function crowd(besa: BesaOverHttp, seed: number): Crowd {
  const reporters: Reporter[] = [];
  const pages = besaOnPages(besa.url);
  const answers = new Map<string, number>();
  const gate = new Gate();
  const evening = new AbortController();

  const send = async (reporter: Reporter, form?: FilledForm): Promise<Seen> => {
    const byApi = () => seenOf(besa.report(reporter.body, reporter.key));
    const seen = await gate.pass(() => (form === undefined ? byApi() : seenOnPage(pages.sendsForm(form), byApi)));
    reporter.seen.push(seen);
    const what = seen === 'unknown' ? seen : String(seen.status);
    answers.set(what, (answers.get(what) ?? 0) + 1);
    return seen;
  };

  /** Opens the form and fills it in. Where that fails, the reporter has a program after all. */
  const opensForm = async (reporter: Reporter): Promise<FilledForm | undefined> => {
    const { page, body } = onPages(chance(seed), reporter.body);
    const form = await gate.pass(() => pages.fills(page.door, page.typed).catch(() => undefined));
    if (form === undefined) return undefined;
    reporter.key = form.key;
    reporter.body = body;
    return form;
  };

  const report = async (drawn: Chance): Promise<void> => {
    const kind = reportOf[drawn.pick(['critical', 'high', 'normal', 'low'] as const)];
    const reporter: Reporter = {
      key: `soak-${drawn.whole(0, 1e12)}-${canary}`,
      body: {
        ...kind,
        narrative: `${kind.narrative} ${canary}`,
        urls: [`https://${canary}.example/${drawn.whole(0, 50)}`],
      },
      seen: [],
    };
    const form = drawn.happens(pageShare) ? await opensForm(reporter) : undefined;
    reporters.push(reporter);
    for (let left = mostTries; left > 0; left -= 1) {
      const seen = drawn.happens(0.1)
        ? (await Promise.all([send(reporter, form), send(reporter, form)]))[0]
        : await send(reporter, form);
      const isAnswered = seen !== 'unknown' && seen.status < 500;
      if (isAnswered ? !drawn.happens(0.05) : drawn.happens(0.1)) return;
      await pause(drawn.whole(20, 400));
    }
  };

  const reportingLine = async (drawn: Chance): Promise<void> => {
    while (!evening.signal.aborted) {
      const together = drawn.happens(0.02) ? classSize : 1;
      await Promise.all(Array.from({ length: together }, () => report(drawn)));
      // How fast people come is the load, drawn like the rest of it.
      await pause(drawn.whole(0, 600) * together ** 0.5);
    }
  };

  const staffLine = async (user: string, drawn: Chance): Promise<void> => {
    let person: StaffOverHttp | undefined;
    while (!evening.signal.aborted) {
      person ??= await gate.pass(() => besa.signIn(user)).catch(() => undefined);
      if (person !== undefined) await round(person, drawn, gate);
      await pause(drawn.whole(20, 200));
    }
  };

  const lines = [
    ...Array.from({ length: reportingLines }, (_, line) => reportingLine(chance(seed + line))),
    ...staff.map((user, line) => staffLine(user, chance(seed + 100 + line))),
  ];
  return {
    reporters,
    answers,
    hold: () => gate.close(),
    goOn: () => gate.open(),
    goHome: async () => {
      evening.abort();
      await Promise.all(lines);
    },
  };
}

/** Somebody looks at the queue and does the next thing on a few of its cases. */
async function round(person: StaffOverHttp, drawn: Chance, gate: Gate): Promise<void> {
  const listed = await gate.pass(() => seenOf(person.list()));
  if (listed === 'unknown' || listed.status !== 200) return;
  const cases = listed.body['cases'] as { caseNumber: string }[];
  for (const { caseNumber } of drawn.shuffled(cases).slice(0, 6)) await workOn(person, caseNumber, drawn, gate);
}

async function workOn(person: StaffOverHttp, caseNumber: string, drawn: Chance, gate: Gate): Promise<void> {
  const show = await gate.pass(() => seenOf(person.show(caseNumber)));
  if (show === 'unknown' || show.status !== 200) return;
  const { readAt, handledAt, severity } = show.body;
  const command = async (name: string, body: unknown): Promise<void> => {
    const headers = { 'idempotency-key': `soak-command-${drawn.whole(0, 1e12)}`, 'if-match': show.etag };
    for (let left = mostTries; left > 0; left -= 1) {
      const seen = await gate.pass(() => seenOf(person.command(caseNumber, name, body, headers)));
      if (seen !== 'unknown' && seen.status < 500) return;
      if (drawn.happens(0.2)) return;
      await pause(drawn.whole(20, 200));
    }
  };
  if (drawn.happens(0.1)) return command('claim', {});
  if (readAt === undefined) return command('read', { reason: 'on_duty' });
  if (handledAt === undefined) return command('handling', handling(severity));
  return command('resolution', {
    outcome: 'advice_given',
    message: `Call us whenever you want. ${canary}`,
    dutyToReport: { decision: 'not_required', basis: 'al_law_18_2017' },
  });
}

/** Somebody reads and handles every case that still waits for it: what nobody looks at is raised for as long as it waits. */
export async function handleWhatWaits(besa: BesaOverHttp): Promise<void> {
  const person = await besa.signIn('staff-elira');
  let cursor: string | undefined;
  do {
    const { body }: Awaited<ReturnType<StaffOverHttp['list']>> = await person.list(cursor);
    await inParallel(handledAtOnce, body.cases, async ({ caseNumber, readAt, handledAt }) => {
      if (readAt === undefined) await person.command(caseNumber, 'read', { reason: 'on_duty' });
      if (handledAt !== undefined) return;
      const { severity } = (await person.show(caseNumber)).body;
      await person.decide(caseNumber, 'handling', handling(severity));
    });
    cursor = body.cursor;
  } while (cursor !== undefined);
}

function handling(severity: unknown): Record<string, unknown> {
  return {
    severity,
    safetyDecision: 'safe_for_now',
    nextStep: 'advise_reporter',
    message: `We are with you. ${canary}`,
  };
}
