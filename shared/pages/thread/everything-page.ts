import type { PrivacyOfPack } from '../../domain/pages/privacy-texts.ts';
import { fill } from '../../domain/text.ts';
import { html, type Markup } from '../frame/html.ts';
import { page } from '../frame/layout.ts';
import type { Moments } from '../frame/moments.ts';
import type { PageContext } from '../frame/page-context.ts';
import { doneButton } from '../receipt.ts';
import { keptFields, messageForm, messageFormId, steps, told, type Holder, type ThreadState } from './thread-page.ts';

/**
 * What the holder of a code wrote with it, whom we told, and until when we keep it: to be read or printed. It shows
 * nothing that the thread does not show: the code may be in other hands. So it has neither the first report nor what the
 * centre wrote, and says how to get the rest. Source: docs/decisions/192.
 */
export function everythingPage(
  context: PageContext,
  { texts: { everything: words, sections } }: PrivacyOfPack,
  { answer, key, unsent, ...holder }: Holder & Pick<ThreadState, 'answer' | 'key' | 'unsent'>,
  moments: Moments,
): string {
  const { say, texts } = context;
  const { thread, frame } = texts;
  const { readAt } = answer.promise;
  const main = html`
    <h1>${say(thread.everything)}</h1>
    <p>${say(words.shown)}</p>
    <p>${say(words.notShown)}</p>
    <h2>${say(words.yours)}</h2>
    ${answer.earlier === undefined ? '' : steps([['all-earlier', say(thread.earlier)]])}
    ${written(context, answer, say(words.nothing), moments)}
    ${told(context, answer, moments)}
    <h2>${say(sections.seen.heading)}</h2>
    <p>${say(sections.seen.text)}</p>
    ${readAt === undefined ? '' : html`<p>${say(thread.readAt)}: ${moments.at(readAt)}</p>`}
    <h2>${say(sections.end.heading)}</h2>
    <p>${answer.expiresAt === undefined ? say(words.notYet) : fill(say(thread.keptUntil), { at: moments.at(answer.expiresAt) })}</p>
    ${messageForm(context, { key, answer, ...holder }, html`${keptFields({ ...unsent })}`)}
    <p class="actions"><button class="button" id="print" type="button" hidden>${say(frame.print)}</button></p>
    <p class="quiet" data-no-js>${say(frame.howToPrint)}</p>
    ${steps([['open', say(frame.back)]])}
    ${doneButton(context)}`;
  return page(context, {
    title: say(thread.title),
    main,
    place: 'code',
    switchInForm: messageFormId,
    switchStep: 'all',
    visit: holder.visit,
    isGuarded: true,
  });
}

/** What came with the code, and nothing that we wrote. */
function written(
  { say, texts }: PageContext,
  { messages }: ThreadState['answer'],
  none: string,
  moments: Moments,
): Markup {
  const own = messages.filter(({ from }) => from === 'you');
  if (own.length === 0) return html`<p>${none}</p>`;
  return html`
    <ol class="thread">
      ${own.map(
        ({ at, text }) => html`
          <li class="you">
            <p class="quiet">${say(texts.thread.you)}, ${moments.at(at)}</p>
            <p>${text}</p>
          </li>`,
      )}
    </ol>`;
}
