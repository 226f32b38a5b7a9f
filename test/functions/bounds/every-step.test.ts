import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PutItemCommand } from '@aws-sdk/client-dynamodb';
import { escalateDueCase } from '#functions/escalation/escalate-due-case.ts';
import { referCase } from '#functions/referral/refer-case.ts';
import { reconcileClocks } from '#functions/sla-timer/reconcile-clocks.ts';
import { reopenFollowers } from '#functions/sla-timer/reopen-followers.ts';
import { boundsDocument, mostWritesOf } from '#infra/documents/bounds-table.ts';
import type { BoundedStep } from '#infra/documents/bounds-table.ts';
import { staffRows } from '#shared/adapters/aws/directory/directory.ts';
import { routesOfCaseDesk } from '#shared/contracts/http/staff/staff-routes.ts';
import type { StaffRoute } from '#shared/contracts/http/staff/staff-routes.ts';
import { country } from '#shared/country/current.ts';
import { mostOf } from '#shared/domain/case/bounds.ts';
import { changeCase } from '#shared/domain/case/case-change.ts';
import type { Case } from '#shared/domain/case/case.ts';
import { accessDays, mostCodesIssued } from '#shared/domain/referrals/desk/access.ts';
import { decideQuestion } from '#shared/domain/referrals/desk/question.ts';
import { isEnded } from '#shared/domain/sla/timer.ts';
import { plusDays, plusMinutes } from '#shared/domain/time/instant.ts';
import { transactionLimits } from '#shared/ports/transaction-too-large.ts';
import { catchLog } from '#test/support/catch-log.ts';
import { openDesk, people, receivedAt } from '../case-desk/desk.ts';
import type { Desk, Who } from '../case-desk/desk.ts';
import { addContacts } from '../case-desk/referrals/referral-desk.ts';
import { bullying, handling } from '../case-desk/reports.ts';
import { fill, weigh } from './full-case.ts';

catchLog();
let desk: Desk;
let scale: ReturnType<typeof weigh>;
beforeAll(async () => {
  desk = await openDesk('memory', { isDeskOpen: true });
  await addContacts(desk);
  scale = weigh(desk);
});
afterAll(() => desk.stop());

const at = receivedAt;
const read = { status: 'in_progress', triagedAt: at, readAt: at, lastReadAt: at } as const;
const handled = { ...read, handledAt: at } as const;
const resolved = { ...handled, status: 'resolved', resolvedAt: at, outcomes: ['advice_given'] } as const;
const closed = { ...resolved, status: 'closed', closedAt: at } as const;
const states: Readonly<Record<'read' | 'handled' | 'resolved' | 'closed', Partial<Case>>> = {
  read,
  handled,
  resolved: resolved as unknown as Partial<Case>,
  closed: closed as unknown as Partial<Case>,
};

/** Asserts that no transaction since the last look was larger than the table says, and that something was written. */
function expectWithin(step: BoundedStep): void {
  const { writes, bytes, largestRow } = scale.worst();
  expect(writes).toBeGreaterThan(0);
  expect(writes).toBeLessThanOrEqual(mostWritesOf[step].writes);
  expect(bytes).toBeLessThan(transactionLimits.bytes / 4);
  expect(largestRow).toBeLessThan(transactionLimits.rowBytes / 2);
}

interface Tried {
  name: string;
  state?: keyof typeof states;
  body?: object;
  who?: Who;
  more?: Partial<Case>;
  step?: BoundedStep;
}

const proposal = 'referrals/police_cybercrime-1';
const sent = 'referrals/police_cybercrime-2';
const sending = {
  fields: ['narrative'],
  ground: 'override',
  overrideBecause: 'crime_against_child',
  message: 'We must.',
};
const rung = country.ladder.rungs[0]?.id;
const notLinked = { linkedCases: [] };

/** Every command of the case desk, each on a case whose lists have room for one more entry. */
const commands: Tried[] = [
  { name: 'read', body: {} },
  { name: 'read', state: 'closed', body: {} },
  { name: 'claim', body: {} },
  { name: 'severity', body: { severity: 'critical', reason: 'greater_danger' } },
  { name: 'severity', body: { severity: 'high', reason: 'already_safe' }, more: { severity: 'critical' } },
  { name: 'handling', body: { ...handling, severity: 'normal' } },
  { name: `escalations/1.must_be_read.message-9/${rung}/acknowledgement`, body: {} },
  { name: 'assessment', body: { category: 'hacking', alsoCategories: ['privacy'] } },
  {
    name: 'danger',
    body: { notCalledBecause: 'too_little_known', note: 'Nobody knows where.' },
    more: { danger: { since: at, flags: ['inDanger'] } },
  },
  { name: 'waiting', body: { for: 'institution' } },
  { name: 'targets', body: { timer: '1.resolve.report', deadline: plusMinutes(at, 90), because: 'set_wrongly' } },
  { name: 'resolution', state: 'handled', body: { outcome: 'advice_given', message: 'Call us.' } },
  {
    name: 'outcome-correction',
    state: 'closed',
    body: {
      because: 'new_information',
      outcome: 'police_involved',
      facts: [{ outcome: 'police_involved', spokenTo: { name: 'An invented name', why: 'They have it.' } }],
      message: 'Call us.',
    },
  },
  { name: 'closure', state: 'resolved', body: { because: 'nothing_left_to_do' } },
  { name: 'reopening', state: 'resolved', body: {} },
  { name: 'reopening', state: 'closed', body: {} },
  { name: 'assignment', body: { assignee: people.other.id } },
  { name: 'hand-over', body: { team: 'helpline' } },
  { name: 'notes', body: { text: 'A note.' } },
  { name: 'messages', body: { text: 'A message.' } },
  { name: 'unlink', body: {}, more: { ...notLinked, leadCaseId: 'f'.repeat(32) } },
  { name: 'notices', body: { platform: 'tiktok', way: 'email' } },
  { name: 'notices/tiktok-1/answer', body: { answer: 'removed' } },
  { name: 'referrals', body: { institution: 'state_police', basis: 'al_cc_sexual_offences' } },
  { name: `${proposal}/change`, body: { lead: true } },
  { name: `${proposal}/drop`, body: { because: 'not_needed' } },
  { name: `${proposal}/sending`, body: sending },
  { name: `${sent}/answer`, body: { answer: 'accepted' } },
  { name: `${sent}/withdrawal`, body: { because: 'sent_in_error' } },
  { name: 'referrals/police_cybercrime-4/look', body: {}, who: 'other' },
  { name: 'export', body: { reason: 'audit' } },
  { name: 'approvals/export-1', body: { verdict: 'approve' }, who: 'head' },
  { name: 'hold', body: { because: 'audit' } },
  { name: 'release', body: {}, more: { hold: { because: 'audit', by: people.officer.id, since: at } } },
  {
    name: 'erasure',
    state: 'closed',
    body: { because: 'taken_in_error', safetyDecision: 'safe_for_now' },
    more: { readUpTo: 1 },
  },
  {
    name: 'receipt',
    body: { assuredBy: 'called_safe_contact' },
    more: { readers: [people.officer.id] },
    step: 'receipt',
  },
  {
    name: 'spoken',
    body: { how: 'met_in_person' },
    more: { codeConcerns: [{ what: 'dead_code_used', since: at, how: 'locked' }] },
  },
  {
    name: 'exclusions',
    body: { institutions: ['police_cybercrime'], people: [people.counsellor.id] },
    who: 'supervisor',
    more: { receiptKnownTo: [{ by: people.counsellor.id, at, how: 'reissued' }] },
    step: 'exclusions',
  },
];

/** An institution asks something, when it is so late. */
async function asks(caseNumber: string, now: string): Promise<void> {
  desk.clock.set(now);
  const { case: of } = await desk.stateOf(caseNumber);
  const decided = decideQuestion(of, 'police_cybercrime-1', 'contact-0', now);
  if (decided.outcome !== 'change') throw new Error(`It came to ${decided.outcome}.`);
  expect(await desk.deps.writer.write(changeCase(of, decided.parts, now))).toEqual({ written: true });
}

describe('with every list of the case almost full, and the clocks of 97 older messages and 50 referrals', () => {
  it.each(commands)(
    '$name ($state) is done, within its bound',
    async ({ name, state = 'read', body, who, more, step }) => {
      const { caseNumber } = await desk.receive(bullying);
      await fill(desk, caseNumber, 1, { ...states[state], ...more });
      scale.worst();
      const answer = await desk.decide(who ?? 'officer', caseNumber, name, body);
      expect([answer.status, answer.text]).toMatchObject([200, expect.anything()]);
      expectWithin(step ?? 'command');
    },
  );

  it('an export that another person approved is taken', async () => {
    const { caseNumber } = await desk.receive(bullying);
    await fill(desk, caseNumber, 1, states.read);
    const approved = await desk.decide('head', caseNumber, 'approvals/export-1', { verdict: 'approve' });
    expect(approved.status).toBe(200);
    scale.worst();
    expect((await desk.command('other', caseNumber, 'export/export-1/copy', {})).status).toBe(200);
    expectWithin('command');
  });

  it('a referral is sent, reminded of, and its question replied to, with an access code for each contact', async () => {
    const { caseNumber } = await desk.receive(bullying);
    await fill(desk, caseNumber, 1, states.read);
    const { db, tables } = desk.database;
    for (let n = 0; n <= mostCodesIssued; n += 1) {
      const contact = { ...people.director, id: `contact-${n}`, duties: ['institution:police_cybercrime'] };
      for (const Item of staffRows(contact)) await db.send(new PutItemCommand({ TableName: tables.directory, Item }));
    }
    const contact = 'contact-0';
    for (const [step, body] of [
      ['sending', sending],
      ['reminder', {}],
      ['reply', { text: 'A reply.' }],
      ['access', { contact }],
      ['access-end', { contact }],
      ['withdrawal', { because: 'sent_in_error' }],
    ] as const) {
      // Each access code has run out when the centre replies.
      if (step === 'reply') await asks(caseNumber, plusDays(receivedAt, accessDays));
      scale.worst();
      const answer = await desk.decide('officer', caseNumber, `${proposal}/${step}`, body);
      expect([step, answer.status]).toEqual([step, 200]);
      expectWithin('command');
    }
    desk.clock.set(receivedAt);
    const { caseId } = (await desk.stateOf(caseNumber)).case;
    expect(await desk.deps.accesses.ofReferral(caseId, 'police_cybercrime-1')).toHaveLength(mostCodesIssued);
  });

  it('none of the commands is left out', () => {
    const pattern = (path: string) =>
      new RegExp(`^${path.replace('/v1/cases/{number}/', '').replace(/\{\w+\}/g, '[^/]+')}$`);
    const ofAccess = ['reminder', 'reply', 'access', 'access-end'].map((step) => `${proposal}/${step}`);
    const tried = [...commands.map(({ name }) => name), 'link', 'export/export-1/copy', ...ofAccess];
    // A letter that is acknowledged changes its cases one by one: test/functions/case-desk/letters.
    // So do the commands on linked cases, each by the single command: test/functions/case-desk/linked.
    const posted = Object.values(routesOfCaseDesk)
      .flat()
      .filter((row: StaffRoute) => row.path.startsWith('/v1/cases/'))
      .filter((row: StaffRoute) => row.method === 'POST' && row.changesNothing !== true)
      .filter(({ name }) => !name.startsWith('linked'));
    expect(
      posted.filter(({ path }) => !tried.some((name) => pattern(path).test(name))).map(({ name }) => name),
    ).toEqual([]);
  });

  it('a case is linked under a parent that is full, and its parent changes with it', async () => {
    const [parent, of] = [await desk.receive(bullying), await desk.receive(bullying)];
    await fill(desk, parent.caseNumber, 1, states.read);
    await fill(desk, of.caseNumber, 1, { ...states.handled, ...notLinked });
    scale.worst();
    const linked = await desk.decide('officer', of.caseNumber, 'link', { leadCase: parent.caseNumber });
    expect(linked.status).toBe(200);
    expectWithin('command');
    await fill(desk, parent.caseNumber, 1, { ...states.resolved });
    const ended = await desk.decide('officer', of.caseNumber, 'unlink', {});
    expect(ended.status).toBe(200);
    const same = {
      outcome: 'same_event',
      leadCase: parent.caseNumber,
      dropProposals: true,
      message: 'It is the same.',
    };
    const resolution = await desk.decide('officer', of.caseNumber, 'resolution', same);
    expect([resolution.status, resolution.text]).toMatchObject([200, expect.anything()]);
    expectWithin('command');
  });

  it('a linked case with every list full follows its parent', async () => {
    const [parent, of] = [await desk.receive(bullying), await desk.receive(bullying)];
    const { caseId, caseNumber } = (await desk.stateOf(of.caseNumber)).case;
    const lead = await fill(desk, parent.caseNumber, 1, { ...states.read, linkedCases: [{ caseId, caseNumber }] });
    const same: Partial<Case> = { outcomes: ['same_event'], leadCaseId: lead.caseId };
    await fill(desk, caseNumber, 1, { ...states.resolved, ...notLinked, ...same });
    scale.worst();
    const data = {};
    const reopened = {
      type: 'case.reopened',
      actor: 'reporter',
      data,
      caseId: lead.caseId,
      number: 9,
      time: at,
    } as const;
    expect(await reopenFollowers({ ...desk.deps, policy: country })(reopened)).toBe(true);
    expectWithin('following');
    expect((await desk.stateOf(caseNumber)).case).toMatchObject({ status: 'in_progress', clockNumber: 2 });
  });

  it('what was asked with 47 older clocks on an ended case goes on, and the rest ends with the sweep', async () => {
    for (const state of ['resolved', 'closed'] as const) {
      const { caseNumber, receipt } = await desk.receive(bullying);
      await fill(desk, caseNumber, 1, states[state]);
      scale.worst();
      const urls = Array.from({ length: 20 }, (_, n) => `https://canary.example/${n}`);
      const accounts = Array.from({ length: 20 }, (_, n) => ({ platform: 'instagram', handle: `canary.${n}` }));
      const added = { receipt, text: 'Ende.', stillHappening: true, urls, accounts };
      expect((await desk.ask('messages', added)).status).toBe(201);
      expectWithin('message');
      const first = await desk.stateOf(caseNumber);
      const ended = first.timers.filter((timer) => isEnded(timer, first.case, country));
      expect(ended.length).toBeGreaterThan(0);
      const { caseId } = first.case;
      expect(await escalateDueCase({ ...desk.deps, country })(caseId)).toMatchObject({ outcome: 'done' });
      expectWithin('escalation');
      const { case: of, timers } = await desk.stateOf(caseNumber);
      expect(timers.filter((timer) => isEnded(timer, of, country))).toEqual([]);
      expect(timers.filter(({ kind }) => kind === 'must_be_read')).toMatchObject([{ clock: 2, subject: 'report' }]);
    }
  });

  it.each([
    ['withdrawal', 'read', {}],
    ['lock', 'closed', {}],
    ['helped', 'closed', { helped: 'yes' }],
  ] as const)('the reporter can ask: %s', async (name, state, body) => {
    const { caseNumber, receipt } = await desk.receive(bullying);
    await fill(desk, caseNumber, 1, states[state]);
    scale.worst();
    expect((await desk.ask(name, { receipt, ...body })).status).toBe(202);
    expectWithin('asking');
  });

  it('the reactors do their work in steps that fit, and come to an end', async () => {
    const { caseNumber } = await desk.receive(bullying);
    // The platform was asked by notices. The words bring in somebody who has yet to be proposed.
    await fill(desk, caseNumber, 1, { ...states.read, severity: 'critical', words: ['words_self_harm'] });
    const [received] = await desk.historyOf(caseNumber);
    scale.worst();
    const deps = { ...desk.deps, policy: country };
    expect(await reconcileClocks(deps)(received!)).toMatchObject({ outcome: expect.stringMatching(/done|ignored/) });
    expectWithin('clocks');
    const { case: of, timers } = await desk.stateOf(caseNumber);
    expect(timers.filter(({ subject }) => subject.startsWith('message-'))).toEqual([]);
    expect(timers.every(({ severity }) => severity === 'critical')).toBe(true);
    expect(timers.filter(({ kind }) => kind === 'must_be_read')).toHaveLength(1);
    expect(of.raises?.length).toBe(timers.length);
    await referCase(desk.deps)(received!);
    expectWithin('proposals');
  });

  it('triage makes a case critical that is full', async () => {
    const { caseNumber } = await desk.receive(bullying);
    const untriaged = { status: 'received', words: ['words_weapon'] } as Partial<Case>;
    const of = await fill(desk, caseNumber, 1, untriaged);
    expect(of.triagedAt).toBeDefined();
    const [received] = await desk.historyOf(caseNumber);
    const { triagedAt: _, ...rest } = of;
    await fill(desk, caseNumber, 1, { ...rest, triagedAt: undefined } as unknown as Partial<Case>);
    scale.worst();
    expect(await desk.triage({ ...received!, number: of.lastEvent })).toMatchObject({ outcome: 'done' });
    expectWithin('triage');
  });

  it('a report with all it can bring is stored and filed', async () => {
    const urls = Array.from({ length: 20 }, (_, n) => `https://canary.example/report/${n}`);
    const accounts = Array.from({ length: 20 }, (_, n) => ({ platform: 'instagram', handle: `report.${n}` }));
    const reporter = { role: 'child', contact: { phone: '+355 69 123 4567', email: 'canary@example.al' } };
    scale.worst();
    const answer = await desk.file('counsellor', { ...bullying, urls, accounts, reporter, channel: 'helpline' });
    expect(answer.status).toBe(201);
    expectWithin('report');
  });

  it('sixty people are told of one event', async () => {
    const { caseNumber } = await desk.receive(bullying);
    const { caseId } = await fill(desk, caseNumber, 1, states.read);
    const mails = Array.from({ length: 60 }, (_, n) => ({
      caseId,
      eventId: `${caseId}#1`,
      to: `staff-${n}`,
      occasion: 'new_case' as const,
      createdAt: at,
      tag: randomUUID(),
      attempts: 1,
      retryAt: at,
    }));
    scale.worst();
    const done = { reactor: 'notification', eventId: `${caseId}#1` };
    expect(await desk.deps.writer.writeDone(caseId, done, mails)).toEqual({ written: true });
    expectWithin('mails');
    expect(await desk.deps.mails.ofCase(caseId)).toHaveLength(60);
  });
});

describe('with every list of the case full', () => {
  it.each([
    ['notices', { platform: 'tiktok', way: 'email' }, 'notices', 'notices_full'],
    ['notes', { text: 'One more.' }, 'notes', 'notes_full'],
    ['export', { reason: 'audit' }, 'approvals', 'approvals_full'],
    ['referrals', { institution: 'state_police', basis: 'al_cc_sexual_offences' }, 'referrals', 'referrals_full'],
  ] as const)('%s is refused, and the answer names the limit', async (name, body, list, because) => {
    const { caseNumber } = await desk.receive(bullying);
    await fill(desk, caseNumber, 0, states.read);
    const before = await desk.stateOf(caseNumber);
    const { status, json } = await desk.decide('officer', caseNumber, name, body);
    expect([status, json['because'], json['limit']]).toEqual([409, because, String(mostOf[list])]);
    expect(await desk.stateOf(caseNumber)).toEqual(before);
  });

  it('a parent case takes no more linked cases, by linking or by ending', async () => {
    const [parent, of] = [await desk.receive(bullying), await desk.receive(bullying)];
    await fill(desk, parent.caseNumber, 0, states.resolved);
    await fill(desk, of.caseNumber, 0, { ...states.handled, ...notLinked });
    const leadCase = parent.caseNumber;
    for (const [name, body] of [
      ['link', { leadCase }],
      ['resolution', { outcome: 'same_event', leadCase, message: 'It is the same.' }],
    ] as const) {
      const { status, json } = await desk.decide('officer', of.caseNumber, name, body);
      expect([status, json['because'], json['limit']]).toEqual([409, 'lead_full', '100']);
    }
  });
});

describe('the table of bounds', () => {
  it('stays within what one transaction takes', () => {
    for (const { writes } of Object.values(mostWritesOf)) expect(writes).toBeLessThanOrEqual(transactionLimits.writes);
    expect(boundsDocument()).toContain('| referrals | 50 |');
  });
});
