import type { CountryPack, ProblemTexts, ProblemWording } from '../../domain/country-pack.ts';
import type { FieldProblem, ForbiddenReason, ProblemCode, ProblemReader } from '../../domain/problems.ts';
import { helpFor } from './public/help.ts';
import type { HelpAnswer } from './public/help.ts';
import { fill, type Text } from '../../domain/text.ts';
import { inLanguage } from './wording.ts';

export const problemMediaType = 'application/problem+json';

/**
 * RFC 9457, with what is wrong in which field, and `help`. `expected` is the limit, or the form that the field must take.
 * `because` says why somebody of staff is refused.
 */
export interface ProblemAnswer {
  type: string;
  title: string;
  status: number;
  detail: string;
  because?: ForbiddenReason;
  errors: { pointer: string; code: string; expected?: string; message: string }[];
  help: HelpAnswer[];
}

/** What a problem is worded from. Whoever refuses a request loads the problem texts. */
export type ProblemWordings = Pick<CountryPack, 'helpLines' | 'languages' | 'defaultLanguage'> & {
  problemTexts: ProblemTexts;
};

/** A `type` is a name, not an address. It has nothing national, and nothing to follow. */
export function problemType(code: ProblemCode): string {
  return `urn:besa:problem:${code}`;
}

/** What went wrong, before it is worded. */
export interface ProblemFound {
  code: ProblemCode;
  status: number;
  errors?: readonly FieldProblem[];
  because?: ForbiddenReason | undefined;
}

/**
 * The body of a problem in one language, as its reader is spoken to. It holds pointers, codes and our own words, never
 * what a person wrote.
 */
export function problemAnswer(
  country: ProblemWordings,
  language: string,
  { code, status, errors = [], because }: ProblemFound,
  reader: ProblemReader = 'anybody',
): ProblemAnswer {
  const texts = country.problemTexts;
  const say = (text: Text): string => inLanguage(text, language, country.defaultLanguage);
  const { title, detail } = problemWording(texts, code, reader);
  return {
    type: problemType(code),
    title: say(title),
    status,
    detail: say(because === undefined ? detail : texts.staff.because[because]),
    ...(because === undefined ? {} : { because }),
    errors: errors.map((error) => ({
      pointer: error.pointer,
      code: error.code,
      ...(error.expected === undefined ? {} : { expected: error.expected }),
      message: sayFieldProblem(texts, error, reader, say),
    })),
    help: helpFor(country, language),
  };
}

/** How a problem is worded for its reader. */
export function problemWording(texts: ProblemTexts, code: ProblemCode, reader: ProblemReader): ProblemWording {
  return (reader === 'staff' ? texts.staff.problems[code] : undefined) ?? texts.problems[code];
}

function sayFieldProblem(
  texts: ProblemTexts,
  error: FieldProblem,
  reader: ProblemReader,
  say: (text: Text) => string,
): string {
  if (error.code === 'wrong_form') return say(texts.forms[error.expected]);
  const forStaff = reader === 'staff' ? texts.staff.fieldProblems[error.code] : undefined;
  const said = say(forStaff ?? texts.fieldProblems[error.code]);
  return fill(said, error.expected === undefined ? {} : { limit: error.expected });
}

/**
 * A problem in all languages of the pack at once. It is for answers that no function makes: those of the gateway and of
 * the firewall, which cannot read `Accept-Language`.
 */
export function problemInAllLanguages(
  country: ProblemWordings,
  problem: { code: ProblemCode; status: number },
  reader: ProblemReader,
): ProblemAnswer {
  const answers = country.languages.map((language) => problemAnswer(country, language, problem, reader));
  const together = (of: (answer: ProblemAnswer) => string): string => [...new Set(answers.map(of))].join(' / ');
  const [first] = answers;
  if (first === undefined) throw new Error('A country pack has at least one language.');
  return {
    ...first,
    title: together((answer) => answer.title),
    detail: together((answer) => answer.detail),
    help: first.help.map((line, index) => ({
      ...line,
      name: together((answer) => answer.help[index]?.name ?? ''),
      when: together((answer) => answer.help[index]?.when ?? ''),
    })),
  };
}
