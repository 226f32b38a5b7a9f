import { directoryNoticeKinds } from '#shared/domain/people/directory-notice.ts';
import { albania } from '#shared/country/al/pack.ts';
import type { ClockPolicies, ClockPolicy, LadderPolicy } from '#shared/domain/sla/clock-policy.ts';
import type { MailTexts } from '#shared/domain/country-pack.ts';
import type { MailTiming } from '#shared/domain/mail/mail-timing.ts';
import type { SeverityPolicy } from '#shared/domain/report/severity.ts';

/** The numbers of docs/practice.md, written out once more: what the tests expect to the minute must not move with a pack. */
function clock(critical: number, high: number | null, normal: number | null, low: number | null): ClockPolicy {
  return { minutes: { critical, high, normal, low } };
}
const warned = { warnAt: 0.75 };
const clocks: ClockPolicies = {
  must_be_triaged: clock(15, 15, 15, 15),
  must_be_acknowledged: clock(15, null, null, null),
  must_be_read: { ...clock(60, 240, 1440, 1440), childMinutes: { normal: 240, low: 240 } },
  handle: { ...clock(60, 240, 1440, 2880), ...warned },
  promise_handle: { ...clock(2880, 2880, 2880, 2880), ...warned, alsoTells: 'supervisor' },
  promise_resolve: { ...clock(4320, 4320, 4320, 4320), ...warned, alsoTells: 'supervisor' },
  resolve: { ...clock(2880, 2880, 2880, 4320), ...warned },
  referral_acknowledge: clock(60, 1440, 1440, 1440),
  referral_answer: clock(10080, 10080, 10080, 10080),
  referral_hand_over: clock(60, 60, 60, 60),
  second_look: clock(1440, 1440, 1440, 1440),
  call_look: { ...clock(1440, 1440, 1440, 1440), remindsAfterWorkingDays: 1 },
  referral_question: clock(60, 240, 1440, 1440),
  danger_call: clock(15, 15, 15, 15),
  withdrawal_look: { ...clock(4320, 4320, 4320, 4320), ...warned },
};

const ladder: LadderPolicy = {
  rungs: ['duty', 'backup', 'supervisor', 'director', 'partner'].map((id) => ({ id, duties: [id] })),
  stepMinutes: {
    critical: [10, 10, 20, 20],
    high: [60, 60, 120, 120],
    normal: [1440, 1440, 1440, 1440],
    low: [1440, 1440, 1440, 1440],
  },
  reminderMinutes: {
    critical: { first: 30, firstForMinutes: 240, later: 60 },
    high: { first: 120, firstForMinutes: 0, later: 120 },
    normal: { first: 1440, firstForMinutes: 0, later: 1440 },
    low: { first: 1440, firstForMinutes: 0, later: 1440 },
  },
  silence: { workingDaysAfter: { owner: 1, supervisor: 2, authority: 5, reminder: 5 }, rung: 'supervisor' },
  holdMinutes: 30,
};

const severity: SeverityPolicy = {
  categories: {
    cyberbullying: { adult: 'normal', child: 'normal', raisedUnder14: true },
    sexual_extortion: { adult: 'high', child: 'critical', raisedUnder14: true },
    intimate_image: { adult: 'high', child: 'high', raisedUnder14: false },
  },
  criticalFlags: ['inDanger', 'selfHarm'],
  raisingFlags: ['repeated'],
  trustedRelations: ['school_staff'],
  manyLinkedReports: 3,
};

function both(en: string): { sq: string; en: string } {
  return { sq: `[sq] ${en}`, en };
}

const mailTexts: MailTexts = {
  severities: { low: both('low'), normal: both('normal'), high: both('high'), critical: both('critical') },
  clocks: {
    must_be_triaged: both('to be triaged'),
    must_be_acknowledged: both('to be acknowledged'),
    must_be_read: both('to be read'),
    handle: both('to be handled'),
    promise_handle: both('promised to be handled'),
    promise_resolve: both('promised to be resolved'),
    resolve: both('to be resolved'),
    referral_acknowledge: both('to be acknowledged by the institution'),
    referral_answer: both('to be answered by the institution'),
    referral_hand_over: both('addresses to be taken'),
    second_look: both('to be looked at once more'),
    withdrawal_look: both('to be looked at'),
    call_look: both('a call to be looked at'),
    referral_question: both('a question to be replied to'),
    danger_call: both('a call to be made'),
  },
  missing: {
    must_be_triaged: both('not yet triaged'),
    must_be_acknowledged: both('not yet acknowledged'),
    must_be_read: both('not yet read'),
    handle: both('not yet handled'),
    promise_handle: both('not yet handled'),
    promise_resolve: both('not yet resolved'),
    resolve: both('not yet resolved'),
    referral_acknowledge: both('not yet acknowledged by the institution'),
    referral_answer: both('not yet answered by the institution'),
    referral_hand_over: both('addresses to be taken'),
    second_look: both('not yet looked at once more'),
    withdrawal_look: both('not yet looked at'),
    call_look: both('a call to be looked at'),
    referral_question: both('a question to be replied to'),
    danger_call: both('a call to be made'),
  },
  occasions: {
    new_case: {
      subject: both('New case {number}: {severity}'),
      lines: [both('{clock} by {due}'), both('{link}')],
      together: both('{count} times {severity}'),
    },
    warned: {
      subject: both('Soon: {number}'),
      lines: [both('{clock} by {due}'), both('{link}')],
      together: both('{count} times {severity}'),
    },
    missed: {
      subject: both('Missed: {number}'),
      lines: [both('{clock} by {due}'), both('{link}')],
      together: both('{count} times {severity}'),
    },
    escalated: {
      subject: both('Raised to {rung}: {number}'),
      lines: [both('{clock} by {due}'), both('{link}')],
      together: both('{count} times {severity}'),
    },
    reminder: {
      subject: both('Still open: {number}'),
      lines: [both('{clock} by {due}'), both('{link}')],
      together: both('{count} times {severity}'),
    },
    referral_declined: {
      subject: both('Declined: {number}'),
      lines: [both('{institution}: {clock} by {due}'), both('{link}')],
      together: both('{count} times {severity}'),
    },
    institution_unreached: {
      subject: both('Call: {number}'),
      lines: [both('{institution}: {clock} by {due}'), both('{link}')],
      together: both('{count} times {severity}'),
    },
    access_code_asked: {
      subject: both('Code: {number}'),
      lines: [both('{institution}: {clock} by {due}'), both('{link}')],
      together: both('{count} times {severity}'),
    },
    access_code_failed: {
      subject: both('Wrong codes: {number}'),
      lines: [both('{institution}: {clock} by {due}'), both('{link}')],
      together: both('{count} times {severity}'),
    },
    referral_misdirected: {
      subject: both('Wrong: {number}'),
      lines: [both('{institution}: {clock} by {due}'), both('{link}')],
      together: both('{count} times {severity}'),
    },
    institution_asked: {
      subject: both('Asked: {number}'),
      lines: [both('{institution}: {clock} by {due}'), both('{link}')],
      together: both('{count} times {severity}'),
    },
    institution_silent: {
      subject: both('Silent: {institution} {number}'),
      lines: [both('{institution}: {clock} by {due}'), both('{link}')],
      together: both('{count} times {severity}'),
    },
    institution_silent_decide: {
      subject: both('Silent, decide: {institution} {number}'),
      lines: [both('{institution}: {clock} by {due}'), both('{link}')],
      together: both('{count} times {severity}'),
    },
    withdrawal_unreached: {
      subject: both('Call, taken back: {number}'),
      lines: [both('{institution}'), both('{link}')],
      together: both('{count} times {severity}'),
    },
    approval_asked: {
      subject: both('{number} second person'),
      lines: [both('{number} waits for a second person, by {due}'), both('{link}')],
      together: both('second person {count} {severity}'),
    },
    nobody_to_ask: {
      subject: both('Nobody to ask: {number}'),
      lines: [both('{link}')],
      together: both('{count} times {severity}'),
    },
    from_reporter: {
      subject: both('From the reporter: {number}'),
      lines: [both('{clock} by {due}'), both('{link}')],
      together: both('{count} times {severity}'),
    },
    exclusion: { subject: both('Exclusion: {number}'), lines: [both('{link}')], together: both('{count} exclusions') },
    reopened: {
      subject: both('Reopened: {number}'),
      lines: [both('{number} was reopened'), both('{link}')],
      together: both('{count} times {severity}'),
    },
    lead_reopened: {
      subject: both('Reopened with its parent: {number}'),
      lines: [both('{number} was reopened with its parent'), both('{link}')],
      together: both('{count} times {severity}'),
    },
    receipt_reissued: {
      subject: both('Another code: {number}'),
      lines: [both('{number} has another code'), both('{link}')],
      together: both('{count} times {severity}'),
    },
    dead_code_used: {
      subject: both('Dead code used: {number}'),
      lines: [both('{number}: a dead code was used'), both('{link}')],
      together: both('{count} times {severity}'),
    },
    erasure_due: {
      subject: both('Erased soon: {number}'),
      lines: [both('on {due}'), both('{link}')],
      together: both('{count} times {severity}'),
    },
  },
  institutions: {
    occasions: {
      referral_waits: {
        subject: both('Waits: {number}'),
        lines: [both('{referral} {severity}'), both('{clock} by {due}')],
      },
      referral_follows_call: { subject: both('After the call: {number}'), lines: [both('{clock} by {due}')] },
      referral_reminder: { subject: both('Once more: {number}'), lines: [both('{clock} by {due}'), both('{phone}')] },
      question_answered: { subject: both('Replied: {number}'), lines: [both('{referral}'), both('code {access}')] },
      access_code: { subject: both('Code: {number}'), lines: [both('{digits} until {until}'), both('{phone}')] },
      referral_withdrawn: { subject: both('Taken back: {number}'), lines: [both('{referral}'), both('{phone}')] },
    },
    footer: both('This is a message to an institution.'),
  },
  partner: {
    asked: {
      export: both('export'),
      erasure: both('erasure'),
      lowering: both('lowering'),
      exclusion: both('exclusion'),
    },
    subject: both('Partner: {number}'),
    lines: [both('{number}: {asked}, code {code}')],
    until: both('until {due}'),
    short: both('{number} {asked} {code}'),
  },
  call: {
    exclusion: both('exclusion from {number}'),
    subject: both('Ring {name}: {number}'),
    lines: [both('{phone}: {severity}, {clock} by {due}')],
  },
  digest: {
    subject: both('{count} cases, {worst} {severity}'),
    list: both('{link}'),
    silent: both('Silent: {institution} {count}'),
    more: both('{count} more'),
    exclusions: both('{count} exclusions'),
  },
  acknowledge: both('Seen: {link}'),
  rungs: Object.fromEntries(ladder.rungs.map(({ id }) => [id, both(`the ${id}`)])),
  directoryNotices: Object.fromEntries(
    directoryNoticeKinds.map((kind) => [
      kind,
      {
        subject: both(`Directory: ${kind}`),
        lines: [both('From {effective}'), both('Until {lapses}'), both('Code {code}'), both('Look: {link}')],
      },
    ]),
  ) as unknown as MailTexts['directoryNotices'],
  waysToReach: { mail: both('by mail'), mail_to_sms: both('by phone'), phone_desk: both('by a desk') },
  severalNotices: both('{count} notices'),
  ringToObject: both('Ring {people}'),
  footer: both('This is a message between colleagues & never a summons.'),
};

const mailTiming: MailTiming = {
  quiet: { from: '20:00', to: '08:00' },
  digests: ['08:00', '13:00', '18:00'],
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
};

export const policy = {
  centre: {
    name: both('the centre'),
    helpline: '777',
    institutionsPhone: { value: '+99 1 234' },
    office: { value: 'centre.example/office' },
    postalAddress: { value: 'Strelsau' },
    mail: { value: 'office@centre.example' },
  },
  loadReferrals: () => albania.loadReferrals(),
  mailTiming,
  clocks,
  ladder,
  severity,
  mailTexts,
  retention: albania.retention,
  timeZone: 'Europe/Tirane',
  workingDays: albania.workingDays,
  defaultLanguage: 'sq',
};
