import type { ContactKind } from '../domain/people/person.ts';
import type { Text } from '../domain/text.ts';
import { isForPartner } from '../domain/mail/mail-occasion.ts';
import { isForInstitution } from '../domain/mail/referral-mails.ts';
import { mailWords, type MailWording } from './mail-words.ts';
import { onePerCase, saysNumberOnly, type CaseLine } from './one-per-case.ts';
import { mostUrgentFirst, renderDigest } from './render-digest.ts';
import { renderInstitutionMail, type InstitutionFacts } from './render-institution-mail.ts';
import { factValues, renderMail, type MailFacts, type RenderedMail } from './render-mail.ts';
import { renderPartnerMail, type PartnerFacts } from './render-partner-mail.ts';

/** The fields of a directory record that decide how a mail is worded. */
export interface Reader {
  name: string;
  language: string;
  contact?: ContactKind;
  phone?: string;
}

/** What a letter says: to staff about a case, to an institution about a referral, to the partner about a request. */
export type LetterFacts = MailFacts | InstitutionFacts | PartnerFacts;

/** Where a letter to staff leads: to the list of cases, and to the letter itself, to acknowledge it. */
export interface LetterLinks {
  list: string;
  letter: string;
}

/** A letter to staff about one or several cases. To an institution or the outside partner, it is about one thing. */
export function letterOf(
  reader: Reader,
  [first, ...others]: readonly [LetterFacts, ...LetterFacts[]],
  links: LetterLinks,
  wording: MailWording,
): RenderedMail {
  if (isToInstitution(first)) return renderInstitutionMail(first, reader.language, wording);
  if (isToPartner(first)) {
    const letter = renderPartnerMail(first, reader, wording);
    return reader.contact === 'mail_to_sms' ? { subject: plain(letter.subject), text: plain(letter.text) } : letter;
  }
  return letterTo(reader, [first, ...others.filter(isToStaff)], links, wording);
}

function isToInstitution(facts: LetterFacts): facts is InstitutionFacts {
  return isForInstitution(facts.occasion);
}

function isToPartner(facts: LetterFacts): facts is PartnerFacts {
  return isForPartner(facts.occasion);
}

function isToStaff(facts: LetterFacts): facts is MailFacts {
  return !isToInstitution(facts) && !isToPartner(facts);
}

/**
 * The letter to one reader about one or several cases, in the form of their contact. That is a page, a short message,
 * or what a desk says on the phone.
 */
export function letterTo(
  reader: Reader,
  news: readonly [MailFacts, ...MailFacts[]],
  { list, letter: link }: LetterLinks,
  wording: MailWording,
): RenderedMail {
  const cases = onePerCase(news);
  if (reader.contact === 'phone_desk') return renderCall(cases, reader, wording);
  const [facts] = cases;
  const isOne = cases.length === 1;
  const letter = isOne
    ? renderMail(facts, reader.language, wording, link)
    : renderDigest(cases, { list, letter: link }, reader.language, wording);
  if (reader.contact !== 'mail_to_sms') return letter;
  const says = isOne && !saysNumberOnly(facts.occasion);
  const due = mailWords(reader.language, wording).due(facts.due);
  // Many subjects say by themselves when something is due.
  const added = says && !letter.subject.includes(due) ? `, ${due}` : '';
  const subject = plain(letter.subject);
  return { subject, text: `${subject}${plain(added)} ${isOne ? facts.link : list}` };
}

/** Removes diacritics: one character outside the basic alphabet cuts a short message from 160 characters to 70. */
export function plain(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '');
}

/**
 * What a phone desk reads: whom to call, and a few words about each case, the most urgent first. It has no link,
 * because the desk opens no case.
 */
function renderCall(news: readonly [CaseLine, ...CaseLine[]], reader: Reader, wording: MailWording): RenderedMail {
  const words = mailWords(reader.language, wording);
  const cases = mostUrgentFirst(news).map((facts) => ({
    ...factValues(facts, words, wording),
    name: reader.name,
    phone: reader.phone ?? '',
  }));
  // Lines that are the same for every case, such as whom to call, are said once.
  const said = (text: Text): string[] => [...new Set(cases.map((values) => words.fill(text, values)))];
  const { call, footer } = wording.mailTexts;
  const [subject = ''] = said(call.subject);
  const [whom, ...others] = call.lines;
  const isNumberOnly = news.every(({ occasion }) => saysNumberOnly(occasion));
  const lines = isNumberOnly && whom !== undefined ? [whom, call.exclusion] : [whom, ...others];
  const spoken = lines.filter((line) => line !== undefined).flatMap(said);
  return { subject, text: [...spoken, '', ...said(footer), ''].join('\n') };
}
