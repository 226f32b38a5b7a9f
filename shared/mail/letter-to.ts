import type { ContactKind } from '../domain/people/person.ts';
import type { Text } from '../domain/text.ts';
import { isForInstitution } from '../domain/mail/referral-mails.ts';
import { mailWords, type MailWording } from './mail-words.ts';
import { mostUrgentFirst, renderDigest } from './render-digest.ts';
import { renderInstitutionMail, type InstitutionFacts } from './render-institution-mail.ts';
import { factValues, renderMail, type MailFacts, type RenderedMail } from './render-mail.ts';

/** Of a record of the directory, what decides how a mail is worded. */
export interface Reader {
  name: string;
  language: string;
  contact?: ContactKind;
  phone?: string;
}

/** What a letter says: to staff about a case, or to an institution about a referral. */
export type LetterFacts = MailFacts | InstitutionFacts;

/** A letter to staff, about one case or several; or to an institution, which gets one about each referral. */
export function letterOf(
  reader: Reader,
  [first, ...others]: readonly [LetterFacts, ...LetterFacts[]],
  list: string,
  wording: MailWording,
): RenderedMail {
  if (isToInstitution(first)) return renderInstitutionMail(first, reader.language, wording);
  return letterTo(reader, [first, ...others.filter((one) => !isToInstitution(one))], list, wording);
}

function isToInstitution(facts: LetterFacts): facts is InstitutionFacts {
  return isForInstitution(facts.occasion);
}

/**
 * The letter to one reader about one case or several, in the form of their contact: a page, a short message, or what a
 * desk is to say on the telephone. `list` leads to the list of cases.
 */
export function letterTo(
  reader: Reader,
  news: readonly [MailFacts, ...MailFacts[]],
  list: string,
  wording: MailWording,
): RenderedMail {
  if (reader.contact === 'phone_desk') return renderCall(news, reader, wording);
  const [facts] = news;
  const isOne = news.length === 1;
  const letter = isOne
    ? renderMail(facts, reader.language, wording)
    : renderDigest(news, list, reader.language, wording);
  if (reader.contact !== 'mail_to_sms') return letter;
  const due = isOne ? `, ${mailWords(reader.language, wording).due(facts.due)}` : '';
  const subject = plain(letter.subject);
  return { subject, text: `${subject}${plain(due)} ${isOne ? facts.link : list}` };
}

/** One letter outside the basic alphabet of a short message cuts its length from 160 to 70. */
export function plain(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '');
}

/**
 * What a desk reads: whom to ring, and the few words to say of each case, the most urgent first. No link: the desk opens no
 * case.
 */
function renderCall(news: readonly [MailFacts, ...MailFacts[]], reader: Reader, wording: MailWording): RenderedMail {
  const words = mailWords(reader.language, wording);
  const cases = mostUrgentFirst(news).map((facts) => ({
    ...factValues(facts, words, wording),
    name: reader.name,
    phone: reader.phone ?? '',
  }));
  // What is the same of every case, as whom to ring, is said once.
  const said = (text: Text): string[] => [...new Set(cases.map((values) => words.fill(text, values)))];
  const { call, footer } = wording.mailTexts;
  const [subject = ''] = said(call.subject);
  return { subject, text: [...call.lines.flatMap(said), '', ...said(footer), ''].join('\n') };
}
