import { letterSheet } from '../letter/letter-sheet.ts';

/**
 * What only pages for institutions need, over the style of the other pages. On paper such a page is a letter: black on
 * white, with the head of the centre, and on every sheet to whom and when it was shown.
 */
export const officeStyle = `
.ours{margin-right:auto}
.short input{max-width:12rem}
.said{white-space:pre-wrap;overflow-wrap:anywhere;border-left:4px solid var(--line);padding-left:var(--s3);margin:var(--s2) 0}
.times .said{font-weight:400}
.given ol{padding-left:1.6rem}
.given dt{color:var(--quiet)}
.given dd{margin:0 0 var(--s1);overflow-wrap:anywhere}
.whole{display:block;font:1rem/1.5 ui-monospace,Consolas,monospace;overflow-wrap:anywhere}
.as-typed{display:none}
.only{font-weight:600}
.say>label{display:flex;align-items:end;border:0;padding:0;margin:0 0 var(--s1);font-weight:600}
.say{padding:0 0 var(--s2) var(--s3);border-left:4px solid var(--accent)}
[data-mark]::after{content:attr(data-mark);position:fixed;z-index:-1;inset:45% 0 auto;text-align:center;font-size:2rem;font-weight:600;opacity:.1;transform:rotate(-24deg);pointer-events:none}
${letterSheet}
@media(min-width:600px){.given dl{display:grid;grid-template-columns:minmax(9rem,auto) 1fr;gap:0 var(--s3)}}
@media(forced-colors:active){[data-mark]::after{display:none}}
@media print{.harmless{display:none}.as-typed{display:inline}.on-paper header{display:block;position:static;max-width:none;padding:0 0 8px;border-bottom:1px solid #000}.on-paper header strong{font-size:15pt}.on-paper dl,.given dl,.times{display:grid;grid-template-columns:max-content 1fr;gap:0 16px}.on-paper dt{font-weight:bold}.on-paper dd{margin:0}.title{font-size:14pt;font-weight:bold}main{max-width:none;padding:0}h2{break-after:avoid}.given dt,.said{color:#000;border-color:#888}.box,.box.warn{border:1px solid #000;background:#fff}[data-mark]::after{opacity:.15;color:#000}}
`.replaceAll('\n', '');
