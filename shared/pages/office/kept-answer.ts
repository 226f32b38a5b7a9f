import { answerFields, type AnswerField } from '../../contracts/http/public/pages/office-form.ts';
import { textIn, type FormFields } from '../../contracts/http/form-fields.ts';
import { html, type Markup } from '../frame/html.ts';
import type { OfficeContext } from './office-context.ts';

/** What was typed of an answer, and is not sent yet. It goes on from page to page until it is. */
export type KeptAnswer = Readonly<Partial<Record<AnswerField | 'key', string>>>;

const noAnswer: KeptAnswer = {};

/** What a form holds of an answer. Its key goes along, so that what was stored already is not stored again. */
export function keptIn(form: FormFields): KeptAnswer {
  const given = answerFields.map((name) => [name, textIn(form, name)] as const).filter(([, text]) => text !== '');
  const key = textIn(form, 'key');
  return given.length === 0 ? noAnswer : { ...Object.fromEntries(given), ...(key === '' ? {} : { key }) };
}

/** Whether something was typed that a person would miss. */
export function isAnything(kept: KeptAnswer): boolean {
  return ['name', 'post', 'reference', 'text', 'because', 'outcome'].some((name) => name in kept);
}

/** Shows it, where its form cannot be drawn. */
export function shownAnswer({ say, office }: OfficeContext, kept: KeptAnswer): Markup {
  const { answer, answers, reasons, outcomes } = office;
  const word = (texts: Readonly<Record<string, Parameters<typeof say>[0]>>, code = ''): string => {
    const text = texts[code];
    return text === undefined ? code : say(text);
  };
  const lines: readonly (readonly [string, string | undefined])[] = [
    [say(answer.choose), kept.answer && word(answers, kept.answer)],
    [say(answer.because), kept.because && word(reasons, kept.because)],
    [say(answer.outcome), kept.outcome && word(outcomes, kept.outcome)],
    [say(answer.question), kept.text],
    [say(answer.name), kept.name],
    [say(answer.post), kept.post],
    [say(answer.reference), kept.reference],
  ];
  return html`
    <dl class="times">
      ${lines.map(([what, text]) => (text === undefined || text === '' ? '' : html`<dt>${what}</dt><dd class="said">${text}</dd>`))}
    </dl>`;
}
