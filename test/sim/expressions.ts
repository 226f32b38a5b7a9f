import type { AttributeValue } from '@aws-sdk/client-dynamodb';

/*
 * The part of DynamoDB's expression language that Besa writes: comparisons, AND, OR, NOT, BETWEEN, begins_with,
 * attribute_exists and attribute_not_exists in conditions; SET, REMOVE, ADD, if_not_exists, + and - in updates. Anything
 * else is an error, so that nothing is believed to hold that was not looked at.
 */

export type Row = Readonly<Record<string, AttributeValue>>;
export interface Names {
  values?: Readonly<Record<string, AttributeValue>> | undefined;
  names?: Readonly<Record<string, string>> | undefined;
}

const tokenForm = /\s*(<=|>=|<>|[=<>(),+-]|[:#]?[A-Za-z_][A-Za-z0-9_.]*)/uy;

function tokensOf(expression: string): string[] {
  const tokens: string[] = [];
  tokenForm.lastIndex = 0;
  for (let at = 0; at < expression.trimEnd().length; at = tokenForm.lastIndex) {
    tokenForm.lastIndex = at;
    const token = tokenForm.exec(expression)?.[1];
    if (token === undefined) throw new SyntaxError(`Not understood: ${expression.slice(at)}`);
    tokens.push(token);
  }
  return tokens;
}

type Read = (row: Row | undefined, given: Names) => AttributeValue | undefined;
type Test = (row: Row | undefined, given: Names) => boolean;
export type Change = (row: Row | undefined, given: Names) => Row;

/** Reads one expression from left to right. */
class Reader {
  readonly #tokens: string[];
  #at = 0;
  constructor(expression: string) {
    this.#tokens = tokensOf(expression);
  }
  peek(): string | undefined {
    return this.#tokens[this.#at];
  }
  isWord(word: string): boolean {
    return this.peek()?.toUpperCase() === word;
  }
  next(): string {
    const token = this.#tokens[this.#at];
    if (token === undefined) throw new SyntaxError('The expression ends too soon.');
    this.#at += 1;
    return token;
  }
  take(wanted: string): boolean {
    const is = this.peek()?.toUpperCase() === wanted;
    if (is) this.#at += 1;
    return is;
  }
  expect(wanted: string): void {
    if (!this.take(wanted)) throw new SyntaxError(`Expected ${wanted}, found ${this.peek() ?? 'the end'}.`);
  }
}

function pathOf(token: string, { names }: Names): string {
  if (!token.startsWith('#')) return token;
  const name = names?.[token];
  if (name === undefined) throw new SyntaxError(`${token} is not among the names.`);
  return name;
}

function readOperand(reader: Reader): Read {
  const token = reader.next();
  if (token.startsWith(':')) {
    return (_, { values }) => {
      const value = values?.[token];
      if (value === undefined) throw new SyntaxError(`${token} is not among the values.`);
      return value;
    };
  }
  if (token === 'if_not_exists') {
    reader.expect('(');
    const first = readOperand(reader);
    reader.expect(',');
    const second = readOperand(reader);
    reader.expect(')');
    return (row, given) => first(row, given) ?? second(row, given);
  }
  if (token === 'list_append') {
    reader.expect('(');
    const first = readOperand(reader);
    reader.expect(',');
    const second = readOperand(reader);
    reader.expect(')');
    return (row, given) => {
      const [one, other] = [first(row, given)?.L, second(row, given)?.L];
      if (one === undefined || other === undefined) throw new SyntaxError('list_append joins two lists.');
      return { L: [...one, ...other] };
    };
  }
  return (row, given) => row?.[pathOf(token, given)];
}

/** Values compare as DynamoDB's: numbers by size, text by bytes; of different types they are only unequal. */
export function compare(a: AttributeValue | undefined, b: AttributeValue | undefined): number | undefined {
  if (a?.N !== undefined && b?.N !== undefined) return Math.sign(Number(a.N) - Number(b.N));
  if (a?.S !== undefined && b?.S !== undefined) return a.S === b.S ? 0 : a.S < b.S ? -1 : 1;
  if (a?.BOOL !== undefined && b?.BOOL !== undefined) return a.BOOL === b.BOOL ? 0 : 1;
  return undefined;
}

const comparisons: Readonly<Record<string, (order: number | undefined) => boolean>> = {
  '=': (order) => order === 0,
  '<>': (order) => order !== 0,
  '<': (order) => order === -1,
  '<=': (order) => order === -1 || order === 0,
  '>': (order) => order === 1,
  '>=': (order) => order === 1 || order === 0,
};

function readPrimary(reader: Reader): Test {
  if (reader.take('NOT')) {
    const inner = readPrimary(reader);
    return (row, given) => !inner(row, given);
  }
  if (reader.take('(')) {
    const inner = readOr(reader);
    reader.expect(')');
    return inner;
  }
  const word = reader.peek() ?? '';
  if (word === 'attribute_exists' || word === 'attribute_not_exists') {
    reader.next();
    reader.expect('(');
    const path = reader.next();
    reader.expect(')');
    return (row, given) => (row?.[pathOf(path, given)] !== undefined) === (word === 'attribute_exists');
  }
  if (word === 'begins_with') {
    reader.next();
    reader.expect('(');
    const text = readOperand(reader);
    reader.expect(',');
    const start = readOperand(reader);
    reader.expect(')');
    return (row, given) => text(row, given)?.S?.startsWith(start(row, given)?.S ?? '\uffff') === true;
  }
  const left = readOperand(reader);
  if (reader.take('BETWEEN')) {
    const low = readOperand(reader);
    reader.expect('AND');
    const high = readOperand(reader);
    return (row, given) => {
      const value = left(row, given);
      return (compare(value, low(row, given)) ?? -1) >= 0 && (compare(value, high(row, given)) ?? 1) <= 0;
    };
  }
  const holds = comparisons[reader.next()];
  if (holds === undefined) throw new SyntaxError('There is no such comparison.');
  const right = readOperand(reader);
  return (row, given) => holds(compare(left(row, given), right(row, given)));
}

function readAnd(reader: Reader): Test {
  const all = [readPrimary(reader)];
  while (reader.take('AND')) all.push(readPrimary(reader));
  return (row, given) => all.every((one) => one(row, given));
}

function readOr(reader: Reader): Test {
  const any = [readAnd(reader)];
  while (reader.take('OR')) any.push(readAnd(reader));
  return (row, given) => any.some((one) => one(row, given));
}

function readSum(reader: Reader): Read {
  const first = readOperand(reader);
  const sign = reader.take('+') ? 1 : reader.take('-') ? -1 : 0;
  if (sign === 0) return first;
  const second = readOperand(reader);
  return (row, given) => ({
    N: String(Number(first(row, given)?.N ?? 0) + sign * Number(second(row, given)?.N ?? 0)),
  });
}

const clauses = ['SET', 'REMOVE', 'ADD', 'DELETE'];

function readUpdate(reader: Reader): Change {
  const changes: ((row: Row, before: Row | undefined, given: Names) => Row)[] = [];
  while (reader.peek() !== undefined) {
    const clause = reader.next().toUpperCase();
    if (!clauses.includes(clause) || clause === 'DELETE') throw new SyntaxError(`There is no ${clause} here.`);
    do {
      const path = reader.next();
      if (clause === 'SET') {
        reader.expect('=');
        const value = readSum(reader);
        changes.push((row, before, given) => {
          const set = value(before, given);
          if (set === undefined) throw new SyntaxError(`${path} is set to what is not there.`);
          return { ...row, [pathOf(path, given)]: set };
        });
      } else if (clause === 'ADD') {
        const value = readOperand(reader);
        changes.push((row, before, given) => {
          const name = pathOf(path, given);
          return {
            ...row,
            [name]: { N: String(Number(before?.[name]?.N ?? 0) + Number(value(before, given)?.N ?? 0)) },
          };
        });
      } else {
        changes.push((row, _, given) => {
          const { [pathOf(path, given)]: _gone, ...rest } = row;
          return rest;
        });
      }
    } while (reader.take(','));
  }
  return (row, given) => changes.reduce((changed, change) => change(changed, row, given), row ?? {});
}

function whole<T>(expression: string, read: (reader: Reader) => T): T {
  const reader = new Reader(expression);
  const result = read(reader);
  if (reader.peek() !== undefined) throw new SyntaxError(`Not understood: ${expression}`);
  return result;
}

function kept<T>(read: (expression: string) => T): (expression: string) => T {
  const known = new Map<string, T>();
  return (expression) => {
    const found = known.get(expression) ?? read(expression);
    known.set(expression, found);
    return found;
  };
}

/** A condition, a key condition or a filter. */
export const conditionOf = kept((expression) => whole(expression, readOr));
/** An update: from the row as it was, or from nothing, to the row as it is to be. */
export const updateOf = kept((expression) => whole(expression, readUpdate));
