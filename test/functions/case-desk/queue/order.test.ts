import { PutItemCommand } from '@aws-sdk/client-dynamodb';
import * as fc from '#test/support/fast-check.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { metaRow } from '#shared/adapters/aws/cases/rows.ts';
import { staffRows } from '#shared/adapters/aws/directory/directory.ts';
import type { Case } from '#shared/domain/case/case.ts';
import { changeCase } from '#shared/domain/case/case-change.ts';
import { unreadSince } from '#shared/domain/case/unseen/unread.ts';
import { isOver } from '#shared/domain/case/status.ts';
import { anyStanding } from '#test/support/any-standing.ts';
import { catchLog } from '#test/support/catch-log.ts';
import { ownCase } from '#test/support/new-case.ts';
import { openDesk, people } from '../desk.ts';
import type { Desk, Who } from '../desk.ts';
import { bullying, extortion } from '../reports.ts';

catchLog();
let desk: Desk;
/** Every kind of case, some of which exclude `other`. */
let cases: Case[];
beforeAll(async () => {
  desk = await openDesk('engine');
  const { db, tables } = desk.database;
  const holders = [people.officer.id, people.gone.id, 'staff-erased'];
  cases = fc.sample(anyStanding, { numRuns: 300, seed: 11 }).map((of, n) => {
    const assignee = holders[n % 9];
    return ownCase({
      ...of,
      ...(n % 10 === 0 ? { exclusions: { institutions: [], people: [people.other.id] } } : {}),
      ...(assignee === undefined ? {} : { assignee }),
    });
  });
  for (const of of cases) await db.send(new PutItemCommand({ TableName: tables.cases, Item: metaRow(of) }));
});
afterAll(() => desk.stop());

interface Line {
  caseNumber: string;
  severity: string;
  status: string;
  unreadSince?: string;
  missed?: object[];
  holderGone?: boolean;
  concerns?: { what: string }[];
}

/** All pages of a list, page by page. */
async function pagesOf(ask: (query: Record<string, string>) => ReturnType<Desk['list']>): Promise<Line[][]> {
  const pages: Line[][] = [];
  for (let query: Record<string, string> | undefined = {}; query !== undefined;) {
    const { status, json } = await ask(query);
    expect(status).toBe(200);
    pages.push(json['cases'] as Line[]);
    query = typeof json['cursor'] === 'string' ? { cursor: json['cursor'] } : undefined;
  }
  return pages;
}
const listed = async (who: Who, query: Record<string, string> = {}): Promise<Line[]> =>
  (await pagesOf((more) => desk.list(who, { ...query, ...more }))).flat();
const numbers = (lines: readonly { caseNumber: string }[]) => lines.map(({ caseNumber }) => caseNumber).toSorted();
const isUnread = (of: Case): boolean => unreadSince(of) !== undefined;
const isWork = (of: Case): boolean => !isOver(of) || isUnread(of);

describe('the work list of three hundred cases', () => {
  it.each(['counsellor', 'officer', 'supervisor'] as const)(
    'shows a %s on the first page all unread critical cases first, ended ones too, and every unread word on some page',
    async (who) => {
      const [first = []] = await pagesOf((query) => desk.list(who, query));
      const critical = cases.filter((of) => of.severity === 'critical' && isUnread(of));
      expect(critical.filter(isOver).length).toBeGreaterThan(5);
      expect(numbers(first.slice(0, critical.length))).toEqual(numbers(critical));
      expect(numbers(await listed(who))).toEqual(numbers(cases.filter(isWork)));
      expect(numbers(await listed(who, { unread: 'true' }))).toEqual(numbers(cases.filter(isUnread)));
    },
  );

  it('shows nobody a case that excludes them, on any page of any list', async () => {
    const hidden = new Set(cases.filter(({ exclusions }) => exclusions !== undefined).map((of) => of.caseNumber));
    const attention = await pagesOf((query) => desk.attention('other', query));
    for (const lines of [await listed('other'), await listed('other', { status: 'resolved' }), attention.flat()])
      expect(lines.filter(({ caseNumber }) => hidden.has(caseNumber))).toEqual([]);
    expect(numbers(await listed('other'))).toEqual(
      numbers(cases.filter((of) => isWork(of) && !hidden.has(of.caseNumber))),
    );
  });

  it('shows a volunteer open cases alone', async () => {
    expect(numbers(await listed('volunteer'))).toEqual(numbers(cases.filter((of) => !isOver(of))));
  });

  it('shows all ended cases to who asks for them', async () => {
    const ended = cases.filter(({ status }) => status === 'resolved');
    expect(numbers(await listed('officer', { status: 'resolved' }))).toEqual(numbers(ended));
  });

  it('shows what people have who cannot work on cases any more as what nobody has', async () => {
    const isHeld = ({ assignee }: Case): boolean => assignee === people.officer.id;
    const nobodys = await listed('counsellor', { assignee: 'nobody' });
    expect(numbers(nobodys)).toEqual(numbers(cases.filter((of) => isWork(of) && !isHeld(of))));
    const gone = cases.filter(({ assignee }) => assignee !== undefined && assignee !== people.officer.id);
    expect(gone.length).toBeGreaterThan(10);
    expect(numbers(nobodys.filter(({ holderGone }) => holderGone === true))).toEqual(numbers(gone.filter(isWork)));
    expect(numbers(await listed('officer', { assignee: people.officer.id }))).toEqual(
      numbers(cases.filter((of) => isHeld(of) && isWork(of))),
    );
  });

  it('lists in attention first what is unread, whatever the status, and what was not read in time everywhere', async () => {
    const pages = await pagesOf((query) => desk.attention('officer', query));
    const unreadIn = (lines: readonly Line[]) =>
      lines.map(({ concerns = [] }) => concerns.some(({ what }) => what === 'unread'));
    for (const page of pages) expect(unreadIn(page)).toEqual(unreadIn(page).toSorted((a, b) => Number(b) - Number(a)));
    const lines = pages.flat();
    expect(new Set(numbers(lines)).size).toBe(lines.length);
    const isLate = (of: Case): boolean =>
      isUnread(of) && (of.deadlines ?? []).some(({ clock, missed }) => clock === 'must_be_read' && missed === true);
    const late = numbers(cases.filter(isLate));
    expect(late.length).toBeGreaterThan(10);
    const unread = numbers(lines.filter((one) => unreadIn([one])[0] === true));
    expect(late.filter((caseNumber) => !unread.includes(caseNumber))).toEqual([]);
    const gone = lines.filter(({ concerns = [] }) => concerns.some(({ what }) => what === 'holder_gone'));
    expect(gone.length).toBeGreaterThan(5);
    for (const one of gone) expect(one.holderGone).toBe(true);
  });
});

describe('a case of somebody who was suspended', () => {
  it('is free at once: it shows so, and a colleague claims it without a 409', async () => {
    const { caseNumber } = await desk.receive(bullying);
    await desk.command('other', caseNumber, 'claim', {});
    expect((await desk.command('counsellor', caseNumber, 'claim', {})).status).toBe(409);
    expect((await desk.show('officer', caseNumber)).json).not.toHaveProperty('holderGone');
    const { db, tables } = desk.database;
    const write = async (active: boolean) => {
      for (const Item of staffRows({ ...people.other, active }))
        await db.send(new PutItemCommand({ TableName: tables.directory, Item }));
    };
    await write(false);
    expect((await desk.show('officer', caseNumber)).json).toMatchObject({ holderGone: true });
    expect(numbers(await listed('counsellor', { assignee: 'nobody' }))).toContain(caseNumber);
    const claimed = await desk.command('counsellor', caseNumber, 'claim', {});
    expect([claimed.status, claimed.json['assignee']]).toEqual([200, people.counsellor.id]);
    await write(true);
  });
});

describe('an ended case with a new message', () => {
  it('stands at the head of the list, also for who has it, until somebody has read it', async () => {
    const { caseNumber, receipt } = await desk.receive(extortion);
    await desk.command('officer', caseNumber, 'claim', {});
    await desk.command('officer', caseNumber, 'read', { reason: 'on_duty' });
    const at = desk.clock.now();
    const { case: read } = await desk.stateOf(caseNumber);
    const end = changeCase(read, { set: { status: 'closed', resolvedAt: at, closedAt: at }, events: [] }, at);
    await desk.deps.writer.write(end);
    expect(numbers(await listed('counsellor'))).not.toContain(caseNumber);
    desk.later(1);
    const wrote = await desk.ask('messages', { receipt, text: 'Prapë po ndodh diçka.' });
    expect(wrote.status).toBe(201);
    const head = (await listed('counsellor')).filter(({ severity }) => severity === 'critical');
    expect(numbers(head)).toContain(caseNumber);
    expect((await listed('counsellor')).findIndex((one) => one.caseNumber === caseNumber)).toBeLessThan(
      cases.filter((of) => of.severity === 'critical' && isUnread(of)).length + 1,
    );
    expect(numbers(await listed('officer', { assignee: people.officer.id }))).toContain(caseNumber);
    desk.later(1);
    await desk.command('officer', caseNumber, 'read', { reason: 'on_duty' });
    expect(numbers(await listed('counsellor'))).not.toContain(caseNumber);
  });
});
