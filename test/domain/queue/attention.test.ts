import { describe, expect, test } from 'vitest';
import { concernAboutHolder, concernsOf, mayConcern } from '#shared/domain/queue/attention.ts';
import type { MailState } from '#shared/domain/queue/attention.ts';
import type { Case } from '#shared/domain/case/case.ts';
import { referralStatuses } from '#shared/domain/case/referral.ts';
import type { Referral, ReferralStatus } from '#shared/domain/case/referral.ts';
import { severities } from '#shared/domain/report/severity.ts';
import { undeliveredReasons } from '#shared/domain/case/unseen/undelivered.ts';
import { aCase, aReferral } from '#test/support/builders.ts';

const now = '2026-11-21T09:00:00.000Z';
const earlier = '2026-11-21T08:30:00.000Z';
const calm = aCase({ severity: 'normal', receivedAt: earlier });

function whats(of: Case, mails: readonly MailState[] = []): string[] {
  return concernsOf(of, mails, now).map(({ what }) => what);
}
const mail = (overrides: Partial<MailState> = {}): MailState => ({
  occasion: 'new_case',
  createdAt: earlier,
  ...overrides,
});

test('a case that nothing is wrong with is not listed', () => {
  expect(whats(calm, [mail({ sentAt: earlier })])).toEqual([]);
});

describe('unread', () => {
  test('is what is critical or high, until somebody opens it, says that they have seen it, or ends it', () => {
    const listed = severities.filter((severity) => whats({ ...calm, severity }).includes('unread'));
    expect(listed.sort()).toEqual(['critical', 'high']);
    for (const field of ['readAt', 'acknowledgedAt', 'resolvedAt'] as const) {
      expect(whats({ ...calm, severity: 'critical', [field]: now })).toEqual([]);
    }
  });

  test('is any case, whatever its severity and status, once words were not read in time', () => {
    const deadlines = [{ clock: 'must_be_read', at: earlier, missed: true }] as const;
    const written = { readAt: earlier, lastReadAt: earlier, lastWrittenAt: now };
    for (const severity of severities)
      for (const status of ['received', 'in_progress', 'resolved', 'closed'] as const)
        expect(whats({ ...calm, ...written, severity, status, deadlines })).toEqual(['unread']);
    expect(whats({ ...calm, ...written, lastReadAt: '2026-11-21T09:01:00.000Z', deadlines })).toEqual([]);
  });
});

test('a reporter whom it did not help is listed in any state, until the centre writes again', () => {
  const notHelped = { since: earlier, messages: 4 };
  for (const status of ['in_progress', 'resolved', 'closed'] as const) {
    const of = { ...calm, status, readAt: earlier, lastReadAt: earlier, messageCount: 4, notHelped };
    expect(concernsOf(of, [], now)).toEqual([{ what: 'not_helped', since: earlier }]);
    expect(whats({ ...of, lastMessageOfCentre: 4 })).toEqual(['not_helped']);
    expect(whats({ ...of, messageCount: 5 })).toEqual(['not_helped']);
    expect(whats({ ...of, messageCount: 5, lastMessageOfCentre: 5 })).toEqual([]);
  }
});

describe('a holder who is gone', () => {
  const holders = new Set(['anna']);
  const held = (more: Partial<Case>) => concernAboutHolder({ ...calm, ...more }, holders);

  test('is a concern while the case is open, or words in it are unread', () => {
    expect(held({ assignee: 'gone' })).toEqual([{ what: 'holder_gone' }]);
    expect([held({}), held({ assignee: 'anna' })]).toEqual([[], []]);
    const ended = { assignee: 'gone', status: 'resolved', readAt: earlier, lastReadAt: earlier } as const;
    expect(held(ended)).toEqual([]);
    expect(held({ ...ended, lastWrittenAt: now })).toEqual([{ what: 'holder_gone' }]);
  });
});

test('a raise that nobody has seen is listed with the rung to acknowledge, from when it was raised', () => {
  const raise = { timer: '1.must_be_read.report', rung: 'watch', since: earlier } as const;
  expect(concernsOf({ ...calm, raises: [raise] }, [], now)).toEqual([{ what: 'raise_not_acknowledged', ...raise }]);
});

test('mails are worth a look where one is due, one came back, or an institution was to be told', () => {
  expect(mayConcern(calm, false)).toBe(false);
  expect(mayConcern(calm, true)).toBe(true);
  expect(mayConcern({ ...calm, mailBackAt: earlier }, false)).toBe(true);
  const { approvedAt: _, ...proposed } = aReferral({ status: 'proposed' });
  expect(mayConcern({ ...calm, referrals: [proposed] }, false)).toBe(false);
  expect(mayConcern({ ...calm, referrals: [{ ...proposed, approvedAt: earlier }] }, false)).toBe(true);
});

describe('a mail', () => {
  test('that should have left ten minutes ago is listed, one that waits for its time is not', () => {
    const just = { createdAt: '2026-11-21T08:50:00.001Z' };
    expect(whats(calm, [mail()])).toEqual(['mail_unsent']);
    expect(whats(calm, [mail(just)])).toEqual([]);
    expect(whats(calm, [mail({ leavesAt: '2026-11-21T13:00:00.000Z' })])).toEqual([]);
    expect(whats(calm, [mail({ leavesAt: '2026-11-21T08:45:00.000Z' })])).toEqual(['mail_unsent']);
    expect(whats(calm, [mail({ undelivered: 'refused' })])).toEqual(['mail_unsent']);
  });

  test('is counted with the others that are late, from the first on', () => {
    const late = [mail({ createdAt: '2026-11-21T08:50:00.000Z' }), mail(), mail({ sentAt: earlier })];
    expect(concernsOf(calm, late, now)).toEqual([{ what: 'mail_unsent', since: earlier, count: 2 }]);
  });

  test('that came back is counted with the others of the same clock and referral, from the first on', () => {
    const back = { undelivered: 'bounced', sentAt: now } as const;
    const first = '2026-11-21T08:20:00.000Z';
    const raise = { occasion: 'escalated', timer: '1.must_be_read.report' } as const;
    const mails = [
      mail({ ...back, ...raise }),
      mail({ ...back, ...raise, createdAt: first }),
      mail({ ...raise, undelivered: 'refused', createdAt: now }),
      mail({ ...back, ...raise, timer: '1.handle.report' }),
      mail({ ...back, occasion: 'referral_declined', referral: 'school-1' }),
    ];
    expect(concernsOf(calm, mails, now)).toEqual([
      { what: 'mail_told_nobody', since: first, count: 2, timer: raise.timer },
      { what: 'mail_told_nobody', since: earlier, count: 1, timer: '1.handle.report' },
      { what: 'mail_told_nobody', since: earlier, count: 1, referral: 'school-1' },
    ]);
    const other = mail({ ...raise, toldAt: now });
    expect(whats(calm, [...mails.slice(0, 2), other])).toEqual([]);
    expect(whats(calm, [...mails.slice(0, 2), mail({ ...raise, createdAt: now })])).toEqual(['mail_told_nobody']);
  });

  test('that was handed over, once or again and again, or is not to leave any more, is not', () => {
    for (const done of [{ sentAt: now }, { toldAt: now }, { droppedBecause: 'case_over' }]) {
      expect(whats(calm, [mail(done)])).toEqual([]);
    }
  });

  test('that came back is listed while nobody else was told of the same', () => {
    const reasons = undeliveredReasons.filter((undelivered) => undelivered !== 'refused');
    for (const undelivered of reasons) {
      const back = mail({ undelivered, sentAt: earlier });
      expect(whats(calm, [back])).toEqual(['mail_told_nobody']);
      expect(whats(calm, [back, mail({ sentAt: now })])).toEqual([]);
      expect(whats(calm, [back, mail({ sentAt: now, occasion: 'escalated' })])).toEqual(['mail_told_nobody']);
      expect(whats(calm, [back, mail({ sentAt: now, undelivered })])).toEqual(['mail_told_nobody']);
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
    expect(whats(of('approved'), [back])).toEqual(['mail_told_nobody']);
    expect(whats(of('approved'), [back, call])).toEqual(['institution_unreached']);
    expect(whats(of('approved', {}, { readAt: earlier, lastReadAt: earlier }), [back, call])).toEqual([
      'institution_unreached',
    ]);
    expect(whats(of('approved', {}, { readAt: earlier, lastReadAt: now }), [back, call])).toEqual([]);
  });

  test('is asked for by name and from the first call on; a call about another, or that is not to leave, is none', () => {
    const again = { ...call, createdAt: '2026-11-21T08:20:00.000Z' };
    expect(concernsOf(of('approved'), [call, again], now)).toEqual([
      { what: 'institution_unreached', since: again.createdAt, referral: id },
    ]);
    expect(whats(of('approved'), [{ ...call, referral: 'school-1' }])).toEqual([]);
    expect(whats(of('approved'), [{ ...call, droppedBecause: 'case_over' }])).toEqual([]);
    expect(whats(of('approved', { acknowledgedAt: call.createdAt }), [call])).toEqual(['institution_unreached']);
    const seen = of('approved', {}, { readAt: earlier, lastReadAt: '2026-11-21T08:40:00.000Z' });
    expect(whats(seen, [call, { ...call, sentAt: now }])).toEqual([]);
  });

  test('is listed although somebody reads the case, while nobody was reached to call', () => {
    const read = of('approved', {}, { readAt: earlier, lastReadAt: now });
    for (const unreached of [{ leavesAt: '2026-11-21T13:00:00.000Z' }, { sentAt: earlier, undelivered: 'bounced' }]) {
      const { sentAt: _, ...unsent } = call;
      const listed = whats(read, [back, { ...unsent, ...unreached } as MailState]);
      expect(listed).toContain('institution_unreached');
    }
  });

  test('is listed for what is taken back as for what waits, and no longer when the institution answers', () => {
    const takenBack = mail({ occasion: 'withdrawal_unreached', referral: id, sentAt: earlier });
    expect(whats(of('withdrawn'), [takenBack])).toEqual(['institution_unreached']);
    expect(whats(of('acknowledged', { acknowledgedAt: now }), [back, call])).toEqual([]);
    expect(whats(of('declined'), [back, call])).toEqual([]);
  });

  test('is not listed for a mail that came back once nothing waits there any more', () => {
    expect(whats(of('declined'), [back])).toEqual([]);
    expect(whats(of('withdrawn'), [back])).toEqual([]);
    expect(whats(of('acknowledged', { acknowledgedAt: now }), [back])).toEqual([]);
    const takenBack = mail({ occasion: 'referral_withdrawn', referral: id, undelivered: 'bounced' });
    expect(whats(of('withdrawn'), [takenBack])).toEqual(['mail_told_nobody']);
  });

  test('is not known by the mail that another institution got', () => {
    const other = mail({ occasion: 'referral_waits', referral: 'state_police-1', sentAt: now });
    expect(whats(of('approved'), [back, other])).toEqual(['mail_told_nobody']);
  });
});

test('what waits for a second person is listed until somebody decides, or time does', () => {
  const asked = { id: 'export-1', kind: 'export', reason: 'audit', askedBy: 'anna', askedAt: earlier } as const;
  expect(concernsOf({ ...calm, approvals: [asked] }, [], now)).toEqual([
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

describe('an institution that does not answer', () => {
  const id = aReferral().id;
  const of = (more: Partial<Referral> = {}, read: Partial<Case> = {}): Case => ({
    ...calm,
    readAt: earlier,
    ...read,
    referrals: [aReferral({ status: 'sent', ...more })],
  });
  const owner = mail({ occasion: 'institution_silent', referral: id, sentAt: '2026-11-21T08:31:00.000Z' });
  const later = '2026-11-21T08:45:00.000Z';
  const decide = mail({ occasion: 'institution_silent_decide', referral: id, createdAt: later, sentAt: later });

  test('is listed since staff were told first, until somebody opens the case after they were told last', () => {
    expect(concernsOf(of(), [decide, owner], now)).toEqual([
      { what: 'institution_silent', since: earlier, referral: id },
    ]);
    expect(whats(of({}, { lastReadAt: '2026-11-21T08:40:00.000Z' }), [owner])).toEqual([]);
    expect(whats(of({}, { lastReadAt: '2026-11-21T08:40:00.000Z' }), [owner, decide])).toEqual(['institution_silent']);
    expect(whats(of({}, { lastReadAt: now }), [owner, decide])).toEqual([]);
  });

  test('is not listed once it has answered, and not for a mail that is not to leave', () => {
    expect(whats(of({ status: 'acknowledged', acknowledgedAt: now }), [owner])).toEqual([]);
    expect(whats(of({ status: 'accepted' }), [owner])).toEqual([]);
    expect(whats(of(), [{ ...owner, droppedBecause: 'clock_ended' }])).toEqual([]);
    // What came after the acknowledgement is about the answer.
    expect(whats(of({ status: 'acknowledged', acknowledgedAt: earlier }), [decide])).toEqual(['institution_silent']);
  });
});
