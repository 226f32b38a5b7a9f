import { PutItemCommand } from '@aws-sdk/client-dynamodb';
import { staffRows } from '#shared/adapters/aws/directory/directory.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { shiftExample, shiftSchema } from '#shared/contracts/http/staff/shift.ts';
import { mostOnSheet } from '#shared/domain/queue/shift-line.ts';
import { plusMinutes } from '#shared/domain/time/instant.ts';
import { aCase } from '#test/support/builders.ts';
import { catchLog } from '#test/support/catch-log.ts';
import { openDesk, people, receivedAt } from '../desk.ts';
import type { Desk, Who } from '../desk.ts';
import { addContacts, onReferrals } from '../referrals/referral-desk.ts';
import { bullying, canary, extortion, handling } from '../reports.ts';

catchLog();
let desk: Desk;
const number = { held: '', critical: '', called: '', over: '' };
const { police, proposed, on } = onReferrals(() => desk);
beforeAll(async () => {
  desk = await openDesk();
  await addContacts(desk);
  number.held = (await desk.receive(bullying)).caseNumber;
  await desk.command('counsellor', number.held, 'claim', {});
  await desk.command('counsellor', number.held, 'read', {});
  await desk.decide('counsellor', number.held, 'handling', { ...handling, severity: 'normal' });
  await desk.decide('counsellor', number.held, 'waiting', { for: 'reporter' });
  number.called = (await proposed()).caseNumber;
  await on(number.called, police, 'sending', {
    fields: [],
    ground: 'override',
    overrideBecause: 'danger_to_life',
    notToldFirstBecause: 'no_time_danger',
    call: { name: 'Inspector Kola' },
  });
  number.critical = (await desk.receive(extortion)).caseNumber;
  number.over = (await desk.receive(bullying)).caseNumber;
  await desk.command('officer', number.over, 'read', {});
  await desk.decide('officer', number.over, 'handling', { ...handling, severity: 'normal' });
  await desk.decide('officer', number.over, 'resolution', { outcome: 'advice_given', message: 'Goodbye.' });
});
afterAll(() => desk.stop());

type Line = Readonly<Record<string, unknown>> & { caseNumber: string };
async function sheet(who: Who) {
  const { status, json, text } = await desk.shift(who);
  expect([who, status]).toEqual([who, 200]);
  expect(shiftSchema.safeParse(json).error?.issues).toBeUndefined();
  return { lines: json['cases'] as Line[], isMore: json['isMore'], text };
}
const lineOf = async (caseNumber: string, who: Who = 'officer') =>
  (await sheet(who)).lines.find((one) => one.caseNumber === caseNumber);

describe('what a shift hands over', () => {
  it('is each case that is open, with what was promised, who waits and who was called', async () => {
    const { lines } = await sheet('officer');
    const { held, critical, called } = number;
    expect(new Set(lines.map(({ caseNumber }) => caseNumber))).toEqual(new Set([held, critical, called]));
    expect(await lineOf(held)).toMatchObject({
      assignee: people.counsellor.id,
      status: 'waiting_reporter',
      waitsFor: { who: 'reporter' },
      nextStep: { step: 'advise_reporter', since: receivedAt },
      promised: { step: 'resolve' },
    });
    expect((await lineOf(called))?.['calls']).toEqual([
      { institution: 'police_cybercrime', at: receivedAt, by: people.officer.id },
    ]);
    expect(await lineOf(critical)).toMatchObject({ severity: 'critical', unreadSince: receivedAt });
  });

  it('holds no word that anybody wrote, and no name of whoever was called', async () => {
    const { text } = await sheet('supervisor');
    for (const word of [canary, 'Kola', 'cyberbullying', 'chat.example', 'Block the account']) {
      expect(text).not.toContain(word);
    }
  });

  it('begins with what is overdue, once its time has passed', async () => {
    desk.clock.set(plusMinutes(receivedAt, 61));
    const [first] = (await sheet('officer')).lines;
    desk.clock.set(receivedAt);
    expect(first).toMatchObject({ caseNumber: number.critical });
    const { missed } = first as { missed?: { clock: string }[] };
    expect(missed?.map(({ clock }) => clock)).toContain('must_be_read');
  });

  it('keeps a case from the sheet of whoever it excludes', async () => {
    const { caseNumber } = await desk.receive(bullying);
    expect(await lineOf(caseNumber, 'other')).toBeDefined();
    await desk.decide('officer', caseNumber, 'exclusions', { institutions: [], people: [people.other.id] });
    expect(await lineOf(caseNumber, 'other')).toBeUndefined();
    expect(await lineOf(caseNumber, 'officer')).toBeDefined();
  });

  it('says who cannot work on a case any more, though they hold it', async () => {
    const { caseNumber } = await desk.receive(bullying);
    await desk.command('counsellor', caseNumber, 'claim', {});
    const { db, tables } = desk.database;
    const put = async (member: typeof people.counsellor) => {
      for (const Item of staffRows(member)) await db.send(new PutItemCommand({ TableName: tables.directory, Item }));
    };
    await put({ ...people.counsellor, active: false });
    expect(await lineOf(caseNumber)).toMatchObject({ assignee: people.counsellor.id, holderGone: true });
    await put(people.counsellor);
    expect(await lineOf(caseNumber)).not.toHaveProperty('holderGone');
  });

  it.each<[Who, number]>([
    ['counsellor', 200],
    ['officer', 200],
    ['supervisor', 200],
    ['head', 200],
    ['volunteer', 403],
    ['auditor', 403],
    ['statistician', 403],
    ['administrator', 403],
    ['gone', 403],
  ])('answers a %s with %i', async (who, status) => {
    expect((await desk.shift(who)).status).toBe(status);
  });

  it('shows the director how cases stand, and nothing of what was done with whom', async () => {
    const { lines } = await sheet('head');
    expect(lines.length).toBeGreaterThan(0);
    for (const line of lines) {
      expect(Object.keys(line).filter((field) => ['calls', 'waitsFor', 'nextStep'].includes(field))).toEqual([]);
    }
  });

  it('holds two hundred cases at most, and says that there are more', async () => {
    const cases = Array.from({ length: 90 }, (_, n) => aCase({ caseId: `case-${n}`, caseNumber: `B-${n}` }));
    let pages = 0;
    const page = () => {
      pages += 1;
      return Promise.resolve({ cases, cursor: 'more' });
    };
    const { json } = await desk.shift('officer', desk.with({ queue: { page } }));
    expect([(json['cases'] as unknown[]).length, json['isMore'], pages]).toEqual([mostOnSheet, true, 3]);
  });

  it('has an example that is one', () => {
    expect(shiftSchema.safeParse(shiftExample)).toMatchObject({ success: true });
  });
});
