import { disclosureFields, type DisclosureField } from '#shared/domain/case/referral.ts';
import type { CopyShown } from '../../api/answers.ts';

/** What stands beside a value that somebody gave away. Texts that a reporter typed are shown so that nothing follows them. */
export type CopyLine =
  /** A name of the copy's own, such as the unit. */
  | { kind: 'frame'; name: string; value: string }
  /** A field that was ticked and has nothing in it. */
  | { kind: 'nothing'; field: DisclosureField }
  | { kind: 'narrative'; text: string }
  | { kind: 'message'; number: number; from: 'reporter' | 'centre'; at: string; text: string }
  | { kind: 'address'; text: string }
  | { kind: 'account'; platform: string | undefined; handle: string }
  /** A fact: the field, the names that lead to it, and its value. */
  | { kind: 'fact'; field: DisclosureField; path: readonly string[]; value: string };

/** The parts that stand around what was ticked, in the order in which they are read. */
const frame = ['caseNumber', 'unit', 'answeredBy', 'doNotQuestionTheChildSpeakTo'] as const;

/** Parts of the copy that belong to a ticked field of another name. */
const partOf: Readonly<Record<string, DisclosureField>> = { moreVictims: 'victims' };

/** Drawn with the narrative, and no words of their own. */
const marks = new Set(['narrativeLinks']);

/**
 * Everything that a copy says, line by line. Nothing in it is left out, whatever it is called: a field that nobody knew
 * when this was written is a fact like any other. `fields`: what was ticked.
 */
export function linesOfCopy(copy: CopyShown, fields: readonly string[]): CopyLine[] {
  const around = frame.flatMap((name): CopyLine[] =>
    copy[name] === undefined ? [] : [{ kind: 'frame', name, value: copy[name] }],
  );
  const others = Object.keys(copy).filter(
    (name) => !frame.some((one) => one === name) && !marks.has(name) && !disclosureFields.some((one) => one === name),
  );
  return [
    ...around,
    ...disclosureFields.flatMap((field): CopyLine[] => {
      const parts = [field, ...others.filter((name) => partOf[name] === field)];
      const said = parts.flatMap((part) => linesOf(field, part, copy));
      return said.length === 0 && fields.includes(field) ? [{ kind: 'nothing', field }] : said;
    }),
    ...others.filter((name) => partOf[name] === undefined).flatMap((name) => facts('narrative', [name], copy[name])),
  ];
}

function linesOf(field: DisclosureField, part: string, copy: CopyShown): CopyLine[] {
  switch (part) {
    case 'narrative':
      return copy.narrative === undefined ? [] : [{ kind: 'narrative', text: copy.narrative }];
    case 'addresses':
      return (copy.addresses ?? []).map((text) => ({ kind: 'address', text }));
    case 'accounts':
      return (copy.accounts ?? []).map(({ platform, handle }) => ({ kind: 'account', platform, handle }));
    case 'thread':
      return (copy.thread ?? []).map(({ number, from, at, text }) => ({ kind: 'message', number, from, at, text }));
    default:
      return facts(field, part === field ? [] : [part], copy[part]);
  }
}

/** Each value within a part, with the names that lead to it. A list of several is counted from 1. */
function facts(field: DisclosureField, path: readonly string[], value: unknown): CopyLine[] {
  if (value === undefined || value === null) return [];
  if (Array.isArray(value)) {
    return value.flatMap((one, index) => facts(field, value.length === 1 ? path : [...path, String(index + 1)], one));
  }
  if (typeof value === 'object') {
    return Object.entries(value).flatMap(([name, inner]) => facts(field, [...path, name], inner));
  }
  return [{ kind: 'fact', field, path, value: typeof value === 'string' ? value : JSON.stringify(value) }];
}
