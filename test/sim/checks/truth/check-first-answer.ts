import { country } from '#shared/country/current.ts';
import type { TimeOnPage } from '#test/support/pages/on-the-page.ts';
import type { Address } from '#shared/domain/text.ts';
import type { Facts } from './facts.ts';
import { means, readingsOf, skew, type Sentence } from './sentences.ts';
import { addressIn } from './spoken-to.ts';

const { receipt: receiptTexts } = (await country.loadPages()).texts;
const timeNames = ['readBy', 'handleBy', 'resolveBy'] as const;

/** What a report or a message is answered, as far as it says what happens. */
export interface FirstAnswer {
  promise?: { readBy: string; handleBy?: string; resolveBy?: string };
  readBy?: string;
  nextStep: string;
  keep?: string;
  /** Until when it is read, handled and resolved, in words: what a page shows in place of the times. */
  times?: readonly TimeOnPage[];
}

/** Holds the answer to a report or a message, the first one or a repeat, against what had happened when it came. */
export function untruthsOfAnswer(
  { promise, readBy = promise?.readBy, nextStep, keep, times }: FirstAnswer,
  facts: Facts,
): string[] {
  const readings = readingsOf(nextStep);
  const due = Date.parse(readBy ?? '');
  const untrue = readings.map((all) => all.flatMap((sentence) => whyNotNext(facts, sentence, due) ?? []));
  return [
    ...(readings.length === 0 ? [`the next step is told in words that nobody knows: ${nextStep}`] : []),
    ...(untrue.length > 0 && untrue.every((whys) => whys.length > 0) ? (untrue[0] ?? []) : []),
    ...(keep === undefined || readingsOf(keep).length > 0 ? [] : [`what to keep is told in words that nobody knows`]),
    ...(times ?? []).flatMap(({ what, words }) => {
      const name = timeNames.find((one) =>
        Object.values(receiptTexts[one]).some((by) => Object.values(by).includes(what)),
      );
      const instant = name === 'readBy' ? readBy : name && promise?.[name];
      const isSo = instant !== undefined && means(words, Date.parse(instant), facts.at);
      return isSo ? [] : [`a time is promised that is another: ${what} ${words}`];
    }),
    ...[nextStep, ...(keep === undefined ? [] : [keep])]
      .filter((text) => !isWordedFor(readingsOf(text), addressIn(facts)))
      .map((text) => `it is worded for somebody else: ${text}`),
  ];
}

/** Whether a text can be read as one for a child or for an adult. What nobody knows is told elsewhere. */
function isWordedFor(readings: readonly Sentence[][], address: Address): boolean {
  return readings.length === 0 || readings.some((all) => all.every(({ to }) => to.includes(address)));
}

/** Each sentence with which an answer may go on, by the name of its text, with what makes it untrue. */
const truths: readonly (readonly [
  name: RegExp,
  is: (facts: Facts, readBy: number, words: string) => string | undefined,
])[] = [
  // Who repeats a request before that time is told what comes true, also where it has by now.
  [
    /^nextStep\.willBeRead$/u,
    (facts, readBy, words) => {
      if (facts.isFiled && facts.last('case.information_added') === undefined) return 'staff who filed it have read it';
      if (facts.at > readBy + skew) return 'the time has passed';
      return means(words, readBy, facts.at) ? undefined : 'it was promised for another time';
    },
  ],
  [/^nextStep\.filed$/u, (facts) => (facts.isFiled ? undefined : 'nobody filed it')],
  [
    /^nextStep\.filedLate$/u,
    ({ isFiled, begun, events }, readBy) =>
      isFiled && Date.parse((begun ?? events[0])?.time ?? '') >= readBy ? undefined : 'it was not filed late',
  ],
  [/^(nextStep\.(reportAgain|messageAgain)|meanwhile\.)/u, () => undefined],
];

function whyNotNext(facts: Facts, { name, filled }: Sentence, readBy: number): string | undefined {
  const truth = truths.find(([pattern]) => pattern.test(name));
  const why = truth === undefined ? 'nobody knows what it stands on' : truth[1](facts, readBy, filled['readBy'] ?? '');
  return why === undefined ? undefined : `${name}: ${why}`;
}
