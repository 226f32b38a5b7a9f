import { signBySign } from '../domain/case/receipts/sign-by-sign.ts';
import type { ReportAnswer } from '../contracts/http/public/report-answer.ts';
import { html, type Markup } from './frame/html.ts';
import { page, phoneBox, visitField } from './frame/layout.ts';
import type { PageContext } from './frame/page-context.ts';

/** What a receipt is drawn from: the answer of the API, with those of its times in words that are still ahead. */
export interface ShownReceipt extends Pick<
  ReportAnswer,
  'receipt' | 'nextStep' | 'keep' | 'guidance' | 'help' | 'adjusted'
> {
  /** The visit that the report was sent in. */
  visit: string;
  readBy?: string | undefined;
  handleBy?: string | undefined;
  resolveBy?: string | undefined;
  /** A call or a mail was asked for, and nothing was given with which we could. */
  asksInVain?: boolean;
}

/** The answer to a report: it is here, when we read it, and the code. In danger, whom to call stands before the code. */
export function receiptPage(context: PageContext, shown: ShownReceipt): string {
  const { say, texts } = context;
  const { receipt: words, frame } = texts;
  const { receipt, visit, nextStep, keep, guidance, help, adjusted = [], asksInVain = false } = shown;
  const isInDanger = help.some(({ kind }) => kind === 'emergency' || kind === 'police');
  const main = html`
    <h1>${say(words.heading)}</h1>
    <p>${nextStep}</p>
    ${isInDanger ? html`<div class="paperless">${phoneBox(context, say(frame.inDangerNow), help, 'warn')}</div>` : ''}
    ${times(context, shown)}
    <h2>${say(words.code)}</h2>
    ${codeShown(receipt)}
    <p>${keep}</p>
    ${asksInVain ? html`<div class="box warn"><p>${say(words.asksInVain)}</p></div>` : ''}
    ${adjusted.length === 0 ? '' : html`<p>${say(words.adjusted)}</p>`}
    ${threadButton(context, shown)}
    ${paper(context, receipt)}
    <div class="paperless">${guidanceList(context, guidance)}</div>
    ${doneButton(context)}`;
  const switched = { place: 'code', switchInForm: 'code', switchStep: 'code' } as const;
  return page(context, { title: say(words.title), main, visit, isGuarded: true, ...switched });
}

function times({ say, texts }: PageContext, { readBy, handleBy, resolveBy }: ShownReceipt): Markup {
  const { receipt } = texts;
  return timeList([
    [say(receipt.readBy), readBy],
    [say(receipt.handleBy), handleBy],
    [say(receipt.resolveBy), resolveBy],
  ]);
}

/** What happens when, one under the other. What has no time is left out. */
export function timeList(times: readonly (readonly [what: string, when: string | undefined])[]): Markup {
  const told = times.flatMap(([what, when]) => (when === undefined ? [] : [{ what, when }]));
  if (told.length === 0) return html``;
  return html`
    <dl class="times">
      ${told.map(
        ({ what, when }) => html`
          <dt>${what}</dt>
          <dd>${when}</dd>`,
      )}
    </dl>`;
}

/** Leads to the thread. A language switch leads there as well: who has only the code cannot have the receipt again. */
function threadButton({ say, texts, root, language }: PageContext, { receipt, visit }: ShownReceipt): Markup {
  return html`
    <form id="code" class="actions" method="post" action="${root}${language}/code" enctype="multipart/form-data">
      <input type="hidden" name="receipt" value="${receipt}">
      ${visitField(visit)}
      <button class="first" name="go" value="open">${say(texts.receipt.seeThread)}</button>
    </form>`;
}

/** The code for eyes, and sign by sign for a screen reader, with a pause after each group. */
export function codeShown(receipt: string): Markup {
  return html`
    <p>
      <span class="code" aria-hidden="true">${receipt}</span>
      <span class="unseen">${signBySign(receipt)}</span>
    </p>`;
}

/** Ways to take the code along. The file holds the code alone. */
export function paper({ say, texts }: PageContext, receipt: string): Markup {
  const { receipt: words, frame } = texts;
  const file = `data:text/plain;charset=utf-8,${encodeURIComponent(receipt)}`;
  return html`
    <p class="actions">
      <a class="button" download="${say(words.fileName)}" href="${file}">${say(words.save)}</a>
      <button class="button" id="print" type="button" hidden>${say(frame.print)}</button>
    </p>
    <p class="quiet" data-no-js>${say(frame.howToPrint)}</p>`;
}

export function guidanceList({ say, texts }: PageContext, guidance: ShownReceipt['guidance']): Markup {
  return html`
    ${guidance.length === 0 ? '' : html`<h2>${say(texts.receipt.guidance)}</h2>`}
    ${guidance.map(
      ({ title, text, link }) => html`
        <details>
          <summary>${title}</summary>
          <p>${text}</p>
          ${link === undefined ? '' : html`<p><a rel="noreferrer" href="${link}">${link}</a></p>`}
        </details>`,
    )}`;
}

/** At the end of what nobody else should see: the way out once more, so that the next at this screen finds nothing. */
export function doneButton({ say, texts }: PageContext): Markup {
  return html`<p class="actions"><button class="out" form="out">${say(texts.frame.done)}</button></p>`;
}
