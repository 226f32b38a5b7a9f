import { disclosureFields } from '../../domain/case/referral.ts';
import type { DisclosureField } from '../../domain/case/referral.ts';
import { theCentre } from '../../domain/referrals/disclosed-copy.ts';
import type { DisclosedCopy } from '../../domain/referrals/disclosed-copy.ts';
import type { LegalBasis } from '../../domain/referrals/referral-policy.ts';
import type { Role } from '../../domain/access/authorize.ts';
import { fill } from '../../domain/text.ts';
import type { Text } from '../../domain/text.ts';
import type { Instant } from '../../domain/time/instant.ts';
import { letterHead, letterParts } from './letter-parts.ts';
import { letterStyle, letterStyleSource } from './letter-style.ts';
import { letterWords, type LetterWording, type LetterWords } from './letter-words.ts';
import { escapeHtml } from '../frame/escape-html.ts';

/** All that a letter to an institution says. It is made from the sealed copy, so it gives what the copy gives. */
export interface OfficialLetter {
  caseNumber: string;
  /** The referral's id in its case. */
  referral: string;
  /** When a person decided to send. A letter that is printed again has the same date. */
  at: Instant;
  institution: Text;
  /** The contact who was chosen. */
  contact?: string | undefined;
  basis: LegalBasis | undefined;
  fields: readonly DisclosureField[];
  copy: DisclosedCopy;
  /** A list of addresses tells of no child: it has no sentence about one. */
  isAddressesOnly: boolean;
  /** The name of the lead agency, where another one leads. */
  lead?: Text | undefined;
  /** Absent where the directory knows the sender no more: then the name is written by hand. */
  sender?: { name: string; role?: Role } | undefined;
}

/**
 * What a browser may do with the letter: show it with its own style. It replaces the header of all other answers.
 * Source: docs/contract.md, Headers.
 */
export const letterContentPolicy = `default-src 'none'; style-src ${letterStyleSource}; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;

/**
 * The printed letter of one referral as HTML, in a language of the pack. It holds the fields that were ticked and
 * nothing else, addresses as typed and as text. Everything that a person wrote is escaped.
 * Source: docs/practice.md, Referral.
 */
export function officialLetter(letter: OfficialLetter, language: string, wording: LetterWording): string {
  const { texts, centre } = wording;
  const words = letterWords(language, wording);
  const { say, label, facts } = words;
  const phone = centre.institutionsPhone.value;
  const { copy } = letter;
  const kind = letter.isAddressesOnly ? 'addresses' : 'referral';
  const parts = letterParts(copy, words);
  const given = disclosureFields.filter((field) => letter.fields.includes(field));
  const reference = `${letter.caseNumber} / ${letter.referral}`;
  const { basis } = letter;
  return [
    `<!doctype html>`,
    `<html lang="${escapeHtml(language)}">`,
    `<head><meta charset="utf-8"><title>${escapeHtml(reference)}</title><style>${letterStyle}</style></head>`,
    `<body>`,
    letterHead(words),
    `<main>`,
    facts([
      ['reference', reference],
      ['date', words.day(letter.at)],
      ['to', say(letter.institution)],
      ['unit', copy.unit],
      ['attention', letter.contact],
      ['answeredBy', copy.answeredBy],
      ['basis', basis === undefined ? undefined : say(basis.name)],
      ['basisAsOf', basis?.asOf],
    ]),
    `<p class="mark">${escapeHtml(say(texts.confidential))}</p>`,
    `<h1>${escapeHtml(say(texts.titles[kind]))}</h1>`,
    `<p>${escapeHtml(say(texts.openings[kind]))}</p>`,
    ...(given.length === 0 ? [`<p>${escapeHtml(fill(say(texts.nothingGiven), { phone }))}</p>`] : []),
    ...given.flatMap((field) => [`<h2>${label(field)}</h2>`, parts[field]()]),
    ...speakTo(letter, words, phone),
    `<p>${escapeHtml(fill(say(texts.acknowledge), { phone }))}</p>`,
    `<div class="sign">`,
    facts([
      ['sender', letter.sender?.name ?? ' '],
      ['duty', letter.sender?.role === undefined ? undefined : say(texts.roles[letter.sender.role])],
    ]),
    `<p class="line">${label('signature')}</p>`,
    `</div>`,
    `</main>`,
    `</body></html>`,
    '',
  ].join('\n');
}

/** The letters of all who do not lead name who is spoken to in place of the child. */
function speakTo(
  { copy, lead, isAddressesOnly }: OfficialLetter,
  { say, wording }: LetterWords,
  phone: string,
): string[] {
  const named = copy.doNotQuestionTheChildSpeakTo;
  if (named === undefined || isAddressesOnly) return [];
  const { doNotQuestion } = wording.texts;
  const sentence =
    named === theCentre || lead === undefined
      ? fill(say(doNotQuestion.centre), { phone })
      : fill(say(doNotQuestion.lead), { lead: say(lead) });
  return [`<p class="mark">${escapeHtml(sentence)}</p>`];
}
