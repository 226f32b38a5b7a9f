import type { Instant } from '../domain/time/instant.ts';
import type { ClockKind } from '../domain/case/timer-id.ts';
import type { MailOccasion } from '../domain/mail/mail-occasion.ts';
import type { Text } from '../domain/text.ts';
import type { Severity } from '../domain/report/severity.ts';
import { linked, mailPage } from './mail-page.ts';
import type { MailWording, MailWords } from './mail-words.ts';
import { mailWords } from './mail-words.ts';

/**
 * All that a mail to staff may say about a case: an opaque number, severity, due time and a link.
 * Source: docs/practice.md, Mails.
 */
export interface MailFacts {
  occasion: MailOccasion;
  caseNumber: string;
  severity: Severity;
  /** Absent where the due time does not belong to a clock. */
  clock?: ClockKind;
  due: Instant;
  /** Id of the escalated rung; only escalations and reminders have one. */
  rung?: string;
  /** The public name of the institution that the mail is about, if there is one. */
  institution?: Text;
  link: string;
}

export interface RenderedMail {
  subject: string;
  text: string;
  /** Absent where there is only text: a short message, or the call of a desk. */
  html?: string;
}

/**
 * Words a mail about one case in the reader's language. Where the pack lacks it, the pack's own language is used.
 * `letter` leads to the letter, to acknowledge it.
 */
export function renderMail(
  facts: MailFacts & { more?: number },
  language: string,
  wording: MailWording,
  letter: string,
): Required<RenderedMail> {
  const { mailTexts } = wording;
  const words = mailWords(language, wording);
  const values = factValues(facts, words, wording);
  const occasion = mailTexts.occasions[facts.occasion];
  const subject = words.fill(occasion.subject, values);
  const { more = 0 } = facts;
  const lines = [
    ...occasion.lines.map((line) => words.fill(line, values)),
    ...(more === 0 ? [] : [words.fill(mailTexts.digest.more, { count: String(more) })]),
  ];
  const footer = words.fill(mailTexts.footer, values);
  const acknowledge = words.fill(mailTexts.acknowledge, { link: letter });
  const paragraphs = [
    ...lines.filter((line) => line !== '').map((line) => `<p>${linked(line, facts.link)}</p>`),
    `<p>${linked(acknowledge, letter)}</p>`,
  ];
  return {
    subject,
    text: [...lines, acknowledge, '', footer, ''].join('\n'),
    html: mailPage(words.language, subject, paragraphs, footer),
  };
}

/** The values that fill the blanks of a text about one case. */
export function factValues(
  facts: MailFacts,
  words: MailWords,
  { mailTexts }: MailWording,
): Readonly<Record<string, string>> {
  return {
    number: facts.caseNumber,
    severity: words.say(mailTexts.severities[facts.severity]),
    due: words.due(facts.due),
    clock: facts.clock === undefined ? '' : words.say(mailTexts.clocks[facts.clock]),
    missing: facts.clock === undefined ? '' : words.say(mailTexts.missing[facts.clock]),
    // A rung that the pack no longer has is said by its id: the mail must call somebody all the same.
    rung: facts.rung === undefined ? '' : words.say(mailTexts.rungs[facts.rung]) || facts.rung,
    institution: words.say(facts.institution),
    link: facts.link,
  };
}
