import { beforeAll, describe, expect, it } from 'vitest';
import { everyCombination, signs } from '#infra/documents/texts/combinations.ts';
import { everyText } from '#infra/documents/texts/every-text.ts';
import { groupedAnswers } from '#infra/documents/texts/grouped-answers.ts';
import type { AnswerGroup } from '#infra/documents/texts/grouped-answers.ts';
import { textsPage } from '#infra/documents/texts/texts-page.ts';
import type { TextsPage } from '#infra/documents/texts/texts-page.ts';
import { unverifiedFacts } from '#infra/documents/texts/unverified-facts.ts';
import { country } from '#shared/country/current.ts';
import { audiences } from '#shared/domain/help/audience.ts';
import { escapeHtml } from '#shared/pages/frame/escape-html.ts';
import { zembla } from '#test/support/invented-country.ts';

let groups: AnswerGroup[];
let page: TextsPage;
beforeAll(async () => {
  groups = await groupedAnswers(country);
  page = await textsPage(country, groups);
}, 120_000);

const combinations = everyCombination(country);

describe('the page of all texts', () => {
  it('has every text of the pack in every language, with where it stands', async () => {
    const texts = await everyText(country);
    expect(page.texts).toBe(texts.length);
    const written = new Set(page.html.split(/<[^>]+>/));
    const missing = texts.flatMap(({ path, text }) =>
      Object.values(text)
        .filter((said) => !written.has(escapeHtml(said)))
        .map((said) => `${path}: ${said}`),
    );
    expect(missing).toEqual([]);
    // A text that stands twice in the pack stands twice on the page. Guidance is called by its code.
    const paths = texts.map(({ path }) => path).filter((path) => !path.startsWith('guidance/'));
    expect(paths.filter((path) => !written.has(path))).toEqual([]);
  });

  it('has every fact that nobody has confirmed, and every open question', async () => {
    const facts = await unverifiedFacts(country);
    expect(facts.length).toBeGreaterThan(30);
    const marked = JSON.stringify([
      country,
      await country.loadGuidance(),
      (await country.loadReferrals()).legalBases,
    ]).match(/"unverified":true/g);
    expect(facts.length).toBeGreaterThanOrEqual(marked?.length ?? 0);
    for (const { path } of facts) expect(page.html).toContain(`<small>${path}</small>`);
    for (const { about, doubt } of await country.loadOpenQuestions()) {
      expect(page.html).toContain(escapeHtml(about));
      expect(page.html).toContain(escapeHtml(doubt));
    }
  });

  it('asks about words that stand there', async () => {
    const paths = (await everyText(country)).map(({ path }) => `${path}/`);
    const nowhere = (await country.loadOpenQuestions()).flatMap(({ where }) =>
      where.filter((beginning) => !paths.some((path) => path.startsWith(beginning))),
    );
    expect(nowhere).toEqual([]);
  });

  it('lists the letter to an institution, and asks a native speaker about it', async () => {
    const letters = (await everyText(country)).filter(({ path }) => path.startsWith('letters/'));
    expect(letters.length).toBeGreaterThan(50);
    expect(new Set(letters.map(({ reader }) => reader))).toEqual(new Set(['institution']));
    const asked = (await country.loadOpenQuestions()).flatMap(({ where }) => where);
    expect(asked).toContain('letters/');
  });

  it('counts one text as one', () => {
    expect(page.html).toMatch(/\b1 text</);
    expect(page.html).not.toMatch(/\b1 (?:texts|open questions|unverified facts)\b/);
  });

  it('needs no script and no network', () => {
    expect(page.html).not.toMatch(/<script|<link|<img|src=|@import|url\(/i);
  });

  it('is made of any pack', async () => {
    const other = await textsPage(zembla, await groupedAnswers(zembla));
    expect(other.html).toContain('«guidance text');
    expect(other.html).not.toContain('iSIGURT');
  });
});

describe('the answers on it', () => {
  it('are those to every category, sign and reader, each once', () => {
    expect(page.combinations).toBe(combinations.length);
    expect(groups.flatMap((group) => group.combinations)).toHaveLength(combinations.length);
    const of = (combination: (typeof combinations)[number]): string =>
      [combination.audience, combination.category, combination.sign].join();
    const open = country.categories.filter((category) => category.public).length;
    expect(new Set(combinations.map(of)).size).toBe(audiences.length * open * signs.length);
  });

  it('say why each phone and each block stands there, in every language', () => {
    for (const { told, phones, blocks } of groups) {
      expect(Object.keys(told)).toEqual(country.languages);
      for (const { help, guidance, nextStep } of Object.values(told)) {
        expect(nextStep).not.toMatch(/[{}]/);
        expect(help.map(({ phone }) => phone)).toEqual(phones.map(({ phone }) => phone));
        expect(guidance).toHaveLength(blocks.length);
      }
      for (const { reasons } of [...phones, ...blocks]) expect(reasons.size).toBeGreaterThan(0);
    }
  });

  it('show every block to every reader it is worded for, but for what is told again by receipt', async () => {
    const guidance = await country.loadGuidance();
    const never = guidance
      .filter(({ isGeneral }) => isGeneral !== true)
      .flatMap(({ code, words }) =>
        audiences.filter((audience) => words[audience] !== undefined).map((audience) => ({ code, audience })),
      )
      .filter(
        ({ code, audience }) =>
          !groups.some((group) => group.audience === audience && group.blocks.some((block) => block.code === code)),
      );
    expect(never).toEqual([]);
  });
});
