import type { Instant } from '../domain/time/instant.ts';
import type { ClockKind } from '../domain/case/timer-id.ts';
import type { InstitutionOccasion } from '../domain/mail/mail-occasion.ts';
import type { Severity } from '../domain/report/severity.ts';
import { escapeHtml } from '../pages/frame/escape-html.ts';
import { mailPage } from './mail-page.ts';
import { mailWords, type MailWording } from './mail-words.ts';
import type { RenderedMail } from './render-mail.ts';

/**
 * All that a mail to an institution may say: a reference, how urgent it is and until when. It holds no link and no word
 * of a report. Source: docs/practice.md, Mails.
 */
export interface InstitutionFacts {
  occasion: InstitutionOccasion;
  caseNumber: string;
  /** The referral's id in its case. */
  referral: string;
  severity: Severity;
  /** Absent once the institution has taken the referral on: then no time is set for its next answer. */
  next?: { clock: ClockKind; due: Instant };
  /** The access code, in the one letter that holds it. */
  access?: string;
  /** The one-time code that was asked for, and until when it is good. */
  code?: { digits: string; until: Instant };
}

/** A line that names one of these is left out where there is none. */
const mayBeAbsent = ['due', 'access', 'digits'] as const;

/** Words a mail to an institution's contact, in the contact's language or in the pack's own. */
export function renderInstitutionMail(
  { occasion, caseNumber, referral, severity, next, access, code }: InstitutionFacts,
  language: string,
  wording: MailWording,
): Required<RenderedMail> {
  const { mailTexts, centre } = wording;
  const words = mailWords(language, wording);
  const values = {
    number: caseNumber,
    referral,
    severity: words.say(mailTexts.severities[severity]),
    clock: next === undefined ? '' : words.say(mailTexts.clocks[next.clock]),
    due: next === undefined ? '' : words.due(next.due),
    centre: words.say(centre.name),
    phone: centre.institutionsPhone.value,
    office: centre.office.value,
    access: access ?? '',
    digits: code === undefined ? '' : `${code.digits.slice(0, 3)} ${code.digits.slice(3)}`,
    until: code === undefined ? '' : words.due(code.until),
  };
  const texts = mailTexts.institutions.occasions[occasion];
  const subject = words.fill(texts.subject, values);
  const lines = texts.lines
    .filter((line) => mayBeAbsent.every((name) => values[name] !== '' || !words.say(line).includes(`{${name}}`)))
    .map((line) => words.fill(line, values));
  const footer = words.fill(mailTexts.institutions.footer, values);
  const paragraphs = lines.map((line) => `<p>${escapeHtml(line)}</p>`);
  return {
    subject,
    text: [...lines, '', footer, ''].join('\n'),
    html: mailPage(words.language, subject, paragraphs, footer),
  };
}
