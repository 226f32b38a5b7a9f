import type { Actor } from './events.ts';
import type { WishAnswer } from '../report/report.ts';
import type { Instant } from '../time/instant.ts';

/**
 * Passing a case on to an institution. The machine proposes, a person sends (docs/practice.md, Referral).
 * `approved`: a person has decided to send; `sent`: the institution has been called or its mail is on its way.
 */
export const referralStatuses = [
  'proposed',
  'approved',
  'sent',
  'acknowledged',
  'accepted',
  'declined',
  'completed',
  'withdrawn',
  'dropped',
] as const;

export type ReferralStatus = (typeof referralStatuses)[number];

/** What a status says of a referral. */
interface Standing {
  awaits: 'decision' | 'acknowledgement' | 'answer' | 'end' | 'nothing';
  /** A person decided to pass it on, so that somebody outside knows of the case, or may. */
  wasPassedOn?: true;
  /** A named person of the institution has it, and has not given it back. */
  isAcknowledged?: true;
  /** The institution does not act on it: it was never told, it said no, or the centre took it back. */
  isSetAside?: true;
}

/** One line for each status. Every group of statuses is read from here, so a new status does not compile without a line. */
const standings: Readonly<Record<ReferralStatus, Standing>> = {
  proposed: { awaits: 'decision' },
  approved: { awaits: 'acknowledgement', wasPassedOn: true },
  sent: { awaits: 'acknowledgement', wasPassedOn: true },
  acknowledged: { awaits: 'answer', wasPassedOn: true, isAcknowledged: true },
  accepted: { awaits: 'end', wasPassedOn: true, isAcknowledged: true },
  declined: { awaits: 'nothing', wasPassedOn: true, isSetAside: true },
  completed: { awaits: 'nothing', wasPassedOn: true, isAcknowledged: true },
  withdrawn: { awaits: 'nothing', wasPassedOn: true, isSetAside: true },
  dropped: { awaits: 'nothing', isSetAside: true },
};

type HasStatus = Readonly<{ status: ReferralStatus }>;

/** Whether somebody still has to decide on it, or the institution to end it. */
export function isOpen({ status }: HasStatus): boolean {
  return standings[status].awaits !== 'nothing';
}

/** Whether it was passed on, and something of the institution is still to come. */
export function isUnderWay(referral: HasStatus): boolean {
  return wasPassedOn(referral) && isOpen(referral);
}

export function wasPassedOn({ status }: HasStatus): boolean {
  return standings[status].wasPassedOn === true;
}

/** Whether nobody of the institution has said yet that they have it. */
export function awaitsAcknowledgement({ status }: HasStatus): boolean {
  return standings[status].awaits === 'acknowledgement';
}

/** Whether the institution has not said yet that it takes the matter on, or does not. */
export function awaitsAnswer(referral: HasStatus): boolean {
  return awaitsAcknowledgement(referral) || standings[referral.status].awaits === 'answer';
}

export function isAcknowledged({ status }: HasStatus): boolean {
  return standings[status].isAcknowledged === true;
}

export function isSetAside({ status }: HasStatus): boolean {
  return standings[status].isSetAside === true;
}

/** What can be done to a referral. `call`: a named person of the institution was reached, and that call is the referral. */
export const referralSteps = [
  'propose',
  'change',
  'drop',
  'approve',
  'call',
  'send',
  'acknowledge',
  'remind',
  'accept',
  'decline',
  'complete',
  'withdraw',
] as const;

export type ReferralStep = (typeof referralSteps)[number];

/** Where each step leads from each state; what is absent is refused. `propose` again only makes a proposal right. */
export const referralTransitions: Readonly<
  Record<ReferralStep, Readonly<Partial<Record<ReferralStatus, ReferralStatus>>>>
> = {
  propose: { proposed: 'proposed' },
  change: { proposed: 'proposed' },
  drop: { proposed: 'dropped' },
  approve: { proposed: 'approved' },
  call: { proposed: 'acknowledged' },
  // A mail that went out while somebody answered or took it back has still gone out.
  send: {
    approved: 'sent',
    acknowledged: 'acknowledged',
    accepted: 'accepted',
    declined: 'declined',
    completed: 'completed',
    withdrawn: 'withdrawn',
  },
  acknowledge: { approved: 'acknowledged', sent: 'acknowledged' },
  remind: { approved: 'approved', sent: 'sent', acknowledged: 'acknowledged', accepted: 'accepted' },
  accept: { acknowledged: 'accepted' },
  decline: { approved: 'declined', sent: 'declined', acknowledged: 'declined' },
  complete: { acknowledged: 'completed', accepted: 'completed' },
  withdraw: { approved: 'withdrawn', sent: 'withdrawn', acknowledged: 'withdrawn', accepted: 'withdrawn' },
};

/** Where a step leads; undefined when it is not possible in this state. */
export function referralStatusAfter(step: ReferralStep, status: ReferralStatus): ReferralStatus | undefined {
  return referralTransitions[step][status];
}

/** What of a case a person may choose to give: each is opened only when chosen. */
export const disclosureFields = [
  'narrative',
  'victims',
  'suspect',
  'reporter',
  'place',
  'addresses',
  'accounts',
  'thread',
] as const;

export type DisclosureField = (typeof disclosureFields)[number];

/** Whether any of it leads to what only cleared staff see where a case is CSAM-flagged. Source: docs/practice.md, Clearance. */
export function givesAddresses(fields: readonly DisclosureField[]): boolean {
  return fields.includes('addresses') || fields.includes('accounts');
}

/** In bytes of its JSON: sealed, it must fit into one row of the table (400 KiB in base64). Source: DynamoDB, item size. */
export const largestCopyKiB = 290;

/** Why it may be given: asked and agreed, or against a wish or unasked with a reason. Addresses alone name nobody. */
export const sharingGrounds = ['consent', 'override', 'nothing_personal'] as const;

export type SharingGround = (typeof sharingGrounds)[number];

/** Closed lists, so that no word of a person slips into clear text. */
export const overrideReasons = ['danger_to_life', 'crime_against_child', 'child_at_risk', 'law_requires'] as const;

export const notToldFirstReasons = [
  'no_time_danger',
  'reporter_unsafe',
  'content_only',
  'no_thread_wanted',
  'told_by_phone',
] as const;

export const dropReasons = ['not_needed', 'against_wish', 'other_institution', 'too_little_known', 'conflict'] as const;

export const declineReasons = [
  'not_competent',
  'no_capacity',
  'too_little_information',
  'already_known',
  'other',
] as const;

export const referralOutcomes = [
  'investigation_opened',
  'child_protected',
  'support_given',
  'content_removed',
  'no_action_needed',
  'no_action_possible',
] as const;

export const withdrawReasons = ['sent_in_error', 'no_longer_needed', 'reporter_asked', 'other_institution'] as const;

export const referralAnswers = ['acknowledged', 'accepted', 'declined', 'completed'] as const;

export const answerWays = ['phone', 'mail', 'in_person', 'letter'] as const;

/** A referral as the matrix proposes it. */
export interface ReferralProposal {
  /** A code of the country pack's institutions. */
  institution: string;
  /** One institution leads; the copy of every other says to speak to it. */
  isLead: boolean;
  /** Codes of the rules that led here, and of what a person must look at first. */
  reasons: readonly string[];
  /** A code of the country pack's legal bases. */
  basis: string;
  /** Resolving waits until a named person has acknowledged it, or another way was used. */
  isNecessary: boolean;
  /** For critical cases: whom to call. */
  phones?: readonly string[];
  /** What the reporter wishes about this kind of institution; absent where no wish is asked for. */
  wish?: WishAnswer;
  /** Only addresses that a person ticked go out, nothing else. */
  addressesOnly?: boolean;
}

/** One referral of a case, in clear: codes, ids and times. What it gives away and to which unit is sealed elsewhere. */
export interface Referral extends ReferralProposal {
  /** `<institution>-<n>`, unique in its case. */
  id: string;
  status: ReferralStatus;
  proposedAt: Instant;
  proposedBy: Actor;
  approvedAt?: Instant;
  /** Directory id. */
  approvedBy?: string;
  ground?: SharingGround;
  overrideBecause?: (typeof overrideReasons)[number];
  notToldFirstBecause?: (typeof notToldFirstReasons)[number];
  fields?: readonly DisclosureField[];
  /** Directory id of the one contact to be told; absent, all contacts of the institution are. */
  contact?: string;
  calledAt?: Instant;
  sentAt?: Instant;
  acknowledgedAt?: Instant;
  acknowledgedHow?: (typeof answerWays)[number];
  acceptedAt?: Instant;
  declinedAt?: Instant;
  declinedBecause?: (typeof declineReasons)[number];
  completedAt?: Instant;
  outcome?: (typeof referralOutcomes)[number];
  remindedAt?: Instant;
  withdrawnAt?: Instant;
  withdrawnBecause?: (typeof withdrawReasons)[number];
  droppedBecause?: (typeof dropReasons)[number];
}

/** More than anybody sends for one case. A row has an end, and the id of a timer has room for two figures. */
export const mostReferrals = 50;

/** The n-th referral of a case to an institution. */
export function referralId(institution: string, n: number): string {
  return `${institution}-${n}`;
}

/** The duty in the directory whose holders are the contacts of an institution. */
export function contactDuty<C extends string>(institution: C): `institution:${C}` {
  return `institution:${institution}`;
}

/** The institution whose contact holds this duty; undefined for a duty of the centre's own people. */
export function institutionOf(duty: string): string | undefined {
  return duty.startsWith('institution:') ? duty.slice('institution:'.length) : undefined;
}

/** Whether its institution is known to have heard of a referral: by a call or an answer, or because its mail has left. */
export function wasHeardOf({ acknowledgedAt, sentAt }: Referral): boolean {
  return acknowledgedAt !== undefined || sentAt !== undefined;
}

/** The referrals of a case with one of them in its new state, or added. */
export function withReferral(
  { referrals: before = [] }: { referrals?: readonly Referral[] },
  next: Referral,
): readonly Referral[] {
  return before.some(({ id }) => id === next.id)
    ? before.map((referral) => (referral.id === next.id ? next : referral))
    : [...before, next];
}
