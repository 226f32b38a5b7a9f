import { randomUUID } from 'node:crypto';
import { PutItemCommand, ScanCommand } from '@aws-sdk/client-dynamodb';
import { keepHouse } from '#functions/retention/keep-house.ts';
import type { Row } from '#shared/adapters/aws/dynamo/attribute-values.ts';
import { caseFacts } from '#shared/adapters/aws/figures/case-facts.ts';
import { caseReader } from '#shared/adapters/aws/cases/case-reader.ts';
import { caseWriter } from '#shared/adapters/aws/cases/case-writer.ts';
import { erasing } from '#shared/adapters/aws/erasing/erasing.ts';
import { keptCases } from '#shared/adapters/aws/erasing/cases-due-for-erasing.ts';
import { toRow } from '#shared/adapters/aws/dynamo/attribute-values.ts';
import { letterRow } from '#shared/adapters/aws/mail/letter-row.ts';
import { mailRow, tagKey } from '#shared/adapters/aws/mail/mail-row.ts';
import { reportStore } from '#shared/adapters/aws/cases/report-store.ts';
import type { TableNames } from '#shared/adapters/aws/dynamo/table-names.ts';
import { albania } from '#shared/country/al/pack.ts';
import { changeCase } from '#shared/domain/case/case-change.ts';
import type { Case } from '#shared/domain/case/case.ts';
import type { Instant } from '#shared/domain/time/instant.ts';
import { countedNotices, factOf } from '#shared/domain/keeping/case-fact.ts';
import type { LogCode, LogIds, MetricName } from '#shared/lambda/log/log.ts';
import type { TimeLeft } from '#shared/lambda/time-left.ts';
import type { NewCase } from '#shared/ports/case-store.ts';
import { countedHere } from '#shared/use-cases/counted-here.ts';
import { aReferral } from './builders.ts';
import type { Database } from './engine.ts';
import { aMail } from './mails.ts';
import { aNewCase, anEvent, ownCase, randomId } from './new-case.ts';

export const receivedOn: Instant = '2026-11-20T22:10:00.000Z';
export const resolvedOn: Instant = '2026-11-22T09:00:00.000Z';
/** Long after: whatever its outcome, a case that police does not have is erased by then. */
export const yearsLater: Instant = '2029-03-01T01:00:00.000Z';

/** The hourly run on the real tables, at the time it is given, with all the time it needs or as much as it is given. `db` may be one that breaks off. */
export function house(database: Pick<Database, 'db' | 'tables'>, time: { now: Instant }) {
  const { db, tables } = database;
  const logged: { code: LogCode; ids?: LogIds | undefined }[] = [];
  const measured: { metric: MetricName; value: number }[] = [];
  const sweep = keepHouse({
    kept: keptCases(db, tables),
    cases: caseReader(db, tables),
    writer: caseWriter(db, tables),
    facts: caseFacts(db, tables),
    erasing: erasing(db, tables),
    clock: { now: () => time.now },
    country: albania,
    newId: randomUUID,
    log: (code, ids) => void logged.push({ code, ids }),
    measure: (metric, value) => void measured.push({ metric, value }),
  });
  return { run: (timeLeft: TimeLeft = () => Infinity) => sweep(timeLeft), logged, measured };
}

/** A resolved case with one of everything that is ever written about a case, and what of it would betray it. */
export async function aLivedCase(
  { db, tables }: Pick<Database, 'db' | 'tables'>,
  overrides: Partial<Case> = {},
): Promise<{ of: Case; newCase: NewCase; secrets: string[] }> {
  const started = ownCase({ receivedAt: receivedOn });
  const newCase = aNewCase({
    case: started,
    events: [anEvent(started)],
    report: { narrative: `sealed-${randomId()}`, details: `sealed-${randomId()}` },
    wrappedKeys: {
      content: `key-${randomId()}`,
      threadForStaff: `key-${randomId()}`,
      threadForReporter: `key-${randomId()}`,
    },
    likenesses: [`URL#${randomId()}`, `URL#${randomId()}`, `LIKE#${randomId()}`],
    command: {
      actor: 'staff-officer',
      keyHash: randomId(),
      fingerprint: randomId(),
      caseId: started.caseId,
      at: receivedOn,
    },
  });
  await reportStore(db, tables).store(newCase);

  const writer = caseWriter(db, tables);
  const keyHash = randomId();
  const copy = `sealed-${randomId()}`;
  const message = `sealed-${randomId()}`;
  const change = changeCase(
    started,
    {
      set: {
        status: 'resolved',
        readAt: resolvedOn,
        handledAt: resolvedOn,
        resolvedAt: resolvedOn,
        outcomes: ['advice_given'],
        messageCount: 1,
        referrals: [aReferral({ id: 'child_protection_unit-1', institution: 'child_protection_unit', status: 'sent' })],
        ...overrides,
      },
      events: [{ type: 'case.resolved', actor: 'staff:staff-officer', data: {} }],
    },
    resolvedOn,
  );
  await writer.write(change, {
    command: {
      actor: 'staff-officer',
      keyHash,
      fingerprint: 'f',
      caseId: started.caseId,
      at: resolvedOn,
      answer: '{}',
    },
    message: { caseId: started.caseId, number: 1, from: 'centre', at: resolvedOn, sealed: message },
    referral: {
      caseId: started.caseId,
      id: 'child_protection_unit-1',
      part: 'copy',
      sealed: copy,
      wrappedKey: `key-${copy}`,
    },
  });
  const mail = { ...aMail({ caseId: started.caseId, eventId: `${started.caseId}#1` }), tag: randomId() };
  await writer.writeDone(started.caseId, { reactor: 'notification', eventId: `${started.caseId}#1` }, [mail]);
  await put(db, tables.cases, mailRow({ ...mail, sentAt: resolvedOn }));
  const { caseId, eventId, to } = mail;
  await put(db, tables.cases, toRow({ ...tagKey(mail.tag), caseId, eventId, to }));
  const [letter = ''] = mail.letters ?? [];
  await put(db, tables.cases, letterRow({ id: letter, to, sentAt: resolvedOn, events: [eventId] }));
  await caseFacts(db, tables).record(
    {
      caseId: started.caseId,
      revision: 2,
      id: randomUUID(),
      fact: factOf(change.after, 2, await countedHere(albania), resolvedOn),
      notices: countedNotices(change.after, {}, albania.timeZone, randomUUID),
      known: undefined,
    },
    { reactor: 'statistics', eventId: `${started.caseId}#1` },
  );

  const { narrative = '', details } = newCase.report;
  const { content, threadForStaff, threadForReporter } = newCase.wrappedKeys;
  return {
    of: change.after,
    newCase,
    secrets: [
      narrative,
      details,
      copy,
      message,
      content,
      threadForStaff,
      threadForReporter,
      keyHash,
      newCase.command?.keyHash ?? '',
      mail.tag,
      letter,
      started.caseNumber,
      ...newCase.likenesses,
    ],
  };
}

const put = (db: Database['db'], table: string, row: Row) =>
  db.send(new PutItemCommand({ TableName: table, Item: row }));

/** Everything in a table, as text. */
export async function contentOf({ db, tables }: Pick<Database, 'db' | 'tables'>, table: keyof TableNames) {
  const rows: Row[] = [];
  let from: Row | undefined;
  do {
    const page = { TableName: tables[table], ConsistentRead: true, ...(from ? { ExclusiveStartKey: from } : {}) };
    const { Items = [], LastEvaluatedKey } = await db.send(new ScanCommand(page));
    rows.push(...Items);
    from = LastEvaluatedKey;
  } while (from !== undefined);
  return rows.map((row) => JSON.stringify(row));
}
