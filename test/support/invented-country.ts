import { directoryNoticeKinds } from '#shared/domain/people/directory-notice.ts';
import type { ClockPolicy } from '#shared/domain/sla/clock-policy.ts';
import { audiences, type Audience, type CountryPack } from '#shared/domain/country-pack.ts';
import { fieldProblemCodes, problemCodes } from '#shared/domain/problems.ts';
import { institutionOccasions, mailOccasions, type MailOccasion } from '#shared/domain/mail/mail-occasion.ts';
import { type Text } from '#shared/domain/text.ts';
import { clockKinds } from '#shared/domain/case/timer-id.ts';
import { administrativeOutcomes, outcomes } from '#shared/domain/case/lifecycle.ts';
import { caseStatuses } from '#shared/domain/case/status.ts';
import { sharingGrounds } from '#shared/domain/case/referral.ts';
import { flags, wishAnswers, wishSubjects } from '#shared/domain/report/report.ts';
import { severities } from '#shared/domain/report/severity.ts';

/** One language that says the code it was asked for: what is missing is seen. */
const say = (code: string): Text => ({ el: `«${code}»` });

function each<K extends string, V>(codes: readonly K[], of: (code: K) => V): Record<K, V> {
  return Object.fromEntries(codes.map((code) => [code, of(code)])) as Record<K, V>;
}

const sameForAll = (minutes: number): ClockPolicy => ({ minutes: each(severities, () => minutes) });

/** Mails that say more than the deadline's name and time, or less. */
const linesOf: Partial<Record<MailOccasion, string>> = {
  escalated: '{clock} {due} {rung}',
  reminder: '{clock} {due} {rung}',
  referral_declined: '{institution} {clock} {due}',
  institution_silent: '{institution} {clock} {due}',
  institution_silent_decide: '{institution} {clock} {due}',
  approval_asked: '{due}',
  nobody_to_ask: '«nobody»',
  erasure_due: '{due}',
  exclusion: '{number}',
};

/**
 * Zembla, a country that does not exist: one region, one language, one time zone far east, three categories, a ladder
 * of two rungs, a promise half as long. If a rule anywhere is about Albania, this pack breaks it.
 */
export const zembla: CountryPack = {
  country: 'ZZ',
  centre: { name: say('centre'), helpline: '777' },
  languages: ['el'],
  defaultLanguage: 'el',
  timeZone: 'Asia/Kolkata',
  workingDays: { weekdays: [1, 2, 3, 4, 5, 6], holidays: [{ day: '2026-11-23', name: '«feast»' }] },
  categories: ['mocking', 'lured', 'lost_pet'].map((code) => ({
    code,
    public: true,
    maps: { insafe: null, dsa: null, cyberTipline: null },
    fourC: null,
    csam: code === 'lured',
  })),
  classMarks: ['^ROOM-'],
  platforms: ['pigeon', 'unknown'],
  regions: [{ code: 'ZZ-A', name: 'Alpha', municipalities: [{ code: 'ZZ-A-1', name: 'Alphaville' }] }],
  communities: ['nomads'],
  helpLines: [
    { kind: 'listen', name: say('listen'), phone: '777', when: say('when'), free: true, always: true },
    { kind: 'emergency', name: say('emergency'), phone: '999', when: say('when'), free: true, always: false },
  ],
  severity: {
    categories: {
      mocking: { adult: 'low', child: 'normal', raisedUnder14: true },
      lured: { adult: 'high', child: 'critical', raisedUnder14: false },
      lost_pet: { adult: 'low', child: 'low', raisedUnder14: false },
    },
    criticalFlags: ['inDanger'],
    raisingFlags: ['repeated'],
    trustedRelations: ['family'],
    manyLinkedReports: 1,
  },
  clocks: {
    must_be_triaged: sameForAll(5),
    must_be_acknowledged: { minutes: { critical: 5, high: 10, normal: null, low: null } },
    must_be_read: sameForAll(30),
    handle: { ...sameForAll(120), warnAt: 0.5 },
    promise_handle: { ...sameForAll(24 * 60), warnAt: 0.5 },
    promise_resolve: { ...sameForAll(36 * 60), warnAt: 0.5 },
    resolve: { ...sameForAll(30 * 60), warnAt: 0.5 },
    referral_acknowledge: sameForAll(20),
    referral_answer: sameForAll(200),
    referral_hand_over: sameForAll(10),
    second_look: sameForAll(100),
    withdrawal_look: sameForAll(100),
    call_look: sameForAll(100),
  },
  ladder: {
    rungs: [
      { id: 'watch', duties: ['watch'] },
      { id: 'elder', duties: ['elder'] },
    ],
    stepMinutes: each(severities, () => [7]),
    reminderMinutes: each(severities, () => ({ first: 11, firstForMinutes: 33, later: 17 })),
    silence: { workingDaysAfter: { owner: 1, supervisor: 1, authority: 1, reminder: 1 }, rung: 'elder' },
    holdMinutes: 13,
  },
  closing: { quietDays: 3 },
  targets: { longestMoveDays: 2 },
  words: {
    words_self_harm: { el: ['δεν θέλω να ζω'] },
    words_weapon: { el: ['μαχαίρι'] },
    words_meeting: { el: ['έλα μόνος'] },
  },
  reporterTexts: {
    nextStep: {
      willBeRead: { el: '«nextStep» {readBy}' },
      filed: say('filed'),
      filedLate: say('filedLate'),
      reportAgain: say('reportAgain'),
      messageAgain: say('messageAgain'),
    },
    meanwhile: each(severities, (severity) => ({ el: `«meanwhile ${severity}»` })),
    keep: say('keep'),
    firstReportArrived: say('firstReportArrived'),
    asked: {
      withdrawal: { el: '«withdrawal» {until}' },
      withdrawalWaited: say('withdrawalWaited'),
      lock: say('lock'),
      helped: say('helped'),
    },
    status: each(caseStatuses, say),
    reopened: say('reopened'),
    reopenedByUs: say('reopenedByUs'),
    outcomes: {
      ...each([...outcomes, ...administrativeOutcomes], say),
      outside_our_work: { el: '«outside_our_work» {door}' },
    },
    outcomesByFact: { advice_given: { spoken_to: say('advice_given spoken_to') } },
    promiseMissed: { el: '«missed» {by}' },
    readMissed: { el: '«read missed» {by}' },
    messageMissed: { el: '«message missed» {by}' },
    beingTold: { head: say('head'), duty: say('duty') },
    callNow: say('callNow'),
    sameTeam: say('sameTeam'),
    takenBack: { el: '«takenBack» {when}' },
    moments: {
      today: { el: '{time} «today»' },
      tomorrow: { el: '{time} «tomorrow»' },
      later: { el: '{time} {weekday}' },
      distant: { el: '{time} {year}.{month}.{day}' },
      weekdays: ['d0', 'd1', 'd2', 'd3', 'd4', 'd5', 'd6'].map(say),
    },
  },
  loadMailTexts: () =>
    Promise.resolve({
      severities: each(severities, say),
      clocks: each(clockKinds, say),
      missing: each(clockKinds, say),
      occasions: each(mailOccasions, (occasion) => ({
        subject: { el: `{number} «${occasion}» {severity}` },
        lines: [{ el: linesOf[occasion] ?? '{clock} {due}' }, { el: '{link}' }],
        together: { el: `{count} «${occasion}» {severity}` },
      })),
      call: {
        subject: { el: '{number} «call» {name}' },
        lines: [{ el: '{phone} {severity} {due}' }],
        exclusion: { el: '{number}' },
      },
      digest: {
        subject: { el: '{count} «cases» {severity}' },
        list: { el: '{link}' },
        more: { el: '{count}' },
        exclusions: { el: '{count}' },
        silent: { el: '{institution} {count}' },
      },
      acknowledge: { el: '{link}' },
      rungs: { watch: say('watch'), elder: say('elder') },
      directoryNotices: each(directoryNoticeKinds, (kind) => ({
        subject: { el: `«${kind}»` },
        lines: [{ el: '{effective}' }, { el: '{lapses}' }, { el: '{code}' }, { el: '{link}' }],
      })),
      severalNotices: { el: '{count}' },
      ringToObject: { el: '{people}' },
      partner: {
        asked: each(['export', 'erasure', 'lowering', 'exclusion'], say),
        subject: { el: '{number} «partner»' },
        lines: [{ el: '{asked} {code}' }],
        until: { el: '{due}' },
        short: { el: '{number} {asked} {code}' },
      },
      footer: say('footer'),
      institutions: {
        occasions: each(institutionOccasions, (occasion) => ({
          subject: { el: `{number} «${occasion}» {centre}` },
          lines: [{ el: '{referral} {severity} {phone}' }, { el: '{clock} {due}' }],
        })),
        footer: say('institution footer'),
      },
    }),
  accessWatch: { cases: 2, windowMinutes: 15 },
  approvals: {
    delayMinutes: 90,
    lapseMinutes: { export: 40, erasure: 50, lowering: null, exclusion: null, directory_change: 60 },
    takeMinutes: 30,
  },
  mailTiming: {
    quiet: { from: '22:00', to: '06:00' },
    digests: ['07:00'],
    burstMinutes: 1,
    repeatMinutes: 5,
    pace: {
      urgentMinutes: 5,
      joiningMinutes: 30,
      lateJoiningMinutes: 60,
      lateAfterReminders: 8,
      shortMessageMinutes: 15,
      halfMinutes: 60,
      reserveMinutes: 240,
    },
  },
  retention: {
    days: each([...outcomes, ...administrativeOutcomes], () => each(severities, () => 3)),
    referredDays: 5,
    justice: { institutions: ['elders'], daysAtMost: 9 },
    warningDays: 1,
    ownerRung: 'elder',
  },
  statistics: { smallestCell: 2, percentFrom: 4, freezeAfterDays: 1 },
  loadGuidance: () => Promise.resolve([{ for: {}, title: say('guidance'), text: say('guidance text') }]),
  loadExportTexts: () => Promise.resolve({ watermark: say('watermark {number} {name} {at}') }),
  loadProblemTexts: () =>
    Promise.resolve({
      problems: each(problemCodes, (code) => ({ title: say(code), detail: say(`${code} detail`) })),
      fieldProblems: each(fieldProblemCodes, (code) => ({
        el: `«${code}»${code.startsWith('too_') ? ' {limit}' : ''}`,
      })),
    }),
  loadReferrals: () =>
    Promise.resolve({
      legalBases: [{ code: 'zz_law_1', name: say('law'), asOf: '2020' }],
      dutyToReport: { categories: ['lured'], flags: ['inDanger'] },
      matrix: {
        rules: [
          {
            code: 'lured',
            when: [{ categories: ['lured'] }],
            to: ['elders'],
            basis: 'zz_law_1',
            isNecessary: true,
            yieldsToWish: false,
          },
        ],
        never: [],
        wishes: {},
        secondRoutes: ['police', 'child_protection'],
        addressesOnly: [],
      },
      sharedBecause: each(sharingGrounds, say),
      institutions: [{ code: 'elders', name: say('elders'), kind: 'child_protection', phones: ['999'] }],
    }),
  loadTaxonomyTexts: () =>
    Promise.resolve({
      categories: each(['mocking', 'lured', 'lost_pet'], (code) =>
        each<Audience, Text>(audiences, (audience) => say(`${code} ${audience}`)),
      ),
      showFirst: {},
      platforms: each(['pigeon', 'unknown'], say),
      flags: each(flags, say),
      wishes: each(wishSubjects, say),
      wishAnswers: each(wishAnswers, say),
      beforeYouSend: say('beforeYouSend'),
    }),
};
