import { officePath } from '#shared/contracts/http/public/pages/page-paths.ts';
import type { AlarmSaid } from '../alarms/alarm-plans.ts';
import type { Rung } from '../alarms/alarm-watch.ts';
import type { ReceivedMail } from '../services/mail-service.ts';

/** The pages of this machine. Everything that comes from outside is escaped here. */
const style = `
:root{color-scheme:light}
*{box-sizing:border-box}
body{font:16px/1.5 system-ui,sans-serif;max-width:46rem;margin:0 auto;padding:1.5rem 1rem;color:#1c1c1a;background:#fff;overflow-wrap:anywhere}
h1{font-size:1.5rem;line-height:1.25;margin:.25rem 0 1rem}
h2{font-size:1.1rem;margin:1.5rem 0 .25rem}
article{border-top:1px solid #d8d8d2;padding:1rem 0}
article h2{margin:0}
p{margin:.25rem 0}
a{color:#0b5a7a}
pre{white-space:pre-wrap;font:inherit;background:#f5f5f2;border-radius:.4rem;padding:1rem;margin:.5rem 0 0}
table{border-collapse:collapse;width:100%}
th,td{text-align:left;padding:.35rem .5rem .35rem 0;border-bottom:1px solid #e4e4de;vertical-align:top}
th{font-weight:600}
td.number,th.number{text-align:right}
.quiet{color:#5c5c56}
.rings{background:#fdecea;border-left:.3rem solid #b3261e;border-radius:.2rem;padding:.75rem 1rem;margin:.75rem 0}
.tomorrow{background:#fff6e0;border-left-color:#8a5a00}
.rings p{margin:.1rem 0}
ul{padding-left:1.2rem;margin:.5rem 0}
`;

export const escaped = (text: string): string =>
  text.replace(/[<>&"']/gu, (character) => `&#${character.codePointAt(0) ?? 32};`);

function page(title: string, body: string): string {
  return `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>${escaped(title)}</title><style>${style}</style>${body}</html>`;
}

const home = '<p><a href="/local/">Besa on this machine</a></p>';

/** An instant as people read it, in UTC like everything inside. */
const shownAt = (at: string): string => escaped(`${at.slice(0, 10)} ${at.slice(11, 16)} UTC`);

export function inboxPage(mails: readonly ReceivedMail[]): string {
  const shown = mails
    .toReversed()
    .map(
      ({ at, to, subject, text, feedback }) =>
        `<article><h2>${escaped(subject)}</h2><p class="quiet">${shownAt(at)} to <b>${escaped(to)}</b>${feedback === 'delivered' ? '' : ` (${escaped(feedback)})`}</p><pre>${escaped(text.trimEnd())}</pre></article>`,
    );
  const title = `Mails (${mails.length})`;
  return page(title, `${home}<h1>${title}</h1>${shown.length === 0 ? '<p>No mail yet.</p>' : shown.join('')}`);
}

const classTitles = { child_may_be_waiting: 'a child may be waiting', look_tomorrow: 'look tomorrow' } as const;

function rungItem({ at, quietSince, alarm, class: of, impact, runbook }: Rung): string {
  const until = quietSince === undefined ? 'it still rings' : `quiet since ${shownAt(quietSince)}`;
  return `<div class="rings${of === 'look_tomorrow' ? ' tomorrow' : ''}"><p><b>${escaped(impact)}</b></p><p>${shownAt(at)}, ${until}, ${classTitles[of]}</p><p class="quiet">${escaped(alarm)}; what to do: ${escaped(runbook)}</p></div>`;
}

export function alarmsPage(rang: readonly Rung[], notJudged: readonly AlarmSaid[]): string {
  const list = rang.length === 0 ? '<p>None has rung.</p>' : rang.toReversed().map(rungItem).join('');
  const rest = notJudged
    .map(
      ({ alarm, class: of, impact }) =>
        `<li>${escaped(impact)} <span class="quiet">${escaped(alarm)}, ${classTitles[of]}</span></li>`,
    )
    .join('');
  return page(
    `Alarms (${rang.length})`,
    `${home}<h1>What alarms would have said</h1>${list}<h2>Not judged on this machine (${notJudged.length})</h2><p class="quiet">On what only AWS measures of its services.</p><ul>${rest}</ul>`,
  );
}

/** Leads to every page for whoever reports, in every state, for a child and for an adult, in both languages. */
export function looksPage(names: readonly string[]): string {
  const ways = [
    ['a child', 'sq', 'child'],
    ['a parent', 'sq', 'parent'],
    ['a child, in English', 'en', 'child'],
    ['a parent, in English', 'en', 'parent'],
  ] as const;
  const rows = names.map((name) => {
    const links = ways.map(([who, language, audience]) => {
      return `<a href="/local/looks/${name}?in=${language}&amp;for=${audience}">for ${who}</a>`;
    });
    return `<tr><th>${escaped(name)}</th><td>${links.join(', ')}</td></tr>`;
  });
  return page('Looks', `${home}<h1>Every page in every state</h1><table>${rows.join('')}</table>`);
}

const consolePath = '/staff/';

/** Where a person of staff works here: `as` asks the local sign-in for that person, without a list to choose from. */
export const consoleAs = (user: string): string => `${consolePath}?as=${encodeURIComponent(user)}`;

export interface Overview {
  now: string;
  mails: number;
  rang: readonly Rung[];
  queues: readonly { name: string; visible: number; inFlight: number; deadLetters: number }[];
  staff: readonly { user: string; name: string; role?: string; duties: readonly string[] }[];
}

export function overviewPage({ now, mails, rang, queues, staff }: Overview): string {
  const rows = queues.map(
    ({ name, visible, inFlight, deadLetters }) =>
      `<tr><td>${escaped(name)}</td><td class="number">${visible + inFlight}</td><td class="number">${deadLetters}</td></tr>`,
  );
  const people = staff.map(({ user, name, role, duties }) => {
    const open =
      role === undefined ? '' : `<a href="${escaped(consoleAs(user))}">Open the console as ${escaped(name)}</a>`;
    return `<tr><td>${escaped(name)}<br><span class="quiet">${escaped(user)}</span></td><td>${escaped(role ?? 'does not sign in')}<br><span class="quiet">${escaped(duties.join(', '))}</span></td><td>${open}</td></tr>`;
  });
  const latest = rang.toReversed().slice(0, 3).map(rungItem).join('');
  return page(
    'Besa on this machine',
    `<h1>Besa on this machine</h1><p>It is ${shownAt(now)} here. <a href="/local/clock">Clock</a></p>
<p><a href="/">The pages for whoever reports</a></p>
<p><a href="${officePath}">The page where an institution types its codes</a>, which are in its mails below</p>
<p><a href="${consolePath}">The console</a>, where staff work</p>
<p><a href="/local/looks">Each of these pages in every state</a></p>
<p><a href="/local/inbox">Mails to staff and institutions (${mails})</a></p>
<p><a href="/local/alarms">Alarms (${rang.length})</a></p>${latest}
<p><a href="/openapi.json">The public API</a></p>
<h2>Queues</h2><table><tr><th>For</th><th class="number">Waiting</th><th class="number">Dead letters</th></tr>${rows.join('')}</table>
<h2>Staff, all invented</h2><table><tr><th>Who</th><th>Role, duties</th><th>One click</th></tr>${people.join('')}</table>`,
  );
}
