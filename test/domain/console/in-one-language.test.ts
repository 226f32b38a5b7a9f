import { expect, expectTypeOf, test } from 'vitest';
import type { ConsoleTexts } from '#shared/domain/console/console-texts.ts';
import { inOneLanguage } from '#shared/domain/console/in-one-language.ts';
import type { InOneLanguage } from '#shared/domain/console/in-one-language.ts';
import type { Text } from '#shared/domain/text.ts';

const texts = {
  labels: { severities: { low: { sq: 'e ulët', en: 'low' }, high: { sq: 'e lartë' } } },
  readySentences: [
    { code: 'one', text: { child: { sq: 'ti', en: 'you' } as Text }, fits: [{ statuses: ['resolved'], late: true }] },
  ],
};

test('each text becomes a string of the language, and everything else stays', () => {
  expect(inOneLanguage(texts, 'en', 'sq')).toEqual({
    labels: { severities: { low: 'low', high: 'e lartë' } },
    readySentences: [{ code: 'one', text: { child: 'you' }, fits: [{ statuses: ['resolved'], late: true }] }],
  });
  expect(inOneLanguage(texts, 'sq', 'sq').labels.severities.low).toBe('e ulët');
});

test('the type says strings where the pack has texts, and keeps codes', () => {
  type Said = InOneLanguage<ConsoleTexts>;
  expectTypeOf<Said['labels']['severities']['critical']>().toEqualTypeOf<string>();
  expectTypeOf<Said['labels']['claimed']>().toEqualTypeOf<string>();
  expectTypeOf<Said['words']['frame']['title']>().toEqualTypeOf<string>();
  expectTypeOf<Said['readySentences'][number]['code']>().toEqualTypeOf<string>();
  expectTypeOf<Said['readySentences'][number]['text']['adult']>().toEqualTypeOf<string | undefined>();
  expectTypeOf<Said['readySentences'][number]['fits'][number]['promiseMissed']>().toEqualTypeOf<boolean | undefined>();
});
