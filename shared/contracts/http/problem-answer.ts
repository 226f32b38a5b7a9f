import type { CountryPack, ProblemTexts } from '../../domain/country-pack.ts';
import type { ProblemCode, FieldProblem } from '../../domain/problems.ts';
import { helpFor } from './public/help.ts';
import type { HelpAnswer } from './public/help.ts';
import { fill } from '../../domain/text.ts';
import { inLanguage } from './wording.ts';

export const problemMediaType = 'application/problem+json';

/** RFC 9457, with what is wrong in which field, and `help`. */
export interface ProblemAnswer {
  type: string;
  title: string;
  status: number;
  detail: string;
  errors: { pointer: string; code: string; message: string }[];
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

/** The body of a problem in one language. It holds pointers, codes and our own words, never what a person wrote. */
export function problemAnswer(
  country: ProblemWordings,
  language: string,
  problem: { code: ProblemCode; status: number; errors?: readonly FieldProblem[] },
): ProblemAnswer {
  const say = (text: Readonly<Record<string, string>>): string => inLanguage(text, language, country.defaultLanguage);
  const { title, detail } = country.problemTexts.problems[problem.code];
  return {
    type: problemType(problem.code),
    title: say(title),
    status: problem.status,
    detail: say(detail),
    errors: (problem.errors ?? []).map(({ pointer, code, expected }) => ({
      pointer,
      code,
      message: fill(say(country.problemTexts.fieldProblems[code]), expected === undefined ? {} : { limit: expected }),
    })),
    help: helpFor(country, language),
  };
}

/**
 * A problem in all languages of the pack at once. It is for answers that no function makes: those of the gateway and of
 * the firewall, which cannot read `Accept-Language`.
 */
export function problemInAllLanguages(
  country: ProblemWordings,
  problem: { code: ProblemCode; status: number },
): ProblemAnswer {
  const answers = country.languages.map((language) => problemAnswer(country, language, problem));
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
