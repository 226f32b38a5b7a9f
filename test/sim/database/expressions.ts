import { Reader, type Names, type Operand, type Read, type Uses } from './expression-reader.ts';
import { readUpdate, type Change } from './update-expressions.ts';
import { compare, isSame, typeOf, type Row } from './values.ts';

export type { Row };

/*
 * DynamoDB's expression language over the attributes of a row. Paths into a value are an error, so that nothing is
 * believed to hold that was not looked at.
 */

type Test = (row: Row | undefined, given: Names) => boolean;

const orders: Readonly<Record<string, (order: number | undefined) => boolean>> = {
  '<': (order) => order === -1,
  '<=': (order) => order === -1 || order === 0,
  '>': (order) => order === 1,
  '>=': (order) => order === 1 || order === 0,
};
const ordered = ['S', 'N', 'B'];
const types = [...ordered, 'BOOL', 'NULL', 'L', 'M', 'SS', 'NS', 'BS'];

function readSized(reader: Reader): Operand {
  if (reader.peek()?.toLowerCase() !== 'size' || reader.peek(1) !== '(') return reader.operand();
  reader.next();
  reader.expect('(');
  const { read, token } = reader.operand();
  reader.expect(')');
  const size: Read = (row, given) => {
    const value = read(row, given);
    const length = (value?.S ?? value?.B ?? value?.L ?? value?.SS ?? value?.NS ?? value?.BS)?.length;
    const count = length ?? (value?.M === undefined ? undefined : Object.keys(value.M).length);
    return count === undefined ? undefined : { N: String(count) };
  };
  return { read: size, token: `size(${token})`, isPath: true };
}

const functions: Readonly<Record<string, (reader: Reader) => Test>> = {
  attribute_exists: (reader) => {
    const path = reader.path();
    return (row, given) => row?.[path(given)] !== undefined;
  },
  attribute_not_exists: (reader) => {
    const path = reader.path();
    return (row, given) => row?.[path(given)] === undefined;
  },
  attribute_type: (reader) => {
    const { read } = reader.operand();
    reader.expect(',');
    const wanted = reader.value();
    reader.uses.checks.push((given) => {
      const type = wanted(undefined, given)?.S ?? '';
      if (!types.includes(type))
        throw reader.refuse(`Invalid attribute type name found; type: ${type}, valid types: {${types.join(',')}}`);
    });
    return (row, given) => {
      const value = read(row, given);
      return value !== undefined && typeOf(value) === wanted(undefined, given)?.S;
    };
  },
  begins_with: (reader) => {
    const text = reader.operand();
    reader.expect(',');
    const start = reader.operand();
    for (const operand of [text, start]) reader.mustBe(operand, 'begins_with', ['S']);
    return (row, given) => {
      const wanted = start.read(row, given)?.S;
      return wanted !== undefined && text.read(row, given)?.S?.startsWith(wanted) === true;
    };
  },
  contains: (reader) => {
    const { read } = reader.operand();
    reader.expect(',');
    const member = reader.operand().read;
    return (row, given) => {
      const [all, wanted] = [read(row, given), member(row, given)];
      if (wanted?.S !== undefined && (all?.S ?? all?.SS)?.includes(wanted.S) === true) return true;
      if (wanted?.N !== undefined && all?.NS?.includes(wanted.N) === true) return true;
      return all?.L?.some((one) => isSame(one, wanted)) === true;
    };
  },
};

function readPrimary(reader: Reader): Test {
  if (reader.take('NOT')) {
    const inner = readPrimary(reader);
    return (row, given) => !inner(row, given);
  }
  if (reader.take('(')) {
    reader.refuseRedundantBrackets();
    const inner = readOr(reader);
    reader.expect(')');
    return inner;
  }
  const named = reader.peek(1) === '(' ? functions[reader.peek() ?? ''] : undefined;
  if (named !== undefined) {
    reader.next();
    reader.expect('(');
    const test = named(reader);
    reader.expect(')');
    return test;
  }
  return readComparison(reader, readSized(reader));
}

function readComparison(reader: Reader, left: Operand): Test {
  if (reader.take('BETWEEN')) {
    const low = readSized(reader);
    reader.expect('AND');
    const high = readSized(reader);
    for (const bound of [low, high]) reader.mustBe(bound, 'BETWEEN', ordered);
    if (!low.isPath && !high.isPath) reader.uses.checks.push((given) => checkBounds(reader, low, high, given));
    return (row, given) => {
      const value = left.read(row, given);
      return (compare(value, low.read(row, given)) ?? -1) >= 0 && (compare(value, high.read(row, given)) ?? 1) <= 0;
    };
  }
  if (reader.take('IN')) {
    reader.expect('(');
    const any = [readSized(reader)];
    while (reader.take(',')) any.push(readSized(reader));
    reader.expect(')');
    return (row, given) => any.some(({ read }) => isSame(left.read(row, given), read(row, given)));
  }
  const sign = reader.next();
  const isOrder = orders[sign];
  if (isOrder === undefined && sign !== '=' && sign !== '<>') throw reader.refuse(`Syntax error; token: ${sign}`);
  const right = readSized(reader);
  if (left.isPath && left.token === right.token)
    throw reader.refuse(
      `The first operand must be distinct from the remaining operands for this operator or function; operator: ${sign}, first operand: [${left.token}]`,
    );
  if (isOrder === undefined)
    return (row, given) => isSame(left.read(row, given), right.read(row, given)) === (sign === '=');
  for (const operand of [left, right]) reader.mustBe(operand, sign, ordered);
  return (row, given) => isOrder(compare(left.read(row, given), right.read(row, given)));
}

function checkBounds(reader: Reader, low: Operand, high: Operand, given: Names): void {
  const order = compare(low.read(undefined, given), high.read(undefined, given));
  if (order === undefined)
    throw reader.refuse('The BETWEEN operator requires same data type for lower and upper bounds;');
  if (order > 0)
    throw reader.refuse('The BETWEEN operator requires upper bound to be greater than or equal to lower bound;');
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

/** What a query asks of one attribute of its key. */
export interface KeyPart {
  name: (given: Names) => string;
  values: Read[];
  isEqual: boolean;
  isPrefix: boolean;
  test: Test;
}
/** What a query asks of its key: its partition, and at most one thing of the sort key, in either order. */
export type KeyCondition = { parts: readonly KeyPart[]; uses: Uses };

function readKeyPart(reader: Reader): KeyPart {
  if (reader.take('(')) {
    reader.refuseRedundantBrackets();
    const part = readKeyPart(reader);
    reader.expect(')');
    return part;
  }
  const isPrefix = reader.peek() === 'begins_with';
  if (isPrefix) {
    reader.next();
    reader.expect('(');
  }
  const name = reader.path();
  const read: Read = (row, given) => row?.[name(given)];
  const values: Read[] = [];
  const value = (): Operand => {
    const token = reader.peek() ?? '';
    const given: Operand = { token, isPath: false, read: reader.value() };
    values.push(given.read);
    return given;
  };
  const part = { name, values, isPrefix, isEqual: reader.peek() === '=' };
  if (isPrefix) {
    reader.expect(',');
    const { read: start } = value();
    reader.expect(')');
    return {
      ...part,
      test: (row, given) => read(row, given)?.S?.startsWith(start(row, given)?.S ?? '\uffff') === true,
    };
  }
  if (reader.take('BETWEEN')) {
    const low = value();
    reader.expect('AND');
    const high = value();
    reader.uses.checks.push((given) => checkBounds(reader, low, high, given));
    return {
      ...part,
      test: (row, given) =>
        (compare(read(row, given), low.read(row, given)) ?? -1) >= 0 &&
        (compare(read(row, given), high.read(row, given)) ?? 1) <= 0,
    };
  }
  const sign = reader.next();
  const isOrder = orders[sign] ?? (sign === '=' ? (order: number | undefined) => order === 0 : undefined);
  if (isOrder === undefined) throw reader.refuse(`Unsupported operator; operator: ${sign}`);
  const { read: bound } = value();
  return { ...part, test: (row, given) => isOrder(compare(read(row, given), bound(row, given))) };
}

function readKeyCondition(reader: Reader): { parts: readonly KeyPart[] } {
  const first = readKeyPart(reader);
  return { parts: reader.take('AND') ? [first, readKeyPart(reader)] : [first] };
}

function kept<T extends object>(
  kind: string,
  read: (reader: Reader) => T,
): (expression: string, kind?: string) => T & { uses: Uses } {
  const known = new Map<string, T & { uses: Uses }>();
  return (expression, as = kind) => {
    const found = known.get(`${as} ${expression}`);
    if (found !== undefined) return found;
    const reader = new Reader(expression, as);
    const result = read(reader);
    if (reader.peek() !== undefined) throw reader.refuse(`Syntax error; token: ${reader.peek() ?? ''}`);
    const made = Object.assign(result, { uses: reader.uses });
    known.set(`${as} ${expression}`, made);
    return made;
  };
}

/** A condition or a filter. */
export const conditionOf = kept('ConditionExpression', readOr);
/** The key condition of a query. */
export const keyConditionOf = kept('KeyConditionExpression', readKeyCondition);
/** The attributes that a read is to bring, by their names. */
export const projectionOf = kept('ProjectionExpression', (reader) => {
  const paths = [reader.path()];
  while (reader.take(',')) paths.push(reader.path());
  return { paths };
});
/** An update: from the row as it was, or from nothing, to the row as it is to be. */
export const updateOf: (expression: string) => Change & { uses: Uses } = kept('UpdateExpression', readUpdate);
