import { escapeHtml } from '../pages/frame/escape-html.ts';

/** A line as HTML. Its address becomes a link that can be tapped. */
export function linked(line: string, address: string): string {
  const escaped = escapeHtml(address);
  return escapeHtml(line).replaceAll(escaped, `<a href="${escaped}">${escaped}</a>`);
}

/**
 * One column, in the phone's own letter size, with no picture and nothing fetched. So it can be read on a locked-down
 * phone at night. `blocks` are HTML.
 */
export function mailPage(language: string, subject: string, blocks: readonly string[], footer: string): string {
  return [
    `<!doctype html>`,
    `<html lang="${escapeHtml(language)}">`,
    `<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">`,
    `<title>${escapeHtml(subject)}</title></head>`,
    `<body style="margin:0 auto;max-width:34em;padding:1em;font:1em/1.5 sans-serif;overflow-wrap:anywhere">`,
    ...blocks,
    `<hr><p>${escapeHtml(footer)}</p>`,
    `</body></html>`,
    '',
  ].join('\n');
}
