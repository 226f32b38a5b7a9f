import { etagOf } from '#shared/contracts/http/entity-tags.ts';
import { Problem } from '#shared/contracts/http/http.ts';
import type { HttpAnswer, HttpRequest } from '#shared/contracts/http/http.ts';
import { problemAnswer } from '#shared/contracts/http/problem-answer.ts';
import type { Case } from '#shared/domain/case/case.ts';
import type { CountryPack } from '#shared/domain/country-pack.ts';
import { parseCaseNumber } from '#shared/domain/identifiers.ts';
import { isOutage } from '#shared/lambda/faults.ts';
import { faultAsProblem } from '#shared/lambda/middleware/faults-as-problems.ts';
import { keyOfPart } from '#shared/use-cases/command-key.ts';

type Json = Readonly<Record<string, unknown>>;

/** What a person ticked: a case by its number, and which of its states they saw. */
export interface Ticked {
  number: string;
  revision?: number | undefined;
}

/** What came of one ticked case: what the single command would have answered. */
export type AnswerOfCase = { number: string; status: number } & ({ case: Json } | { problem: Json });

export interface EachCaseDeps {
  country: Pick<CountryPack, 'languages' | 'defaultLanguage' | 'helpLines' | 'loadProblemTexts'>;
}

/** A ticked case that stands under the parent, or is the parent. Undefined: for this command there is no such case. */
export type Member = Pick<Case, 'caseId' | 'caseNumber'> | undefined;

/** The ticked cases with what they are of the parent case. Throws a `Problem` when one is ticked twice. */
export function membersOf<T extends Ticked>(
  parent: Case,
  ticked: readonly T[],
): readonly { ticked: T; member: Member }[] {
  const family = new Map([parent, ...(parent.linkedCases ?? [])].map((one) => [one.caseNumber, one]));
  const known = ticked.map(({ number }) => {
    const parsed = parseCaseNumber(number);
    return parsed.ok ? family.get(parsed.caseNumber) : undefined;
  });
  const twice = known.findIndex((one, index) => one !== undefined && known.indexOf(one) < index);
  if (twice !== -1) {
    throw new Problem('invalid_fields', 422, { errors: [{ pointer: `/cases/${twice}/number`, code: 'named_twice' }] });
  }
  return ticked.map((one, index) => ({ ticked: one, member: known[index] }));
}

/**
 * Makes the function that does the single command on one ticked case, as if it had been sent for that case alone: with a
 * key of its own, the state that the person saw, and every check. What is refused there is the answer about this case,
 * and the others go on. A number that is not of the family is answered as one that no case has. After an outage no
 * further case is tried, so the whole is answered in time. The same request sent again does the rest.
 */
export function onEachCase(deps: EachCaseDeps, request: HttpRequest) {
  let isDown = false;

  async function refusal(error: unknown): Promise<Json> {
    const problem = error instanceof Problem ? error : faultAsProblem(error);
    const wordings = { ...deps.country, problemTexts: await deps.country.loadProblemTexts() };
    const { help: _, ...said } = problemAnswer(wordings, request.language, problem, 'staff');
    return { ...said, ...problem.extra };
  }

  return async (
    { number, revision }: Ticked,
    member: Member,
    body: object,
    single: (request: HttpRequest) => Promise<HttpAnswer>,
  ): Promise<AnswerOfCase> => {
    const { 'if-match': _, ...headers } = request.headers;
    try {
      if (member === undefined) throw new Problem('not_found', 404);
      if (isDown) throw new Problem('unavailable', 503);
      const answer = await single({
        ...request,
        path: { number: member.caseNumber },
        headers: {
          ...headers,
          'idempotency-key': keyOfPart(request, member.caseNumber),
          ...(revision === undefined ? {} : { 'if-match': etagOf({ revision }) }),
        },
        body,
      });
      return { number, status: answer.status, case: answer.body };
    } catch (error) {
      isDown ||= isOutage(error);
      const problem = await refusal(error);
      return { number, status: Number(problem['status']), problem };
    }
  };
}
