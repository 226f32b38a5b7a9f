import { readFileSync } from 'node:fs';
import * as z from 'zod/mini';
import { describe, expect, test } from 'vitest';
import { directoryBodies } from '#shared/contracts/http/directory/changes.ts';
import { commandBodies } from '#shared/contracts/http/staff/command-bodies.ts';
import { staffRoutes } from '#shared/contracts/http/staff/staff-routes.ts';
import { albania } from '#shared/country/al/pack.ts';
import type { ConsoleTexts } from '#shared/domain/console/console-texts.ts';
import { blankNames, hasBlank } from '#shared/domain/console/ready-sentences.ts';
import { inOneLanguage } from '#shared/domain/console/in-one-language.ts';
import type { CountryPack } from '#shared/domain/country-pack.ts';
import type { Text } from '#shared/domain/text.ts';
import { zembla } from '#test/support/invented-country.ts';
import { sourceFiles } from '#test/support/source-files.ts';

const sorted = (codes: Iterable<string>): string[] => [...new Set(codes)].toSorted((a, b) => a.localeCompare(b));
const codesOf = (entries: readonly { code: string }[]): string[] => sorted(entries.map(({ code }) => code));
const blanksOf = (text: Text): string[] =>
  Object.values(text).flatMap((said) => [...said.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? ''));

/** What stands in the bodies of all commands: the names of fields, and the lists of codes. */
const bodies = Object.entries(commandBodies).map(([name, body]) => ({ name, ...partsOf(schemaOf(body())) }));

function schemaOf(type: z.ZodMiniType): unknown {
  return z.toJSONSchema(type, { io: 'input', unrepresentable: 'any' });
}

function partsOf(schema: unknown): { fields: string[]; lists: { field: string; codes: string[] }[] } {
  const fields: string[] = [];
  const lists: { field: string; codes: string[] }[] = [];
  const walk = (node: unknown, field: string): void => {
    if (typeof node !== 'object' || node === null) return;
    if ('enum' in node && Array.isArray(node.enum)) lists.push({ field, codes: node.enum.map(String) });
    for (const [key, inner] of Object.entries(node) as [string, unknown][]) {
      if (key !== 'properties' || typeof inner !== 'object' || inner === null) {
        walk(inner, field);
        continue;
      }
      for (const [property, type] of Object.entries(inner) as [string, unknown][]) {
        fields.push(property);
        walk(type, property);
      }
    }
  };
  walk(schema, '');
  return { fields, lists };
}

describe.each([
  ['Albania', albania],
  ['an invented country', zembla],
] satisfies [string, CountryPack][])('the console of %s', (_, pack) => {
  const load = async (): Promise<ConsoleTexts> => pack.loadConsole();

  test('has words for every list of codes in a command, in one group', async () => {
    const groups = Object.values((await load()).labels).map((group: object) => Object.keys(group));
    const lists = bodies.flatMap(({ name, lists: found }) => found.map((list) => ({ name, ...list })));
    expect(lists.length).toBeGreaterThan(30);
    const wordless = lists.filter(({ codes }) => !groups.some((group) => codes.every((code) => group.includes(code))));
    expect(wordless).toEqual([]);
  });

  test('names every field of every command, and no other', async () => {
    const { fields, flags } = (await load()).labels;
    const ofDirectory = Object.values(directoryBodies(pack)).flatMap((body) => partsOf(schemaOf(body)).fields);
    const named = [...bodies.flatMap((body) => body.fields), ...ofDirectory];
    expect(sorted(Object.keys(fields))).toEqual(sorted(named.filter((field) => !Object.hasOwn(flags, field))));
  });

  test('has a button for every command on cases, and no other', async () => {
    // Finding changes nothing, and its button is a word of its page.
    const isOther = (servedBy: string): boolean => ['directory', 'finding'].includes(servedBy);
    const posted = staffRoutes().filter(({ method, servedBy }) => method === 'POST' && !isOther(servedBy));
    expect(sorted(Object.keys((await load()).labels.commands))).toEqual(sorted(posted.map(({ name }) => name)));
  });

  test('has words for what the pack itself names, and for nothing else', async () => {
    const { labels } = await load();
    const { institutions, legalBases, matrix } = await pack.loadReferrals();
    const cautions = ['against_wish', 'ask_reporter_first', 'pick_unit', 'place_unknown'];
    const expected: [object, readonly string[]][] = [
      [labels.categories, codesOf(pack.categories)],
      [labels.contentWarnings, codesOf(pack.categories)],
      [labels.platforms, pack.platforms],
      [labels.communities, pack.communities],
      [labels.places, [...pack.regions.flatMap((one) => codesOf([one, ...one.municipalities])), 'unknown', 'outside']],
      [labels.institutions, codesOf(institutions)],
      [labels.legalBases, codesOf(legalBases)],
      [labels.referralReasons, [...codesOf(matrix.rules), ...cautions]],
      [labels.duties, pack.ladder.rungs.flatMap(({ duties }) => duties)],
      [labels.rungs, pack.ladder.rungs.map(({ id }) => id)],
    ];
    for (const [group, codes] of expected) expect(sorted(Object.keys(group))).toEqual(sorted(codes));
  });

  test('leaves open only what the console fills', async () => {
    const { labels, words, readySentences, blanks } = await load();
    const { events, conflicts, claimed, ...plain } = labels;
    const found = (value: unknown): string[] => {
      if (typeof value !== 'object' || value === null) return [];
      const isText = pack.languages.some((language) => language in value);
      return isText ? blanksOf(value as Text) : Object.values(value).flatMap(found);
    };
    const ofEvents = ['actor', 'assignee', 'team', 'clock', 'rung', 'institution', 'because', 'codeWay', 'person'];
    expect(found(events).filter((blank) => !ofEvents.includes(blank))).toEqual([]);
    expect(sorted(found(claimed))).toEqual(['actor']);
    expect(sorted(found(conflicts))).toEqual(['limit']);
    const withLimit = Object.entries(conflicts).flatMap(([code, text]) => (blanksOf(text).length > 0 ? [code] : []));
    expect(withLimit).toEqual(Object.keys(conflicts).filter((code) => code.endsWith('_full')));
    expect(found({ plain, blanks })).toEqual([]);
    // The console fills a blank of its words by its name, so each language has the same ones.
    const ofWords = (value: unknown): void => {
      if (typeof value !== 'object' || value === null) return;
      const said = pack.languages.flatMap((language) => (language in value ? [(value as Text)[language] ?? ''] : []));
      if (said.length === 0) return Object.values(value).forEach(ofWords);
      const [first = [], ...others] = said.map((one) => sorted(one.match(/\{\w+\}/gu) ?? []));
      for (const other of others) expect(other).toEqual(first);
    };
    ofWords(words);
    const ofSentences = readySentences.flatMap(({ text }) => found(text));
    expect(sorted(ofSentences)).toEqual(sorted(blankNames));
  });

  test('veils categories of the pack', async () => {
    const { veiledCategories } = await load();
    expect(veiledCategories.length).toBeGreaterThan(0);
    expect(codesOf(pack.categories)).toEqual(expect.arrayContaining([...veiledCategories]));
  });

  test('is one plain file for each language', async () => {
    const texts = await load();
    for (const language of pack.languages) {
      const said = inOneLanguage(texts, language, pack.defaultLanguage);
      expect(JSON.parse(JSON.stringify(said))).toEqual(said);
      expect(said.labels.severities.critical).toBe(texts.labels.severities.critical[language]);
    }
  });
});

test('every conflict that a function names itself has a sentence', async () => {
  const { conflicts } = (await albania.loadConsole()).labels;
  const named = sourceFiles('functions')
    .map((file) => readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8'))
    .flatMap((code) =>
      [...code.matchAll(/'conflict', 409, \{ extra: \{ because: '(\w+)'/g)].map(([, why]) => why ?? ''),
    );
  expect(named.length).toBeGreaterThan(4);
  expect(named.filter((why) => !Object.hasOwn(conflicts, why))).toEqual([]);
});

test('in Albania each text that may be sexual or violent opens veiled', async () => {
  const { veiledCategories, labels } = await albania.loadConsole();
  const isHard = (code: string): boolean =>
    /sexual|intimate|violence|suicide|disturbing/u.test(labels.contentWarnings[code]?.['en'] ?? '') &&
    !/without violence/u.test(labels.contentWarnings[code]?.['en'] ?? '');
  const hard = albania.categories.map(({ code }) => code).filter(isHard);
  expect(sorted(veiledCategories)).toEqual(sorted(hard));
});

describe('the ready sentences of Albania', async () => {
  const { readySentences, blanks } = await albania.loadConsole();

  test('are for categories of the pack, and have no code twice', () => {
    const known = codesOf(albania.categories);
    const named = readySentences.flatMap(({ fits }) => fits.flatMap(({ categories = [] }) => categories));
    expect(named.filter((code) => !known.includes(code))).toEqual([]);
    expect(new Set(readySentences.map(({ code }) => code)).size).toBe(readySentences.length);
    expect(readySentences.length).toBeGreaterThanOrEqual(12);
    for (const { fits } of readySentences) expect(fits).not.toEqual([]);
  });

  test('cannot be sent with something left open, in any language', () => {
    for (const { text } of readySentences) {
      for (const said of Object.values(text).flatMap((one: Text) => Object.values(one))) {
        expect(hasBlank(said)).toBe(said.includes('{'));
      }
    }
    for (const name of Object.values(blanks).flatMap((text) => Object.values(text))) {
      expect(hasBlank(`{${name}}`)).toBe(true);
    }
  });

  test('give a child no number but those of helplines and of emergencies', () => {
    const phones = new Set(albania.helpLines.map(({ phone }) => phone));
    for (const { text } of readySentences) {
      const said = Object.values(text.child ?? {}).join(' ');
      const numbers = (said.match(/\b1\d{2}(?: \d{3})?\b/g) ?? []).map((number) => number.replace(' ', ''));
      expect(numbers.filter((number) => !phones.has(number))).toEqual([]);
    }
  });
});
