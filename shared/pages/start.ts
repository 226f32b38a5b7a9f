import { doors } from '../contracts/http/public/pages/page-paths.ts';
import { audiences, type Audience } from '../domain/help/audience.ts';
import type { HelpAnswer } from '../contracts/http/public/help.ts';
import { html, type Markup } from './frame/html.ts';
import { page, phoneBox } from './frame/layout.ts';
import type { PageContext } from './frame/page-context.ts';

/**
 * The first page: a phone, and a door for each kind of reader. `danger` are the numbers for who is in danger now. The code
 * of a poster that led here goes through the door.
 */
export function startPage(context: PageContext, danger: readonly HelpAnswer[], campaign?: string): string {
  const { say, texts, root, language, help } = context;
  const { start, frame } = texts;
  const query = campaign === undefined ? '' : `?c=${campaign}`;
  const door = (audience: Audience): Markup => html`
    <li>
      <a
        class="button${audience === 'child' ? ' first' : ''}"
        href="${root}${language}/tell/${doors[audience]}${query}"
      >
        ${say(start.doors[audience])}
      </a>
    </li>`;
  const main = html`
    <h1>${say(start.heading)}</h1>
    <p>${say(start.noName)} ${say(start.promise)}</p>
    ${phoneBox(context, say(frame.talkNow), help)}
    ${phoneBox(context, say(frame.inDangerNow), danger, 'warn')}
    <h2 id="who">${say(start.who)}</h2>
    <ul class="doors" aria-labelledby="who">
      ${audiences.map(door)}
      <li><a class="button" href="${root}${language}/code">${say(start.haveCode)}</a></li>
    </ul>
    <details>
      <summary>${say(start.device)}</summary>
      <p>${say(start.deviceText)}</p>
      <p data-js hidden>${say(start.escape)}</p>
    </details>`;
  return page(context, { title: say(start.title), place: '', main });
}
