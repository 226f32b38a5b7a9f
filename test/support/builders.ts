import type { Case } from '#shared/domain/case/case.ts';
import type { Person } from '#shared/domain/people/person.ts';
import type { Referral } from '#shared/domain/case/referral.ts';
import type { Report } from '#shared/domain/report/report.ts';
import type { Timer } from '#shared/domain/case/timer-id.ts';

/** When everything in the builders happens: a Friday evening in Tirana (23:10 local time). */
export const fridayNight = '2026-11-20T22:10:00.000Z';

/** A report with the least there is: a sentence about something that makes it `cyberbullying` of somebody aged 15. */
export function aReport(overrides: Partial<Report> = {}): Report {
  return {
    category: 'cyberbullying',
    alsoCategories: [],
    narrative: 'Më tallin çdo ditë në grupin e klasës.',
    urls: [],
    accounts: [],
    about: 'me',
    victims: [{ ageYears: 15, gender: 'female' }],
    alreadyTold: [],
    flags: {},
    reporter: { role: 'child', ageYears: 15 },
    place: { country: 'AL', region: 'AL-11' },
    wishes: {},
    needs: [],
    language: 'sq',
    ...overrides,
  };
}

/** A case just received: severity normal, a child of 15, nothing done yet. */
export function aCase(overrides: Partial<Case> = {}): Case {
  return {
    caseId: 'case-1',
    caseNumber: 'B-7K3M-9QX1',
    status: 'received',
    clockNumber: 1,
    receivedAt: fridayNight,
    channel: 'web',
    language: 'sq',
    reported: {
      category: 'cyberbullying',
      alsoCategories: [],
      about: 'me',
      victims: [{ ageBand: '15', gender: 'female' }],
      flags: {},
      reporterRole: 'child',
      reporterAgeBand: '15',
      wishes: {},
      needs: [],
    },
    words: [],
    severity: 'normal',
    severityReasons: ['category_cyberbullying'],
    promise: {
      readBy: '2026-11-21T02:10:00.000Z',
      handleBy: '2026-11-22T22:10:00.000Z',
      resolveBy: '2026-11-23T22:10:00.000Z',
    },
    outcomes: [],
    maybeSameAs: [],
    messageCount: 0,
    revision: 1,
    lastEvent: 1,
    ...overrides,
  };
}

/** The promise to handle of `aCase`: warns at 75 %, nothing raised yet. */
export function aTimer(overrides: Partial<Timer> = {}): Timer {
  return {
    clock: 1,
    kind: 'promise_handle',
    subject: 'report',
    armedAt: fridayNight,
    deadline: '2026-11-22T22:10:00.000Z',
    warnAt: '2026-11-22T10:10:00.000Z',
    nextRung: 0,
    reminders: 0,
    dueAt: '2026-11-22T10:10:00.000Z',
    severity: 'normal',
    ...overrides,
  };
}

/** A referral to the cybercrime police that a person has just decided to send. */
export function aReferral(overrides: Partial<Referral> = {}): Referral {
  return {
    id: 'police_cybercrime-1',
    institution: 'police_cybercrime',
    isLead: true,
    reasons: ['sexual_crime_online'],
    basis: 'al_cc_sexual_offences',
    isNecessary: true,
    status: 'approved',
    proposedAt: fridayNight,
    proposedBy: 'besa:referral',
    approvedAt: fridayNight,
    approvedBy: 'staff-officer',
    ...overrides,
  };
}

/** Somebody of the directory with an account and nothing else. */
export function aPerson(id: string, overrides: Partial<Person> = {}): Person {
  return {
    id,
    name: `Name of ${id}`,
    mail: `${id}@centre.example`,
    language: 'en',
    duties: [],
    active: true,
    cleared: false,
    ...overrides,
  };
}
