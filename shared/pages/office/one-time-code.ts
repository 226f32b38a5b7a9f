import { areTriesOver } from '../../contracts/http/public/pages/office-form.ts';
import { codeMinutes } from '../../domain/referrals/desk/one-time-code.ts';
import { textInput } from '../frame/fields.ts';
import { html } from '../frame/html.ts';
import type { KeptAnswer } from './kept-answer.ts';
import type { OfficeContext } from './office-context.ts';
import { hiddenFields, officeForm, officePage } from './office-frame.ts';

/** What a one-time code is asked for with. The access code is a field that nobody sees. */
export interface AskedCode {
  access: string;
  visit: string;
  /** How many wrong ones were typed since one was asked for. */
  tries: number;
  /** What was typed of an answer before a session ended. */
  kept: KeptAnswer;
  /** One was asked for before, on this page. */
  isAgain?: boolean;
  error?: string | undefined;
}

const formId = 'code';

/**
 * Asks for the six digits. It has the same bytes whatever the access code is. So it cannot say to which address they went,
 * nor that anybody calls: it says what happens if the code is good. Source: docs/decisions/189.
 */
export function oneTimeCodePage(
  context: OfficeContext,
  { access, visit, tries, kept, isAgain = false, error }: AskedCode,
): string {
  const { say, tell, office } = context;
  const { code } = office;
  const isOver = areTriesOver(tries);
  const said = isOver ? tell(code.triesOver) : error;
  const field = { name: 'code', label: say(code.label), error: said, isAlone: true };
  const main = html`
    <h1>${say(code.heading)}</h1>
    ${isOver ? html`<div class="box warn" role="alert"><p>${said}</p></div>` : html`<p>${tell(code.sent, { minutes: String(codeMinutes) })}</p>`}
    ${isAgain ? html`<div class="box" role="status"><p>${tell(code.askedAgain)}</p></div>` : ''}
    ${officeForm(
      context,
      formId,
      html`
        ${hiddenFields({ access, visit, tries: String(tries) })}
        ${hiddenFields(kept)}
        ${isOver ? '' : html`<div class="short">${textInput(field, 'numeric', true)}</div>`}
        <p class="actions">
          ${isOver ? '' : html`<button class="first" name="go" value="open">${say(code.open)}</button>`}
          <button${isOver ? html` class="first"` : ''} name="go" value="ask">${say(code.again)}</button>
          <button name="go" value="access">${say(code.other)}</button>
        </p>`,
    )}`;
  const enter = isOver ? 'ask' : 'open';
  const switchIn = { form: formId, step: 'code', enter } as const;
  return officePage(context, { title: say(code.title), main, isError: said !== undefined, switchIn });
}
