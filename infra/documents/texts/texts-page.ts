import { escapeHtml } from '#shared/pages/frame/escape-html.ts';
import type { CountryPack, OpenQuestion } from '#shared/domain/country-pack.ts';
import type { GuidanceEntry } from '#shared/domain/help/guidance.ts';
import { audiences } from '#shared/domain/help/audience.ts';
import { signs } from './combinations.ts';
import type { Combination } from './combinations.ts';
import { everyText } from './every-text.ts';
import type { PackText } from './every-text.ts';
import type { AnswerGroup } from './grouped-answers.ts';
import { unverifiedFacts } from './unverified-facts.ts';
import type { UnverifiedFact } from './unverified-facts.ts';

export interface TextsPage {
  html: string;
  combinations: number;
  answers: number;
  texts: number;
}

/** What the page calls each part of the pack, in its order. */
const parts: Readonly<Record<string, string>> = {
  reporterTexts: 'What reporters read of their report',
  taxonomy: 'What a form shows',
  helpLines: 'Phones',
  problems: 'When a request is refused',
  mails: 'Mails',
  exports: 'Exports',
  console: 'The staff console',
  letters: 'The letter to an institution',
  office: 'The pages for institutions',
  privacy: 'What becomes of a reporter’s data',
  referrals: 'Institutions, laws, and why something was shared',
  centre: 'The centre',
};

/**
 * One page with everything that people read, its languages side by side, for the centre's people and native speakers:
 * what is still open, what each combination of a report is answered, and every text. It needs no script and no network.
 */
export async function textsPage(pack: CountryPack, groups: readonly AnswerGroup[]): Promise<TextsPage> {
  const [guidance, texts, questions, facts] = await Promise.all([
    pack.loadGuidance(),
    everyText(pack),
    pack.loadOpenQuestions(),
    unverifiedFacts(pack),
  ]);
  const combinations = groups.reduce((sum, group) => sum + group.combinations.length, 0);
  const head = `${count(combinations)} combinations of a report get ${count(groups.length)} different answers. ${counted(texts.length, 'text')}. ${counted(questions.length, 'open question')} and ${counted(facts.length, 'unverified fact')}.`;
  const html = [
    `<!doctype html><html lang="en"><head><meta charset="utf-8">`,
    `<meta name="viewport" content="width=device-width, initial-scale=1">`,
    `<title>Every text: ${escapeHtml(pack.country)}</title><style>${style}</style></head><body>`,
    `<h1>Every text that people read</h1><p>${head}</p>`,
    `<p>Made from the country pack by <code>npm run texts</code>. A reporter never sees reasons, codes or paths.</p>`,
    `<h2>1. Open questions</h2>`,
    ...questions.map((question) => questionHtml(question, texts, pack.languages)),
    `<h2>2. Facts that nobody has confirmed</h2>`,
    factsHtml(facts),
    `<h2>3. What each report is answered</h2>`,
    `<p>One row is one answer. It says how many combinations get it, and which: any of the categories, any of the signs, any of the people named there, as far as they occur together. The first of them stands below as an example. Blocks are written out in part 4.</p>`,
    ...audiences.map((audience) =>
      answersHtml(
        audience,
        groups.filter((group) => group.audience === audience),
        pack,
      ),
    ),
    `<h2>4. Blocks of guidance, in their order</h2>`,
    blocksHtml(guidance, groups, pack.languages),
    ...Object.entries(parts).map(([root, title], index) =>
      textsHtml(
        `${index + 5}. ${title}`,
        texts.filter(({ path }) => path.startsWith(`${root}/`)),
        pack.languages,
      ),
    ),
    `</body></html>`,
    '',
  ].join('\n');
  return { html, combinations, answers: groups.length, texts: texts.length };
}

const style = `body{font:15px/1.45 sans-serif;margin:0 auto;max-width:80em;padding:1em}
table{border-collapse:collapse;width:100%;margin:0 0 1.5em}
td,th{border:1px solid #999;padding:.35em .5em;text-align:left;vertical-align:top;overflow-wrap:anywhere}
th{background:#eee}small{color:#444}h2{margin-top:2em}ol,ul{margin:0;padding-left:1.3em}
tr{break-inside:avoid}thead{display:table-header-group}@media print{body{font-size:9pt;max-width:none}}`;

const count = (number: number): string => number.toLocaleString('en');

const counted = (number: number, one: string): string => `${count(number)} ${one}${number === 1 ? '' : 's'}`;

const row = (cells: readonly string[], tag: 'td' | 'th' = 'td'): string =>
  `<tr>${cells.map((cell) => `<${tag}>${cell}</${tag}>`).join('')}</tr>`;

const table = (heads: readonly string[], rows: readonly string[]): string =>
  `<table><thead>${row(heads, 'th')}</thead><tbody>\n${rows.join('\n')}\n</tbody></table>`;

const say = (text: PackText['text'], language: string): string => escapeHtml(text[language] ?? '');

function questionHtml(
  { about, choice, doubt, where }: OpenQuestion,
  texts: readonly PackText[],
  languages: readonly string[],
): string {
  const there = texts.filter(({ path }) => where.some((beginning) => `${path}/`.startsWith(beginning)));
  return [
    `<h3>${escapeHtml(about)}</h3>`,
    `<p>Chosen: <b>${escapeHtml(choice)}</b>. ${escapeHtml(doubt)}</p>`,
    `<details><summary>Where it stands: ${counted(there.length, 'text')}</summary>`,
    textsTable(there, languages),
    `</details>`,
  ].join('\n');
}

function factsHtml(facts: readonly UnverifiedFact[]): string {
  return table(
    ['What', 'Source', 'As of', 'Where'],
    facts.map(({ name, source, asOf, path }) =>
      row([escapeHtml(name), escapeHtml(source), escapeHtml(asOf), `<small>${escapeHtml(path)}</small>`]),
    ),
  );
}

function answersHtml(audience: string, groups: readonly AnswerGroup[], pack: CountryPack): string {
  const rows = groups.map((group) =>
    row([whenHtml(group.combinations), nextStepHtml(group, pack), phonesHtml(group), titlesHtml(group, pack)]),
  );
  return `<h3>To: ${audience} (${count(groups.length)} answers)</h3>${table(['When', 'Next step', 'Phones, in order', 'Blocks, in order'], rows)}`;
}

function whenHtml(combinations: readonly Combination[]): string {
  const categories = [...new Set(combinations.map(({ category }) => category))];
  const found = new Set(combinations.map(({ sign }) => sign));
  const people = [...new Set(combinations.map(({ about, person }) => `${about}/${person}`))];
  const [first] = combinations;
  const example = first === undefined ? '' : [first.category, first.sign, `${first.about}/${first.person}`].join(' + ');
  return [
    `<b>${count(combinations.length)}</b>`,
    categories.join(', '),
    `<small>signs: ${found.size === signs.length ? 'any' : signs.filter((sign) => found.has(sign)).join(', ')}</small>`,
    `<small>about: ${people.join(', ')}</small>`,
    `<small>such as: ${example}</small>`,
  ].join('<br>');
}

function nextStepHtml({ told }: AnswerGroup, { languages }: CountryPack): string {
  return languages.map((language) => escapeHtml(told[language]?.nextStep ?? '')).join('<br><br>');
}

function phonesHtml({ phones }: AnswerGroup): string {
  return `<ol>${phones.map(({ phone, reasons }) => `<li>${phone} ${reasonsHtml(reasons)}</li>`).join('')}</ol>`;
}

function titlesHtml({ blocks, told }: AnswerGroup, { languages }: CountryPack): string {
  const items = blocks.map(({ code, reasons }, index) => {
    const titles = languages.map((language) => escapeHtml(told[language]?.guidance[index]?.title ?? '')).join(' / ');
    return `<li>${titles} <small>${code}</small> ${reasonsHtml(reasons)}</li>`;
  });
  return `<ol>${items.join('')}</ol>`;
}

/** Many categories are one reason here: they stand beside it. */
function reasonsHtml(reasons: ReadonlySet<string>): string {
  const named = [...reasons].filter((reason) => !reason.startsWith('category_'));
  const ofCategory = reasons.size > named.length ? ['category'] : [];
  return `<small>(${[...named, ...ofCategory].join(', ')})</small>`;
}

function blocksHtml(
  guidance: readonly GuidanceEntry[],
  groups: readonly AnswerGroup[],
  languages: readonly string[],
): string {
  const rows = guidance.flatMap(({ code, words, link }) =>
    audiences.flatMap((audience) => {
      const wording = words[audience];
      if (wording === undefined) return [];
      const shown = groups
        .filter((group) => group.audience === audience && group.blocks.some((block) => block.code === code))
        .reduce((sum, { combinations }) => sum + combinations.length, 0);
      const cells = languages.map(
        (language) => `<b>${say(wording.title, language)}</b><br>${say(wording.text, language)}`,
      );
      const name = `${code}<br>to: ${audience}<br><small>${count(shown)} combinations</small>`;
      return [row([name, ...cells, link === undefined ? '' : escapeHtml(link)])];
    }),
  );
  return table(['Block', ...languages, 'Link'], rows);
}

function textsHtml(title: string, texts: readonly PackText[], languages: readonly string[]): string {
  return `<h2>${escapeHtml(title)}</h2>${textsTable(texts, languages)}`;
}

function textsTable(texts: readonly PackText[], languages: readonly string[]): string {
  return table(
    ['Where', 'Read by', ...languages],
    texts.map(({ path, reader, text }) =>
      row([`<small>${escapeHtml(path)}</small>`, reader, ...languages.map((language) => say(text, language))]),
    ),
  );
}
