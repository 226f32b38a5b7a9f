import { PutItemCommand } from '@aws-sdk/client-dynamodb';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { countReadings } from '#functions/access-log/count-readings.ts';
import { accessRow } from '#shared/adapters/aws/access/access-log.ts';
import { accessReader } from '#shared/adapters/aws/access/access-reader.ts';
import { routesOfAccessLog } from '#shared/contracts/http/staff/staff-routes.ts';
import { country } from '#shared/country/current.ts';
import type { AccessEntry } from '#shared/domain/access/access-log.ts';
import { plusMinutes } from '#shared/domain/time/instant.ts';
import { httpHandler } from '#shared/lambda/http/http-handler.ts';
import type { HttpLambda } from '#shared/lambda/http/http-handler.ts';
import { recogniseStaff } from '#shared/use-cases/admit-staff.ts';
import { catchLog } from '#test/support/catch-log.ts';
import { callHandler } from '#test/support/gateway.ts';
import { openDesk, people } from '../case-desk/desk.ts';
import type { Desk, Who } from '../case-desk/desk.ts';
import { bullying, extortion } from '../case-desk/reports.ts';

catchLog();
let desk: Desk;
let at: HttpLambda;
beforeEach(async () => {
  desk = await openDesk();
  const { db, tables } = desk.database;
  const { directory } = desk.deps;
  const entries = accessReader(db, tables);
  const handle = countReadings({
    recognise: recogniseStaff(directory),
    entries,
    directory,
    clock: desk.clock,
    country,
  });
  at = httpHandler(
    routesOfAccessLog.map((row) => ({ ...row, handle })),
    country,
    'staff',
  );
});
afterEach(() => desk.stop());

const readings = (who: Who | undefined) =>
  callHandler(at, { resource: '/v1/readings', ...(who === undefined ? {} : { claims: { sub: people[who].id } }) });

async function wrote(...entries: Partial<AccessEntry>[]): Promise<void> {
  const { db, tables } = desk.database;
  for (const more of entries) {
    const entry: AccessEntry = {
      caseId: 'f'.repeat(32),
      at: desk.clock.now(),
      actor: people.officer.id,
      action: 'read',
      reason: 'on_duty',
      severity: 'critical',
      ...more,
    };
    await db.send(new PutItemCommand({ TableName: tables.accessLog, Item: accessRow(entry) }));
  }
}

describe('GET /v1/readings', () => {
  it('counts what one opened of critical and high cases, each time, and of nothing else', async () => {
    const urgent = await desk.receive(extortion);
    const calm = await desk.receive(bullying);
    for (const { caseNumber } of [urgent, urgent, calm]) {
      await desk.command('officer', caseNumber, 'read', { reason: 'on_duty' });
    }
    await desk.command('counsellor', urgent.caseNumber, 'read', { reason: 'on_duty' });
    await desk.find('officer', { by: 'phone', value: '0691234567', reason: 'other_case' });
    const { status, json } = await readings('officer');
    expect(status).toBe(200);
    expect(json).toMatchObject({ since: plusMinutes(desk.clock.now(), -12 * 60), mine: 2 });
    expect(json).not.toHaveProperty('people');
    desk.later(12 * 60 + 1);
    expect((await readings('officer')).json['mine']).toBe(0);
  });

  it('counts twelve hours over the end of a month, and neither exports nor what has no severity', async () => {
    desk.clock.set('2026-12-01T05:00:00.000Z');
    const { severity: _, ...unsaid } = { severity: 'critical', at: desk.clock.now() } as const;
    await wrote(
      { at: '2026-11-30T16:59:59.999Z' },
      { at: '2026-11-30T17:00:00.000Z' },
      { at: '2026-11-30T23:59:59.999Z', severity: 'high' },
      { at: '2026-12-01T00:00:00.000Z' },
      { at: '2026-12-01T04:59:00.000Z', severity: 'normal' },
      { action: 'export' },
      { at: '2026-12-01T05:00:00.000Z' },
    );
    await wrote({ ...unsaid, severity: undefined } as unknown as Partial<AccessEntry>);
    expect((await readings('officer')).json['mine']).toBe(4);
  });

  it('gives a supervisor the number of each colleague who reads, and nothing of a case', async () => {
    const { caseNumber } = await desk.receive(extortion);
    await desk.command('officer', caseNumber, 'read', { reason: 'on_duty' });
    await desk.command('supervisor', caseNumber, 'read', { reason: 'on_duty' });
    const { json, text } = await readings('supervisor');
    const counted = json['people'] as { id: string; name: string; count: number }[];
    expect(json['mine']).toBe(1);
    expect(new Map(counted.map(({ id, count }) => [id, count]))).toEqual(
      new Map([
        [people.counsellor.id, 0],
        [people.officer.id, 1],
        [people.other.id, 0],
        [people.supervisor.id, 1],
      ]),
    );
    for (const one of counted) expect(Object.keys(one).toSorted()).toEqual(['count', 'id', 'name']);
    expect(text).not.toContain(caseNumber);
  });

  it('tells everybody else of nobody else, and who has no account nothing', async () => {
    for (const who of ['counsellor', 'officer', 'volunteer', 'head', 'auditor', 'administrator'] as const) {
      const { status, json } = await readings(who);
      expect([who, status, json['mine'], json['people']]).toEqual([who, 200, 0, undefined]);
    }
    for (const who of [undefined, 'gone', 'director'] as const) expect((await readings(who)).status).toBe(403);
  });

  it('reads a bounded part of a log that is very long', async () => {
    const { db } = desk.database;
    await wrote(...Array.from({ length: 2200 }, (_, n) => ({ at: plusMinutes(desk.clock.now(), -n / 10) })));
    let queries = 0;
    const send = db.send.bind(db) as (...given: unknown[]) => unknown;
    Object.assign(db, { send: (...given: unknown[]) => ((queries += 1), send(...given)) });
    expect((await readings('officer')).json['mine']).toBe(2000);
    expect(queries).toBeLessThan(8);
  });
});
