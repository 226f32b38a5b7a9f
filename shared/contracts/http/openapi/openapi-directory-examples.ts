/** Examples of the directory's bodies and answers, by the name of their schema. A test checks each against it. */
const person = {
  id: '7d3c2b1a-0f9e-4d8c-b7a6-5e4f3d2c1b0a',
  name: 'Dora Leka',
  mail: 'dora@centre.example',
  language: 'sq',
  team: 'helpline',
  duties: ['helpline_desk'],
  cleared: false,
} as const;
const waiting = {
  set: { role: 'counsellor' },
  because: ['role_up'],
  askedBy: 'staff-ana',
  askedAt: '2026-11-20T11:00:00.000Z',
  lapsesAt: '2026-11-27T11:00:00.000Z',
} as const;
const shown = { ...person, active: true, revision: 12, waiting };
/** The last supervisor, suspended by night: sign-in has ended, and the place is kept. */
const barred = {
  ...person,
  id: 'staff-elira',
  role: 'supervisor',
  active: true,
  barred: true,
  distrusted: '2026-11-20T01:00:00.000Z',
  held: [{ role: 'supervisor', until: '2026-11-27T01:00:00.000Z' }],
  revision: 11,
  waiting: {
    set: { active: false },
    because: ['last_of_role'],
    askedBy: 'staff-ana',
    askedAt: '2026-11-20T01:00:00.000Z',
    partner: 'staff-partner',
  },
} as const;
const shifts = [{ duty: 'duty_officer', days: ['mon', 'tue'], from: '20:00', to: '08:00', holders: ['staff-blerim'] }];
const roster = {
  timeZone: 'Europe/Tirane',
  shifts,
  holidays: ['2026-11-28'],
  gaps: [
    { duty: 'duty_officer', from: '2026-11-21T07:00:00.000Z', hours: 12 },
    { from: '2026-11-21T07:00:00.000Z', hours: 3 },
  ],
  revision: 13,
};
const institution = { code: 'police_cybercrime', inUse: true, phones: ['+355 4 227 9000'] };
const platform = { code: 'village_chat', name: 'Village chat', way: 'email', to: 'abuse@chat.example' };
const campaign = { code: 'SID-2026', name: 'Safer Internet Day', from: '2026-02-01', to: '2026-02-28' };

export const directoryExamples = {
  DirectoryConflict: {
    type: 'urn:besa:problem:conflict',
    title: 'Something has changed meanwhile',
    status: 409,
    detail: 'As things stand this cannot be done. Look at how it is now and try again.',
    errors: [],
    help: [],
    because: 'change_waits',
    person: shown,
  },
  DirectoryPerson: { ...person, role: 'counsellor' },
  DirectoryPersonChange: { mail: 'dora.leka@centre.example', phone: null, duties: ['helpline_desk', 'backup'] },
  DirectoryOwnLanguage: { language: 'en' },
  DirectoryTestMail: {},
  DirectorySuspension: { distrusted: true },
  DirectoryReturn: {},
  DirectoryApproval: { verdict: 'approve', call: { code: '7K3M9QXR' } },
  DirectoryRoster: { shifts, holidays: ['2026-11-28'] },
  DirectoryTakeOver: { from: 'staff-blerim' },
  DirectoryInstitution: institution,
  DirectoryPlatform: platform,
  DirectoryCampaign: campaign,
  Me: {
    id: 'staff-blerim',
    name: 'Blerim Gjoka',
    role: 'officer',
    cleared: true,
    duties: ['duty_officer'],
    language: 'sq',
    may: ['list_cases', 'file_report', 'see_attention', 'see_colleagues', 'see_platforms', 'see_recipients'],
  },
  Settings: {
    language: 'sq',
    mail: 'blerim@sms.example',
    contact: 'mail_to_sms',
    duties: [{ duty: 'duty_officer', isRostered: true }],
    shifts: [{ duty: 'duty_officer', days: ['mon', 'tue'], from: '20:00', to: '08:00' }],
    next: { duty: 'duty_officer', from: '2026-11-23T19:00:00.000Z', to: '2026-11-24T07:00:00.000Z' },
    unreachable: {
      since: '2026-11-20T10:20:00.000Z',
      because: 'bounced',
      tries: 1,
      againAt: '2026-11-20T11:20:00.000Z',
    },
    test: { askedAt: '2026-11-20T10:59:00.000Z', againAt: '2026-11-20T11:04:00.000Z' },
  },
  OwnLanguage: { language: 'en', revision: 12 },
  TestMail: { askedAt: '2026-11-20T10:59:00.000Z', againAt: '2026-11-20T11:04:00.000Z', revision: 12 },
  Person: shown,
  People: { people: [shown, barred], duties: { unheld: ['outside_partner'], silent: ['helpline_desk'] } },
  Recipients: {
    institution: 'child_protection_unit',
    recipients: [{ id: 'njmf-kamez', name: 'Mira Hoxha', unit: 'Bashkia Kamëz', active: true }],
  },
  Colleagues: {
    colleagues: [{ id: 'staff-blerim', name: 'Blerim Gjoka', role: 'officer', team: 'hotline' }],
    others: [{ id: 'staff-mira', name: 'Mira Hasa' }],
  },
  Roster: roster,
  ShownRoster: {
    ...roster,
    people: [{ id: 'staff-blerim', name: 'Blerim Gjoka', duties: ['duty_officer'], active: true, cleared: true }],
  },
  Duty: {
    now: '2026-11-20T19:05:00.000Z',
    rungs: [
      {
        rung: 'duty',
        people: [
          {
            id: 'staff-blerim',
            name: 'Blerim Gjoka',
            contact: 'phone_desk',
            phone: '+355 69 000 0001',
            cleared: true,
            until: '2026-11-21T07:00:00.000Z',
          },
        ],
        next: { at: '2026-11-21T07:00:00.000Z', people: [{ id: 'staff-ana', name: 'Ana Hoxha' }] },
      },
      {
        rung: 'backup',
        people: [{ id: person.id, name: person.name, cleared: false, passedOverUntil: '2026-11-20T20:00:00.000Z' }],
      },
    ],
    hoursAhead: 24,
    hoursWithNobody: [],
    hoursWithNobodyCleared: ['2026-11-21T07:05:00.000Z'],
    takeOvers: [{ at: '2026-11-20T19:02:00.000Z', by: 'staff-blerim', from: 'staff-ana' }],
  },
  TakenOver: { at: '2026-11-20T19:02:00.000Z', by: 'staff-blerim', from: 'staff-ana', rings: 'first', revision: 16 },
  Institution: { ...institution, revision: 14 },
  Institutions: {
    institutions: [
      {
        ...institution,
        name: { sq: 'Drejtoria për Hetimin e Krimeve Kibernetike', en: 'Cybercrime Investigation Directorate' },
        kind: 'police',
        packPhones: ['129'],
        ownPage: { phone: '+355694155552', source: 'Its own page', asOf: '2026-11', unverified: true },
        contacts: [{ id: 'police-desk', name: 'Mira Hoxha', mail: 'mira@police.example', active: true }],
        revision: 14,
      },
    ],
  },
  Platform: { ...platform, revision: 15 },
  Platforms: {
    platforms: [
      { code: 'tiktok', revision: 0 },
      { ...platform, revision: 15 },
    ],
  },
  Campaign: { ...campaign, revision: 16 },
  Campaigns: { campaigns: [{ ...campaign, revision: 16 }] },
  DirectoryAudit: {
    month: '2026-11',
    entries: [
      {
        at: '2026-11-20T11:00:00.000Z',
        by: 'staff-ana',
        action: 'person_changed',
        about: 'staff-blerim',
        changes: [{ field: 'mail', before: 'b@centre.example', after: 'blerim@centre.example' }],
      },
    ],
  },
};
