import { randomUUID } from 'node:crypto';
import { country } from '#shared/country/current.ts';
import type { MainOutcome } from '#shared/domain/case/lifecycle.ts';
import { inParallel } from '#shared/lambda/in-parallel.ts';
import type { Answer, BesaOverHttp, ReportAnswer, ShownCase } from '#test/support/besa-over-http.ts';
import { agenda } from './agenda.ts';
import { onPage } from './centre-year/plan-pages.ts';
import { pageVisitor, type AtTheForm } from './page-visitors.ts';
import type { Seen, StaffAtWork, Told } from './staff-at-work.ts';
import type { PlannedReport } from './centre-year/year-plan.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 86_400_000;
const monthMs = 30 * dayMs;
const answersWithinMs = 14 * dayMs;
const lookedAtWithinMs = 10 * hourMs;
const notesAtOnce = 8;

/** A report that was answered 201. */
export interface LivedReport {
  planned: PlannedReport;
  answer: ReportAnswer;
  /** How it came by the page; absent where it came otherwise. */
  form?: AtTheForm;
  /** Sends the same once more, under the same key. */
  sendAgain: () => Promise<Answer<unknown>>;
  /** How it ended, by the time that it has. */
  outcome?: string;
  /** The case as it stood when it was over, taken down before its time came to be erased. */
  noted?: ShownCase;
}

/** Something that befalls the whole centre for a while, such as a day without queues. Instants in ms since 1970. */
export interface Mishap {
  from: number;
  to: number;
  begin: () => Promise<void>;
  end: () => Promise<void>;
}

/**
 * Plays planned reports through HTTP with the clock stepped: reports come, staff get to them when the plan says so, and
 * Besa does everything that is due in between. Throws on the first answer that is not as it should be.
 */
export async function liveThrough(
  besa: BesaOverHttp,
  staff: StaffAtWork,
  plan: readonly PlannedReport[],
  { mishaps, progress }: { mishaps: readonly Mishap[]; progress?: (at: number, taken: number) => void },
): Promise<LivedReport[]> {
  const lived: LivedReport[] = [];
  const leads = new Map<string, string>();
  const todo = agenda();

  const come = async (planned: PlannedReport): Promise<void> => {
    const key = randomUUID();
    const form = onPage(planned);
    const sendIt = form === undefined ? () => send(besa, staff, planned, key) : pageVisitor(besa, form);
    const answer = taken(await insisting(sendIt));
    const { caseNumber } = answer;
    const one: LivedReport = { planned, answer, sendAgain: sendIt, ...(form === undefined ? {} : { form }) };
    lived.push(one);
    const { acknowledgeAt, readAt, handleAt, resolveAt, receiptAt, answerAt, isDeclined } = planned.work;
    // Whoever looks at a case that everybody has passed over is the supervisor, told by the ladder.
    const person = (at: number) => (planned.isLeftAlone ? staff.supervisor : staff.onShift(at));
    if (acknowledgeAt !== undefined) {
      todo.add(acknowledgeAt, () => staff.acknowledge(person(acknowledgeAt), caseNumber));
    }
    let told: Told = 'nobody';
    const refer = async (at: number, seen: Seen, isTimeLeft: boolean): Promise<void> => {
      if (told !== 'nobody') return;
      told = await staff.refer(at, seen, planned, isTimeLeft);
      // Whoever comes in the morning looks at what was done alone in the night.
      if (told === 'by_phone' && planned.severity === 'critical') {
        todo.add(at + lookedAtWithinMs, () => staff.lookAtCalls(caseNumber));
      }
      if (told === 'in_writing') todo.add(receiptAt, () => receive(receiptAt));
      if (told === 'by_phone') hear(answerAt);
    };
    /** A mail that waits for its hour is not received before. */
    const receive = async (at: number): Promise<void> => {
      if (await staff.receive(caseNumber)) {
        told = 'and_received';
        hear(Math.max(answerAt, at + minuteMs));
      } else todo.add(at + hourMs, () => receive(at + hourMs));
    };
    const hear = (at: number): void => {
      todo.add(at, () => staff.hear(caseNumber, isDeclined));
      // Whoever was called in place of one who declined answers two days later.
      if (isDeclined) todo.add(at + 2 * dayMs, () => staff.hear(caseNumber, false));
    };
    todo.add(readAt, () => staff.readAndClaim(person(readAt), caseNumber));
    const callAt = readAt + minutesToCall(caseNumber) * minuteMs;
    if (callAt < resolveAt) todo.add(callAt, () => staff.callForDanger(person(callAt), caseNumber));
    const { thread = [] } = planned;
    for (const [minute, messages] of thread.entries()) {
      todo.add(readAt + (minute + 1) * minuteMs, () => write(besa, answer.receipt, messages));
    }
    if (thread.length > 0) {
      const rereadAt = readAt + (thread.length + 5) * minuteMs;
      todo.add(rereadAt, () => staff.read(person(rereadAt), caseNumber));
    }
    todo.add(handleAt, async () => {
      const seen = await staff.handle(person(handleAt), caseNumber);
      await refer(handleAt, seen, true);
    });
    const resolve = async (): Promise<void> => {
      const seen = await person(resolveAt).show(caseNumber);
      const toldBefore = told;
      // What a day without queues had not proposed by then.
      await refer(resolveAt, seen, false);
      const leadCase = planned.event === undefined ? undefined : leads.get(planned.event);
      const how = { leadCase, isInAHurry: planned.isInAHurry };
      one.outcome = await staff.resolve(person(resolveAt), caseNumber, how, told === toldBefore ? seen : undefined);
      if (planned.event !== undefined && leadCase === undefined) leads.set(planned.event, caseNumber);
    };
    /** Whoever must know has to have said that they do. */
    const resolveOnceKnown = async (at: number): Promise<void> => {
      if (told === 'in_writing') todo.add(at + hourMs, () => resolveOnceKnown(at + hourMs));
      else await resolve();
    };
    todo.add(resolveAt, () => resolveOnceKnown(resolveAt));
  };

  const firstAt = plan[0]?.at ?? 0;
  const lastAt = Math.max(...plan.map(({ work }) => work.resolveAt));
  for (const planned of plan) todo.add(planned.at, () => come(planned));
  for (const { from, to, begin, end } of mishaps) {
    todo.add(from, begin);
    todo.add(to, end);
  }
  for (let at = firstAt + monthMs; at < lastAt + monthMs; at += monthMs) {
    todo.add(at, () => noteEnded(staff, lived, at, lastAt + lookedBackWithinMs));
  }
  for (let next = todo.next(); next !== undefined; next = todo.next()) {
    await until(besa, next.at);
    await Promise.all(next.acts.map((act) => act()));
    progress?.(next.at, lived.length);
  }
  return lived;
}

/**
 * How long somebody takes from reading of a danger to the call: mostly some minutes. One of eleven is late, so that its
 * ladder begins.
 */
function minutesToCall(caseNumber: string): number {
  const drawn = (caseNumber.charCodeAt(3) + caseNumber.charCodeAt(5) + caseNumber.charCodeAt(7)) % 11;
  return drawn === 0 ? 22 : 1 + drawn;
}

/** So long after the last case was resolved everybody has looked back. */
const lookedBackWithinMs = 2 * monthMs;

/**
 * Takes down what became of the cases that are erased before anybody looks back, as a centre does for its figures. Whoever
 * was told of a case has answered by then.
 */
async function noteEnded(
  staff: StaffAtWork,
  lived: readonly LivedReport[],
  now: number,
  lookedBackAt: number,
): Promise<void> {
  const ended = lived.filter(({ planned, outcome, noted }) => {
    const { resolveAt } = planned.work;
    if (outcome === undefined || noted !== undefined || resolveAt + answersWithinMs > now) return false;
    return resolveAt + country.retention.days[outcome as MainOutcome][planned.severity] * dayMs < lookedBackAt;
  });
  await inParallel(notesAtOnce, ended, async (one) => {
    const { status, body } = await staff.supervisor.show(one.answer.caseNumber);
    if (status === 200) one.noted = body;
  });
}

/** Steps the clock to an instant, unless it has passed. */
export async function until(besa: BesaOverHttp, at: number): Promise<void> {
  const seconds = Math.ceil((at - Date.parse(await besa.now())) / 1000);
  if (seconds > 0) await besa.advance(`PT${seconds}S`);
}

function send(
  besa: BesaOverHttp,
  staff: StaffAtWork,
  { at, channel, body }: PlannedReport,
  key: string,
): Promise<Answer<ReportAnswer>> {
  switch (channel) {
    case 'web':
      return besa.report(body, key);
    case 'helpline':
      return staff.counsellor.file({ ...body, channel }, key);
    case 'school':
      return staff.onShift(at).file({ ...body, channel }, key);
    default:
      return channel satisfies never;
  }
}

/** The reporter adds what comes to mind, message after message. */
async function write(besa: BesaOverHttp, receipt: string, texts: readonly string[]): Promise<void> {
  for (const text of texts) {
    const { status } = await besa.post(
      '/v1/follow-up/messages',
      { receipt, text },
      { 'idempotency-key': randomUUID() },
    );
    if (status !== 201) throw new Error(`A message was answered ${status}.`);
  }
}

/** A page that is told of a fault sends the same under the same key, as the answer asks it to; on a busy machine one may come. */
async function insisting(sendIt: () => Promise<Answer<ReportAnswer>>): Promise<Answer<ReportAnswer>> {
  for (let left = 3; ; left -= 1) {
    const answer = await sendIt();
    if (answer.status < 500 || left === 0) return answer;
  }
}

function taken(answer: Answer<ReportAnswer>): ReportAnswer {
  if (answer.status !== 201) throw new Error(`A report was answered ${answer.status}: ${JSON.stringify(answer.body)}`);
  return answer.body;
}
