/** Both sides of a thread, and time between their messages. */
export interface ThreadWriters {
  /** The reporter writes: the body of a message, without the receipt. */
  reporter: (said: { text: string; urls?: string[]; accounts?: object[] }) => Promise<{ status: number }>;
  centre: (text: string) => Promise<{ status: number }>;
  later: (minutes: number) => unknown;
}

/** Lengths of messages as people write them: mostly short, now and then a long one. */
const lengths = [80, 240, 40, 900, 160, 60, 1800, 320, 120, 3900];
const sentence = 'Më shkroi përsëri sot pas shkolle dhe tha se do ia dërgojë të gjithëve. ';

/** Text of message `number`, which it begins with. So a test can say which ones it was shown. */
export function textOf(number: number): string {
  const length = lengths[number % lengths.length] ?? 80;
  return `${number}. ${sentence.repeat(Math.ceil(length / sentence.length))}`.slice(0, length).trim();
}

/** What a message of the reporter brings besides: every fifth of theirs brings addresses. */
function addressesOf(number: number, nth: number): { urls?: string[]; accounts?: object[] } {
  if (nth % 5 !== 0) return {};
  const urls = Array.from({ length: 5 }, (_, index) => `https://pictures.example/${number}/${index}`);
  return { urls, accounts: [{ platform: 'instagram', handle: `@account.${number}` }] };
}

/**
 * Writes messages `from` to `to` of a thread. One in `every` is the reporter's, and the others are the centre's. Time
 * goes on as it must: a case takes ten messages of the reporter a minute.
 */
export async function writeThread(
  writers: ThreadWriters,
  { from = 1, to, every = 2 }: { from?: number; to: number; every?: number },
): Promise<void> {
  let nth = 0;
  for (let number = from; number <= to; number += 1) {
    const byReporter = (number - 1) % every === 0;
    if (byReporter) nth += 1;
    const { status } = byReporter
      ? await writers.reporter({ text: textOf(number), ...addressesOf(number, nth) })
      : await writers.centre(textOf(number));
    if (status >= 300) throw new Error(`Message ${number} was answered ${status}.`);
    if (byReporter && nth % 9 === 0) await writers.later(1);
  }
}
