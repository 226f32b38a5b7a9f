import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { reservedWords } from './reserved-words.ts';
import { refusal, typeOf, type Row } from './values.ts';

export interface Names {
  values?: Readonly<Record<string, AttributeValue>> | undefined;
  names?: Readonly<Record<string, string>> | undefined;
}

/** What an expression uses of what is given with it, and what must be so of that before any row is looked at. */
export interface Uses {
  names: Set<string>;
  values: Set<string>;
  /** Attributes it names. */
  attributes: ((given: Names) => string)[];
  checks: ((given: Names) => void)[];
}

export type Read = (row: Row | undefined, given: Names) => AttributeValue | undefined;
/** An operand, and what it is: a path or a value that was given. */
export interface Operand {
  read: Read;
  token: string;
  isPath: boolean;
}

const tokenForm = /\s*(<=|>=|<>|[=<>(),+-]|[:#]?[A-Za-z0-9_]+)/uy;

/** Reads one expression from left to right. `kind` is the parameter it came in. */
export class Reader {
  readonly #tokens: string[] = [];
  #at = 0;
  readonly kind: string;
  readonly uses: Uses = { names: new Set(), values: new Set(), attributes: [], checks: [] };

  constructor(expression: string, kind: string) {
    this.kind = kind;
    if (expression.trim() === '') throw this.refuse('The expression can not be empty;');
    const text = expression.trimEnd();
    for (let at = 0; at < text.length; at = tokenForm.lastIndex) {
      tokenForm.lastIndex = at;
      const token = tokenForm.exec(text)?.[1];
      if (token === undefined && /^\s*[.[]/u.test(text.slice(at)))
        throw new Error('The database in memory has no paths into a value.');
      if (token === undefined) throw this.refuse(`Syntax error; token: ${text.slice(at)}`);
      this.#tokens.push(token);
    }
  }

  refuse(why: string): Error {
    return refusal(`Invalid ${this.kind}: ${why}`);
  }
  peek(ahead = 0): string | undefined {
    return this.#tokens[this.#at + ahead];
  }
  next(): string {
    const token = this.peek();
    if (token === undefined) throw this.refuse('Syntax error; token: <EOF>');
    this.#at += 1;
    return token;
  }
  take(wanted: string): boolean {
    const is = this.peek()?.toUpperCase() === wanted;
    if (is) this.#at += 1;
    return is;
  }
  expect(wanted: string): void {
    if (!this.take(wanted)) throw this.refuse(`Syntax error; token: ${this.peek() ?? '<EOF>'}`);
  }

  /** After an opening bracket: another pair about all that this pair is about says nothing. */
  refuseRedundantBrackets(): void {
    const close = (from: number): number => {
      let depth = 1;
      let at = from;
      for (; depth > 0 && at < this.#tokens.length; at += 1)
        depth += this.#tokens[at] === '(' ? 1 : this.#tokens[at] === ')' ? -1 : 0;
      return at;
    };
    if (this.peek() === '(' && close(this.#at + 1) === close(this.#at) - 1)
      throw this.refuse('The expression has redundant parentheses;');
  }

  /** The attribute that stands next, whatever it is called in `given`. */
  path(): (given: Names) => string {
    const token = this.next();
    if (!/^[#A-Za-z_]/u.test(token)) throw this.refuse(`Syntax error; token: ${token}`);
    if (!token.startsWith('#') && reservedWords.has(token.toUpperCase()))
      throw this.refuse(`Attribute name is a reserved keyword; reserved keyword: ${token}`);
    const path = ({ names }: Names): string => {
      const name = token.startsWith('#') ? names?.[token] : token;
      if (name === undefined)
        throw refusal(
          `An expression attribute name used in the document path is not defined; attribute name: ${token}`,
        );
      return name;
    };
    if (token.startsWith('#')) this.uses.names.add(token);
    this.uses.attributes.push(path);
    return path;
  }

  value(): Read {
    const token = this.next();
    if (!token.startsWith(':')) throw this.refuse(`Syntax error; token: ${token}`);
    this.uses.values.add(token);
    return (_, { values }) => {
      const value = values?.[token];
      if (value === undefined)
        throw refusal(`An expression attribute value used in expression is not defined; attribute value: ${token}`);
      return value;
    };
  }

  /** A path or a value that is given. */
  operand(): Operand {
    const token = this.peek() ?? '';
    if (token.startsWith(':')) return { read: this.value(), token, isPath: false };
    if (this.peek(1) === '(') throw this.refuse(`Invalid function name; function: ${token}`);
    const path = this.path();
    return { read: (row, given) => row?.[path(given)], token, isPath: true };
  }

  /** A value given where `what` stands must be of one of these types; what is read from a row is seen when it is read. */
  mustBe({ read, isPath }: Operand, what: string, types: readonly string[]): void {
    if (isPath) return;
    this.uses.checks.push((given) => {
      const value = read(undefined, given);
      const type = value === undefined ? '' : typeOf(value);
      if (!types.includes(type))
        throw this.refuse(
          `Incorrect operand type for operator or function; operator or function: ${what}, operand type: ${type}`,
        );
    });
  }
}
