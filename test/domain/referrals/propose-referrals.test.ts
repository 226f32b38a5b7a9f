import { describe, expect, it } from 'vitest';
import { referrals } from '#shared/country/al/referrals/referrals.ts';
import type { Case } from '#shared/domain/case/case.ts';
import { proposeReferrals, withProposals } from '#shared/domain/referrals/propose-referrals.ts';
import type { Referral } from '#shared/domain/case/referral.ts';
import type { ReportedFacts } from '#shared/domain/report/report.ts';
import { aCase } from '#test/support/builders.ts';

const now = '2026-11-20T23:00:00.000Z';
const child: Partial<ReportedFacts> = { victims: [{ ageBand: '15', gender: 'female' }], reporterAgeBand: '15' };
const adult: Partial<ReportedFacts> = {
  victims: [{ ageBand: '31+', gender: 'female' }],
  reporterAgeBand: '31+',
  reporterRole: 'citizen',
};
const content: Partial<ReportedFacts> = {
  about: 'content_only',
  victims: [],
  reporterAgeBand: '31+',
  reporterRole: 'citizen',
};

function about(facts: Partial<ReportedFacts>, more: Partial<Case> = {}): Case {
  const { reported } = aCase();
  return aCase({ ...more, reported: { ...reported, region: 'AL-11', ...facts } });
}

const proposed = (of: Case) => proposeReferrals(of, referrals);
const named = (of: Case): string[] => proposed(of).map(({ institution }) => institution);

/** One example of each row: what is reported, and to whom it leads, the lead first. */
const examples: Record<string, [Partial<ReportedFacts>, string[]][]> = {
  immediate_danger: [
    [{ ...adult, category: 'question', flags: { inDanger: true } }, ['state_police']],
    [{ ...adult, category: 'question', flags: { weapon: 'unsure' } }, ['state_police']],
    [{ ...adult, category: 'threat_violence' }, ['state_police']],
  ],
  child_in_danger: [
    [{ ...child, category: 'question', flags: { meetingArranged: true } }, ['state_police', 'child_protection_unit']],
    [{ ...child, category: 'missing_child' }, ['state_police', 'child_protection_unit']],
  ],
  danger_to_self: [
    [{ ...child, category: 'question', flags: { selfHarm: true } }, ['child_protection_unit']],
    [{ ...child, category: 'suicide_self_harm' }, ['child_protection_unit']],
    [{ ...content, category: 'suicide_self_harm' }, []],
  ],
  danger_to_self_of_adult: [
    [{ ...adult, category: 'question', flags: { selfHarm: true } }, ['child_helpline']],
    [{ ...adult, category: 'suicide_self_harm', flags: { inDanger: true } }, ['state_police', 'child_helpline']],
  ],
  child_at_risk_at_home: [
    [{ ...child, category: 'not_sure', suspect: { relation: 'family' } }, ['child_protection_unit', 'state_police']],
    [
      { ...child, category: 'not_sure', suspect: { livesWithChild: 'unsure' } },
      ['child_protection_unit', 'state_police'],
    ],
    [{ ...child, category: 'abuse_offline' }, ['child_protection_unit', 'state_police']],
  ],
  sexual_crime_online: [
    [{ ...adult, category: 'sexual_extortion' }, ['police_cybercrime']],
    [
      { ...adult, category: 'fraud_scam', flags: { sexualImageOfMinor: true } },
      ['police_cybercrime', 'child_protection_unit'],
    ],
  ],
  child_victim_of_sexual_crime: [
    [{ ...child, category: 'grooming' }, ['police_cybercrime', 'child_protection_unit']],
    [{ ...child, category: 'intimate_image' }, ['police_cybercrime', 'child_protection_unit']],
  ],
  illegal_site: [
    [{ ...content, category: 'illegal_site' }, ['cyber_authority', 'child_rights_agency_sites']],
    [{ ...content, category: 'csam' }, ['police_cybercrime', 'cyber_authority', 'child_rights_agency_sites']],
    [{ ...adult, category: 'illegal_site' }, []],
  ],
  illegal_site_to_block: [
    [{ ...content, category: 'radicalisation' }, ['cyber_authority', 'child_rights_agency_sites']],
  ],
  adult_harms_child: [
    [
      { ...child, category: 'sexual_harassment', suspect: { adult: true } },
      ['police_cybercrime', 'child_protection_unit', 'platform'],
    ],
  ],
  radicalisation: [[{ ...child, category: 'radicalisation' }, ['state_police']]],
  physical_danger_at_school: [
    [
      { ...child, category: 'cyberbullying', suspect: { relation: 'classmate' }, flags: { weapon: true } },
      ['state_police', 'child_protection_unit', 'school_safety_officer', 'school_psychosocial', 'platform'],
    ],
  ],
  peers_at_school: [
    [{ ...child, category: 'cyberbullying', suspect: { relation: 'classmate' } }, ['school_psychosocial', 'platform']],
    [{ ...child, category: 'hate_speech', about: 'school' }, ['school_psychosocial', 'platform']],
  ],
  harm_among_peers: [
    [
      { ...child, category: 'sexual_harassment', suspect: { relation: 'classmate' } },
      ['school_psychosocial', 'child_protection_unit', 'platform'],
    ],
    [
      { ...child, category: 'blackmail_other', about: 'school' },
      ['school_psychosocial', 'child_protection_unit', 'police_cybercrime'],
    ],
  ],
  sexual_harassment: [
    [{ ...child, category: 'sexual_harassment', suspect: { relation: 'stranger' } }, ['police_cybercrime', 'platform']],
    [{ ...adult, category: 'sexual_harassment' }, ['police_cybercrime', 'platform']],
  ],
  blackmail: [[{ ...adult, category: 'blackmail_other' }, ['police_cybercrime']]],
  stalking: [[{ ...adult, category: 'stalking_harassment' }, ['police_cybercrime']]],
  pictures_of_adult: [[{ ...adult, category: 'intimate_image' }, ['police_cybercrime', 'platform']]],
  computer_fraud: [[{ ...adult, category: 'fraud_scam' }, ['police_cybercrime']]],
  account_broken_into: [[{ ...adult, category: 'hacking' }, ['police_cybercrime']]],
  hate_speech: [[{ ...adult, category: 'hate_speech' }, ['platform']]],
  hate_speech_named_by_law: [
    [{ ...adult, category: 'hate_speech', suspect: { adult: true } }, ['platform', 'state_police']],
  ],
  privacy: [[{ ...adult, category: 'privacy' }, ['platform', 'data_commissioner']]],
  content_on_platform: [
    [{ ...child, category: 'harmful_content' }, ['platform']],
    [{ ...child, category: 'cyberbullying', about: 'someone_i_know' }, ['platform']],
  ],
};

describe('the matrix', () => {
  it('has an example of every row', () => {
    expect(Object.keys(examples)).toEqual(referrals.matrix.rules.map(({ code }) => code));
  });

  it.each(Object.entries(examples).flatMap(([code, rows]) => rows.map(([facts, to]) => ({ code, facts, to }))))(
    '$code leads from $facts.category to $to',
    ({ code, facts, to }) => {
      const found = proposed(about({ flags: {}, ...facts }));
      expect(found.map(({ institution }) => institution)).toEqual(to);
      const onlyUnsure = Object.values(facts.flags ?? {}).includes('unsure');
      expect(found.map(({ isLead }) => isLead)).toEqual(to.map((_, index) => index === 0 && !onlyUnsure));
      const says = found.some(({ reasons }) => reasons.includes(code));
      expect(says).toBe(to.length > 0);
    },
  );

  describe('asked who leads when danger was told of', () => {
    const extortion: Partial<ReportedFacts> = { ...child, category: 'sexual_extortion' };
    const dangers = ['inDanger', 'offlineViolence', 'weapon', 'meetingArranged', 'liveNow', 'missing'] as const;
    const leadOf = (of: Case) => proposed(of).find(({ isLead }) => isLead)?.institution;

    it.each(dangers)('names the police only where %s was answered with yes', (flag) => {
      const unsure = about({ ...extortion, flags: { [flag]: 'unsure' } });
      expect(named(unsure)).toEqual(['police_cybercrime', 'state_police', 'child_protection_unit']);
      expect(proposed(unsure).find(({ institution }) => institution === 'state_police')).toMatchObject({
        isNecessary: true,
        isLead: false,
      });
      expect(leadOf(unsure)).toBe('police_cybercrime');
      expect(leadOf(about({ ...extortion, flags: { [flag]: true } }))).toBe('state_police');
      const sureOfStaff = { category: 'sexual_extortion', flags: { [flag]: true } };
      expect(leadOf(about({ ...extortion, flags: { [flag]: 'unsure' } }, { assessed: sureOfStaff }))).toBe(
        'state_police',
      );
    });

    it('names the police where the words of the report speak of it too', () => {
      const unsure: Partial<ReportedFacts> = { ...extortion, flags: { inDanger: 'unsure' } };
      for (const word of ['words_weapon', 'words_meeting'] as const) {
        expect(leadOf(about(unsure, { words: [word] }))).toBe('state_police');
      }
      // Words of harm to oneself bring in child protection, and never the police.
      expect(leadOf(about(unsure, { words: ['words_self_harm'] }))).toBe('child_protection_unit');
    });

    it('names nobody where nothing but unsure danger speaks, also in what is kept of it', () => {
      const of = about({ ...adult, category: 'question', flags: { inDanger: 'unsure' } });
      expect(withProposals(of, referrals, now).referrals).toMatchObject([
        { institution: 'state_police', isLead: false, isNecessary: true },
      ]);
    });

    it('gives the lead of one that is over to nobody whom unsure danger alone brought in', () => {
      const of = about({ ...extortion, flags: { inDanger: 'unsure' } });
      const first = withProposals(of, referrals, now).referrals;
      const state = {
        ...of,
        referrals: first.map((one) => (one.isLead ? { ...one, status: 'dropped' as const } : one)),
      };
      expect(withProposals(state, referrals, now).referrals).toMatchObject([
        { institution: 'police_cybercrime', isLead: false },
        { institution: 'state_police', isLead: false },
        { institution: 'child_protection_unit', isLead: true },
      ]);
    });
  });

  it('says why, on which basis, and what resolving waits for', () => {
    const [lead, other] = proposed(about({ ...child, category: 'sexual_extortion' }));
    expect(lead).toEqual({
      institution: 'police_cybercrime',
      isLead: true,
      reasons: ['sexual_crime_online', 'ask_reporter_first'],
      basis: 'al_cc_sexual_offences',
      isNecessary: true,
      necessaryBecause: ['sexual_crime_online'],
      leadsAt: 0,
      wish: 'ask_me',
    });
    expect(other).toMatchObject({ institution: 'child_protection_unit', isNecessary: false });
  });

  it('makes resolving wait for an institution that any of its rows calls necessary', () => {
    const [row] = referrals.matrix.rules;
    if (row === undefined) throw new Error('The matrix is empty.');
    const rules = [false, true, false].map((isNecessary, n) => ({
      ...row,
      code: `row_${n}`,
      when: [{ categories: ['grooming'] }],
      to: ['state_police'],
      isNecessary,
    }));
    const of = about({ ...child, category: 'cyberbullying', alsoCategories: ['grooming'] });
    const twice = { ...referrals, matrix: { ...referrals.matrix, rules } };
    expect(proposeReferrals(of, twice)).toMatchObject([{ isNecessary: true }]);
    expect(proposeReferrals(of, { ...twice, matrix: { ...twice.matrix, rules: rules.slice(0, 1) } })).toMatchObject([
      { isNecessary: false },
    ]);
  });

  it('says nothing about an institution that the country does not have', () => {
    const of = about({ ...child, category: 'grooming' });
    const institutions = referrals.institutions.filter(({ code }) => code !== 'police_cybercrime');
    expect(proposeReferrals(of, { ...referrals, institutions })).toMatchObject([
      { institution: 'child_protection_unit', isLead: true },
    ]);
  });

  it('gives the number to call for a critical case only', () => {
    const facts: Partial<ReportedFacts> = { ...child, category: 'sexual_extortion' };
    expect(proposed(about(facts, { severity: 'critical' }))[0]).toMatchObject({ phones: ['129'] });
    expect(proposed(about(facts, { severity: 'high' }))[0]).not.toHaveProperty('phones');
  });

  it('gives the cyber authority and the agency that asks for blocking addresses alone', () => {
    const site = about({ ...content, category: 'illegal_site' });
    expect(proposed(site).map(({ addressesOnly }) => addressesOnly)).toEqual([true, true]);
    expect(proposed(about({ ...child, category: 'grooming' }))[0]).not.toHaveProperty('addressesOnly');
  });
});

it('a site that nobody is named with is content alone, also when nobody said so; a person is none', () => {
  const { about: _, ...unsaid } = about({ ...content, category: 'illegal_site' }).reported;
  expect(named(aCase({ reported: unsaid }))).toEqual(['cyber_authority', 'child_rights_agency_sites']);
  expect(named(aCase({ reported: { ...unsaid, victims: [{ ageBand: '31+', gender: 'male' }] } }))).toEqual([]);
  expect(named(aCase({ reported: { ...unsaid, about: 'me' } }))).toEqual([]);
});

describe('wishes', () => {
  const atSchool: Partial<ReportedFacts> = { ...child, category: 'cyberbullying', suspect: { relation: 'classmate' } };

  it('keep the school out when the reporter says no', () => {
    expect(named(about({ ...atSchool, wishes: { school: 'no' } }))).toEqual(['platform']);
    expect(named(about({ ...atSchool, wishes: { police: 'no' } }))).toContain('school_psychosocial');
  });

  it('keep the police out where no child’s safety asks for them', () => {
    expect(named(about({ ...adult, category: 'hacking', wishes: { police: 'no' } }))).toEqual([]);
  });

  it('are shown, and not obeyed by themselves, where a child is in danger', () => {
    const [lead] = proposed(about({ ...child, category: 'grooming', wishes: { police: 'no' } }));
    expect(lead).toMatchObject({ institution: 'police_cybercrime', wish: 'no' });
    expect(lead?.reasons).toContain('against_wish');
  });

  it('say nothing to look at first when the reporter agrees', () => {
    const [lead] = proposed(about({ ...child, category: 'grooming', wishes: { police: 'yes' } }));
    expect(lead).toMatchObject({ wish: 'yes', reasons: ['sexual_crime_online'] });
  });
});

describe('what staff concluded', () => {
  const unsure: Partial<ReportedFacts> = { ...child, category: 'not_sure' };

  it('speaks beside what was reported, and neither takes away what the other says', () => {
    const extortion = { category: 'sexual_extortion' };
    expect(named(about(unsure, { assessed: extortion }))).toEqual(['police_cybercrime', 'child_protection_unit']);
    const harmless = { category: 'question', flags: { inDanger: false } };
    const danger = about({ ...unsure, ...extortion, flags: { inDanger: true } }, { assessed: harmless });
    expect(named(danger)).toEqual(['state_police', 'child_protection_unit', 'police_cybercrime']);
  });

  it('speaks together with what was reported and not judged', () => {
    const mocked: Partial<ReportedFacts> = { ...child, category: 'cyberbullying' };
    const byPeer = { category: 'cyberbullying', suspect: { relation: 'classmate' as const } };
    expect(named(about(mocked, { assessed: byPeer }))).toContain('school_psychosocial');
    const byStaff = { category: 'cyberbullying', suspect: { relation: 'school_staff' as const } };
    const atSchool = { ...mocked, about: 'school' as const };
    expect(named(about(atSchool, { assessed: byStaff }))).toEqual(['platform']);
  });

  it('says where the child can be found', () => {
    const athome: Partial<ReportedFacts> = { ...child, category: 'abuse_offline', region: 'unknown' };
    const found = proposed(about(athome, { assessed: { category: 'abuse_offline', region: 'AL-11' } }));
    expect(found[0]?.reasons).toEqual(['child_at_risk_at_home', 'pick_unit']);
  });
});

describe('institutions that must not know', () => {
  it('are the schools when their staff is accused', () => {
    const facts: Partial<ReportedFacts> = {
      ...child,
      category: 'cyberbullying',
      about: 'school',
      suspect: { relation: 'school_staff' },
    };
    expect(named(about(facts))).toEqual(['platform']);
  });

  it('are those above the school too, as far as the machine goes, though a row names them', () => {
    const of = about({ ...child, category: 'cyberbullying', suspect: { relation: 'school_staff' } });
    const rules = [{ ...referrals.matrix.rules[0]!, when: [{ child: true }], to: ['education_office', 'platform'] }];
    const naming = { ...referrals, matrix: { ...referrals.matrix, rules } };
    expect(proposeReferrals(of, naming).map(({ institution }) => institution)).toEqual(['platform']);
    const byPeer = about({ ...child, category: 'cyberbullying', suspect: { relation: 'peer' } });
    expect(proposeReferrals(byPeer, naming)[0]).toMatchObject({ institution: 'education_office' });
  });

  it('are those that the case excludes; the next one leads', () => {
    const exclusions = { institutions: ['police_cybercrime'], people: [] };
    const found = proposed(about({ ...child, category: 'grooming' }, { exclusions }));
    expect(found).toMatchObject([{ institution: 'child_protection_unit', isLead: true }]);
  });
});

describe('a unit in a municipality or a school', () => {
  it('is to be picked, and the reporter asked when nobody knows where the child is', () => {
    const facts: Partial<ReportedFacts> = { ...child, category: 'abuse_offline' };
    const unknown = proposed(about({ ...facts, region: 'unknown' }))[0];
    const known = proposed(about(facts))[0];
    expect(unknown?.reasons).toEqual(['child_at_risk_at_home', 'pick_unit', 'place_unknown']);
    expect(known?.reasons).toEqual(['child_at_risk_at_home', 'pick_unit']);
  });
});

describe('a platform that was asked by a notice', () => {
  const notices = [{ id: 'tiktok-1', platform: 'tiktok', way: 'email', sentAt: now, sentBy: 'anna' }] as const;
  const mocked = about({ ...child, category: 'cyberbullying', suspect: { relation: 'peer' } });

  it('is not proposed any more, before or after, and everybody else is', () => {
    const institutions = (of: Case) => withProposals(of, referrals, now).referrals.map((one) => one.institution);
    expect(institutions(mocked)).toEqual(['school_psychosocial', 'platform']);
    expect(institutions({ ...mocked, notices })).toEqual(['school_psychosocial']);
    const done = withProposals(mocked, referrals, now).referrals.map((one): Referral =>
      one.institution === 'platform' ? { ...one, status: 'dropped', droppedBecause: 'sent_by_notice' } : one,
    );
    expect(withProposals({ ...mocked, notices, referrals: done }, referrals, now).changed).toEqual([]);
  });
});

describe('proposing again', () => {
  const of = about({ ...child, category: 'grooming' });
  const first = withProposals(of, referrals, now);
  const later = '2026-11-21T08:00:00.000Z';
  const decided = (status: Referral['status']): Case => ({
    ...of,
    referrals: first.referrals.map((referral) => ({ ...referral, status })),
  });

  it('says when and that it was the machine who proposed', () => {
    const said = withProposals(of, referrals, now);
    expect(said.changed).toEqual(['police_cybercrime-1', 'child_protection_unit-1']);
    expect(said.referrals).toMatchObject([
      { id: 'police_cybercrime-1', isLead: true, status: 'proposed', proposedAt: now, proposedBy: 'besa:referral' },
      { id: 'child_protection_unit-1', isLead: false, status: 'proposed' },
    ]);
  });

  it('leaves alone what a person named or changed, also beside another of theirs', () => {
    const byHand = first.referrals.map((referral) => ({ ...referral, proposedBy: 'staff:anna' as const }));
    const again = { ...byHand[0]!, id: 'police_cybercrime-2' };
    const state: Case = { ...of, severity: 'critical', referrals: [again, ...byHand] };
    expect(withProposals(state, referrals, later)).toEqual({ referrals: [again, ...byHand], changed: [] });
  });

  it('changes nothing', () => {
    const again = { ...of, referrals: first.referrals };
    expect(withProposals(again, referrals, later)).toEqual({ referrals: first.referrals, changed: [] });
  });

  it('makes a proposal right that nobody has decided on', () => {
    const worse: Case = { ...of, severity: 'critical', referrals: first.referrals };
    const again = withProposals(worse, referrals, later);
    expect(again.changed).toEqual(['police_cybercrime-1']);
    expect(again.referrals).toMatchObject([
      { id: 'police_cybercrime-1', phones: ['129'], proposedAt: now },
      { id: 'child_protection_unit-1' },
    ]);
  });

  it.each(['approved', 'sent', 'declined', 'dropped', 'withdrawn', 'completed'] as const)(
    'leaves one that is %s as it is',
    (status) => {
      const state = { ...decided(status), severity: 'critical' as const };
      expect(withProposals(state, referrals, later).changed).toEqual([]);
    },
  );

  it.each([
    ['dropped', true],
    ['withdrawn', true],
    ['declined', true],
    ['sent', false],
    ['proposed', false],
  ] as const)('names a lead where the one there was is %s: %j', (status, isLead) => {
    const [lead] = first.referrals;
    if (lead === undefined) throw new Error('Nothing was proposed.');
    const old: Referral = { ...lead, id: 'platform-1', institution: 'platform', proposedBy: 'staff:anna', status };
    const other: Referral = {
      ...old,
      id: 'state_police-1',
      institution: 'state_police',
      isLead: false,
      status: 'sent',
    };
    const state = { ...of, referrals: [other, old] };
    const added = withProposals(state, referrals, later).referrals.slice(2);
    expect(added.map((referral) => referral.isLead)).toEqual([isLead, false]);
  });

  it.each(['dropped', 'withdrawn', 'declined'] as const)(
    'gives the lead of one that is %s to the next proposal nobody has decided on',
    (status) => {
      const [lead, next] = first.referrals;
      if (lead === undefined || next === undefined) throw new Error('Too little was proposed.');
      const state: Case = { ...of, referrals: [{ ...lead, status }, next] };
      const again = withProposals(state, referrals, later);
      expect(again).toEqual({
        referrals: [
          { ...lead, status, isLead: false },
          { ...next, isLead: true },
        ],
        changed: [next.id],
      });
      const sent: Case = {
        ...state,
        referrals: [
          { ...lead, status },
          { ...next, status: 'sent' },
        ],
      };
      expect(withProposals(sent, referrals, later)).toEqual({ referrals: sent.referrals, changed: [] });
    },
  );

  it('gives the lead of an institution that the case excludes now to the next', () => {
    const [lead, next] = first.referrals;
    if (lead === undefined || next === undefined) throw new Error('Too little was proposed.');
    const exclusions = { institutions: [lead.institution], people: [] };
    for (const status of ['dropped', 'sent'] as const) {
      const state: Case = { ...of, exclusions, referrals: [{ ...lead, status }, next] };
      expect(withProposals(state, referrals, later)).toMatchObject({
        referrals: [{ isLead: false }, { isLead: true }],
        changed: [next.id],
      });
    }
  });

  describe('where every referral to an institution is over', () => {
    const atHome = about({ ...child, category: 'abuse_offline' });
    const before = withProposals(atHome, referrals, now).referrals;
    const over = (status: Referral['status'], worse: Partial<ReportedFacts> = {}): Case => ({
      ...atHome,
      severity: 'critical',
      reported: { ...atHome.reported, ...worse },
      referrals: before.map((referral) => ({ ...referral, status })),
    });
    const inDanger = { flags: { weapon: true } } as const;
    const ended = ['dropped', 'withdrawn', 'declined', 'completed'] as const;

    it.each(ended)('proposes it anew when a row makes it necessary that had not spoken: it was %s', (status) => {
      const state = over(status, inDanger);
      const again = withProposals(state, referrals, later);
      expect(again.changed).toEqual(['state_police-2']);
      const leads = (isLead: boolean) => isLead && status === 'completed';
      expect(again.referrals.slice(0, -1)).toEqual(
        state.referrals?.map((one) => ({ ...one, isLead: leads(one.isLead) })),
      );
      expect(again.referrals.at(-1)).toMatchObject({
        institution: 'state_police',
        status: 'proposed',
        reasons: ['immediate_danger', 'child_at_risk_at_home', 'ask_reporter_first'],
        isNecessary: true,
        phones: ['129', '112'],
        proposedAt: later,
      });
      expect(again.referrals.at(-1)).not.toHaveProperty('necessaryBecause');
    });

    it('follows the case with the new one, and not once more when a person has decided on that', () => {
      const state = over('dropped', inDanger);
      const second = withProposals(state, referrals, later).referrals;
      expect(withProposals({ ...state, referrals: second }, referrals, later).changed).toEqual([]);
      const calm: Case = { ...state, severity: 'high', referrals: second };
      expect(withProposals(calm, referrals, later).changed).toEqual(['state_police-2']);
      const decidedAgain = second.map((referral) => ({ ...referral, status: 'dropped' as const }));
      expect(withProposals({ ...state, referrals: decidedAgain }, referrals, later).changed).toEqual([]);
    });

    it.each(ended)('leaves it at that when nothing new makes it necessary: it was %s', (status) => {
      const same = over(status);
      expect(withProposals(same, referrals, later).changed).toEqual([]);
      const spread = over(status, { alsoCategories: ['radicalisation'] });
      expect(proposed(spread).find(({ institution }) => institution === 'state_police')?.reasons).toContain(
        'radicalisation',
      );
      expect(withProposals(spread, referrals, later).changed).toEqual([]);
    });

    it('also one that a person had named by hand, but no second one beside one that is open', () => {
      const [lead, police] = before;
      if (lead === undefined || police === undefined) throw new Error('Nothing was proposed.');
      const byHand: Referral = { ...police, reasons: ['by_hand'], isNecessary: false, proposedBy: 'staff:anna' };
      const changedBy = (...statuses: Referral['status'][]) => {
        const own = statuses.map((status, index) => ({ ...byHand, id: `state_police-${index + 1}`, status }));
        const state: Case = { ...atHome, referrals: [lead, ...own] };
        return withProposals(state, referrals, later).changed;
      };
      expect(changedBy('dropped')).toEqual(['state_police-2']);
      expect(changedBy('dropped', 'withdrawn')).toEqual(['state_police-3']);
      for (const status of ['proposed', 'approved', 'sent', 'acknowledged', 'accepted'] as const)
        expect(changedBy('dropped', status)).toEqual([]);
    });
  });

  it('names no second lead beside one there is', () => {
    const lead = first.referrals[0];
    if (lead === undefined) throw new Error('Nothing was proposed.');
    const state = {
      ...of,
      referrals: [{ ...lead, id: 'platform-1', institution: 'platform', status: 'sent' as const }],
    };
    expect(withProposals(state, referrals, later).referrals.map(({ isLead }) => isLead)).toEqual([true, false, false]);
  });
});
