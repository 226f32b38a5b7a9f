import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Action, caseActions } from '#shared/domain/access/authorize.ts';
import type { Case } from '#shared/domain/case/case.ts';
import { plusMinutes } from '#shared/domain/time/instant.ts';
import { catchLog } from '#test/support/catch-log.ts';
import { openDesk, people, receivedAt } from '../desk.ts';
import type { Desk, Who } from '../desk.ts';
import { bullying, extortion, handling } from '../reports.ts';

catchLog();
let desk: Desk;
let urgent: string;
let quiet: string;
beforeAll(async () => {
  desk = await openDesk('memory', { isDeskOpen: true });
  ({ caseNumber: urgent } = await desk.receive(extortion));
  ({ caseNumber: quiet } = await desk.receive(bullying));
  for (const number of [urgent, quiet]) await desk.command('officer', number, 'read', { reason: 'on_duty' });
});
afterAll(() => desk.stop());

/** What asks for each action. The body lacks nothing, so that what is refused is the person. */
const asking: Readonly<
  Record<Exclude<(typeof caseActions)[number], 'show_case' | 'open_addresses'>, [string, object]>
> = {
  read_case: ['read', { reason: 'on_duty' }],
  claim_case: ['claim', {}],
  assign_case: ['assignment', { assignee: people.other.id }],
  hand_over_case: ['hand-over', { team: 'helpline' }],
  assess_case: ['assessment', { category: 'hacking' }],
  note_case: ['notes', { text: 'A note.' }],
  message_reporter: ['messages', { text: 'A message.' }],
  raise_severity: ['severity', { severity: 'critical', reason: 'new_information' }],
  lower_severity: ['severity', { severity: 'low', reason: 'new_information' }],
  handle_case: ['handling', { ...handling, severity: 'normal' }],
  record_danger: ['danger', { notCalledBecause: 'reporter_safe_now' }],
  wait_case: ['waiting', { for: 'nobody' }],
  resolve_case: ['resolution', { outcome: 'test', noMessageBecause: 'content_only' }],
  close_case: ['closure', { because: 'reporter_asked' }],
  reopen_case: ['reopening', {}],
  move_target: [
    'targets',
    { timer: '1.resolve.report', deadline: plusMinutes(receivedAt, 90), because: 'set_wrongly' },
  ],
  link_cases: ['unlink', {}],
  acknowledge_escalation: ['escalations/1.must_be_read.report/duty_officer/acknowledgement', {}],
  refer_case: ['referrals', { institution: 'police_cybercrime', basis: 'al_cc_300' }],
  send_referral: [
    'referrals/nobody-1/sending',
    {
      fields: [],
      ground: 'override',
      overrideBecause: 'danger_to_life',
      notToldFirstBecause: 'no_time_danger',
      call: { name: 'On duty' },
    },
  ],
  follow_referral: ['referrals/nobody-1/reminder', {}],
  issue_access: ['referrals/nobody-1/access', { contact: 'contact-police' }],
  revoke_access: ['referrals/nobody-1/access-end', { contact: 'contact-police' }],
  exclude_from_case: ['exclusions', { institutions: [], people: [people.other.id] }],
  export_case: ['export', { reason: 'court_or_prosecutor' }],
  erase_case: ['erasure', { because: 'person_concerned_asked', safetyDecision: 'safe_for_now' }],
  approve_case: ['approvals/export-1', { verdict: 'refuse' }],
  hold_case: ['hold', { because: 'court_proceedings' }],
  reissue_receipt: ['receipt', { assuredBy: 'called_safe_contact' }],
  give_subject_access: ['subject-access', { assuredBy: 'called_safe_contact' }],
};
const roles: readonly Who[] = ['counsellor', 'officer', 'supervisor', 'volunteer', 'head', 'auditor'];

/** The desk on a case that stands otherwise than stored, where nothing is ever written. */
function deskOn(number: string, more: (who: string) => Partial<Case>, who: Who) {
  const { cases } = desk.deps;
  const load: typeof cases.load = async (caseId) => {
    const state = await cases.load(caseId);
    return state && { ...state, case: { ...state.case, ...more(people[who].id) } };
  };
  const writer = { ...desk.deps.writer, write: () => Promise.reject(new Error('Nothing is written here.')) };
  const handler = desk.with({ cases: { ...cases, load }, writer });
  return {
    may: async () => {
      const { status, json } = await desk.showAt(handler, who, number);
      return status === 200 ? (json['may'] as Action[]) : [];
    },
    refuses: async ([name, body]: [string, object]) => {
      const { revision } = (await desk.stateOf(number)).case;
      const { status, json } = await desk.commandAt(handler, who, number, name, body, { 'If-Match': `"${revision}"` });
      if ([412, 422, 428].includes(status)) throw new Error(`The body of ${name} tells nothing about the person.`);
      if (status === 404) return isHiddenFrom(more(people[who].id), people[who].id);
      return status === 403 || (status === 409 && json['because'] === 'exclusion_waits');
    },
  };
}

const isHiddenFrom = ({ exclusions }: Partial<Case>, id: string): boolean => exclusions?.people.includes(id) === true;

const waiting = (askedBy: string) => ({
  approvals: [
    {
      id: 'exclusion-1',
      kind: 'exclusion',
      askedBy,
      askedAt: receivedAt,
      adds: { people: [], institutions: [] },
      lifts: { people: [], institutions: [] },
    },
  ] as unknown as NonNullable<Case['approvals']>,
});
const standings: Readonly<Record<string, (who: string) => Partial<Case>>> = {
  open: () => ({}),
  'open, held by oneself': (who) => ({ assignee: who }),
  'open, held by another': () => ({ assignee: people.other.id }),
  resolved: () => ({ status: 'resolved', resolvedAt: receivedAt, outcomes: ['advice_given'] }),
  closed: () => ({ status: 'closed', resolvedAt: receivedAt, closedAt: receivedAt, outcomes: ['advice_given'] }),
  'with an exclusion that one asked for': waiting,
  'with an exclusion that another asked for': () => waiting(people.other.id),
  'that excludes one': (who) => ({ exclusions: { people: [who], institutions: [] } }),
};

describe.each(Object.keys(standings))('what somebody may do to a case, %s,', (name) => {
  it.each(roles)('is what the commands let them do: %s', async (who) => {
    for (const number of [urgent, quiet]) {
      const at = deskOn(number, standings[name] ?? (() => ({})), who);
      const may = await at.may();
      for (const [action, command] of Object.entries(asking) as [Action, [string, object]][]) {
        expect([name, who, number, action, may.includes(action)]).toEqual([
          name,
          who,
          number,
          action,
          !(await at.refuses(command)),
        ]);
      }
    }
  });
});

describe('what somebody may do to a case', () => {
  it('has its addresses where reading shows them', async () => {
    const seen: boolean[] = [];
    for (const [number, who] of [urgent, quiet].flatMap((one) =>
      (['counsellor', 'officer', 'supervisor'] as const).map((caseworker) => [one, caseworker] as const),
    )) {
      const { json } = await desk.show(who, number);
      const read = await desk.command(who, number, 'read', { reason: 'on_duty' });
      const isWithheld = read.json['addressesWithheld'] === 'clearance';
      seen.push(isWithheld);
      expect([number, who, (json['may'] as Action[]).includes('open_addresses')]).toEqual([number, who, !isWithheld]);
    }
    expect(new Set(seen).size).toBe(2);
  });

  it('has a counsellor’s call by night, and by day only when nobody else is there', async () => {
    const sends = async () =>
      ((await desk.show('counsellor', urgent)).json['may'] as Action[]).includes('send_referral');
    const now = desk.clock.now();
    expect(await sends()).toBe(true);
    desk.clock.set(plusMinutes(receivedAt, 11 * 60));
    const isOnDuty = async () => true;
    const handler = desk.with({ directory: { ...desk.deps.directory, isOnShift: isOnDuty } });
    expect((await desk.showAt(handler, 'counsellor', urgent)).json['may']).not.toContain('send_referral');
    expect(await sends()).toBe(true);
    desk.clock.set(now);
  });
});

describe('what blocks the end of a case', () => {
  it('is told before anybody tries: reading, handling, then what is owed', async () => {
    const { caseNumber } = await desk.receive(bullying);
    const blocks = async () => (await desk.show('officer', caseNumber)).json['toResolve'];
    expect(await blocks()).toEqual(['not_read', 'not_handled']);
    await desk.command('officer', caseNumber, 'read', {});
    expect(await blocks()).toEqual(['not_handled']);
    await desk.decide('officer', caseNumber, 'handling', {
      ...handling,
      nextStep: 'notify_platform',
      severity: 'normal',
    });
    expect(await blocks()).toEqual(['notice_not_sent']);
    const early = await desk.decide('officer', caseNumber, 'resolution', {
      outcome: 'advice_given',
      message: 'Call us.',
    });
    expect(early.json['because']).toBe('notice_not_sent');
    await desk.command('officer', caseNumber, 'notices', { platform: 'tiktok', way: 'email' });
    expect(await blocks()).toEqual([]);
    await desk.decide('officer', caseNumber, 'resolution', { outcome: 'advice_given', message: 'Call us.' });
    expect(await blocks()).toBeUndefined();
  });

  it('says from when a resolved case can be closed, as the command does, and nothing to others than caseworkers', async () => {
    const { caseNumber } = await desk.receive(bullying);
    const shown = async (who: Who) => (await desk.show(who, caseNumber)).json;
    await desk.command('officer', caseNumber, 'read', {});
    await desk.decide('officer', caseNumber, 'handling', { ...handling, severity: 'normal' });
    expect(await shown('auditor')).not.toHaveProperty('toResolve');
    await desk.decide('officer', caseNumber, 'resolution', { outcome: 'advice_given', message: 'Call us.' });
    const refused = await desk.decide('officer', caseNumber, 'closure', {});
    expect(refused.json).toMatchObject({ because: 'not_quiet_yet' });
    expect((await shown('counsellor'))['closableFrom']).toBe(refused.json['closableFrom']);
    expect(await shown('auditor')).not.toHaveProperty('closableFrom');
    const now = desk.clock.now();
    desk.clock.set(String(refused.json['closableFrom']));
    expect(await shown('counsellor')).not.toHaveProperty('closableFrom');
    desk.clock.set(now);
  });
});
