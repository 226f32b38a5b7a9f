import { html } from './frame/html.ts';

/**
 * The two hops out. A browser that comes back finds neither the form nor what was typed: one hop is not enough. Source:
 * docs/decisions/156.
 */
export function leavingPage(to: string): string {
  return html`
    <!doctype html>
    <html lang="und">
      <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width">
        <meta name="color-scheme" content="light dark">
        <title>…</title>
        <link rel="icon" href="data:,">
        <meta http-equiv="refresh" content="0;url=${to}">
      </head>
      <body></body>
    </html> `.toString();
}
