import type { CodeStep } from '../../contracts/http/public/pages/code-form.ts';
import type { HelpAnswer } from '../../contracts/http/public/help.ts';
import { privacyPlace } from '../../contracts/http/public/pages/privacy-place.ts';
import { documentOf } from './document.ts';
import { html, type Markup } from './html.ts';
import { guardScript, leaveScript } from './leave-script.ts';
import type { PageContext } from './page-context.ts';
import { guardedStyle, style } from './style.ts';

export interface PageParts {
  /** What the tab and the history show: neutral, and never the centre's name. */
  title: string;
  /** The place of this page below a language, such as `tell/c`. Without one, no switch of language leads away. */
  place?: string;
  main: Markup;
  /** The language switch as a button of this form, so that what was typed is kept. */
  switchInForm?: string;
  /** The form of the switch leads to the page behind a code in that language, and this is what the button says. */
  switchStep?: CodeStep;
  /**
   * The visit that this page answers a form of. Leaving ends it, so that what the browser may send again shows nothing.
   */
  visit?: string | undefined;
  /** The page shows a code or messages. */
  isGuarded?: boolean;
  /** Something is wrong, and the title begins by saying so. */
  isError?: boolean;
}

/**
 * A whole page: the head with the exit, what is given, and phones at the end. Everything is in it, so a page is one
 * request. Source: docs/practice.md, Reporter's side.
 */
export function page(context: PageContext, parts: PageParts): string {
  const { say, texts, language, root, help, address } = context;
  const { isGuarded = false, isError = false, main } = parts;
  const title = isError ? `${say(texts.frame.errorWord)}: ${parts.title}` : parts.title;
  const styles = isGuarded ? [style, guardedStyle] : [style];
  const scripts = isGuarded ? [leaveScript, guardScript] : [leaveScript];
  const body = html`
    <header>
      ${switches(context, parts)}
      ${leave(context, parts)}
    </header>
    <main>${main}</main>
    ${isGuarded ? html`<button id="cover" class="button" type="button" hidden>${say(texts.thread.lookAgain)}</button>` : ''}
    <footer>
      ${phoneList(context, help)}
      <p><a href="${root}${language}/help">${say(texts.help.title)}</a></p>
      <p><a href="${root}${language}/${privacyPlace(address)}">${say(texts.frame.privacy)}</a></p>
    </footer>`;
  return documentOf({ language, title, styles, scripts, body });
}

/**
 * The way out. Where a form was sent, it is a form itself: it ends the visit, and its answer is the first hop out. Where
 * none was, nothing can be sent again, and a link is enough.
 */
function leave({ say, texts, root, language }: PageContext, { visit }: PageParts): Markup {
  const text = say(texts.frame.leave);
  if (visit === undefined) {
    return html`<a class="button leave out" id="leave" rel="noreferrer" href="${root}exit">${text}</a>`;
  }
  return html`
    <form id="out" method="post" action="${root}${language}/code" enctype="multipart/form-data">
      <input type="hidden" name="visit" value="${visit}">
      <input type="hidden" name="go" value="done">
    </form>
    <button class="leave out" id="leave" form="out" data-exit="${root}exit">${text}</button>`;
}

/** The visit, handed on by a form. */
export function visitField(visit: string): Markup {
  return html`<input type="hidden" name="visit" value="${visit}">`;
}

function switches(context: PageContext, { place, switchInForm, switchStep }: PageParts): Markup {
  const { say, texts, language, languages, root } = context;
  const below = place === '' ? '' : `/${place}`;
  const others = place === undefined ? [] : languages.filter((one) => one !== language);
  const change = (one: string): Markup => {
    const name = texts.languageName[one] ?? one;
    if (switchInForm === undefined)
      return html` <a href="${root}${one}${below}" lang="${one}" hreflang="${one}">${name}</a>`;
    const to = switchStep === undefined ? '' : html` formaction="${root}${one}${below}"`;
    return html` <button class="link" form="${switchInForm}"${to} name="go" value="${switchStep ?? one}" lang="${one}">${name}</button>`;
  };
  return html`
    ${switchInForm === undefined ? '' : firstButton(switchInForm, switchStep === undefined ? 'check' : 'open')}
    <a href="${root}${language}">${say(texts.frame.tellUs)}</a>
    ${others.map(change)}`;
}

/** Enter in a field presses the first button of its form. That is this one, which sends nothing. */
export function firstButton(form: string, go: string): Markup {
  return html`<button class="unseen" form="${form}" tabindex="-1" aria-hidden="true" name="go" value="${go}"></button>`;
}

/** Phones as links that call. A short list does not say when somebody answers, as of numbers that always do. */
export function phoneList({ say, texts }: PageContext, help: readonly HelpAnswer[], isShort = false): Markup {
  return html`
    <ul class="phones">
      ${help.map(
        ({ name, phone, when, free }) => html`
          <li>
            <a href="tel:${phone}">${unbroken(name.includes(phone) || spells(name, phone) ? name : `${name} ${phone}`)}</a>
            ${isShort ? '' : html`<span class="quiet">${when}${free ? `, ${say(texts.frame.free)}` : ''}</span>`}
          </li>`,
      )}
    </ul>`;
}

/** Phones in a box of their own, with what they are for. Those for danger are a short list. */
export function phoneBox(context: PageContext, what: string, help: readonly HelpAnswer[], kind?: 'warn'): Markup {
  return html`
    <div class="box${kind === undefined ? '' : ` ${kind}`}">
      <p><strong>${what}</strong></p>
      ${phoneList(context, help, kind === 'warn')}
    </div>`;
}

/** A number stays on one line. */
function unbroken(name: string): string {
  return name.replaceAll(/(?<=\d) (?=\d)/g, '\u00A0');
}

/** Whether a name already says the number, with blanks in it. */
function spells(name: string, phone: string): boolean {
  return name.replaceAll(/\D/g, '').endsWith(phone);
}
