import type { CommandBodies } from '#shared/contracts/http/staff/command-bodies.ts';
import type { RunningBesa } from '../besa.ts';
import { centreLives } from './centre-life.ts';
import { reporterAt, staffAt } from './people.ts';
import type { SampleReporter, SampleStaff, Taken } from './people.ts';
import { sampleCalls, sampleMessages, sampleReports } from './reports.ts';

/** What was filed, for whoever looks at it. */
export interface Sample {
  /** Numbers of the cases, by what became of each. */
  cases: Readonly<Record<SampleCase, string>>;
  /** Codes to try on the pages for whoever reports. */
  codes: readonly { code: string; language: 'sq' | 'en'; what: string }[];
}

export type SampleCase = keyof Awaited<ReturnType<typeof reportsCome>> | keyof Awaited<ReturnType<typeof othersCome>>;

export type SampledBesa = Pick<RunningBesa, 'url' | 'clock' | 'quiet' | 'signIn'>;

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;
/** Reports come one after the other, as they do at a centre. */
const betweenReportsMs = minuteMs;
/** Letters to institutions have left by then, and the clocks of what came late have rung. */
const untilLettersLeftMs = 2 * minuteMs;
/** Older than the promise of three days, and young enough to be entered. */
const longAgoMs = 4 * dayMs;

/** Nobody looks at the critical case for so long at least: the second rung is told, and the third is not. */
const unheardMs = 11 * minuteMs;

/**
 * For how long the sample lives: its reports come in 18 minutes, and then nobody looks at the critical one. A clock that
 * begins so much earlier is right at the end.
 */
export const sampleLivesMs = 32 * minuteMs;

interface Team {
  arta: SampleStaff;
  blerim: SampleStaff;
  drita: SampleStaff;
}

/**
 * Files invented cases in every state that stays, and sets the centre around them, through the public API and the staff
 * API, with small steps of the clock. Throws on the first answer that is not as it should be.
 */
export async function fileSample(besa: SampledBesa): Promise<Sample> {
  const begunAt = Date.parse(besa.clock.now());
  const reporter = reporterAt(besa.url);
  const signedIn = async (user: string): Promise<SampleStaff> => {
    const token = await besa.signIn(user);
    if (token === undefined) throw new Error(`${user} does not sign in here.`);
    return staffAt(besa.url, token);
  };
  const [arta, blerim, drita, kujtim] = await Promise.all([
    signedIn('staff-arta'),
    signedIn('staff-blerim'),
    signedIn('staff-drita'),
    signedIn('staff-kujtim'),
  ]);

  const first = await reportsCome(besa, reporter, arta);
  await besa.quiet();
  await Promise.all([
    workIsDone({ arta, blerim, drita }, first),
    reporter.withdraws(first.withdrawn.receipt),
    arta.does('note', { number: first.late.caseNumber }, { text: sampleMessages.noteOfCall }),
  ]);
  await besa.clock.advance(untilLettersLeftMs);
  await reporter.saysWhetherItHelped(first.notHelped.receipt, 'no');

  const others = await othersCome(besa, reporter);
  await besa.clock.advance(Math.max(unheardMs, begunAt + sampleLivesMs - Date.parse(besa.clock.now())));
  await centreLives({ administrator: kujtim, counsellor: arta }, besa.clock.now());
  return told({ ...first, ...others });
}

/** What came while somebody was there to work on it. */
async function reportsCome(besa: SampledBesa, reporter: SampleReporter, counsellor: SampleStaff) {
  const now = Date.parse(besa.clock.now());
  const comes = async <T>(one: () => Promise<T>): Promise<T> => {
    const taken = await one();
    await besa.clock.advance(betweenReportsMs);
    return taken;
  };
  const report = (body: Parameters<SampleReporter['reports']>[0]) => comes(() => reporter.reports(body));
  return {
    late: await comes(() =>
      counsellor.files({ ...sampleCalls.aSecret, receivedAt: new Date(now - longAgoMs).toISOString() }),
    ),
    notHelped: await report(sampleReports.mockedInAGroup),
    closed: await report(sampleReports.justTrying),
    lead: await report(sampleReports.classLead),
    linkedSecond: await report(sampleReports.classSecond),
    linkedThird: await report(sampleReports.classThird),
    read: await report(sampleReports.profileOfAPupil),
    claimed: await report(sampleReports.lostAccount),
    waitsForReporter: await report(sampleReports.newAccounts),
    againstWish: await report(sampleReports.noPolice),
    csam: await report(sampleReports.addresses),
    withdrawn: await report(sampleReports.changedMind),
    approvalWaits: await report(sampleReports.paidForNothing),
    byPhone: await comes(() => counsellor.files(sampleCalls.afraidAtNight)),
    waitsForInstitution: await reporter.reports(sampleReports.threatened),
  };
}

/** What nobody has looked at yet. The last is critical. */
async function othersCome(besa: SampledBesa, reporter: SampleReporter) {
  const unread = await reporter.reports(sampleReports.notInSchool);
  const unreadOfParent = await reporter.reports(sampleReports.howMuchIsTooMuch);
  await besa.clock.advance(betweenReportsMs);
  return { unread, unreadOfParent, critical: await reporter.reports(sampleReports.wantsToMeet) };
}

type Handling = Omit<CommandBodies['handling'], 'severity'>;
const advised = (message: string): Handling => ({
  safetyDecision: 'safe_for_now',
  nextStep: 'advise_reporter',
  message,
});

async function workIsDone({ arta, blerim, drita }: Team, come: Awaited<ReturnType<typeof reportsCome>>): Promise<void> {
  await Promise.all([
    isResolved(arta, come.notHelped),
    isClosed(blerim, come.closed),
    isLinked(arta, come.lead, [come.linkedSecond, come.linkedThird]),
    isRead(drita, come.read),
    isClaimed(arta, come.claimed),
    waitsForReporter(arta, come.waitsForReporter),
    waitsForInstitution(blerim, come.waitsForInstitution),
    blerim.takes(come.againstWish.caseNumber),
    drita.takes(come.csam.caseNumber),
    waitsForSecondPerson(drita, come.approvalWaits),
  ]);
}

async function isResolved(by: SampleStaff, { caseNumber: number }: Taken): Promise<void> {
  await by.takes(number);
  await by.handles(number, advised(sampleMessages.mockedFirst));
  await by.does('resolution', { number }, { outcome: 'advice_given', message: sampleMessages.mockedLast });
}

async function isClosed(by: SampleStaff, { caseNumber: number }: Taken): Promise<void> {
  await by.takes(number);
  const noMessageBecause = 'no_thread_wanted';
  await by.handles(number, { safetyDecision: 'safe_for_now', nextStep: 'close', noMessageBecause });
  await by.does('resolution', { number }, { outcome: 'test', noMessageBecause });
  await by.does('closure', { number }, { because: 'nothing_left_to_do' });
}

/** Three of one class tell of the same: one case leads, and the other two are linked under it. */
async function isLinked(by: SampleStaff, lead: Taken, others: readonly Taken[]): Promise<void> {
  await by.takes(lead.caseNumber);
  for (const { caseNumber: number } of others) {
    await by.reads(number);
    await by.does('link', { number }, { leadCase: lead.caseNumber });
  }
  await by.handles(lead.caseNumber, advised(sampleMessages.class));
}

async function isRead(by: SampleStaff, { caseNumber: number }: Taken): Promise<void> {
  await by.reads(number);
  await by.does('note', { number }, { text: sampleMessages.noteOfReading });
}

async function isClaimed(by: SampleStaff, { caseNumber: number }: Taken): Promise<void> {
  await by.takes(number);
  const message = sampleMessages.account;
  await by.handles(number, { safetyDecision: 'safe_for_now', nextStep: 'notify_platform', message });
  await by.does('notice', { number }, { platform: 'instagram', way: 'reporting_form' });
}

async function waitsForReporter(by: SampleStaff, { caseNumber: number }: Taken): Promise<void> {
  await by.takes(number);
  const message = sampleMessages.whichAccount;
  await by.handles(number, { safetyDecision: 'safe_for_now', nextStep: 'ask_reporter', message });
}

/** The police are written to. The other proposals wait for a decision. */
async function waitsForInstitution(by: SampleStaff, { caseNumber: number }: Taken): Promise<void> {
  await by.takes(number);
  const message = sampleMessages.threatened;
  await by.handles(number, { safetyDecision: 'at_risk_acted', nextStep: 'refer_institution', message });
  const { referrals = [] } = await by.sees(number);
  const referral = referrals.find(({ isNecessary }) => isNecessary)?.id ?? 'none';
  const given = { fields: ['narrative', 'victims', 'accounts'], accounts: [0] } satisfies Partial<
    CommandBodies['referralSending']
  >;
  const ground = { ground: 'override', overrideBecause: 'crime_against_child' } as const;
  const sent = { ...given, ...ground, notToldFirstBecause: 'no_time_danger' } as const;
  await by.does('referralSending', { number, referral }, sent);
}

async function waitsForSecondPerson(by: SampleStaff, { caseNumber: number }: Taken): Promise<void> {
  await by.takes(number);
  await by.does('exportRequest', { number }, { reason: 'reporter_request' });
}

function told(taken: Readonly<Record<SampleCase, Taken>>): Sample {
  return {
    cases: Object.fromEntries(
      Object.entries(taken).map(([name, { caseNumber }]) => [name, caseNumber]),
    ) as Sample['cases'],
    codes: [
      { code: taken.unread.receipt, language: 'sq', what: 'nobody has read it yet' },
      { code: taken.waitsForReporter.receipt, language: 'en', what: 'the centre has asked something' },
    ],
  };
}
