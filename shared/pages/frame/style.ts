import { tokenStyle } from './tokens.ts';

/** How many groups of categories the stylesheet knows: each has a rule that shows the questions it asks. */
export const mostGroups = 9;

const groups = Array.from({ length: mostGroups }, (_, index) => index + 1);

/* A browser without :has() shows the whole form on one long page. So do pages that must show every part. */
const steps = `
@supports selector(:has(a)){
.steps>section{display:none}
.steps>section:target{display:block}
.steps:not(:has(>section:target))>section.now{display:block}
.say{display:none}
label:has(:checked)+.say{display:block}
.steps .onward{display:grid}
.ask{display:none}
${groups.map((group) => `form:has(.g${group} :checked) .ask.g${group}`).join(',')}{display:block}
.all .ask{display:block}
}`;

/** The stylesheet of every page. It is part of the page, so that a page is one request. */
export const style = `${tokenStyle}
*{box-sizing:border-box}
html{font:18px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif;scroll-padding:4.5rem 0 48px;-webkit-text-size-adjust:100%}
body{margin:0;background:var(--paper);color:var(--ink);overflow-wrap:anywhere}
header,main,footer{max-width:var(--wide);margin:0 auto;padding:var(--s2) var(--s3)}
header{position:sticky;top:0;z-index:1;display:flex;flex-wrap:wrap;gap:0 12px;font-size:.9rem;padding:var(--s1) var(--s3);align-items:center;background:var(--paper);border-bottom:1px solid var(--line)}
header a,header button.link{display:inline-flex;align-items:center;min-height:var(--touch)}
header .leave{margin-left:auto;padding:var(--s1) 10px}
main{padding-bottom:var(--s5)}
footer{border-top:1px solid var(--line);padding-bottom:var(--s5)}
h1{font-size:1.5rem;line-height:1.25;margin:var(--s3) 0 var(--s2)}
h2,legend,label{font-size:1.0625rem;font-weight:600;line-height:1.4;margin:var(--s4) 0 var(--s2);padding:0}
p,ul,dl{margin:var(--s2) 0}
a{color:var(--accent)}
.quiet{color:var(--quiet)}
.button,button{display:inline-flex;align-items:center;justify-content:center;min-height:var(--touch);padding:var(--s2) var(--s3);font:inherit;font-weight:600;text-align:center;text-decoration:none;border:2px solid var(--accent);border-radius:6px;background:var(--paper);color:var(--accent);cursor:pointer}
.first{background:var(--accent);color:var(--on-accent)}
.leave{border-color:var(--warn);color:var(--warn);background:var(--paper)}
button.link{border:0;padding:0;background:none;font-weight:400;text-decoration:underline}
.doors,.actions{display:grid;gap:var(--s2);margin:var(--s3) 0;padding:0;list-style:none}
form+.actions,.actions+.actions{margin-top:var(--s2)}
.doors .button,.actions>*{width:100%}
.phones{list-style:none;padding:0}
.phones li{display:flex;flex-wrap:wrap;gap:0 var(--s2);align-items:center;line-height:1.2;padding-bottom:var(--s1)}
.phones a{display:inline-flex;align-items:center;min-height:44px;font-weight:600}
.box{background:var(--calm-paper);border-left:4px solid var(--accent);padding:var(--s2) var(--s3);margin:var(--s3) 0}
.box.warn{background:var(--warn-paper);border-color:var(--warn)}
.box>:first-child{margin-top:0}
.error{color:var(--warn);font-weight:600;margin:var(--s1) 0}
fieldset{border:0;margin:var(--s4) 0 0;padding:0;min-width:0}legend{margin-top:0}
label{display:block}
h1+label,.unseen{position:absolute;width:1px;height:1px;margin:0;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
input,select,textarea{font:inherit;color:inherit;background:var(--paper);border:2px solid var(--line);border-radius:6px}
input:not([type=radio],[type=checkbox]),select,textarea{width:100%;min-height:var(--touch);padding:var(--s2)}
textarea{resize:vertical}
[aria-invalid=true]{border-color:var(--warn)}
fieldset label{position:relative;margin:var(--s1) 0;font:inherit;min-height:var(--touch);padding:10px 10px 10px 46px;border:2px solid var(--line);border-radius:6px}
fieldset label input{position:absolute;left:12px;top:12px;width:22px;height:22px;margin:0;accent-color:var(--accent)}
.row{display:flex;flex-wrap:wrap;gap:0 var(--s2)}
fieldset .row label{flex:1 1 auto}
details{border:2px solid var(--line);border-radius:6px;margin:var(--s2) 0;padding:0 var(--s2)}
details[open]{padding-bottom:var(--s2)}
summary{min-height:var(--touch);padding:10px var(--s1);font-weight:600;cursor:pointer}
table{border-collapse:collapse;width:100%;font-variant-numeric:tabular-nums}
th,td{text-align:left;padding:var(--s1) var(--s2) var(--s1) 0;border-bottom:1px solid var(--line)}
td+td,th+th{text-align:right}
.onward{display:none}
:focus-visible{outline:3px solid var(--ring);outline-offset:2px}
label:has(:focus-visible){outline:3px solid var(--ring);outline-offset:2px}
[tabindex="-1"]:focus{outline:0}
[hidden]{display:none}
@media(min-width:600px){.doors{grid-template-columns:1fr 1fr}.actions>*{width:auto;justify-self:start}fieldset label{margin:var(--s2) 0}}
@media(forced-colors:active){.first{border:4px double}.box,.thread li{border:1px solid}}
${steps}`.replaceAll('\n', '');

/**
 * What only pages with a code or messages need. On paper are the code, the times, the messages and the phones: nothing
 * that can be pressed, and no name of the centre.
 */
export const guardedStyle = `
.code{font:600 1.15rem/1.5 ui-monospace,Consolas,monospace;user-select:all;-webkit-user-select:all;display:block;padding:var(--s2);border:2px solid var(--line);border-radius:6px;text-wrap:balance}
.code+.unseen{user-select:none;-webkit-user-select:none}
.times dt{color:var(--quiet)}
.times dd{margin:0 0 var(--s2);font-weight:600;font-variant-numeric:tabular-nums}
@media(min-width:600px){.code{font-size:1.35rem;letter-spacing:.04em}.times{display:grid;grid-template-columns:auto 1fr;gap:var(--s1) var(--s3)}.times dd{margin:0}}
.thread{list-style:none;padding:0}
.thread li{border:2px solid var(--line);border-radius:6px;padding:var(--s1) var(--s3);margin:var(--s2) 0}
.thread .centre{border-left:6px solid var(--accent);background:var(--raised)}
.thread p{white-space:pre-wrap;margin:var(--s1) 0}
.side{grid-auto-flow:column;grid-auto-columns:1fr}
.new{color:var(--on-accent);background:var(--accent);border-radius:4px;padding:0 var(--s2)}
.on-paper{display:none}
@media(forced-colors:active){.new{border:1px solid}}
@media print{header,form,details,.actions,.paperless,#cover,[data-no-js],footer p{display:none}.on-paper{display:block}html{font-size:12pt}body,.quiet,.times dt,a,.new{color:#000}body,.thread li,.new{background:#fff!important}a{text-decoration:none}.new{border:1px solid}.thread li,.code,footer{border-color:#000!important;break-inside:avoid}}
`.replaceAll('\n', '');
