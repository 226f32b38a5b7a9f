import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { QueryCommand } from '@aws-sdk/client-dynamodb';
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { workQueue } from '#shared/adapters/aws/indexes/work-queue.ts';
import { plusMinutes } from '#shared/domain/time/instant.ts';
import { catchLog } from '#test/support/catch-log.ts';
import { openDesk, people, receivedAt } from '../desk.ts';
import type { Desk, Who } from '../desk.ts';
import { bullying, extortion, handling } from '../reports.ts';

catchLog();
let desk: Desk;
const number: Record<'plain' | 'critical' | 'called' | 'mine' | 'resolved', string> = {
  plain: '',
  critical: '',
  called: '',
  mine: '',
  resolved: '',
};

beforeAll(async () => {
  desk = await openDesk();
  number.plain = (await desk.receive({ ...bullying, place: { region: 'AL-11' } })).caseNumber;
  number.critical = (await desk.receive(extortion)).caseNumber;
  number.mine = (await desk.receive(bullying)).caseNumber;
  number.resolved = (await desk.receive(bullying)).caseNumber;
  const filed = await desk.file('counsellor', { ...bullying, channel: 'helpline' });
  number.called = filed.json['caseNumber'] as string;
  await desk.command('officer', number.mine, 'claim', {});
  await desk.command('officer', number.mine, 'read', {});
  await desk.command('officer', number.resolved, 'read', {});
  await desk.decide('officer', number.resolved, 'handling', { ...handling, severity: 'normal' });
  await desk.decide('officer', number.resolved, 'resolution', { outcome: 'advice_given', message: 'Goodbye.' });
});
afterAll(() => desk.stop());

const named = (caseNumber: string): string =>
  Object.entries(number).find(([, its]) => its === caseNumber)?.[0] ?? caseNumber;
async function asked(query: Record<string, string>, who: Who = 'supervisor'): Promise<string[]> {
  const answer = await desk.list(who, query);
  expect(answer.status).toBe(200);
  return (answer.json['cases'] as { caseNumber: string }[]).map((line) => named(line.caseNumber)).sort();
}

describe('the queue', () => {
  it('shows what is open, and asked for by state also what is resolved and not yet closed', async () => {
    expect(await asked({})).toEqual(['called', 'critical', 'mine', 'plain']);
    expect(await asked({ status: 'resolved' })).toEqual(['resolved']);
    // Whoever filed a report for a caller has read it.
    expect(await asked({ status: 'in_progress' })).toEqual(['called', 'mine']);
  });

  it('shows no case to whom it excludes', async () => {
    expect(await asked({}, 'other')).toEqual(['called', 'critical', 'mine', 'plain']);
    await desk.decide('officer', number.plain, 'exclusions', { institutions: [], people: [people.other.id] });
    expect(await asked({}, 'other')).toEqual(['called', 'critical', 'mine']);
  });

  it('shows everybody the cases of their own', async () => {
    expect(await asked({ assignee: 'me' }, 'officer')).toEqual(['mine']);
    expect(await asked({ assignee: 'me' }, 'other')).toEqual([]);
  });

  it.each<[Record<string, string>, string[]]>([
    [{ severity: 'critical' }, ['critical']],
    [{ assignee: people.officer.id }, ['mine']],
    [{ assignee: people.other.id }, []],
    [{ assignee: 'nobody' }, ['called', 'critical', 'plain']],
    [{ team: 'helpline' }, ['called']],
    [{ team: 'hotline' }, ['critical', 'mine', 'plain']],
    [{ category: 'sexual_extortion' }, ['critical']],
    [{ region: 'AL-11' }, ['plain']],
    [{ channel: 'helpline' }, ['called']],
    [{ unread: 'true' }, ['critical', 'plain']],
    [{ unread: 'false' }, ['called', 'mine']],
    [{ assignee: people.officer.id, unread: 'true' }, []],
    [{ channel: 'web', category: 'cyberbullying', assignee: 'nobody' }, ['plain']],
  ])('asked for %j shows %j', async (query, expected) => {
    expect(await asked(query)).toEqual(expected);
  });

  it('tells what is due and what is overdue by any clock that runs', async () => {
    // A critical case must be acknowledged within 15 minutes; a filed one that nothing has judged must be triaged.
    const by = plusMinutes(receivedAt, 15);
    expect(await asked({ dueBefore: by })).toEqual([]);
    expect(await asked({ dueBefore: plusMinutes(by, 1) })).toEqual(['called', 'critical']);
    expect(await asked({ overdue: 'true' })).toEqual([]);
    desk.clock.set(plusMinutes(by, 1));
    expect(await asked({ overdue: 'true' })).toEqual(['called', 'critical']);
    expect(await asked({ overdue: 'false', severity: 'critical' })).toEqual([]);
    desk.clock.set(receivedAt);
    const { json } = await desk.list('officer', { severity: 'critical' });
    expect(json['cases']).toMatchObject([
      { due: { clock: 'must_be_acknowledged', at: by }, promise: { readBy: plusMinutes(receivedAt, 60) } },
    ]);
  });

  it('goes by what staff concluded, where they did', async () => {
    await desk.decide('officer', number.mine, 'assessment', { category: 'impersonation_account', region: 'AL-05' });
    expect(await asked({ category: 'impersonation_account' })).toEqual(['mine']);
    expect(await asked({ category: 'cyberbullying' })).toEqual(['called', 'plain']);
    expect(await asked({ region: 'AL-05' })).toEqual(['mine']);
  });

  it.each<[Record<string, string>, string]>([
    [{ status: 'closed' }, '/status unknown_code'],
    [{ status: 'kanarina' }, '/status unknown_code'],
    [{ severity: 'worst' }, '/severity unknown_code'],
    [{ team: 'night' }, '/team unknown_code'],
    [{ category: 'kanarina' }, '/category unknown_code'],
    [{ region: 'ZZ-1' }, '/region unknown_code'],
    [{ channel: 'pigeon' }, '/channel unknown_code'],
    [{ dueBefore: 'tomorrow' }, '/dueBefore wrong_form'],
    [{ overdue: 'yes' }, '/overdue unknown_code'],
    [{ unread: '1' }, '/unread unknown_code'],
    [{ cursor: 'kanarina' }, '/cursor wrong_form'],
    [{ order: 'newest' }, '/order unknown_field'],
  ])('asked for %j says which part of the question is wrong: %s', async (query, problem) => {
    const answer = await desk.list('officer', query);
    const [first] = answer.json['errors'] as { pointer: string; code: string }[];
    expect([answer.status, `${first?.pointer} ${first?.code}`]).toEqual([422, problem]);
    expect(answer.text).not.toContain('kanarina');
  });

  it('of one person is read from an index of theirs alone', async () => {
    const queries: (string | undefined)[] = [];
    const { db, tables } = desk.database;
    const send = db.send.bind(db) as (command: unknown) => Promise<unknown>;
    const watched = {
      send: (command: unknown) => {
        if (command instanceof QueryCommand) queries.push(`${command.input.IndexName} ${command.input.Limit}`);
        return send(command);
      },
    } as unknown as DynamoDBClient;
    const queue = workQueue(watched, tables);
    await queue.page(undefined, { assignee: people.officer.id });
    expect(queries.splice(0)).toEqual(['assignee 200']);
    await queue.page();
    expect(queries).toEqual([...Array<string>(8).fill('queue 13'), ...Array<string>(8).fill('queue 12')]);
  });
});
