import type { Instant } from '../domain/time/instant.ts';
import type { ClockKind } from '../domain/case/timer-id.ts';
import type { MailOccasion } from '../domain/mail/mail-occasion.ts';
import type { Text } from '../domain/text.ts';
import type { Severity } from '../domain/report/severity.ts';
import { linked, mailPage } from './mail-page.ts';
import type { MailWording, MailWords } from './mail-words.ts';
import { mailWords } from './mail-words.ts';

/**
 * All that a mail to staff may say about a case. Source: PRACTICE, mails: an opaque number, severity, due time and a link.
 */
export interface MailFacts {
  occasion: MailOccasion;
  caseNumber: string;
  severity: Severity;
  /** Absent where what is due is no clock. */
  clock?: ClockKind;
  due: Instant;
  /** Id of the rung that was raised; only escalations and reminders have one. */
  rung?: string;
  /** The public name of the institution it is about; only what is about one has it. */
  institution?: Text;
  link: string;
}

export interface RenderedMail {
  subject: string;
  text: string;
  /** Absent where the text is all there is: a short message, a desk's call. */
  html?: string;
}

/** Words a mail about one case in the reader's language, or in the pack's own where the pack does not have it. */
export function renderMail(facts: MailFacts, language: string, wording: MailWording): Required<RenderedMail> {
  const { mailTexts } = wording;
  const words = mailWords(language, wording);
  const values = factValues(facts, words, wording);
  const occasion = mailTexts.occasions[facts.occasion];
  const subject = words.fill(occasion.subject, values);
  const lines = occasion.lines.map((line) => words.fill(line, values));
  const footer = words.fill(mailTexts.footer, values);
  const paragraphs = lines.filter((line) => line !== '').map((line) => `<p>${linked(line, facts.link)}</p>`);
  return {
    subject,
    text: [...lines, '', footer, ''].join('\n'),
    html: mailPage(words.language, subject, paragraphs, footer),
  };
}

/** What the blanks of a text about one case are filled with. */
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
    // A rung that the pack no longer has is said by its id: the mail must call somebody all the same.
    rung: facts.rung === undefined ? '' : words.say(mailTexts.rungs[facts.rung]) || facts.rung,
    institution: words.say(facts.institution),
    link: facts.link,
  };
}
