import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { doneWriter } from '#shared/adapters/aws/cases/case-writer.ts';
import { dueIndex } from '#shared/adapters/aws/indexes/due-index.ts';
import { mailbox } from '#shared/adapters/aws/mail/mailbox.ts';
import { owedAlerts } from '#shared/adapters/aws/mail/owed-alerts.ts';
import { eventId } from '#shared/domain/case/events.ts';
import type { CaseEvent } from '#shared/domain/case/events.ts';
import { plusMinutes } from '#shared/domain/time/instant.ts';
import type { OwedAlert } from '#shared/ports/owed-alerts.ts';
import { startDatabase, type Database } from '#test/support/engine.ts';
import { aMail } from '#test/support/mails.ts';

const now = '2026-11-20T22:10:00.000Z';

describe('An owed alert in the tables', () => {
  let database: Database;
  beforeAll(async () => {
    database = await startDatabase();
  });
  afterAll(() => database.stop());

  const owed = () => owedAlerts(database.db, database.tables);
  const due = () => dueIndex(database.db, database.tables);
  async function owe(caseId: string, number: number, since = now): Promise<OwedAlert> {
    const event = { caseId, number, type: 'case.triaged', at: since, data: {} } as unknown as CaseEvent;
    const alert = { event, since };
    const done = { reactor: 'notification', eventId: eventId(event) };
    expect(await doneWriter(database.db, database.tables).writeDone(caseId, done, [], { owed: alert })).toEqual({
      written: true,
    });
    return alert;
  }
  const newCase = () => randomUUID().replaceAll('-', '');

  it('is written with the DONE row, and once', async () => {
    const caseId = newCase();
    const alert = await owe(caseId, 2);
    const done = { reactor: 'notification', eventId: eventId(alert.event) };
    const again = doneWriter(database.db, database.tables).writeDone(caseId, done, [], { owed: alert });
    expect(await again).toEqual({ written: false });
    expect(await owed().ofCase(caseId)).toEqual([alert]);
  });

  it('is found with its case from that instant on, the latest first, and with the oldest instant', async () => {
    const caseId = newCase();
    const [first, second] = [await owe(caseId, 2), await owe(caseId, 11, plusMinutes(now, 3))];
    expect(await owed().ofCase(caseId)).toEqual([second, first]);
    expect((await due().upTo(plusMinutes(now, -1), now)).owed).not.toContain(caseId);
    expect((await due().upTo(plusMinutes(now, 5), now)).owed.filter((one) => one === caseId)).toHaveLength(1);
    expect((await due().casesWithMail(plusMinutes(now, 5))).owedSince.get(caseId)).toBe(now);
  });

  it('ends with its mails, many of them too, and only once', async () => {
    const caseId = newCase();
    const alert = await owe(caseId, 2);
    const mails = Array.from({ length: 60 }, (_, n) =>
      aMail({ caseId, eventId: eventId(alert.event), to: `staff-${n}` }),
    );
    expect(await owed().tell(alert, mails)).toEqual({ written: true });
    expect(await owed().ofCase(caseId)).toEqual([]);
    expect(await mailbox(database.db, database.tables).ofCase(caseId)).toHaveLength(60);
    const other = [aMail({ caseId, eventId: eventId(alert.event), to: 'staff-other' })];
    expect(await owed().tell(alert, other)).toEqual({ written: false });
    expect(await mailbox(database.db, database.tables).ofCase(caseId)).toHaveLength(60);
  });

  it('ends without mails as often as it is asked to', async () => {
    const caseId = newCase();
    const alert = await owe(caseId, 2);
    await owed().end(alert);
    await owed().end(alert);
    expect(await owed().ofCase(caseId)).toEqual([]);
  });
});
