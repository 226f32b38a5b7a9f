import { textInput } from '../frame/fields.ts';
import { html } from '../frame/html.ts';
import { visitField } from '../frame/layout.ts';
import type { OfficeContext } from './office-context.ts';
import { hiddenFields, officeAction, officeForm, officePage } from './office-frame.ts';

/** What an access code is asked for with. */
export interface AskedAccess {
  /** The visit that what is opened belongs to. */
  visit: string;
  /** What was typed, and what is wrong with it, if something is. */
  typed?: string;
  error?: string | undefined;
  /** The visit before this one has ended: what it showed is not shown again. */
  isCleared?: boolean;
  /** This page answers a form. */
  isAnswer?: boolean;
}

const formId = 'access';

/** Asks for the access code. It tells nothing of any code, and changes nothing. */
export function accessPage(context: OfficeContext, asked: AskedAccess): string {
  const { say, tell, office } = context;
  const { visit, typed, error, isCleared = false, isAnswer = false } = asked;
  const { access } = office;
  const field = {
    name: 'access',
    label: say(access.label),
    hint: say(access.hint),
    value: typed,
    error,
    isAlone: true,
  };
  const main = html`
    <h1>${say(access.heading)}</h1>
    ${isCleared ? html`<div class="box" role="status"><p>${say(access.cleared)}</p></div>` : ''}
    <p>${say(access.intro)}</p>
    ${officeForm(
      context,
      formId,
      html`
        ${visitField(visit)}
        ${textInput(field, 'text', true)}
        <p class="actions">
          <button class="first" name="go" value="ask">${say(access.go)}</button>
          <button name="go" value="not-mine">${say(access.notMine)}</button>
        </p>`,
    )}
    <p>${tell(access.noCode)}</p>`;
  const switched = isAnswer ? { switchIn: { form: formId, step: 'access', enter: 'ask' } as const } : {};
  return officePage(context, { title: say(access.title), main, isError: error !== undefined, ...switched });
}

/** Asks once more whether it is not theirs. It shows nothing of what the code opens, nor whether it opens anything. */
export function notMinePage(context: OfficeContext, { visit, access }: { visit: string; access: string }): string {
  const { say, office } = context;
  const { notMine } = office;
  const main = html`
    <h1>${say(notMine.heading)}</h1>
    <p>${say(notMine.means)}</p>
    ${officeForm(
      context,
      'sure',
      html`
        ${hiddenFields({ visit, access })}
        <p class="actions">
          <button class="first" name="go" value="not-mine-now">${say(notMine.yes)}</button>
          <button name="go" value="access">${say(notMine.back)}</button>
        </p>`,
    )}`;
  const switchIn = { form: 'sure', step: 'not-mine', enter: 'access' } as const;
  return officePage(context, { title: say(notMine.heading), main, switchIn });
}

/** The answer to whoever it was not for. It is the same for every code. */
export function notedPage(context: OfficeContext): string {
  const { say, tell, office } = context;
  const { notMine } = office;
  const main = html`
    <h1>${say(notMine.noted)}</h1>
    <p>${tell(notMine.notedText)}</p>
    <p><a class="button" href="${officeAction(context)}">${say(office.toStart)}</a></p>`;
  return officePage(context, { title: say(notMine.noted), main });
}
