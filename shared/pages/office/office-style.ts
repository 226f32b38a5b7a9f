import { letterSheet } from '../../mail/letter-style.ts';

/**
 * What only pages for institutions need, over the style of the other pages. On paper such a page is a letter: black on
 * white, with the head of the centre, and on every sheet to whom and when it was shown.
 */
export const officeStyle = `
.ours{margin-right:auto}
header button.link,header a{margin-left:var(--s2)}
.short{max-width:12rem}
.said{white-space:pre-wrap;overflow-wrap:anywhere;border-left:4px solid var(--line);padding-left:var(--s3);margin:var(--s2) 0}
ol.given,.given ol{padding-left:1.6rem}
.given dl{display:grid;grid-template-columns:auto 1fr;gap:var(--s1) var(--s3);margin:var(--s2) 0}
.given dt{color:var(--quiet)}
.given dd{margin:0;overflow-wrap:anywhere}
.given h3,.given h2{font-size:1.0625rem;margin:var(--s4) 0 var(--s1)}
.whole{font:1rem/1.5 ui-monospace,Consolas,monospace;overflow-wrap:anywhere;display:block}
.only{font-weight:600}
main{position:relative}
[data-mark]::after{content:attr(data-mark);position:fixed;z-index:-1;inset:auto 0 45%;text-align:center;font-size:2rem;font-weight:600;opacity:.12;transform:rotate(-24deg);pointer-events:none}
${letterSheet}
@media(forced-colors:active){[data-mark]::after{display:none}}
@media print{.on-paper header{display:block;position:static;max-width:none;border-bottom:1px solid #000;padding:0 0 8px}.given .harmless{display:none}main{max-width:none;padding:0}[data-mark]::after{opacity:.16;color:#000}.given dt,.said{color:#000;border-color:#888}.given dl,.on-paper dl{display:grid;grid-template-columns:max-content 1fr;column-gap:16px}.on-paper dt{font-weight:bold}.on-paper dd{margin:0}.box{border:1px solid #000;background:#fff}}
`.replaceAll('\n', '');
