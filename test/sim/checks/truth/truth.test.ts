import { describe, expect, test } from 'vitest';
import { country } from '#shared/country/current.ts';
import type { Case } from '#shared/domain/case/case.ts';
import type { NewEvent } from '#shared/domain/case/events.ts';
import { timerId } from '#shared/domain/case/timer-id.ts';
import type { Address } from '#shared/domain/text.ts';
import { aCase, aReferral, aTimer } from '#test/support/builders.ts';
import { anEvent } from '#test/support/new-case.ts';
import type { Asking, RowsOfCase, SaidEnd } from '../../world.ts';
import type { Told } from '../finding.ts';
import { untruthsIn, type FollowUpAnswer } from './check-answer.ts';
import { untruthsOfAnswer } from './check-first-answer.ts';
import { untruthsOf } from './check-truth.ts';
import { factsOf } from './facts.ts';
import { means, paragraphsOf } from './sentences.ts';
import { reporterTexts } from '#test/support/reporter-texts.ts';

const texts = reporterTexts;
const { institutions, sharedBecause } = await country.loadReferrals();
const minute = 60_000;
const hour = 60 * minute;
/** A Friday night, 22:10 UTC, an hour more in Tirana. */
const start = Date.UTC(2026, 10, 20, 20, 10);
const iso = (at: number): string => new Date(at).toISOString();

/** A thing that happened so many hours after the report. */
type Step = NewEvent & { after: number };
const by = { staff: 'staff:blerim', reporter: 'reporter', machine: 'besa:triage' } as const;
const received: Step = { type: 'case.received', actor: by.reporter, data: {}, after: 0 };
const step = (type: NewEvent['type'], after: number, data: object = {}): Step =>
  ({ type, actor: by.staff, data, after }) as Step;
const asked = (after: number): Step => ({ type: 'case.withdrawal_requested', actor: by.reporter, data: {}, after });
const wrote = (after: number): Step => ({
  type: 'case.information_added',
  actor: by.reporter,
  data: { message: 9 },
  after,
});
const referred = (type: string, after: number, referral = 'police_cybercrime-1'): Step =>
  ({ type, actor: by.staff, data: { referral }, after }) as unknown as Step;

const read = step('case.read', 1);
const handled = step('case.handled', 2);
const written = step('case.message_posted', 2, { message: 1 });
const resolved = step('case.resolved', 3);
const plainEnd = [received, read, handled, written, resolved];

function told(steps: readonly Step[], more: Partial<Told> & { case?: Partial<Case> } = {}): Told {
  const of = aCase({ receivedAt: iso(start), ...more.case });
  const events = steps.map(({ after, ...event }, at) =>
    anEvent(of, { ...event, number: at + 1, time: iso(start + after * hour) }),
  );
  return { of, events, timers: [], rows: new Set(), mails: [], ...more };
}

interface Asks {
  /** Hours after the report. */
  at?: number;
  told?: Parameters<typeof told>[1];
  answer?: Partial<FollowUpAnswer>;
  /** Paragraphs after the first, in English. */
  says?: readonly string[];
  code?: keyof typeof texts.status;
  ends?: readonly SaidEnd[];
  readBys?: ReadonlyMap<number, number>;
  written?: readonly string[];
}

/** What is found untrue in an answer that is true but for what a test says. */
function found(
  steps: readonly Step[],
  { at = 10, told: more, answer, says = [], code, ends = [], readBys, written: words = [] }: Asks = {},
): string[] {
  const one = told(steps, more);
  const facts = factsOf(one, start + at * hour, ends);
  const time = (type: string): string | undefined => facts.firstOfClock(type as NewEvent['type'])?.time;
  const isOver = facts.ended !== undefined;
  const isRead = facts.last('case.read') !== undefined;
  const status = code ?? (isOver ? 'resolved' : isRead ? 'in_progress' : 'received');
  const begun = Date.parse(facts.begun?.time ?? '');
  const promise = { readBy: begun + 4 * hour, handleBy: begun + 48 * hour, resolveBy: begun + 72 * hour };
  const times = { readAt: time('case.read'), handledAt: time('case.handled'), resolvedAt: time('case.resolved') };
  const lastRead = facts.last('case.read')?.time;
  const given: FollowUpAnswer = {
    status: { code: status, text: [texts.status[status].child['en'], ...says].join('\n\n') },
    promise: {
      readBy: iso(promise.readBy),
      handleBy: iso(promise.handleBy),
      resolveBy: iso(promise.resolveBy),
      ...Object.fromEntries(Object.entries(times).filter(([, value]) => value !== undefined)),
      kept: true,
    },
    ...(lastRead === undefined ? {} : { lastReadByUsAt: lastRead }),
    messages: [],
    sharedWith: [],
    canDo: [
      'message',
      ...(isOver ? ['still_happening'] : []),
      ...(isOver || facts.lastOfClock('case.withdrawal_requested') ? [] : ['withdraw']),
      'lock',
      ...(isOver ? ['helped'] : []),
    ],
    ...answer,
  };
  return untruthsIn(given, facts, {
    promise,
    readBys: readBys ?? new Map(),
    isLong: false,
    wasWritten: (_, text) => words.includes(text),
  });
}

const outcome = (name: keyof typeof texts.outcomes): string =>
  (texts.outcomes[name].child['en'] ?? '').replace('{door}', 'State Police');
const at = (text: string, moment: string): string => text.replace(/\{\w+\}/u, moment);
const saysOf = (why: string) => [expect.stringContaining(why)];

describe('an answer that is so', () => {
  test('is found true', () => {
    expect(found([received], { at: 1 })).toEqual([]);
    expect(found([received, read])).toEqual([]);
    expect(found(plainEnd, { says: [outcome('advice_given')] })).toEqual([]);
  });

  test('may be told in each language, and in no two', () => {
    const status = { code: 'received', text: texts.status.received.child['sq'] ?? '' };
    expect(found([received], { at: 1, answer: { status } })).toEqual([]);
    const mixed = { ...status, text: `${status.text}\n\n${texts.sameTeam.child['en'] ?? ''}` };
    const moved = [received, step('case.handed_over', 1)];
    expect(found(moved, { at: 2, answer: { status: mixed } })).toEqual(saysOf('two languages'));
  });
});

describe('whoever reads it', () => {
  const adults: Partial<Case['reported']>[] = [
    { reporterRole: 'parent' },
    { reporterRole: 'teacher' },
    { about: 'my_child', reporterAgeBand: 'unknown' },
    { about: 'me', reporterAgeBand: '31+' },
  ];
  const silent = { about: 'me', reporterAgeBand: 'unknown' } as const;
  const reads = (reported: Partial<Case['reported']>, address: Address): string[] => {
    const { reporterRole: _, ...silently } = aCase().reported;
    const someone = { reported: { ...silently, ...reported } };
    const status = { code: 'received', text: texts.status.received[address]['sq'] ?? '' };
    return found([received], { at: 1, told: { case: someone }, answer: { status } });
  };

  test('is spoken to as a child or as an adult, and whoever says nothing as a child', () => {
    for (const adult of adults) {
      expect(reads(adult, 'adult')).toEqual([]);
      expect(reads(adult, 'child')).toEqual(saysOf('an adult is spoken to as a child'));
    }
    for (const child of [{ reporterRole: 'child' } as const, silent]) {
      expect(reads(child, 'child')).toEqual([]);
      expect(reads(child, 'adult')).toEqual(saysOf('a child is spoken to as an adult'));
    }
  });

  test('reads why it was shared in the same way', () => {
    const referral = aReferral({ id: 'police_cybercrime-1', institution: 'police_cybercrime', ground: 'consent' });
    const left = [received, ...['referral.approved', 'referral.sent'].map((type) => referred(type, 2))];
    const shares = (address: Address): string[] => {
      const why = { why: sharedBecause.consent[address]['sq'] };
      const sharedWith = [sharing('police_cybercrime', 2, why)];
      return found([...left, read], { told: { case: { referrals: [referral] } }, answer: { sharedWith } });
    };
    expect(shares('child')).toEqual([]);
    expect(shares('adult')).toEqual(saysOf('told otherwise'));
  });
});

describe('of the status it is found untrue', () => {
  test('that nobody has read it, or that somebody has', () => {
    expect(found([received, read], { code: 'received' })).toEqual(
      expect.arrayContaining(saysOf('somebody has read it')),
    );
    expect(found([received], { at: 1, code: 'in_progress' })).toEqual(
      expect.arrayContaining(saysOf('nobody has read it')),
    );
  });

  test('that an institution is waited for to which nothing has left, or that has ended it', () => {
    const waits = (...steps: Step[]) =>
      found([received, read, ...steps], { code: 'waiting_institution', answer: shared });
    const shared = { sharedWith: [sharing('police_cybercrime', 3)] };
    const proposed = referred('referral.proposed', 2);
    const approved = referred('referral.approved', 3);
    const sent = referred('referral.sent', 3);
    const no = expect.arrayContaining(saysOf('no institution has anything'));
    expect(found([received, read], { code: 'waiting_institution' })).toEqual(no);
    expect(found([received, read, proposed, approved], { code: 'waiting_institution' })).toEqual(no);
    expect(waits(proposed, approved, sent)).toEqual(saysOf('why it was shared'));
    expect(waits(proposed, approved, sent, referred('referral.declined', 4))).toEqual(no);
    expect(waits(proposed, approved, sent, referred('referral.withdrawn', 4))).toEqual(no);
  });

  test('that an answer is waited for where nobody asked, or where it came', () => {
    const no = expect.arrayContaining(saysOf('nothing of the centre waits'));
    expect(found([received, read], { code: 'waiting_reporter' })).toEqual(no);
    expect(found([received, read, written, wrote(3)], { code: 'waiting_reporter' })).toEqual(no);
    expect(found([received, read, written], { code: 'waiting_reporter' })).toEqual([]);
  });

  test('that it has ended, and a sentence that nobody knows', () => {
    expect(found([received, read], { code: 'resolved' })).toEqual(expect.arrayContaining(saysOf('it has not ended')));
    expect(found([received, read], { says: ['We like you.'] })).toEqual(
      expect.arrayContaining(saysOf('nobody knows these words')),
    );
    expect(
      found([received, read], {
        answer: { status: { code: 'in_progress', text: texts.status.closed.child['en'] ?? '' } },
      }),
    ).toEqual(expect.arrayContaining(saysOf('in other words')));
  });

  test('that it was taken up again, where nothing waits unread', () => {
    const again: Step = { type: 'case.reopened', actor: by.reporter, data: {}, after: 6 };
    const status = { code: 'in_progress', text: texts.reopened.child['en'] ?? '' };
    const promise = {
      readBy: iso(start + 10 * hour),
      handleBy: iso(start + 54 * hour),
      resolveBy: iso(start + 78 * hour),
      kept: true,
    };
    const says = (...steps: Step[]) => found([...plainEnd, ...steps], { at: 7, answer: { status, promise } });
    expect(says(wrote(6), again)).toEqual([]);
    expect(says(again)).toEqual(saysOf('waits unread'));
  });
});

/** What is told of an institution that got it so many hours after the report. */
function sharing(code: string, after: number, more: object = {}): FollowUpAnswer['sharedWith'][number] {
  const name = institutions.find((one) => one.code === code)?.name['en'] ?? '';
  return { who: name, when: iso(start + after * hour), why: sharedBecause.override.child['en'] ?? '', ...more };
}

describe('of sharing it is found untrue', () => {
  const referral = aReferral({ id: 'police_cybercrime-1', institution: 'police_cybercrime', ground: 'override' });
  const shares = (steps: Step[], ...sharedWith: FollowUpAnswer['sharedWith']) =>
    found([received, read, ...steps], { answer: { sharedWith }, told: { case: { referrals: [referral] } } });
  const approved = referred('referral.approved', 2);
  const sent = referred('referral.sent', 2);

  test('that it was shared before anything left the centre, or with somebody else', () => {
    expect(shares([approved], sharing('police_cybercrime', 2))).toEqual(saysOf('nothing left the centre'));
    expect(shares([approved, sent], sharing('police_cybercrime', 2))).toEqual([]);
    expect(shares([approved, sent], sharing('police_cybercrime', 2), sharing('state_police', 2))).toEqual(
      saysOf('state_police, and nothing left'),
    );
    expect(shares([approved, sent], sharing('police_cybercrime', 11))).toEqual(saysOf('a time to come'));
  });

  test('that what left is not told, or why, or that it was taken back', () => {
    const why = { why: sharedBecause.consent.child['en'] };
    const back = referred('referral.withdrawn', 4);
    expect(shares([approved, sent])).toEqual(saysOf('is not told'));
    expect(shares([approved, sent], sharing('police_cybercrime', 2, why))).toEqual(saysOf('told otherwise'));
    expect(shares([approved, sent, back], sharing('police_cybercrime', 2))).toEqual(saysOf('told as not taken back'));
    expect(
      shares([approved, sent, back], sharing('police_cybercrime', 2, { takenBack: 'We took this back.' })),
    ).toEqual([]);
    expect(shares([approved, sent], sharing('police_cybercrime', 2, { takenBack: 'We took this back.' }))).toEqual(
      saysOf('told as taken back'),
    );
  });
});

describe('of an outcome it is found untrue', () => {
  const ends = (name: keyof typeof texts.outcomes, steps: Step[] = [], asks: Asks = {}) =>
    found([received, read, handled, written, ...steps, resolved], { says: [outcome(name)], ...asks });
  const said = (name: string, fact: object): Pick<Asks, 'ends'> => ({
    ends: [
      {
        caseNumber: aCase().caseNumber,
        at: start + 3 * hour,
        body: { outcome: name, facts: [{ outcome: name, ...fact }] },
      },
    ],
  });
  const notice = (answer: 'removed' | 'kept_up') =>
    ({
      case: {
        notices: [{ id: 'tiktok-1', platform: 'tiktok', way: 'email', sentAt: iso(start), sentBy: 'blerim', answer }],
      },
    }) as const;
  const answered = step('notice.answered', 2.5, { notice: 'tiktok-1' });

  test.each([
    ['police_involved', 'police_cybercrime'],
    ['child_protection_involved', 'child_protection_unit'],
    ['school_supporting', 'school_psychosocial'],
    ['site_passed_on', 'cyber_authority'],
  ] as const)('that there is %s, unless somebody there has it or was spoken to', (name, institution) => {
    const id = `${institution}-1`;
    const sent = [referred('referral.approved', 2, id), referred('referral.sent', 2, id)];
    const taken = [...sent, referred('referral.acknowledged', 2.5, id)];
    const of = { case: { referrals: [aReferral({ id, institution, ground: 'override' })] } };
    const tells = { told: of, answer: { sharedWith: [sharing(institution, 2)] } };
    expect(ends(name)).toEqual(saysOf('has it'));
    expect(ends(name, sent, tells)).toEqual(saysOf('has it'));
    expect(ends(name, taken, tells)).toEqual([]);
    expect(ends(name, [...taken, referred('referral.declined', 2.7, id)], tells)).toEqual(saysOf('has it'));
    expect(ends(name, [], said(name, { spokenTo: { name: 'K', why: 'w' } }))).toEqual([]);
  });

  test('that it is down, without an answer of a platform or a look, or after a refusal', () => {
    expect(ends('content_removed')).toEqual(saysOf('nothing says that it is down'));
    expect(ends('content_removed', [answered], { told: notice('removed') })).toEqual([]);
    expect(ends('content_removed', [answered], { told: notice('kept_up') })).toEqual(saysOf('nothing says'));
    expect(ends('content_removed', [], said('content_removed', { ownLook: true }))).toEqual([]);
    const refusedLater = found([...plainEnd, { ...answered, after: 5 }], {
      says: [outcome('content_removed')],
      told: notice('kept_up'),
      ...said('content_removed', { ownLook: true }),
    });
    expect(refusedLater).toEqual(saysOf('nothing says'));
    expect(ends('content_still_up', [answered], { told: notice('removed') })).toEqual(saysOf('it is down'));
    expect(ends('account_recovered_or_closed')).toEqual(saysOf('the account is'));
  });

  test('that somebody told them anything, or they asked for it, or did not answer', () => {
    const silent = [received, read, handled, resolved];
    expect(found(silent, { says: [outcome('advice_given')] })).toEqual([
      expect.stringMatching(/nobody (told|wrote to) them/u),
    ]);
    expect(found(silent, { says: [outcome('helpline_support')] })).toEqual(saysOf('nobody wrote or spoke'));
    expect(ends('withdrawn')).toEqual(saysOf('nobody asked for it'));
    expect(ends('withdrawn', [asked(2.5)])).toEqual([]);
    expect(ends('no_answer_from_reporter')).toEqual([]);
    expect(ends('no_answer_from_reporter', [wrote(2.5), step('case.read', 2.6)])).toEqual(saysOf('they answered'));
    expect(found([...silent, wrote(5), step('case.read', 6)], { says: [outcome('no_answer_from_reporter')] })).toEqual(
      saysOf('were not asked'),
    );
  });

  test('that another reporter is meant, that a door is known, and that it ended at all', () => {
    expect(ends('same_event')).toEqual([expect.stringMatching(/tells one reporter of another|linked to none/u)]);
    expect(ends('outside_our_work')).toEqual(saysOf('no other door'));
    expect(ends('outside_our_work', [], { told: { case: { otherDoor: 'state_police' } } })).toEqual([]);
    expect(found([received, read], { says: [outcome('test')] })).toEqual(saysOf('it has not ended'));
  });
});

describe('of a miss it is found untrue', () => {
  const readMissed = (moment: string): string => at(texts.readMissed.child['en'] ?? '', moment);
  // 20:10 UTC and four hours are 01:10 of the next day in Tirana.
  const late = { kept: false };
  const promise = (more: { kept: boolean; readAt?: string }) => ({
    readBy: iso(start + 4 * hour),
    handleBy: iso(start + 48 * hour),
    resolveBy: iso(start + 72 * hour),
    ...more,
  });
  const armed = { timers: [aTimer({ kind: 'must_be_read' })] };

  test('that it is told and was none, or was one and is not told', () => {
    const unread = { answer: { promise: promise(late) }, at: 6 };
    expect(found([received], { ...unread, told: armed, says: [readMissed('by 01:10 today')] })).toEqual([]);
    expect(found([received], { ...unread, told: armed })).toEqual(saysOf('not told'));
    expect(found([received], { at: 1, says: [readMissed('by 01:10 today')] })).toEqual(
      saysOf('nothing of that was late'),
    );
    expect(found([received], { ...unread, told: armed, says: [readMissed('by 03:00 today')] })).toEqual(
      saysOf('for another time'),
    );
    expect(
      found([received], {
        ...unread,
        answer: { promise: promise({ kept: true }) },
        told: armed,
        at: 49,
        says: [at(texts.promiseMissed.child['en'] ?? '', 'by 21:10 yesterday')],
      }),
    ).toEqual(expect.arrayContaining(saysOf('kept, and it was not')));
    expect(found([received], { at: 1, answer: { promise: promise(late) } })).toEqual(
      saysOf('as broken, and it was kept'),
    );
  });

  test('that people are being told, where no clock runs and no mail says it', () => {
    const timer = timerId(aTimer({ kind: 'must_be_read' }));
    const raised = step('sla.missed', 4.1, { timer });
    const readLate = step('case.read', 5);
    const tells = (steps: Step[], more: Partial<Told>) => {
      const all = [received, ...steps, readLate];
      const answer = { promise: promise({ ...late, readAt: iso(start + 5 * hour) }) };
      return found(all, { at: 6, told: more, answer, says: [readMissed('by 01:10 today')] });
    };
    const text = texts.readMissed.child['en'] ?? '';
    // Once who is being told has a text of its own, a miss alone says nothing of it.
    const untold = /being told/u.test(text) ? saysOf('nobody is told') : [];
    const done = new Set(['DONE#notification#2']);
    expect(tells([], {})).toEqual(untold);
    expect(tells([raised], { rows: done })).toEqual(untold);
    expect(tells([raised], {})).toEqual([]);
    expect(tells([raised], { rows: done, mails: [{ eventId: 'x#2' }] })).toEqual([]);
    expect(tells([raised], { rows: done, mails: [{ eventId: 'x#2', droppedBecause: 'over' }] })).toEqual(untold);
  });

  test('that nobody says it of a message which waits too long', () => {
    const readBys = new Map([[start + 2 * hour, start + 3 * hour]]);
    const wait = { at: 10, readBys };
    expect(found([received, read, wrote(2)], wait)).toEqual(saysOf('their message in time is not told'));
    expect(found([received, read, wrote(2), step('case.read', 5)], wait)).toEqual([]);
  });
});

describe('of everything else it is found untrue', () => {
  test('that times are other than they were', () => {
    const times = {
      readBy: iso(start + 4 * hour),
      handleBy: iso(start + 48 * hour),
      resolveBy: iso(start + 72 * hour),
      kept: true,
    };
    expect(found([received, read], { answer: { promise: times } })).toEqual(saysOf('readAt is absent'));
    expect(found([received], { at: 1, answer: { promise: { ...times, resolveBy: iso(start + 73 * hour) } } })).toEqual(
      saysOf('has moved'),
    );
    expect(found([received], { at: 1, answer: { promise: { ...times, resolvedAt: iso(start) } } })).toEqual(
      saysOf('happened never'),
    );
    expect(found([received], { at: 1, answer: { lastReadByUsAt: iso(start) } })).toEqual(saysOf('it was never'));
  });

  test('that a message was written that nobody wrote, or when none came', () => {
    const message = { from: 'centre', at: iso(start + 2 * hour), text: 'Hello' } as const;
    const steps = [received, read, written];
    expect(found(steps, { answer: { messages: [message] }, written: ['Hello'] })).toEqual([]);
    expect(found(steps, { answer: { messages: [message] } })).toEqual(saysOf('never written here'));
    const other = { ...message, at: iso(start) };
    expect(found(steps, { answer: { messages: [other] }, written: ['Hello'] })).toEqual(saysOf('of no time'));
  });

  test('that a withdrawal waits, waited, or is not told', () => {
    const until = at(texts.asked.withdrawal.child['en'] ?? '', 'before 22:10 on Monday');
    const waited = texts.asked.withdrawalWaited.child['en'] ?? '';
    const steps = [received, read, asked(1)];
    expect(found(steps, { says: [until] })).toEqual([]);
    expect(found([received, read], { says: [until] })).toEqual(saysOf('nobody waits'));
    expect(found(steps)).toEqual(saysOf('take it back is not told'));
    expect(found(steps, { says: [at(texts.asked.withdrawal.child['en'] ?? '', 'before 22:10 on Sunday')] })).toEqual(
      saysOf('they were to wait'),
    );
    expect(found(steps, { says: [waited] })).toEqual(saysOf('the wait is not over'));
  });

  test('that they can do what they cannot, or read it longer', () => {
    expect(found([received], { at: 1, answer: { canDo: ['message'] } })).toEqual(saysOf('they can do'));
    expect(found([received], { at: 1, answer: { expiresAt: iso(start) } })).toEqual(saysOf('nothing ends'));
    expect(found(plainEnd, { answer: { expiresAt: iso(start) } })).toEqual(saysOf('before the case did'));
    const held = [...plainEnd, step('case.held', 4)];
    expect(found(held, { answer: { expiresAt: iso(start + 999 * hour) } })).toEqual(saysOf('nothing ends'));
  });

  test('that other colleagues have it', () => {
    const says = [texts.sameTeam.child['en'] ?? ''];
    expect(found([received, read], { says })).toEqual(saysOf('never handed over'));
    expect(found([received, read, step('case.handed_over', 2)], { says })).toEqual([]);
  });
});

describe('of what a report is answered it is found untrue', () => {
  const filed: Step = { ...received, actor: by.staff };
  const keep = texts.keep.child['en'] ?? '';
  const answers = (nextStep: string, steps: Step[], hours: number) =>
    untruthsOfAnswer(
      { promise: { readBy: iso(start + 4 * hour) }, nextStep, keep },
      factsOf(told(steps), start + hours * hour, []),
    );
  const willBeRead = texts.nextStep.willBeRead.child['en'] ?? '';

  test('that a person will read it, where the time has passed, is another, or staff have read it', () => {
    const promised = at(willBeRead, 'within 4 hours');
    expect(answers(promised, [received], 0)).toEqual([]);
    expect(answers(promised, [received], 30)).toEqual(saysOf('the time has passed'));
    expect(answers(at(willBeRead, 'within 5 hours'), [received], 0)).toEqual(saysOf('another time'));
    expect(answers(promised, [filed], 0)).toEqual(saysOf('have read it'));
  });

  test('that it is worded for somebody else', () => {
    const filedFor = (address: Address): string[] => answers(texts.nextStep.filed[address]['sq'] ?? '', [filed], 0);
    expect(filedFor('child')).toEqual([]);
    expect(filedFor('adult')).toEqual(saysOf('worded for somebody else'));
  });

  test('what nobody knows', () => {
    expect(answers('Be well.', [received], 0)).toEqual(saysOf('words that nobody knows'));
    expect(answers(`${at(willBeRead, 'within 4 hours')} Be well.`, [received], 0)).not.toEqual([]);
  });
});

describe('somebody who writes while it is asked', () => {
  const body = { status: { code: 'received', text: texts.status.received.child['en'] } };
  const states = new Map<RowsOfCase, Told>();
  const rowsOf = (revision: number, ...steps: Step[]): RowsOfCase => {
    const rows = { cases: [], events: [] };
    states.set(rows, told(steps, { case: { revision } }));
    return rows;
  };
  const ask = (before: RowsOfCase, after: RowsOfCase, more: object): readonly string[] => {
    const asking: Asking = {
      what: 'follow-up',
      caseNumber: aCase().caseNumber,
      at: start + hour,
      body: { ...answer, ...more },
      before,
      after,
    };
    return untruthsOf(asking, (rows) => states.get(rows), { reporters: [], words: [], ends: [] });
  };
  const promise = {
    readBy: iso(start + 4 * hour),
    handleBy: iso(start + 48 * hour),
    resolveBy: iso(start + 72 * hour),
    kept: true,
  };
  const answer = { ...body, promise, messages: [], sharedWith: [], canDo: ['message', 'withdraw', 'lock'] };

  test('lets it be true of one state or the other, and of no third', () => {
    const [before, after] = [rowsOf(1, received), rowsOf(2, received, step('case.read', 0.9))];
    expect(ask(before, after, {})).toEqual([]);
    expect(ask(after, after, {})).not.toEqual([]);
    expect(ask(before, after, { canDo: [] })).toEqual(saysOf('they can do'));
    expect(ask(before, rowsOf(4, received, step('case.read', 0.9)), { canDo: [] })).toEqual([]);
  });
});

test('a moment means one instant, in each of its forms', () => {
  const friday = Date.UTC(2026, 10, 20, 21, 40);
  const says = (words: string, now: number): boolean => means(words, friday, now);
  expect(says('by 22:40 today', friday)).toBe(true);
  expect(says('deri sot në orën 22:40', friday + 5 * hour)).toBe(false);
  expect(says('by 22:40 tomorrow', friday - 24 * hour)).toBe(true);
  expect(says('at 22:40 yesterday', friday + 24 * hour)).toBe(true);
  expect(says('dje në orën 22:40', friday)).toBe(false);
  expect(says('by 22:41 today', friday)).toBe(false);
  expect(says('by 22:40 on Friday', friday + 48 * hour)).toBe(true);
  expect(says('deri të hënën në orën 22:40', friday + 48 * hour)).toBe(false);
  expect(says('by 22:40 on 20 November 2026', friday + 999 * hour)).toBe(true);
  expect(says('më 21 nëntor 2026, në orën 22:40', friday + 999 * hour)).toBe(false);
});

test('a length means one instant, in each of its forms', () => {
  const now = Date.UTC(2026, 10, 20, 22, 10);
  const names = (words: string): number | undefined =>
    [1, 40, 60, 80, 180, 200].find((minutes) => means(words, now + minutes * minute, now));
  expect(['brenda një minute', 'within one minute'].map(names)).toEqual([1, 1]);
  expect(['brenda 40 minutash', 'edhe për 40 minuta', 'for 40 minutes more'].map(names)).toEqual([40, 40, 40]);
  expect(['brenda një ore', 'within one hour', 'edhe për një orë'].map(names)).toEqual([60, 60, 60]);
  expect(['brenda një ore e 20 minutash', 'within one hour and 20 minutes'].map(names)).toEqual([80, 80]);
  expect(['brenda 3 orësh', 'edhe për 3 orë', 'within 3 hours'].map(names)).toEqual([180, 180, 180]);
  expect(['brenda 3 orësh e 20 minutash', 'for 3 hours and 20 minutes more'].map(names)).toEqual([200, 200]);
});

test('every text that a reporter can read is known by its name', () => {
  for (const [name, text] of Object.entries(texts.status))
    for (const words of [...Object.values(text.child), ...Object.values(text.adult)])
      expect(
        paragraphsOf(words)[0]
          ?.readings.flat()
          .map((one) => one.name),
      ).toContain(`status.${name}`);
});
