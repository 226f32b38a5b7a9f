import { describe, expect, test } from 'vitest';
import type { Case } from '#shared/domain/case/case.ts';
import type { CaseEvent, NewEvent } from '#shared/domain/case/events.ts';
import { timerId } from '#shared/domain/case/timer-id.ts';
import { aCase, aReferral, aTimer } from '#test/support/builders.ts';
import { anEvent } from '#test/support/new-case.ts';
import { checkReadBeforeErased } from './check-erased.ts';
import { checkLinked } from './check-linked.ts';
import { checkRaises } from './checker.ts';
import { checkQuestions, checkReferrals } from './check-referrals.ts';
import { checkAttention, checkRaisesTold, type Attention } from './check-told.ts';
import type { Find, Told } from './finding.ts';
import type { Reporter, Said } from '../actors/reporters.ts';

const minute = 60_000;
const referral = aReferral({ status: 'proposed' });
const police = referral.id;
const of = aCase({ status: 'in_progress', referrals: [referral] });
const beyond = Date.parse(of.promise.resolveBy) + 10 * minute;

/** A case with this history; as far as a test does not say otherwise, nothing else is known of it. */
function told(overrides: Partial<Told>, ...history: NewEvent[]): Told {
  const events: CaseEvent[] = history.map((event, at) => anEvent(of, { ...event, number: at + 1 }));
  return { of, events, timers: [], rows: new Set(), mails: [], ...overrides };
}

function findings(check: (find: Find) => void): string[] {
  const found: string[] = [];
  check((promise, what) => void found.push(`${promise} ${what}`));
  return found;
}

const proposed: NewEvent = { type: 'referral.proposed', actor: 'besa:referral', data: { referral: police } };
const approved: NewEvent = { type: 'referral.approved', actor: 'staff:blerim', data: { referral: police } };
const dropped: NewEvent = { type: 'referral.dropped', actor: 'staff:blerim', data: { referral: police } };
const raised = (timer: string, rung = 'duty'): NewEvent => ({
  type: 'case.escalated',
  actor: 'besa:escalation',
  data: { timer: timer as ReturnType<typeof timerId>, rung, reminder: 0 },
});

describe('of a question of an institution it is found', () => {
  const askedNow: NewEvent = { type: 'referral.asked', actor: 'institution:kola', data: { referral: police } };
  const replied: NewEvent = { type: 'referral.replied', actor: 'staff:anna', data: { referral: police, how: 'desk' } };
  const clock = `1.referral_question.referral-${police}`;
  const found = (openSince: string | undefined, now: number, ...history: NewEvent[]): string[] => {
    const { events } = told({}, ...history);
    const counts = { asked: 1, replied: 0, askedAt: of.receivedAt };
    const questions = { ...counts, ...(openSince === undefined ? {} : { openSince }) };
    return findings((find) => checkQuestions(of, events, { ...referral, status: 'sent', questions }, now, find));
  };
  const askedAt = told({}, askedNow).events[0]?.time ?? '';
  const [soon, late] = [60 * minute, 25 * 60 * minute].map((after) => Date.parse(askedAt) + after);

  test('that nobody replied and it did not climb', () => {
    expect(found(askedAt, soon ?? 0, askedNow)).toEqual([]);
    expect(found(askedAt, late ?? 0, askedNow)).toEqual([expect.stringContaining('it did not climb')]);
    expect(found(askedAt, late ?? 0, askedNow, raised(clock))).toEqual([]);
    expect(found(undefined, late ?? 0, askedNow, replied)).toEqual([]);
    // The rung that an earlier question climbed is no call about this one.
    const again = [askedNow, raised(clock), replied, askedNow] as const;
    expect(found(askedAt, late ?? 0, ...again)).toEqual([expect.stringContaining('it did not climb')]);
  });

  test('that the case says another thing than its history', () => {
    expect(found(undefined, soon ?? 0, askedNow)).toEqual([expect.stringContaining('otherwise')]);
    expect(found(askedAt, soon ?? 0, askedNow, replied)).toEqual([expect.stringContaining('otherwise')]);
  });
});

describe('of a history it is found broken', () => {
  const found = (one: Told, now = beyond - 60 * minute): string[] => findings((find) => checkReferrals(one, now, find));
  const withStatus = (status: typeof referral.status, more: Partial<Case> = {}): Partial<Told> => ({
    of: { ...of, referrals: [{ ...referral, status }], ...more },
  });

  test('that a proposal stands in it which the case does not have, and that the case has one which stands nowhere', () => {
    expect(found(told({ of: { ...of, referrals: [] } }, proposed))).toEqual([expect.stringContaining('is not there')]);
    expect(found(told({}))).toEqual([expect.stringContaining('is in no history')]);
    expect(found(told({}, proposed))).toEqual([]);
  });

  test('that a decision stands in it which the referral does not show, or that no person took', () => {
    expect(found(told({}, proposed, dropped))).toEqual([expect.stringContaining('its history says dropped')]);
    expect(found(told(withStatus('dropped'), proposed, dropped))).toEqual([]);
    const byMachine = { ...approved, actor: 'besa:referral' } as const;
    expect(found(told(withStatus('approved'), proposed, byMachine))).toEqual([
      expect.stringContaining("no person's decision"),
    ]);
  });

  test('that nobody decided on a proposal and the promise of its case passed without a raise', () => {
    expect(found(told({}, proposed), beyond)).toEqual([expect.stringContaining('nobody was called to it')]);
    expect(found(told({}, proposed, raised('1.promise_resolve.report')), beyond)).toEqual([]);
    expect(found(told(withStatus('dropped'), proposed, dropped), beyond)).toEqual([]);
  });

  test('that a case was closed over an open proposal, unless a person said why', () => {
    const closed = (more: Partial<Case>): string[] =>
      found(told(withStatus('proposed', { status: 'closed', ...more }), proposed));
    expect(closed({})).toEqual([expect.stringContaining('was closed while nobody had decided')]);
    expect(closed({ closedBecause: 'nothing_left_to_do' })).toEqual([]);
  });

  test('that a proposal to the platform is open beside a notice that came after it', () => {
    const notice: NewEvent = { type: 'notice.sent', actor: 'staff:blerim', data: { notice: 'tiktok-1' } };
    const toPlatform = { of: { ...of, referrals: [{ ...referral, institution: 'platform' as const }] } };
    expect(found(told(toPlatform, proposed, notice))).toEqual([expect.stringContaining('beside the notice #2')]);
    expect(found(told(toPlatform, notice, proposed))).toEqual([]);
    expect(found(told({}, proposed, notice))).toEqual([]);
  });
});

describe('of linked cases it is found', () => {
  const hour = 60 * minute;
  const at = (hours: number): string => new Date(hours * hour).toISOString();
  const lead: Case = { ...of, caseId: 'lead', status: 'in_progress', reopenedAt: at(48) };
  const ended = { status: 'resolved', outcomes: ['same_event'], leadCaseId: 'lead', resolvedAt: at(24) } as const;
  const found = (follower: Partial<Case>, parent: Case = lead, now = 72): string[] =>
    findings((find) =>
      checkLinked(
        [told({ of: parent }), told({ of: { ...of, ...ended, outcomes: [...ended.outcomes], ...follower } })],
        now * hour,
        find,
      ),
    );

  test('that one stays ended because of a parent that goes on, and nothing of any other', () => {
    expect(found({})).toEqual([expect.stringContaining('goes on')]);
    expect(found({ outcomes: ['advice_given'] })).toEqual([]);
    expect(found({ leadCaseId: 'another' })).toEqual([]);
    expect(found({ resolvedAt: at(50) })).toEqual([]);
    expect(found({}, { ...lead, status: 'resolved' })).toEqual([]);
    expect(found({}, lead, 48)).toEqual([]);
  });
});

describe('of a ladder over a reopening it is found', () => {
  const reopened: NewEvent = { type: 'case.reopened', actor: 'staff:blerim', data: {} };
  /** One a day. */
  const climbed = (...events: NewEvent[]): string[] => {
    const days = events.map((event, day) => ({ ...event, time: `2026-11-2${day}T08:00:00.000Z` }));
    return findings((find) => checkRaises(told({}, ...days), find));
  };

  test('that a rung was left out, and nothing where the clock of unread words goes on with the next one', () => {
    const first = raised('1.must_be_read.report');
    expect(climbed(first, reopened, raised('2.must_be_read.report', 'backup'))).toEqual([]);
    expect(climbed(first, reopened, raised('2.must_be_read.report', 'supervisor'))).toHaveLength(1);
    expect(climbed(raised('2.must_be_read.report', 'backup'))).toHaveLength(1);
  });

  test('that a lowering is called about twice, and nothing where it was lowered once more', () => {
    const [first, second] = [raised('1.second_look.report'), raised('2.second_look.report')];
    const lowered: NewEvent = { type: 'case.severity_changed', actor: 'staff:elira', data: {} };
    expect(climbed(first, reopened, lowered, second)).toEqual([]);
    expect(climbed(first, reopened, second)).toHaveLength(1);
  });
});

describe('of a case that was erased it is found', () => {
  const stored = (at: number) => ({ status: 201, body: { caseNumber: of.caseNumber }, etag: '', at });
  const said = (text: string, at: number): Said => ({ text, at, seen: ['unknown', stored(at)] });
  const reporter = (...words: Said[]): Reporter => ({
    key: 'key',
    body: { narrative: 'He "knows" me.' },
    seen: [stored(0)],
    thread: { said: words, receipt: undefined, changedAt: 0, changing: 0 },
  });
  const shows = (at: number, ...texts: string[]) => ({ at, shown: JSON.stringify(texts) });
  const found = (one: Reporter, readings: { at: number; shown?: string }[], kept: Told[] = []): string[] =>
    findings((find) => checkReadBeforeErased(new Map([[of.caseNumber, readings]]), kept, [one], find));
  const read = shows(1, 'He "knows" me.');

  test('that nobody had read the report, or a message', () => {
    expect(found(reporter(), [])).toEqual([expect.stringContaining('nobody had read: 1')]);
    expect(found(reporter(), [read])).toEqual([]);
    expect(found(reporter(said('Again.', 2)), [read])).toHaveLength(1);
    expect(found(reporter(said('Again.', 2)), [read, shows(3, 'Again.')])).toEqual([]);
  });

  test('nothing where it is still there, was not taken, or may have been read since', () => {
    expect(found(reporter(), [], [told({})])).toEqual([]);
    expect(found(reporter({ text: 'Again.', at: 2, seen: ['unknown'] }), [read])).toEqual([]);
    expect(found(reporter(said('Again.', 2)), [read, { at: 3 }])).toEqual([]);
    expect(found(reporter(said('Again.', 2)), [read, { at: 1 }])).toHaveLength(1);
  });
});

describe('of a rung that was raised of a running deadline it is found', () => {
  const timer = aTimer({ kind: 'handle', nextRung: 2 });
  const id = timerId(timer);
  const found = (one: Partial<Told>, rungsWithNobody: string[] = [], now = beyond, rang: string[] = []): string[] =>
    findings((find) =>
      checkRaisesTold(
        told({ timers: [timer], ...one }, raised(id, 'duty'), raised(id, 'backup')),
        now,
        { rungsWithNobody, rang: new Set(rang) },
        find,
      ),
    );
  const mail = (eventId: string, more: object = {}): Record<string, unknown> => ({ eventId, ...more });

  test('that nobody is told, where no mail says so', () => {
    expect(found({ mails: [mail('case#1')] })).toEqual([expect.stringContaining('raised to backup (#2)')]);
    expect(found({ mails: [mail('case#1'), mail('case#2')] })).toEqual([]);
  });

  test('that the first one needed no mail of its own where the same had been told, and every further one did', () => {
    const before = mail('case#0', { timer: id });
    expect(found({ mails: [before] })).toEqual([expect.stringContaining('raised to backup (#2)')]);
  });

  test('that a later reminder spoke for it, where notification was behind, and only then', () => {
    const at = (minutes: number): string => new Date(beyond - 120 * minute + minutes * minute).toISOString();
    const events = [0, 30, 60].map((minutes, before) =>
      anEvent(of, {
        type: 'case.escalated',
        actor: 'besa:escalation',
        data: { timer: id, rung: 'backup', reminder: before + 1 },
        number: before + 1,
        time: at(minutes),
      }),
    );
    const reminder = (number: number, writtenAt: string): Record<string, unknown> =>
      mail(`case#${number}`, {
        occasion: 'reminder',
        timer: id,
        rung: 'backup',
        createdAt: writtenAt,
        sentAt: writtenAt,
      });
    const ofSecond = [expect.stringContaining('raised to backup (#2)')];
    expect(found({ events, mails: [reminder(1, at(61)), reminder(3, at(61))] })).toEqual([]);
    expect(found({ events, mails: [reminder(1, at(1)), reminder(3, at(61))] })).toEqual(ofSecond);
    expect(found({ events: events.slice(0, 2), mails: [reminder(1, at(61))] })).toEqual(ofSecond);

    // What is late may be about an earlier rung.
    const ofAnother = mail('case#0', { occasion: 'escalated', timer: id, rung: 'duty', createdAt: at(61) });
    const begun = anEvent(of, {
      type: 'case.escalated',
      actor: 'besa:escalation',
      data: { timer: id, rung: 'duty', reminder: 0 },
      number: 0,
      time: at(-30),
    });
    const behind = [ofAnother, reminder(3, at(61))];
    expect(found({ events: [begun, ...events.slice(1)], mails: behind })).toEqual([]);
    expect(found({ events: [begun, ...events.slice(1)], mails: [ofAnother] })).toHaveLength(2);
  });

  test('that nobody could be told, where staff are shown that nobody is on that rung', () => {
    expect(found({ mails: [mail('case#1')] }, ['backup'])).toEqual([]);
  });

  test('that nobody could be told, where the alarm rang for that very event', () => {
    expect(found({ mails: [mail('case#1')] }, [], beyond, [`${of.caseId}#2`])).toEqual([]);
    expect(found({ mails: [mail('case#1')] }, [], beyond, [`${of.caseId}#1`])).toHaveLength(1);
  });

  test('nothing of words that were read since, though a deadline for the next ones has the same name', () => {
    const ofWords = aTimer({ kind: 'must_be_read', nextRung: 2 });
    const read: NewEvent = { type: 'case.read', actor: 'staff:blerim', data: {} };
    const check = (...history: NewEvent[]): string[] =>
      findings((find) =>
        checkRaisesTold(
          told({ timers: [ofWords] }, ...history),
          beyond,
          { rungsWithNobody: [], rang: new Set<string>() },
          find,
        ),
      );
    expect(check(raised(timerId(ofWords)))).toHaveLength(1);
    expect(check(raised(timerId(ofWords)), read)).toEqual([]);
  });

  test('nothing while it was raised just now, or once the deadline was met', () => {
    expect(found({}, [], Date.parse(of.receivedAt) + minute)).toEqual([]);
    expect(found({ timers: [] })).toEqual([]);
  });
});

describe('of what staff are shown it is found', () => {
  const timer = aTimer({ kind: 'handle', nextRung: 1 });
  const id = timerId(timer);
  const seen: NewEvent = { type: 'escalation.acknowledged', actor: 'staff:blerim', data: { timer: id, rung: 'duty' } };
  type Concerns = NonNullable<ReturnType<Attention['concerns']['get']>>;
  const found = (one: Told, ...concerns: Concerns): string[] =>
    findings((find) =>
      checkAttention(one, { concerns: new Map([[of.caseNumber, concerns]]), rungsWithNobody: [] }, find),
    );
  const undecided = { what: 'proposal_undecided', referral: police };
  const unseen = { what: 'raise_not_acknowledged', timer: id };

  test('that an open proposal is missing', () => {
    expect(found(told({}))).toEqual([expect.stringContaining('nobody has decided')]);
    expect(found(told({}), undecided)).toEqual([]);
  });

  test('that a reporter is missing whom it did not help, or is there who was written to since', () => {
    const ended = aCase({ status: 'resolved', helped: 'no' });
    const helped: NewEvent = { type: 'case.helped', actor: 'reporter', data: {} };
    const posted: NewEvent = { type: 'case.message_posted', actor: 'staff:blerim', data: { message: 1 } };
    const unhelped = { what: 'not_helped' };
    expect(found(told({ of: ended }, posted, helped))).toEqual([expect.stringContaining('nobody is shown that')]);
    expect(found(told({ of: ended }, posted, helped), unhelped)).toEqual([]);
    expect(found(told({ of: ended }, helped, posted))).toEqual([]);
    expect(found(told({ of: ended }, helped, posted), unhelped)).toEqual([expect.stringContaining('written since')]);
    const glad = aCase({ status: 'resolved', helped: 'yes' });
    expect(found(told({ of: glad }, helped), unhelped)).toEqual([expect.stringContaining('it did help')]);
  });

  test('that a raise is missing which nobody has seen, or that one is there which somebody has, or that is over', () => {
    expect(found(told({ timers: [timer] }, raised(id)), undecided)).toEqual([
      expect.stringContaining('nobody has seen it'),
    ]);
    expect(found(told({ timers: [timer] }, raised(id)), undecided, unseen)).toEqual([]);
    expect(found(told({ timers: [timer] }, raised(id), seen), undecided, unseen)).toEqual([
      expect.stringContaining('somebody has seen'),
    ]);
    expect(found(told({}), undecided, unseen)).toEqual([expect.stringContaining('does not run')]);
  });
});
