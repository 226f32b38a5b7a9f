import type { Instant } from '../domain/case.ts';
import type { ClockKind } from '../domain/clocks.ts';
import type { CountryPack, MailOccasion, Text } from '../domain/country-pack.ts';
import type { Severity } from '../domain/severity.ts';

/** All that a mail may say about a case. Source: PRACTICE, mails: an opaque number, severity, due time and a link. */
export interface MailFacts {
  occasion: MailOccasion;
  caseNumber: string;
  severity: Severity;
  clock: ClockKind;
  due: Instant;
  /** Id of the rung that was raised; only escalations and reminders have one. */
  rung?: string;
  link: string;
}

export interface RenderedMail {
  subject: string;
  text: string;
  html: string;
}

export type MailWording = Pick<CountryPack, 'mailTexts' | 'timeZone' | 'defaultLanguage'>;

/** Words a mail in the reader's language, or in the pack's own where the pack does not have it. */
export function renderMail(facts: MailFacts, language: string, wording: MailWording): RenderedMail {
  const { mailTexts, timeZone, defaultLanguage } = wording;
  const spoken = language in mailTexts.footer ? language : defaultLanguage;
  const say = (text: Text | undefined): string => text?.[spoken] ?? text?.[defaultLanguage] ?? '';
  const values: Readonly<Record<string, string>> = {
    number: facts.caseNumber,
    severity: say(mailTexts.severities[facts.severity]),
    due: sayDue(facts.due, spoken, timeZone),
    clock: say(mailTexts.clocks[facts.clock]),
    rung: facts.rung === undefined ? '' : say(mailTexts.rungs[facts.rung]),
    link: facts.link,
  };
  const fill = (text: Text): string => say(text).replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '');

  const occasion = mailTexts.occasions[facts.occasion];
  const subject = fill(occasion.subject);
  const lines = occasion.lines.map(fill);
  const footer = fill(mailTexts.footer);
  return {
    subject,
    text: [...lines, '', footer, ''].join('\n'),
    html: page(spoken, subject, lines, footer, facts.link),
  };
}

/**
 * The whole date in the reader's language and the centre's time: a mail may be opened a day later. Put together by hand,
 * day before month as everywhere in Europe; `en` alone would be the American order.
 */
function sayDue(due: Instant, language: string, timeZone: string): string {
  const format = new Intl.DateTimeFormat(language, {
    timeZone,
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  const parts = format.formatToParts(new Date(due));
  const part = (type: Intl.DateTimeFormatPartTypes): string => parts.find((one) => one.type === type)?.value ?? '';
  return `${part('weekday')} ${part('day')} ${part('month')}, ${part('hour')}:${part('minute')}`;
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escape(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => entities[sign] ?? sign);
}

/** One column, the phone's own letter size, no picture and nothing fetched: it reads on a locked-down phone at night. */
function page(language: string, subject: string, lines: readonly string[], footer: string, link: string): string {
  const address = escape(link);
  const paragraphs = lines
    .filter((line) => line !== '')
    .map((line) => `<p>${escape(line).replaceAll(address, `<a href="${address}">${address}</a>`)}</p>`);
  return [
    `<!doctype html>`,
    `<html lang="${escape(language)}">`,
    `<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">`,
    `<title>${escape(subject)}</title></head>`,
    `<body style="margin:0 auto;max-width:34em;padding:1em;font:1em/1.5 sans-serif;overflow-wrap:anywhere">`,
    ...paragraphs,
    `<hr><p style="font-size:.85em">${escape(footer)}</p>`,
    `</body></html>`,
    '',
  ].join('\n');
}
