import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { caseWriter } from '#shared/adapters/aws/cases/case-writer.ts';
import { dueIndex } from '#shared/adapters/aws/indexes/due-index.ts';
import { PutItemCommand } from '@aws-sdk/client-dynamodb';
import { toRow } from '#shared/adapters/aws/dynamo/attribute-values.ts';
import { letters } from '#shared/adapters/aws/mail/letters.ts';
import { tagKey } from '#shared/adapters/aws/mail/mail-row.ts';
import { mailbox } from '#shared/adapters/aws/mail/mailbox.ts';
import type { Mail } from '#shared/ports/mailbox.ts';
import { startDatabase, type Database } from '#test/support/engine.ts';
import { aMail } from '#test/support/mails.ts';
import { randomId } from '#test/support/new-case.ts';

let database: Database;
beforeAll(async () => {
  database = await startDatabase();
});
afterAll(() => database.stop());

const box = () => mailbox(database.db, database.tables);
const due = '2026-11-20T22:12:00.000Z';
const later = '2026-11-20T22:14:00.000Z';

async function written(overrides: Partial<Mail> = {}): Promise<Mail> {
  const caseId = overrides.caseId ?? randomId();
  const mail = aMail({ caseId, eventId: `${caseId}#1`, retryAt: due, ...overrides });
  const done = { reactor: `notification-${mail.to}`, eventId: mail.eventId };
  await caseWriter(database.db, database.tables).writeDone(caseId, done, [mail]);
  return mail;
}
const claimOne = async (mail: Mail, until: string, letter: string): Promise<Mail | undefined> =>
  (await box().claim([mail], () => until, letter))[0];
const unsent = async (now: string, mail: Mail): Promise<Mail[]> =>
  (await box().waiting((await dueIndex(database.db, database.tables).upTo(now, now)).mails)).filter(
    ({ caseId }) => caseId === mail.caseId,
  );

describe('A mail', () => {
  it('is left to who wrote it until its try ends, then found by the sweep', async () => {
    const mail = await written({ occasion: 'escalated', timer: '1.must_be_read.report', rung: 'duty' });
    expect(await unsent('2026-11-20T22:11:59.999Z', mail)).toEqual([]);
    expect(await unsent(due, mail)).toEqual([mail]);
  });

  it('is unsent no longer once it is marked, however often', async () => {
    const mail = await written();
    await box().markTold([{ mail }], due, 'ses-1');
    await box().markTold([{ mail }], later, 'ses-2');
    expect(await unsent(later, mail)).toEqual([]);
    expect(await box().ofEvent(mail.caseId, mail.eventId)).toEqual([]);
    expect(await box().ofCase(mail.caseId)).toEqual([{ ...mail, sentAt: due }]);
  });

  it('is unsent no longer once it is dropped, and says why', async () => {
    const mail = await written();
    await box().markDropped(mail, 'case_over');
    expect(await unsent(later, mail)).toEqual([]);
    expect(await box().ofEvent(mail.caseId, mail.eventId)).toEqual([]);
    expect(await box().ofCase(mail.caseId)).toEqual([{ ...mail, droppedBecause: 'case_over' }]);
  });

  it('that was sent cannot be dropped', async () => {
    const mail = await written();
    await box().markTold([{ mail }], due, 'ses-1');
    await box().markDropped(mail, 'case_over');
    expect(await box().ofCase(mail.caseId)).toEqual([{ ...mail, sentAt: due }]);
  });

  it('is taken for one more try by one of many', async () => {
    const mail = await written();
    const taken = { attempts: 2, retryAt: later, letters: [...(mail.letters ?? []), 'letter-1'] };
    const claims = await Promise.all(Array.from({ length: 10 }, () => claimOne(mail, later, 'letter-1')));
    expect(claims.filter((claim) => claim !== undefined)).toEqual([{ ...mail, ...taken }]);
    expect(await unsent(due, mail)).toEqual([]);
    expect(await unsent(later, mail)).toEqual([{ ...mail, ...taken }]);
  });

  it('cannot be taken once it is sent or dropped', async () => {
    const sent = await written();
    await box().markTold([{ mail: sent }], due, 'ses-1');
    expect(await claimOne(sent, later, 'letter-1')).toBeUndefined();
    const dropped = await written();
    await box().markDropped(dropped, 'case_over');
    expect(await claimOne(dropped, later, 'letter-1')).toBeUndefined();
  });

  it('is taken together with others, each by its own: what is sent or taken already stays', async () => {
    const mails = [await written(), await written(), await written(), await written()];
    const [sent, taken, ...free] = mails as [Mail, Mail, ...Mail[]];
    await box().markTold([{ mail: sent }], due, 'ses-1');
    await claimOne(taken, later, 'letter-1');
    const claims = await box().claim(mails, () => later, 'letter-2');
    const claimed = free.map((mail) => ({
      ...mail,
      attempts: 2,
      retryAt: later,
      letters: [...(mail.letters ?? []), 'letter-2'],
    }));
    expect(claims).toMatchObject([undefined, undefined, ...claimed]);
    expect(await box().one(sent)).toMatchObject({ sentAt: due, attempts: 1 });
    const others = await box().claim(claims.slice(2) as Mail[], ({ attempts }) => `${attempts}`, 'letter-3');
    expect(others.map((mail) => mail?.retryAt)).toEqual(['2', '2']);
  });

  it('is marked with the others of its letter, though one of them was dropped meanwhile', async () => {
    const [sent, repeats, dropped] = [await written(), await written(), await written()];
    await box().markDropped(dropped, 'case_over');
    await box().markTold(
      [{ mail: sent }, { mail: repeats, again: later }, { mail: dropped, again: later }],
      due,
      'ses',
    );
    expect(await box().one(sent)).toMatchObject({ sentAt: due });
    expect(await box().one(repeats)).toMatchObject({ toldAt: due, retryAt: later });
    expect(await unsent(later, repeats)).toHaveLength(1);
    expect(await box().one(dropped)).not.toHaveProperty('toldAt');
  });

  it('waits with more others than one write takes, and all are taken', async () => {
    const caseId = randomId();
    const many = await Promise.all(
      Array.from({ length: 52 }, (_, n) => written({ caseId, eventId: `${caseId}#${n + 1}`, to: `reader-${n}` })),
    );
    const claims = await box().claim(many, () => later, 'letter-1');
    expect(claims.map((mail) => mail?.eventId)).toEqual(many.map(({ eventId }) => eventId));
  });

  it('is given back as it was by who took it, and not once it was taken anew, sent or dropped', async () => {
    const mail = await written();
    const taken = (await claimOne(mail, later, 'letter-1'))!;
    await box().giveBack(taken, mail);
    expect(await unsent(due, mail)).toEqual([{ ...mail, letters: taken.letters }]);
    await claimOne(mail, later, 'letter-2');
    const again = (await box().one(mail))!;
    const newer = (await claimOne(again, '2026-11-20T22:18:00.000Z', 'letter-3'))!;
    await box().giveBack(again, mail);
    expect(await box().one(mail)).toMatchObject({ attempts: newer.attempts, retryAt: newer.retryAt });
    for (const end of [
      () => box().markTold([{ mail: newer }], due, 'ses-1'),
      () => box().markDropped(newer, 'case_over'),
    ]) {
      await end();
      await box().giveBack(newer, mail);
      expect(await unsent('2026-11-20T23:00:00.000Z', mail)).toEqual([]);
    }
  });

  it('that does not exist is not made by marking it', async () => {
    const caseId = randomId();
    const unknown = aMail({ caseId, eventId: `${caseId}#1` });
    await box().markTold([{ mail: unknown }], due, 'ses-1');
    await box().markDropped(unknown, 'case_over');
    expect(await claimOne(unknown, later, 'letter-1')).toBeUndefined();
    await box().giveBack(unknown, unknown);
    expect(await box().ofCase(caseId)).toEqual([]);
  });

  it('is found by the tag of its letter, and by no other', async () => {
    const [mail, other] = [await written(), await written()];
    const letter = { id: randomId(), to: mail.to, sentAt: due, events: [mail.eventId, other.eventId] };
    await letters(database.db, database.tables).write(letter);
    const refs = [mail, other].map(({ caseId, eventId, to }) => ({ caseId, eventId, to }));
    expect(await box().byTag(letter.id)).toEqual(refs);
    expect(await box().byTag(`${letter.id}0`)).toEqual([]);
    expect(await box().one(refs[1]!)).toEqual(other);
  });

  it('of release 0.1.0 is found by a tag of its own', async () => {
    const mail = await written();
    const { caseId, eventId, to } = mail;
    const row = toRow({ ...tagKey('tag-1'), caseId, eventId, to });
    await database.db.send(new PutItemCommand({ TableName: database.tables.cases, Item: row }));
    expect(await box().byTag('tag-1')).toEqual([{ caseId, eventId, to }]);
  });

  it('of one event is told from those of another whose number begins alike', async () => {
    const first = await written();
    await written({ caseId: first.caseId, eventId: `${first.caseId}#12`, to: 'staff-other' });
    expect(await box().ofEvent(first.caseId, `${first.caseId}#1`)).toEqual([first]);
    expect(await box().ofCase(first.caseId)).toHaveLength(2);
  });
});

describe('The sweep of unsent mails', () => {
  it('gets all that are due, oldest first, with when each is due', async () => {
    const own = await startDatabase();
    try {
      const minute = (n: number): string => new Date(Date.parse('2026-11-20T22:00:00Z') + n * 60_000).toISOString();
      for (let n = 0; n < 430; n += 1) {
        const caseId = randomId();
        const mail = aMail({ caseId, eventId: `${caseId}#1`, retryAt: minute((n * 37) % 430) });
        const done = { reactor: 'notification', eventId: mail.eventId };
        await caseWriter(own.db, own.tables).writeDone(caseId, done, [mail]);
      }
      const { mails } = await dueIndex(own.db, own.tables).upTo(minute(500), minute(500));
      expect(mails.map(({ dueAt }) => dueAt)).toEqual(Array.from({ length: 430 }, (_, n) => minute(n)));
    } finally {
      await own.stop();
    }
  });
});
