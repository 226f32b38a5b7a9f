import { limitOf, mostOf } from '../case/bounds.ts';
import type { Case } from '../case/case.ts';
import { owesCall } from '../case/danger/danger.ts';
import { dangerEnded } from '../case/danger/danger-ended.ts';
import { posting, refused } from '../case/decision.ts';
import type { Decision, Gap, Telling } from '../case/decision.ts';
import type { FieldForm } from '../problems.ts';
import type { Actor, NewEvent } from '../case/events.ts';
import { isKeptOut } from '../case/exclusions.ts';
import { owesLook, referralAnswers, referralId, referralStatusAfter, withReferral } from '../case/referral.ts';
import type { DisclosureField, Referral, ReferralStep, SharingGround } from '../case/referral.ts';
import { ledBy } from './lead-agency.ts';
import { isOnlyByHand, whyNotToKnow } from './referral-matrix.ts';
import type { Institution, Referrals } from './referral-policy.ts';
import { plusMinutes } from '../time/instant.ts';
import type { Instant } from '../time/instant.ts';

/** What a person decides when sending. The rules need no words of a message, only whether there is one. */
export interface SendingInput extends Pick<Telling, 'hasMessage'> {
  fields: readonly DisclosureField[];
  ground: SharingGround;
  overrideBecause?: Referral['overrideBecause'];
  notToldFirstBecause?: Referral['notToldFirstBecause'];
  /** Replaces the proposed basis. */
  basis?: string | undefined;
  /** How many addresses the person ticked. */
  addresses: number;
  /** How many accounts the person ticked. */
  accounts: number;
  hasUnit: boolean;
  /** Directory id of the contact to be told. Absent means all contacts of the institution. */
  contact?: string | undefined;
  /** Directory ids of the institution's contacts, as the directory stands. */
  contacts: readonly string[];
  /** A named person of the institution was reached by phone. The call is the referral; the mail follows it. */
  wasCalled: boolean;
  /** Whether a counsellor sends who is alone. Then an officer looks at it afterwards. */
  owesLook: boolean;
}

/** A person adds an institution that the matrix did not propose. The referral is proposed, and sent like any other. */
export function decideAddingReferral(
  of: Case,
  input: { institution: string; basis: string; isLead: boolean },
  policy: Referrals,
  by: string,
  now: Instant,
): Decision {
  const institution = policy.institutions.find(({ code }) => code === input.institution);
  const gaps: Gap[] = [
    ...(institution === undefined ? [{ pointer: '/institution', code: 'unknown_code' } as const] : []),
    ...basisGaps(input.basis, policy),
  ];
  if (institution === undefined || gaps.length > 0) return refused('fields_missing', gaps);
  if (of.status === 'closed') return refused('wrong_status');
  const notToKnow = whyNotToKnow(of, institution.code, policy);
  if (notToKnow !== undefined) return refused(notToKnow);
  if (institution.isOutOfUse === true) return refused('institution_out_of_use');
  const all = of.referrals ?? [];
  if (all.length >= mostOf.referrals) return refused('referrals_full', [], limitOf('referrals'));
  const before = all.filter((referral) => referral.institution === institution.code);
  const id = referralId(institution.code, before.length + 1);
  const added: Referral = {
    id,
    institution: institution.code,
    isLead: input.isLead,
    reasons: ['by_hand', ...(institution.isLocal === true ? ['pick_unit'] : [])],
    basis: input.basis,
    isNecessary: false,
    ...(of.severity === 'critical' && institution.phones.length > 0 ? { phones: institution.phones } : {}),
    ...(policy.matrix.addressesOnly.includes(institution.kind) ? { addressesOnly: true } : {}),
    status: 'proposed',
    proposedAt: now,
    proposedBy: `staff:${by}`,
  };
  return changed(of, added, [{ type: 'referral.proposed', actor: `staff:${by}`, data: { referral: id } }]);
}

/**
 * A person sets the basis of a proposal, or whether its institution leads. From then on the matrix does not change it.
 */
export function decideReferralChange(
  of: Case,
  id: string,
  input: { basis?: string | undefined; isLead?: boolean | undefined },
  policy: Referrals,
  by: string,
): Decision {
  return step(of, id, 'change', (referral, status) => {
    const gaps = input.basis === undefined ? [] : basisGaps(input.basis, policy);
    if (gaps.length > 0) return refused('fields_missing', gaps);
    const { basis = referral.basis, isLead = referral.isLead } = input;
    const next: Referral = { ...referral, status, basis, isLead, proposedBy: `staff:${by}` };
    return changed(of, next, [{ type: 'referral.changed', actor: `staff:${by}`, data: { referral: id } }]);
  });
}

export function decideDrop(of: Case, id: string, because: Referral['droppedBecause'], by: string): Decision {
  return step(of, id, 'drop', (referral, status) =>
    changed(of, { ...referral, status, ...(because === undefined ? {} : { droppedBecause: because }) }, [
      { type: 'referral.dropped', actor: `staff:${by}`, data: { referral: id } },
    ]),
  );
}

/**
 * A person sends. Sending against a wish, or without asking, needs a reason and a basis. The reporter gets a message
 * first, or it is recorded why not. Source: docs/practice.md, Referral and Wishes.
 */
export function decideSending(
  of: Case,
  id: string,
  input: SendingInput,
  policy: Referrals,
  by: string,
  now: Instant,
): Decision {
  return step(of, id, input.wasCalled ? 'call' : 'approve', (referral, status) => {
    const institution = policy.institutions.find(({ code }) => code === referral.institution);
    const notToKnow = whyNotToKnow(of, referral.institution, policy);
    if (institution === undefined || notToKnow !== undefined) return refused(notToKnow ?? 'institution_excluded');
    if (institution.isOutOfUse === true) return refused('institution_out_of_use');
    if (of.readAt === undefined) return refused('not_read');
    // An excluded person gets no mail. If every contact is excluded, nobody would be told.
    const contacts = input.contacts.filter((contact) => !isKeptOut(of, contact));
    const namesOne = institution.isLocal === true || isOnlyByHand(of, institution, policy);
    const gaps = sendingGaps(referral, institution, { ...input, contacts, namesOne }, policy);
    if (gaps.length > 0) return refused('fields_missing', gaps);
    const actor = `staff:${by}` as const;
    const post = posting(of, input, by);
    const next: Referral = {
      ...referral,
      status,
      basis: input.basis ?? referral.basis,
      approvedAt: now,
      approvedBy: by,
      ground: input.ground,
      fields: [...input.fields],
      ...(input.overrideBecause === undefined ? {} : { overrideBecause: input.overrideBecause }),
      ...(input.notToldFirstBecause === undefined ? {} : { notToldFirstBecause: input.notToldFirstBecause }),
      ...(input.contact === undefined ? {} : { contact: input.contact }),
      ...(input.wasCalled ? { calledAt: now, acknowledgedAt: now, acknowledgedHow: 'phone' } : {}),
      ...(input.owesLook ? { lookOwedSince: now } : {}),
    };
    // Whoever called the police has called for the person in danger, too. The reaction to the answer takes the clock away.
    const called = input.wasCalled && institution.kind === 'police' && owesCall(of);
    const ended = called ? dangerEnded(of, [], { at: now, by, called: institution.code }) : undefined;
    const decision = changed(of, next, [
      ...post.events,
      { type: 'referral.approved', actor, data: { referral: id } },
      ...(input.wasCalled ? [{ type: 'referral.acknowledged', actor, data: { referral: id } } as const] : []),
      ...(ended?.events ?? []),
    ]);
    if (decision.outcome !== 'change') return decision;
    const { parts } = decision;
    return {
      ...decision,
      parts: { ...parts, set: { ...parts.set, ...ended?.set, messageCount: post.messageCount } },
    };
  });
}

/** What an institution answered, as staff record it or as it says itself. */
export interface ReferralAnswer {
  answer: (typeof referralAnswers)[number];
  /** Whether the person who said so was named. The rules do not need the name itself. */
  hasName: boolean;
  how?: Referral['acknowledgedHow'];
  because?: Referral['declinedBecause'];
  outcome?: Referral['outcome'];
}

const answerSteps = {
  acknowledged: 'acknowledge',
  accepted: 'accept',
  declined: 'decline',
  completed: 'complete',
} as const;

/**
 * The institution acknowledged, accepted, declined with a reason, or completed with an outcome. An acknowledgement needs
 * who said so, and how. The other answers take both where they are known.
 */
export function decideAnswer(of: Case, id: string, input: ReferralAnswer, actor: Actor, now: Instant): Decision {
  return step(of, id, answerSteps[input.answer], (referral, status) => {
    const gaps = answerGaps(input);
    if (gaps.length > 0) return refused('fields_missing', gaps);
    const type = `referral.${input.answer}` as const;
    return changed(of, { ...referral, ...answerSaid(input, now), status }, [{ type, actor, data: { referral: id } }]);
  });
}

/** The answers that an institution can still give. */
export function possibleAnswers({ status }: Pick<Referral, 'status'>): ReferralAnswer['answer'][] {
  return referralAnswers.filter((answer) => referralStatusAfter(answerSteps[answer], status) !== undefined);
}

/** Somebody at the institution says that it is not for them. The first time is kept; everybody's is told. */
export function decideMisdirected(of: Case, id: string, contact: string, now: Instant): Decision {
  const referral = of.referrals?.find((known) => known.id === id);
  if (referral === undefined) return refused('unknown_referral');
  return changed(of, { ...referral, misdirectedAt: referral.misdirectedAt ?? now }, [
    { type: 'referral.misdirected', actor: `institution:${contact}`, data: { referral: id } },
  ]);
}

/** Each reminder is a mail to every contact, and ends what is open with the code before. So many minutes lie between two. */
export const remindMinutes = 10;

/** A person asks once more, and the institution's contacts get their mail again. After a mail that came back at once. */
export function decideReminder(of: Case, id: string, policy: Referrals, by: string, now: Instant): Decision {
  return step(of, id, 'remind', (referral, status) => {
    const notToKnow = whyNotToKnow(of, referral.institution, policy);
    if (notToKnow !== undefined) return refused(notToKnow);
    const { remindedAt, unreachedSince } = referral;
    const isJustNow = remindedAt !== undefined && plusMinutes(remindedAt, remindMinutes) > now;
    if (isJustNow && unreachedSince === undefined) return refused('reminded_just_now');
    return changed(of, { ...referral, status, remindedAt: now }, [
      { type: 'referral.reminded', actor: `staff:${by}`, data: { referral: id } },
    ]);
  });
}

/**
 * The mail about a referral was handed over, at `at`. This is recorded once, however many contacts there are, and again
 * after all mails came back. It does not change an answer that came by phone meanwhile.
 */
export function decideSent(of: Case, id: string, at: Instant): Decision {
  const known = of.referrals?.find((one) => one.id === id);
  if (known?.sentAt !== undefined && known.unreachedSince === undefined) return { outcome: 'unchanged' };
  return step(of, id, 'send', (referral, status) => {
    const { unreachedSince: _, ...reached } = referral;
    return changed(of, { ...reached, status, sentAt: at }, [
      { type: 'referral.sent', actor: 'besa:escalation', data: { referral: id } },
    ]);
  });
}

/** The fields that change when the last mail about a referral that was with the institution has come back. */
export function unreached(of: Case, id: string, now: Instant): Pick<Case, 'referrals'> {
  const known = of.referrals?.find((one) => one.id === id);
  if (known?.sentAt === undefined || known.unreachedSince !== undefined) return {};
  return { referrals: withReferral(of, { ...known, unreachedSince: now }) };
}

/**
 * Somebody else, an officer or above, has looked at a call that a counsellor made alone. It ends the clock `call_look`,
 * whatever became of the referral and the case. Source: docs/practice.md, People.
 */
export function decideCallLook(of: Case, id: string, by: string, now: Instant): Decision {
  const referral = of.referrals?.find((known) => known.id === id);
  if (referral === undefined) return refused('unknown_referral');
  if (referral.lookedAt !== undefined) return { outcome: 'unchanged' };
  if (!owesLook(referral)) return refused('no_look_owed');
  if (referral.approvedBy === by) return refused('own_call');
  return {
    outcome: 'change',
    parts: {
      set: { referrals: withReferral(of, { ...referral, lookedAt: now, lookedBy: by }) },
      events: [{ type: 'referral.looked', actor: `staff:${by}`, data: { referral: id } }],
    },
  };
}

export function decideReferralWithdrawal(
  of: Case,
  id: string,
  because: NonNullable<Referral['withdrawnBecause']>,
  by: string,
  now: Instant,
): Decision {
  return step(of, id, 'withdraw', (referral, status) =>
    changed(of, { ...referral, status, withdrawnAt: now, withdrawnBecause: because }, [
      { type: 'referral.withdrawn', actor: `staff:${by}`, data: { referral: id } },
    ]),
  );
}

/**
 * Steps that lead to telling an institution. A closed case tells nobody and has no clocks, so it must be reopened
 * first.
 */
const startsAnew: readonly ReferralStep[] = ['change', 'approve', 'call', 'remind'];

function step(
  of: Case,
  id: string,
  name: ReferralStep,
  decide: (referral: Referral, status: Referral['status']) => Decision,
): Decision {
  const referral = of.referrals?.find((known) => known.id === id);
  if (referral === undefined) return refused('unknown_referral');
  if (of.status === 'closed' && startsAnew.includes(name)) return refused('wrong_status');
  const status = referralStatusAfter(name, referral.status);
  return status === undefined ? refused('wrong_referral_status') : decide(referral, status);
}

/** The case with this referral as it is next. */
export function changed(of: Case, next: Referral, events: readonly NewEvent[]): Decision {
  const all = withReferral(of, next);
  const referrals = next.isLead ? ledBy(all, next.id) : all;
  return { outcome: 'change', parts: { set: { referrals }, events } };
}

function basisGaps(basis: string, { legalBases }: Referrals): Gap[] {
  return legalBases.some(({ code }) => code === basis) ? [] : [{ pointer: '/basis', code: 'unknown_code' }];
}

function sendingGaps(
  referral: Referral,
  institution: Institution,
  input: SendingInput & { namesOne: boolean },
  policy: Referrals,
): Gap[] {
  const wrong = (pointer: string, expected: FieldForm, isWrong: boolean): Gap[] =>
    isWrong ? [{ pointer, code: 'wrong_form', expected }] : [];
  const required = (pointer: string, isMissing: boolean): Gap[] => (isMissing ? [{ pointer, code: 'required' }] : []);
  const isOverride = input.ground === 'override';
  const isAddressesOnly = referral.addressesOnly === true;
  const isTold = input.hasMessage || input.notToldFirstBecause !== undefined;
  return [
    ...(input.basis === undefined ? [] : basisGaps(input.basis, policy)),
    ...wrong('/ground', 'ground_of_addresses', isAddressesOnly !== (input.ground === 'nothing_personal')),
    ...wrong('/fields', 'addresses_alone', isAddressesOnly && input.fields.some((field) => field !== 'addresses')),
    ...required('/fields', isAddressesOnly && !input.fields.includes('addresses')),
    ...(['addresses', 'accounts'] as const).flatMap((field) => [
      ...required(`/${field}`, input.fields.includes(field) && input[field] === 0),
      ...wrong(`/${field}`, 'only_what_is_given', !input.fields.includes(field) && input[field] > 0),
    ]),
    ...required('/overrideBecause', isOverride && input.overrideBecause === undefined),
    ...wrong('/overrideBecause', 'only_with_override', !isOverride && input.overrideBecause !== undefined),
    ...required('/message', isOverride && !isTold),
    ...wrong('/notToldFirstBecause', 'not_with_message', input.hasMessage && input.notToldFirstBecause !== undefined),
    ...required('/unit', institution.isLocal === true && !input.hasUnit),
    ...wrong('/unit', 'only_where_local', institution.isLocal !== true && input.hasUnit),
    ...contactGaps(institution, input),
  ];
}

/** Who is told. Where nobody can be told by mail, a call is what remains, and no contact is asked for. */
function contactGaps(
  { isLocal }: Institution,
  { contact, contacts, namesOne, wasCalled, hasUnit }: SendingInput & { namesOne: boolean },
): Gap[] {
  // Which of many it is decides who can be told, so that is said first.
  const isNobody = contacts.length === 0 && (isLocal !== true || hasUnit);
  const isUnknown = contact !== undefined && !contacts.includes(contact);
  return [
    ...(isNobody && !wasCalled ? [{ pointer: '/call', code: 'nobody_to_mail' } as const] : []),
    ...(isUnknown ? [{ pointer: '/contact', code: 'unknown_code' } as const] : []),
    ...(namesOne && contact === undefined && !isNobody && !wasCalled
      ? [{ pointer: '/contact', code: 'required' } as const]
      : []),
  ];
}

/** Each answer carries what belongs to it, and nothing else. Every answer may say by whom and how. */
function answerGaps(input: ReferralAnswer): Gap[] {
  const belongs: readonly [string, unknown, ReferralAnswer['answer']][] = [
    ['/name', input.hasName ? true : undefined, 'acknowledged'],
    ['/how', input.how, 'acknowledged'],
    ['/because', input.because, 'declined'],
    ['/outcome', input.outcome, 'completed'],
  ];
  const fitsAll = ['/name', '/how'];
  return belongs.flatMap(([pointer, value, answer]): Gap[] => {
    if (answer === input.answer) return value === undefined ? [{ pointer, code: 'required' }] : [];
    return value === undefined || fitsAll.includes(pointer)
      ? []
      : [{ pointer, code: 'wrong_form', expected: 'only_with_that_answer' }];
  });
}

function answerSaid({ answer, how, because, outcome }: ReferralAnswer, now: Instant): Partial<Referral> {
  switch (answer) {
    case 'acknowledged':
      return { acknowledgedAt: now, ...(how === undefined ? {} : { acknowledgedHow: how }) };
    case 'accepted':
      return { acceptedAt: now, ...(how === undefined ? {} : { acceptedHow: how }) };
    case 'declined':
      return {
        declinedAt: now,
        ...(how === undefined ? {} : { declinedHow: how }),
        ...(because === undefined ? {} : { declinedBecause: because }),
      };
    case 'completed':
      return {
        completedAt: now,
        ...(how === undefined ? {} : { completedHow: how }),
        ...(outcome === undefined ? {} : { outcome }),
      };
    default:
      return answer satisfies never;
  }
}
