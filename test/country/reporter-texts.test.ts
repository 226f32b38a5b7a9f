import { describe, expect, test } from 'vitest';
import { everyReporterText } from '#infra/documents/sentence-facts.ts';
import { albania } from '#shared/country/al/pack.ts';
import { fill, type Address, type AddressedText } from '#shared/domain/text.ts';
import { sayMoment, type MomentUse } from '#shared/domain/time/say-moment.ts';

const { moments, ...texts } = await everyReporterText(albania);
const { sharedBecause } = await albania.loadReferrals();

/** Every text with its place. */
function placed(part: object, place = ''): [string, AddressedText][] {
  if ('child' in part && 'adult' in part) return [[place, part as AddressedText]];
  return Object.entries(part).flatMap(([key, inner]: [string, object]) => placed(inner, `${place}.${key}`));
}
const all = placed({ ...texts, sharedBecause });

describe('in Albanian', () => {
  /** Pronouns, and verbs by their endings. "yni" is "ours", "tani" is "now". */
  const ju = /(?<!\p{L})(ju|juaj|juaji|tuaj|tuajin|(?!(yni|tani)(?!\p{L}))\p{L}{2,}ni)(?!\p{L})/iu;
  const ti =
    /(?<!\p{L})(ti|ty|yt|yti|jote|tënd|tënde|tua|ke|je|raportove|tregove|kërkove|telefono|shkruaj|trego|shto|merr|fol|të të|të \p{L}+sh)(?!\p{L})/iu;

  test('a child never reads ju, and an adult never ti', () => {
    const wrong = all.flatMap(([place, { child, adult }]) => {
      const toChild = ju.exec(child['sq'] ?? '')?.[0];
      const toAdult = ti.exec(adult['sq'] ?? '')?.[0];
      return toChild === undefined && toAdult === undefined ? [] : [[place, toChild, toAdult]];
    });
    expect(wrong).toEqual([]);
  });

  test('what addresses somebody has two wordings', () => {
    const addressing = all.filter(([, { child }]) => ti.test(child['sq'] ?? ''));
    expect(addressing.length).toBeGreaterThan(30);
    expect(addressing.filter(([, { child, adult }]) => child['sq'] === adult['sq'])).toEqual([]);
  });
});

describe('whom to call meanwhile', () => {
  const phonesIn = (text = ''): string[] =>
    [...text.matchAll(/\b(?:116 \d{3}|1\d\d)\b/gu)].map(([phone]) => phone.replace(' ', ''));

  test('names the first phone of each order first, and 112 never before 127 or 129', () => {
    for (const { reason, phones } of albania.helpOrders) {
      if (reason === 'other') continue;
      for (const text of Object.values(texts.meanwhile[reason]).flatMap((one) => Object.values(one))) {
        const said = phonesIn(text);
        expect([reason, said[0]]).toEqual([reason, phones[0]]);
        expect([reason, said.filter((phone) => !phones.includes(phone) && !['112', '129'].includes(phone))]).toEqual([
          reason,
          [],
        ]);
      }
    }
    for (const [, text] of placed(texts.meanwhile)) {
      for (const one of [...Object.values(text.child), ...Object.values(text.adult)]) {
        const said = phonesIn(one);
        expect(said).not.toEqual([]);
        expect(said.includes('112') && said.indexOf('112') < Math.max(said.indexOf('127'), said.indexOf('129'))).toBe(
          false,
        );
      }
    }
  });
});

/** A Friday, 23:10 in Tirana. */
const now = '2026-11-20T22:10:00.000Z';
const ahead = {
  length: '2026-11-20T23:10:00.000Z',
  tomorrow: '2026-11-21T07:00:00.000Z',
  weekday: '2026-11-23T22:10:00.000Z',
};
const past = {
  today: '2026-11-20T13:00:00.000Z',
  yesterday: '2026-11-19T13:00:00.000Z',
  weekday: '2026-11-17T13:00:00.000Z',
  date: '2026-11-03T13:00:00.000Z',
};

describe('a sentence with a moment', () => {
  const says = (text: AddressedText, use: MomentUse, at: string, address: Address, language: string): string => {
    const moment = sayMoment({ use, at, now }, language, albania.timeZone, moments);
    const [sentence = ''] = (text[address][language] ?? '')
      .split(/(?<=\.) (?=\p{Lu})/u)
      .filter((one) => /\{/u.test(one));
    return fill(sentence, { readBy: moment, until: moment, by: moment, when: moment });
  };

  test.each([
    [ahead.length, 'Dikush nga ekipi ynë e lexon brenda një ore.', 'A person will read this within one hour.'],
    [
      ahead.tomorrow,
      'Dikush nga ekipi ynë e lexon deri nesër në orën 08:00.',
      'A person will read this by 08:00 tomorrow.',
    ],
    [
      ahead.weekday,
      'Dikush nga ekipi ynë e lexon deri të hënën në orën 23:10.',
      'A person will read this by 23:10 on Monday.',
    ],
  ])('that somebody will read it by %s', (at, sq, en) => {
    const said = (language: string) => says(texts.nextStep.willBeRead, 'by', at, 'child', language);
    expect([said('sq'), said('en')]).toEqual([sq, en]);
  });

  test.each([
    [ahead.length, 'Nuk e tërheqim edhe për një orë.', 'We do not take it back for one hour more.'],
    [ahead.tomorrow, 'Nuk e tërheqim deri nesër në orën 08:00.', 'We do not take it back before 08:00 tomorrow.'],
    [ahead.weekday, 'Nuk e tërheqim deri të hënën në orën 23:10.', 'We do not take it back before 23:10 on Monday.'],
  ])('that it is not taken back before %s', (at, sq, en) => {
    for (const address of ['child', 'adult'] as const) {
      const said = (language: string) => says(texts.asked.withdrawal, 'notBefore', at, address, language);
      expect([said('sq'), said('en')]).toEqual([sq, en]);
    }
  });

  test.each([
    [past.today, 'deri sot në orën 14:00', 'by 14:00 today'],
    [past.yesterday, 'deri dje në orën 14:00', 'by 14:00 yesterday'],
    [past.weekday, 'deri të martën në orën 14:00', 'by 14:00 on Tuesday'],
    [past.date, 'deri më 3 nëntor 2026, në orën 14:00', 'by 14:00 on 3 November 2026'],
  ])('of what was missed at %s', (at, sq, en) => {
    const { promiseMissed, readMissed, messageMissed } = texts;
    const said = (address: Address, language: string) =>
      [promiseMissed, readMissed, messageMissed].map((text) => says(text, 'by', at, address, language));
    expect(said('child', 'sq')).toEqual([
      `Të premtuam një përgjigje ${sq} dhe nuk e mbajtëm premtimin.`,
      `Të thamë se do ta lexonim ${sq}, dhe nuk e lexuam në kohë.`,
      `Të thamë se do ta lexonim mesazhin tënd ${sq}, dhe ende nuk e ka lexuar askush.`,
    ]);
    expect(said('adult', 'sq')).toEqual([
      `Ju premtuam një përgjigje ${sq} dhe nuk e mbajtëm premtimin.`,
      `Ju thamë se do ta lexonim ${sq}, dhe nuk e lexuam në kohë.`,
      `Ju thamë se do ta lexonim mesazhin tuaj ${sq}, dhe ende nuk e ka lexuar askush.`,
    ]);
    expect(said('child', 'en')).toEqual([
      `We promised an answer ${en} and did not keep it.`,
      `We said that a person would read it ${en}, and nobody read it in time.`,
      `We said that a person would read your message ${en}, and nobody has read it yet.`,
    ]);
    expect(said('adult', 'en')).toEqual(said('child', 'en'));
  });

  test.each([
    [past.today, 'Këtë e tërhoqëm sot në orën 14:00.', 'We took this back at 14:00 today.'],
    [past.yesterday, 'Këtë e tërhoqëm dje në orën 14:00.', 'We took this back at 14:00 yesterday.'],
    [past.weekday, 'Këtë e tërhoqëm të martën në orën 14:00.', 'We took this back at 14:00 on Tuesday.'],
    [past.date, 'Këtë e tërhoqëm më 3 nëntor 2026, në orën 14:00.', 'We took this back at 14:00 on 3 November 2026.'],
  ])('of what was taken back at %s', (at, sq, en) => {
    const said = (language: string) => says(texts.takenBack, 'at', at, 'adult', language);
    expect([said('sq'), said('en')]).toEqual([sq, en]);
  });
});
