import { describe, expect, test } from 'vitest';
import { mostOf } from '#shared/domain/case/bounds.ts';
import { changeCase } from '#shared/domain/case/case-change.ts';
import type { Case } from '#shared/domain/case/case.ts';
import type { Institution, Referrals } from '#shared/domain/referrals/referral-policy.ts';
import type { Decision } from '#shared/domain/case/decision.ts';
import { disclosureFields, referralAnswers } from '#shared/domain/case/referral.ts';
import type { Referral } from '#shared/domain/case/referral.ts';
import {
  decideAddingReferral,
  decideAnswer,
  decideCallLook,
  decideDrop,
  decideReferralChange,
  decideReferralWithdrawal,
  decideReminder,
  decideSending,
} from '#shared/domain/referrals/decide-referral.ts';
import type { ReferralAnswer, SendingInput } from '#shared/domain/referrals/decide-referral.ts';
import { parseTimerId, timerId } from '#shared/domain/case/timer-id.ts';
import { plusMinutes } from '#shared/domain/time/instant.ts';
import { aCase, aReferral } from '#test/support/builders.ts';
import { zembla } from '#test/support/invented-country.ts';

const now = '2026-11-21T09:00:00.000Z';
const by = 'staff-anna';
const actor = 'staff:staff-anna';
const institution = (code: string, more: Partial<Institution> = {}): Institution => ({
  code,
  name: { el: code },
  kind: 'child_protection',
  phones: ['999'],
  ...more,
});
const own = await zembla.loadReferrals();
const policy: Referrals = {
  ...own,
  legalBases: [...own.legalBases, { code: 'zz_law_2', name: { el: 'law 2' }, asOf: '2021' }],
  matrix: {
    ...own.matrix,
    addressesOnly: ['cyber_authority'],
    never: [{ kind: 'school', when: { suspectRelations: ['school_staff'] }, butByHand: ['county'] }],
  },
  institutions: [
    institution('elders'),
    institution('village', { kind: 'school', phones: [], isLocal: true }),
    institution('county', { kind: 'school', phones: [] }),
    institution('watchers', { kind: 'cyber_authority' }),
    institution('retired', { isOutOfUse: true }),
  ],
};

const changed = (of: Case, decision: Decision): Case => {
  if (decision.outcome !== 'change') throw new Error(`It came to ${JSON.stringify(decision)}.`);
  return changeCase(of, decision.parts, now).after;
};
const eventsOf = (decision: Decision) => (decision.outcome === 'change' ? decision.parts.events : decision);
const gapsOf = (decision: Decision) =>
  decision.outcome === 'refused' ? decision.gaps.map(({ pointer, code }) => `${pointer} ${code}`) : [decision.outcome];
const proposed = (more: Partial<Referral> = {}): Referral => {
  const { approvedAt: _, approvedBy: __, ...rest } = aReferral({ id: 'elders-1', institution: 'elders' });
  return { ...rest, basis: 'zz_law_1', status: 'proposed', ...more };
};
const read = (...referrals: Referral[]): Case => aCase({ status: 'in_progress', readAt: now, referrals });

describe('naming an institution by hand', () => {
  const add = (of: Case, more: Partial<{ institution: string; basis: string; isLead: boolean }> = {}) =>
    decideAddingReferral(of, { institution: 'elders', basis: 'zz_law_1', isLead: false, ...more }, policy, by, now);

  test('proposes it, and the history says who did', () => {
    const decision = add(aCase());
    expect(changed(aCase(), decision).referrals).toEqual([
      {
        id: 'elders-1',
        institution: 'elders',
        isLead: false,
        reasons: ['by_hand'],
        basis: 'zz_law_1',
        isNecessary: false,
        status: 'proposed',
        proposedAt: now,
        proposedBy: actor,
      },
    ]);
    expect(eventsOf(decision)).toEqual([{ type: 'referral.proposed', actor, data: { referral: 'elders-1' } }]);
  });

  test('a second time is another referral, numbered on for that institution', () => {
    const others = ['watchers-1', 'watchers-2'].map((id) => proposed({ id, institution: 'watchers' }));
    const before = aCase({ referrals: [proposed(), ...others] });
    const ids = changed(before, add(before)).referrals?.map(({ id }) => id);
    expect(ids).toEqual(['elders-1', 'watchers-1', 'watchers-2', 'elders-2']);
  });

  test('says whom to call in a critical case, if there is a number, and in no other', () => {
    const added = (of: Case, code: string) => changed(of, add(of, { institution: code })).referrals?.[0];
    expect(added(aCase({ severity: 'critical' }), 'elders')).toMatchObject({ phones: ['999'] });
    expect(added(aCase({ severity: 'high' }), 'elders')).not.toHaveProperty('phones');
    expect(added(aCase({ severity: 'critical' }), 'village')).not.toHaveProperty('phones');
  });

  test('marks one that is given addresses only, and one whose unit a person must pick', () => {
    const added = (code: string) => changed(aCase(), add(aCase(), { institution: code })).referrals?.[0];
    expect(added('watchers')).toMatchObject({ addressesOnly: true, reasons: ['by_hand'] });
    expect(added('village')).toMatchObject({ reasons: ['by_hand', 'pick_unit'] });
    expect(added('village')).not.toHaveProperty('addressesOnly');
  });

  test('leaves one leader: a new lead takes the place of the old one, one that is none does not', () => {
    const before = aCase({ referrals: [proposed({ isLead: true })] });
    const leads = (isLead: boolean) =>
      changed(before, add(before, { institution: 'watchers', isLead })).referrals?.map((one) => one.isLead);
    expect(leads(true)).toEqual([false, true]);
    expect(leads(false)).toEqual([true, false]);
  });

  test('is refused by field for an institution or a basis that the country does not have', () => {
    expect(gapsOf(add(aCase(), { institution: 'nobody', basis: 'no_law' }))).toEqual([
      '/institution unknown_code',
      '/basis unknown_code',
    ]);
    expect(gapsOf(add(aCase(), { basis: 'no_law' }))).toEqual(['/basis unknown_code']);
  });

  test('has an end, so that a row has one; the last one’s clocks still have ids that can be read', () => {
    const full = (count: number) =>
      aCase({ referrals: Array.from({ length: count }, (_, n) => proposed({ id: `elders-${n + 1}` })) });
    expect(add(full(mostOf.referrals))).toMatchObject({ because: 'referrals_full' });
    const last = changed(full(mostOf.referrals - 1), add(full(mostOf.referrals - 1))).referrals?.at(-1)?.id ?? '';
    const subject = `referral-${last}` as const;
    const id = timerId({ clock: 1, kind: 'referral_acknowledge', subject });
    expect(parseTimerId(id)).toMatchObject({ subject: 'referral-elders-50' });
  });

  test('is refused for one that the case excludes, or that nothing is passed on to any more', () => {
    const of = aCase({ exclusions: { institutions: ['elders'], people: [] } });
    expect(add(of)).toMatchObject({ because: 'institution_excluded' });
    expect(add(of, { institution: 'watchers' }).outcome).toBe('change');
    expect(add(aCase(), { institution: 'retired' })).toMatchObject({ because: 'institution_out_of_use' });
  });
});

describe('a proposal', () => {
  test('is changed in what was said and in nothing else, and is a person’s from then on', () => {
    const of = read(proposed({ isLead: true, proposedBy: 'besa:referral' }));
    const change = (input: { basis?: string; isLead?: boolean }) =>
      decideReferralChange(of, 'elders-1', input, policy, by);
    const [before] = of.referrals ?? [];
    expect(changed(of, change({ basis: 'zz_law_2' })).referrals).toEqual([
      { ...before, basis: 'zz_law_2', proposedBy: actor },
    ]);
    expect(changed(of, change({ isLead: false })).referrals).toEqual([{ ...before, isLead: false, proposedBy: actor }]);
    expect(eventsOf(change({ isLead: false }))).toEqual([
      { type: 'referral.changed', actor, data: { referral: 'elders-1' } },
    ]);
    expect(gapsOf(change({ basis: 'no_law' }))).toEqual(['/basis unknown_code']);
  });

  test('is dropped with the reason that was given, or with none', () => {
    const of = read(proposed());
    const decision = decideDrop(of, 'elders-1', 'not_needed', by);
    expect(changed(of, decision).referrals).toMatchObject([{ status: 'dropped', droppedBecause: 'not_needed' }]);
    expect(eventsOf(decision)).toEqual([{ type: 'referral.dropped', actor, data: { referral: 'elders-1' } }]);
    expect(changed(of, decideDrop(of, 'elders-1', undefined, by)).referrals?.[0]).not.toHaveProperty('droppedBecause');
  });

  test('must be there, and still be one', () => {
    expect(decideDrop(read(proposed()), 'elders-2', 'not_needed', by)).toMatchObject({ because: 'unknown_referral' });
    expect(decideDrop(aCase(), 'elders-1', 'not_needed', by)).toMatchObject({ because: 'unknown_referral' });
    expect(decideDrop(read(proposed({ status: 'approved' })), 'elders-1', 'not_needed', by)).toMatchObject({
      because: 'wrong_referral_status',
    });
  });
});

describe('sending', () => {
  const input: SendingInput = {
    fields: ['narrative', 'victims'],
    ground: 'consent',
    hasMessage: false,
    addresses: 0,
    accounts: 0,
    hasUnit: false,
    contacts: ['contact-1', 'contact-2'],
    wasCalled: false,
    owesLook: false,
  };
  const send = (more: Partial<SendingInput> = {}, of: Case = read(proposed())) =>
    decideSending(of, of.referrals?.[0]?.id ?? '', { ...input, ...more }, policy, by, now);
  const toWatchers = read(proposed({ id: 'watchers-1', institution: 'watchers', addressesOnly: true }));
  const toVillage = read(proposed({ id: 'village-1', institution: 'village' }));

  test('records who decided, what is given, and on what ground and basis', () => {
    const of = read(proposed());
    const decision = send({ basis: 'zz_law_2', contact: 'contact-2' });
    const after = changed(of, decision);
    expect(after.referrals).toEqual([
      {
        ...of.referrals?.[0],
        status: 'approved',
        basis: 'zz_law_2',
        approvedAt: now,
        approvedBy: by,
        ground: 'consent',
        fields: ['narrative', 'victims'],
        contact: 'contact-2',
      },
    ]);
    expect(after.messageCount).toBe(of.messageCount);
    expect(eventsOf(decision)).toEqual([{ type: 'referral.approved', actor, data: { referral: 'elders-1' } }]);
    const asProposed = changed(of, send()).referrals?.[0];
    expect(asProposed).toMatchObject({ basis: 'zz_law_1' });
    for (const key of ['contact', 'overrideBecause', 'notToldFirstBecause', 'calledAt', 'acknowledgedAt']) {
      expect(asProposed).not.toHaveProperty(key);
    }
  });

  test('by a call is acknowledged at once, whether or not a contact has a mail address', () => {
    const decision = send({ wasCalled: true, contacts: [] });
    expect(changed(read(proposed()), decision).referrals).toMatchObject([
      { status: 'acknowledged', approvedAt: now, calledAt: now, acknowledgedAt: now, acknowledgedHow: 'phone' },
    ]);
    expect(eventsOf(decision)).toMatchObject([{ type: 'referral.approved' }, { type: 'referral.acknowledged', actor }]);
  });

  test('against a wish needs a reason, and the reporter told first or why not', () => {
    expect(gapsOf(send({ ground: 'override' }))).toEqual(['/overrideBecause required', '/message required']);
    const because = { ground: 'override', overrideBecause: 'child_at_risk' } as const;
    const told = send({ ...because, hasMessage: true });
    expect(changed(read(proposed()), told)).toMatchObject({
      messageCount: 1,
      referrals: [{ ground: 'override', overrideBecause: 'child_at_risk' }],
    });
    expect(eventsOf(told)).toMatchObject([{ type: 'case.message_posted' }, { type: 'referral.approved' }]);
    expect(changed(read(proposed()), send({ ...because, notToldFirstBecause: 'reporter_unsafe' }))).toMatchObject({
      messageCount: 0,
      referrals: [{ notToldFirstBecause: 'reporter_unsafe' }],
    });
    expect(gapsOf(send({ ...because, hasMessage: true, notToldFirstBecause: 'reporter_unsafe' }))).toEqual([
      '/notToldFirstBecause wrong_form',
    ]);
  });

  test('with consent takes no reason for going against a wish', () => {
    expect(gapsOf(send({ overrideBecause: 'child_at_risk' }))).toEqual(['/overrideBecause wrong_form']);
  });

  test('to who is given addresses only gives at least one, on the ground that it names nobody, and nothing more', () => {
    const addresses = { fields: ['addresses'], ground: 'nothing_personal', addresses: 1 } as const;
    expect(send(addresses, toWatchers).outcome).toBe('change');
    for (const field of disclosureFields.filter((one) => one !== 'addresses')) {
      const accounts = field === 'accounts' ? 1 : 0;
      expect(gapsOf(send({ ...addresses, fields: ['addresses', field], accounts }, toWatchers))).toEqual([
        '/fields wrong_form',
      ]);
    }
    expect(gapsOf(send({ ...addresses, fields: [], addresses: 0 }, toWatchers))).toEqual(['/fields required']);
    expect(gapsOf(send({ ...addresses, ground: 'consent' }, toWatchers))).toEqual(['/ground wrong_form']);
    expect(gapsOf(send({ ground: 'nothing_personal' }))).toEqual(['/ground wrong_form']);
  });

  test('addresses and accounts are ticked one by one when they are given, and only then', () => {
    expect(send({ fields: ['addresses'], addresses: 2 }).outcome).toBe('change');
    expect(gapsOf(send({ fields: ['addresses'] }))).toEqual(['/addresses required']);
    expect(gapsOf(send({ addresses: 1 }))).toEqual(['/addresses wrong_form']);
    expect(send({ fields: ['accounts'], accounts: 2 }).outcome).toBe('change');
    expect(gapsOf(send({ fields: ['accounts'], addresses: 1 }))).toEqual([
      '/addresses wrong_form',
      '/accounts required',
    ]);
    expect(gapsOf(send({ accounts: 1 }))).toEqual(['/accounts wrong_form']);
  });

  test('to one of many of its kind needs the unit and the person there; to others a unit says nothing', () => {
    expect(gapsOf(send({}, toVillage))).toEqual(['/unit required', '/contact required']);
    expect(send({ hasUnit: true, contact: 'contact-1' }, toVillage).outcome).toBe('change');
    expect(send({ hasUnit: true, wasCalled: true }, toVillage).outcome).toBe('change');
    expect(gapsOf(send({ hasUnit: true }))).toEqual(['/unit wrong_form']);
  });

  test('goes to somebody whom the directory knows there', () => {
    // Nobody can be told by mail: a call is what remains.
    expect(gapsOf(send({ contacts: [] }))).toEqual(['/call nobody_to_mail']);
    expect(gapsOf(send({ contacts: [], hasUnit: true }, toVillage))).toEqual(['/call nobody_to_mail']);
    expect(gapsOf(send({ contacts: [], wasCalled: true }))).toEqual(['change']);
    expect(gapsOf(send({ contact: 'contact-9' }))).toEqual(['/contact unknown_code']);
    expect(gapsOf(send({ basis: 'no_law' }))).toEqual(['/basis unknown_code']);
  });

  test('never goes to a contact whom the case excludes, and needs another one who can be told', () => {
    const excluding = (...people: string[]) => ({ ...read(proposed()), exclusions: { institutions: [], people } });
    expect(gapsOf(send({ contact: 'contact-1' }, excluding('contact-1')))).toEqual(['/contact unknown_code']);
    expect(gapsOf(send({ contact: 'contact-2' }, excluding('contact-1')))).toEqual(['change']);
    expect(gapsOf(send({}, excluding('contact-1')))).toEqual(['change']);
    expect(gapsOf(send({}, excluding('contact-1', 'contact-2')))).toEqual(['/call nobody_to_mail']);
    expect(gapsOf(send({ wasCalled: true }, excluding('contact-1', 'contact-2')))).toEqual(['change']);
  });

  test('goes to no institution that was put out of use since it was proposed, by a call neither', () => {
    const of = read(proposed({ id: 'retired-1', institution: 'retired' }));
    expect(send({}, of)).toMatchObject({ because: 'institution_out_of_use' });
    expect(send({ wasCalled: true }, of)).toMatchObject({ because: 'institution_out_of_use' });
    expect(decideDrop(of, 'retired-1', 'not_needed', by).outcome).toBe('change');
  });

  test('needs that somebody has read the case, and never goes to whom it excludes or who is no institution', () => {
    const { readAt: _, ...unread } = read(proposed());
    expect(send({}, unread)).toMatchObject({ because: 'not_read' });
    const excluding = { ...read(proposed()), exclusions: { institutions: ['elders'], people: [] } };
    expect(send({}, excluding)).toMatchObject({ because: 'institution_excluded' });
    expect(send({}, read(proposed({ id: 'gone-1', institution: 'gone' })))).toMatchObject({
      because: 'institution_excluded',
    });
  });
});

describe('what an institution answered', () => {
  const of = read(proposed({ status: 'acknowledged' }));
  const whole: Record<ReferralAnswer['answer'], ReferralAnswer> = {
    acknowledged: { answer: 'acknowledged', hasName: true, how: 'letter' },
    accepted: { answer: 'accepted', hasName: false },
    declined: { answer: 'declined', hasName: false, because: 'no_capacity' },
    completed: { answer: 'completed', hasName: false, outcome: 'child_protected' },
  };
  const sent = read(proposed({ status: 'sent' }));

  test.each<[ReferralAnswer['answer'], Partial<Referral>]>([
    ['acknowledged', { acknowledgedAt: now, acknowledgedHow: 'letter' }],
    ['accepted', { acceptedAt: now }],
    ['declined', { declinedAt: now, declinedBecause: 'no_capacity' }],
    ['completed', { completedAt: now, outcome: 'child_protected' }],
  ])('%s is kept with what belongs to it', (answer, said) => {
    const before = answer === 'acknowledged' ? sent : of;
    const decision = decideAnswer(before, 'elders-1', whole[answer], actor, now);
    expect(changed(before, decision).referrals).toEqual([{ ...before.referrals?.[0], ...said, status: answer }]);
    expect(eventsOf(decision)).toEqual([{ type: `referral.${answer}`, actor, data: { referral: 'elders-1' } }]);
  });

  test.each<[ReferralAnswer['answer'], Partial<Referral>]>([
    ['accepted', { acceptedHow: 'phone' }],
    ['declined', { declinedHow: 'phone' }],
    ['completed', { completedHow: 'phone' }],
  ])('%s takes by whom and how, like an acknowledgement', (answer, said) => {
    const decision = decideAnswer(of, 'elders-1', { ...whole[answer], hasName: true, how: 'phone' }, actor, now);
    expect(changed(of, decision).referrals).toMatchObject([{ ...said, status: answer }]);
  });

  test('says what belongs to it and nothing that belongs to another answer', () => {
    const belongs = { name: 'acknowledged', how: 'acknowledged', because: 'declined', outcome: 'completed' } as const;
    const fitsAll = ['name', 'how'];
    const given = (said: boolean, answer: ReferralAnswer['answer']): ReferralAnswer =>
      said
        ? { answer, hasName: true, how: 'phone', because: 'other', outcome: 'support_given' }
        : { answer, hasName: false };
    for (const answer of referralAnswers) {
      const gaps = (said: boolean) =>
        gapsOf(decideAnswer(answer === 'acknowledged' ? sent : of, 'elders-1', given(said, answer), actor, now));
      const fields = Object.entries(belongs);
      const missing = fields.filter(([, of]) => of === answer).map(([field]) => `/${field} required`);
      expect(gaps(false)).toEqual(missing.length > 0 ? missing : ['change']);
      const wrong = fields.filter(([field, of]) => of !== answer && !fitsAll.includes(field));
      expect(gaps(true)).toEqual(wrong.map(([field]) => `/${field} wrong_form`));
    }
  });

  test('must be possible as the referral stands', () => {
    expect(decideAnswer(sent, 'elders-1', whole.accepted, actor, now)).toMatchObject({
      because: 'wrong_referral_status',
    });
  });
});

describe('an institution of a kind that must not know', () => {
  const suspect = { relation: 'school_staff' } as const;
  const { category, ...facts } = aCase().reported;
  const reportedSo: Partial<Case> = { reported: { category, ...facts, suspect } };
  const concludedSo: Partial<Case> = { assessed: { category, suspect } };
  const toSchool = proposed({ id: 'village-1', institution: 'village' });
  const plain: SendingInput = {
    fields: [],
    ground: 'consent',
    addresses: 0,
    accounts: 0,
    hasMessage: false,
    hasUnit: false,
    contacts: ['c'],
    wasCalled: false,
    owesLook: false,
  };
  const add = (of: Case, code: string) =>
    decideAddingReferral(of, { institution: code, basis: 'zz_law_1', isLead: false }, policy, by, now);
  const send = (of: Case, id: string, wasCalled: boolean) =>
    decideSending(of, id, { ...plain, wasCalled }, policy, by, now);

  test.each([
    ['reported', reportedSo],
    ['concluded', concludedSo],
  ])('is not added, sent to or reminded once that is %s', (_, so) => {
    const refusal = { outcome: 'refused', because: 'institution_never_told' };
    const before = { ...read(toSchool), ...so };
    expect(add(before, 'village')).toMatchObject(refusal);
    for (const wasCalled of [false, true]) expect(send(before, 'village-1', wasCalled)).toMatchObject(refusal);
    const told = { ...before, referrals: [{ ...toSchool, status: 'sent' as const }] };
    expect(decideReminder(told, 'village-1', policy, by, now)).toMatchObject(refusal);
  });

  test('does not stand for who is above it: a person tells them, at somebody who is named', () => {
    const of = { ...read(), ...reportedSo };
    const above = changed(of, add(of, 'county'));
    const sendTo = (of: Case, more: Partial<SendingInput>) =>
      decideSending(of, 'county-1', { ...plain, contacts: ['c', 'd'], ...more }, policy, by, now);
    expect(gapsOf(sendTo(above, {}))).toEqual(['/contact required']);
    expect(sendTo(above, { contact: 'c' }).outcome).toBe('change');
    expect(sendTo(above, { wasCalled: true }).outcome).toBe('change');
    // Where nobody of a school is accused, all its contacts are told.
    expect(sendTo({ ...above, reported: aCase().reported }, {}).outcome).toBe('change');
  });

  test('is dropped and taken back all the same, and others are told', () => {
    const before = { ...read(toSchool, proposed()), ...reportedSo };
    expect(decideDrop(before, 'village-1', 'conflict', by).outcome).toBe('change');
    expect(add(before, 'elders').outcome).toBe('change');
    expect(send(before, 'elders-1', false).outcome).toBe('change');
    const told = { ...before, referrals: [{ ...toSchool, status: 'sent' as const }] };
    expect(decideReferralWithdrawal(told, 'village-1', 'sent_in_error', by, now).outcome).toBe('change');
  });
});

test('a reminder and a withdrawal say when, why and by whom', () => {
  const sent = read(proposed({ status: 'sent' }));
  const reminded = decideReminder(sent, 'elders-1', policy, by, now);
  expect(changed(sent, reminded).referrals).toMatchObject([{ status: 'sent', remindedAt: now }]);
  expect(eventsOf(reminded)).toEqual([{ type: 'referral.reminded', actor, data: { referral: 'elders-1' } }]);
  const withdrawn = decideReferralWithdrawal(sent, 'elders-1', 'sent_in_error', by, now);
  expect(changed(sent, withdrawn).referrals).toMatchObject([
    { status: 'withdrawn', withdrawnAt: now, withdrawnBecause: 'sent_in_error' },
  ]);
  expect(eventsOf(withdrawn)).toEqual([{ type: 'referral.withdrawn', actor, data: { referral: 'elders-1' } }]);
});

test('a reminder waits ten minutes for the one before, or mails would have no end; not after one that came back', () => {
  const remindedAt = (minutes: number, more: Partial<Referral> = {}) => {
    const referral = proposed({ status: 'sent', remindedAt: plusMinutes(now, -minutes), ...more });
    return decideReminder(read(referral), 'elders-1', policy, by, now);
  };
  expect(remindedAt(9)).toMatchObject({ outcome: 'refused', because: 'reminded_just_now' });
  expect(remindedAt(10).outcome).toBe('change');
  expect(remindedAt(9, { unreachedSince: now }).outcome).toBe('change');
});

describe('of a closed case', () => {
  const closed = (...referrals: Referral[]): Case => ({ ...read(...referrals), status: 'closed', closedAt: now });
  const sending: SendingInput = {
    fields: [],
    ground: 'consent',
    hasMessage: false,
    addresses: 0,
    accounts: 0,
    hasUnit: false,
    contacts: ['contact-1'],
    wasCalled: false,
    owesLook: false,
  };
  const ended = { because: 'wrong_status' };

  test('nobody is told, asked once more or named anew: it is reopened first', () => {
    const of = closed(proposed());
    const byMail = decideSending(of, 'elders-1', sending, policy, by, now);
    const byCall = decideSending(of, 'elders-1', { ...sending, wasCalled: true }, policy, by, now);
    const other = { institution: 'watchers', basis: 'zz_law_1', isLead: true };
    expect([
      byMail,
      byCall,
      decideAddingReferral(of, other, policy, by, now),
      decideReferralChange(of, 'elders-1', { isLead: true }, policy, by),
      decideReminder(closed(proposed({ status: 'sent' })), 'elders-1', policy, by, now),
    ]).toMatchObject([ended, ended, ended, ended, ended]);
    const resolved: Case = { ...read(proposed()), status: 'resolved', resolvedAt: now };
    expect(decideSending(resolved, 'elders-1', sending, policy, by, now).outcome).toBe('change');
  });

  test('an answer is still kept, and a referral dropped or taken back', () => {
    const sent = closed(proposed({ status: 'sent' }));
    const heard = { answer: 'acknowledged', hasName: true, how: 'letter' } as const;
    expect([
      decideAnswer(sent, 'elders-1', heard, actor, now).outcome,
      decideReferralWithdrawal(sent, 'elders-1', 'sent_in_error', by, now).outcome,
      decideDrop(closed(proposed()), 'elders-1', 'not_needed', by).outcome,
    ]).toEqual(['change', 'change', 'change']);
  });
});

describe('a call that a counsellor made alone', () => {
  const owed = (more: Partial<Referral> = {}): Case =>
    read(proposed({ status: 'acknowledged', approvedBy: 'staff-night', lookOwedSince: now, ...more }));

  test('is looked at by somebody else, once, whatever became of it since', () => {
    for (const status of ['acknowledged', 'withdrawn', 'completed'] as const) {
      const of = owed({ status });
      const looked = decideCallLook(of, 'elders-1', by, now);
      expect(changed(of, looked).referrals).toMatchObject([{ status, lookedAt: now, lookedBy: by }]);
      expect(eventsOf(looked)).toEqual([{ type: 'referral.looked', actor, data: { referral: 'elders-1' } }]);
    }
    expect(decideCallLook(owed({ lookedAt: now, lookedBy: 'staff-2' }), 'elders-1', by, now).outcome).toBe('unchanged');
  });

  test('is not looked at by who made it, and nothing else is looked at so', () => {
    expect(decideCallLook(owed({ approvedBy: by }), 'elders-1', by, now)).toMatchObject({ because: 'own_call' });
    expect(decideCallLook(read(proposed()), 'elders-1', by, now)).toMatchObject({ because: 'no_look_owed' });
    expect(decideCallLook(owed(), 'elders-2', by, now)).toMatchObject({ because: 'unknown_referral' });
  });
});
