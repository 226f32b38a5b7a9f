import type { CodeStep } from '../../contracts/http/public/pages/code-form.ts';
import { fill } from '../../domain/text.ts';
import { fieldId, textArea, typed } from '../frame/fields.ts';
import { html, type Markup } from '../frame/html.ts';
import { page, visitField } from '../frame/layout.ts';
import type { Moments } from '../frame/moments.ts';
import type { PageContext } from '../frame/page-context.ts';
import { codeShown, doneButton, guidanceList, paper, timeList } from '../receipt.ts';
import type { FollowUpAnswer } from './follow-up-answer.ts';

/** What every page behind a code hands on: the code, and the visit it was opened in. */
export interface Holder {
  receipt: string;
  visit: string;
}

/** What the holder of a code sees: the API's answer, and what is said about the last step. */
export interface ThreadState extends Holder {
  answer: FollowUpAnswer;
  /** The sentences that tell of a missed promise. They are read first. */
  missed: readonly string[];
  /** The Idempotency-Key of the next message. */
  key: string;
  /** What became of the last step. */
  notice?: string | undefined;
  /** Words that are not sent yet, and what is wrong with them, if something is. */
  unsent?: { text: string; urls: string; error?: string } | undefined;
  /** Older messages are shown, so nothing tells which are new. */
  isEarlier?: boolean;
  /** The code is shown at once. */
  showsCode?: boolean;
}

/** The one form of a thread. Each button sends it, so what is typed is kept, whatever is pressed. */
export const messageFormId = 'message';

/** How a report stands, its messages, and what can be done. What was missed is read first. */
export function threadPage(context: PageContext, state: ThreadState, moments: Moments): string {
  const { say, texts } = context;
  const { answer, missed, notice, unsent } = state;
  const { heading, said } = headed(answer.status.text, [...missed, notice]);
  const main = html`
    ${unsent?.error === undefined ? '' : alarm(unsent.error)}
    ${missed.map((one) => html`<div class="box warn"><p>${one}</p></div>`)}
    ${notice === undefined ? '' : html`<div class="box" role="status"><p>${notice}</p></div>`}
    <h1>${heading}</h1>
    ${said.map((one) => html`<p>${one}</p>`)}
    ${newIn(state).size === 0 ? '' : html`<p class="paperless"><a href="#new">${say(texts.thread.readNew)}</a></p>`}
    ${times(context, answer, moments)}
    ${messages(context, state, moments)}
    ${messageForm(context, state, answer.canDo.includes('message') ? messageFields(context, state) : html``)}
    ${told(context, answer, moments)}
    ${asking(context, state)}
    ${advice(context, answer)}
    ${code(context, state, moments)}
    ${doneButton(context)}`;
  const switchStep = answer.guidance === undefined ? 'open' : 'guidance';
  return page(context, {
    title: say(texts.thread.title),
    main,
    place: 'code',
    switchInForm: messageFormId,
    switchStep,
    visit: state.visit,
    isGuarded: true,
    isError: unsent?.error !== undefined,
  });
}

/** The first sentence of a status is the heading. `elsewhere` is said at another place of the page. */
function headed(text: string, elsewhere: readonly (string | undefined)[]): { heading: string; said: string[] } {
  const [first = '', ...others] = text.split('\n\n');
  const [, heading = first, rest = ''] = /^(.+?[.!?]) (.+)$/u.exec(first) ?? [];
  return { heading, said: [rest, ...others].filter((one) => one !== '' && !elsewhere.includes(one)) };
}

/** What is wrong with a message, and the way to it. */
function alarm(error: string): Markup {
  return html`
    <div class="box warn" role="alert">
      <p><a href="#${fieldId('text')}">${error}</a></p>
    </div>`;
}

function times({ say, texts }: PageContext, { promise }: FollowUpAnswer, moments: Moments): Markup {
  const { thread, receipt } = texts;
  const { readAt, readBy, handledAt, handleBy } = promise;
  return timeList([
    readAt === undefined ? [say(receipt.readBy), moments.ahead(readBy)] : [say(thread.readAt), moments.at(readAt)],
    [say(thread.dueBy), handledAt === undefined ? moments.ahead(handleBy) : undefined],
  ]);
}

/**
 * The places of our messages that came after the reporter's last one. We store nothing of who looked when, so until the
 * reporter writes they stay new. Source: docs/decisions/163.
 */
function newIn({ answer: { messages }, isEarlier = false }: ThreadState): ReadonlySet<number> {
  const last = messages.findLastIndex(({ from }) => from === 'you');
  return new Set(isEarlier ? [] : messages.flatMap((_, place) => (place > last ? [place] : [])));
}

function messages(context: PageContext, state: ThreadState, moments: Moments): Markup | '' {
  const { say, texts } = context;
  const { thread } = texts;
  const { answer } = state;
  if (answer.messages.length === 0) return '';
  const fresh = newIn(state);
  const [firstFresh] = fresh;
  const one = ({ from, at, text }: FollowUpAnswer['messages'][number], place: number): Markup => html`
    <li class="${from}"${place === firstFresh ? html` id="new" tabindex="-1"` : ''}>
      <p class="quiet">
        ${fresh.has(place) ? html`<strong class="new">${say(thread.new)}</strong>${' '}` : ''}
        ${say(from === 'you' ? thread.you : thread.us)}, ${moments.at(at)}
      </p>
      <p>${text}</p>
    </li>`;
  return html`
    <h2>${say(thread.messages)}</h2>
    ${answer.earlier === undefined ? '' : steps([['earlier', say(thread.earlier)]])}
    <ol class="thread">${answer.messages.map(one)}</ol>`;
}

/** What all buttons of the page send: the code, the words that are typed, and a key, so a reload sends nothing twice. */
export function messageForm(
  { root, language }: PageContext,
  { key, answer, ...holder }: Holder & Pick<ThreadState, 'key'> & Partial<Pick<ThreadState, 'answer'>>,
  fields: Markup,
): Markup {
  const before = answer?.earlier;
  return html`
    <form id="${messageFormId}" method="post" action="${root}${language}/code" enctype="multipart/form-data" autocomplete="off">
      ${held(holder)}
      <input type="hidden" name="key" value="${key}">
      ${before === undefined ? '' : html`<input type="hidden" name="before" value="${before}">`}
      ${fields}
    </form>`;
}

/** Where more is written. */
function messageFields({ say, texts }: PageContext, { unsent }: Pick<ThreadState, 'unsent'>, isAlone = false): Markup {
  const { thread } = texts;
  const text = { name: 'text', label: say(thread.write), value: unsent?.text, error: unsent?.error, isAlone };
  const urls = {
    name: 'urls',
    label: say(texts.form.addresses),
    hint: say(texts.form.addressesHint),
    value: unsent?.urls,
  };
  return html`
    ${textArea(text, 4)}
    <details${(unsent?.urls ?? '') === '' ? '' : html` open`}>
      <summary>${say(thread.addresses)}</summary>
      ${textArea(urls, 2)}
    </details>
    <p class="actions"><button class="first" name="go" value="message">${say(thread.send)}</button></p>`;
}

/** Who was told, when and why, and what was taken back. */
export function told({ say, texts }: PageContext, { sharedWith }: FollowUpAnswer, moments: Moments): Markup | '' {
  if (sharedWith.length === 0) return '';
  return html`
    <h2>${say(texts.thread.shared)}</h2>
    <ul>
      ${sharedWith.map(
        ({ who, when, why, takenBack }) => html`
          <li>${who}, ${moments.at(when)}. ${why}${takenBack === undefined ? '' : ` ${takenBack}`}</li>`,
      )}
    </ul>`;
}

/** What can be done besides writing. What cannot be undone has a second page. */
function asking({ say, texts }: PageContext, { answer: { canDo, guidance } }: ThreadState): Markup {
  const { thread } = texts;
  const can = (action: FollowUpAnswer['canDo'][number], button: Button): Button[] =>
    canDo.includes(action) ? [button] : [];
  const helped: readonly Button[] = [
    ['yes', say(thread.helpedYes)],
    ['partly', say(thread.helpedPartly)],
    ['no', say(thread.helpedNo)],
  ];
  const more: readonly Button[] = [
    ...can('still_happening', ['still', say(thread.stillHappening)]),
    ['open', say(thread.refresh)],
    ...(guidance === undefined ? ([['guidance', say(thread.adviceAgain)]] as const) : []),
    ['all', say(thread.everything)],
    ...can('lock', ['lock', say(thread.lock)]),
    ...can('withdraw', ['withdraw', say(thread.withdraw)]),
  ];
  return html`
    <div class="paperless">
      ${canDo.includes('helped') ? html`<h2>${say(thread.helped)}</h2>${steps(helped, true)}` : ''}
      <h2>${say(thread.more)}</h2>
      ${steps(more)}
    </div>`;
}

/** The advice once more, when it is asked for. */
function advice(context: PageContext, { guidance = [] }: FollowUpAnswer): Markup {
  const entries = guidance.map(({ title, text, link }) => ({ title, text, ...(link === undefined ? {} : { link }) }));
  return html`<div class="paperless">${guidanceList(context, entries)}</div>`;
}

/** The code again, for who did not write it down, and until when it opens something. Paper always shows it. */
function code(context: PageContext, { receipt, answer, showsCode = false }: ThreadState, moments: Moments): Markup {
  const { say, texts } = context;
  const { thread } = texts;
  const { expiresAt } = answer;
  return html`
    ${expiresAt === undefined ? '' : html`<p>${fill(say(thread.keptUntil), { at: moments.at(expiresAt) })}</p>`}
    <details class="paperless"${showsCode ? html` open` : ''}>
      <summary>${say(thread.yourCode)}</summary>
      ${codeShown(receipt)}
      ${paper(context, receipt)}
    </details>
    <div class="on-paper">
      <h2>${say(thread.yourCode)}</h2>
      <p class="code">${receipt}</p>
    </div>`;
}

/** What a button does, and what stands on it. */
type Button = readonly [CodeStep, string];

/** Buttons of the form of the thread, wherever they stand. */
export function steps(buttons: readonly Button[], isRow = false): Markup {
  return html`
    <div class="actions${isRow ? ' side' : ''}">
      ${buttons.map(([go, label]) => html`<button form="${messageFormId}" name="go" value="${go}">${label}</button>`)}
    </div>`;
}

/** What is typed and not sent, handed on by a page that has no field for it. */
export function keptFields({ key, text, urls }: Partial<Record<'key' | 'text' | 'urls', string>>): Markup[] {
  return Object.entries({ key, text, urls }).map(([name, value = '']) =>
    value === '' ? html`` : html`<input type="hidden" name="${name}" value="${typed({ value })}">`,
  );
}

function held({ receipt, visit }: Holder): Markup {
  return html`<input type="hidden" name="receipt" value="${receipt}">${visitField(visit)}`;
}

/** The second page of what cannot be undone: what it means, one button, and the way back with all that is typed. */
export function surePage(
  context: PageContext,
  { key, unsent, ...holder }: Holder & Pick<ThreadState, 'key' | 'unsent'>,
  what: 'lock' | 'withdraw',
): string {
  const { say, texts, root, language } = context;
  const { thread } = texts;
  const main = html`
    <h1>${say(thread[what])}</h1>
    <p>${say(thread[`${what}Means`])}</p>
    ${unsent === undefined ? '' : html`<div class="box warn"><p>${say(thread.stillUnsent)}</p></div>`}
    <form id="sure" class="actions" method="post" action="${root}${language}/code" enctype="multipart/form-data">
      ${held(holder)}
      ${keptFields({ key, ...unsent })}
      <button class="first" name="go" value="${what}-now">${say(thread[`${what}Yes`])}</button>
      <button name="go" value="open">${say(texts.frame.back)}</button>
    </form>`;
  const switched = { place: 'code', switchInForm: 'sure', switchStep: what, visit: holder.visit };
  return page(context, { title: say(thread.title), main, isGuarded: true, ...switched });
}

/** What was done, where the code opens nothing more or the thread cannot be shown. */
export function donePage(
  context: PageContext,
  visit: string,
  { heading, text }: Record<'heading' | 'text', string>,
): string {
  const main = html`
    <h1>${heading}</h1>
    <p>${text}</p>
    ${doneButton(context)}`;
  return page(context, { title: context.say(context.texts.thread.title), main, visit, isGuarded: true });
}

/** A message that was not taken, where the thread cannot be shown: nothing that was typed is lost. */
export function unsentPage(context: PageContext, state: Holder & Pick<ThreadState, 'key' | 'unsent'>): string {
  const { say, texts } = context;
  const main = html`
    <h1>${say(texts.thread.yourMessage)}</h1>
    ${messageForm(context, state, messageFields(context, state, true))}`;
  return page(context, {
    title: say(texts.thread.title),
    main,
    place: 'code',
    switchInForm: messageFormId,
    switchStep: 'open',
    visit: state.visit,
    isGuarded: true,
    isError: true,
  });
}
