import type { ProblemAnswer } from '../contracts/http/problem-answer.ts';
import { contentPolicy } from './frame/content-policy.ts';
import { html, ownMarkup, type Markup } from './frame/html.ts';

/** All of its looks. The stylesheet of the other pages is longer than all that a firewall may say. */
const style =
  ':root{color-scheme:light dark}body{font:18px/1.5 system-ui,sans-serif;max-width:34rem;margin:0 auto;padding:16px;overflow-wrap:anywhere}h1,h2{font-size:1.5rem;line-height:1.25}a{display:inline-block;padding:10px 0;font-weight:600}';

/** The part of a problem that this page tells, in one language. */
export interface TurnedAway extends Pick<ProblemAnswer, 'title' | 'detail' | 'help'> {
  language: string;
  /** The word that a page's title begins with when something is wrong. */
  errorWord: string;
  /** Whom an institution calls. It is not sent to the line of children. */
  institutions: string;
}

/** Headers of the page, over those that every answer has. */
export const turnedAwayHeaders = { 'Content-Security-Policy': contentPolicy({ styles: [style] }) } as const;

/**
 * The page of whoever is turned away before any function is asked. It is text that does not change, so it says all in
 * each language, one under the other. It has no link to us: nobody knows at which address it is read.
 */
export function turnedAwayPage(said: readonly TurnedAway[]): string {
  const [first] = said;
  if (first === undefined) throw new Error('A country pack has at least one language.');
  return html`<!doctype html>
<html lang="${first.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${first.errorWord}: ${first.title}</title>
<link rel="icon" href="data:,">
<style>${ownMarkup(style)}</style>
</head>
<body>
<main>${said.map(inOneLanguage)}</main>
</body>
</html>`.toString();
}

function inOneLanguage({ language, title, detail, help, institutions }: TurnedAway, index: number): Markup {
  const heading = index === 0 ? html`<h1>${title}</h1>` : html`<h2>${title}</h2>`;
  return html`
<section lang="${language}">${heading}
<p>${detail}</p>
${help.map(({ name, phone, when }) => html`<p><a href="tel:${phone}">${name}</a> ${when}</p>`)}
<p>${institutions}</p>
</section>`;
}
