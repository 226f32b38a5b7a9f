import { describe, expect, test } from 'vitest';
import { changeCase } from '#shared/domain/case/case-change.ts';
import type { Case } from '#shared/domain/case/case.ts';
import { referralStatuses } from '#shared/domain/case/referral.ts';
import { caseStatuses } from '#shared/domain/case/status.ts';
import { toldStatus } from '#shared/domain/case/told/told-status.ts';
import { aCase, aReferral } from '#test/support/builders.ts';

const now = '2026-11-21T09:00:00.000Z';
const handling = { safetyDecision: 'safe_for_now', nextStep: 'refer_institution' } as const;
const announced = aCase({ status: 'in_progress', readAt: now, handledAt: now, handling });
const out = aReferral({ status: 'sent', sentAt: now });
const after = (of: Case, set: Partial<Case>): Case => changeCase(of, { set, events: [] }, now).after;

describe('waiting for an institution is told', () => {
  test('of a referral that has left and is open, and of no other', () => {
    const told = referralStatuses.filter((status) => {
      const referrals = [aReferral({ status, sentAt: now })];
      return toldStatus(aCase({ status: 'waiting_institution', referrals })) === 'waiting_institution';
    });
    expect(told).toEqual(['approved', 'sent', 'acknowledged', 'accepted']);
    for (const status of referralStatuses) {
      expect(toldStatus(aCase({ status: 'waiting_institution', referrals: [aReferral({ status })] }))).toBe(
        'in_progress',
      );
    }
  });

  test('from when the announced referral leaves until none is open', () => {
    const approved = after(announced, { referrals: [aReferral()] });
    expect(approved.status).toBe('in_progress');
    const sent = after(approved, { referrals: [out] });
    expect(sent.status).toBe('waiting_institution');
    for (const status of ['declined', 'completed', 'withdrawn'] as const) {
      expect(after(sent, { referrals: [{ ...out, status }] }).status).toBe('in_progress');
    }
    const second = aReferral({ id: 'state_police-1', status: 'sent', sentAt: now });
    const both = after(sent, { referrals: [out, second] });
    expect(after(both, { referrals: [{ ...out, status: 'declined' }, second] }).status).toBe('waiting_institution');
  });

  test('of no referral that was not the next step, of no earlier clock, and not again after a person took it back', () => {
    const advised = { ...announced, handling: { ...handling, nextStep: 'advise_reporter' as const } };
    expect(after(advised, { referrals: [out] }).status).toBe('in_progress');
    const { handledAt: _, ...reopened } = announced;
    expect(after(reopened, { referrals: [out] }).status).toBe('in_progress');
    const nobody = after({ ...announced, status: 'waiting_institution', referrals: [out] }, { status: 'in_progress' });
    expect(nobody.status).toBe('in_progress');
    expect(after(nobody, { referrals: [{ ...out, status: 'acknowledged', acknowledgedAt: now }] }).status).toBe(
      'in_progress',
    );
  });
});

describe('waiting for the reporter is told', () => {
  const asked = aCase({ status: 'in_progress', readAt: now, messageCount: 1, lastWrittenAt: now });

  test('from a message of the centre until the reporter writes, by whatever change', () => {
    const posted = { type: 'case.message_posted', actor: 'staff:a', data: { message: 2 } } as const;
    const answered = { type: 'case.information_added', actor: 'reporter', data: { message: 3 } } as const;
    const waits = changeCase(
      asked,
      { set: { status: 'waiting_reporter', messageCount: 2 }, events: [posted] },
      now,
    ).after;
    expect(waits).toMatchObject({ status: 'waiting_reporter', lastMessageOfCentre: 2 });
    const over = changeCase(waits, { set: { messageCount: 3 }, events: [answered] }, now).after;
    expect(over.status).toBe('in_progress');
    expect(after(asked, { status: 'waiting_reporter' }).status).toBe('in_progress');
  });

  test('of a row of an earlier release only where the reporter has never written', () => {
    const { lastWrittenAt: _, ...unwritten } = asked;
    expect(toldStatus({ ...unwritten, status: 'waiting_reporter' })).toBe('waiting_reporter');
    expect(toldStatus({ ...asked, status: 'waiting_reporter' })).toBe('in_progress');
    expect(toldStatus({ ...unwritten, messageCount: 0, status: 'waiting_reporter' })).toBe('in_progress');
  });
});

test('every other status is told as it is', () => {
  for (const status of caseStatuses.filter((one) => !one.startsWith('waiting_'))) {
    expect(toldStatus(aCase({ status }))).toBe(status);
  }
});
