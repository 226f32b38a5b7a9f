import { NotEmulated } from '../template/template.ts';

/** The values that a call brings along for conditions: one, several, or none for each key. */
export type Context = Readonly<Record<string, string | readonly string[] | undefined>>;

/** The condition keys that this machine can fill in. A policy with another key would be decided wrongly. */
const knownKeys = [
  'aws:SecureTransport',
  'dynamodb:Attributes',
  'dynamodb:EnclosingOperation',
  'dynamodb:LeadingKeys',
  'dynamodb:ReturnValues',
  'dynamodb:Select',
  'kms:EncryptionContextKeys',
  'kms:MacAlgorithm',
  'kms:ViaService',
  'ses:FromAddress',
];
const isKnown = (key: string): boolean => knownKeys.includes(key) || key.startsWith('kms:EncryptionContext:');

type Compare = (wanted: string) => (given: string) => boolean;

const equals: Compare = (wanted) => (given) => given === wanted;
const equalsIgnoringCase: Compare = (wanted) => (given) => given.toLowerCase() === wanted.toLowerCase();

/** `*` stands for any text, `?` for one character. */
export const like: Compare = (wanted) => {
  if (!/[*?]/u.test(wanted)) return equals(wanted);
  const pattern = wanted
    .replace(/[.+^${}()|[\]\\]/gu, String.raw`\$&`)
    .replaceAll('*', '.*')
    .replaceAll('?', '.');
  const regex = new RegExp(`^${pattern}$`, 'su');
  return (given) => regex.test(given);
};

const operators: Readonly<Record<string, { compare: Compare; negated: boolean }>> = {
  StringEquals: { compare: equals, negated: false },
  StringNotEquals: { compare: equals, negated: true },
  StringEqualsIgnoreCase: { compare: equalsIgnoringCase, negated: false },
  StringLike: { compare: like, negated: false },
  StringNotLike: { compare: like, negated: true },
  ArnEquals: { compare: like, negated: false },
  ArnLike: { compare: like, negated: false },
  Bool: { compare: equalsIgnoringCase, negated: false },
};

/**
 * Compiles the `Condition` block of a statement into one question. It follows the rules of IAM. All operators and keys
 * must hold, and a plain operator compares a single value. An absent key fails a plain operator. It passes a negated one, one with
 * `IfExists`, and `ForAllValues`. Throws `NotEmulated` for an operator or key that it does not know.
 */
export function readConditions(
  block: Readonly<Record<string, Readonly<Record<string, unknown>>>>,
): (context: Context) => boolean {
  const questions = Object.entries(block).flatMap(([operator, keys]) =>
    Object.entries(keys).map(([key, value]) =>
      readCondition(operator, key, (Array.isArray(value) ? value : [value]).map(String)),
    ),
  );
  return (context) => questions.every((holds) => holds(context));
}

function readCondition(operator: string, key: string, wanted: readonly string[]): (context: Context) => boolean {
  if (!isKnown(key)) throw new NotEmulated(`the policy condition key ${key}`);
  const valuesIn = (context: Context): readonly string[] | undefined => {
    const value = context[key];
    if (value === undefined) return undefined;
    if (typeof value === 'string') return [value];
    return value.length === 0 ? undefined : value;
  };
  if (operator === 'Null') {
    const mustBeAbsent = wanted[0] === 'true';
    return (context) => (valuesIn(context) === undefined) === mustBeAbsent;
  }
  const parts = /^(?:(ForAllValues|ForAnyValue):)?(\w+?)(IfExists)?$/u.exec(operator);
  const known = operators[parts?.[2] ?? ''];
  if (parts === null || known === undefined) throw new NotEmulated(`the policy condition operator ${operator}`);
  const [, quantifier, , ifExists] = parts;
  const tests = wanted.map(known.compare);
  const matches = (given: string): boolean => tests.some((test) => test(given)) !== known.negated;
  return (context) => {
    const given = valuesIn(context);
    if (given === undefined) {
      return quantifier === 'ForAllValues' || ifExists !== undefined || (known.negated && quantifier === undefined);
    }
    // A plain operator compares one value. IAM lets several pass with a quantifier alone.
    if (quantifier === undefined) return given.length === 1 && given.every(matches);
    return quantifier === 'ForAllValues' ? given.every(matches) : given.some(matches);
  };
}
