import type { DisclosureField } from '../../domain/case/referral.ts';
import type { DisclosedCopy } from '../../domain/referrals/disclosed-copy.ts';
import type { OfficialLetterLabel } from '../../domain/referrals/official-letter-texts.ts';
import type { TriState } from '../../domain/report/report.ts';
import { escapeHtml } from '../frame/escape-html.ts';
import type { LetterWords } from './letter-words.ts';

/** The head of a letter: who sends it, and how the centre is reached. */
export function letterHead({ say, facts, wording: { centre } }: LetterWords): string {
  return [
    `<header><p><strong>${escapeHtml(say(centre.name))}</strong></p>`,
    facts([
      ['address', centre.postalAddress.value],
      ['phone', centre.institutionsPhone.value],
      ['mail', centre.mail.value],
    ]),
    `</header>`,
  ].join('\n');
}

/** Each part that a person can tick, as HTML. */
export function letterParts(copy: DisclosedCopy, words: LetterWords): Readonly<Record<DisclosureField, () => string>> {
  const { say, label, facts, shown, wording } = words;
  const { texts } = wording;
  const said = (text: string | undefined): string =>
    text === undefined
      ? `<p>${label('notSaid')}</p>`
      : `<p class="said" dir="auto">${shown.text(text)}</p>${shown.below(text)}`;
  const list = (lines: readonly string[], line: (typed: string) => string): string =>
    lines.length === 0
      ? said(undefined)
      : `<ol>${lines.map((typed) => `<li class="said">${line(typed)}</li>`).join('')}</ol>`;
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
    addresses: () => list(copy.addresses ?? [], shown.address),
    accounts: () =>
      list(
        (copy.accounts ?? []).map(({ platform, handle }) =>
          platform === undefined ? handle : `${say(wording.platforms[platform]) || platform}: ${handle}`,
        ),
        escapeHtml,
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
