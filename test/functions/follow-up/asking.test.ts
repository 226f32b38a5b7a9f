import { DeleteItemCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { receiptDesk } from '#shared/adapters/aws/cases/receipt-desk.ts';
import { askedAnswerSchema } from '#shared/contracts/http/answers.ts';
import { country } from '#shared/country/current.ts';
import { plusMinutes } from '#shared/domain/time/instant.ts';
import { receiptFrom } from '#shared/domain/identifiers.ts';
import { timerId } from '#shared/domain/case/timer-id.ts';
import { httpHandler } from '#shared/lambda/http/http-handler.ts';
import { log } from '#shared/lambda/log/log.ts';
import type { ReceiptDesk } from '#shared/ports/case-store.ts';
import { followUpRoutes } from '#functions/follow-up/routes.ts';
import { threadOpener } from '#functions/follow-up/open-thread.ts';
import type { Desk } from '#test/functions/case-desk/desk.ts';
import { openDesk } from '#test/functions/case-desk/desk.ts';
import { bullying, handling } from '#test/functions/case-desk/reports.ts';
import { countedDatabase } from '#test/support/counted-database.ts';
import { callHandler, postOf } from '#test/support/gateway.ts';
import { reporterTexts } from '#test/support/reporter-texts.ts';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.stop());

const unknown = receiptFrom(new Uint8Array(10).fill(7));
const bodies: Readonly<Record<string, object>> = {
  '': {},
  '/messages': { text: 'Po ndodh ende.', stillHappening: true, urls: ['a.example/x'] },
  '/withdrawal': {},
  '/lock': {},
  '/helped': { helped: 'partly' },
};

async function handled() {
  const { caseNumber, receipt } = await desk.receive({ ...bullying, urls: [] });
  await desk.command('officer', caseNumber, 'read', {});
  await desk.decide('officer', caseNumber, 'handling', { severity: 'normal', ...handling });
  return { caseNumber, receipt };
}

async function resolved() {
  const { caseNumber, receipt } = await handled();
  await desk.decide('officer', caseNumber, 'resolution', { outcome: 'advice_given', message: 'Done.' });
  return { caseNumber, receipt };
}

/** What erasing takes first: the case's own rows, while those of its receipt still stand. */
async function erase(caseNumber: string): Promise<void> {
  const { db, tables } = desk.database;
  const { caseId } = (await desk.stateOf(caseNumber)).case;
  for (const { pk, sk } of await desk.rows('cases')) {
    if (pk === undefined || sk === undefined || pk.S !== `CASE#${caseId}`) continue;
    await db.send(new DeleteItemCommand({ TableName: tables.cases, Key: { pk, sk } }));
  }
}

describe('asking to take a report back', () => {
  it('is noted and answered with what happens next; staff see it, with a clock', async () => {
    const { caseNumber, receipt } = await handled();
    const askedAt = desk.clock.now();
    const answer = await desk.ask('withdrawal', { receipt });
    expect(answer.status).toBe(202);
    expect(askedAnswerSchema.safeParse(answer.json).error).toBeUndefined();
    expect(answer.json['text']).toMatch(/First a person .* We do not take it back before \d\d:\d\d on \w+day\./);
    const { json } = await desk.show('officer', caseNumber);
    expect(json['withdrawal']).toEqual({ askedAt, waitUntil: plusMinutes(askedAt, 72 * 60) });
    expect((json['timers'] as { id: string }[]).map(({ id }) => id)).toContain('1.withdrawal_look.report');
    expect((await desk.followUp(receipt)).json).toMatchObject({
      status: { code: 'in_progress' },
      canDo: ['message', 'lock'],
    });
  });

  it('is asked once, however often; the case ends as withdrawn only after the wait and a safety decision', async () => {
    const { caseNumber, receipt } = await handled();
    await desk.ask('withdrawal', { receipt });
    desk.later(60);
    expect((await desk.ask('withdrawal', { receipt })).status).toBe(202);
    expect((await desk.historyOf(caseNumber)).filter(({ type }) => type === 'case.withdrawal_requested')).toHaveLength(
      1,
    );
    const withdrawn = { outcome: 'withdrawn', message: 'We ended it as you asked.' };
    const early = await desk.decide('officer', caseNumber, 'resolution', withdrawn);
    expect(early.json).toMatchObject({ status: 409, because: 'withdrawal_waits' });
    await desk.decide('officer', caseNumber, 'handling', { severity: 'normal', ...handling });
    expect((await desk.stateOf(caseNumber)).timers.map(timerId)).not.toContain('1.withdrawal_look.report');
    desk.later(71 * 60);
    const again = await desk.ask('withdrawal', { receipt });
    expect(again.json['text']).toBe(reporterTexts.asked.withdrawalWaited.child['en']);
    expect((await desk.decide('officer', caseNumber, 'resolution', withdrawn)).status).toBe(200);
    expect((await desk.ask('withdrawal', { receipt })).status).toBe(409);
  });
});

describe('whether it helped', () => {
  it('is said after the end, and may be said again', async () => {
    const open = await handled();
    expect((await desk.ask('helped', { receipt: open.receipt, helped: 'yes' })).status).toBe(409);
    const { caseNumber, receipt } = await resolved();
    for (const helped of ['yes', 'yes', 'no']) {
      const answer = await desk.ask('helped', { receipt, helped });
      expect(answer.status).toBe(202);
      expect(answer.json['text']).toBe(reporterTexts.asked.helped.child['en']);
    }
    expect((await desk.stateOf(caseNumber)).case.helped).toBe('no');
    const said = (await desk.historyOf(caseNumber)).filter(({ type }) => type === 'case.helped');
    expect(said).toMatchObject([
      { actor: 'reporter', data: {} },
      { actor: 'reporter', data: {} },
    ]);
  });

  it('keeps the case in the list of what nobody has seen when it did not, until the centre writes again', async () => {
    const { caseNumber, receipt } = await resolved();
    const listed = async () => {
      const { json } = await desk.attention('supervisor');
      const found = [json, (await desk.attention('supervisor', { cursor: String(json['cursor']) })).json].flatMap(
        (page) => page['cases'] as { caseNumber: string; concerns: { what: string }[] }[],
      );
      return found.find((one) => one.caseNumber === caseNumber)?.concerns.some(({ what }) => what === 'not_helped');
    };
    await desk.ask('helped', { receipt, helped: 'no' });
    expect(await listed()).toBe(true);
    await desk.command('officer', caseNumber, 'read', { reason: 'on_duty' });
    await desk.command('officer', caseNumber, 'notes', { text: 'What now?' });
    await desk.decide('officer', caseNumber, 'closure', { because: 'nothing_left_to_do' });
    expect(await listed()).toBe(true);
    await desk.command('officer', caseNumber, 'messages', { text: 'What else do you need?' });
    expect(await listed()).not.toBe(true);
  });

  it('three times a minute at most, so that no number of requests holds up the case', async () => {
    const { receipt } = await resolved();
    const answers = [];
    for (const helped of ['yes', 'no', 'yes', 'no']) answers.push(await desk.ask('helped', { receipt, helped }));
    expect(answers.map(({ status }) => status)).toEqual([202, 202, 202, 429]);
    expect(answers[3]?.headers).toHaveProperty('Retry-After');
    expect(answers[3]?.json['help']).not.toEqual([]);
    desk.later(1);
    expect((await desk.ask('helped', { receipt, helped: 'no' })).status).toBe(202);
  });

  it.each([
    [{}, '/helped', 'required'],
    [{ helped: 'maybe' }, '/helped', 'unknown_code'],
  ])('%j is told which field', async (body, pointer, code) => {
    const { receipt } = await resolved();
    const answer = await desk.ask('helped', { receipt, ...body });
    expect(answer.status).toBe(422);
    expect(answer.json['errors']).toEqual([expect.objectContaining({ pointer, code })]);
  });
});

describe('a code that somebody else has', () => {
  it('opens nothing after it was locked, and the work on the case goes on', async () => {
    const { caseNumber, receipt } = await handled();
    const answer = await desk.ask('lock', { receipt });
    expect(answer.status).toBe(202);
    expect(answer.json['text']).toBe(reporterTexts.asked.lock.child['en']);
    expect((await desk.followUp(receipt)).status).toBe(404);
    const { case: of } = await desk.stateOf(caseNumber);
    expect(of).toMatchObject({ status: 'in_progress', receiptLockedAt: desk.clock.now() });
    const read = await desk.command('officer', caseNumber, 'read', {});
    expect(read.json['messages']).toMatchObject([{ from: 'centre' }]);
  });

  it('leaves no key behind by which it could be opened', async () => {
    const { receipt } = await handled();
    const [cases, keys] = [(await desk.rows('cases')).length, (await desk.rows('keys')).length];
    await desk.ask('lock', { receipt });
    // The row of the code stays, and says that it is dead.
    expect((await desk.rows('cases')).length).toBe(cases);
    expect((await desk.rows('keys')).length).toBe(keys - 1);
  });
});

describe('on every route, a receipt that leads nowhere', () => {
  const routes = Object.keys(bodies);

  it.each(routes)('is answered with the same bytes, unknown, locked or erased: /v1/follow-up%s', async (route) => {
    const { receipt } = await resolved();
    const [locked, erased] = [await resolved(), await resolved()];
    await desk.ask('lock', { receipt: locked.receipt });
    await erase(erased.caseNumber);
    const answers = await Promise.all(
      [unknown, locked.receipt, erased.receipt].map((one) => desk.askAt(route, { receipt: one, ...bodies[route] })),
    );
    expect(answers[0]?.status).toBe(404);
    expect(answers[1]).toEqual(answers[0]);
    expect(answers[2]).toEqual(answers[0]);
    // The same request with a code that opens is not refused: what is compared is not two refusals of the body.
    expect((await desk.askAt(route, { receipt, ...bodies[route] })).status).not.toBe(422);
  });

  it.each(routes)('costs the same reads, keys and unwrapping as one that opens: /v1/follow-up%s', async (route) => {
    const { receipt } = await resolved();
    const gone = await resolved();
    await desk.ask('lock', { receipt: gone.receipt });
    const { db, tables } = desk.database;
    const work: string[] = [];
    const real = receiptDesk(
      countedDatabase(db, (command) => work.push(command)),
      tables,
    );
    const counted: ReceiptDesk = {
      ...real,
      find: async (lookup) => (work.push('find'), real.find(lookup)),
    };
    const handler = httpHandler(
      followUpRoutes({
        openThread: threadOpener(counted, async () => {}),
        takeTurn: async () => true,
        units: async () => [],
        writer: { write: async () => ({ written: true }) },
        blindIndexKey: async () => (work.push('index key'), desk.keys.blindIndexKey()),
        clock: desk.clock,
        country,
        log,
      }),
      country,
    );
    const workFor = async (one: string): Promise<string[]> => {
      work.length = 0;
      await callHandler(handler, postOf(`/v1/follow-up${route}`, { receipt: one, ...bodies[route] }));
      return work.toSorted();
    };
    const known = await workFor(receipt);
    expect(known).toContain('GetItemCommand');
    expect(await workFor(unknown)).toEqual(known);
    expect(await workFor(gone.receipt)).toEqual(known);
    const erased = await resolved();
    await erase(erased.caseNumber);
    expect(await workFor(erased.receipt)).toEqual(known);
  });
});
