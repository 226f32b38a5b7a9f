import { textIn, type FormFields } from '#shared/contracts/http/form-fields.ts';
import type { Problem } from '#shared/contracts/http/http.ts';
import { answerFields, type AnswerField } from '#shared/contracts/http/public/pages/office-form.ts';
import { tooLongIn } from '#shared/contracts/http/public/pages/too-long.ts';
import { referralStatuses, type ReferralStatus } from '#shared/domain/case/referral.ts';
import type { FieldProblem } from '#shared/domain/problems.ts';
import { sayTooLong } from '#shared/pages/form/say-too-long.ts';
import { fieldId } from '#shared/pages/frame/fields.ts';
import { html, type Markup } from '#shared/pages/frame/html.ts';
import type { WrongField } from '#shared/pages/office/answer-form.ts';
import type { OfficeContext } from '#shared/pages/office/office-context.ts';

/** What belongs to one kind of answer. The form sends it with every kind. */
const belongsTo: Readonly<Partial<Record<AnswerField, string>>> = {
  because: 'declined',
  outcome: 'completed',
  text: 'question',
};

/** What a form answers, as the body of `POST /v1/desk/answer`. What was left empty, or belongs elsewhere, is left out. */
export function answerOf(form: FormFields): object {
  const answer = textIn(form, 'answer');
  const said = answerFields
    .filter((name) => belongsTo[name] === undefined || belongsTo[name] === answer)
    .map((name) => [name, textIn(form, name)] as const)
    .filter(([, text]) => text !== '');
  return { session: textIn(form, 'session'), ...Object.fromEntries(said) };
}

/** How the referral stands, by an answer or a refusal of the API. */
export function statusIn({ status }: Readonly<Record<string, unknown>>): ReferralStatus | undefined {
  return referralStatuses.find((one) => one === status);
}

/** What is wrong with an answer: with which fields, or with all of it. */
export function problemsOf(
  context: OfficeContext,
  form: FormFields,
  problem: Problem,
  isOther: boolean,
): { alarm: Markup; wrong?: readonly WrongField[] } {
  const { tell, say, office } = context;
  if (isOther) return { alarm: alarm(say(office.answer.otherContent)) };
  if (problem.code === 'conflict') {
    const status = statusIn(problem.extra);
    const said = status === undefined ? '' : say(office.statuses[status]);
    return { alarm: alarm(tell(office.answer.wrongState, { status: said })) };
  }
  const wrong = problem.errors.flatMap((error) => wrongIn(context, form, error));
  return { alarm: wrong.length === 0 ? alarm(tell(office.problem)) : toFields(context, wrong), wrong };
}

function wrongIn({ say, texts, office }: OfficeContext, form: FormFields, error: FieldProblem): WrongField[] {
  const field = answerFields.find((name) => error.pointer === `/${name}`);
  if (field === undefined) return [];
  const tooLong = tooLongIn(form, field, error);
  if (tooLong !== undefined) return [{ field, message: sayTooLong(tooLong, texts.form, say) }];
  return [{ field, message: say(field === 'answer' ? office.answer.nothingChosen : office.answer.missing) }];
}

function alarm(said: string): Markup {
  return html`<div class="box warn" role="alert"><p>${said}</p></div>`;
}

/** What is wrong, and the way to each field. */
function toFields({ say, office }: OfficeContext, wrong: readonly WrongField[]): Markup {
  return html` <div class="box warn" role="alert">
    <p><strong>${say(office.answer.notSent)}</strong></p>
    <ul>
      ${wrong.map(({ field, message }) => html`<li><a href="#${fieldId(field)}">${say(office.answer[nameOf(field)])}: ${message}</a></li>`)}
    </ul>
  </div>`;
}

/** How a field is called in the texts. */
function nameOf(field: AnswerField): 'choose' | 'name' | 'post' | 'reference' | 'because' | 'outcome' | 'question' {
  if (field === 'answer') return 'choose';
  return field === 'text' ? 'question' : field;
}
