import { statusOf } from '../actors/asking.ts';
import type { Find, Told } from './finding.ts';
import type { Evidence } from './evidence.ts';
import { firstAnswer, type Reporter, type Said, type Thread } from '../actors/reporters.ts';

/** Statuses that tell a reporter that it is not known what was done, or to come again. */
const noAnswer: readonly (number | 'unknown')[] = ['unknown', 409, 500, 502, 503, 504];

/** Whether a retry of the report says that it was erased. One that was filed as told long ago may be too old by now. */
async function isErased(evidence: Evidence, reporter: Reporter): Promise<boolean> {
  const status = statusOf(await evidence.sendAgain(reporter));
  return status === 410 || (status === 422 && reporter.body['receivedAt'] !== undefined);
}

/**
 * Holds what one reporter was answered against what is there. Answers whether the report was erased. `asOf`: everything is
 * as it was at that time, because it was restored.
 */
export async function checkReporter(
  evidence: Evidence,
  reporter: Reporter,
  cases: ReadonlyMap<string, Told>,
  find: Find,
  asOf = Infinity,
): Promise<'kept' | 'erased' | 'never_answered'> {
  const { seen, thread } = reporter;
  const answered = seen.filter((one) => one !== 'unknown').filter(({ status }) => status === 201);
  const different = new Set(
    answered.map(({ body }) => JSON.stringify([body['caseNumber'], body['receipt'], body['promise']])),
  );
  if (different.size > 1) find('P2', 'the same report was answered in two ways');
  const first = firstAnswer(reporter);
  if (first === undefined || (first.at ?? 0) >= asOf) return 'never_answered';
  const number = String(first.body['caseNumber']);
  const told = cases.get(number);
  const code = String(first.body['receipt']);
  const wasErased = told === undefined && (await isErased(evidence, reporter));
  const odd = seen.map(statusOf).find((status) => ![201, ...noAnswer, ...(wasErased ? [410] : [])].includes(status));
  if (odd !== undefined) find('P2', `a report was answered ${odd}`);
  if (wasErased) {
    for (const one of [code, ...(typeof thread?.receipt === 'object' ? [thread.receipt.code] : [])]) {
      const status = statusOf(await evidence.followUp(one));
      if (status !== 404) find('P10', `${number} was erased, and its receipt is answered ${status}`);
    }
    return 'erased';
  }
  if (told === undefined) {
    find('P1', `${number} was answered 201 and is not stored`);
    return 'kept';
  }
  if (told.of.reported.category !== reporter.body['category']) find('P1', `${number} is not what was reported`);
  const plain: Thread = { said: [], receipt: { code }, changedAt: 0, changing: 0 };
  const { changedAt, ...own } = thread ?? plain;
  if (changedAt < asOf) await checkReceipt(evidence, own, { number, code }, find, asOf);
  return 'kept';
}

async function checkReceipt(
  evidence: Evidence,
  { receipt, said }: Omit<Thread, 'changedAt'>,
  { number, code }: { number: string; code: string },
  find: Find,
  asOf: number,
): Promise<void> {
  if (receipt === 'unclear' || receipt === undefined) return;
  const isOwn = typeof receipt === 'object' && receipt.code === code;
  if (!isOwn) {
    const status = statusOf(await evidence.followUp(code));
    if (status !== 404) find('P7', `${number}: a code that was taken back is answered ${status}`);
  }
  if (receipt === 'locked') return;
  const followed = await evidence.followUp(receipt.code, number);
  if (followed === 'unknown' || followed.status !== 200)
    return find('P1', `the receipt of ${number} opens nothing: ${statusOf(followed)}`);
  const texts = (followed.body['messages'] as { text: string }[]).map(({ text }) => text);
  for (const one of said) checkMessage(number, one, texts, isOwn, find, asOf);
}

function checkMessage(
  number: string,
  { text, seen }: Said,
  texts: readonly string[],
  isOwn: boolean,
  find: Find,
  asOf: number,
): void {
  const answered = seen
    .filter((one) => one !== 'unknown')
    .filter(({ status, at }) => status === 201 && (at ?? 0) < asOf);
  const there = texts.filter((one) => one === text).length;
  if (there > 1) find('P2', `${number}: a message is there ${there} times`);
  if (answered.length > 0 && there === 0) find('P1', `${number}: a message was answered 201 and is not there`);
  const different = new Set(answered.map(({ body }) => JSON.stringify([body['at'], body['readBy']])));
  if (different.size > 1) find('P2', `${number}: the same message was answered in two ways`);
  const odd = seen.map(statusOf).find((status) => ![201, 429, ...noAnswer, ...(isOwn ? [] : [404])].includes(status));
  if (odd !== undefined) find('P2', `${number}: a message was answered ${odd}`);
}

/** The same key is the same answer at any later time; where none had come, it comes now. */
export async function checkRetry(
  evidence: Evidence,
  reporter: Reporter,
  end: Awaited<ReturnType<typeof checkReporter>>,
  find: Find,
): Promise<void> {
  const before = firstAnswer(reporter);
  const again = await evidence.sendAgain(reporter);
  const mayBeOld = reporter.body['receivedAt'] !== undefined && statusOf(again) === 422;
  // Who never got an answer may learn only now that it was stored, and erased since.
  if (end !== 'kept' && (statusOf(again) === 410 || mayBeOld)) return;
  if (again === 'unknown' || again.status !== 201)
    return find('P2', `sent again when all is well, a report is answered ${statusOf(again)}`);
  const told = ({ body }: typeof again): string =>
    JSON.stringify([body['caseNumber'], body['receipt'], body['promise']]);
  if (before !== undefined && told(before) !== told(again))
    find('P2', 'the same report was answered in another way later');
}
