import { randomBytes, randomUUID } from 'node:crypto';
import { accessCodes } from '#shared/adapters/aws/keys/access-codes.ts';
import { accessLetters } from '#shared/adapters/aws/mail/access-letters.ts';
import { PutItemCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { tellStaff } from '#functions/notification/tell-staff.ts';
import { directory, staffRows } from '#shared/adapters/aws/directory/directory.ts';
import { letters as lettersStore } from '#shared/adapters/aws/mail/letters.ts';
import { mailbox } from '#shared/adapters/aws/mail/mailbox.ts';
import { country } from '#shared/country/current.ts';
import { changeCase } from '#shared/domain/case/case-change.ts';
import type { Case } from '#shared/domain/case/case.ts';
import { mailWording } from '#shared/mail/mail-words.ts';
import type { Envelope } from '#shared/ports/mailbox.ts';
import { aPerson } from '#test/support/builders.ts';
import { catchLog } from '#test/support/catch-log.ts';
import { house } from '#test/support/kept-house.ts';
import { openDesk, people } from '../desk.ts';
import type { Desk } from '../desk.ts';
import { bullying, extortion, handling } from '../reports.ts';

const logged = catchLog();
const grace = aPerson('staff-grace', { duties: ['outside_partner'], language: 'en' });
const wish = { because: 'person_concerned_asked', safetyDecision: 'safe_for_now' };
const everybodyElse = [people.other.id, people.supervisor.id, people.head.id];

let desk: Desk;
let sent: Envelope[] = [];
beforeAll(async () => {
  desk = await openDesk();
  await putPerson(grace);
});
beforeEach(() => {
  sent = [];
});
afterAll(() => desk.stop());

async function putPerson(person: typeof grace): Promise<void> {
  const { db, tables } = desk.database;
  for (const Item of staffRows(person)) await db.send(new PutItemCommand({ TableName: tables.directory, Item }));
}

async function setCase(caseNumber: string, set: Partial<Case>): Promise<void> {
  const { case: of } = await desk.stateOf(caseNumber);
  await desk.deps.writer.write(changeCase(of, { set, events: [] }, desk.clock.now()));
}

/** A case that only the officer gets to: everybody else who could be the second person is excluded. */
async function aloneWith(report: object): Promise<string> {
  const { caseNumber } = await desk.receive(report);
  await desk.command('officer', caseNumber, 'read', { reason: 'on_duty' });
  await setCase(caseNumber, { exclusions: { institutions: [], people: everybodyElse } });
  return caseNumber;
}

async function end(caseNumber: string): Promise<void> {
  const { severity } = (await desk.stateOf(caseNumber)).case;
  await desk.decide('officer', caseNumber, 'handling', { ...handling, severity });
  const ended = await desk.decide('officer', caseNumber, 'resolution', {
    outcome: 'advice_given',
    message: 'This is what you can do.',
  });
  expect(ended.status).toBe(200);
}

/** Notification hears of the last request, as deployed, and its letters are taken down. */
async function tell(caseNumber: string): Promise<void> {
  const { db, tables } = desk.database;
  const tellOf = tellStaff({
    cases: desk.deps.cases,
    writer: desk.deps.writer,
    directory: directory(db, tables, desk.clock),
    mailbox: mailbox(db, tables),
    letters: lettersStore(db, tables),
    accessLetters: accessLetters(db, tables, accessCodes(desk.keys)),
    accesses: desk.deps.accesses,
    randomBytes,
    mailsPerDay: 50_000,
    mailer: {
      send: (letter) => {
        sent.push(letter);
        return Promise.resolve({ messageId: `message-${sent.length}` });
      },
    },
    clock: desk.clock,
    country,
    wording: await mailWording(country),
    staffUrl: 'https://staff.centre.example',
    newTag: randomUUID,
    log: desk.deps.log,
    measure: desk.deps.measure,
  });
  const asked = (await desk.historyOf(caseNumber)).findLast(({ type }) => type === 'approval.asked');
  if (asked === undefined) throw new Error('Nothing was asked.');
  await tellOf(asked);
}

const codeIn = (letter: Envelope | undefined): string =>
  /[0-9A-Z]{8}(?=\. The code)/.exec(letter?.text ?? '')?.[0] ?? '';
const answer = (caseNumber: string, approval: string, code: string, verdict = 'approve') =>
  desk.command('officer', caseNumber, `approvals/${approval}`, { verdict, call: { code } });

describe('what nobody at the centre can decide', () => {
  it('is decided by the outside partner, whose letter alone tells the code; whoever has the call records it', async () => {
    const caseNumber = await aloneWith(bullying);
    await end(caseNumber);
    // By day: at night the letter waits for the morning.
    desk.clock.set('2026-11-21T10:00:00.000Z');
    const asked = await desk.command('officer', caseNumber, 'erasure', wish);
    expect(asked.json).toMatchObject({ approvals: [{ id: 'erasure-1', partner: { id: grace.id } }] });
    await tell(caseNumber);
    expect(sent.map(({ to }) => to)).toEqual([grace.mail]);
    const [letter] = sent;
    expect(letter?.html).not.toMatch(/https?:/);
    expect(letter?.text).toContain(caseNumber);
    expect(letter?.text).toContain('erasing the case for good');
    expect(`${letter?.subject}${letter?.text}`).not.toMatch(/https?:|severity|critical|high|normal|low\b/i);
    const code = codeIn(letter);
    expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{8}$/);

    // No answer, view, list, history or log holds the code.
    const shown = await Promise.all([
      desk.show('officer', caseNumber),
      desk.list('officer'),
      desk.attention('officer'),
      desk.command('officer', caseNumber, 'erasure', wish),
    ]);
    const rows = await desk.rows('cases');
    const commands = rows.filter(({ pk }) => pk?.S?.startsWith('COMMAND') === true);
    expect(commands.length).toBeGreaterThan(0);
    const everything = JSON.stringify([asked, shown, commands, await desk.historyOf(caseNumber), logged()]);
    expect(everything).not.toContain(code);

    expect(
      (await desk.command('officer', caseNumber, 'approvals/erasure-1', { verdict: 'approve' })).json,
    ).toMatchObject({
      status: 409,
      because: 'own_request',
    });
    expect((await answer(caseNumber, 'erasure-1', '0000-0000')).json).toMatchObject({
      status: 409,
      because: 'wrong_code',
      triesLeft: '4',
      case: { approvals: [{ partner: { id: grace.id, wrong: 1 } }] },
    });
    const { caseId } = (await desk.stateOf(caseNumber)).case;
    await house(desk.database, { now: desk.clock.now() }).run();
    expect(await desk.deps.cases.load(caseId)).toBeDefined();

    // As somebody types what was read out on the phone.
    const said = await answer(caseNumber, 'erasure-1', ` ${code.slice(0, 4).toLowerCase()} ${code.slice(4)} `);
    expect(said.json).toMatchObject({
      approvals: [{ decision: 'approved', decidedBy: grace.id, recordedBy: people.officer.id }],
    });
    expect(said.text).not.toContain(code);
    await house(desk.database, { now: desk.clock.now() }).run();
    expect(await desk.deps.cases.load(caseId)).toBeUndefined();
  });

  it('is refused after five wrong codes, each of them counted, also where the same command comes again', async () => {
    const caseNumber = await aloneWith(bullying);
    await desk.command('officer', caseNumber, 'export', { reason: 'audit' });
    const { case: of } = await desk.stateOf(caseNumber);
    const code = of.approvals?.[0]?.partner?.code ?? '';
    const wrong = code.startsWith('0') ? '1111-1111' : '0000-0000';
    for (const triesLeft of ['4', '3', '2', '1', '0']) {
      const body = { verdict: 'approve', call: { code: wrong } };
      const tried = await desk.command('officer', caseNumber, 'approvals/export-1', body, {
        'Idempotency-Key': 'try-0123456789abcdef',
      });
      expect(tried.json).toMatchObject({ status: 409, because: 'wrong_code', triesLeft });
    }
    expect((await answer(caseNumber, 'export-1', code)).json).toMatchObject({ status: 409, because: 'approval_over' });
    expect((await desk.historyOf(caseNumber)).at(-1)).toMatchObject({ type: 'approval.refused' });
    const taken = await desk.command('officer', caseNumber, 'export/export-1/copy', {});
    expect(taken.json).toMatchObject({ status: 409, because: 'approval_over' });
  });

  it('rings the partner for each request apart, whatever the severity is, and keeps a critical case critical', async () => {
    const caseNumber = await aloneWith(extortion);
    desk.clock.set('2026-11-22T10:00:00.000Z');
    await setCase(caseNumber, { severity: 'critical' });
    const lower = { severity: 'low', reason: 'lesser_danger' };
    const asked = await desk.decide('officer', caseNumber, 'severity', lower);
    expect(asked.json).toMatchObject({ severity: 'critical', approvals: [{ kind: 'lowering' }] });
    await tell(caseNumber);
    await desk.command('officer', caseNumber, 'export', { reason: 'audit' });
    desk.later(6);
    await tell(caseNumber);
    expect(sent.map(({ to }) => to)).toEqual([grace.mail, grace.mail]);
    const [lowering, exported] = sent.map(codeIn);
    expect(lowering).not.toBe(exported);
    expect((await answer(caseNumber, 'lowering-1', exported ?? '')).json).toMatchObject({ because: 'wrong_code' });
    expect((await answer(caseNumber, 'lowering-1', lowering ?? '')).json).toMatchObject({ severity: 'low' });
  });

  it('needs the code of this case, and a request that waits for a partner', async () => {
    const { caseNumber } = await desk.receive(bullying);
    await desk.command('officer', caseNumber, 'export', { reason: 'audit' });
    expect((await answer(caseNumber, 'export-1', '7K3M-9QXR')).json).toMatchObject({
      status: 409,
      because: 'no_call_asked',
    });
    const bad = await desk.command('officer', caseNumber, 'approvals/export-1', { verdict: 'approve', call: {} });
    expect(bad).toMatchObject({ status: 422, json: { errors: [{ pointer: '/call/code', code: 'required' }] } });
  });

  it('asks a partner whose mails came back, and no partner whom the case excludes', async () => {
    const caseNumber = await aloneWith(bullying);
    desk.later(6);
    await putPerson({ ...grace, unreachable: { since: desk.clock.now(), because: 'bounced' } });
    const asked = await desk.command('officer', caseNumber, 'export', { reason: 'audit' });
    expect(asked.json).toMatchObject({ approvals: [{ partner: { id: grace.id } }] });
    await tell(caseNumber);
    expect(sent.map(({ to }) => to)).toEqual([grace.mail]);
    await putPerson(grace);
    const shut = await aloneWith(bullying);
    await setCase(shut, { exclusions: { institutions: [], people: [...everybodyElse, grace.id] } });
    expect((await desk.command('officer', shut, 'export', { reason: 'audit' })).json).toMatchObject({
      because: 'nobody_to_ask',
    });
  });
});

describe('with no outside partner either', () => {
  it('a request is refused, measured, and told to a director who may know', async () => {
    const caseNumber = await aloneWith(extortion);
    await setCase(caseNumber, {
      severity: 'critical',
      exclusions: { institutions: [], people: [people.other.id, people.supervisor.id] },
    });
    await putPerson({ ...grace, active: false });
    const before = logged().length;
    const lower = { severity: 'high', reason: 'lesser_danger' };
    const refused = await desk.decide('officer', caseNumber, 'severity', lower);
    expect(refused.json).toMatchObject({ status: 409, because: 'nobody_to_ask', case: { severity: 'critical' } });
    expect(JSON.stringify(logged().slice(before))).toMatch(/"nobody_to_ask".*"NobodyToAsk":1/s);
    await tell(caseNumber);
    expect(sent.map(({ to }) => to)).toEqual([people.head.mail]);
    expect(sent[0]?.subject).toMatch(/nobody is left to decide/);
    desk.later(100 * 24 * 60);
    expect((await desk.stateOf(caseNumber)).case.severity).toBe('critical');

    await setCase(caseNumber, { exclusions: { institutions: [], people: everybodyElse } });
    sent = [];
    const again = await desk.command('officer', caseNumber, 'export', { reason: 'audit' });
    expect(again.json).toMatchObject({ because: 'nobody_to_ask' });
    await tell(caseNumber);
    expect(sent).toEqual([]);
    await putPerson(grace);
  });
});
