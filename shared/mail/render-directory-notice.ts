import type { DirectoryNotice, DirectoryNoticeKind } from '../domain/people/directory-notice.ts';
import { linked, mailPage } from './mail-page.ts';
import { plain, type Reader } from './letter-to.ts';
import { mailWords, type MailWording } from './mail-words.ts';
import type { RenderedMail } from './render-mail.ts';

/**
 * All that a mail about the directory may say: what kind of change it is, until when somebody can object, where to look,
 * and whom to ring. It never says who and what.
 */
export interface DirectoryFacts extends Pick<DirectoryNotice, 'effectiveAt' | 'lapsesAt' | 'code'> {
  kind: DirectoryNoticeKind;
  link: string;
  /** The director and the outside partner, as far as there are any. */
  ring: readonly { name: string; phone?: string }[];
}

/** Words a mail about the directory. It is a page, or one line where the address belongs to a phone. */
export function renderDirectoryNotice(
  { kind, effectiveAt, lapsesAt, code, link, ring }: DirectoryFacts,
  reader: Pick<Reader, 'language' | 'contact'>,
  wording: MailWording,
): RenderedMail {
  const words = mailWords(reader.language, wording);
  const people = ring.map(({ name, phone }) => (phone === undefined ? name : `${name}, ${phone}`)).join('; ');
  const values = {
    link,
    ...(effectiveAt === undefined ? {} : { effective: words.due(effectiveAt) }),
    ...(lapsesAt === undefined ? {} : { lapses: words.due(lapsesAt) }),
    ...(code === undefined ? {} : { code }),
    ...(people === '' ? {} : { people }),
  };
  const { directoryNotices, ringToObject, footer } = wording.mailTexts;
  const texts = directoryNotices[kind];
  const subject = words.fill(texts.subject, values);
  if (reader.contact === 'mail_to_sms') {
    // The outside partner opens nothing. Whoever has a code needs it, and not the link.
    const parts = [subject, values.effective ?? values.lapses, code].filter((part) => part !== undefined);
    return { subject: plain(subject), text: `${plain(parts.join(', '))}${code === undefined ? ` ${link}` : ''}` };
  }
  const isSaid = (text: string): boolean =>
    [...text.matchAll(/\{(\w+)\}/g)].every(([, name = '']) => Object.hasOwn(values, name));
  const lines = [...texts.lines, ringToObject]
    .filter((line) => isSaid(words.say(line)))
    .map((line) => words.fill(line, values));
  const end = words.fill(footer, values);
  const paragraphs = lines.map((line) => `<p>${linked(line, link)}</p>`);
  return {
    subject,
    text: [...lines, '', end, ''].join('\n'),
    html: mailPage(words.language, subject, paragraphs, end),
  };
}
