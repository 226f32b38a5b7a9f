import { describe, expect, test } from 'vitest';
import type { Case } from '#shared/domain/case/case.ts';
import type { CaseEvent, NewEvent } from '#shared/domain/case/events.ts';
import { referralStatuses } from '#shared/domain/case/referral.ts';
import type { Referral } from '#shared/domain/case/referral.ts';
import type { Timer, TimerId } from '#shared/domain/case/timer-id.ts';
import { institutionOccasions, mailOccasions } from '#shared/domain/mail/mail-occasion.ts';
import {
  isRepeated,
  stillMatters,
  whyDueAgain,
  whyNoNews,
  whyNotToSend,
  whyReferralOver,
  whyUntrue,
} from '#shared/domain/mail/still-wanted.ts';
import type { DueMail, MailSubject } from '#shared/domain/mail/still-wanted.ts';
import { aCase, aReferral, aTimer, fridayNight } from '#test/support/builders.ts';
import { zembla } from '#test/support/invented-country.ts';

const { ladder } = zembla;
const id = 'police_cybercrime-1';
const later = '2026-11-21T09:00:00.000Z';
const withReferral = (referral: Partial<Referral> = {}, more: Partial<Case> = {}): Case =>
  aCase({ severity: 'high', triagedAt: fridayNight, referrals: [aReferral(referral)], ...more });
const resolved = aCase({ status: 'resolved', readAt: fridayNight, lastReadAt: fridayNight, resolvedAt: fridayNight });
const closed: Case = { ...resolved, status: 'closed', closedAt: fridayNight };
const reading: TimerId = '1.must_be_read.report';

const critical = (more: Partial<Case> = {}): Case => aCase({ severity: 'critical', triagedAt: fridayNight, ...more });
const climbing = (more: Partial<Timer> = {}): Timer => aTimer({ kind: 'must_be_acknowledged', nextRung: 1, ...more });
const rungs = [undefined, 'watch', 'elder'];
/** The mail to a rung; `undefined` stands for the mail about the new case. */
const call = (rung: string | undefined): DueMail =>
  rung === undefined
    ? { occasion: 'new_case' }
    : { occasion: 'escalated', timer: '1.must_be_acknowledged.report', rung };
/** The rungs whose mail is sent again. */
const ringing = (of: Case, timer: Timer | undefined = climbing()) =>
  rungs.filter((rung) => isRepeated(of, timer === undefined ? [] : [timer], call(rung), ladder));

describe('a mail about a referral', () => {
  /** In these states each still says something true; in every other one it is not sent any more. */
  const trueWhile: Record<string, string[]> = {
    referral_waits: ['approved', 'sent'],
    referral_follows_call: ['approved', 'sent', 'acknowledged', 'accepted'],
    referral_reminder: ['approved', 'sent', 'acknowledged', 'accepted'],
    institution_unreached: ['approved', 'sent', 'acknowledged', 'accepted'],
    institution_silent: ['approved', 'sent', 'acknowledged'],
    institution_silent_decide: ['approved', 'sent', 'acknowledged'],
    referral_declined: ['declined'],
    referral_withdrawn: ['withdrawn'],
    withdrawal_unreached: ['withdrawn'],
    access_code: ['approved', 'sent', 'acknowledged', 'accepted', 'completed'],
    question_answered: ['approved', 'sent', 'acknowledged', 'accepted'],
    // Nobody asks anything here.
    institution_asked: [],
    access_code_asked: ['approved', 'sent', 'acknowledged', 'accepted', 'completed'],
    new_case: [],
  };
  test.each(Object.entries(trueWhile))('is sent on %s only while it is %j', (occasion, statuses) => {
    const wanted = referralStatuses.filter(
      (status) => whyReferralOver(withReferral({ status }), id, occasion as 'referral_waits') === undefined,
    );
    expect(wanted).toEqual(statuses);
  });

  test('is sent of a resolved case and not of a closed one, nor of a referral that is not there', () => {
    const resolved = { status: 'resolved', resolvedAt: fridayNight } as const;
    expect(whyReferralOver(withReferral({}, resolved), id, 'referral_waits')).toBeUndefined();
    const closed = withReferral({}, { ...resolved, closedAt: fridayNight });
    expect(whyReferralOver(closed, id, 'referral_waits')).toBe('case_over');
    const takenBack = { ...closed, referrals: [aReferral({ status: 'withdrawn' })] };
    expect(whyReferralOver(takenBack, id, 'referral_withdrawn')).toBeUndefined();
    expect(whyReferralOver(takenBack, id, 'withdrawal_unreached')).toBeUndefined();
    expect(whyReferralOver(aCase(), id, 'referral_waits')).toBe('referral_over');
    // Whoever asked is answered, and staff hear of a question until somebody has replied.
    const questions = { asked: 1, replied: 0, askedAt: fridayNight, openSince: fridayNight };
    const asked = { ...closed, referrals: [aReferral({ status: 'sent', questions })] };
    expect(whyReferralOver(asked, id, 'institution_asked')).toBeUndefined();
    expect(whyReferralOver(asked, id, 'question_answered')).toBeUndefined();
    // A completed referral can be looked at for some days, also when the case was closed meanwhile.
    const completed = { ...closed, referrals: [aReferral({ status: 'completed' })] };
    for (const occasion of ['access_code', 'access_code_asked', 'access_code_failed'] as const)
      expect([occasion, whyReferralOver(completed, id, occasion)]).toEqual([occasion, undefined]);
  });

  test('is about that referral, whatever others of the case have come to', () => {
    const other = aReferral({ id: 'school-1', institution: 'school', status: 'withdrawn' });
    const of = aCase({ referrals: [other, aReferral()] });
    expect(whyReferralOver(of, id, 'referral_waits')).toBeUndefined();
    expect(whyReferralOver(of, 'school-1', 'referral_waits')).toBe('referral_over');
  });

  test.each(institutionOccasions)('never goes to an institution that the case excludes: %s', (occasion) => {
    const exclusions = { institutions: ['police_cybercrime'], people: [] };
    const [status] = trueWhile[occasion] as [Referral['status']];
    expect(whyReferralOver(withReferral({ status }, { exclusions }), id, occasion)).toBe('institution_excluded');
    expect(whyReferralOver(withReferral({ status: 'declined' }, { exclusions }), id, 'referral_declined')).toBe(
      undefined,
    );
  });
});

describe('the mail of a raise is sent again and again', () => {
  test('while nobody has taken a critical case, to the rung that was raised last', () => {
    expect(ringing(critical(), climbing({ nextRung: 0 }))).toEqual([undefined, 'watch']);
    expect(ringing(critical(), climbing({ nextRung: 1 }))).toEqual([undefined, 'watch']);
    const three = { ...ladder, rungs: [...ladder.rungs, { id: 'village', duties: ['village'] }] };
    expect(rungs.filter((rung) => isRepeated(critical(), [climbing({ nextRung: 2 })], call(rung), three))).toEqual([
      'elder',
    ]);
  });

  test('until the last rung was raised: from there the reminders do that', () => {
    expect(ringing(critical(), climbing({ nextRung: 2 }))).toEqual([]);
  });

  test('not in a case that is not critical', () => {
    for (const severity of ['low', 'normal', 'high'] as const) expect(ringing(critical({ severity }))).toEqual([]);
  });

  test('not once somebody has acknowledged or read it, unless the reporter wrote since', () => {
    for (const taken of [{ acknowledgedAt: fridayNight }, { readAt: fridayNight }]) {
      expect(ringing(critical(taken))).toEqual([]);
      expect(ringing(critical(taken), climbing({ subject: 'message-2' }))).toEqual([undefined, 'watch']);
    }
  });

  test('not when its clock has ended, or was another clock, or of an earlier time the case was open', () => {
    expect(isRepeated(critical(), [], call('watch'), ladder)).toBe(false);
    expect(ringing(critical(), aTimer({ kind: 'must_be_read', nextRung: 1 }))).toEqual([]);
    expect(ringing(critical({ clockNumber: 2 }))).toEqual([]);
  });
});

describe('a mail about a deadline', () => {
  const warned: MailSubject = { occasion: 'warned', timer: reading };

  test('is true as long as the deadline is armed and the case goes on', () => {
    expect(whyUntrue(aCase(), [aTimer({ kind: 'must_be_read' })], warned)).toBeUndefined();
    expect(whyUntrue(aCase(), [aTimer({ kind: 'handle' })], warned)).toBe('clock_ended');
    for (const over of [resolved, closed]) {
      expect(whyUntrue(over, [aTimer({ kind: 'must_be_read' })], warned)).toBe('case_over');
    }
  });

  test('is true beyond the end of the case where the deadline runs on', () => {
    const waits = aTimer({ kind: 'referral_answer', subject: `referral-${id}` });
    const about: MailSubject = { occasion: 'missed', timer: `1.referral_answer.referral-${id}` };
    expect(whyUntrue(resolved, [waits], about)).toBeUndefined();
    expect(whyUntrue(resolved, [], about)).toBe('case_over');
  });

  test('needs no deadline where it is about none, only a case that goes on', () => {
    expect(whyUntrue(aCase(), [], { occasion: 'new_case' })).toBeUndefined();
    expect(whyUntrue(resolved, [], { occasion: 'new_case' })).toBe('case_over');
  });
});

describe('a mail that is about no deadline goes by what it is about', () => {
  const asked = { id: 'export-1', kind: 'export', reason: 'audit', askedBy: 'anna', askedAt: fridayNight } as const;
  const told = { at: fridayNight, eraseAt: later };

  test.each<[string, Case, MailSubject, ReturnType<typeof whyUntrue>]>([
    ['somebody is asked', { ...closed, approvals: [asked] }, { occasion: 'approval_asked' }, undefined],
    [
      'the second person has decided',
      { ...closed, approvals: [{ ...asked, decision: 'approved' }] },
      { occasion: 'approval_asked' },
      'decided',
    ],
    [
      'a closed case is to be erased',
      { ...closed, keeping: { revision: 1, eraseAt: later, lookAt: later, told } },
      { occasion: 'erasure_due' },
      undefined,
    ],
    [
      'somebody holds it',
      {
        ...closed,
        keeping: { revision: 1, eraseAt: later, lookAt: later, told },
        hold: { because: 'audit', by: 'anna', since: later },
      },
      { occasion: 'erasure_due' },
      'kept_on',
    ],
    ['a code is locked', { ...closed, receiptLockedAt: later }, { occasion: 'from_reporter' }, undefined],
    ['another code was given out', closed, { occasion: 'from_reporter' }, 'decided'],
    ['a message waits to be read', aCase(), { occasion: 'from_reporter', timer: reading }, 'clock_ended'],
    ['an institution was told', withReferral(), { occasion: 'referral_waits', referral: id }, undefined],
    [
      'it answered',
      withReferral({ status: 'accepted' }),
      { occasion: 'referral_waits', referral: id },
      'referral_over',
    ],
  ])('%s', (_, of, mail, why) => {
    expect(whyUntrue(of, [], mail)).toBe(why);
  });
});

describe('an event', () => {
  const event = (happened: NewEvent): CaseEvent => ({ ...happened, caseId: 'case-1', number: 7, time: fridayNight });
  const warning = event({ type: 'sla.warned', actor: 'besa:escalation', data: { timer: reading } });
  const triage = event({ type: 'case.triaged', actor: 'besa:triage', data: {} });

  test('is news as long as its deadline is armed and the case goes on', () => {
    expect(whyNoNews(aCase(), [aTimer({ kind: 'must_be_read' })], warning)).toBeUndefined();
    expect(whyNoNews(aCase(), [], warning)).toBe('clock_ended');
    expect(whyNoNews(aCase(), [], triage)).toBeUndefined();
    expect(whyNoNews(resolved, [], triage)).toBe('case_over');
  });

  test.each<NewEvent>([
    { type: 'referral.declined', actor: 'staff:anna', data: { referral: id } },
    { type: 'approval.asked', actor: 'staff:anna', data: { approval: 'erasure-1' } },
    { type: 'case.information_added', actor: 'reporter', data: { message: 3 } },
    { type: 'case.locked', actor: 'reporter', data: {} },
    { type: 'mail.bounced', actor: 'besa:mail-feedback', data: { mail: 2, to: 'anna', because: 'bounced' } },
    { type: 'case.erasure_due', actor: 'besa:retention', data: {} },
  ])('$type is news whatever the case has come to', (happened) => {
    expect(whyNoNews(closed, [], event(happened))).toBeUndefined();
  });

  test('that an institution is overdue is news also where the case has closed, for it is about the referral', () => {
    const timer: TimerId = `1.referral_answer.referral-${id}`;
    const overdue = event({ type: 'referral.overdue', actor: 'besa:escalation', data: { referral: id, timer } });
    expect(whyNoNews(closed, [], overdue)).toBeUndefined();
  });
});

describe('a mail whose turn has come', () => {
  const toldBefore = { ...call('watch'), toldAt: fridayNight };

  test('is not sent where it says nothing true', () => {
    expect(whyNotToSend(resolved, [], { occasion: 'new_case' }, ladder)).toBe('case_over');
  });

  test('about a new case is not sent once somebody has read it, and one about a deadline is', () => {
    const read = aCase({ readAt: fridayNight });
    expect(whyNotToSend(read, [], { occasion: 'new_case' }, ladder)).toBe('read_already');
    expect(whyNotToSend(aCase(), [], { occasion: 'new_case' }, ladder)).toBeUndefined();
    const handling = aTimer({ kind: 'handle' });
    expect(whyNotToSend(read, [handling], { occasion: 'missed', timer: '1.handle.report' }, ladder)).toBeUndefined();
  });

  test('that was handed over before is sent again only while nobody has taken the case', () => {
    expect(whyNotToSend(critical(), [climbing()], toldBefore, ladder)).toBeUndefined();
    expect(whyNotToSend(critical(), [climbing({ nextRung: 2 })], toldBefore, ladder)).toBe('read_already');
    expect(whyNotToSend(critical(), [climbing({ nextRung: 2 })], call('watch'), ladder)).toBeUndefined();
  });

  test('is due again while nobody has taken the case, or until the history says that an institution has it', () => {
    expect(whyDueAgain(critical(), [climbing()], call('watch'), ladder)).toBe('to_ring');
    expect(whyDueAgain(critical(), [climbing()], call('elder'), ladder)).toBeUndefined();
    const waits: DueMail = { occasion: 'referral_waits', referral: id };
    expect(whyDueAgain(withReferral(), [], waits, ladder)).toBe('to_be_recorded');
    expect(whyDueAgain(withReferral({ sentAt: later }), [], waits, ladder)).toBeUndefined();
    expect(
      whyDueAgain(withReferral({ status: 'withdrawn' }), [], { ...waits, occasion: 'referral_withdrawn' }, ladder),
    ).toBeUndefined();
  });

  test('calls nobody to take the case where it waited for others, or is about something else', () => {
    expect(isRepeated(critical(), [climbing()], { ...call('watch'), leavesAt: later }, ladder)).toBe(false);
    expect(isRepeated(critical(), [climbing()], { ...call('watch'), timer: reading }, ladder)).toBe(false);
    for (const occasion of mailOccasions.filter((one) => !['new_case', 'escalated'].includes(one))) {
      expect(isRepeated(critical(), [climbing()], { ...call('watch'), occasion }, ladder)).toBe(false);
    }
  });
});

describe('a mail of or about an institution', () => {
  const mail = { occasion: 'referral_waits', referral: id, createdAt: fridayNight } as const;

  test('matters until the institution has answered, or the referral has ended', () => {
    expect(stillMatters(withReferral(), mail)).toBe(true);
    expect(stillMatters(withReferral({ acknowledgedAt: later }), mail)).toBe(false);
    expect(stillMatters(withReferral({ acknowledgedAt: fridayNight }), mail)).toBe(true);
    expect(stillMatters(withReferral({ status: 'declined' }), mail)).toBe(false);
    expect(stillMatters(withReferral({}, { closedAt: later }), mail)).toBe(false);
  });

  test('that takes something back matters also where the case has closed', () => {
    const of = withReferral({ status: 'withdrawn' }, { closedAt: later });
    expect(stillMatters(of, { ...mail, occasion: 'referral_withdrawn' })).toBe(true);
    expect(stillMatters(of, { ...mail, occasion: 'withdrawal_unreached' })).toBe(true);
  });

  test('is the only one that an answer ends', () => {
    const answered = withReferral({ status: 'completed', acknowledgedAt: later });
    expect(stillMatters(answered, { ...mail, occasion: 'referral_declined' })).toBe(true);
    expect(stillMatters(answered, { occasion: 'warned', createdAt: fridayNight })).toBe(true);
  });
});
