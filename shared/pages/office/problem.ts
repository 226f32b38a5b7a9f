import type { PageAnswer, Problem } from '../../contracts/http/http.ts';
import type { ProblemAnswer } from '../../contracts/http/problem-answer.ts';
import { html } from '../frame/html.ts';
import { officeContext, type OfficePack } from './office-context.ts';
import { officeAction, officePage } from './office-frame.ts';
import { officeAnswer } from './office-answer.ts';

/** Draws a problem for whoever asked for a page of the institutions: what happened, and the number for institutions. */
export async function drawOfficeProblem(
  country: OfficePack,
  { title }: Pick<ProblemAnswer, 'title'>,
  { status }: Pick<Problem, 'status'>,
  asked: { language: string; root: string },
): Promise<PageAnswer> {
  const context = await officeContext(country, asked);
  const { say, tell, office } = context;
  const main = html`
    <h1>${title}</h1>
    <p>${tell(office.problem)}</p>
    <p><a class="button" href="${officeAction(context)}">${say(office.toStart)}</a></p>`;
  return officeAnswer(context, status, officePage(context, { title, main, isError: true }));
}
