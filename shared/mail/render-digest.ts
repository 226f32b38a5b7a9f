import { isOfSilence } from '../domain/mail/referral-mails.ts';
import { moreUrgent, severities } from '../domain/report/severity.ts';
import { escapeHtml, linked, mailPage } from './mail-page.ts';
import type { MailWording, MailWords } from './mail-words.ts';
import { mailWords } from './mail-words.ts';
import type { MailFacts, RenderedMail } from './render-mail.ts';

/**
 * Words one mail about several cases. They are grouped by severity, the most urgent first, and by what happened. Each
 * group has a heading with its count. `link` leads to the list of cases. Thirty reports are one mail
 * (docs/practice.md, Ladder). Source: docs/practice.md, Mails.
 */
export function renderDigest(
  news: readonly MailFacts[],
  link: string,
  language: string,
  wording: MailWording,
): Required<RenderedMail> {
  const { mailTexts } = wording;
  const words = mailWords(language, wording);
  const cases = new Set(news.map(({ caseNumber }) => caseNumber)).size;
  const most = news.map(({ severity }) => severity).reduce(moreUrgent);
  const values = { count: String(cases), severity: words.say(mailTexts.severities[most]), link };
  const institution = silentInstitution(news, words);
  const subject = words.fill(institution === undefined ? mailTexts.digest.subject : mailTexts.digest.silent, {
    ...values,
    institution: institution ?? '',
  });
  const list = words.fill(mailTexts.digest.list, values);
  const footer = words.fill(mailTexts.footer, values);

  const groups = groupsOf(news).map((group) => {
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
          facts.clock === undefined
            ? words.due(facts.due)
            : `${words.due(facts.due)} (${words.say(mailTexts.clocks[facts.clock])})`,
        ].join(', '),
      })),
    };
  });

  const text = groups.flatMap(({ heading, lines }) => [
    heading,
    ...lines.map(({ facts, rest }) => `- ${facts.caseNumber}, ${rest}`),
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
    text: [...text, list, '', footer, ''].join('\n'),
    html: mailPage(words.language, subject, [...blocks, `<p>${linked(list, link)}</p>`], footer),
  };
}

/** The one institution that has answered about none of these cases. Undefined where anything else is told as well. */
function silentInstitution(news: readonly MailFacts[], words: MailWords): string | undefined {
  const [name, ...others] = new Set(news.map(({ institution }) => words.say(institution)));
  return others.length === 0 && news.every(({ occasion }) => isOfSilence(occasion)) ? name : undefined;
}

type Group = readonly [MailFacts, ...MailFacts[]];

/** By severity; among equals the earliest due time comes first. */
export function mostUrgentFirst(news: readonly MailFacts[]): MailFacts[] {
  const urgency = (facts: MailFacts): number => -severities.indexOf(facts.severity);
  return news.toSorted((a, b) => urgency(a) - urgency(b) || (a.due < b.due ? -1 : 1));
}

function groupsOf(news: readonly MailFacts[]): Group[] {
  return [
    ...Map.groupBy(mostUrgentFirst(news), ({ occasion, severity }) => `${severity} ${occasion}`).values(),
  ] as unknown as Group[];
}
