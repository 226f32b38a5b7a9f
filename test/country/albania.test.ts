import { describe, expect, test } from 'vitest';
import { everyReporterText } from '#infra/documents/sentence-facts.ts';
import { albania } from '#shared/country/al/pack.ts';
import type { Sourced, Text } from '#shared/domain/text.ts';

const categoryCodes = [
  'sexual_extortion',
  'csam',
  'csam_synthetic',
  'grooming',
  'intimate_image',
  'trafficking_exploitation',
  'suicide_self_harm',
  'threat_violence',
  'blackmail_other',
  'cyberbullying',
  'stalking_harassment',
  'hate_speech',
  'impersonation_account',
  'fraud_scam',
  'privacy',
  'harmful_content',
  'illegal_site',
  'radicalisation',
  'excessive_use',
  'gaming',
  'technical_help',
  'question',
  'other',
  'out_of_remit',
  'sexual_harassment',
  'hacking',
  'abuse_offline',
  'missing_child',
  'not_sure',
];

const referrals = await albania.loadReferrals();

describe('categories', () => {
  test('are those of the set, and only staff can say that something is outside our work', () => {
    expect(albania.categories.map(({ code }) => code).sort()).toEqual([...categoryCodes].sort());
    expect(albania.categories.filter((category) => !category.public).map(({ code }) => code)).toEqual(['out_of_remit']);
  });
  test('map a picture of a minor to CSAM, and only that of an adult to what is shared without consent', () => {
    const image = albania.categories.find(({ code }) => code === 'intimate_image');
    expect(image?.maps.dsa).toEqual({ category: 'Protection of minors', keyword: 'Child sexual abuse material' });
    expect(image?.maps.dsaAdult?.category).toBe('Cyber violence');
  });
  test('hide addresses from the uncleared wherever they may lead to CSAM', () => {
    const hidden = albania.categories.filter(({ csam }) => csam).map(({ code }) => code);
    expect(hidden).toEqual(
      expect.arrayContaining([
        'csam',
        'csam_synthetic',
        'sexual_extortion',
        'intimate_image',
        'grooming',
        'illegal_site',
      ]),
    );
    expect(hidden).not.toContain('cyberbullying');
  });
});

/** Words of the trade, of the law, and of blame. No child reads any of them about what happened to it. */
const notForChildren =
  /csam|sextortion|deepfake|ncii|abuzim|pornograf|shantazh|joshje|grooming|trafik|radikaliz|ekstremiz|vetëvras|vetëlënd|viktim|krim|bullizëm|përndjek|abuse|exploitation|extortion|victim|offen[cs]e|crime|suicide|harassment/i;

describe('what a child reads', () => {
  test('names no offence and uses no jargon', async () => {
    const { categories } = await albania.loadTaxonomyTexts();
    const labels = Object.values(categories).flatMap(({ child }) => Object.values(child));
    expect(labels.filter((label) => notForChildren.test(label))).toEqual([]);
  });
  test('of a picture of somebody under 18 is what the contract says', async () => {
    const { categories } = await albania.loadTaxonomyTexts();
    expect(categories['csam']?.child['en']).toBe(
      'A naked or sexual picture or video of someone under 18, also if it is you, also if it is fake',
    );
  });
  test('never says "child pornography", to nobody', async () => {
    const everything = JSON.stringify([
      await albania.loadTaxonomyTexts(),
      await albania.loadGuidance(),
      await everyReporterText(albania),
    ]);
    expect(everything).not.toMatch(/child pornography|pornografi me fëmijë|pornografi fëmijësh/i);
  });
  test('does not blame: nothing it should have done, nobody to be ashamed', async () => {
    const blaming = /you should have|your own fault|ashamed|nuk duhej të (kishe|dërgoje)|\bturp|invalid|forbidden/i;
    for (const text of strings([await albania.loadGuidance(), await everyReporterText(albania)]))
      expect(text).not.toMatch(blaming);
  });
  test('about self-harm says first whom to call, before anything is to be filled in', async () => {
    const { showFirst } = await albania.loadTaxonomyTexts();
    const said = strings(showFirst['suicide_self_harm']);
    expect(said).not.toEqual([]);
    for (const text of said) expect(text).toContain('116 111');
  });
  test('speaks plainly: no sentence of an answer is longer than 30 words', async () => {
    const { moments: _, ...answers } = await everyReporterText(albania);
    const texts = strings([
      answers.nextStep,
      answers.meanwhile,
      answers.status,
      answers.reopened,
      answers.reopenedByUs,
      answers.asked,
      answers.outcomes,
      answers.keep,
      answers.promiseMissed,
      answers.readMissed,
      answers.messageMissed,
      await albania.loadGuidance(),
    ]);
    const sentences = texts.flatMap((text) => text.split(/[.!?:]\s/));
    expect(sentences.filter((sentence) => sentence.split(/\s+/).length > 30)).toEqual([]);
  });
});

function strings(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(strings) : [];
}

describe('places', () => {
  test('are 12 regions and 61 municipalities, numbered 1 to 61', () => {
    expect(albania.regions).toHaveLength(12);
    const municipalities = albania.regions.flatMap((region) => region.municipalities);
    expect(municipalities).toHaveLength(61);
    const numbers = municipalities.map(({ code }) => Number(code.split('-')[2]));
    expect(numbers.sort((a, b) => a - b)).toEqual(Array.from({ length: 61 }, (_, index) => index + 1));
    for (const region of albania.regions) {
      expect(region.code).toMatch(/^AL-(0[1-9]|1[0-2])$/);
      for (const { code } of region.municipalities) expect(code.startsWith(`${region.code}-`)).toBe(true);
    }
  });
  test('have as many municipalities in each region as the law', () => {
    const counts = Object.fromEntries(albania.regions.map(({ name, municipalities }) => [name, municipalities.length]));
    expect(counts).toEqual({
      Berat: 5,
      Dibër: 4,
      Durrës: 3,
      Elbasan: 7,
      Fier: 6,
      Gjirokastër: 7,
      Korçë: 6,
      Kukës: 3,
      Lezhë: 3,
      Shkodër: 5,
      Tiranë: 5,
      Vlorë: 7,
    });
  });
  test('are found by their new names and by the old', () => {
    const find = (code: string) =>
      albania.regions.flatMap((region) => region.municipalities).find((m) => m.code === code);
    expect(find('AL-11-53')?.name).toBe('Tiranë');
    expect(find('AL-01-5')).toMatchObject({
      name: 'Dimal',
      aliases: expect.arrayContaining(['Ura Vajgurore']) as unknown,
    });
  });
});

describe('numbers and institutions', () => {
  test('116 111 always', () => {
    expect(albania.helpLines.filter(({ always }) => always).map(({ phone }) => phone)).toEqual(['116111']);
    expect(albania.helpLines[0]?.name['sq']).toBe('ALO 116 111');
  });
  test('institutions call a number of their own, which looks like one and is not the children’s line', () => {
    const { helpline, institutionsPhone } = albania.centre;
    expect(institutionsPhone.value).toMatch(/^\+355[ \d]{8,12}$/);
    expect(institutionsPhone.value.replaceAll(' ', '')).not.toContain(helpline);
  });
  test('institutions are known by both acronyms', () => {
    const aliases = referrals.institutions.flatMap((institution) => institution.aliases ?? []);
    expect(aliases).toEqual(expect.arrayContaining(['AKSK', 'AKCESK', 'ASHDMF', 'ASHMDF', 'NJMF']));
  });
});

describe('what must be checked before production says so', () => {
  const isUnverified = (list: readonly (Sourced & { code?: string; phone?: string })[], key: string): boolean =>
    list.find(({ code, phone }) => code === key || phone === key)?.unverified === true;

  test.each(['institutionsPhone', 'office', 'postalAddress', 'mail'] as const)('the centre’s own %s', (fact) => {
    expect(albania.centre[fact]).toMatchObject({ unverified: true, source: expect.any(String) as string });
  });
  test.each(['112'])('the number %s', (phone) => {
    expect(isUnverified(albania.helpLines, phone)).toBe(true);
  });
  test.each([
    'al_law_18_2017_duty',
    'al_vkm_465_2019',
    'al_cc_117',
    'al_cc_109_b',
    'al_cc_121',
    'al_cc_143_b',
    'al_cc_192_b',
    'al_law_18_2017_art_27_3',
    'al_cc_108_a',
    'al_cc_121_a',
    'al_cc_84_a',
    'al_cc_119_a',
    'al_cc_119_b',
    'al_cc_300',
    'al_law_124_2024',
  ])('the legal basis %s', (code) => {
    expect(isUnverified(referrals.legalBases, code)).toBe(true);
  });
  test.each(['grooming', 'threat_violence', 'blackmail_other', 'stalking_harassment', 'privacy', 'sexual_harassment'])(
    'the mapping of %s to the Insafe set',
    (code) => {
      expect(isUnverified(albania.categories, code)).toBe(true);
    },
  );
  test.each(['csam', 'csam_synthetic'])('%s has no name in the Insafe set', (code) => {
    expect(albania.categories.find((one) => one.code === code)?.maps.insafe).toBeNull();
  });
  test.each(['prosecution', 'education_office', 'education_directorate'])('the institution %s', (code) => {
    expect(isUnverified(referrals.institutions, code)).toBe(true);
  });
});

describe('mails', async () => {
  const { occasions, footer } = await albania.loadMailTexts();
  const said: Text[] = Object.values(occasions).flatMap(({ subject, lines }) => [subject, ...lines]);

  test('hold number, severity, due time and a link, and no word of what happened', () => {
    for (const [occasion, { lines }] of Object.entries(occasions)) {
      // Who hears of an exclusion may know no more than the number.
      for (const blank of occasion === 'exclusion' ? ['{number}', '{link}'] : ['{severity}', '{due}', '{link}']) {
        for (const language of albania.languages)
          expect(lines.map((line) => line[language]).join(' ')).toContain(blank);
      }
    }
    for (const text of said) expect(JSON.stringify(text)).not.toMatch(/seks|child|fëmij|victim|viktim|school|shkoll/i);
  });
  test('do not look like a summons', () => {
    for (const text of said)
      expect(JSON.stringify(text)).not.toMatch(/polic|prokuror|gjykat|hetim|court|prosecut|summons|urdhër/i);
    expect(footer['sq']).toContain('nuk është njoftim policie');
  });
});
