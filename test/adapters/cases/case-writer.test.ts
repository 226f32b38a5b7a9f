import { GetItemCommand, QueryCommand, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { caseReader } from '#shared/adapters/aws/cases/case-reader.ts';
import { caseWriter } from '#shared/adapters/aws/cases/case-writer.ts';
import { commandReader } from '#shared/adapters/aws/cases/command-reader.ts';
import { historyReader } from '#shared/adapters/aws/cases/history-reader.ts';
import { mailbox } from '#shared/adapters/aws/mail/mailbox.ts';
import { reportStore } from '#shared/adapters/aws/cases/report-store.ts';
import { sealedReader } from '#shared/adapters/aws/cases/sealed-reader.ts';
import { changeCase, type ChangeParts } from '#shared/domain/case/case-change.ts';
import type { Case } from '#shared/domain/case/case.ts';
import { timerId } from '#shared/domain/case/timer-id.ts';
import { again, decideAgain } from '#shared/use-cases/decide-again.ts';
import { aTimer } from '#test/support/builders.ts';
import { startDatabase, type Database } from '#test/support/engine.ts';
import { aNewCase, ownCase, randomId } from '#test/support/new-case.ts';
import { aMail } from '#test/support/mails.ts';

let database: Database;
beforeAll(async () => {
  database = await startDatabase();
});
afterAll(() => database.stop());

const now = '2026-11-20T22:30:00.000Z';
const writer = () => caseWriter(database.db, database.tables);
const load = (caseId: string) => caseReader(database.db, database.tables).load(caseId);

async function storedCase(overrides: Partial<Case> = {}): Promise<Case> {
  const given = aNewCase({
    case: ownCase({ status: 'received', ...overrides }),
    timers: [aTimer({ kind: 'must_be_read' })],
  });
  expect(await reportStore(database.db, database.tables).store(given)).toEqual({ stored: true });
  return given.case;
}

const triaged: ChangeParts = {
  set: { status: 'triaged', triagedAt: now },
  events: [{ type: 'case.triaged', actor: 'besa:triage', data: {} }],
};
const done = (of: Case, reactor = 'triage') => ({ reactor, eventId: `${of.caseId}#1` });

describe('A change of a case', () => {
  it('is written whole: state, events, timers, the DONE row, a message, a command', async () => {
    const before = await storedCase();
    const handle = aTimer({ kind: 'handle' });
    const change = changeCase(
      before,
      { ...triaged, timersArmed: [handle], timersDisarmed: [timerId(aTimer({ kind: 'must_be_read' }))] },
      now,
    );
    const message = { caseId: before.caseId, number: 1, from: 'centre' as const, at: now, sealed: 'c2VhbGVk' };
    const command = { actor: 'staff:a', keyHash: randomId(), fingerprint: 'f', caseId: before.caseId, at: now };
    expect(await writer().write(change, { done: done(before), message, command })).toEqual({ written: true });

    const after = await load(before.caseId);
    expect(after?.case).toEqual({ ...before, status: 'triaged', triagedAt: now, revision: 2, lastEvent: 2 });
    expect(after?.timers).toEqual([handle]);
    const history = await historyReader(database.db, database.tables).history(before.caseId);
    expect(history.map(({ number, type }) => [number, type])).toEqual([
      [1, 'case.received'],
      [2, 'case.triaged'],
    ]);
    expect(await sealedReader(database.db, database.tables).messages(before.caseId, { from: 1, to: 9 })).toEqual([
      message,
    ]);
    expect(await commandReader(database.db, database.tables).command('staff:a', command.keyHash)).toEqual(command);
  });

  it('takes away a field that is no longer set', async () => {
    const before = await storedCase({ assignee: 'staff-1' });
    await writer().write(changeCase(before, { set: { assignee: undefined }, events: [] }, now));
    expect((await load(before.caseId))?.case).not.toHaveProperty('assignee');
  });

  it.each([
    ['the case', GetItemCommand],
    ['its timers', QueryCommand],
  ])(
    'that falls between the two reads of a case never hides behind its revision, with %s read last',
    async (_, last) => {
      const before = await storedCase();
      const raised = aTimer({ kind: 'must_be_read', nextRung: 1 });
      const others: Promise<unknown>[] = [];
      const overtaken = async (command: GetItemCommand): Promise<unknown> => {
        if (!(command instanceof last)) {
          const answer = database.db.send(command);
          others.push(answer);
          return answer;
        }
        await Promise.resolve();
        await Promise.all(others);
        await writer().write(changeCase(before, { set: {}, events: [], timersArmed: [raised] }, now));
        return database.db.send(command);
      };
      const db = Object.assign(Object.create(database.db), { send: overtaken }) as typeof database.db;

      const seen = await caseReader(db, database.tables).load(before.caseId);
      if (seen === undefined) throw new Error('The case is not there.');
      const written = await writer().write(changeCase(seen.case, { set: {}, events: [] }, now));
      // Either what was written is seen, or the write that knows nothing of it is refused.
      expect(written.written ? seen.timers : [raised]).toEqual([raised]);
      expect(seen.case.revision).toBe(before.revision + Number(written.written));
    },
  );

  it('that was decided on an old state is refused whole', async () => {
    const before = await storedCase();
    await writer().write(changeCase(before, triaged, now));
    const late = changeCase(before, { ...triaged, timersArmed: [aTimer({ kind: 'resolve' })] }, now);
    expect(await writer().write(late, { done: done(before, 'sla-timer') })).toEqual({
      written: false,
      because: 'conflict',
    });

    const after = await load(before.caseId);
    expect(after?.case.revision).toBe(2);
    expect(after?.timers.map(({ kind }) => kind)).toEqual(['must_be_read']);
    expect(await writer().writeDone(before.caseId, done(before, 'sla-timer'))).toEqual({ written: true });
  });

  it('that was decided on an old state is refused also when it appends no event', async () => {
    const before = await storedCase();
    await writer().write(changeCase(before, { set: { assignee: 'staff-1' }, events: [] }, now));
    const late = changeCase(before, { set: { assignee: 'staff-2' }, events: [] }, now);
    expect(await writer().write(late)).toEqual({ written: false, because: 'conflict' });
    expect((await load(before.caseId))?.case).toMatchObject({ assignee: 'staff-1', revision: 2 });
  });

  it('of a case that is gone is refused', async () => {
    expect(await writer().write(changeCase(ownCase(), triaged, now))).toEqual({ written: false, because: 'conflict' });
  });

  it('whose event was done already says so, also when the case has moved on since', async () => {
    const before = await storedCase();
    await writer().write(changeCase(before, triaged, now), { done: done(before) });
    const once = changeCase(before, triaged, now);
    expect(await writer().write(once, { done: done(before) })).toEqual({ written: false, because: 'done_already' });
    const again = (await load(before.caseId))?.case as Case;
    expect(await writer().write(changeCase(again, triaged, now), { done: done(before) })).toEqual({
      written: false,
      because: 'done_already',
    });
    expect((await load(before.caseId))?.case.revision).toBe(2);
  });

  it('by a command that is known is answered from the command', async () => {
    const before = await storedCase();
    const command = {
      actor: 'staff:a',
      keyHash: randomId(),
      fingerprint: 'f',
      caseId: before.caseId,
      at: now,
      answer: '{"status":"triaged"}',
    };
    await writer().write(changeCase(before, triaged, now), { command });
    const after = (await load(before.caseId))?.case as Case;
    const other = { ...command, fingerprint: 'other' };
    expect(await writer().write(changeCase(after, triaged, now), { command: other })).toEqual({
      written: false,
      because: 'command_known',
      command,
    });
  });

  it('may arm a timer that it also disarms: it stays armed', async () => {
    const before = await storedCase();
    const timer = aTimer({ kind: 'handle' });
    const change = changeCase(
      before,
      { set: {}, events: [], timersArmed: [timer], timersDisarmed: [timerId(timer)] },
      now,
    );
    expect(await writer().write(change)).toEqual({ written: true });
    expect((await load(before.caseId))?.timers).toContainEqual(timer);
  });

  it('made by thirty at once loses none and numbers its events without a gap', async () => {
    const { caseId } = await storedCase();
    const read: ChangeParts = { set: {}, events: [{ type: 'case.read', actor: 'staff:a', data: {} }] };
    const outcomes = await Promise.all(
      Array.from({ length: 30 }, async () => {
        for (;;) {
          const outcome = await decideAgain(async () => {
            const before = (await load(caseId))?.case as Case;
            const written = await writer().write(changeCase(before, read, now));
            return written.written ? 'written' : again;
          });
          if (outcome !== again) return outcome;
        }
      }),
    );
    expect(outcomes).toHaveLength(30);
    const history = await historyReader(database.db, database.tables).history(caseId);
    expect(history.map(({ number }) => number)).toEqual(Array.from({ length: 31 }, (_, n) => n + 1));
    expect((await load(caseId))?.case).toMatchObject({ revision: 31, lastEvent: 31 });
  });

  it('never overwrites an event of the history', async () => {
    const before = await storedCase();
    // A state whose counter was set back, as no code of ours does.
    const change = changeCase({ ...before, lastEvent: 0 }, triaged, now);
    expect(await writer().write(change)).toEqual({ written: false, because: 'conflict' });
    const [first] = await historyReader(database.db, database.tables).history(before.caseId);
    expect(first?.type).toBe('case.received');
  });
});

describe('A thread', () => {
  it('too long for one page is read whole and in order', async () => {
    let state = await storedCase();
    const sealed = 'c'.repeat(120_000);
    for (let number = 1; number <= 12; number += 1) {
      const change = changeCase(state, { set: { messageCount: number }, events: [] }, now);
      const message = { caseId: state.caseId, number, from: 'centre' as const, at: now, sealed };
      expect(await writer().write(change, { message })).toEqual({ written: true });
      state = change.after;
    }
    const messages = await sealedReader(database.db, database.tables).messages(state.caseId, { from: 1, to: 99 });
    expect(messages.map(({ number }) => number)).toEqual(Array.from({ length: 12 }, (_, n) => n + 1));
  });
});

describe('A DONE row alone', () => {
  it('is written once, with the mails that go with it', async () => {
    const before = await storedCase();
    const mails = [aMail({ caseId: before.caseId, eventId: `${before.caseId}#1` })];
    expect(await writer().writeDone(before.caseId, done(before, 'notification'), mails)).toEqual({ written: true });
    const later = [aMail({ caseId: before.caseId, eventId: `${before.caseId}#1`, to: 'staff-late' })];
    expect(await writer().writeDone(before.caseId, done(before, 'notification'), later)).toEqual({ written: false });
    expect(await mailbox(database.db, database.tables).ofCase(before.caseId)).toEqual(mails);
  });

  it('written by twenty at once is written by one', async () => {
    const before = await storedCase();
    const answers = await Promise.allSettled(
      Array.from({ length: 20 }, () => writer().writeDone(before.caseId, done(before))),
    );
    expect(answers.filter((answer) => answer.status === 'fulfilled' && answer.value.written)).toHaveLength(1);
  });

  it('leaves the case alone', async () => {
    const before = await storedCase();
    await writer().writeDone(before.caseId, done(before));
    expect((await load(before.caseId))?.case).toEqual(before);
  });
});

describe('A row that another version of the code wrote', () => {
  it('is not read as something it is not', async () => {
    const before = await storedCase();
    await database.db.send(
      new UpdateItemCommand({
        TableName: database.tables.cases,
        Key: { pk: { S: `CASE#${before.caseId}` }, sk: { S: 'META' } },
        UpdateExpression: 'SET strange = :bytes',
        ExpressionAttributeValues: { ':bytes': { B: Uint8Array.of(1) } },
      }),
    );
    await expect(load(before.caseId)).rejects.toThrow('not ours');
  });
});
