import { expect, test } from 'vitest';
import { eventTypes } from '#shared/contracts/events/envelope.ts';
import { country } from '#shared/country/current.ts';
import { sentencesWithFacts, stateRules } from '#infra/documents/sentence-facts.ts';
import { reporterTexts } from '#test/support/reporter-texts.ts';

const sentences = sentencesWithFacts(reporterTexts);

/** How many texts stand in a part of the pack, a child's and an adult's as one. */
function textsIn(part: object): number {
  return Object.values(part).reduce<number>((count, value: object) => count + countOf(value), 0);
}
const countOf = (value: object): number => ('child' in value ? 1 : textsIn(value));

test('every sentence that a reporter can read has its fact, and no fact is without a sentence', () => {
  const { moments: _, ...texts } = reporterTexts;
  expect(sentences).toHaveLength(textsIn(texts));
  for (const { text } of sentences) {
    for (const language of country.languages) {
      expect([text.child[language], text.adult[language]].every(Boolean)).toBe(true);
    }
  }
});

test('every fact is an event of the catalogue or a rule that exists, said in words', () => {
  for (const { place, fact } of sentences) {
    expect([place, fact.events.length + (fact.rules?.length ?? 0) > 0]).toEqual([place, true]);
    expect(fact.events.filter((event) => !eventTypes.includes(event))).toEqual([]);
    expect((fact.rules ?? []).map((rule) => typeof stateRules[rule])).toEqual((fact.rules ?? []).map(() => 'function'));
    expect(fact.because).toMatch(/\.$/);
  }
});
