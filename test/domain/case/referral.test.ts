import { describe, expect, it } from 'vitest';
import {
  contactDuty,
  institutionOf,
  referralStatusAfter,
  referralStatuses,
  referralSteps,
  referralTransitions,
  wasHeardOf,
} from '#shared/domain/case/referral.ts';
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
  sent: { acknowledge: 'acknowledged', remind: 'sent', decline: 'declined', withdraw: 'withdrawn' },
  acknowledged: {
    send: 'acknowledged',
    remind: 'acknowledged',
    accept: 'accepted',
    decline: 'declined',
    complete: 'completed',
    withdraw: 'withdrawn',
  },
  accepted: { send: 'accepted', remind: 'accepted', complete: 'completed', withdraw: 'withdrawn' },
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

it('the contacts of an institution are who holds the duty of its name, and no duty of the centre is one', () => {
  expect(contactDuty('police')).toBe('institution:police');
  expect(institutionOf(contactDuty('police'))).toBe('police');
  expect([institutionOf('backup'), institutionOf('an institution:police')]).toEqual([undefined, undefined]);
});

it('is heard of once its mail has left or somebody of the institution has answered, and not by deciding to send it', () => {
  const at = '2026-11-21T09:00:00.000Z';
  expect(
    [{}, { remindedAt: at }, { sentAt: at }, { acknowledgedAt: at }].map((so) => wasHeardOf(aReferral(so))),
  ).toEqual([false, false, true, true]);
});
