import { isRead, skew } from './check-sentences.ts';
import type { Facts } from './facts.ts';
import { means, sentencesOf, type Sentence } from './sentences.ts';

/** What intake and filing answer, as far as it says what happens. */
export interface FirstAnswer {
  promise: { readBy: string };
  nextStep: string;
  keep: string;
}

/** Holds the answer to a report, the first one or a repeat, against what had happened when it came. */
export function untruthsOfReport({ promise, nextStep, keep }: FirstAnswer, facts: Facts): string[] {
  const names = (text: string): string[] => sentencesOf(text).map(({ name }) => name);
  const sentences = sentencesOf(nextStep);
  const untrue = sentences.map((sentence) => whyNotNext(facts, sentence, Date.parse(promise.readBy)));
  return [
    ...(sentences.length === 0 ? ['the next step is told in words that nobody knows'] : []),
    ...(sentences.length > 0 && untrue.every((why) => why !== undefined)
      ? [`${sentences[0]?.name ?? ''}: ${untrue[0] ?? ''}`]
      : []),
    ...(names(keep).includes('keep') ? [] : ['what to keep is told in words that nobody knows']),
  ];
}

function whyNotNext(facts: Facts, { name, filled }: Sentence, readBy: number): string | undefined {
  const isReadBySomebody = isRead(facts) || facts.last('case.read') !== undefined;
  if (/^nextStepLate\./u.test(name)) {
    if (isReadBySomebody) return 'somebody has read it';
    return facts.at < readBy - skew ? 'it is not late' : undefined;
  }
  if (/^nextStep\./u.test(name)) {
    if (isReadBySomebody) return 'somebody has read it';
    if (facts.at > readBy + skew) return 'the time has passed';
    return means(filled['readBy'] ?? '', readBy, facts.at) ? undefined : 'it was promised for another time';
  }
  // Where it is read already, the answer says how that stands, by the same texts as follow-up.
  if (/read|filed|status/iu.test(name)) return isReadBySomebody ? undefined : 'nobody has read it';
  return 'nobody knows what it stands on';
}
