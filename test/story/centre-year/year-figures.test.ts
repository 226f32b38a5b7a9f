import { describe, expect, it } from 'vitest';
import type { ShownCase } from '#test/support/besa-over-http.ts';
import { aReferral } from '#test/support/builders.ts';
import { findings, type Remains } from '../audit.ts';
import type { QueueOutage } from './queue-outage.ts';
import { figures, nationalReport } from './year-figures.ts';

const day = Date.UTC(2027, 2, 11);
const at = (hours: number): string => new Date(day + hours * 3_600_000).toISOString();

/** A case received at midnight; hours of that day say what became of it. */
function aCase(
  number: number,
  { read, resolved, ...overrides }: Partial<ShownCase> & { read: number; resolved: number },
): ShownCase {
  return {
    caseNumber: `B-${number}`,
    status: 'resolved',
    severity: 'high',
    revision: 9,
    channel: 'web',
    reported: {
      category: 'cyberbullying',
      alsoCategories: [],
      victims: [{ ageBand: '14', gender: 'female' }],
      flags: {},
      reporterAgeBand: '14',
      wishes: {},
      needs: [],
    },
    outcomes: ['advice_given'],
    promise: { readBy: at(4), handleBy: at(48), resolveBy: at(72) },
    receivedAt: at(0),
    readAt: at(read),
    handledAt: at(read),
    resolvedAt: at(resolved),
    timers: [],
    history: [
      { number: 1, type: 'case.received', time: at(0), actor: 'reporter', data: {} },
      { number: 2, type: 'case.triaged', time: at(0), actor: 'besa:triage', data: {} },
    ],
    ...overrides,
  };
}

const missed = (timer: string, rung: string): ShownCase['history'] => [
  { number: 3, type: 'sla.missed', time: at(4), actor: 'besa:escalation', data: { timer } },
  { number: 4, type: 'case.escalated', time: at(4), actor: 'besa:escalation', data: { timer, rung, reminder: 0 } },
];

function remains(cases: ShownCase[]): Remains {
  return { at: day, cases, erased: [], lost: [], deadLetters: 0, waiting: 0, mails: [], owed: [] };
}

const outage: QueueOutage = {
  from: day - 3_600_000,
  to: day + 3_600_000,
  begin: async () => undefined,
  end: async () => undefined,
  deadLettersAtItsEnd: () => 2,
};

const acts = {
  letters: 3,
  takenOver: 2,
  institutions: [],
  alone: [{ what: 'exports', count: 1 }],
  words: [{ what: 'corrected', count: 2 }],
  help: [{ what: 'letters printed', count: 4 }],
  shifts: [],
  centre: [],
  pages: [{ what: 'receipts reloaded', count: 5 }],
};

/** The cells of the row of a table that begins with this; columns stand two blanks apart. */
function row(of: string, section: string, first: string): string[] {
  const lines = of.slice(of.indexOf(`\n${section}\n`)).split('\n');
  const found = lines.find((line) => line.trim().startsWith(first));
  return (found ?? '').trim().split(/ {2,}/u);
}

describe('The figures of the year', () => {
  const ten = Array.from({ length: 10 }, (_, index) => aCase(index, { read: index + 1, resolved: 10 * (index + 1) }));
  const shown = figures(remains(ten), outage, acts);

  it('take the middle and the ninth tenth of the hours until a step', () => {
    expect(row(shown, 'Hours from receipt', 'read')).toEqual(['read', 'high', '6', '10']);
    expect(row(shown, 'Hours from receipt', 'resolved')).toEqual(['resolved', 'high', '60', '100']);
  });

  it('show the promise as it is published, zeros too, by how much it was missed, and the gender of victims', () => {
    // The tenth was resolved after 100 hours, the ninth after 90, the eighth after 80.
    expect(row(shown, 'The promise, as published', 'kept')).toEqual(['kept', '7']);
    expect(row(shown, 'The promise, as published', 'missed')).toEqual(['missed', '3']);
    expect(row(shown, 'The promise, as published', 'running')).toEqual(['running', '0']);
    expect(row(shown, 'Missed by', 'up_to_24h')).toEqual(['up_to_24h', '2']);
    expect(row(shown, 'Missed by', 'over_24h')).toEqual(['over_24h', '1']);
    expect(row(shown, 'Read in time', 'kept')).toEqual(['kept', '4']);
    expect(row(shown, 'Victims by gender, as published', 'female')).toEqual(['female', 'hidden']);
  });

  it('show each region, of those that were erased too, administrative ends apart', () => {
    const inTirana = (index: number, outcome: string) =>
      aCase(index, {
        read: 1,
        resolved: 2,
        outcomes: [outcome],
        reported: { ...aCase(0, { read: 1, resolved: 2 }).reported, region: 'AL-11' },
      });
    const cases = [inTirana(20, 'advice_given'), inTirana(21, 'advice_given'), inTirana(22, 'test')];
    const of = figures({ ...remains(cases), erased: ['B-20'] }, outage, acts);
    const section = 'Regions in the tally, with erased cases';
    expect(row(of, section, 'reports#AL-11')).toEqual(['reports#AL-11', '2']);
    expect(row(of, section, 'administrative#AL-11')).toEqual(['administrative#AL-11', '1']);
  });

  it('count what kept staff from being drowned or unheard', () => {
    const mails = [0, 5, 10, 70].map((minutes) => ({
      at: at(minutes / 60),
      to: 'arta@besa.example',
      subject: 'B-1',
      text: 'B-1',
      html: '',
    }));
    const of = figures({ ...remains(ten), mails, owed: ['B-2'] }, outage, acts);
    expect(row(of, 'Letters to staff', 'arta')).toEqual(['arta@besa.example', '4', '3']);
    expect(row(of, 'Nobody unheard', 'letters acknowledged')).toEqual(['letters acknowledged', '3']);
    expect(row(of, 'Nobody unheard', 'alerts still owed')).toEqual(['alerts still owed', '1']);
    expect(row(of, 'Nobody alone enough', 'exports')).toEqual(['exports', '1']);
    expect(row(of, 'True words', 'corrected')).toEqual(['corrected', '2']);
    expect(row(of, 'Right help, and letters that can be used', 'letters')).toEqual(['letters printed', '4']);
  });

  it('count a clock as missed where the history says so, and as kept where it ran and it does not', () => {
    const history = [...(ten[0]?.history ?? []), ...missed('1.must_be_read.report', 'duty')];
    const shownNow = figures(remains([...ten, aCase(11, { read: 5, resolved: 20, history })]), outage, acts);
    expect(row(shownNow, 'Clocks', 'must_be_read')).toEqual(['must_be_read', '10', '1', '91']);
    // Only of critical cases, and of those whose severity was lowered.
    expect(row(shownNow, 'Clocks', 'must_be_acknowledged')).toEqual(['']);
    expect(row(shownNow, 'Clocks', 'second_look')).toEqual(['']);
    expect(row(shownNow, 'Raises by rung', 'duty')).toEqual(['duty', '1']);
    expect(row(shownNow, 'Raises by rung', 'backup')).toEqual(['backup', '0']);
  });

  it('count a referral under its institution, and its clocks apart from those of the report', () => {
    const timer = '1.referral_answer.referral-police-1';
    const completed = aReferral({ id: 'police-1', institution: 'police_cybercrime', status: 'completed' });
    const { approvedAt: _, ...proposed } = aReferral({ id: 'platform-1', institution: 'platform', status: 'proposed' });
    const referrals = [completed, proposed];
    const history = [...(ten[0]?.history ?? []), ...missed(timer, 'duty')];
    const shownNow = figures(remains([aCase(1, { read: 1, resolved: 2, referrals, history })]), outage, acts);
    expect(row(shownNow, 'Referrals by institution', 'police_cybercrime')).toEqual(['police_cybercrime', '1', '0']);
    expect(row(shownNow, 'Referrals by institution', 'platform')).toEqual(['platform', '0', '1']);
    expect(row(shownNow, 'Clocks', 'referral_answer')).toEqual(['referral_answer', '0', '1', '0']);
    expect(row(shownNow, 'Clocks', 'referral_acknowledge')).toEqual(['referral_acknowledge', '1', '0', '100']);
  });

  it('take the middle and the ninth tenth of how long a list of addresses took, and leave out what was no list', () => {
    const list = { institution: 'cyber_authority', addressesOnly: true };
    const { approvedAt: _, ...dropped } = aReferral({ ...list, id: 'cyber_authority-2', status: 'dropped' });
    const lists = ten.map((one, index): ShownCase => {
      const times = { approvedAt: at(index + 1), acknowledgedAt: at(index + 1.5) };
      const handedOver = aReferral({ ...list, ...times, id: 'cyber_authority-1' });
      return { ...one, referrals: [handedOver, dropped, aReferral({ approvedAt: at(20) })] };
    });
    const shownNow = figures(remains([...lists, ...ten]), outage, acts);
    const section = 'Lists of addresses handed over, minutes';
    expect(row(shownNow, section, 'report to decision')).toEqual(['report to decision', '10', '360', '600']);
    expect(row(shownNow, section, 'decision to answer')).toEqual(['decision to answer', '10', '30', '30']);
    expect(row(shown, section, 'decision to answer')).toEqual(['']);
  });

  it('say what a day without queues did to the reports that came in it', () => {
    const late = aCase(1, { read: 1, resolved: 2 });
    late.history = late.history.map((event) => (event.type === 'case.triaged' ? { ...event, time: at(1) } : event));
    const before = aCase(2, { read: 1, resolved: 2, receivedAt: at(-2) });
    const shownNow = figures(remains([late, before]), outage, acts);
    expect(row(shownNow, 'A day without queues', 'reports taken')).toEqual(['reports taken meanwhile', '1']);
    expect(row(shownNow, 'A day without queues', 'longest wait')).toEqual(['longest wait for triage, minutes', '60']);
    expect(row(shownNow, 'A day without queues', 'dead letters at')).toEqual(['dead letters at its end', '2']);
  });

  it('say the sentence of the national report', () => {
    const extortion = Array.from({ length: 3 }, (_, index) => {
      const victims = [{ ageBand: '15' as const, gender: 'male' as const }];
      const reported = { ...aCase(0, { read: 1, resolved: 2 }).reported, category: 'sexual_extortion', victims };
      return aCase(20 + index, { read: 1, resolved: 2, reported });
    });
    expect(nationalReport([...ten.slice(0, 5), ...extortion])).toBe(
      '8 incidents, 63 % of the victims girls, bullying and blackmail the main incidents',
    );
  });
});

describe('The look back', () => {
  const ended = [
    { number: 3, type: 'case.resolved', time: at(20), actor: 'staff:staff-blerim', data: {} },
  ] satisfies ShownCase['history'];
  const first = aCase(1, { read: 1, resolved: 20, outcomes: ['same_event'] });
  const whole = { ...first, history: [...first.history, ...ended] };

  it('finds nothing wrong with a case that went as it should', () => {
    expect(findings(remains([whole]))).toEqual([]);
  });

  it('finds a case erased before its time, and none that was erased after it', () => {
    const erased = { ...remains([whole]), erased: [whole.caseNumber] };
    expect(findings({ ...erased, at: day + 90 * 86_400_000 })).toEqual(['B-1 was erased before its time']);
    expect(findings({ ...erased, at: day + 91 * 86_400_000 })).toEqual([]);
  });

  it('finds whoever is drowned in letters, what is still owed, and calls that nobody looked at in time', () => {
    const mails = Array.from({ length: 14 }, (_, minute) => ({
      at: at(minute / 60),
      to: 'arta@besa.example',
      subject: 'B-1',
      text: 'B-1',
      html: '',
    }));
    const calls = [
      aReferral({ id: 'police-1', calledAt: at(1), lookOwedSince: at(1) }),
      aReferral({ id: 'police-2', calledAt: at(1), lookOwedSince: at(1), lookedAt: at(30) }),
    ];
    const timer = '1.call_look.referral-police-2';
    const history = [...whole.history, ...missed(timer, 'duty')].map((event, index) => ({
      ...event,
      number: index + 1,
    }));
    const alone = { ...whole, referrals: calls, history };
    expect(findings({ ...remains([alone]), mails, owed: ['B-2'] })).toEqual([
      'an alert about B-2 is still owed',
      'arta@besa.example got 14 letters within an hour',
      'B-1: nobody has looked at the call of police-1',
      'B-1: the look at the call of police-2 was late',
    ]);
    expect(findings({ ...remains([whole]), mails: mails.slice(1) })).toEqual([]);
  });

  it('finds what is lost, what waits, and what was passed on without a letter', () => {
    const referrals = [aReferral({ id: 'police-1' }), aReferral({ id: 'police-2', sentAt: at(2) })];
    const missing = { ...remains([{ ...whole, referrals }]), lost: ['B-9'], deadLetters: 1, waiting: 2 };
    expect(findings(missing)).toEqual([
      'B-9 was answered 201 and is not there',
      '1 dead letters',
      '2 messages wait in queues',
      'B-1: police-1 was neither called nor written to',
      'B-1: there is no letter about police-2',
    ]);
  });
});
