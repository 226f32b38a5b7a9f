import { html } from './frame/html.ts';
import { textInput } from './frame/fields.ts';
import { page, visitField } from './frame/layout.ts';
import type { PageContext } from './frame/page-context.ts';

/** What a code is asked with. */
export interface AskedCode {
  /** The visit that what is opened belongs to. Where a form names none, the next page begins one. */
  visit: string | undefined;
  /** What was typed, and what is wrong with it. */
  wrong?: { typed: string; error: string };
  /** The visit before this one has ended: what it showed is not shown again. */
  isCleared?: boolean;
}

/** Asks for a code. A code that opens nothing gets the same bytes, whatever the reason. */
export function codePage(context: PageContext, { visit, wrong, isCleared = false }: AskedCode): string {
  const { say, texts, root, language } = context;
  const { code } = texts;
  const typed = { name: 'receipt', label: say(code.label), value: wrong?.typed, error: wrong?.error, isAlone: true };
  const main = html`
    <h1>${say(code.heading)}</h1>
    ${isCleared ? html`<div class="box" role="status"><p>${say(code.cleared)}</p></div>` : ''}
    <form id="code" method="post" action="${root}${language}/code" enctype="multipart/form-data" autocomplete="off">
      ${visit === undefined ? '' : visitField(visit)}
      ${textInput(typed, 'text', true)}
      <p class="actions"><button class="first" name="go" value="open">${say(code.open)}</button></p>
    </form>`;
  // What was typed is kept in the other language as well.
  const kept = wrong === undefined ? {} : ({ switchInForm: 'code', switchStep: 'open', isError: true, visit } as const);
  return page(context, { title: say(code.title), place: 'code', main, ...kept });
}
