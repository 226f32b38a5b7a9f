import { parseArgs, type ParseArgsConfig } from 'node:util';

type Options = NonNullable<ParseArgsConfig['options']>;

/** What was typed cannot be done. The message is one sentence for whoever typed it. */
class NotUnderstood extends Error {}

/** Reads what was typed; says in one sentence what is wrong with it, and ends with 2. */
export function understand<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof NotUnderstood)) throw error;
    process.stderr.write(`${error.message}\n`);
    return process.exit(2);
  }
}

/** The options that were typed. Throws what `understand` says. */
export function optionsAmong<const O extends Options>(
  options: O,
): ReturnType<typeof parseArgs<{ options: O; args: string[] }>>['values'] {
  try {
    return parseArgs({ options, args: process.argv.slice(2) }).values;
  } catch (error) {
    const { code = '', message } = error as Error & { code?: string };
    const named = /'([^' ]+)/u.exec(message)?.[1] ?? '';
    if (code === 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE')
      throw new NotUnderstood(
        options[named.slice(2)]?.type === 'string' ? `${named} needs a value.` : `${named} takes no value.`,
      );
    if (!code.startsWith('ERR_PARSE_ARGS')) throw error;
    const known = Object.keys(options).map((name) => `--${name}`);
    throw new NotUnderstood(`There is no ${named} here, only ${known.join(', ')}.`);
  }
}

/** A whole number from `least` on, or what stands for none given. Throws what `understand` says. */
export function wholeNumber<T>(name: string, typed: string | undefined, otherwise: T, least = 0): number | T {
  if (typed === undefined) return otherwise;
  const number = /^\d{1,15}$/u.test(typed) ? Number(typed) : NaN;
  if (!(number >= least))
    throw new NotUnderstood(`${name} is a whole number from ${least} on, and "${typed}" is none.`);
  return number;
}

/** A number above 0, such as 0.5. Throws what `understand` says. */
export function share(name: string, typed: string | undefined): number | undefined {
  if (typed === undefined) return undefined;
  const number = /^\d+(\.\d+)?$/u.test(typed) ? Number(typed) : NaN;
  if (!(number > 0)) throw new NotUnderstood(`${name} is a number above 0, such as 0.5, and "${typed}" is none.`);
  return number;
}

/** Words out of a list, parted by commas. Throws what `understand` says. */
export function wordsOf<T extends string>(name: string, typed: string, known: readonly T[]): T[] {
  const words = typed.split(',').filter((word) => word !== '');
  const wrong = words.find((word) => !known.some((one) => one === word));
  if (wrong !== undefined) throw new NotUnderstood(`${name} knows no "${wrong}", only ${known.join(', ')}.`);
  return known.filter((one) => words.includes(one));
}

/** Which part of how many, such as 0/4: the first of four. Throws what `understand` says. */
export function partOf(name: string, typed: string): { part: number; parts: number } {
  const [, part, parts] = (/^(\d{1,6})\/(\d{1,6})$/u.exec(typed) ?? []).map(Number);
  if (part === undefined || parts === undefined || part >= parts)
    throw new NotUnderstood(`${name} is a part of so many, such as 0/4, and "${typed}" is none.`);
  return { part, parts };
}
