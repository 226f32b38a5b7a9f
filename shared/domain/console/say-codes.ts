import { parseTimerId } from '../case/timer-id.ts';
import { countsAsYes } from '../report/reported-facts.ts';
import type { CategoryCode, ReportedFacts } from '../report/report.ts';
import type { WordCode } from '../report/severity.ts';
import { fill } from '../text.ts';
import type { InOneLanguage } from './in-one-language.ts';
import type { ConsoleLabels } from './labels.ts';
import { warnedFlags } from './labels/report-labels.ts';

/** The labels as the console has them: in the language of whoever signed in. */
export type SaidLabels = InOneLanguage<ConsoleLabels>;

/** The text of a code. A code that is newer than the labels is said as it is: it must not hide a case. */
export function say(labels: Readonly<Record<string, string>>, code: string): string {
  return Object.hasOwn(labels, code) ? (labels[code] ?? code) : code;
}

/** Why a case has its severity: a category, a flag, or one of the plain reasons. */
export function sayReason(code: string, labels: SaidLabels): string {
  const [kind, rest] = splitAt(code, '_');
  if (kind === 'category') return say(labels.categories, rest);
  if (kind === 'flag') return say(labels.flags, rest);
  return say(labels.severityReasons, code);
}

/**
 * What kind of text comes, each sentence once: by every category, by flags, and by what the word lists found. It is said
 * before the text is opened.
 */
export function sayWarnings(
  { category, alsoCategories, flags }: Pick<ReportedFacts, 'category' | 'alsoCategories' | 'flags'>,
  words: readonly WordCode[],
  labels: SaidLabels,
): string[] {
  return [
    ...new Set([
      ...[category, ...alsoCategories].flatMap((code) => labels.contentWarnings[code] ?? []),
      ...warnedFlagsOf(flags, words).map((flag) => labels.flagWarnings[flag]),
    ]),
  ];
}

/** The flags of a warning that were answered with yes or "unsure", or that the word lists found. */
function warnedFlagsOf(flags: ReportedFacts['flags'], words: readonly WordCode[]): (typeof warnedFlags)[number][] {
  const heard = words.flatMap((word) => flagOfWord[word] ?? []);
  return warnedFlags.filter((flag) => countsAsYes(flags[flag]) || heard.includes(flag));
}

/**
 * Whether what a reporter wrote opens veiled, paragraph by paragraph: a category, a flag or the word lists say that it may
 * be sexual or violent. `veiledCategories`: those of the pack. Source: docs/practice.md, People.
 */
export function isVeiled(
  { category, alsoCategories, flags }: Pick<ReportedFacts, 'category' | 'alsoCategories' | 'flags'>,
  words: readonly WordCode[],
  veiledCategories: readonly CategoryCode[],
): boolean {
  const isOfCategory = [category, ...alsoCategories].some((code) => veiledCategories.includes(code));
  return isOfCategory || warnedFlagsOf(flags, words).length > 0;
}

const flagOfWord: Readonly<Partial<Record<WordCode, (typeof warnedFlags)[number]>>> = {
  words_self_harm: 'selfHarm',
  words_taken_or_hurt: 'selfHarm',
  words_weapon: 'weapon',
};

/** A line of a case's history, as the staff API gives it. */
export interface HistoryLine {
  type: string;
  actor: string;
  data?: Readonly<Record<string, unknown>>;
}

/** What happened, as one sentence. `nameOf`: the name of a directory id, where the colleague is known. */
export function sayEvent(
  { type, actor, data = {} }: HistoryLine,
  labels: SaidLabels,
  nameOf: (id: string) => string | undefined,
): string {
  const of = (key: string): string => (typeof data[key] === 'string' ? data[key] : '');
  const person = (id: string): string => nameOf(id) ?? labels.actors.unknown;
  const isClaim = type === 'case.assigned' && actor === `staff:${of('assignee')}`;
  const events: Readonly<Record<string, string>> = labels.events;
  const sentence = isClaim ? labels.claimed : (events[type] ?? labels.newerEvent);
  return fill(sentence, {
    actor: sayActor(actor, labels, nameOf),
    assignee: person(of('assignee')),
    person: person(of('to')),
    team: say(labels.teams, of('team')),
    clock: say(labels.clocks, parseTimerId(of('timer'))?.kind ?? of('timer')),
    rung: say(labels.rungs, of('rung')),
    codeWay: say(labels.codeWays, of('by')),
    institution: say(labels.institutions, of('institution') || of('referral').replace(/-\d+$/, '')),
    because: say(labels.notCalledReasons, of('because')),
  });
}

/** Who did it: a colleague or a contact by name, the reporter, or Besa itself. */
export function sayActor(actor: string, labels: SaidLabels, nameOf: (id: string) => string | undefined): string {
  const [kind, id] = splitAt(actor, ':');
  if (kind === 'staff' || kind === 'institution') return nameOf(id) ?? labels.actors.unknown;
  return kind === 'reporter' ? labels.actors.reporter : labels.actors.besa;
}

/** The name of the field that a JSON pointer leads to, such as `ageBand` for `/victims/0/ageBand`. */
export function fieldOfPointer(pointer: string): string {
  const parts = pointer.split('/').filter((part) => !/^\d*$/.test(part));
  return parts.at(-1) ?? '';
}

/** What stands before and after the first separator. */
function splitAt(text: string, separator: string): [string, string] {
  const at = text.indexOf(separator);
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + separator.length)];
}
