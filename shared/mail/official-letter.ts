import { disclosureFields } from '../domain/case/referral.ts';
import type { DisclosureField } from '../domain/case/referral.ts';
import type { CountryPack } from '../domain/country-pack.ts';
import { theCentre } from '../domain/referrals/disclosed-copy.ts';
import type { DisclosedCopy } from '../domain/referrals/disclosed-copy.ts';
import type { OfficialLetterLabel, OfficialLetterTexts } from '../domain/referrals/official-letter-texts.ts';
import type { LegalBasis } from '../domain/referrals/referral-policy.ts';
import type { Role } from '../domain/access/authorize.ts';
import type { TriState } from '../domain/report/report.ts';
import { fill } from '../domain/text.ts';
import type { Text } from '../domain/text.ts';
import type { Instant } from '../domain/time/instant.ts';
import { letterStyle, letterStyleSource } from './letter-style.ts';
import { escapeHtml } from './mail-page.ts';

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

/** What words a letter. */
export type LetterWording = Pick<CountryPack, 'centre' | 'timeZone' | 'defaultLanguage' | 'regions'> & {
  texts: OfficialLetterTexts;
  /** Names of platforms, by code. */
  platforms: Readonly<Record<string, Text>>;
};

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
  const parts = partsOf(copy, words);
  const given = disclosureFields.filter((field) => letter.fields.includes(field));
  const reference = `${letter.caseNumber} / ${letter.referral}`;
  const { basis } = letter;
  return [
    `<!doctype html>`,
    `<html lang="${escapeHtml(language)}">`,
    `<head><meta charset="utf-8"><title>${escapeHtml(reference)}</title><style>${letterStyle}</style></head>`,
    `<body>`,
    `<header><p><strong>${escapeHtml(say(centre.name))}</strong></p>`,
    facts([
      ['address', centre.postalAddress.value],
      ['phone', phone],
      ['mail', centre.mail.value],
    ]),
    `</header>`,
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

/** Says a letter's words in one language. Everything but `say` and `day` is HTML. */
interface LetterWords {
  say: (text: Text | undefined) => string;
  day: (at: Instant) => string;
  minute: (at: Instant) => string;
  label: (name: OfficialLetterLabel) => string;
  facts: (list: readonly [OfficialLetterLabel, string | undefined][]) => string;
  wording: LetterWording;
  language: string;
}

function letterWords(language: string, wording: LetterWording): LetterWords {
  const { texts, defaultLanguage, timeZone } = wording;
  const say = (text: Text | undefined): string => text?.[language] ?? text?.[defaultLanguage] ?? '';
  const label = (name: OfficialLetterLabel): string => escapeHtml(say(texts.labels[name]));
  const date = { day: 'numeric', month: 'long', year: 'numeric', timeZone } as const;
  const time = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone } as const;
  // Put together by hand, day before month: `en` alone would give the American order.
  const parts = (at: Instant, options: Intl.DateTimeFormatOptions) => {
    const made = new Intl.DateTimeFormat(language, options).formatToParts(new Date(at));
    return (type: Intl.DateTimeFormatPartTypes): string => made.find((one) => one.type === type)?.value ?? '';
  };
  const day = (at: Instant): string => {
    const part = parts(at, date);
    return `${part('day')} ${part('month')} ${part('year')}`;
  };
  return {
    say,
    label,
    day,
    minute: (at) => {
      const part = parts(at, time);
      return `${day(at)}, ${part('hour')}:${part('minute')}`;
    },
    facts: (list) => {
      const known = list.flatMap(([name, value]) =>
        value === undefined || value === '' ? [] : [`<dt>${label(name)}:</dt><dd>${escapeHtml(value)}</dd>`],
      );
      return known.length === 0 ? `<p>${label('notSaid')}</p>` : `<dl>${known.join('')}</dl>`;
    },
    wording,
    language,
  };
}

/** Each part that a person can tick, as HTML. */
function partsOf(copy: DisclosedCopy, words: LetterWords): Readonly<Record<DisclosureField, () => string>> {
  const { say, label, facts, wording } = words;
  const { texts } = wording;
  const said = (text: string | undefined): string =>
    text === undefined ? `<p>${label('notSaid')}</p>` : `<p class="said" dir="auto">${escapeHtml(text)}</p>`;
  const list = (lines: readonly string[]): string =>
    lines.length === 0
      ? said(undefined)
      : `<ol>${lines.map((line) => `<li class="said">${escapeHtml(line)}</li>`).join('')}</ol>`;
  const answer = (value: TriState | undefined): string | undefined =>
    value === undefined ? undefined : say(texts.words.answers[answerOf(value)]);
  const age = (years: number | undefined): string | undefined => (years === undefined ? undefined : String(years));
  return {
    narrative: () => said(copy.narrative),
    victims: () =>
      [
        ...(copy.victims ?? []).map(({ ageYears, gender }) =>
          facts([
            ['age', age(ageYears)],
            ['gender', gender && say(texts.words.genders[gender])],
          ]),
        ),
        ...(copy.moreVictims === undefined ? [] : [facts([['moreVictims', answer(copy.moreVictims)]])]),
      ].join('') || said(undefined),
    suspect: () => {
      const { relation, adult, livesWithChild } = copy.suspect ?? {};
      return facts([
        ['relation', relation && say(texts.words.relations[relation])],
        ['adult', answer(adult)],
        ['livesWithChild', answer(livesWithChild)],
      ]);
    },
    reporter: () => {
      const { role, ageYears, name, organisation, contact = {} } = copy.reporter ?? {};
      return facts([
        ['role', role && say(texts.words.reporters[role])],
        ['age', age(ageYears)],
        ['name', name],
        ['organisation', organisation],
        ['phone', contact.phone],
        ['mail', contact.email],
        ['contactOwner', contact.whose && say(texts.words.owners[contact.whose])],
        ['contactWay', contact.how && say(texts.words.ways[contact.how])],
        ['safe', answer(contact.safe)],
        ['whenSafe', contact.whenSafe],
      ]);
    },
    place: () => facts(placeFacts(copy.place, words)),
    addresses: () => list(copy.addresses ?? []),
    accounts: () =>
      list(
        (copy.accounts ?? []).map(({ platform, handle }) =>
          platform === undefined ? handle : `${say(wording.platforms[platform]) || platform}: ${handle}`,
        ),
      ),
    thread: () =>
      (copy.thread ?? [])
        .map(({ from, at, text }) => {
          const head = `${say(texts.words.writers[from])}, ${words.minute(at)}`;
          return `<p><strong>${escapeHtml(head)}</strong></p>${said(text)}`;
        })
        .join('') || said(undefined),
  };
}

function answerOf(value: TriState): 'yes' | 'no' | 'unsure' {
  if (value === 'unsure') return 'unsure';
  return value ? 'yes' : 'no';
}

/** A place by its names, where the pack knows its codes. */
function placeFacts(
  place: DisclosedCopy['place'],
  { say, wording, language }: LetterWords,
): [OfficialLetterLabel, string | undefined][] {
  if (place === undefined) return [];
  const { places } = wording.texts.words;
  const word = (code: string): string | undefined =>
    code === 'unknown' || code === 'outside' ? say(places[code]) : undefined;
  const named = (list: readonly { code: string; name: string }[], code: string | undefined): string | undefined =>
    code === undefined ? undefined : (word(code) ?? list.find((one) => one.code === code)?.name ?? code);
  const countries = new Intl.DisplayNames([language], { type: 'region', fallback: 'code' });
  return [
    [
      'country',
      word(place.country) ?? (/^[A-Z]{2}$/.test(place.country) ? countries.of(place.country) : place.country),
    ],
    ['region', named(wording.regions, place.region)],
    [
      'municipality',
      named(
        wording.regions.flatMap(({ municipalities }) => municipalities),
        place.municipality,
      ),
    ],
    ['school', place.school],
  ];
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
