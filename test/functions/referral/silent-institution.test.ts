import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Referral } from '#shared/domain/case/referral.ts';
import { aReferral } from '#test/support/builders.ts';
import { type Centre, openCentre } from '../centre.ts';

describe('An institution that is silent', () => {
  let centre: Centre;
  beforeEach(async () => {
    centre = await openCentre(undefined, 'engine');
  });
  afterEach(() => centre.stop());

  /** A critical case that ended well, all but for an institution that has not said that it has it. */
  async function resolvedWith(referral: Partial<Referral>) {
    const of = await centre.receive({ severity: 'critical' });
    const now = centre.now();
    const ended = { triagedAt: now, readAt: now, lastReadAt: now, handledAt: now, resolvedAt: now };
    await centre.change(of, {
      set: { ...ended, status: 'resolved', referrals: [aReferral({ approvedAt: now, ...referral })] },
      events: [{ type: 'referral.approved', actor: 'staff:staff-duty', data: { referral: 'police_cybercrime-1' } }],
    });
    await centre.deliver('sla-timer', await centre.lastEvent(of, 'referral.approved'));
    return of;
  }

  it('is told by its slow ladder when the case is resolved, and wakes nobody', async () => {
    const of = await resolvedWith({});
    centre.later(59);
    await centre.sweep();
    expect((await centre.history(of)).map(({ type }) => type)).not.toContain('referral.silent');
    centre.later(1);
    await centre.sweep();
    await centre.deliver('notification', await centre.lastEvent(of, 'referral.silent'));
    expect(centre.letters).toEqual([]);
    expect((await centre.history(of)).map(({ type }) => type)).not.toContain('case.escalated');
  });

  it('calls nobody once it has acknowledged', async () => {
    const of = await resolvedWith({});
    await centre.change(of, {
      set: { referrals: [aReferral({ status: 'acknowledged', acknowledgedAt: centre.now() })] },
      events: [{ type: 'referral.acknowledged', actor: 'staff:staff-duty', data: { referral: 'police_cybercrime-1' } }],
    });
    await centre.deliver('sla-timer', await centre.lastEvent(of, 'referral.acknowledged'));
    centre.later(24 * 60);
    await centre.sweep();
    expect((await centre.history(of)).map(({ type }) => type)).not.toContain('case.escalated');
  });
});
