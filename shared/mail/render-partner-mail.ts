import type { CaseApproval } from '../domain/case/case.ts';
import type { PartnerOccasion } from '../domain/mail/mail-occasion.ts';
import type { ContactKind } from '../domain/people/person.ts';
import type { Instant } from '../domain/time/instant.ts';
import { escapeHtml } from '../pages/frame/escape-html.ts';
import { mailPage } from './mail-page.ts';
import { mailWords, type MailWording } from './mail-words.ts';
import type { RenderedMail } from './render-mail.ts';

/**
 * All that a letter to the outside partner may say: an opaque number, what is asked, and the code of the call. It holds
 * no severity and no link. Source: docs/practice.md, Lowering.
 */
export interface PartnerFacts {
  occasion: PartnerOccasion;
  caseNumber: string;
  asked: CaseApproval['kind'];
  code: string;
  /** When the request is over if nobody decided. Absent where it waits. */
  due?: Instant;
}

/** Words the letter to the outside partner, in the form of their contact. A desk reads out all of it. */
export function renderPartnerMail(
  { caseNumber, asked, code, due }: PartnerFacts,
  reader: { name: string; language: string; contact?: ContactKind; phone?: string },
  wording: MailWording,
): RenderedMail {
  const { partner: texts, footer: footerText, call } = wording.mailTexts;
  const words = mailWords(reader.language, wording);
  const values = {
    number: caseNumber,
    asked: words.say(texts.asked[asked]),
    code,
    due: due === undefined ? '' : words.due(due),
    name: reader.name,
    phone: reader.phone ?? '',
  };
  const subject = words.fill(texts.subject, values);
  if (reader.contact === 'mail_to_sms') return { subject, text: words.fill(texts.short, values) };
  const isDesk = reader.contact === 'phone_desk';
  const lines = [
    // The first line of a call says whom to ring.
    ...(isDesk ? call.lines.slice(0, 1) : []),
    ...texts.lines,
    ...(due === undefined ? [] : [texts.until]),
  ].map((line) => words.fill(line, values));
  const footer = words.fill(footerText, values);
  const text = [...lines, '', footer, ''].join('\n');
  if (isDesk) return { subject, text };
  const paragraphs = lines.map((line) => `<p>${escapeHtml(line)}</p>`);
  return { subject, text, html: mailPage(words.language, subject, paragraphs, footer) };
}
