import type { AnswerField } from '../../contracts/http/public/pages/office-form.ts';
import { awaitsAcknowledgement, declineReasons, referralOutcomes } from '../../domain/case/referral.ts';
import type { Saying } from '../../domain/referrals/desk/question.ts';
import { fieldId, select, textArea, textInput, type Field } from '../frame/fields.ts';
import { html, type Markup } from '../frame/html.ts';
import { visitField } from '../frame/layout.ts';
import type { DeskReferral } from './desk-referral.ts';
import type { KeptAnswer } from './kept-answer.ts';
import type { OfficeContext } from './office-context.ts';
import { hiddenFields, officeForm } from './office-frame.ts';

/** What is wrong with one field of an answer. */
export interface WrongField {
  field: AnswerField;
  message: string;
}

/** What the form of an answer is drawn from. */
export interface AnswerState {
  session: string;
  visit: string;
  /** The Idempotency-Key of this answer, so that a reload sends no second one. */
  key: string;
  shown: DeskReferral;
  /** What was typed, and not sent. */
  kept: KeptAnswer;
  wrong?: readonly WrongField[];
  /** What is wrong with the last step, before everything else. */
  alarm?: Markup | undefined;
}

/** The form of an answer. It offers what the API says can be said, and nothing else. */
export function answerForm(context: OfficeContext, state: AnswerState): Markup {
  const { say, office } = context;
  const { session, visit, key, shown } = state;
  const possible = shown.canSay;
  const inside = html`
    ${hiddenFields({ session, key })}
    ${visitField(visit)}
    ${possible.length === 0 ? '' : fields(context, state, possible)}`;
  return html`
    ${possible.length === 0 ? '' : html`<h2 class="paperless">${say(office.answer.heading)}</h2>`}
    ${officeForm(context, 'answer', inside)}`;
}

function fields(context: OfficeContext, state: AnswerState, possible: readonly Saying[]): Markup {
  const { say, office } = context;
  const { answer, reasons, outcomes } = office;
  const { shown, kept } = state;
  const field = (name: AnswerField, label: string): Field => ({
    name,
    label,
    value: kept[name],
    error: errorOf(state, name),
  });
  const options = <C extends string>(codes: readonly C[], texts: Readonly<Record<C, Parameters<typeof say>[0]>>) =>
    codes.map((code) => ({ code, label: say(texts[code]) }));
  const more: Readonly<Partial<Record<Saying, Markup>>> = {
    declined: select(field('because', say(answer.because)), say(answer.choice), options(declineReasons, reasons)),
    completed: select(field('outcome', say(answer.outcome)), say(answer.choice), options(referralOutcomes, outcomes)),
    question: textArea(field('text', say(answer.question)), 4),
  };
  const isFirst = awaitsAcknowledgement(shown);
  // Whoever reads this has received it. So that is chosen, until something else is.
  const chosen = kept.answer ?? (isFirst ? 'acknowledged' : undefined);
  const who = html`
    ${textInput(field('name', say(answer.name)))}
    ${textInput(field('post', say(answer.post)))}`;
  return html`
    ${choicesOf(context, state, possible, chosen, more)}
    ${isFirst ? who : html`<details${kept.name === undefined && kept.post === undefined ? '' : html` open`}><summary>${say(answer.another)}</summary>${who}</details>`}
    ${textInput(field('reference', say(answer.reference)))}
    <p class="actions"><button class="first" name="go" value="answer">${say(answer.send)}</button></p>`;
}

/** The answers one under the other. What belongs to one is shown below it once it is chosen. */
function choicesOf(
  { say, office }: OfficeContext,
  state: AnswerState,
  possible: readonly Saying[],
  chosen: string | undefined,
  more: Readonly<Partial<Record<Saying, Markup>>>,
): Markup {
  const id = fieldId('answer');
  const error = errorOf(state, 'answer');
  return html`
    <fieldset id="${id}"${error === undefined ? '' : html` aria-describedby="${id}-e"`}>
      <legend>${say(office.answer.choose)}</legend>
      ${error === undefined ? '' : html`<p class="error" id="${id}-e">${error}</p>`}
      ${possible.map(
        (one) => html`
          <label>
            <input type="radio" name="answer" value="${one}"${one === chosen ? html` checked` : ''}>
            ${say(office.answers[one])}
          </label>
          ${more[one] === undefined ? '' : html`<div class="say">${more[one]}</div>`}`,
      )}
    </fieldset>`;
}

function errorOf({ wrong = [] }: AnswerState, name: AnswerField): string | undefined {
  return wrong.find(({ field }) => field === name)?.message;
}
