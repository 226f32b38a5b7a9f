import type { MainOutcome } from '../case/lifecycle.ts';
import type { CaseStatus } from '../case/status.ts';
import { addressOf, audienceOf } from '../help/audience.ts';
import type { Audience } from '../help/audience.ts';
import { situationsOf } from '../help/situations.ts';
import type { HelpFacts, Situation } from '../help/situations.ts';
import type { CategoryCode } from '../report/report.ts';
import type { Address, Text } from '../text.ts';

/** When a ready sentence fits a case. Each member that is given must hold. */
export interface ReadyCondition {
  /** Any of them, as the category or one of the further ones. */
  categories?: readonly CategoryCode[];
  /** Any of them. */
  situations?: readonly Situation[];
  /** Any of them. */
  statuses?: readonly CaseStatus[];
  /** The reporter is one of them. */
  audiences?: readonly Audience[];
  /** Any of these outcomes was recorded. */
  outcomes?: readonly MainOutcome[];
  /** Whether a promise to the reporter was missed. */
  promiseMissed?: boolean;
}

/** A sentence that staff put into a message to a reporter, and change as they like. Source: docs/practice.md, Reporter's side. */
export interface ReadySentence {
  code: string;
  /** For staff. */
  title: Text;
  /** How a child and an adult read it. Some are for one of them alone. Blanks are of `BlankName`. */
  text: Readonly<Partial<Record<Address, Text>>>;
  /** It fits if any of these holds. Without one it fits no case of itself, and stands among the rest. */
  fits: readonly ReadyCondition[];
}

/** What stands open in a sentence. `by`, `when` and `keptUntil` bring their preposition. */
export const blankNames = [
  'by',
  'when',
  'keptUntil',
  'question',
  'reason',
  'what',
  'nextStep',
  'who',
  'service',
  'platform',
] as const;

export type BlankName = (typeof blankNames)[number];

/** The rule chooses ready sentences by these facts. All of them stand in clear on the case. */
export interface ReadyFacts extends HelpFacts {
  status: CaseStatus;
  outcomes: readonly MainOutcome[];
  promiseMissed: boolean;
}

/** A sentence as one reporter reads it. */
export interface OfferedSentence {
  code: string;
  fits: boolean;
  address: Address;
}

/**
 * The sentences that can be sent to this reporter: those that fit the case first, then the rest, each in the order of
 * the pack. A sentence without words for such a reader is left out.
 */
export function readySentencesFor(
  sentences: readonly Pick<ReadySentence, 'code' | 'fits' | 'text'>[],
  facts: ReadyFacts,
): OfferedSentence[] {
  const audience = audienceOf(facts.reported);
  const address = addressOf(audience);
  const found = situationsOf(facts);
  const offered = sentences
    .filter(({ text }) => text[address] !== undefined)
    .map(({ code, fits }) => ({ code, address, fits: fits.some((one) => holds(one, facts, audience, found)) }));
  return [...offered.filter(({ fits }) => fits), ...offered.filter(({ fits }) => !fits)];
}

function holds(
  { categories, situations, statuses, audiences, outcomes, promiseMissed }: ReadyCondition,
  { reported, status, ...facts }: ReadyFacts,
  audience: Audience,
  found: readonly Situation[],
): boolean {
  const said = [reported.category, ...reported.alsoCategories];
  return (
    categories?.some((one) => said.includes(one)) !== false &&
    situations?.some((one) => found.includes(one)) !== false &&
    statuses?.includes(status) !== false &&
    audiences?.includes(audience) !== false &&
    outcomes?.some((one) => facts.outcomes.includes(one)) !== false &&
    (promiseMissed === undefined || promiseMissed === facts.promiseMissed)
  );
}

/**
 * Puts what is known into the blanks of a sentence. What is not known stays a blank that a person reads, such as
 * `{by when}`. `open`: what each blank is called in the sentence's language.
 */
export function fillReady(
  sentence: string,
  known: Readonly<Partial<Record<BlankName, string>>>,
  open: Readonly<Record<BlankName, string>>,
): string {
  return sentence.replaceAll(/\{(\w+)\}/g, (blank, name: string) => {
    const isKnown = blankNames.find((one) => one === name);
    return isKnown === undefined ? blank : (known[isKnown] ?? `{${open[isKnown]}}`);
  });
}

/** Whether something in braces stands in a message. Such a message is not sent: a blank was forgotten. */
export function hasBlank(message: string): boolean {
  return /\{[^{}\n]{1,60}\}/u.test(message);
}
