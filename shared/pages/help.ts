import type { HelpAnswer } from '../contracts/http/public/help.ts';
import { html } from './frame/html.ts';
import { page, phoneList } from './frame/layout.ts';
import type { PageContext } from './frame/page-context.ts';

/** All help lines, whom we may tell, what stays on the device, and what to do when the page does not open. */
export function helpPage(context: PageContext, all: readonly HelpAnswer[]): string {
  const { say, texts } = context;
  const { help, start } = texts;
  const main = html`
    <h1>${say(help.heading)}</h1>
    ${phoneList(context, all)}
    <h2>${say(help.whoWeTell)}</h2>
    <p>${say(help.whoWeTellText)}</p>
    <h2>${say(start.device)}</h2>
    <p>${say(start.deviceText)}</p>
    <h2>${say(help.whenDown)}</h2>
    <p>${say(help.whenDownText)}</p>`;
  return page(context, { title: say(help.title), place: 'help', main });
}
