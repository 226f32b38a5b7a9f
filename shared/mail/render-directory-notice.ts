import type { Instant } from '../domain/time/instant.ts';
import { linked, mailPage } from './mail-page.ts';
import { plain, type Reader } from './letter-to.ts';
import { mailWords, type MailWording } from './mail-words.ts';
import type { RenderedMail } from './render-mail.ts';

/**
 * All that a mail about the directory may say: until when somebody can object, and where. It never says who and what.
 */
export interface DirectoryFacts {
  effectiveAt: Instant;
  link: string;
}

/**
 * Words the directory notice of a change that will take effect by itself. It is a page, or one line where the address
 * belongs to a phone.
 */
export function renderDirectoryNotice(
  { effectiveAt, link }: DirectoryFacts,
  reader: Pick<Reader, 'language' | 'contact'>,
  wording: MailWording,
): RenderedMail {
  const words = mailWords(reader.language, wording);
  const values = { due: words.due(effectiveAt), link };
  const { directoryChange: texts, footer } = wording.mailTexts;
  const subject = words.fill(texts.subject, values);
  if (reader.contact === 'mail_to_sms') {
    return { subject: plain(subject), text: `${plain(subject)} ${link}` };
  }
  const lines = texts.lines.map((line) => words.fill(line, values));
  const end = words.fill(footer, values);
  const paragraphs = lines.map((line) => `<p>${linked(line, link)}</p>`);
  return {
    subject,
    text: [...lines, '', end, ''].join('\n'),
    html: mailPage(words.language, subject, paragraphs, end),
  };
}
