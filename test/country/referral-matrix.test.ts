import { describe, expect, it } from 'vitest';
import { albania } from '#shared/country/al/pack.ts';
import type { Case } from '#shared/domain/case/case.ts';
import { proposeReferrals } from '#shared/domain/referrals/propose-referrals.ts';
import type { ReferralCondition, ReferralMatrix } from '#shared/domain/referrals/referral-policy.ts';
import { abouts, flags, suspectRelations } from '#shared/domain/report/report.ts';
import type { Flag, ReportedFacts, SuspectRelation } from '#shared/domain/report/report.ts';
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

type Facts = Partial<ReportedFacts>;
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
const crimeOfAdults: Told = { ...crime, byAdult: [cybercrime, unit] };
const onPlatform: Told = { child: ['platform'], adult: ['platform'] };
const amongPeers: Told = { ...onPlatform, byPeer: [school, 'platform'] };
const question: Told = { child: nobody, adult: nobody };

/** The institutions that each category leads to, the lead agency first. Source: docs/practice.md, Referral. */
const ofCategory: Readonly<Record<string, Told>> = {
  sexual_extortion: sexualCrime,
  csam: { ...sexualCrime, content: [cybercrime, 'cyber_authority'] },
  csam_synthetic: { ...sexualCrime, content: [cybercrime, 'cyber_authority'] },
  grooming: sexualCrime,
  intimate_image: sexualCrime,
  sexual_harassment: { child: nobody, byAdult: [cybercrime, unit], adult: [cybercrime] },
  trafficking_exploitation: sexualCrime,
  abuse_offline: { child: [unit, police], adult: nobody },
  suicide_self_harm: { child: [unit], adult: nobody },
  threat_violence: danger,
  missing_child: danger,
  blackmail_other: crimeOfAdults,
  cyberbullying: amongPeers,
  stalking_harassment: { ...crimeOfAdults, byPeer: [school, cybercrime] },
  hate_speech: { ...amongPeers, byAdult: ['platform', police] },
  radicalisation: { child: [police], adult: [police], content: ['cyber_authority'] },
  impersonation_account: amongPeers,
  hacking: crime,
  fraud_scam: crime,
  privacy: {
    child: ['platform', 'data_commissioner'],
    byPeer: [school, 'platform', 'data_commissioner'],
    adult: ['platform', 'data_commissioner'],
  },
  harmful_content: onPlatform,
  illegal_site: { ...question, content: ['cyber_authority'] },
  excessive_use: question,
  gaming: question,
  technical_help: question,
  question,
  not_sure: question,
  other: question,
  out_of_remit: question,
};

/** To whom an answer leads by itself, whatever is reported. */
const ofFlag: Readonly<Record<Flag, Told>> = {
  inDanger: danger,
  selfHarm: { child: [unit], adult: nobody },
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

/** To whom mocking leads by who mocks; otherwise to the platform alone. */
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

/** What leads somewhere only together with something else, and the same where it does not. */
const together: [Facts, readonly string[]][] = [
  ...suspectRelations.map((relation): [Facts, readonly string[]] => [
    { ...child, category: 'cyberbullying', suspect: { relation } },
    byRelation[relation] ?? ['platform'],
  ]),
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
  [{ category: 'sexual_harassment', suspect: { adult: true } }, [cybercrime]],
  // Of a child in a film or on a site nobody knows where it could be found.
  [{ ...child, about: 'content_only', category: 'grooming' }, [cybercrime]],
  [{ ...child, about: 'content_only', category: 'suicide_self_harm' }, nobody],
];

const lines = [
  ...Object.entries(ofCategory).flatMap(([category, told]) => linesOf(told, { category })),
  ...flags.flatMap((flag) => linesOf(ofFlag[flag], { flags: { [flag]: true } })),
  ...together,
];

function named(of: Partial<Case>, matrix: ReferralMatrix = referrals.matrix): string[] {
  return proposeReferrals(aCase(of), { ...referrals, matrix }).map(({ institution }) => institution);
}
const asReported = (facts: Facts): Partial<Case> => ({ reported: { ...nothing, ...facts } });
const asConcluded = (facts: Facts): Partial<Case> => ({
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
    expect(named(asConcluded(facts))).toEqual(told);
  });

  it.each(eachWithLess(referrals.matrix))('has a line here that fails without $without', ({ less }) => {
    expect(lines.some(([facts, told]) => named(asReported(facts), less).join() !== told.join())).toBe(true);
  });
});
