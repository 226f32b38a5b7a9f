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

interface DirectoryReader extends Pick<Reader, 'name' | 'language' | 'contact' | 'phone'> {
  /** Where the whole directory is. */
  list: string;
}

/**
 * Words one mail about one change of the directory, or about several. What would stand there twice stands there once. It
 * is a page, or one line where the address belongs to a phone.
 */
export function renderDirectoryNotices(
  [first, ...others]: readonly [DirectoryFacts, ...DirectoryFacts[]],
  reader: DirectoryReader,
  wording: MailWording,
): RenderedMail {
  const words = mailWords(reader.language, wording);
  const { severalNotices, ringToObject, footer } = wording.mailTexts;
  // Nobody objects to a test of their own.
  const [ring = [], ...rings] = [first, ...others].filter(({ kind }) => kind !== 'test').map((facts) => facts.ring);
  const toRing = ring.filter(({ name }) => rings.every((one) => one.some((other) => other.name === name)));
  const people = toRing.map(({ name, phone }) => (phone === undefined ? name : `${name}, ${phone}`)).join('; ');
  const parts = new Map(
    [first, ...others].map((facts) => partOf(facts, reader, words, wording)).map((one) => [one.key, one]),
  );
  const [only, second] = parts.values();
  const isOne = second === undefined && only !== undefined;
  const subject = isOne ? only.subject : words.fill(severalNotices, { count: String(parts.size) });
  if (reader.contact === 'mail_to_sms') {
    return { subject: plain(subject), text: isOne ? only.short : `${plain(subject)} ${reader.list}` };
  }
  const object = people === '' ? [] : [words.fill(ringToObject, { people })];
  const ends = [words.fill(footer, {})];
  const sections = [...parts.values()].map(({ lines }) => lines);
  const paragraphs = [
    ...[...parts.values()].flatMap(({ lines, link }) => lines.map((line) => `<p>${linked(line, link)}</p>`)),
    ...object.map((line) => `<p>${linked(line, first.link)}</p>`),
  ];
  return {
    subject,
    text:
      [...sections.map((lines) => lines.join('\n')), ''].join(isOne ? '\n' : '\n\n') +
      [...object, '', ...ends, ''].join('\n'),
    html: mailPage(words.language, subject, paragraphs, ends.join('')),
  };
}

/** What a mail says of one change. */
function partOf(
  { kind, effectiveAt, lapsesAt, code, link }: DirectoryFacts,
  { name, contact = 'mail', phone = '' }: DirectoryReader,
  words: ReturnType<typeof mailWords>,
  { mailTexts }: MailWording,
): { key: string; subject: string; short: string; lines: string[]; link: string } {
  const values = {
    link,
    ...(effectiveAt === undefined ? {} : { effective: words.due(effectiveAt) }),
    ...(lapsesAt === undefined ? {} : { lapses: words.due(lapsesAt) }),
    ...(code === undefined ? {} : { code }),
    way: words.say(mailTexts.waysToReach[contact]),
    ...(contact === 'phone_desk' ? { desk: `${name}, ${phone}` } : {}),
  };
  const texts = mailTexts.directoryNotices[kind];
  const subject = words.fill(texts.subject, values);
  // The outside partner opens nothing. Whoever has a code needs it, and not the link.
  const parts = [subject, values.effective ?? values.lapses, code].filter((part) => part !== undefined);
  const isSaid = (text: string): boolean =>
    [...text.matchAll(/\{(\w+)\}/g)].every(([, name = '']) => Object.hasOwn(values, name));
  const lines = texts.lines.filter((line) => isSaid(words.say(line))).map((line) => words.fill(line, values));
  return {
    key: [subject, ...lines].join('\n'),
    subject,
    short: `${plain(parts.join(', '))}${code === undefined ? ` ${link}` : ''}`,
    lines,
    link,
  };
}
