import { describe, expect, it } from 'vitest';
import {
  awaitsAcknowledgement,
  awaitsAnswer,
  contactDuty,
  institutionOf,
  isAcknowledged,
  isOpen,
  isSetAside,
  isUnderWay,
  referralStatusAfter,
  referralStatuses,
  referralSteps,
  referralTransitions,
  wasHeardOf,
  wasPassedOn,
} from '#shared/domain/case/referral.ts';
import type { ReferralStatus, ReferralStep } from '#shared/domain/case/referral.ts';
import { aReferral } from '#test/support/builders.ts';

/** From each state, what can be done and where it leads; whatever is not here must be refused. */
const possible: Record<string, Record<string, string>> = {
  proposed: { propose: 'proposed', change: 'proposed', drop: 'dropped', approve: 'approved', call: 'acknowledged' },
  approved: {
    send: 'sent',
    remind: 'approved',
    acknowledge: 'acknowledged',
    decline: 'declined',
    withdraw: 'withdrawn',
  },
  sent: {
    // After all mails came back, another one may leave.
    send: 'sent',
    acknowledge: 'acknowledged',
    remind: 'sent',
    decline: 'declined',
    withdraw: 'withdrawn',
  },
  acknowledged: {
    send: 'acknowledged',
    remind: 'acknowledged',
    accept: 'accepted',
    decline: 'declined',
    complete: 'completed',
    withdraw: 'withdrawn',
  },
  accepted: {
    send: 'accepted',
    remind: 'accepted',
    complete: 'completed',
    withdraw: 'withdrawn',
  },
  completed: { send: 'completed' },
  declined: { send: 'declined' },
  withdrawn: { send: 'withdrawn' },
  dropped: {},
};

describe('a referral', () => {
  it.each(referralStatuses.flatMap((status) => referralSteps.map((step) => ({ step, status }))))(
    'that is $status goes by $step where the table says, or nowhere',
    ({ step, status }) => {
      expect(referralStatusAfter(step, status)).toBe(possible[status]?.[step]);
    },
  );

  it('can come to every state', () => {
    const reached = new Set(Object.values(referralTransitions).flatMap((from) => Object.values(from)));
    expect([...reached].sort()).toEqual([...referralStatuses].sort());
  });
});

describe('what the status of a referral says', () => {
  const those = (holds: (referral: { status: ReferralStatus }) => boolean) =>
    referralStatuses.filter((status) => holds({ status }));
  const from = (step: ReferralStep) => referralStatuses.filter((status) => referralStatusAfter(step, status));

  it('is one answer for every place that asks', () => {
    expect(those(isOpen)).toEqual(['proposed', 'approved', 'sent', 'acknowledged', 'accepted']);
    expect(those(isUnderWay)).toEqual(['approved', 'sent', 'acknowledged', 'accepted']);
    expect(those(awaitsAcknowledgement)).toEqual(['approved', 'sent']);
    expect(those(awaitsAnswer)).toEqual(['approved', 'sent', 'acknowledged']);
    expect(those(isAcknowledged)).toEqual(['acknowledged', 'accepted', 'completed']);
    expect(those(isSetAside)).toEqual(['declined', 'withdrawn', 'dropped']);
    expect(those(wasPassedOn)).toEqual(referralStatuses.filter((status) => !['proposed', 'dropped'].includes(status)));
  });

  it('agrees with what can still be done to it', () => {
    const undone = referralSteps.filter((step) => step !== 'send');
    const canGoOn = referralStatuses.filter((status) => undone.some((step) => referralStatusAfter(step, status)));
    expect(those(isOpen)).toEqual(canGoOn);
    expect(those(isUnderWay)).toEqual(from('remind'));
    expect(those(isUnderWay)).toEqual(from('withdraw'));
    expect(those(awaitsAcknowledgement)).toEqual(from('acknowledge'));
    expect(those(awaitsAnswer)).toEqual(from('decline'));
  });

  it('says that it was passed on exactly where a person approved it or called', () => {
    const reached = new Set<ReferralStatus>(['approved', 'acknowledged']);
    for (let size = 0; size < reached.size;) {
      size = reached.size;
      const next = referralSteps.flatMap((step) => [...reached].map((status) => referralStatusAfter(step, status)));
      for (const status of next) if (status !== undefined) reached.add(status);
    }
    expect(those(wasPassedOn)).toEqual(referralStatuses.filter((status) => reached.has(status)));
  });
});

it('the contacts of an institution are who holds the duty of its name, and no duty of the centre is one', () => {
  expect(contactDuty('police')).toBe('institution:police');
  expect(institutionOf(contactDuty('police'))).toBe('police');
  expect([institutionOf('backup'), institutionOf('an institution:police')]).toEqual([undefined, undefined]);
});

it('is heard of once its mail has left or somebody of the institution has answered, and not by deciding to send it', () => {
  const at = '2026-11-21T09:00:00.000Z';
  expect(
    [{}, { remindedAt: at }, { sentAt: at }, { acknowledgedAt: at }, { declinedAt: at }].map((so) =>
      wasHeardOf(aReferral(so)),
    ),
  ).toEqual([false, false, true, true, true]);
});
