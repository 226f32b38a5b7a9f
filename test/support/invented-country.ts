import { contactKinds } from '#shared/domain/people/person.ts';
import { directoryNoticeKinds } from '#shared/domain/people/directory-notice.ts';
import type { ClockPolicy } from '#shared/domain/sla/clock-policy.ts';
import type { CountryPack } from '#shared/domain/country-pack.ts';
import { audiences, type Audience } from '#shared/domain/help/audience.ts';
import { fieldForms, fieldProblemCodes, forbiddenReasons, problemCodes } from '#shared/domain/problems.ts';
import { institutionOccasions, mailOccasions, type MailOccasion } from '#shared/domain/mail/mail-occasion.ts';
import type { Address, AddressedText, Text } from '#shared/domain/text.ts';
import type { LengthTexts } from '#shared/domain/time/say-moment.ts';
import { meanwhiles } from '#shared/domain/help/meanwhile.ts';
import { clockKinds } from '#shared/domain/case/timer-id.ts';
import { administrativeOutcomes, outcomes } from '#shared/domain/case/lifecycle.ts';
import { caseStatuses } from '#shared/domain/case/status.ts';
import { sharingGrounds } from '#shared/domain/case/referral.ts';
import { officialLetterLabels } from '#shared/domain/referrals/official-letter-texts.ts';
import {
  contactOwners,
  contactWays,
  flags,
  genders,
  placeWords,
  reporterRoles,
  suspectRelations,
  wishAnswers,
  wishSubjects,
} from '#shared/domain/report/report.ts';
import { severities } from '#shared/domain/report/severity.ts';
import { inventedConsoleTexts } from './invented-console-texts.ts';
import { inventedOfficeTexts, inventedPageTexts, inventedPrivacy } from './invented-page-texts.ts';

/** One language that says the code it was asked for: what is missing is seen. */
const say = (code: string): Text => ({ el: `«${code}»` });

/** The same to a child and to an adult, but for whom it is said. */
const sayTo = (code: string, blank = ''): AddressedText => {
  const to = (address: Address): Text => ({
    el: `«${code}» ${blank}`.trim() + (address === 'child' ? '' : ' «adult»'),
  });
  return { child: to('child'), adult: to('adult') };
};

const lengthTexts = (code: string): LengthTexts => ({
  said: { el: `«${code}» {length}` },
  hour: say('hour'),
  hours: { el: '{n} «hours»' },
  minute: say('minute'),
  minutes: { el: '{n} «minutes»' },
  both: { el: '{hours} {minutes}' },
});

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

/** Where the invented lists of words come from. */
const written = { source: 'Invented.', date: '2026-11-30' };

/**
 * Zembla, a country that does not exist: one region, one language, one time zone far east, three categories, a ladder
 * of two rungs, a promise half as long. If a rule anywhere is about Albania, this pack breaks it.
 */
export const zembla: CountryPack = {
  country: 'ZZ',
  centre: {
    name: say('centre'),
    helpline: '777',
    institutionsPhone: { value: '+99 1 234' },
    office: { value: 'zembla.example/office' },
    postalAddress: { value: 'Strelsau' },
    mail: { value: 'office@zembla.example' },
  },
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
  placesWithoutNotices: ['unknown'],
  regions: [{ code: 'ZZ-A', name: 'Alpha', municipalities: [{ code: 'ZZ-A-1', name: 'Alphaville' }] }],
  communities: ['nomads'],
  helpLines: [
    { kind: 'listen', name: say('listen'), phone: '777', when: say('when'), free: true, always: true },
    { kind: 'emergency', name: say('emergency'), phone: '999', when: say('when'), free: true, always: false },
    {
      kind: 'women',
      name: say('alpha'),
      phone: '555',
      when: say('when'),
      free: true,
      always: false,
      regions: ['ZZ-A'],
    },
  ],
  helpOrders: [
    {
      reason: 'violence',
      when: [{ situations: ['danger', 'violence', 'violence_in_words'] }],
      phones: ['999', '555', '777'],
    },
    { reason: 'other', when: [{ regions: ['ZZ-A'], categories: ['lured'] }], phones: ['555'] },
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
    referral_question: sameForAll(15),
    danger_call: sameForAll(8),
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
  reporterTexts: {
    nextStep: {
      willBeRead: sayTo('nextStep', '{readBy}'),
      filed: sayTo('filed'),
      filedLate: sayTo('filedLate'),
      reportAgain: sayTo('reportAgain'),
      messageAgain: sayTo('messageAgain'),
    },
    meanwhile: each(meanwhiles, (meanwhile) => sayTo(`meanwhile ${meanwhile}`)),
    keep: sayTo('keep'),
    firstReportArrived: sayTo('firstReportArrived'),
    moments: {
      said: { by: { el: '«by» {moment}' }, notBefore: { el: '«not before» {moment}' }, at: { el: '«at» {moment}' } },
      yesterday: { el: '{time} «yesterday»' },
      today: { el: '{time} «today»' },
      tomorrow: { el: '{time} «tomorrow»' },
      later: { el: '{time} {weekday}' },
      distant: { el: '{time} {year}.{month}.{day}' },
      weekdays: ['d0', 'd1', 'd2', 'd3', 'd4', 'd5', 'd6'].map(say),
      months: Array.from({ length: 12 }, (_, month) => say(`m${month + 1}`)),
      lengths: { by: lengthTexts('within'), notBefore: lengthTexts('for') },
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
      waysToReach: each(contactKinds, say),
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
  loadWords: () =>
    Promise.resolve({
      groups: { want: ['θέλω', 'θα ήθελα'] },
      lists: {
        words_self_harm: { el: { ...written, phrases: ['δεν {want} να ζω'] } },
        words_taken_or_hurt: { el: { ...written, phrases: ['αιμορραγώ', 'πήρα .. χάπια'] } },
        words_weapon: { el: { ...written, phrases: ['μαχαίρι'], exceptions: ['μαχαίρι κουζίνας'] } },
        words_meeting: { el: { ...written, phrases: ['έλα μόνος'] } },
      },
    }),
  loadGuidance: () =>
    Promise.resolve([
      {
        code: 'alpha',
        when: [{ regions: ['ZZ-A'], situations: ['meeting'] }],
        words: each(audiences, () => ({ title: say('alpha'), text: say('alpha text') })),
      },
      {
        code: 'general',
        when: [{}],
        words: each(audiences, () => ({ title: say('guidance'), text: say('guidance text') })),
        isGeneral: true,
      },
    ]),
  loadOpenQuestions: () =>
    Promise.resolve([
      { about: 'pigeons', choice: '«pigeon»', doubt: 'Or doves?', where: ['taxonomy/platforms/pigeon'] },
    ]),
  loadOfficialLetterTexts: () =>
    Promise.resolve({
      labels: each(officialLetterLabels, say),
      titles: { referral: say('title'), addresses: say('title of addresses') },
      openings: { referral: say('opening'), addresses: say('opening of addresses') },
      acknowledge: say('acknowledge {phone}'),
      nothingGiven: say('nothing {phone}'),
      doNotQuestion: { lead: say('speak to {lead}'), centre: say('speak to us {phone}') },
      confidential: say('confidential'),
      words: {
        genders: each(genders, say),
        relations: each(suspectRelations, say),
        reporters: each(reporterRoles, say),
        owners: each(contactOwners, say),
        ways: each(contactWays, say),
        places: each(placeWords, say),
        answers: each(['yes', 'no', 'unsure'], say),
        writers: each(['reporter', 'centre'], say),
      },
      roles: { officer: say('officer') },
    }),
  loadExportTexts: () => Promise.resolve({ watermark: say('watermark {number} {name} {at}') }),
  loadConsole: () => inventedConsoleTexts(zembla),
  loadFollowUpTexts: () =>
    Promise.resolve({
      asked: {
        withdrawal: sayTo('withdrawal', '{until}'),
        withdrawalWaited: sayTo('withdrawalWaited'),
        lock: sayTo('lock'),
        helped: sayTo('helped'),
      },
      status: each(caseStatuses, (status) => sayTo(status)),
      reopened: sayTo('reopened'),
      reopenedByUs: sayTo('reopenedByUs'),
      outcomes: {
        ...each([...outcomes, ...administrativeOutcomes], (outcome) => sayTo(outcome)),
        outside_our_work: sayTo('outside_our_work', '{door}'),
      },
      outcomesByFact: { advice_given: { spoken_to: sayTo('advice_given spoken_to') } },
      promiseMissed: sayTo('missed', '{by}'),
      readMissed: sayTo('read missed', '{by}'),
      messageMissed: sayTo('message missed', '{by}'),
      beingTold: { head: sayTo('head'), duty: sayTo('duty') },
      callNow: sayTo('callNow'),
      sameTeam: sayTo('sameTeam'),
      takenBack: sayTo('takenBack', '{when}'),
    }),
  loadProblemTexts: () =>
    Promise.resolve({
      problems: each(problemCodes, (code) => ({ title: say(code), detail: say(`${code} detail`) })),
      fieldProblems: each(
        fieldProblemCodes.filter((code) => code !== 'wrong_form'),
        (code) => ({ el: `«${code}»${code.startsWith('too_') ? ' {limit}' : ''}` }),
      ),
      forms: each(fieldForms, say),
      staff: {
        problems: { not_found: { title: say('not_found for staff'), detail: say('not_found detail for staff') } },
        fieldProblems: { required: say('required of staff') },
        because: each(forbiddenReasons, say),
      },
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
      sharedBecause: each(sharingGrounds, (ground) => sayTo(ground)),
      institutions: [{ code: 'elders', name: say('elders'), kind: 'child_protection', phones: ['999'] }],
    }),
  loadPages: () =>
    Promise.resolve({
      texts: inventedPageTexts(say),
      categoryGroups: {
        groups: [
          { code: 'troubles', categories: ['mocking', 'lured'], flags: ['repeated'] },
          { code: 'others', categories: ['lost_pet'], flags: [] },
        ],
        order: each(audiences, () => ['troubles', 'others']),
      },
      neutralSite: 'https://weather.example/',
      loadOffice: () => Promise.resolve(inventedOfficeTexts(say)),
      loadPrivacy: () => Promise.resolve(inventedPrivacy(say)),
    }),
  loadTaxonomyTexts: () =>
    Promise.resolve({
      categories: each(['mocking', 'lured', 'lost_pet'], (code) =>
        each<Audience, Text>(audiences, (audience) => say(`${code} ${audience}`)),
      ),
      showFirst: { lured: { parent: say('lured, for a parent first') } },
      platforms: each(['pigeon', 'unknown'], say),
      flags: each(flags, (code) => sayTo(code)),
      wishes: each(wishSubjects, (code) => sayTo(code)),
      wishAnswers: each(wishAnswers, (code) => sayTo(code)),
      beforeYouSend: sayTo('beforeYouSend'),
    }),
};
