import { mostTries } from '../../../../domain/referrals/desk/one-time-code.ts';
import { textIn, type FormFields, type FormShape } from '../../form-fields.ts';

/** What an institution answers with. All but the words of a question belong to one kind of answer, or to the first. */
export const answerFields = ['answer', 'name', 'post', 'reference', 'because', 'outcome', 'text'] as const;

export type AnswerField = (typeof answerFields)[number];

/** What the pages for institutions may send. `go` says which button was pressed. No code ever stands in an address. */
export const officeFormShape = {
  access: 'one',
  code: 'one',
  tries: 'one',
  session: 'one',
  visit: 'one',
  key: 'one',
  go: 'one',
  answer: 'one',
  name: 'one',
  post: 'one',
  reference: 'one',
  because: 'one',
  outcome: 'one',
  text: 'one',
} as const satisfies FormShape;

/**
 * What somebody at an institution can press. `access` and `code` only draw the page with that field again, as a switch of
 * language does. `ask` asks for a one-time code, `open` opens with both.
 * `addresses` gets the list of addresses as a file. `done` ends the visit and leaves.
 */
export const officeSteps = [
  'access',
  'ask',
  'code',
  'open',
  'look',
  'addresses',
  'answer',
  'not-mine',
  'not-mine-now',
  'done',
] as const;

export type OfficeStep = (typeof officeSteps)[number];

/** The button that was pressed. Whatever it is not only draws the first page. */
export function officeStepIn(fields: FormFields): OfficeStep {
  const go = textIn(fields, 'go');
  return officeSteps.find((step) => step === go) ?? 'access';
}

/** How many one-time codes were typed in this form. The form counts, so that it is the same whatever the access code is. */
export function triesIn(fields: FormFields): number {
  const tries = textIn(fields, 'tries');
  return /^\d$/.test(tries) ? Number(tries) : 0;
}

/** Whether only a new code can help. */
export function areTriesOver(tries: number): boolean {
  return tries >= mostTries;
}
