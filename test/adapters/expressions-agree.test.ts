import { describe } from 'vitest';
import { bothAgree, N, S, type Asked, type Item, type Place } from './both-databases.ts';

const list = (...texts: string[]) => ({ L: texts.map(S) });
const failed = /^ConditionalCheckFailedException/;

const row: Item = {
  a: N('1'),
  b: { BOOL: true },
  n: { NULL: true },
  l: list('a'),
  m: { M: { x: S('a') } },
  s: { SS: ['a', 'b'] },
  t: S('1x'),
  u: S('\u{1F600}'),
  bin: { B: Uint8Array.from([1, 2]) },
};

/** What becomes of a condition on that row. */
const on = (it: string, condition: string, values: Item | undefined, answers: unknown): Asked => ({
  it,
  answers,
  does: async ({ put, putIf }) => {
    await put(row);
    return putIf(condition, values);
  },
});

describe('A condition', () => {
  bothAgree([
    on('holds of equal numbers', 'a = :v', { ':v': N('1') }, undefined),
    on('never holds of an order between two types', 'a < :v', { ':v': S('x') }, failed),
    on('holds that two types are unequal', 'a <> :v', { ':v': S('1') }, undefined),
    on('holds that what is not there is unequal', 'zz <> :v', { ':v': S('1') }, undefined),
    on('holds not that what is not there is equal', 'NOT zz = :v', { ':v': S('1') }, undefined),
    on('compares truth values', 'b = :v', { ':v': { BOOL: true } }, undefined),
    on('compares nothing with nothing', 'n = :v', { ':v': { NULL: true } }, undefined),
    on('compares lists', 'l = :v', { ':v': list('a') }, undefined),
    on('compares maps', 'm = :v', { ':v': { M: { x: S('b') } } }, failed),
    on('compares sets in any order', 's = :v', { ':v': { SS: ['b', 'a'] } }, undefined),
    on('compares bytes', 'bin = :v', { ':v': { B: Uint8Array.from([1, 2]) } }, undefined),
    on('orders texts by their bytes', 'u > :v', { ':v': S('\uff5e') }, undefined),
    on('takes AND before OR', 'a = :v OR a = :w AND zz = :v', { ':v': N('1'), ':w': N('2') }, undefined),
    on('takes NOT before AND', 'NOT a = :w AND a = :w', { ':w': N('2') }, failed),
    on('takes its words in any case', 'a = :v and not b = :v', { ':v': N('1') }, undefined),
    on('knows beginnings', 'begins_with(t, :v)', { ':v': S('1') }, undefined),
    on('knows no beginning of a number', 'begins_with(a, :v)', { ':v': S('1') }, failed),
    on(
      'knows members of sets and lists, and parts of texts',
      'contains(s, :a) AND contains(l, :a) AND contains(t, :x) AND NOT contains(t, :a)',
      { ':a': S('a'), ':x': S('x') },
      undefined,
    ),
    on('knows one of many', 't IN (:a, :b)', { ':a': S('a'), ':b': S('1x') }, undefined),
    on('knows sizes', 'size(l) = :one AND size(t) = :two', { ':one': N('1'), ':two': N('2') }, undefined),
    on(
      'knows no size of a number, nor of what is not there',
      'size(a) >= :z OR size(zz) >= :z',
      { ':z': N('0') },
      failed,
    ),
    on('knows types', 'attribute_type(a, :t)', { ':t': S('N') }, undefined),
    on('knows a range', 'a BETWEEN :v AND :v', { ':v': N('1') }, undefined),
    on('reads both bounds of a range', 'a BETWEEN a AND :v', { ':v': N('3') }, undefined),
    on(
      'refuses a range that ends before it begins',
      'a BETWEEN :w AND :v',
      { ':v': N('1'), ':w': N('2') },
      /upper bound/,
    ),
    on('refuses a range between two types', 'a BETWEEN :w AND :v', { ':v': N('1'), ':w': S('2') }, /same data type/),
    on(
      'refuses a type of attribute that there is not',
      'attribute_type(a, :t)',
      { ':t': S('Q') },
      /Invalid attribute type/,
    ),
    on('refuses to order what has no order', 'l < :v', { ':v': { L: [] } }, /Incorrect operand type/),
    on('refuses to compare an attribute with itself', 'a = a', undefined, /must be distinct/),
    on('refuses a beginning that is a number', 'begins_with(t, :v)', { ':v': N('1') }, /Incorrect operand type/),
    on('refuses brackets about brackets', '((a = :v))', { ':v': N('1') }, /redundant parentheses/),
    on('refuses to ask whether a value exists', 'attribute_exists(:v)', { ':v': N('1') }, /^ValidationException/),
    on('refuses a function that there is not', 'foo(a)', undefined, /Invalid function name/),
    on('refuses a function in another case', 'Attribute_exists(a)', undefined, /Invalid function name/),
    on('refuses a function of updates', 'if_not_exists(a, :v) = :v', { ':v': N('1') }, /Invalid function name/),
  ]);
});

/** What a row with these attributes is after an update, or why not. */
const after = (
  it: string,
  attributes: Item,
  expression: string,
  values: Item | undefined,
  answers: unknown,
): Asked => ({
  it,
  answers,
  does: async ({ put, update, read }: Place) => {
    await put(attributes);
    await update(expression, values);
    return read();
  },
});
const v = { ':v': N('7') };
const more = { ':v': list('b') };

describe('An update', () => {
  bothAgree([
    after('appends to a list', { l: list('a') }, 'SET l = list_append(l, :v)', more, { l: list('a', 'b') }),
    after('appends to no list', {}, 'SET l = list_append(l, :v)', more, /does not exist in the item/),
    after('appends to no text', { l: S('a') }, 'SET l = list_append(l, :v)', more, /^ValidationException/),
    after('appends no text', { l: list() }, 'SET l = list_append(l, :v)', { ':v': S('b') }, /Incorrect operand type/),
    after(
      'appends to a list that is made for it',
      {},
      'SET l = list_append(if_not_exists(l, :none), :v)',
      { ...more, ':none': list() },
      { l: list('b') },
    ),
    after('keeps what is there', { a: N('1') }, 'SET a = if_not_exists(a, :v), b = if_not_exists(b, :v) + :v', v, {
      a: N('1'),
      b: N('14'),
    }),
    after('counts', { a: N('0.1') }, 'SET a = a + :v', { ':v': N('0.2') }, { a: N('0.3') }),
    after('counts down', { a: N('9') }, 'SET a = a - :v', v, { a: N('2') }),
    after('counts from nowhere', {}, 'SET a = a + :v', v, /does not exist in the item/),
    after('counts no text', { a: S('1') }, 'SET a = a + :v', v, /^ValidationException/),
    after('counts by no text', { a: N('1') }, 'SET a = a + :v', { ':v': S('1') }, /Incorrect operand type/),
    after('copies', { a: N('1'), b: N('2') }, 'SET a = b, b = a', undefined, { a: N('2'), b: N('1') }),
    after('copies from nowhere', {}, 'SET a = b', undefined, /does not exist in the item/),
    after('removes', { a: N('1') }, 'REMOVE a, b', undefined, {}),
    after('adds to a number', { a: N('1') }, 'ADD a :v', v, { a: N('8') }),
    after('adds to none', {}, 'ADD a :v', v, { a: N('7') }),
    after('adds to a set', { a: { SS: ['a'] } }, 'ADD a :v', { ':v': { SS: ['b', 'a'] } }, { a: { SS: ['a', 'b'] } }),
    after('adds no text', {}, 'ADD a :v', { ':v': S('a') }, /Incorrect operand type/),
    after('adds no number to a text', { a: S('a') }, 'ADD a :v', v, /incorrect data type/),
    after('adds no set to a number', { a: N('1') }, 'ADD a :v', { ':v': { SS: ['a'] } }, /incorrect data type/),
    after(
      'takes from a set',
      { a: { SS: ['a', 'b'] } },
      'DELETE a :v',
      { ':v': { SS: ['b', 'c'] } },
      { a: { SS: ['a'] } },
    ),
    after('takes the last from a set, and the set', { a: { SS: ['a'] } }, 'DELETE a :v', { ':v': { SS: ['a'] } }, {}),
    after('takes no number', {}, 'DELETE a :v', v, /Incorrect operand type/),
    after('writes nothing twice', {}, 'SET a = :v, a = :v', v, /paths overlap/),
    after('removes nothing that it writes', {}, 'SET a = :v REMOVE a', v, /paths overlap/),
    after('has each section once', {}, 'SET a = :v SET b = :v', v, /only be used once/),
    after('is something', {}, '', undefined, /can not be empty/),
    after('writes into a map and a list', { m: { M: {} }, l: list('a') }, 'SET m.a = :v, l[0] = :v', v, {
      m: { M: { a: N('7') } },
      l: { L: [N('7')] },
    }),
  ]);
});
