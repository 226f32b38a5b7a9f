import { afterAll, beforeAll, expect, it } from 'vitest';
import { reportStore } from '#shared/adapters/aws/cases/report-store.ts';
import { doneWriter } from '#shared/adapters/aws/cases/case-writer.ts';
import { undeliveredWriter } from '#shared/adapters/aws/mail/undelivered-writer.ts';
import { changeCase } from '#shared/domain/case/case-change.ts';
import { startDatabase, type Database } from '#test/support/engine.ts';
import { aMail } from '#test/support/mails.ts';
import { aNewCase } from '#test/support/new-case.ts';
import type { RecentBounces } from '#shared/ports/undelivered.ts';

let database: Database;
beforeAll(async () => {
  database = await startDatabase();
});
afterAll(() => database.stop());

const writer = () => undeliveredWriter(database.db, database.tables);
const now = '2026-11-20T22:30:00.000Z';

/** Writes of a mail that came back, by what was known of bounces then. Answers why it was not written. */
async function write(bounces: RecentBounces): Promise<string | undefined> {
  const given = aNewCase();
  const of = given.case;
  await reportStore(database.db, database.tables).store(given);
  const mail = aMail({ caseId: of.caseId, eventId: `${of.caseId}#1` });
  const done = { reactor: 'notification', eventId: mail.eventId };
  await doneWriter(database.db, database.tables).writeDone(of.caseId, done, [mail]);
  const data = { mail: 1, to: mail.to, because: 'bounced' as const };
  const event = { type: 'mail.bounced' as const, actor: 'besa:mail-feedback' as const, data };
  const change = changeCase(of, { set: { mailBackAt: now }, events: [event] }, now);
  const addresses = { marks: [], bounces };
  const outcome = await writer().write(change, { mail, because: 'bounced', addresses });
  return outcome.written ? undefined : outcome.because;
}

it('of two who decided by the same bounces one is written, the first time and later', async () => {
  const first = await writer().recentBounces();
  expect([await write(first), await write(first)]).toEqual([undefined, 'conflict']);
  const later = await writer().recentBounces();
  expect([first.revision, later.revision]).toEqual([0, 1]);
  expect([await write(later), await write(later), await write(first)]).toEqual([undefined, 'conflict', 'conflict']);
  expect(await write(await writer().recentBounces())).toBeUndefined();
});
