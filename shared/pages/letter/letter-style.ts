import { createHash } from 'node:crypto';
import { letterSheet } from './letter-sheet.ts';

/**
 * The only style of a letter: A4, black on white, with page numbers. The letter has no script, no picture and no link,
 * and fetches nothing. What a person wrote keeps its lines, and goes on at the edge of the sheet.
 */
export const letterStyle = `
${letterSheet}
body{margin:0 auto;max-width:170mm;font:11pt/1.45 "Times New Roman",Times,serif;color:#000;background:#fff}
@media screen{body{padding:20mm 6mm}}
header{border-bottom:.3mm solid #000;margin-bottom:8mm;padding-bottom:3mm}
header strong{font-size:15pt}
p,dl,ol{margin:0 0 3mm}
h1{font-size:14pt;margin:6mm 0 4mm}
h2{font-size:11pt;margin:5mm 0 2mm;break-after:avoid}
dl{display:grid;grid-template-columns:max-content 1fr;column-gap:4mm}
dt{font-weight:bold}
dd{margin:0}
dd,.said{overflow-wrap:anywhere;white-space:pre-wrap}
.said{border-left:.6mm solid #888;padding-left:3mm}
ol{padding-left:8mm}
.mark{font-weight:bold}
.sign{margin-top:12mm;break-inside:avoid}
.line{margin-top:16mm;border-top:.3mm solid #000;width:70mm}
`;

/** Names that style, and no other, in a content policy. */
export const letterStyleSource = `'sha256-${createHash('sha256').update(letterStyle).digest('base64')}'`;
