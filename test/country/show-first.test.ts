import { describe, expect, it } from 'vitest';
import { taxonomyAnswer } from '#shared/contracts/http/public/taxonomy.ts';
import { albania } from '#shared/country/al/pack.ts';
import { audiences, type Audience } from '#shared/domain/help/audience.ts';

const texts = await albania.loadTaxonomyTexts();
const formFor = (audience: Audience, language = 'en') => taxonomyAnswer(albania, texts, { language, audience });
const firstOf = (audience: Audience, category: string, language?: string): string =>
  formFor(audience, language).categories.find(({ code }) => code === category)?.showFirst ?? '';

/** Phones as they stand in a text. */
const phonesIn = (text: string): string[] => text.match(/116 \d{3}|\b1[12]\d\b/g) ?? [];

const everyFirst = audiences.flatMap((audience) =>
  formFor(audience).categories.flatMap(({ code }) =>
    albania.languages.flatMap((language) => {
      const said = firstOf(audience, code, language);
      return said === '' ? [] : [{ audience, code, language, said }];
    }),
  ),
);

/** Who, of which category, what must stand there, what must not, and the phones in their order. */
const rows: readonly [Audience, string, RegExp, RegExp, string[]][] = [
  ['child', 'suicide_self_harm', /not alone/, /leave them/, ['116 111', '127', '112']],
  ['parent', 'suicide_self_harm', /call 127 now\. Do not leave them alone/, /first\./, ['127', '116 111']],
  ['school', 'suicide_self_harm', /psychologist/, /nobody else|parents/, ['127', '116 111']],
  ['adult', 'suicide_self_harm', /If it is about you, you are not alone/, /child/, ['127', '116 111']],
  ['school', 'threat_violence', /head of the school and the safety officer/, /psychologist/, ['129', '112']],
  ['parent', 'threat_violence', /right away/, /school/, ['129', '112']],
  ['child', 'missing_child', /no hours to wait/, /fault/, ['116 000', '129']],
  ['parent', 'missing_child', /no hours to wait/, /fault/, ['116 000', '129']],
  ['child', 'abuse_offline', /not your fault/, /do not speak/, ['129', '112', '116 111']],
  ['parent', 'abuse_offline', /do not speak to whom you suspect/, /your fault/, ['129', '112', '116 111']],
  ['school', 'abuse_offline', /Do not ask the child for details/, /your fault/, ['129', '112', '116 111']],
  ['child', 'trafficking_exploitation', /not your fault/, /suspect/, ['129', '112', '116 111']],
  ['adult', 'trafficking_exploitation', /Do not ask the child/, /your fault/, ['129', '112', '116 111']],
  ['child', 'sexual_extortion', /nobody here will scold you/, /trouble/, ['116 111']],
  ['parent', 'sexual_extortion', /not the child’s fault/, /scold/, ['116 111']],
  ['school', 'sexual_extortion', /Do not look at the pictures/, /scold|your fault/, ['116 111']],
  ['adult', 'sexual_extortion', /fault is with whoever threatens/, /child/, ['116 111']],
  ['child', 'csam', /don't have to look at it again/, /CSAM|Take It Down/, []],
  ['adult', 'csam', /only the address/, /Take It Down|have to look/, []],
  ['school', 'csam', /not even as evidence/, /Take It Down/, []],
  ['parent', 'csam_synthetic', /harm is real/, /have to look/, []],
  ['child', 'intimate_image', /If you are under 18 in it, Take It Down/, /StopNCII/, []],
  ['parent', 'intimate_image', /If the child is under 18/, /StopNCII|you are under/, []],
  ['adult', 'intimate_image', /StopNCII, for pictures of an adult/, /you are under/, []],
  ['child', 'grooming', /do not go\. Tell an adult you trust/, /alone|trouble/, ['116 111']],
  ['parent', 'grooming', /Do not write or speak to the other person/, /pay|your fault/, ['129']],
  ['school', 'grooming', /even one who works at the school/, /your fault/, ['129']],
  ['adult', 'illegal_site', /Don't open it again/, /fault/, []],
];

describe('what is shown first', () => {
  it.each(rows)('to a %s about %s has %s, not %s, and calls %j', (audience, category, has, not, phones) => {
    const said = firstOf(audience, category);
    expect(said).toMatch(has);
    expect(said).not.toMatch(not);
    expect(phonesIn(said)).toEqual(phones);
    expect(phonesIn(firstOf(audience, category, 'sq'))).toEqual(phones);
  });

  it('never has 112 before 127 or 129', () => {
    expect(everyFirst.length).toBeGreaterThan(60);
    const wrong = everyFirst.filter(({ said }) => {
      const phones = phonesIn(said);
      const of112 = phones.indexOf('112');
      return of112 !== -1 && phones.some((phone, index) => ['127', '129'].includes(phone) && index > of112);
    });
    expect(wrong).toEqual([]);
  });

  it('is there for everybody where it is there for one', () => {
    const of = (code: string): Audience[] => audiences.filter((audience) => firstOf(audience, code) !== '');
    for (const { code } of everyFirst) expect([code, of(code)]).toEqual([code, [...audiences]]);
  });
});

describe('the form for an adult', () => {
  it('asks as one asks an adult, and a child as one asks a child', () => {
    const asked = (audience: Audience, flag: string): string | undefined =>
      formFor(audience, 'sq').flags.find(({ code }) => code === flag)?.label;
    expect(asked('child', 'inDanger')).toBe('A je në rrezik tani, ti ose dikush tjetër?');
    for (const audience of ['parent', 'school', 'adult'] as const) {
      expect(asked(audience, 'inDanger')).toContain('ju ose dikush tjetër');
      expect(formFor(audience, 'sq').beforeYouSend).toContain('Ajo që shkruani');
    }
    expect(formFor('child', 'sq').beforeYouSend).toContain('Ajo që shkruan ');
  });
});
