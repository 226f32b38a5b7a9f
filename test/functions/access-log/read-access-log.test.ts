import { DeleteItemCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readAccessLog } from '#functions/access-log/read-access-log.ts';
import { accessLog, erasedNumberKey } from '#shared/adapters/aws/access/access-log.ts';
import { accessPageSize, accessReader } from '#shared/adapters/aws/access/access-reader.ts';
import { erasedLogs } from '#shared/adapters/aws/erasing/erased-logs.ts';
import { erasing } from '#shared/adapters/aws/erasing/erasing.ts';
import { toRow } from '#shared/adapters/aws/dynamo/attribute-values.ts';
import { routesOfAccessLog } from '#shared/contracts/http/staff/staff-routes.ts';
import { country } from '#shared/country/current.ts';
import type { UnusualSign } from '#shared/domain/access/access-log.ts';
import { plusMinutes } from '#shared/domain/time/instant.ts';
import { httpHandler } from '#shared/lambda/http/http-handler.ts';
import type { HttpLambda } from '#shared/lambda/http/http-handler.ts';
import { catchLog } from '#test/support/catch-log.ts';
import { callHandler } from '#test/support/gateway.ts';
import { figuresOfErased } from '#test/support/figures.ts';
import { openDesk, people } from '../case-desk/desk.ts';
import type { Desk, Who } from '../case-desk/desk.ts';
import { bullying, canary, extortion } from '../case-desk/reports.ts';

catchLog();
let desk: Desk;
let audit: HttpLambda;
beforeAll(async () => {
  desk = await openDesk('engine');
  const { db, tables } = desk.database;
  const { admit, finder } = desk.deps;
  const handle = readAccessLog({ admit, finder, entries: accessReader(db, tables), country });
  audit = httpHandler(
    routesOfAccessLog.map((row) => ({ ...row, handle })),
    country,
    'staff',
  );
});
afterAll(() => desk.stop());

interface Told {
  at: string;
  actor: string;
  caseNumber: string;
  action: string;
  reason: string;
  unusual: UnusualSign[];
}
const ask = (who: Who, query: Record<string, string>) =>
  callHandler(audit, { resource: '/v1/access-log', query, claims: { sub: people[who].id } });
const entriesOf = (answer: { json: Record<string, unknown> }) => answer.json['entries'] as Told[];

describe('GET /v1/access-log', () => {
  it('tells an auditor who opened a case and why, in order, and nothing of the case', async () => {
    const { caseNumber } = await desk.receive(extortion);
    await desk.command('officer', caseNumber, 'read', { reason: 'on_duty' });
    desk.later(5);
    await desk.command('counsellor', caseNumber, 'read', { reason: 'other' });
    const answer = await ask('auditor', { case: caseNumber });
    expect(answer.status).toBe(200);
    expect(entriesOf(answer)).toMatchObject([
      { actor: people.officer.id, caseNumber, action: 'read', reason: 'on_duty', unusual: [] },
      { actor: people.counsellor.id, caseNumber, action: 'read', reason: 'other', at: desk.clock.now() },
    ]);
    for (const told of [canary, 'sexual_extortion', (await desk.stateOf(caseNumber)).case.caseId]) {
      expect(answer.text).not.toContain(told);
    }
  });

  it('keeps the log of a case open to an auditor whom the case keeps out, and marks each exclusion', async () => {
    const { caseNumber } = await desk.receive(bullying);
    await desk.command('officer', caseNumber, 'read', { reason: 'on_duty' });
    const nobody = { institutions: [], people: [] as string[] };
    desk.later(1);
    await desk.decide('officer', caseNumber, 'exclusions', { ...nobody, people: [people.other.id] });
    desk.later(1);
    const auditors = { ...nobody, people: [people.other.id, people.auditor.id] };
    const asked = await desk.decide('officer', caseNumber, 'exclusions', auditors);
    expect([asked.status, asked.json['waitsFor']]).toEqual([
      202,
      { approval: 'exclusion-1', roles: ['officer', 'supervisor', 'director'] },
    ]);
    expect((await desk.show('auditor', caseNumber)).status).toBe(404);
    desk.later(1);
    await desk.command('supervisor', caseNumber, 'approvals/exclusion-1', { verdict: 'approve' });
    expect((await desk.show('auditor', caseNumber)).status).toBe(404);
    expect(entriesOf(await ask('auditor', { case: caseNumber })).slice(1)).toMatchObject([
      { actor: people.officer.id, action: 'exclusion_set', reason: 'set_alone', excludes: 1, unusual: ['exclusion'] },
      { actor: people.officer.id, action: 'exclusion_asked', reason: 'exclusion-1', excludes: 2 },
      { actor: people.supervisor.id, action: 'exclusion_set', reason: 'exclusion-1', excludes: 2 },
    ]);
  });

  it('finds the log of an erased case by its number, and no log by a number that no case had', async () => {
    const { caseNumber } = await desk.receive(bullying);
    await desk.command('officer', caseNumber, 'read', { reason: 'on_duty' });
    const { case: of } = await desk.stateOf(caseNumber);
    const { db, tables } = desk.database;
    const now = desk.clock.now();
    const erasure = await erasing(db, tables).begin(of, figuresOfErased(of, now), now, 'on_request');
    expect(erasure).toMatchObject({ caseId: of.caseId });
    expect(JSON.stringify(await desk.rows('erasures'))).not.toContain(caseNumber);
    expect((await desk.show('officer', caseNumber)).status).toBe(404);
    expect(entriesOf(await ask('auditor', { case: caseNumber }))).toMatchObject([
      { actor: people.officer.id, action: 'read', caseNumber },
    ]);
    expect((await ask('auditor', { case: 'B-0000-0000' })).status).toBe(404);

    // A restore of the access log to a second before the erasure takes that row away. The replay brings it back.
    await db.send(new DeleteItemCommand({ TableName: tables.accessLog, Key: toRow(erasedNumberKey(caseNumber)) }));
    expect((await ask('auditor', { case: caseNumber })).status).toBe(404);
    await erasedLogs(db, tables).findAgain(of.caseId);
    await erasedLogs(db, tables).findAgain('0'.repeat(32));
    expect(entriesOf(await ask('auditor', { case: caseNumber }))).toHaveLength(1);
  });

  it('tells what one person opened in a month, and marks what is unusual', async () => {
    const { caseNumber } = await desk.receive(bullying);
    await desk.command('counsellor', caseNumber, 'claim', {});
    desk.later(60);
    await desk.command('supervisor', caseNumber, 'read', {});
    desk.later(1);
    await desk.command('supervisor', caseNumber, 'read', { reason: 'assigned_to_me' });
    desk.later(1);
    await desk.decide('officer', caseNumber, 'exclusions', { institutions: [], people: [people.supervisor.id] });
    await desk.command('supervisor', caseNumber, 'read', { reason: 'on_duty' });
    const month = desk.clock.now().slice(0, 7);
    const answer = await ask('auditor', { actor: people.supervisor.id, month });
    expect(entriesOf(answer).map(({ action, unusual }) => [action, unusual])).toEqual([
      ['exclusion_set', ['exclusion']],
      ['read', ['without_reason']],
      ['read', ['not_theirs']],
      ['refused', ['excluded']],
    ]);
    expect(entriesOf(await ask('auditor', { actor: people.supervisor.id, month: '2025-01' }))).toEqual([]);
  });

  it('counts the cases of an hour across pages, and leads on by a cursor through every entry once', async () => {
    const { db, tables } = desk.database;
    const log = accessLog(db, tables);
    const begin = '2026-03-01T00:00:00.000Z';
    const count = accessPageSize + 30;
    for (let index = 0; index < count; index += 1) {
      const caseNumber = `B-${index}`;
      const at = plusMinutes(begin, index * 2);
      await log.record({
        caseId: `case-${index}`,
        caseNumber,
        at,
        actor: 'staff-busy',
        action: 'read',
        reason: 'on_duty',
      });
    }
    const asked = { actor: 'staff-busy', month: '2026-03' };
    const first = await ask('auditor', asked);
    const second = await ask('auditor', { ...asked, cursor: String(first.json['cursor']) });
    const all = [...entriesOf(first), ...entriesOf(second)];
    expect(second.json).not.toHaveProperty('cursor');
    expect(entriesOf(first)).toHaveLength(accessPageSize);
    expect(all.map(({ caseNumber }) => caseNumber)).toEqual(Array.from({ length: count }, (_, index) => `B-${index}`));
    const { cases } = country.accessWatch;
    expect(all.map(({ unusual }) => unusual.includes('many_cases'))).toEqual(
      Array.from({ length: count }, (_, index) => index >= cases),
    );
  });

  it('marks a reading that was one of many when it is asked by case, also where the month changes', async () => {
    const { db, tables } = desk.database;
    const log = accessLog(db, tables);
    const { caseNumber } = await desk.receive(bullying);
    const { caseId } = (await desk.stateOf(caseNumber)).case;
    const end = '2026-06-01T00:00:30.000Z';
    const opened = { actor: 'staff-hasty', action: 'read', reason: 'on_duty' } as const;
    const { cases } = country.accessWatch;
    for (let index = 1; index <= cases; index += 1) {
      await log.record({ ...opened, caseId: `case-${index}`, at: plusMinutes(end, -index) });
    }
    await log.record({ ...opened, caseId, at: end });
    await log.record({ ...opened, actor: 'staff-calm', caseId, at: end });
    await log.record({ ...opened, caseId, at: plusMinutes(end, country.accessWatch.windowMinutes) });
    const entries = entriesOf(await ask('auditor', { case: caseNumber }));
    const many = entries.filter(({ unusual }) => unusual.includes('many_cases'));
    expect(entries).toHaveLength(3);
    expect(many.map(({ actor, at }) => [actor, at])).toEqual([['staff-hasty', end]]);
  });

  it('is for auditors alone', async () => {
    const asked = { actor: people.officer.id, month: '2026-11' };
    for (const who of Object.keys(people) as Who[]) {
      expect([who, (await ask(who, asked)).status]).toEqual([who, who === 'auditor' ? 200 : 403]);
    }
  });

  it.each([
    [{}, '/actor', 'required'],
    [{ actor: 'staff-a' }, '/month', 'required'],
    [{ actor: 'staff-a', month: '2026-13' }, '/month', 'wrong_form'],
    [{ case: 'B-7K3M-9QX1', month: '2026-11' }, '/month', 'unknown_field'],
    [{ actor: 'staff-a', month: '2026-11', cursor: 'bm9uZQ' }, '/cursor', 'wrong_form'],
    [{ actor: 'staff-a', month: '2026-11', words: canary }, '/words', 'unknown_field'],
  ])('says of %j that %s is %s', async (query, pointer, code) => {
    const { status, json, text } = await ask('auditor', query);
    expect(status).toBe(422);
    expect(json['errors']).toMatchObject([{ pointer, code }]);
    expect(text).not.toContain(canary);
  });

  it('does not know a case that is not there', async () => {
    expect((await ask('auditor', { case: 'B-0000-0000' })).status).toBe(404);
  });
});
