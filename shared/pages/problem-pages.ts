import type { PageAnswer, Problem } from '../contracts/http/http.ts';
import type { ProblemAnswer } from '../contracts/http/problem-answer.ts';
import { pageAnswer } from './frame/page-answer.ts';
import { pageContext, type PagePack } from './frame/page-context.ts';
import { notFoundPage, problemPage } from './not-found.ts';

/** Draws a problem for whoever asked for a page. An address that does not exist has a page of its own. */
export async function drawProblem(
  country: PagePack,
  answer: ProblemAnswer,
  problem: Pick<Problem, 'code' | 'status'>,
  { language, root }: { language: string; root: string },
): Promise<PageAnswer> {
  const context = await pageContext(country, { language, root, help: answer.help });
  const html = problem.code === 'not_found' ? notFoundPage(context) : problemPage(context, answer);
  return pageAnswer(problem.status, language, html);
}
