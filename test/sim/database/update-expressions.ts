import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import type { Names, Read, Reader } from './expression-reader.ts';
import { refusal, type Row } from './values.ts';

export type Change = ((row: Row | undefined, given: Names) => Row) & {
  /** Attributes it changes. */
  changed: (given: Names) => string[];
};

const wrongType = 'An operand in the update expression has an incorrect data type';
const absent = 'The provided expression refers to an attribute that does not exist in the item';

function readPair<T>(reader: Reader, read: () => T): [T, T] {
  reader.next();
  reader.expect('(');
  const first = read();
  reader.expect(',');
  const second = read();
  reader.expect(')');
  return [first, second];
}

function readValue(reader: Reader): Read {
  if (reader.peek() === 'if_not_exists') {
    const [first, second] = readPair(reader, () => readValue(reader));
    return (row, given) => first(row, given) ?? second(row, given);
  }
  if (reader.peek() === 'list_append') {
    const [first, second] = readPair(reader, () => readTyped(reader, 'list_append', ['L']));
    return (row, given) => {
      const [one, other] = [first(row, given), second(row, given)];
      if (one === undefined || other === undefined) throw refusal(absent);
      if (one.L === undefined || other.L === undefined) throw refusal(wrongType);
      return { L: [...one.L, ...other.L] };
    };
  }
  return reader.operand().read;
}

/** A value that is given must be of one of these types. */
function readTyped(reader: Reader, what: string, types: readonly string[]): Read {
  const token = reader.peek() ?? '';
  const read = readValue(reader);
  reader.mustBe({ read, token, isPath: !token.startsWith(':') }, what, types);
  return read;
}

function readSum(reader: Reader): Read {
  const isSum = reader.peek(1) === '+' || reader.peek(1) === '-';
  const first = isSum ? readTyped(reader, '+', ['N']) : readValue(reader);
  const sign = reader.take('+') ? 1 : reader.take('-') ? -1 : 0;
  if (sign === 0) return first;
  const second = readTyped(reader, '+', ['N']);
  return (row, given) => sum(first(row, given), second(row, given), sign);
}

function sum(first: AttributeValue | undefined, second: AttributeValue | undefined, sign: number): AttributeValue {
  if (first === undefined || second === undefined) throw refusal(absent);
  if (first.N === undefined || second.N === undefined) throw refusal(wrongType);
  // Fifteen digits are what a double holds of a decimal number without a trace of its own.
  return { N: String(Number((Number(first.N) + sign * Number(second.N)).toPrecision(15))) };
}

const sets = ['SS', 'NS', 'BS'] as const;

function union(before: AttributeValue | undefined, added: AttributeValue): AttributeValue {
  if (added.N !== undefined) return sum(before ?? { N: '0' }, added, 1);
  return { SS: [...new Set([...textsIn(before, added), ...textsIn(added, added)])].sort() };
}

function without(before: AttributeValue | undefined, taken: AttributeValue): AttributeValue | undefined {
  const gone = textsIn(taken, taken);
  const left = textsIn(before, taken).filter((one) => !gone.includes(one));
  return left.length === 0 ? undefined : { SS: left };
}

function textsIn(value: AttributeValue | undefined, like: AttributeValue): readonly string[] {
  if (like.SS === undefined) throw new Error('The database in memory has sets of text only.');
  if (value !== undefined && value.SS === undefined) throw refusal(wrongType);
  return value?.SS ?? [];
}

type Step = (row: Record<string, AttributeValue>, before: Row | undefined, given: Names) => void;

function readStep(reader: Reader, clause: string, path: (given: Names) => string): Step {
  if (clause === 'REMOVE') return (row, _, given) => void delete row[path(given)];
  if (clause === 'SET') {
    reader.expect('=');
    const value = readSum(reader);
    return (row, before, given) => {
      const set = value(before, given);
      if (set === undefined) throw refusal(absent);
      row[path(given)] = set;
    };
  }
  const value = readTyped(reader, clause, clause === 'ADD' ? ['N', ...sets] : sets);
  return (row, before, given) => {
    const [name, operand] = [path(given), value(before, given)];
    if (operand === undefined) return;
    const changed = clause === 'ADD' ? union(before?.[name], operand) : without(before?.[name], operand);
    if (changed === undefined) delete row[name];
    else row[name] = changed;
  };
}

export function readUpdate(reader: Reader): Change {
  const steps: Step[] = [];
  const paths: ((given: Names) => string)[] = [];
  const clauses = new Set<string>();
  while (reader.peek() !== undefined) {
    const clause = reader.next().toUpperCase();
    if (!['SET', 'REMOVE', 'ADD', 'DELETE'].includes(clause)) throw reader.refuse(`Syntax error; token: ${clause}`);
    if (clauses.has(clause))
      throw reader.refuse(`The "${clause}" section can only be used once in an update expression;`);
    clauses.add(clause);
    do {
      const path = reader.path();
      paths.push(path);
      steps.push(readStep(reader, clause, path));
    } while (reader.take(','));
  }
  const changed = (given: Names): string[] => paths.map((path) => path(given));
  reader.uses.checks.push((given) => {
    const names = changed(given);
    if (new Set(names).size < names.length)
      throw reader.refuse('Two document paths overlap with each other; must remove or rewrite one of these paths;');
  });
  const change = (before: Row | undefined, given: Names): Row => {
    const row = { ...before };
    for (const step of steps) step(row, before, given);
    return row;
  };
  return Object.assign(change, { changed });
}
