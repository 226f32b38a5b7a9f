import { PutItemCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { entryRow } from '#shared/adapters/aws/directory/directory-lists.ts';
import { plusMinutes } from '#shared/domain/time/instant.ts';
import { country } from '#shared/country/current.ts';
import { catchLog } from '#test/support/catch-log.ts';
import { openDesk, people, receivedAt } from '../desk.ts';
import type { Desk, Who } from '../desk.ts';
import { bullying, extortion, handling } from '../reports.ts';

catchLog();
let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.stop());

const days = 24 * 60;
const caseOf = async (caseNumber: string) => (await desk.stateOf(caseNumber)).case;
const typesOf = async (caseNumber: string) => (await desk.historyOf(caseNumber)).map(({ type }) => type);
const refusal = ({ status, json }: { status: number; json: Record<string, unknown> }) => [status, json['because']];
const problems = ({ json }: { json: Record<string, unknown> }) =>
  (json['errors'] as { pointer: string; code: string }[]).map(({ pointer, code }) => `${pointer} ${code}`);

async function readCase(report: object = bullying): Promise<{ caseNumber: string; receipt: string }> {
  desk.clock.set(receivedAt);
  const received = await desk.receive(report);
  await desk.command('officer', received.caseNumber, 'read', { reason: 'on_duty' });
  return received;
}

async function resolvedCase(): Promise<{ caseNumber: string; receipt: string }> {
  const received = await readCase();
  await desk.decide('officer', received.caseNumber, 'handling', { ...handling, severity: 'normal' });
  const resolved = await desk.decide('officer', received.caseNumber, 'resolution', {
    outcome: 'advice_given',
    message: 'Call us any time.',
  });
  expect(resolved.status).toBe(200);
  return received;
}

describe('an assessment', () => {
  const assessment = {
    category: 'sexual_extortion',
    alsoCategories: ['hate_speech'],
    platform: 'instagram',
    victims: [{ ageBand: '14', gender: 'female' }],
    flags: { threatToShare: true },
    region: 'AL-11',
  };

  it('stands beside what was reported, which stays as said', async () => {
    const { caseNumber } = await readCase();
    const answer = await desk.decide('officer', caseNumber, 'assessment', assessment);
    expect(answer.status).toBe(200);
    const { json } = await desk.show('officer', caseNumber);
    expect(json['assessed']).toEqual(assessment);
    expect(json['reported']).toMatchObject({ category: 'cyberbullying' });
    expect(json['severity']).toBe('normal');
    expect(await typesOf(caseNumber)).toContain('case.assessed');
  });

  it('as CSAM keeps the addresses from who is not cleared, though nobody reported it as that', async () => {
    const { caseNumber } = await readCase();
    expect((await desk.command('other', caseNumber, 'read', {})).json).toHaveProperty('addresses');
    await desk.decide('officer', caseNumber, 'assessment', { category: 'csam' });
    const read = await desk.command('other', caseNumber, 'read', {});
    expect([read.json['addresses'], read.json['addressesWithheld']]).toEqual([undefined, 'clearance']);
  });

  it('as something else does not open what was reported as CSAM', async () => {
    const { caseNumber } = await readCase(extortion);
    await desk.decide('officer', caseNumber, 'assessment', { category: 'cyberbullying' });
    const read = await desk.command('other', caseNumber, 'read', { reason: 'on_duty' });
    expect(read.json['addressesWithheld']).toBe('clearance');
  });

  it('is refused by field, and before anybody has read the report', async () => {
    const { caseNumber } = await desk.receive(bullying);
    expect(refusal(await desk.decide('officer', caseNumber, 'assessment', assessment))).toEqual([409, 'not_read']);
    await desk.command('officer', caseNumber, 'read', {});
    const wrong = await desk.decide('officer', caseNumber, 'assessment', {
      category: 'kanarina',
      alsoCategories: ['kanarina', 'kanarina'],
      platform: 'pigeon',
      region: 'ZZ-1',
    });
    expect([wrong.status, problems(wrong)]).toEqual([
      422,
      [
        '/category unknown_code',
        '/alsoCategories/0 unknown_code',
        '/alsoCategories/1 unknown_code',
        '/alsoCategories wrong_form',
        '/platform unknown_code',
        '/region unknown_code',
      ],
    ]);
    expect(wrong.text).not.toContain('kanarina');
    const years = await desk.decide('officer', caseNumber, 'assessment', {
      ...assessment,
      victims: [{ ageYears: 14 }],
    });
    expect(problems(years)).toEqual([
      '/victims/0/ageBand required',
      '/victims/0/gender required',
      '/victims/0/ageYears unknown_field',
    ]);
  });
});

describe('waiting', () => {
  it('is told to the reporter, stops no clock, and ends', async () => {
    const { caseNumber, receipt } = await readCase();
    await desk.command('officer', caseNumber, 'messages', { text: 'Which school is it?' });
    const by = { institution: 'police_cybercrime', basis: 'al_cc_300' };
    await desk.command('officer', caseNumber, 'referrals', by);
    const called = { fields: [], ground: 'consent', call: { name: 'Kola' } };
    await desk.command('officer', caseNumber, 'referrals/police_cybercrime-1/sending', called);
    const before = await desk.stateOf(caseNumber);
    for (const [who, status] of [
      ['reporter', 'waiting_reporter'],
      ['institution', 'waiting_institution'],
      ['nobody', 'in_progress'],
    ] as const) {
      const answer = await desk.decide('officer', caseNumber, 'waiting', { for: who });
      expect([answer.status, answer.json['status']]).toEqual([200, status]);
      expect((await desk.followUp(receipt)).json['status']).toMatchObject({ code: status });
    }
    const after = await desk.stateOf(caseNumber);
    expect(after.timers).toEqual(before.timers);
    expect(after.case.promise).toEqual(before.case.promise);
  });

  it('is refused plainly for whoever was not asked', async () => {
    const { caseNumber } = await readCase();
    for (const [who, because] of [
      ['reporter', 'reporter_not_asked'],
      ['institution', 'institution_not_asked'],
    ] as const) {
      expect(refusal(await desk.decide('officer', caseNumber, 'waiting', { for: who }))).toEqual([409, because]);
    }
  });

  it('is refused before anybody has read it, and once it is over', async () => {
    desk.clock.set(receivedAt);
    const { caseNumber } = await desk.receive(bullying);
    expect(refusal(await desk.decide('officer', caseNumber, 'waiting', { for: 'reporter' }))).toEqual([
      409,
      'wrong_status',
    ]);
    const over = await resolvedCase();
    expect(refusal(await desk.decide('officer', over.caseNumber, 'waiting', { for: 'nobody' }))).toEqual([
      409,
      'wrong_status',
    ]);
  });
});

describe('moving a target', () => {
  const target = '1.resolve.report';
  const move = (caseNumber: string, body: object, who: Who = 'officer') =>
    desk.decide(who, caseNumber, 'targets', { timer: target, because: 'waiting_for_evidence', ...body });
  const timerOf = async (caseNumber: string, id: string) =>
    ((await desk.show('officer', caseNumber)).json['timers'] as { id: string; deadline: string }[]).find(
      (timer) => timer.id === id,
    );

  it('moves the internal deadline, with who and why, and never the promise', async () => {
    const { caseNumber } = await readCase();
    const { promise } = await caseOf(caseNumber);
    const deadline = plusMinutes(receivedAt, 60 * 60);
    const answer = await move(caseNumber, { deadline });
    expect(answer.status).toBe(200);
    expect(await timerOf(caseNumber, target)).toMatchObject({ deadline });
    const after = await caseOf(caseNumber);
    expect(after.promise).toEqual(promise);
    expect(after.targetMoves).toEqual([
      {
        timer: target,
        deadline,
        because: 'waiting_for_evidence',
        severity: 'normal',
        by: people.officer.id,
        at: desk.clock.now(),
      },
    ]);
  });

  it('says the latest and the earliest that would be right', async () => {
    const { caseNumber } = await readCase();
    const { promise } = await caseOf(caseNumber);
    const late = await move(caseNumber, { deadline: plusMinutes(promise.resolveBy, 1) });
    expect([late.status, problems(late)]).toEqual([422, ['/deadline too_large']]);
    expect(late.text).toContain(promise.resolveBy);
    const past = await move(caseNumber, { deadline: receivedAt });
    expect([past.status, problems(past)]).toEqual([422, ['/deadline too_small']]);
    expect((await move(caseNumber, { deadline: promise.resolveBy })).status).toBe(200);
  });

  it('is refused for the promise, for what is not armed, for what is missed, and to a counsellor', async () => {
    const { caseNumber } = await readCase();
    const deadline = plusMinutes(receivedAt, 90);
    for (const kind of ['promise_handle', 'promise_resolve']) {
      expect(refusal(await move(caseNumber, { deadline, timer: `1.${kind}.report` }))).toEqual([409, 'never_moves']);
    }
    expect(refusal(await move(caseNumber, { deadline, timer: '1.must_be_read.report' }))).toEqual([409, 'timer_ended']);
    expect((await move(caseNumber, { deadline }, 'counsellor')).status).toBe(403);
    desk.later(49 * 60);
    await desk.raise(caseNumber, target);
    expect(refusal(await move(caseNumber, { deadline: plusMinutes(desk.clock.now(), 5) }))).toEqual([
      409,
      'missed_already',
    ]);
  });

  it('holds while the severity is the one it was moved at', async () => {
    const { caseNumber } = await readCase();
    const deadline = plusMinutes(receivedAt, 60 * 60);
    await move(caseNumber, { deadline });
    await desk.reconcile(caseNumber);
    expect((await timerOf(caseNumber, target))?.deadline).toBe(deadline);
    await desk.decide('officer', caseNumber, 'severity', { severity: 'high', reason: 'greater_danger' });
    await desk.reconcile(caseNumber);
    const hours = (country.clocks.resolve.minutes.high ?? 0) / 60;
    expect((await timerOf(caseNumber, target))?.deadline).toBe(plusMinutes(receivedAt, hours * 60));
  });
});

describe('notices to platforms', () => {
  it('are recorded with what the platform answered', async () => {
    const { caseNumber } = await readCase();
    const notice = { platform: 'tiktok', way: 'trusted_flagger' };
    await desk.command('officer', caseNumber, 'notices', notice);
    await desk.command('officer', caseNumber, 'notices', { ...notice, way: 'reporting_form' });
    const answer = await desk.command('counsellor', caseNumber, 'notices/tiktok-2/answer', { answer: 'kept_up' });
    expect(answer.status).toBe(200);
    await desk.command('counsellor', caseNumber, 'notices/tiktok-2/answer', { answer: 'removed' });
    expect((await desk.show('officer', caseNumber)).json['notices']).toEqual([
      { id: 'tiktok-1', ...notice, sentAt: receivedAt, sentBy: people.officer.id },
      {
        id: 'tiktok-2',
        ...notice,
        way: 'reporting_form',
        sentAt: receivedAt,
        sentBy: people.officer.id,
        answer: 'removed',
        answeredAt: receivedAt,
        answeredAtEvent: expect.any(Number),
      },
    ]);
    expect((await typesOf(caseNumber)).filter((type) => type.startsWith('notice.'))).toEqual([
      'notice.sent',
      'notice.sent',
      'notice.answered',
      'notice.answered',
    ]);
  });

  it('are refused for a platform or notice that nobody knows', async () => {
    const { caseNumber } = await readCase();
    const unknown = await desk.command('officer', caseNumber, 'notices', { platform: 'pigeon', way: 'email' });
    expect([unknown.status, problems(unknown)]).toEqual([422, ['/platform unknown_code']]);
    expect((await desk.command('officer', caseNumber, 'notices/tiktok-1/answer', { answer: 'removed' })).status).toBe(
      404,
    );
  });

  it('may go to a platform that the centre has added to those of the pack', async () => {
    const { caseNumber } = await readCase();
    const own = {
      code: 'village_chat',
      name: 'Village chat',
      way: 'email',
      to: 'abuse@chat.example',
      revision: 1,
    } as const;
    const { db, tables } = desk.database;
    await db.send(new PutItemCommand({ TableName: tables.directory, Item: entryRow('platform', own) }));
    const notice = { platform: 'village_chat', way: 'email' };
    expect((await desk.command('officer', caseNumber, 'notices', notice)).status).toBe(200);
  });
});

describe('closing', () => {
  it('waits until the case was quiet for the days of the pack, and says from when', async () => {
    const { caseNumber } = await resolvedCase();
    const closableFrom = plusMinutes(receivedAt, country.closing.quietDays * days);
    desk.clock.set(plusMinutes(closableFrom, -1));
    const early = await desk.decide('officer', caseNumber, 'closure', {});
    expect([early.status, early.json['because'], early.json['closableFrom']]).toEqual([
      409,
      'not_quiet_yet',
      closableFrom,
    ]);
    await desk.command('officer', caseNumber, 'read', {});
    await desk.command('officer', caseNumber, 'notes', { text: 'Nothing new.' });
    desk.clock.set(closableFrom);
    const closed = await desk.decide('officer', caseNumber, 'closure', {});
    expect([closed.status, closed.json['status']]).toEqual([200, 'closed']);
    const state = await desk.stateOf(caseNumber);
    expect([state.timers, state.case.closedAt]).toEqual([[], closableFrom]);
    expect(await typesOf(caseNumber)).toContain('case.closed');
  });

  it('counts from the last message, not from the end', async () => {
    const { caseNumber } = await resolvedCase();
    desk.later(10 * days);
    await desk.command('officer', caseNumber, 'messages', { text: 'How are you?' });
    desk.later((country.closing.quietDays - 1) * days);
    expect(refusal(await desk.decide('officer', caseNumber, 'closure', {}))).toEqual([409, 'not_quiet_yet']);
    desk.later(days);
    expect((await desk.decide('officer', caseNumber, 'closure', {})).status).toBe(200);
  });

  it('waits for platforms, names what is open, or takes a reason', async () => {
    const { caseNumber } = await readCase();
    await desk.command('officer', caseNumber, 'notices', { platform: 'tiktok', way: 'email' });
    await desk.decide('officer', caseNumber, 'handling', { ...handling, severity: 'normal' });
    await desk.decide('officer', caseNumber, 'resolution', { outcome: 'content_still_up', message: 'We asked them.' });
    desk.later(country.closing.quietDays * days);
    const open = await desk.decide('officer', caseNumber, 'closure', {});
    expect([open.status, open.json['because'], open.json['open']]).toEqual([409, 'matters_open', ['tiktok-1']]);
    const closed = await desk.decide('officer', caseNumber, 'closure', { because: 'platform_silent' });
    expect(closed.status).toBe(200);
    expect((await caseOf(caseNumber)).closedBecause).toBe('platform_silent');
  });

  it('is for resolved cases only, and to a counsellor for their own', async () => {
    const { caseNumber } = await readCase();
    expect(refusal(await desk.decide('officer', caseNumber, 'closure', { because: 'nothing_left_to_do' }))).toEqual([
      409,
      'wrong_status',
    ]);
    const over = await resolvedCase();
    const because = 'nothing_left_to_do';
    expect((await desk.decide('counsellor', over.caseNumber, 'closure', { because })).status).toBe(403);
  });
});

describe('reopening', () => {
  it('starts a new clock with a new promise, and the case stands in the queue again', async () => {
    const { caseNumber, receipt } = await resolvedCase();
    await desk.decide('officer', caseNumber, 'closure', { because: 'nothing_left_to_do' });
    desk.later(40 * days);
    const reopened = await desk.decide('counsellor', caseNumber, 'reopening', {});
    expect([reopened.status, reopened.json['status']]).toEqual([200, 'in_progress']);
    const { case: of, timers } = await desk.stateOf(caseNumber);
    expect(of).toMatchObject({ clockNumber: 2, promise: { resolveBy: plusMinutes(desk.clock.now(), 72 * 60) } });
    expect(of.closedAt).toBeUndefined();
    expect(new Set(timers.map(({ clock }) => clock))).toEqual(new Set([2]));
    expect((await desk.followUp(receipt)).json['status']).toMatchObject({ code: 'in_progress' });
    const listed = (await desk.list('officer')).json['cases'] as { caseNumber: string }[];
    expect(listed.map((line) => line.caseNumber)).toContain(caseNumber);
  });

  it('is refused while the case is worked on', async () => {
    const { caseNumber } = await readCase();
    expect(refusal(await desk.decide('officer', caseNumber, 'reopening', {}))).toEqual([409, 'wrong_status']);
  });
});
