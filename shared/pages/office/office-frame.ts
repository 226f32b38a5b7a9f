import type { OfficeStep } from '../../contracts/http/public/pages/office-form.ts';
import { officePathIn } from '../../contracts/http/public/pages/page-paths.ts';
import { typed } from '../frame/fields.ts';
import { documentOf } from '../frame/document.ts';
import { html, type Markup } from '../frame/html.ts';
import { firstButton } from '../frame/layout.ts';
import { guardedStyle, style } from '../frame/style.ts';
import type { OfficeContext } from './office-context.ts';
import { officeStyle } from './office-style.ts';

export interface OfficeParts {
  title: string;
  main: Markup;
  /** The form whose fields a switch of language keeps, the step that draws this page again, and what Enter presses. */
  switchIn?: { form: string; step: OfficeStep; enter: OfficeStep };
  /** Something is wrong, and the title begins by saying so. */
  isError?: boolean;
}

/**
 * A whole page for institutions. It has no script at all, and no number of a help line: whoever works at an institution
 * calls the centre's number for institutions. Source: docs/decisions/189.
 */
export function officePage(context: OfficeContext, parts: OfficeParts): string {
  const { say, tell, texts, office, language } = context;
  const { main, isError = false } = parts;
  const body = html`
    <header>
      <strong class="ours">${tell(office.frame.name)}</strong>
      ${switches(context, parts)}
    </header>
    <main>${main}</main>
    <footer class="paperless">
      <p>${say(office.frame.call)}</p>
      <ul class="phones"><li>${phoneLink(context)}</li></ul>
    </footer>`;
  return documentOf({
    language,
    title: isError ? `${say(texts.frame.errorWord)}: ${parts.title}` : parts.title,
    styles: [style, guardedStyle, officeStyle],
    body,
  });
}

/** The number for institutions, which calls when it is pressed. */
function phoneLink({ phone }: OfficeContext): Markup {
  return html`<a href="tel:${phone.replaceAll(/[^+\d]/g, '')}">${phone}</a>`;
}

/** Where the forms of these pages are sent. */
export function officeAction({ root, language }: OfficeContext): string {
  return `${root}${officePathIn(language).slice(1)}`;
}

/** A form of these pages. */
export function officeForm(context: OfficeContext, id: string, inside: Markup): Markup {
  return html`
    <form id="${id}" method="post" action="${officeAction(context)}" enctype="multipart/form-data" autocomplete="off">
      ${inside}
    </form>`;
}

/** Fields that nobody sees. What is empty is left out. */
export function hiddenFields(fields: Readonly<Record<string, string | undefined>>): Markup {
  const given = Object.entries(fields).filter(([, value = '']) => value !== '');
  return html`${given.map(([name, value]) => html`<input type="hidden" name="${name}" value="${typed({ value })}">`)}`;
}

/** The way out: it ends the visit, and leads to a page that says nothing. */
export function closeButton(context: OfficeContext, holder: { visit: string; session?: string }): Markup {
  const { say, office } = context;
  return html`
    <div class="paperless">
      <p class="quiet">${say(office.frame.closeHint)}</p>
      ${officeForm(context, 'out', html`${hiddenFields(holder)}<p class="actions"><button name="go" value="done">${say(office.frame.close)}</button></p>`)}
    </div>`;
}

function switches(context: OfficeContext, { switchIn }: OfficeParts): Markup {
  const { texts, language, languages } = context;
  const others = languages.filter((one) => one !== language);
  const change = (one: string): Markup => {
    const name = texts.languageName[one] ?? one;
    const to = officeAction({ ...context, language: one });
    return switchIn === undefined
      ? html` <a href="${to}" lang="${one}" hreflang="${one}">${name}</a>`
      : html` <button class="link" form="${switchIn.form}" formaction="${to}" name="go" value="${switchIn.step}" lang="${one}">${name}</button>`;
  };
  return html`
    ${switchIn === undefined || others.length === 0 ? '' : firstButton(switchIn.form, switchIn.enter)}
    ${others.map(change)}`;
}
