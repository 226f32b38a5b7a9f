import { afterAll, beforeAll, expect, it } from 'vitest';
import { reportStore } from '#shared/adapters/aws/cases/report-store.ts';
import { doneWriter } from '#shared/adapters/aws/cases/case-writer.ts';
import { undeliveredWriter } from '#shared/adapters/aws/mail/undelivered-writer.ts';
import { changeCase } from '#shared/domain/case/case-change.ts';
import { startDatabase, type Database } from '#test/support/engine.ts';
import { aMail } from '#test/support/mails.ts';
import { aNewCase } from '#test/support/new-case.ts';
import type { Undelivered } from '#shared/ports/undelivered.ts';

let database: Database;
beforeAll(async () => {
  database = await startDatabase();
});
afterAll(() => database.stop());

const now = '2026-11-20T22:30:00.000Z';

/** A mail that came back, and what is to be written of it when these bounces were known. */
async function undelivered(bounces: NonNullable<Undelivered['addresses']>['bounces']) {
  const given = aNewCase();
  const of = given.case;
  await reportStore(database.db, database.tables).store(given);
  const mail = aMail({ caseId: of.caseId, eventId: `${of.caseId}#1` });
  const done = { reactor: 'notification', eventId: mail.eventId };
  await doneWriter(database.db, database.tables).writeDone(of.caseId, done, [mail]);
  const bounced = { mail: 1, to: mail.to, because: 'bounced' as const };
  const parts = {
    set: { mailBackAt: now },
    events: [{ type: 'mail.bounced' as const, actor: 'besa:mail-feedback' as const, data: bounced }],
  };
  return {
    change: changeCase(of, parts, now),
    what: { mail, because: 'bounced', addresses: { marks: [], bounces } },
  } as const;
}

it('of two who decided by the same bounces only one is written, the first time as later', async () => {
  const writer = undeliveredWriter(database.db, database.tables);
  for (const revision of [0, 1]) {
    const known = await writer.recentBounces();
    expect(known.revision).toBe(revision);
    const [first, second] = [await undelivered(known), await undelivered(known)];
    expect(await writer.write(first.change, first.what)).toEqual({ written: true });
    expect(await writer.write(second.change, second.what)).toEqual({ written: false, because: 'conflict' });
    const again = { ...second.what, addresses: { marks: [], bounces: await writer.recentBounces() } };
    if (revision === 1) expect(await writer.write(second.change, again)).toEqual({ written: true });
  }
});
