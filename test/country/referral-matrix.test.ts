import { describe, expect, it } from 'vitest';
import { albania } from '#shared/country/al/pack.ts';
import type { Case } from '#shared/domain/case/case.ts';
import { proposeReferrals } from '#shared/domain/referrals/propose-referrals.ts';
import type { ReferralCondition, ReferralMatrix } from '#shared/domain/referrals/referral-policy.ts';
import { abouts, flags, suspectRelations } from '#shared/domain/report/report.ts';
import type { Flag, ReportedFacts, SuspectRelation } from '#shared/domain/report/report.ts';
import { wordCodes } from '#shared/domain/report/severity.ts';
import { aCase } from '#test/support/builders.ts';

const referrals = await albania.loadReferrals();

/** What an adult reports of themselves, of no category: on its own it leads to nobody. */
const nothing: ReportedFacts = {
  ...aCase().reported,
  category: 'of_no_matrix',
  victims: [{ ageBand: '31+', gender: 'female' }],
  reporterRole: 'citizen',
  reporterAgeBand: '31+',
};

/** What is reported, and what the word lists found in it. */
type Facts = Partial<ReportedFacts> & { words?: Case['words'] };
const child: Facts = { victims: [{ ageBand: '15', gender: 'female' }] };
const byAdult: Facts = { ...child, suspect: { adult: true } };
const byPeer: Facts = { ...child, suspect: { relation: 'peer' } };
const adult: Facts = {};
const content: Facts = { about: 'content_only', victims: [] };

const cybercrime = 'police_cybercrime';
const unit = 'child_protection_unit';
const police = 'state_police';
const school = 'school_psychosocial';
const officer = 'school_safety_officer';
const helpline = 'child_helpline';
const sites = ['cyber_authority', 'child_rights_agency_sites'];
const nobody: readonly string[] = [];

interface Told {
  child: readonly string[];
  adult: readonly string[];
  /** Where it differs from a child whom nobody knows who harms, or from an adult. */
  byAdult?: readonly string[];
  byPeer?: readonly string[];
  content?: readonly string[];
}
const sexualCrime: Told = { child: [cybercrime, unit], adult: [cybercrime] };
const danger: Told = { child: [police, unit], adult: [police] };
const crime: Told = { child: [cybercrime], adult: [cybercrime] };
const onPlatform: Told = { child: ['platform'], adult: ['platform'] };
const amongPeers: Told = { ...onPlatform, byPeer: [school, 'platform'] };
const question: Told = { child: nobody, adult: nobody };

/** The institutions that each category leads to, the lead agency first. Source: docs/practice.md, Referral. */
const ofCategory: Readonly<Record<string, Told>> = {
  sexual_extortion: sexualCrime,
  csam: { ...sexualCrime, content: [cybercrime, ...sites] },
  csam_synthetic: { ...sexualCrime, content: [cybercrime, ...sites] },
  grooming: sexualCrime,
  intimate_image: { ...sexualCrime, adult: [cybercrime, 'platform'] },
  sexual_harassment: {
    child: ['platform'],
    byAdult: [cybercrime, unit, 'platform'],
    byPeer: [school, unit, 'platform'],
    adult: [cybercrime, 'platform'],
  },
  trafficking_exploitation: sexualCrime,
  abuse_offline: { child: [unit, police], adult: nobody },
  suicide_self_harm: { child: [unit], adult: [helpline], content: nobody },
  threat_violence: danger,
  missing_child: danger,
  blackmail_other: { ...crime, byAdult: [cybercrime, unit], byPeer: [school, unit, cybercrime] },
  cyberbullying: amongPeers,
  stalking_harassment: { ...crime, byAdult: [cybercrime, unit], byPeer: [school, cybercrime] },
  hate_speech: { ...amongPeers, byAdult: ['platform', police] },
  radicalisation: { child: [police], adult: [police], content: sites },
  impersonation_account: amongPeers,
  hacking: crime,
  fraud_scam: crime,
  privacy: {
    child: ['platform', 'data_commissioner'],
    byPeer: [school, 'platform', 'data_commissioner'],
    adult: ['platform', 'data_commissioner'],
  },
  harmful_content: onPlatform,
  illegal_site: { ...question, content: sites },
  excessive_use: question,
  gaming: question,
  technical_help: question,
  question,
  not_sure: question,
  other: question,
  out_of_remit: question,
};

/** Some answers lead to an institution by themselves, whatever is reported. */
const ofFlag: Readonly<Record<Flag, Told>> = {
  inDanger: danger,
  selfHarm: { child: [unit], adult: [helpline] },
  offlineViolence: { ...danger, byPeer: [police, unit, officer] },
  weapon: { ...danger, byPeer: [police, unit, officer] },
  meetingArranged: danger,
  liveNow: danger,
  missing: danger,
  // The picture is of a child, whoever reports it.
  sexualImageOfMinor: { child: [cybercrime, unit], adult: [cybercrime, unit], content: [cybercrime] },
  threatToShare: question,
  imagePublic: question,
  paymentAsked: question,
  paymentMade: question,
  repeated: question,
};

/** Mocking leads to an institution by who mocks; otherwise to the platform alone. */
const byRelation: Readonly<Partial<Record<SuspectRelation, readonly string[]>>> = {
  classmate: [school, 'platform'],
  peer: [school, 'platform'],
  family: [unit, police, 'platform'],
};

/** Each place of a table as what is reported, and who is told of it. */
function linesOf(told: Told, of: Facts): [Facts, readonly string[]][] {
  return [
    [{ ...child, ...of }, told.child],
    [{ ...byAdult, ...of }, told.byAdult ?? told.child],
    [{ ...byPeer, ...of }, told.byPeer ?? told.child],
    [{ ...adult, ...of }, told.adult],
    [{ ...content, ...of }, told.content ?? told.adult],
  ];
}

/** Sexual words to a child are for the police, unless another child wrote them or nobody knows who did. */
const byHarasser: Readonly<Partial<Record<SuspectRelation, readonly string[]>>> = {
  ...Object.fromEntries(
    (['partner_or_ex', 'known_adult', 'stranger', 'group', 'unsure'] as const).map((relation) => [
      relation,
      [cybercrime, 'platform'],
    ]),
  ),
  classmate: [school, unit, 'platform'],
  peer: [school, unit, 'platform'],
  family: [unit, police, 'platform'],
};

/** The words of a report lead to institutions by themselves. Weapon and meeting make it critical, and a person decides. */
const ofWords = (code: (typeof wordCodes)[number]): Told =>
  code === 'words_weapon' || code === 'words_meeting'
    ? question
    : { child: [unit], adult: [helpline], content: [helpline] };

/** What leads somewhere only together with something else, and the same where it does not. */
const together: [Facts, readonly string[]][] = [
  ...suspectRelations.map((relation): [Facts, readonly string[]] => [
    { ...child, category: 'cyberbullying', suspect: { relation } },
    byRelation[relation] ?? ['platform'],
  ]),
  ...suspectRelations.map((relation): [Facts, readonly string[]] => [
    { ...child, category: 'sexual_harassment', suspect: { relation } },
    byHarasser[relation] ?? ['platform'],
  ]),
  ...suspectRelations
    .filter((relation) => ['classmate', 'peer'].includes(relation))
    .map((relation): [Facts, readonly string[]] => [
      { ...child, category: 'blackmail_other', suspect: { relation } },
      [school, unit, cybercrime],
    ]),
  [{ category: 'blackmail_other', suspect: { relation: 'classmate' } }, [cybercrime]],
  [{ category: 'sexual_harassment', about: 'school' }, [cybercrime, 'platform']],
  ...abouts.map((about): [Facts, readonly string[]] => [
    { ...child, category: 'cyberbullying', about },
    about === 'school' ? [school, 'platform'] : ['platform'],
  ]),
  ...Object.entries(ofCategory).map(([category, told]): [Facts, readonly string[]] => [
    { ...child, category, about: 'school' },
    told.byPeer ?? told.child,
  ]),
  [{ ...child, flags: { weapon: 'unsure' }, suspect: { relation: 'classmate' } }, [police, unit, officer]],
  [{ ...child, suspect: { livesWithChild: true } }, [unit, police]],
  [{ suspect: { livesWithChild: true } }, nobody],
  [{ suspect: { relation: 'family' } }, nobody],
  [{ category: 'cyberbullying', suspect: { relation: 'peer' } }, ['platform']],
  [{ category: 'cyberbullying', about: 'school' }, ['platform']],
  [{ category: 'sexual_harassment', suspect: { adult: true } }, [cybercrime, 'platform']],
  // Of a child in a film or on a site nobody knows where it could be found.
  [{ ...child, about: 'content_only', category: 'grooming' }, [cybercrime]],
  [{ ...child, about: 'content_only', category: 'suicide_self_harm' }, nobody],
];

const lines = [
  ...Object.entries(ofCategory).flatMap(([category, told]) => linesOf(told, { category })),
  ...flags.flatMap((flag) => linesOf(ofFlag[flag], { flags: { [flag]: true } })),
  ...wordCodes.flatMap((code) => linesOf(ofWords(code), { words: [code] })),
  ...together,
];

function named(of: Partial<Case>, matrix: ReferralMatrix = referrals.matrix): string[] {
  return proposeReferrals(aCase(of), { ...referrals, matrix }).map(({ institution }) => institution);
}
const asReported = ({ words = [], ...facts }: Facts): Partial<Case> => ({ words, reported: { ...nothing, ...facts } });
const asConcluded = (facts: Omit<Facts, 'words'>): Partial<Case> => ({
  reported: nothing,
  assessed: { category: nothing.category, ...facts },
});

/** The matrix with one value less, for every value that a condition lists. */
function eachWithLess(matrix: ReferralMatrix): { without: string; less: ReferralMatrix }[] {
  return matrix.rules.flatMap((rule, row) =>
    rule.when.flatMap((when, nth) =>
      conditionsWithLess(when).map(({ without, less }) => ({
        without: `${rule.code} ${nth} ${without}`,
        less: { ...matrix, rules: matrix.rules.with(row, { ...rule, when: rule.when.with(nth, less) }) },
      })),
    ),
  );
}

function conditionsWithLess(when: ReferralCondition): { without: string; less: ReferralCondition }[] {
  return Object.entries(when).flatMap(([key, wanted]: [string, unknown]) => {
    const values: readonly unknown[] = Array.isArray(wanted) ? wanted : [];
    return values.map((value) => ({
      without: String(value),
      less: { ...when, [key]: values.filter((other) => other !== value) },
    }));
  });
}

describe('the matrix of Albania', () => {
  it('says of every category to whom it leads', () => {
    expect(Object.keys(ofCategory).toSorted()).toEqual(albania.categories.map(({ code }) => code).toSorted());
  });

  it.each(lines.map(([facts, told]) => ({ facts, told })))('leads from $facts to $told', ({ facts, told }) => {
    expect(named(asReported(facts))).toEqual(told);
  });

  // Words are found in what was reported alone.
  const judged = lines.filter(([{ words }]) => words === undefined);
  it.each(judged.map(([facts, told]) => ({ facts, told })))(
    'leads so where staff conclude $facts',
    ({ facts, told }) => {
      expect(named(asConcluded(facts))).toEqual(told);
    },
  );

  it.each(eachWithLess(referrals.matrix))('has a line here that fails without $without', ({ less }) => {
    expect(lines.some(([facts, told]) => named(asReported(facts), less).join() !== told.join())).toBe(true);
  });

  const everyHarm: Facts[] = [
    ...flags.map((flag) => ({ flags: { [flag]: true } })),
    { category: 'threat_violence' },
    {},
  ];
  const toSelf: Facts[] = [
    { flags: { selfHarm: true } },
    { flags: { selfHarm: 'unsure' } },
    { category: 'suicide_self_harm', about: 'me' },
    ...wordCodes.filter((code) => ofWords(code) !== question).map((code): Facts => ({ words: [code] })),
  ];

  it('never sends the police alone to somebody who may hurt themselves', () => {
    for (const who of [child, adult]) {
      for (const harm of everyHarm) {
        for (const self of toSelf) {
          const facts = { ...who, ...harm, ...self, flags: { ...harm.flags, ...self.flags } };
          expect(named(asReported(facts)).filter((one) => [unit, helpline].includes(one))).not.toEqual([]);
        }
      }
    }
  });

  it.each([
    ['blackmail_other', 'al_cc_109_b'],
    ['stalking_harassment', 'al_cc_121_a'],
    ['intimate_image', 'al_cc_121'],
    ['sexual_harassment', 'al_cc_108_a'],
    ['fraud_scam', 'al_cc_143_b'],
    ['hacking', 'al_cc_192_b'],
  ])('names for %s the article that is about it', (category, basis) => {
    const [first] = proposeReferrals(aCase(asReported({ category })), referrals);
    expect(first).toMatchObject({ institution: cybercrime, basis });
  });

  it('names for each list of addresses the law by which it is asked for', () => {
    const of = aCase(asReported({ ...content, category: 'illegal_site' }));
    expect(
      proposeReferrals(of, referrals).map(({ institution, basis, addressesOnly }) => [
        institution,
        basis,
        addressesOnly,
      ]),
    ).toEqual([
      ['cyber_authority', 'al_vkm_465_2019', true],
      ['child_rights_agency_sites', 'al_law_18_2017_art_27_3', true],
    ]);
  });

  it('says of every row where it comes from and when that was looked at, and rests on a basis that is there', () => {
    const codes = referrals.legalBases.map(({ code }) => code);
    for (const { code, source, asOf, basis } of referrals.matrix.rules) {
      expect([code, source, asOf]).toEqual([code, expect.stringMatching(/./), expect.stringMatching(/^\d{4}-\d{2}/)]);
      expect(codes).toContain(basis);
    }
  });

  it('rests on no article that nobody found', () => {
    expect(JSON.stringify(referrals)).not.toMatch(/108[_/]b/);
  });

  it('gives nobody a number to call that nobody has confirmed', () => {
    const police = referrals.institutions.find(({ code }) => code === cybercrime);
    expect(police).toMatchObject({ phones: ['129'], ownPage: { unverified: true } });
    const of = aCase({ ...asReported({ ...child, category: 'grooming' }), severity: 'critical' });
    expect(JSON.stringify(proposeReferrals(of, referrals))).not.toContain(police?.ownPage?.phone);
  });
});
