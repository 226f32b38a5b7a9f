import * as fc from '#test/support/fast-check.ts';
import { describe, expect, test } from 'vitest';
import { albania } from '#shared/country/al/pack.ts';
import { audienceOf, audiences } from '#shared/domain/help/audience.ts';
import type { Audience } from '#shared/domain/help/audience.ts';
import { chooseGuidance, guidanceAgain, mostBlocks } from '#shared/domain/help/guidance.ts';
import type { ChosenBlock } from '#shared/domain/help/guidance.ts';
import { chooseHelpLines, reasonOf } from '#shared/domain/help/help-lines.ts';
import type { ChosenLine, HelpReason } from '#shared/domain/help/help-lines.ts';
import { mayBeWatched, situationsOf } from '#shared/domain/help/situations.ts';
import type { HelpFacts } from '#shared/domain/help/situations.ts';
import { abouts, ageBands, flags, genders, reporterRoles, suspectRelations } from '#shared/domain/report/report.ts';
import { involvesChild } from '#shared/domain/report/reported-facts.ts';
import { wordCodes } from '#shared/domain/report/severity.ts';
import { factsOf, guidanceRows } from './guidance-rows.ts';

const entries = await albania.loadGuidance();
const codes = albania.categories.filter(({ public: isPublic }) => isPublic).map(({ code }) => code);

/** Words in the sentence that a person in distress reads first. */
const longestLead = 14;

const phonesFor = (facts: HelpFacts): string[] => chooseHelpLines(albania, facts).map(({ line }) => line.phone);
const codesFor = (facts: HelpFacts): string[] => chooseGuidance(entries, facts).map(({ code }) => code);

describe('what a reporter reads', () => {
  test('is looked at in at least 70 cases, whose blocks exist', () => {
    expect(guidanceRows.length).toBeGreaterThanOrEqual(70);
    const known = entries.map(({ code }) => code);
    const named = guidanceRows.flatMap(({ first, has = [], not = [] }) => [first, ...has, ...not]);
    expect(named.filter((code) => !known.includes(code))).toEqual([]);
  });

  test.each(guidanceRows)('when $title', ({ told, phones, notPhones = [], first, has = [], not = [], finds }) => {
    const facts = factsOf(told);
    const shown = phonesFor(facts);
    const blocks = codesFor(facts);
    expect(shown.slice(0, phones.length)).toEqual(phones);
    expect(shown.filter((phone) => notPhones.includes(phone))).toEqual([]);
    expect(blocks[0]).toBe(first);
    expect(blocks).toEqual(expect.arrayContaining([...has]));
    expect(blocks.filter((code) => not.includes(code))).toEqual([]);
    expect(situationsOf(facts)).toEqual(expect.arrayContaining(finds === undefined ? [] : [finds]));
  });

  test.each(codes.flatMap((category) => audiences.map((audience) => [category, audience] as const)))(
    'of %s has a block of its own for the audience %s',
    (category, audience) => {
      const by = ({ child: 'child', parent: 'parent', school: 'teacher', adult: 'citizen' } as const)[audience];
      const blocks = codesFor(factsOf({ by, category }));
      expect(['general', 'nobody_scolds_you', 'parent_calm']).not.toContain(blocks[0]);
    },
  );
});

describe('what is read again', () => {
  const abused = { by: 'child', category: 'abuse_offline' } as const;

  test.each([
    ['family', { relation: 'family' }],
    ['somebody who lives with the child', { relation: 'unsure', livesWithChild: true }],
    ['somebody who may live with the child', { livesWithChild: 'unsure' }],
  ] as const)('is the general block alone when the suspect is %s', (_, suspect) => {
    const facts = factsOf({ ...abused, suspect });
    expect(guidanceAgain(entries, facts).map(({ code }) => code)).toEqual(['general']);
    expect(codesFor(facts)).toContain('abuse');
  });
  test('is the general block alone when a partner harms a grown woman', () => {
    const facts = factsOf({
      by: 'citizen',
      category: 'abuse_offline',
      victims: [['31+', 'female']],
      suspect: { relation: 'partner_or_ex' },
    });
    expect(guidanceAgain(entries, facts).map(({ code }) => code)).toEqual(['general']);
  });
  test('is the same as before otherwise', () => {
    const facts = factsOf({ ...abused, suspect: { relation: 'stranger' } });
    expect(guidanceAgain(entries, facts)).toEqual(chooseGuidance(entries, facts));
  });
  test.each(audiences)('has one general block for the audience %s, the same whatever was reported', (audience) => {
    const general = entries.filter(({ isGeneral, words }) => isGeneral === true && words[audience] !== undefined);
    expect(general.map(({ when }) => when)).toEqual([[{}]]);
  });
});

const anyFacts: fc.Arbitrary<HelpFacts> = fc.record({
  reported: fc.record(
    {
      category: fc.constantFrom(...codes),
      alsoCategories: fc.array(fc.constantFrom(...codes), { maxLength: 3 }),
      about: fc.constantFrom(...abouts),
      victims: fc.array(fc.record({ ageBand: fc.constantFrom(...ageBands), gender: fc.constantFrom(...genders) }), {
        maxLength: 2,
      }),
      moreVictims: fc.boolean(),
      suspect: fc.record(
        {
          relation: fc.constantFrom(...suspectRelations),
          adult: fc.constantFrom(true, false, 'unsure' as const),
          livesWithChild: fc.constantFrom(true, false, 'unsure' as const),
        },
        { requiredKeys: [] },
      ),
      flags: fc.dictionary(fc.constantFrom(...flags), fc.constantFrom(true, false, 'unsure' as const), { maxKeys: 4 }),
      reporterRole: fc.constantFrom(...reporterRoles),
      reporterAgeBand: fc.constantFrom(...ageBands),
      region: fc.constantFrom(...albania.regions.map(({ code }) => code)),
      wishes: fc.constant({}),
      needs: fc.constant([]),
    },
    { requiredKeys: ['category', 'alsoCategories', 'victims', 'flags', 'reporterAgeBand', 'wishes', 'needs'] },
  ),
  words: fc.subarray([...wordCodes], { maxLength: 2 }),
});

/** Every category and reader, with each flag, word, subject, suspect and further category. */
const pairs: readonly HelpFacts[] = codes.flatMap((category) =>
  (['child', 'parent', 'teacher', 'citizen'] as const).flatMap((by) => {
    const told = { category, by };
    return [
      ...flags.map((flag) => factsOf({ ...told, flags: [flag] })),
      ...wordCodes.map((word) => factsOf({ ...told, words: [word] })),
      ...abouts.map((about) => factsOf({ ...told, about })),
      ...suspectRelations.map((relation) => factsOf({ ...told, suspect: { relation } })),
      ...codes.map((also) => factsOf({ ...told, also: [also] })),
    ];
  }),
);

interface Answered {
  facts: HelpFacts;
  audience: Audience;
  blocks: ChosenBlock[];
  codes: string[];
  lines: ChosenLine[];
  phones: string[];
}

function answered(facts: HelpFacts): Answered {
  const blocks = chooseGuidance(entries, facts);
  const lines = chooseHelpLines(albania, facts);
  const audience = audienceOf(facts.reported);
  return {
    facts,
    audience,
    blocks,
    codes: blocks.map(({ code }) => code),
    lines,
    phones: lines.map(({ line }) => line.phone),
  };
}

const answeredPairs = pairs.map(answered);

/** For which reports something does not hold, of every pair and of any mixture. A few are enough. */
function brokenBy(holds: (one: Answered) => boolean): unknown[] {
  const broken = answeredPairs.filter((one) => !holds(one));
  const tried = fc.check(
    fc.property(anyFacts, (facts) => holds(answered(facts))),
    { numRuns: 500 },
  );
  return [...broken.slice(0, 3).map(({ facts, codes: shown }) => ({ facts, shown })), ...(tried.counterexample ?? [])];
}

const isUnique = (all: readonly string[]): boolean => new Set(all).size === all.length;
const firstSentence = (text: string): string => /^.*?[.!?](?=\s|$)/u.exec(text)?.[0] ?? text;
const wordsIn = (text: string): number => text.split(/\s+/u).length;

describe('whatever is reported', () => {
  test('nobody reads more than four blocks or none', () => {
    expect(brokenBy(({ codes: shown }) => shown.length > 0 && shown.length <= mostBlocks && isUnique(shown))).toEqual(
      [],
    );
  });
  test('each block is worded for its reader and has its reasons, and none is the general one', () => {
    expect(
      brokenBy(({ blocks, audience }) =>
        blocks.every((one) => one.audience === audience && one.reasons.length > 0 && one.code !== 'general'),
      ),
    ).toEqual([]);
  });
  test('the first block begins with one short sentence, in every language', () => {
    expect(
      brokenBy(({ blocks }) =>
        Object.values(blocks[0]?.text ?? {}).every((text) => wordsIn(firstSentence(text)) <= longestLead),
      ),
    ).toEqual([]);
  });
  test('116 111 is always there, 112 never before 127 or 129, no number twice, each with its reasons', () => {
    const isBefore = (phones: readonly string[], phone: string): boolean => {
      const [place, of112] = [phones.indexOf(phone), phones.indexOf('112')];
      return place < 0 || of112 < 0 || place < of112;
    };
    expect(
      brokenBy(
        ({ phones, lines }) =>
          phones.includes('116111') &&
          isUnique(phones) &&
          isBefore(phones, '127') &&
          isBefore(phones, '129') &&
          lines.every(({ reasons }) => reasons.length > 0),
      ),
    ).toEqual([]);
  });
  test('the first phone follows the first reason', () => {
    const firstOf: Record<HelpReason, string> = {
      taken_or_hurt: '127',
      violence: '129',
      self_harm: '116111',
      missing: '116000',
      extortion: '116111',
      partner: '116117',
      other: '116111',
    };
    expect(brokenBy(({ facts, phones }) => phones[0] === firstOf[reasonOf(albania, facts)])).toEqual([]);
  });
  test('the ambulance, police and 116 000 that stand first are named in the first two blocks', () => {
    const named: Partial<Record<HelpReason, string>> = { taken_or_hurt: '127', violence: '129', missing: '116 000' };
    expect(
      brokenBy(({ facts, blocks }) => {
        const number = named[reasonOf(albania, facts)] ?? '';
        return blocks.slice(0, 2).some(({ text }) => text['sq']?.includes(number) === true);
      }),
    ).toEqual([]);
  });
  test('nobody under 18 is sent to StopNCII, and no adult to Take It Down for themselves', () => {
    expect(
      brokenBy(({ facts, audience, codes: shown }) => {
        const child = involvesChild(facts.reported);
        return (
          !(shown.includes('stop_ncii') && (child || audience === 'child')) &&
          !(shown.includes('take_it_down') && audience !== 'child') &&
          !(shown.some((code) => code.startsWith('take_it_down')) && !child)
        );
      }),
    ).toEqual([]);
  });
  test('a school is told to keep it to itself only where nobody can be hurt there', () => {
    expect(
      brokenBy(({ facts, codes: shown }) => {
        const { category, alsoCategories } = facts.reported;
        const isThreat = [category, ...alsoCategories].includes('threat_violence');
        const found = situationsOf(facts);
        const isUrgent = found.some((one) =>
          ['violence', 'danger', 'violence_in_words', 'taken_or_hurt'].includes(one),
        );
        return !(shown.includes('school_in_confidence') && (isThreat || isUrgent));
      }),
    ).toEqual([]);
  });
  test('the same report is answered the same', () => {
    expect(
      brokenBy(({ facts, blocks, lines }) => {
        const again = answered(structuredClone(facts));
        return JSON.stringify([again.blocks, again.lines]) === JSON.stringify([blocks, lines]);
      }),
    ).toEqual([]);
  });
  test('guidance that is read again under the eyes of the suspect says nothing of the report', () => {
    expect(
      brokenBy(
        ({ facts }) =>
          !mayBeWatched(facts) ||
          guidanceAgain(entries, facts).every(({ code, reasons }) => code === 'general' && reasons[0] === 'always'),
      ),
    ).toEqual([]);
  });
});

/** A word of these in a text for adults would say _ti_. The edges are those of words, `ë` and `ç` included. */
const ti = wordOf(
  'ti|ty|tënd|tënde|yt|jote|ke|je|ruaj|ruaje|ruaji|telefono|trego|tregoji|tregoje|fol|shko|raporto|raportoje|raportoji|blloko|bllokoje|kopjo|mbylle|mbyll|thuaj|thirr|provo|ndrysho|aktivizo|kërko|kërkoju|shëno|merr|hiqe|ndale|bëre|pe|tregove|pyete|ndihesh|mundesh|dëgjo|shiko|shkruaj|shohësh|flasësh|paguaj|dërgo|shkarko|prit|lër|lëre',
);
const ju = wordOf('ju|juaj|tuaj|keni|jeni|telefononi|flisni|tregoni|tregojini|ruajini|shkoni|mbyllni|paguani|dërgoni');

function wordOf(words: string): RegExp {
  return new RegExp(`(?<!\\p{L})(?:${words})(?!\\p{L})`, 'iu');
}

const wordings = entries.flatMap(({ code, words }) =>
  audiences.flatMap((audience) => {
    const wording = words[audience];
    return wording === undefined ? [] : [{ code, audience, wording }];
  }),
);
const saidTo = (isWanted: (audience: Audience) => boolean, language: string): string[] =>
  wordings
    .filter(({ audience }) => isWanted(audience))
    .map(({ wording: { title, text } }) => `${title[language] ?? ''}. ${text[language] ?? ''}`);

describe('the words of guidance', () => {
  test('say ti to children and ju to adults', () => {
    expect(saidTo((audience) => audience !== 'child', 'sq').filter((said) => ti.test(said))).toEqual([]);
    expect(saidTo((audience) => audience === 'child', 'sq').filter((said) => ju.test(said))).toEqual([]);
  });
  test('tell nobody but a child that it is not their fault, or that nobody scolds', () => {
    const comfort = /not your fault|scold|faji yt|faji juaj|qorton/iu;
    const adults = [...saidTo((audience) => audience !== 'child', 'sq'), ...saidTo((one) => one !== 'child', 'en')];
    expect(adults.filter((said) => comfort.test(said))).toEqual([]);
    expect(saidTo((audience) => audience === 'child', 'sq').filter((said) => comfort.test(said))).not.toEqual([]);
  });
  test('name 112 never before 127 or 129', () => {
    const all = albania.languages.flatMap((language) => saidTo(() => true, language));
    const with112 = all.filter((said) => said.includes('112'));
    expect(with112.length).toBeGreaterThan(0);
    expect(with112.filter((said) => !/12[79]/u.test(said.slice(0, said.indexOf('112'))))).toEqual([]);
  });
  test('hold none of the words that say something else', () => {
    const wrong = /nuk duhet t|i sigurt|e sigurt|telashe|një person|të zhveshur|postë|i detyruar|të të gjejmë/iu;
    expect(saidTo(() => true, 'sq').filter((said) => wrong.test(said))).toEqual([]);
  });
  test('have a line for when a threat with pictures feels too much', () => {
    const pressed = wordings.filter(({ code }) => /^do_not_pay(?!_more)/u.test(code));
    expect(pressed.length).toBeGreaterThan(2);
    expect(pressed.filter(({ wording }) => !/too much/u.test(wording.text['en'] ?? ''))).toEqual([]);
  });
  test('of the general block say nothing of what happened', () => {
    const general = wordings.filter(({ code }) => code === 'general').map(({ wording }) => JSON.stringify(wording));
    expect(general).toHaveLength(audiences.length);
    expect(general.filter((said) => /foto|picture|raport|report|polic|129|127/iu.test(said))).toEqual([]);
  });
  test('that somebody must confirm say so, with a month and a year', () => {
    const open = entries.filter(({ unverified }) => unverified === true);
    expect(open.map(({ code }) => code)).toEqual(
      expect.arrayContaining(['meeting', 'meeting_of_a_child', 'threat', 'threat_to_a_child', 'ambulance_now']),
    );
    expect(open.filter(({ source }) => !/20\d\d/u.test(source ?? ''))).toEqual([]);
  });
});

describe('the phones of Albania', () => {
  test('are all known lines, each with a source that names a date', () => {
    const known = albania.helpLines.map(({ phone }) => phone);
    expect(albania.helpOrders.flatMap(({ phones }) => phones).filter((phone) => !known.includes(phone))).toEqual([]);
    expect(albania.helpLines.filter(({ source }) => !/20\d\d/u.test(source ?? ''))).toEqual([]);
  });
  test('of which 112 alone is not proven everywhere', () => {
    expect(albania.helpLines.filter(({ unverified }) => unverified === true).map(({ phone }) => phone)).toEqual([
      '112',
    ]);
  });
});
