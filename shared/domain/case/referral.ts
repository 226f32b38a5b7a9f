import type { Actor } from './events.ts';
import type { WishAnswer } from '../report/report.ts';
import type { Instant } from '../time/instant.ts';

/**
 * Passing a case on to an institution. The machine proposes, a person sends (docs/practice.md, Referral). `approved`: a
 * person has decided to send. `sent`: the mail to the institution was handed over. A call leads straight to
 * `acknowledged`.
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

/** What a status says about a referral. */
interface Standing {
  awaits: 'decision' | 'acknowledgement' | 'answer' | 'end' | 'nothing';
  /** A person decided to pass it on. Somebody outside knows of the case, or may know. */
  wasPassedOn?: true;
  /** A named person of the institution has it, and has not declined it. */
  isAcknowledged?: true;
  /** The institution does not act on it: it was never told, it said no, or the centre took it back. */
  isSetAside?: true;
}

/**
 * One line for each status. All groups of statuses are read from here. A new status does not compile without a line.
 */
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

/** What an institution is. A reporter's wishes, the duty to report and outcomes go by it. */
export type InstitutionKind =
  'police' | 'cyber_authority' | 'child_protection' | 'school' | 'platform' | 'data_protection' | 'ministry' | 'other';

type HasStatus = Readonly<{ status: ReferralStatus }>;

/** Whether a person still has to decide on it, or the institution still has to end it. */
export function isOpen({ status }: HasStatus): boolean {
  return standings[status].awaits !== 'nothing';
}

/** Whether it was passed on and something from the institution is still to come. */
export function isUnderWay(referral: HasStatus): boolean {
  return wasPassedOn(referral) && isOpen(referral);
}

export function wasPassedOn({ status }: HasStatus): boolean {
  return standings[status].wasPassedOn === true;
}

/** Whether nobody at the institution has said yet that they have it. */
export function awaitsAcknowledgement({ status }: HasStatus): boolean {
  return standings[status].awaits === 'acknowledgement';
}

/** Whether the institution has not said yet if it takes the matter on. */
export function awaitsAnswer(referral: HasStatus): boolean {
  return awaitsAcknowledgement(referral) || standings[referral.status].awaits === 'answer';
}

export function isAcknowledged({ status }: HasStatus): boolean {
  return standings[status].isAcknowledged === true;
}

export function isSetAside({ status }: HasStatus): boolean {
  return standings[status].isSetAside === true;
}

/**
 * Steps of a referral. `call`: a named person of the institution was reached by phone, and that call is the referral.
 */
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

/**
 * Where each step leads from each state. A step that is absent is refused. A repeated `propose` only corrects a
 * proposal.
 */
export const referralTransitions: Readonly<
  Record<ReferralStep, Readonly<Partial<Record<ReferralStatus, ReferralStatus>>>>
> = {
  propose: { proposed: 'proposed' },
  change: { proposed: 'proposed' },
  drop: { proposed: 'dropped' },
  approve: { proposed: 'approved' },
  call: { proposed: 'acknowledged' },
  // A mail may go out while somebody answers or withdraws. Then it has still gone out, and the status stays.
  send: {
    approved: 'sent',
    // After all mails came back, another one has left.
    sent: 'sent',
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

/** The parts of a case that a person may choose to give. Each part is opened only when it is chosen. */
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

/**
 * Whether the fields are what only cleared staff see in a CSAM-flagged case. Account names are not.
 * Source: docs/practice.md, Clearance.
 */
export function givesAddresses(fields: readonly DisclosureField[]): boolean {
  return fields.includes('addresses');
}

/** KiB of the copy's JSON. Sealed and in base64 it must fit into one row of 400 KiB. Source: DynamoDB, item size. */
export const largestCopyKiB = 290;

/** How many addresses, and how many accounts, a person ticks for one copy. More of usual length would not fit into it. */
export const mostTicked = 4000;

/** The last position that can be ticked. With it the longest list stays well under the largest body of a request. */
export const lastPosition = 9_999_999;

/** Why it may be given. `override`: against a wish or without asking, with a reason. Addresses alone name nobody. */
export const sharingGrounds = ['consent', 'override', 'nothing_personal'] as const;

export type SharingGround = (typeof sharingGrounds)[number];

/** This list and those below are closed, so that no word of a person slips into clear text. */
export const overrideReasons = ['danger_to_life', 'crime_against_child', 'child_at_risk', 'law_requires'] as const;

export const notToldFirstReasons = [
  'no_time_danger',
  'reporter_unsafe',
  'content_only',
  'no_thread_wanted',
  'told_by_phone',
] as const;

export const dropReasons = ['not_needed', 'against_wish', 'other_institution', 'too_little_known', 'conflict'] as const;

/**
 * Why a proposal is over. Persons give the reasons above. `sent_by_notice`: the takedown notice did what was proposed, so
 * the referral itself told nobody and counts nowhere. Source: docs/practice.md, Referral.
 */
export type DropReason = (typeof dropReasons)[number] | 'sent_by_notice';

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

/** How an institution answers by itself. `desk_spoken`: a person of the centre read out the one-time code. */
export const deskWays = ['desk', 'desk_spoken'] as const;

/** How the centre replied to a question: it is read at the desk, or it was said by phone and stands there too. */
export const replyWays = ['desk', 'phone'] as const;

export type ReplyWay = (typeof replyWays)[number];

/** How an answer came: staff heard of it, or the institution gave it itself. */
export type AnswerWay = (typeof answerWays)[number] | (typeof deskWays)[number];

/** A referral as the matrix proposes it. */
export interface ReferralProposal {
  /** A code of the country pack's institutions. */
  institution: string;
  /** Whether it is the lead agency. The copies of all others say to speak to it. */
  isLead: boolean;
  /** Codes of the rules that led here, and of what a person must check first. */
  reasons: readonly string[];
  /** A code of the country pack's legal bases. */
  basis: string;
  /** Resolving waits until a named person has acknowledged it, or a second route was used. */
  isNecessary: boolean;
  /** The numbers to call, for critical cases. */
  phones?: readonly string[];
  /** The reporter's wish about this kind of institution. Absent where no wish is asked for. */
  wish?: WishAnswer;
  /** An address hand-over: only addresses that a person ticked go out. */
  addressesOnly?: boolean;
}

/**
 * One referral of a case, in clear: codes, ids and times. The parts it gives away, and to which unit, are sealed
 * elsewhere.
 */
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
  /** Directory id of the one contact to tell. When it is absent, all contacts of the institution are told. */
  contact?: string;
  calledAt?: Instant;
  /** Since when an officer owes a look: a counsellor who was alone made the call. */
  lookOwedSince?: Instant;
  /** When an officer or above looked at the call, and who. */
  lookedAt?: Instant;
  lookedBy?: string;
  sentAt?: Instant;
  /** Since when everything that was sent to the institution has come back. Absent while something is there. */
  unreachedSince?: Instant;
  acknowledgedAt?: Instant;
  acknowledgedHow?: AnswerWay;
  acceptedAt?: Instant;
  acceptedHow?: AnswerWay;
  declinedAt?: Instant;
  declinedHow?: AnswerWay;
  declinedBecause?: (typeof declineReasons)[number];
  completedAt?: Instant;
  completedHow?: AnswerWay;
  outcome?: (typeof referralOutcomes)[number];
  remindedAt?: Instant;
  /** When a contact with an access code said that it is not for them. */
  misdirectedAt?: Instant;
  /** Absent until the institution asks something. */
  questions?: ReferralQuestions;
  withdrawnAt?: Instant;
  withdrawnBecause?: (typeof withdrawReasons)[number];
  droppedBecause?: DropReason;
  /** The takedown notice that did what was proposed. */
  sentByNotice?: string;
}

/** What the institution asked and the centre replied: numbers and times. The words are sealed elsewhere. */
export interface ReferralQuestions {
  asked: number;
  replied: number;
  askedAt: Instant;
  repliedAt?: Instant;
  /** When the first question came that no reply came after. Absent while none waits. */
  openSince?: Instant;
}

/** Since when the institution waits for the centre. Once the matter has ended there, it does not. */
export function askedSince(referral: Pick<Referral, 'status' | 'questions'>): Instant | undefined {
  return isOpen(referral) ? referral.questions?.openSince : undefined;
}

/** How many questions and replies there are. Each has a number, the first is 1. */
export function wordsSaid({
  questions,
}: {
  questions?: Pick<ReferralQuestions, 'asked' | 'replied'> | undefined;
}): number {
  return (questions?.asked ?? 0) + (questions?.replied ?? 0);
}

/** Whether an officer has not yet looked at the call that a counsellor made alone. */
export function owesLook({ lookOwedSince, lookedAt }: Pick<Referral, 'lookOwedSince' | 'lookedAt'>): boolean {
  return lookOwedSince !== undefined && lookedAt === undefined;
}

/** The n-th referral of a case to an institution. */
export function referralId(institution: string, n: number): string {
  return `${institution}-${n}`;
}

/** The duty in the directory whose holders are the contacts of an institution. */
export function contactDuty<C extends string>(institution: C): `institution:${C}` {
  return `institution:${institution}`;
}

/** The institution whose contacts hold this duty; undefined for a duty of the centre's own people. */
export function institutionOf(duty: string): string | undefined {
  return duty.startsWith('institution:') ? duty.slice('institution:'.length) : undefined;
}

/** Whether the institution surely heard of the referral: somebody there acknowledged it, or its mail has left. */
export function wasHeardOf(referral: Referral): boolean {
  return leftAt(referral) !== undefined;
}

/**
 * When the referral left the centre. Its mail was sent, it was called through, or somebody there acknowledged or declined
 * it, whichever came first. Undefined while nobody outside has heard of it: mails that all came back told nobody.
 */
export function leftAt({
  acknowledgedAt,
  calledAt,
  sentAt,
  declinedAt,
  unreachedSince,
}: Referral): Instant | undefined {
  const mailedAt = unreachedSince === undefined ? sentAt : undefined;
  return [acknowledgedAt, calledAt, mailedAt, declinedAt].filter((at) => at !== undefined).toSorted()[0];
}

/** The referrals of a case, with this one replaced or added. */
export function withReferral(
  { referrals: before = [] }: { referrals?: readonly Referral[] },
  next: Referral,
): readonly Referral[] {
  return before.some(({ id }) => id === next.id)
    ? before.map((referral) => (referral.id === next.id ? next : referral))
    : [...before, next];
}
