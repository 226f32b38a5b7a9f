import { institutionOccasions } from '#shared/domain/mail/mail-occasion.ts';
import type { CaseEvent, EventType } from '#shared/domain/case/events.ts';
import type { ReferralStatus } from '#shared/domain/case/referral.ts';
import type { SaidEnd } from '../../world.ts';
import { leadsTo } from '../check-referrals.ts';
import type { Told } from '../finding.ts';

/**
 * What a history says of a case at an instant. It is read off the events, off the enumerations that stand beside them, and off
 * what people sent. No rule of the product is asked.
 */
export interface Facts {
  told: Told;
  /** ms since 1970. */
  at: number;
  events: readonly CaseEvent[];
  /** The event with which the present clock began: the receipt, or the last reopening. */
  begun: CaseEvent | undefined;
  isFiled: boolean;
  /** The last event of this type, of the whole history or of the present clock. */
  last: (type: EventType) => CaseEvent | undefined;
  lastOfClock: (type: EventType) => CaseEvent | undefined;
  firstOfClock: (type: EventType) => CaseEvent | undefined;
  /** What the case is ended by; undefined while it is open. */
  ended: CaseEvent | undefined;
  referrals: readonly ReferralFact[];
  /** Instants of the reporter's messages that nobody has read, ms since 1970. */
  unread: readonly number[];
  /** What people said of how it ended, oldest first. */
  said: readonly SaidEnd[];
}

export interface ReferralFact {
  id: string;
  institution: string;
  status: ReferralStatus | undefined;
  /** It left the centre: its mail was handed over and has not come back, or somebody there answered, whatever it was. */
  hasLeft: boolean;
  decidedAt: string | undefined;
}

const isOpen: readonly (ReferralStatus | undefined)[] = ['approved', 'sent', 'acknowledged', 'accepted'];
/** Whether it is with the institution, which has not ended it. */
export const isWithThem = ({ hasLeft, status }: ReferralFact): boolean => hasLeft && isOpen.includes(status);
/** Whether a named person of the institution has it, and it was not set aside since. */
export const isTakenOn = ({ status }: ReferralFact): boolean =>
  status === 'acknowledged' || status === 'accepted' || status === 'completed';

export function factsOf(told: Told, at: number, ends: readonly SaidEnd[]): Facts {
  const { events } = told;
  const isBeginning = ({ type }: CaseEvent): boolean => type === 'case.received' || type === 'case.reopened';
  const begun = events.findLast(isBeginning);
  const ofClock = events.filter(({ number }) => number > (begun?.number ?? 0));
  const of = (type: EventType) => (event: CaseEvent) => event.type === type;
  const read = events.findLast(({ type }) => type === 'case.read');
  return {
    told,
    at,
    events,
    begun,
    isFiled: events[0]?.actor.startsWith('staff:') === true,
    last: (type) => events.findLast(of(type)),
    lastOfClock: (type) => ofClock.findLast(of(type)),
    firstOfClock: (type) => ofClock.find(of(type)),
    ended: ofClock.findLast(({ type }) => type === 'case.resolved' || type === 'case.closed'),
    referrals: referralsIn(told),
    unread: events
      .filter(({ type, number }) => type === 'case.information_added' && number > (read?.number ?? 0))
      .map(({ time }) => Date.parse(time)),
    said: ends.filter((end) => end.caseNumber === told.of.caseNumber && end.at <= at),
  };
}

/** Whether any mail about a referral is with its institution. Where no mail is known, its events are believed. */
function isMailThere(mails: Told['mails'], id: string): boolean {
  const own = mails.filter(
    ({ referral, occasion }) => referral === id && institutionOccasions.some((one) => one === occasion),
  );
  const isThere = (mail: Record<string, unknown>): boolean =>
    (mail['sentAt'] ?? mail['toldAt']) !== undefined && !['bounced', 'rejected'].includes(String(mail['undelivered']));
  return own.length === 0 || own.some(isThere);
}

function referralsIn({ events, mails }: Told): ReferralFact[] {
  const byReferral = Map.groupBy(
    events.filter(({ data }) => 'referral' in data),
    ({ data }) => (data as { referral: string }).referral,
  );
  return [...byReferral].map(([id, own]) => {
    const has = (...types: EventType[]): boolean => own.some(({ type }) => types.includes(type));
    const isAnswered = has('referral.acknowledged', 'referral.accepted', 'referral.completed', 'referral.declined');
    return {
      id,
      institution: id.replace(/-\d+$/u, ''),
      status: own.reduce<ReferralStatus | undefined>(
        (before, { type }) => leadsTo[type]?.(before) ?? before,
        undefined,
      ),
      hasLeft: isAnswered || (has('referral.sent') && isMailThere(mails, id)),
      decidedAt: own.findLast(({ type }) => type === 'referral.approved')?.time,
    };
  });
}
