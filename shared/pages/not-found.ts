import type { ProblemAnswer } from '../contracts/http/problem-answer.ts';
import { html, type Markup } from './frame/html.ts';
import { page, phoneBox } from './frame/layout.ts';
import type { PageContext } from './frame/page-context.ts';

/** The page for an address that does not exist. */
export function notFoundPage(context: PageContext): string {
  const { say, texts, root, language } = context;
  const { notFound, frame } = texts;
  const main = html`
    <h1>${say(notFound.heading)}</h1>
    <p>${say(notFound.text)}</p>
    <p><a class="button first" href="${root}${language}">${say(frame.toStart)}</a></p>
    ${talkNow(context)}`;
  return page(context, { title: say(notFound.title), place: '', main });
}

/** A problem as a page: what happened, what to do, and where a person answers. */
export function problemPage(context: PageContext, problem: Pick<ProblemAnswer, 'title' | 'detail'>): string {
  const { say, texts, root, language } = context;
  const main = html`
    <h1>${problem.title}</h1>
    <p>${problem.detail}</p>
    ${talkNow(context)}
    <p><a class="button" href="${root}${language}">${say(texts.frame.toStart)}</a></p>`;
  return page(context, { title: problem.title, place: '', main, isError: true });
}

function talkNow(context: PageContext): Markup {
  return phoneBox(context, context.say(context.texts.frame.talkNow), context.help);
}
