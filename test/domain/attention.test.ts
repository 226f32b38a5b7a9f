import { describe, expect, test } from 'vitest';
import { concernsOf } from '#shared/domain/attention.ts';
import type { MailState } from '#shared/domain/attention.ts';
import type { Case } from '#shared/domain/case.ts';
import { plusMinutes } from '#shared/domain/clocks.ts';
import type { CaseEvent, NewEvent } from '#shared/domain/events.ts';
import { referralStatuses } from '#shared/domain/referral.ts';
import type { Referral, ReferralStatus } from '#shared/domain/referral.ts';
import { severities } from '#shared/domain/severity.ts';
import type { Timer } from '#shared/domain/timer.ts';
import { undeliveredReasons } from '#shared/domain/undelivered.ts';
import { aCase, aReferral, aTimer } from '#test/support/builders.ts';
import { zembla } from '#test/support/invented-country.ts';

const now = '2026-11-21T09:00:00.000Z';
const earlier = '2026-11-21T08:30:00.000Z';
const calm = aCase({ severity: 'normal', receivedAt: earlier });

function whats(of: Case, given: { timers?: Timer[]; mails?: MailState[]; history?: CaseEvent[] } = {}): string[] {
  return concernsOf(of, { timers: [], mails: [], history: [], ...given }, zembla, now).map(({ what }) => what);
}
const mail = (overrides: Partial<MailState> = {}): MailState => ({
  occasion: 'new_case',
  createdAt: earlier,
  ...overrides,
});

test('a case that nothing is wrong with is not listed', () => {
  expect(whats(calm, { timers: [aTimer()], mails: [mail({ sentAt: earlier })] })).toEqual([]);
});

describe('unread', () => {
  test('is what is critical or high, until somebody opens it, says that they have seen it, or ends it', () => {
    const listed = severities.filter((severity) => whats({ ...calm, severity }).includes('unread'));
    expect(listed.sort()).toEqual(['critical', 'high']);
    for (const field of ['readAt', 'acknowledgedAt', 'resolvedAt'] as const) {
      expect(whats({ ...calm, severity: 'critical', [field]: now })).toEqual([]);
    }
  });
});

describe('a raise', () => {
  const timer = aTimer({ clock: 1, kind: 'must_be_read', subject: 'report', nextRung: 1, missedAt: earlier });
  const id = '1.must_be_read.report';
  const event = (said: NewEvent, number: number): CaseEvent => ({
    ...said,
    caseId: calm.caseId,
    number,
    time: plusMinutes(earlier, number),
  });
  const raised = { type: 'case.escalated', actor: 'besa:escalation', data: { timer: id, rung: 'watch', reminder: 0 } };
  const seen = { type: 'escalation.acknowledged', actor: 'staff:anna', data: { timer: id, rung: 'watch' } };
  const history = (...said: object[]) => said.map((one, index) => event(one as NewEvent, index + 1));

  test('is listed with the rung to acknowledge, from when it was raised', () => {
    const listed = (...said: object[]) =>
      concernsOf(calm, { timers: [timer], mails: [], history: history(...said) }, zembla, now);
    const concern = { what: 'raise_not_acknowledged', timer: id, rung: 'watch' };
    expect(listed(raised, raised)).toEqual([{ ...concern, since: plusMinutes(earlier, 1) }]);
    expect(listed(raised, seen, raised, raised)).toEqual([{ ...concern, since: plusMinutes(earlier, 3) }]);
  });

  test('that somebody has acknowledged is not, until the next one', () => {
    expect(whats(calm, { timers: [timer], history: history(raised, seen) })).toEqual([]);
    expect(whats(calm, { timers: [timer], history: history(raised, seen, raised) })).toEqual([
      'raise_not_acknowledged',
    ]);
  });

  test('of another clock acknowledges nothing here', () => {
    const other = { ...seen, data: { ...seen.data, timer: '1.handle.report' } };
    expect(whats(calm, { timers: [timer], history: history(raised, other) })).toEqual(['raise_not_acknowledged']);
  });
});

describe('a mail', () => {
  test('that should have left ten minutes ago is listed, one that waits for its time is not', () => {
    const just = { createdAt: '2026-11-21T08:50:00.001Z' };
    expect(whats(calm, { mails: [mail()] })).toEqual(['mail_unsent']);
    expect(whats(calm, { mails: [mail(just)] })).toEqual([]);
    expect(whats(calm, { mails: [mail({ leavesAt: '2026-11-21T13:00:00.000Z' })] })).toEqual([]);
    expect(whats(calm, { mails: [mail({ leavesAt: '2026-11-21T08:45:00.000Z' })] })).toEqual(['mail_unsent']);
    expect(whats(calm, { mails: [mail({ undelivered: 'refused' })] })).toEqual(['mail_unsent']);
  });

  test('that was handed over, once or again and again, or is not to leave any more, is not', () => {
    for (const done of [{ sentAt: now }, { toldAt: now }, { droppedBecause: 'case_over' }]) {
      expect(whats(calm, { mails: [mail(done)] })).toEqual([]);
    }
  });

  test('that came back is listed while nobody else was told of the same', () => {
    const reasons = undeliveredReasons.filter((undelivered) => undelivered !== 'refused');
    for (const undelivered of reasons) {
      const back = mail({ undelivered, sentAt: earlier });
      expect(whats(calm, { mails: [back] })).toEqual(['mail_told_nobody']);
      expect(whats(calm, { mails: [back, mail({ sentAt: now })] })).toEqual([]);
      expect(whats(calm, { mails: [back, mail({ sentAt: now, occasion: 'escalated' })] })).toEqual([
        'mail_told_nobody',
      ]);
      expect(whats(calm, { mails: [back, mail({ sentAt: now, undelivered })] })).toEqual(['mail_told_nobody']);
    }
  });
});

describe('an institution that no mail reaches', () => {
  const id = 'police_cybercrime-1';
  const of = (status: ReferralStatus, more: Partial<Referral> = {}, seen: Partial<Case> = {}): Case => ({
    ...calm,
    ...seen,
    referrals: [aReferral({ status, ...more })],
  });
  const back = mail({ occasion: 'referral_waits', referral: id, undelivered: 'bounced' });
  const call = mail({ occasion: 'institution_unreached', referral: id, sentAt: earlier });

  test('is listed from when its mail came back until who was asked to call has opened the case', () => {
    expect(whats(of('approved'), { mails: [back] })).toEqual(['mail_told_nobody']);
    expect(whats(of('approved'), { mails: [back, call] })).toEqual(['institution_unreached']);
    expect(whats(of('approved', {}, { readAt: earlier, lastReadAt: earlier }), { mails: [back, call] })).toEqual([
      'institution_unreached',
    ]);
    expect(whats(of('approved', {}, { readAt: earlier, lastReadAt: now }), { mails: [back, call] })).toEqual([]);
  });

  test('is listed although somebody reads the case, while nobody was reached to call', () => {
    const read = of('approved', {}, { readAt: earlier, lastReadAt: now });
    for (const unreached of [{ leavesAt: '2026-11-21T13:00:00.000Z' }, { sentAt: earlier, undelivered: 'bounced' }]) {
      const { sentAt: _, ...unsent } = call;
      const listed = whats(read, { mails: [back, { ...unsent, ...unreached } as MailState] });
      expect(listed).toContain('institution_unreached');
    }
  });

  test('is listed for what is taken back as for what waits, and no longer when the institution answers', () => {
    const takenBack = mail({ occasion: 'withdrawal_unreached', referral: id, sentAt: earlier });
    expect(whats(of('withdrawn'), { mails: [takenBack] })).toEqual(['institution_unreached']);
    expect(whats(of('acknowledged', { acknowledgedAt: now }), { mails: [back, call] })).toEqual([]);
    expect(whats(of('declined'), { mails: [back, call] })).toEqual([]);
  });

  test('is not known by the mail that another institution got', () => {
    const other = mail({ occasion: 'referral_waits', referral: 'state_police-1', sentAt: now });
    expect(whats(of('approved'), { mails: [back, other] })).toEqual(['mail_told_nobody']);
  });
});

test('what waits for a second person is listed until somebody decides, or time does', () => {
  const asked = { id: 'export-1', kind: 'export', reason: 'audit', askedBy: 'anna', askedAt: earlier } as const;
  expect(concernsOf({ ...calm, approvals: [asked] }, { timers: [], mails: [], history: [] }, zembla, now)).toEqual([
    { what: 'second_person_waits', since: earlier, approval: 'export-1' },
  ]);
  const over = [{ decision: 'approved' }, { decision: 'refused' }, { lapsesAt: now }, { effectiveAt: now }] as const;
  for (const more of over) expect(whats({ ...calm, approvals: [{ ...asked, ...more }] })).toEqual([]);
});

test('a proposal is listed until somebody sends or drops it', () => {
  const listed = referralStatuses.filter((status) => {
    return whats({ ...calm, referrals: [aReferral({ status })] }).includes('proposal_undecided');
  });
  expect(listed).toEqual(['proposed']);
});
