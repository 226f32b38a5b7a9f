import { html, ownMarkup, type Markup } from './html.ts';

/** A page that is one request: its styles and scripts are in it. `body` is all between the tags of that name. */
export function documentOf({
  language,
  title,
  styles,
  scripts = [],
  body,
}: {
  language: string;
  title: string;
  styles: readonly string[];
  scripts?: readonly string[];
  body: Markup;
}): string {
  return html`
    <!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width">
        <meta name="color-scheme" content="light dark">
        <title>${title}</title>
        <link rel="icon" href="data:,">
        ${styles.map((one) => html`<style>${ownMarkup(one)}</style>`)}
      </head>
      <body>
        ${body}
        ${scripts.map((script) => html`<script>${ownMarkup(script)}</script>`)}
      </body>
    </html>`.toString();
}
