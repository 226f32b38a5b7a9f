import { textIn, type FormFields, type FormShape } from '../../form-fields.ts';

/** What the pages behind a code may send. `go` says which button was pressed. The receipt never stands in an address. */
export const codeFormShape = {
  receipt: 'one',
  visit: 'one',
  go: 'one',
  key: 'one',
  text: 'one',
  urls: 'one',
  before: 'one',
} as const satisfies FormShape;

/** What a reporter can press, and for two of them the second page that does it. `done` ends the visit and leaves. */
export const codeSteps = [
  'open',
  'code',
  'earlier',
  'guidance',
  'all',
  'all-earlier',
  'message',
  'still',
  'yes',
  'partly',
  'no',
  'withdraw',
  'withdraw-now',
  'lock',
  'lock-now',
  'done',
] as const;

export type CodeStep = (typeof codeSteps)[number];

/** The button that was pressed. Whatever it is not only opens. */
export function stepIn(fields: FormFields): CodeStep {
  const go = textIn(fields, 'go');
  return codeSteps.find((step) => step === go) ?? 'open';
}
