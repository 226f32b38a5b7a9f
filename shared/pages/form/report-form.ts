import { textIn } from '../../contracts/http/form-fields.ts';
import { doors } from '../../contracts/http/public/pages/page-paths.ts';
import { fill } from '../../domain/text.ts';
import { fieldId, typed } from '../frame/fields.ts';
import { html, type Markup } from '../frame/html.ts';
import { page, phoneBox } from '../frame/layout.ts';
import type { PageContext } from '../frame/page-context.ts';
import { partsOfForm, type FormState } from './form-state.ts';
import { lastPart, tellingPart, whatHappenedPart, whoPart } from './parts.ts';

const formId = 'report';

/**
 * The form for a report: one document and one POST. Its parts are shown one at a time by the stylesheet, so nothing is
 * sent or kept before the last button. The first button of the form is not Send: Enter in a field never sends. Source:
 * docs/decisions/156.
 */
export function reportFormPage(context: PageContext, state: FormState): string {
  const { say, texts, root, language } = context;
  const {
    audience,
    key,
    visit,
    isAnswer = false,
    fields,
    isWhole = false,
    part: now = 1,
    notice,
    wrong = [],
    danger = [],
  } = state;
  const place = `tell/${doors[audience]}`;
  const title = (part: number): string =>
    fill(say(texts.form.part), { part: String(part), parts: String(partsOfForm) });
  const parts = [whatHappenedPart, tellingPart, whoPart, lastPart].map((draw, index) => {
    const part = index + 1;
    const { heading, body } = draw(context, state);
    return html`
      <section id="${part}" tabindex="-1"${part === now ? html` class="now"` : ''}>
        <p class="quiet">${title(part)}</p>
        <h1>${heading}</h1>
        ${body}
        ${part < partsOfForm ? steps(context, part) : ''}
      </section>`;
  });
  const main = html`
    ${danger.length === 0 ? '' : phoneBox(context, say(texts.frame.inDangerNow), danger, 'warn')}
    ${said(context, notice, wrong)}
    <form
      id="${formId}"
      class="${isWhole ? 'all' : 'steps'}"
      method="post"
      action="${root}${language}/${place}"
      enctype="multipart/form-data"
      autocomplete="off"
    >
      ${hidden('key', key)}
      ${hidden('visit', visit)}
      ${hidden('campaign', textIn(fields, 'campaign'))}
      ${parts}
    </form>`;
  return page(context, {
    title: title(now),
    place,
    main,
    visit: isAnswer ? visit : undefined,
    switchInForm: formId,
    isError: wrong.length > 0,
  });
}

/** A field that nobody sees. */
function hidden(name: string, value: string): Markup {
  return html`${value === '' ? '' : html`<input type="hidden" name="${name}" value="${typed({ value })}">`}`;
}

/** Links, not buttons: they cost no request, and Back goes one part back. */
function steps({ say, texts }: PageContext, part: number): Markup {
  return html`
    <p class="actions onward">
      <a class="button first" href="#${part + 1}">${say(texts.form.next)}</a>
      ${part === 1 ? '' : html`<a class="button" href="#${part - 1}">${say(texts.frame.back)}</a>`}
    </p>`;
}

/** What stands before the form. The heading takes the focus, so that a screen reader reads it first. */
function said({ say, texts }: PageContext, notice: string | undefined, wrong: NonNullable<FormState['wrong']>): Markup {
  if (wrong.length > 0) {
    const each = wrong.map(({ field, message }) => {
      const told = field === undefined ? message : html`<a href="#${fieldId(field)}">${message}</a>`;
      return html`<li>${told}</li>`;
    });
    return html`
      <div class="box warn" role="alert">
        <h2 tabindex="-1" autofocus>${notice ?? say(texts.form.problems)}</h2>
        <ul>${each}</ul>
      </div>`;
  }
  if (notice === undefined) return html``;
  return html`
    <div class="box warn" role="alert">
      <p tabindex="-1" autofocus>${notice}</p>
    </div>`;
}
