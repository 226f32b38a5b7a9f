import type { MailTexts } from '../domain/country-pack.ts';
import { isOfSilence } from '../domain/mail/referral-mails.ts';
import { moreUrgent, severities } from '../domain/report/severity.ts';
import type { Text } from '../domain/text.ts';
import { escapeHtml } from '../pages/frame/escape-html.ts';
import { linked, mailPage } from './mail-page.ts';
import type { MailWording, MailWords } from './mail-words.ts';
import { mailWords } from './mail-words.ts';
import { saysNumberOnly, type CaseLine } from './one-per-case.ts';
import type { RenderedMail } from './render-mail.ts';

/**
 * Words one mail about several cases: one line for each, the most urgent first, under what happened to it. A case about
 * which more waits says how much. The subject counts the cases, and those of the highest severity. Thirty reports are
 * one mail (docs/practice.md, Ladder). Source: docs/practice.md, Mails.
 */
export function renderDigest(
  cases: readonly CaseLine[],
  links: { list: string; letter: string },
  language: string,
  wording: MailWording,
): Required<RenderedMail> {
  const { mailTexts } = wording;
  const words = mailWords(language, wording);
  const most = cases.map(({ severity }) => severity).reduce(moreUrgent);
  const values = {
    count: String(cases.length),
    worst: String(cases.filter(({ severity }) => severity === most).length),
    severity: words.say(mailTexts.severities[most]),
    link: links.list,
  };
  const institution = silentInstitution(cases, words);
  const subject = words.fill(subjectOf(cases, institution, mailTexts), { ...values, institution: institution ?? '' });
  const list = words.fill(mailTexts.digest.list, values);
  const acknowledge = words.fill(mailTexts.acknowledge, { link: links.letter });
  const footer = words.fill(mailTexts.footer, values);

  const groups = groupsOf(cases).map((group) => {
    const [{ occasion, severity }] = group;
    return {
      heading: words.fill(mailTexts.occasions[occasion].together, {
        count: String(group.length),
        severity: words.say(mailTexts.severities[severity]),
      }),
      lines: group.map((facts) => ({
        facts,
        rest: [
          ...(facts.institution === undefined ? [] : [words.say(facts.institution)]),
          ...dueOf(facts, words, mailTexts),
          ...(facts.more === 0 ? [] : [words.fill(mailTexts.digest.more, { count: String(facts.more) })]),
        ].join(', '),
      })),
    };
  });

  const text = groups.flatMap(({ heading, lines }) => [
    heading,
    ...lines.map(({ facts, rest }) => `- ${[facts.caseNumber, rest].filter((said) => said !== '').join(', ')}`),
    '',
  ]);
  const blocks = groups.flatMap(({ heading, lines }) => [
    `<h2 style="font-size:1.1em">${escapeHtml(heading)}</h2>`,
    '<ul style="padding-left:1.2em">',
    ...lines.map(
      ({ facts, rest }) =>
        `<li><a href="${escapeHtml(facts.link)}">${escapeHtml(facts.caseNumber)}</a><br>${escapeHtml(rest)}</li>`,
    ),
    '</ul>',
  ]);
  return {
    subject,
    text: [...text, list, acknowledge, '', footer, ''].join('\n'),
    html: mailPage(
      words.language,
      subject,
      [...blocks, `<p>${linked(list, links.list)}</p>`, `<p>${linked(acknowledge, links.letter)}</p>`],
      footer,
    ),
  };
}

/** When a case is due, and by which clock. Of an exclusion nothing is said but the number. */
function dueOf({ occasion, clock, due }: CaseLine, words: MailWords, { clocks }: MailTexts): string[] {
  if (saysNumberOnly(occasion)) return [];
  return [clock === undefined ? words.due(due) : `${words.due(due)} (${words.say(clocks[clock])})`];
}

/** Letters about exclusions alone, and about one silent institution alone, have subjects of their own. */
function subjectOf(cases: readonly CaseLine[], silent: string | undefined, { digest }: MailTexts): Text {
  if (cases.every(({ occasion }) => saysNumberOnly(occasion))) return digest.exclusions;
  return silent === undefined ? digest.subject : digest.silent;
}

/** The one institution that has answered about none of these cases. Undefined where anything else is told as well. */
function silentInstitution(news: readonly CaseLine[], words: MailWords): string | undefined {
  const [name, ...others] = new Set(news.map(({ institution }) => words.say(institution)));
  return others.length === 0 && news.every(({ occasion }) => isOfSilence(occasion)) ? name : undefined;
}

type Group = readonly [CaseLine, ...CaseLine[]];

/** By severity; among equals the earliest due time comes first. */
export function mostUrgentFirst(news: readonly CaseLine[]): CaseLine[] {
  const urgency = (facts: CaseLine): number => -severities.indexOf(facts.severity);
  return news.toSorted((a, b) => urgency(a) - urgency(b) || (a.due < b.due ? -1 : 1));
}

function groupsOf(news: readonly CaseLine[]): Group[] {
  return [
    ...Map.groupBy(mostUrgentFirst(news), ({ occasion, severity }) => `${severity} ${occasion}`).values(),
  ] as unknown as Group[];
}
