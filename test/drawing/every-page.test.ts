import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { looksOf } from '#infra/local/pages/looks.ts';
import { albania } from '#shared/country/al/pack.ts';
import { audiences, type Audience } from '#shared/domain/help/audience.ts';
import { zembla } from '#test/support/invented-country.ts';

interface Drawn {
  name: string;
  language: string;
  audience: Audience;
  page: string;
}

/** Every page in every state, in every language of a pack and for every reader. */
async function drawnFor(pack: typeof albania): Promise<Drawn[]> {
  const { names, draw } = looksOf(pack);
  const asked = names.flatMap((name) =>
    pack.languages.flatMap((language) => audiences.map((audience) => ({ name, language, audience }))),
  );
  return Promise.all(asked.map(async (one) => ({ ...one, page: (await draw(one.name, one)) ?? 'No such page.' })));
}

const pages = await drawnFor(albania);

/** The pages that something is found on, and what. */
function found(
  drawn: readonly Drawn[],
  look: (page: string, of: Drawn) => readonly string[],
): Record<string, string[]> {
  return Object.fromEntries(
    drawn.flatMap((one) => {
      const findings = look(one.page, one);
      return findings.length === 0 ? [] : [[`${one.name} ${one.language} ${one.audience}`, [...findings]]];
    }),
  );
}

/** Each value of an attribute. */
const valuesOf = (page: string, attribute: string): string[] =>
  [...page.matchAll(new RegExp(` ${attribute}=(?:"([^"]*)"|([\\w-]+))`, 'g'))].map(
    ([, quoted, plain]) => quoted ?? plain ?? '',
  );

describe.each([albania, zembla])('in $country, every page in every state', (pack) => {
  it('is drawn whole: no text is missing, no blank is left', async () => {
    const drawn = await drawnFor(pack);
    expect(drawn.length).toBeGreaterThan(100);
    const missing = found(drawn, (page) => [
      ...(page.match(/undefined|\[object [^\]]*\]|\{\w+\}|No such page\./g) ?? []),
      ...(
        page.match(/<(?:p|h1|h2|label|legend|summary|button|li|dt|dd|option|title|a)(?: [^>]*)?><\/\w+>/g) ?? []
      ).filter((empty) => !empty.includes('class="unseen"')),
    ]);
    expect(missing).toEqual({});
  });
});

describe('every page in every state', () => {
  it('says its language, and has one heading of the first kind and one main part', () => {
    const wrong = found(pages, (page, { language }) => [
      ...(page.includes(`<html lang="${language}">`) ? [] : ['no language']),
      ...(page.match(/<h1/g)?.length === 1 ||
      page.match(/<section id="\d" tabindex="-1"/g)?.length === page.match(/<h1/g)?.length
        ? []
        : ['not one h1']),
      ...(page.match(/<main>/g)?.length === 1 ? [] : ['not one main']),
    ]);
    expect(wrong).toEqual({});
  });

  it('has each id once, and nothing that points to none', () => {
    const wrong = found(pages, (page) => {
      const ids = valuesOf(page, 'id');
      const pointed = ['for', 'aria-describedby', 'aria-labelledby', 'form'].flatMap((attribute) =>
        valuesOf(page, attribute).flatMap((value) => value.split(' ')),
      );
      const followed = valuesOf(page, 'href').flatMap((href) => (href.startsWith('#') ? [href.slice(1)] : []));
      return [
        ...ids.filter((id, index) => ids.indexOf(id) !== index),
        ...[...pointed, ...followed].filter((id) => !ids.includes(id)),
      ];
    });
    expect(wrong).toEqual({});
  });

  it('ties each error to its field, and begins its title with the word for it', () => {
    const wrong = found(pages, (page, { language }) => {
      const errors = [...page.matchAll(/class="error" id="([^"]+)"/g)].map(([, id = '']) => id);
      const tied = valuesOf(page, 'aria-describedby').flatMap((value) => value.split(' '));
      const isInvalid = page.match(/aria-invalid="true"/g)?.length ?? 0;
      const word = language === 'sq' ? 'Gabim: ' : 'Error: ';
      const isTitled = page.includes(`<title>${word}`);
      const isElements = page.includes('<title>Elements');
      return [
        ...errors.filter((id) => !tied.includes(id)),
        ...(isInvalid <= errors.length ? [] : ['a wrong field without an error']),
        ...(isElements || isTitled === (isInvalid > 0 || page.includes('role="alert"><p><a')) || isTitled
          ? []
          : ['title']),
      ];
    });
    expect(wrong).toEqual({});
  });

  it('speaks of the other language in that language', () => {
    const wrong = found(pages, (page, { language }) => {
      const other = language === 'sq' ? 'English' : 'Shqip';
      const written = page.match(new RegExp(`<(?:a|button)[^>]*>${other}<`, 'g')) ?? [];
      return written.filter((one) => !one.includes(`lang="${language === 'sq' ? 'en' : 'sq'}"`));
    });
    expect(wrong).toEqual({});
    const without = pages.filter(({ page }) => !/>English<|>Shqip</.test(page)).map(({ name }) => name);
    // The elements are for us. Where a code is locked, nothing is left that could be asked for again.
    expect([...new Set(without)].toSorted()).toEqual(['elements', 'locked']);
  });

  it('has one thing to do: one first button on a screen', () => {
    const wrong = found(pages, (page, { name }) => {
      const screens = page.split('<section ').length === 1 ? [page] : page.split('<section ').slice(1);
      return name === 'elements'
        ? []
        : screens.filter((screen) => (screen.match(/class="(?:button )?first"/g) ?? []).length > 1);
    });
    expect(wrong).toEqual({});
  });

  it('keeps within its budget: 30 KB, 10 KB packed', () => {
    const tooLarge = found(pages, (page) => {
      const packed = gzipSync(page).length;
      return Buffer.byteLength(page) > 30 * 1024 || packed > 10 * 1024 ? [`${Buffer.byteLength(page)}, ${packed}`] : [];
    });
    expect(tooLarge).toEqual({});
  });
});

/** What is read on a page, block by block, without what only the machine reads. */
function blocksOf(page: string): string[] {
  return page
    .replaceAll(/<(script|style|select|textarea)\b[^]*?<\/\1>/g, '')
    .split(/<\/?(?:p|h1|h2|li|dt|dd|label|legend|summary|button|div|ul|ol|dl|section|details|td|th|a)\b[^>]*>/)
    .map((block) =>
      block
        .replaceAll(/<[^>]*>/g, '')
        .replaceAll('&#39;', '’')
        .trim(),
    )
    .filter((block) => block !== '');
}

/** No page that a child is led to leads to these. */
const isForInstitutions = (name: string): boolean => name.startsWith('office-');

const wordsOf = (sentence: string): number => sentence.split(/\s+/).filter((word) => /\p{L}/u.test(word)).length;

describe.each(['sq', 'en'])('what is read in %s', (language) => {
  it.each(audiences)('by a %s has at most 15 words a sentence on average, and none has more than 25', (audience) => {
    const drawn = pages.filter(
      (one) => one.language === language && one.audience === audience && one.name !== 'elements',
    );
    const blocks = new Set(drawn.flatMap(({ page }) => blocksOf(page)));
    const sentences = [...blocks].flatMap((block) => block.split(/(?<=[.!?:])\s+/)).filter((one) => /[.!?]$/.test(one));
    const lengths = sentences.map(wordsOf);
    expect(sentences.length).toBeGreaterThan(60);
    expect(lengths.reduce((sum, one) => sum + one, 0) / lengths.length).toBeLessThanOrEqual(15);
    expect(sentences.filter((one) => wordsOf(one) > 25)).toEqual([]);
  });

  it('by a child has no word of the office', () => {
    const refused =
      language === 'sq'
        ? /\b(?:viktim|autor|kryerës|dyshuar|agresor|incident|kategori|prioritet|institucion|procedur|referim|ankes|CSAM|grooming)\w*/i
        : /\b(?:perpetrator|offender|victim|suspect|CSAM|grooming|incident|category|severity|referral|complaint|institution)\w*/i;
    const drawn = pages.filter(
      ({ name, audience, ...one }) =>
        one.language === language && audience === 'child' && name !== 'elements' && !isForInstitutions(name),
    );
    const said = [...new Set(drawn.flatMap(({ page }) => blocksOf(page)))];
    expect(said.filter((block) => refused.test(block))).toEqual([]);
  });
});
