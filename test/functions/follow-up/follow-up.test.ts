import { DeleteItemCommand, ScanCommand, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { caseFinder } from '#shared/adapters/aws/cases/case-finder.ts';
import { caseReader } from '#shared/adapters/aws/cases/case-reader.ts';
import { caseWriter } from '#shared/adapters/aws/cases/case-writer.ts';
import { sealedReader } from '#shared/adapters/aws/cases/sealed-reader.ts';
import { followUpAnswerSchema } from '#shared/contracts/http/answers.ts';
import { country } from '#shared/country/current.ts';
import { changeCase } from '#shared/domain/case/case-change.ts';
import type { Case, TakedownNotice } from '#shared/domain/case/case.ts';
import type { AddressedText } from '#shared/domain/text.ts';
import { receiptFrom } from '#shared/domain/identifiers.ts';
import { httpHandler } from '#shared/lambda/http/http-handler.ts';
import { log } from '#shared/lambda/log/log.ts';
import type { ReceiptDesk } from '#shared/ports/case-store.ts';
import { sealField } from '#shared/sealing/sealed-field.ts';
import { unwrapThreadKey } from '#shared/sealing/thread-key.ts';
import { followReport } from '#functions/follow-up/follow-report.ts';
import { threadOpener } from '#functions/follow-up/open-thread.ts';
import { receiptDesk } from '#shared/adapters/aws/cases/receipt-desk.ts';
import { aReferral } from '#test/support/builders.ts';
import { metaKey } from '#shared/adapters/aws/cases/rows.ts';
import { toRow } from '#shared/adapters/aws/dynamo/attribute-values.ts';
import type { Database } from '#test/support/engine.ts';
import { startDatabase } from '#test/support/engine.ts';
import { callHandler, postOf } from '#test/support/gateway.ts';
import { publicApi, steppedClock } from '#test/support/public-api.ts';
import { reporterTexts } from '#test/support/reporter-texts.ts';

const receivedAt = '2026-11-20T22:10:00.000Z';
const canary = 'Kanarina e zezë';

let database: Database;
beforeAll(async () => {
  database = await startDatabase('memory');
});
afterAll(() => database.stop());

/** A report that was taken, and ways to go on with it. */
async function aTakenReport() {
  const clock = steppedClock(receivedAt);
  const api = publicApi(database, country, clock);
  const body = { category: 'cyberbullying', narrative: canary, urls: [`example.com/${canary}`] };
  const { json } = await callHandler(api.intake, postOf('/v1/reports', body));
  const caseId = await caseFinder(database.db, database.tables).byNumber(String(json['caseNumber']));
  if (caseId === undefined) throw new Error('The report was not stored.');
  const receipt = String(json['receipt']);

  const change = async (set: Partial<Case>, text?: string): Promise<void> => {
    const loaded = await caseReader(database.db, database.tables).load(caseId);
    if (loaded === undefined) throw new Error('The case is gone.');
    const number = loaded.case.messageCount + 1;
    const posted = text === undefined ? {} : { messageCount: number };
    const changed = changeCase(loaded.case, { set: { ...set, ...posted }, events: [] }, clock.now());
    const message =
      text === undefined
        ? {}
        : { message: { caseId, number, from: 'centre' as const, at: clock.now(), sealed: await seal(number, text) } };
    expect(await caseWriter(database.db, database.tables).write(changed, message)).toEqual({ written: true });
  };
  /** As the case desk seals: under the thread key, which the content key opens for staff. */
  const seal = async (number: number, text: string): Promise<string> => {
    const wrapped = await sealedReader(database.db, database.tables).wrappedKeys(caseId);
    if (wrapped === undefined) throw new Error('The keys are gone.');
    const content = await api.keys.open(caseId, 'content', wrapped.content);
    const threadKey = unwrapThreadKey(content, wrapped.threadForStaff, { caseId, holder: 'staff' });
    return sealField(threadKey, text, { caseId, field: `message-${number}`, revision: 1 });
  };
  const look = (language = 'en', typed = receipt) =>
    callHandler(api.followUp, postOf('/v1/follow-up', { receipt: typed }, { 'Accept-Language': language }));
  return { ...api, clock, caseId, caseNumber: String(json['caseNumber']), receipt, change, look };
}

describe('whoever holds a receipt', () => {
  it('reads that the report is here and no person has read it yet, triaged or not', async () => {
    const { look, change } = await aTakenReport();
    const received = await look();
    expect(received.status).toBe(200);
    expect(followUpAnswerSchema.safeParse(received.json).error).toBeUndefined();
    expect(received.json).toMatchObject({
      status: { code: 'received', text: reporterTexts.status.received.child['en'] },
      promise: { handleBy: '2026-11-22T22:10:00.000Z', resolveBy: '2026-11-23T22:10:00.000Z', kept: true },
      messages: [],
      sharedWith: [],
      canDo: ['message', 'withdraw', 'lock'],
    });
    await change({ status: 'triaged', triagedAt: receivedAt });
    expect((await look('sq')).json['status']).toEqual({
      code: 'triaged',
      text: reporterTexts.status.triaged.child['sq'],
    });
  });

  it('is told no untrue status that an earlier release wrote', async () => {
    const { look, caseId } = await aTakenReport();
    const { db, tables } = database;
    for (const status of ['waiting_institution', 'waiting_reporter']) {
      await db.send(
        new UpdateItemCommand({
          TableName: tables.cases,
          Key: toRow(metaKey(caseId)),
          UpdateExpression: 'SET #status = :status, readAt = :at',
          ExpressionAttributeNames: { '#status': 'status' },
          ExpressionAttributeValues: { ':status': { S: status }, ':at': { S: receivedAt } },
        }),
      );
      expect((await look()).json['status']).toEqual({
        code: 'in_progress',
        text: reporterTexts.status.in_progress.child['en'],
      });
    }
  });

  it('may type it in any way', async () => {
    const { look, receipt } = await aTakenReport();
    const typed = [receipt.toLowerCase(), receipt.replaceAll('-', ' '), ` ${receipt.replaceAll('-', '')}\u200F`];
    typed.push(receipt.replaceAll('0', 'O').replaceAll('1', 'l'));
    for (const way of typed) expect((await look('en', way)).status).toBe(200);
  });

  it('reads what the centre wrote, and when it was last read', async () => {
    const { look, change, clock } = await aTakenReport();
    clock.set('2026-11-20T22:40:00.000Z');
    const at = clock.now();
    await change({ status: 'in_progress', readAt: at, lastReadAt: at }, 'Faleminderit që na shkrove.');
    clock.set('2026-11-20T23:00:00.000Z');
    await change({ handledAt: clock.now() }, 'Nesër të shkruajmë përsëri.');
    const { json } = await look();
    expect(json).toMatchObject({
      status: { code: 'in_progress' },
      lastReadByUsAt: at,
      promise: { readAt: at, handledAt: clock.now(), kept: true },
      messages: [
        { from: 'centre', at, text: 'Faleminderit që na shkrove.' },
        { from: 'centre', at: clock.now(), text: 'Nesër të shkruajmë përsëri.' },
      ],
    });
  });

  it('reads what came of it in each outcome’s own sentence, once it has ended, unless that was unsafe to write', async () => {
    const { look, change, clock } = await aTakenReport();
    const { outcomes } = reporterTexts;
    const at = clock.now();
    const referrals = [aReferral({ status: 'acknowledged', sentAt: at, acknowledgedAt: at })];
    const removed = { id: 'tiktok-1', platform: 'tiktok', way: 'email', sentAt: at, sentBy: 'staff-officer' } as const;
    const notices: TakedownNotice[] = [{ ...removed, answer: 'removed', answeredAt: at, answeredAtEvent: 3 }];
    const ended = { outcomes: ['police_involved' as const, 'content_removed' as const], referrals, notices };
    await change({ status: 'in_progress', readAt: at, ...ended });
    const textNow = async (): Promise<string> => ((await look('en')).json['status'] as { text: string }).text;
    expect(await textNow()).not.toContain(outcomes.police_involved.child['en']);
    await change({ status: 'resolved', resolvedAt: at });
    const both = `${outcomes.police_involved.child['en'] ?? ''}\n\n${outcomes.content_removed.child['en'] ?? ''}`;
    expect(await textNow()).toContain(both);
    await change({ status: 'closed', closedAt: at });
    expect(await textNow()).toContain(both);
    // The platform put it back: the reporter does not read that it is gone, and the rest stands.
    await change({ notices: [{ ...removed, answer: 'kept_up', answeredAt: at, answeredAtEvent: 4 }] });
    expect(await textNow()).toContain(outcomes.police_involved.child['en']);
    expect(await textNow()).not.toContain(outcomes.content_removed.child['en']);
    await change({ endNotToldBecause: 'unsafe' });
    expect(await textNow()).toBe(reporterTexts.status.closed.child['en']);
  });

  it('finds that taking it back was asked for, by whomever, until the case ends', async () => {
    const { look, change, clock } = await aTakenReport();
    const waitUntil = '2026-11-23T22:10:00.000Z';
    await change({ withdrawal: { askedAt: clock.now(), waitUntil } });
    const [begin = ''] = (reporterTexts.asked.withdrawal.child['en'] ?? '').split('{until}');
    const textNow = async (): Promise<string> => ((await look('en')).json['status'] as { text: string }).text;
    expect(await textNow()).toContain(`${begin}before 23:10 on Monday`);
    clock.set(waitUntil);
    const waited = reporterTexts.asked.withdrawalWaited.child['en'] ?? '';
    expect(await textNow()).toContain(waited);
    expect(await textNow()).not.toMatch(/before \d/);
    await change({ status: 'resolved', resolvedAt: clock.now(), outcomes: ['withdrawn'] });
    expect(await textNow()).not.toContain(waited);
  });

  it('is told plainly when a promise was not kept, in every language, and still after it was made good', async () => {
    const { look, change, clock } = await aTakenReport();
    await change({ status: 'in_progress', readAt: receivedAt, lastReadAt: receivedAt });
    clock.set('2026-11-22T22:10:00.000Z');
    expect((await look()).json['promise']).toMatchObject({ kept: true });
    clock.set('2026-11-22T22:10:00.001Z');
    for (const language of country.languages) {
      const { json } = await look(language);
      const { text } = json['status'] as { text: string };
      const [begin = ''] = (reporterTexts.promiseMissed.child[language] ?? '').split('{by}');
      expect(json['promise']).toMatchObject({ kept: false });
      expect(text).toContain(begin);
      expect(text).not.toMatch(/[{}]/);
    }
    await change({ handledAt: clock.now() });
    expect((await look()).json['promise']).toMatchObject({ kept: false });
  });

  it('is told what was not kept: that nobody read it in time is no late answer yet, and becomes one', async () => {
    const { look, change, clock } = await aTakenReport();
    const beginOf = ({ child }: AddressedText) => (child['en'] ?? '').split('{by}')[0] ?? '';
    const textAt = async (at: string): Promise<string> => {
      clock.set(at);
      return ((await look('en')).json['status'] as { text: string }).text;
    };
    const { promiseMissed, readMissed } = reporterTexts;
    const late = await textAt('2026-11-21T22:10:00.000Z');
    expect(late).toContain(beginOf(readMissed));
    expect(late).not.toContain(beginOf(promiseMissed));
    await change({ status: 'in_progress', readAt: clock.now(), lastReadAt: clock.now() });
    const later = await textAt('2026-11-22T22:10:00.001Z');
    expect(later).toContain(beginOf(promiseMissed));
    expect(later).not.toContain(beginOf(readMissed));
  });

  it('never reads the narrative, the addresses, the category or the case number', async () => {
    const { look, change, caseNumber, caseId, clock } = await aTakenReport();
    const texts = [await look('sq'), await look('en')];
    clock.set('2027-01-01T00:00:00.000Z');
    await change({ status: 'in_progress', readAt: clock.now() }, 'Mesazh');
    texts.push(await look('en'));
    for (const { text } of texts) {
      for (const secret of [canary, 'example.com', 'cyberbullying', caseNumber, caseId, 'everity']) {
        expect(text).not.toContain(secret);
      }
    }
  });
});

describe('whoever does not', () => {
  it('cannot tell an unknown receipt from an erased one: the same bytes', async () => {
    const { look, caseId } = await aTakenReport();
    const other = await aTakenReport();
    await erase(caseId);
    const erased = await look();
    const unknown = await other.look('en', receiptFrom(new Uint8Array(10).fill(7)));
    expect(erased.status).toBe(404);
    expect(erased).toEqual(unknown);
    expect(erased.json['help']).not.toEqual([]);
  });

  it('costs the same reads as one who does', async () => {
    const { receipt, clock } = await aTakenReport();
    const real = receiptDesk(database.db, database.tables);
    const calls: string[] = [];
    const counted: ReceiptDesk = {
      ...real,
      find: (lookup) => (calls.push('find'), real.find(lookup)),
      load: (caseId) => (calls.push('load'), real.load(caseId)),
      messages: (caseId, numbers) => (calls.push('messages'), real.messages(caseId, numbers)),
      posted: (caseId, id) => (calls.push('posted'), real.posted(caseId, id)),
    };
    const handle = followReport({
      openThread: threadOpener(counted, async () => {}),
      units: (id) => counted.units(id),
      clock,
      country,
      log,
    });
    const handler = httpHandler([{ method: 'POST', path: '/v1/follow-up', handle }], country);
    const readsFor = async (typed: string): Promise<string[]> => {
      calls.length = 0;
      await callHandler(handler, postOf('/v1/follow-up', { receipt: typed }));
      return [...calls];
    };
    const known = await readsFor(receipt);
    expect(known).toEqual(['find', 'load', 'messages']);
    expect(await readsFor(receiptFrom(new Uint8Array(10).fill(9)))).toEqual(known);
  });

  it('is told when one character seems wrong, which reveals nothing', async () => {
    const { look, receipt } = await aTakenReport();
    const mistyped = receipt.slice(0, -1) + (receipt.endsWith('0') ? '2' : '0');
    const answers = [await look('en', mistyped), await look('en', '7K3M-9QXR-2F5T-8WNA-X')];
    for (const answer of answers) {
      expect(answer.status).toBe(422);
      expect(answer.json['type']).toBe('urn:besa:problem:receipt_mistyped');
    }
    expect(answers[0]?.text).toBe(answers[1]?.text);
  });

  it.each([
    [{}, '/receipt', 'required'],
    [{ receipt: 7 }, '/receipt', 'wrong_type'],
    [{ receipt: 'abc' }, '/receipt', 'wrong_form'],
    [{ receipt: 'x'.repeat(257) }, '/receipt', 'too_long'],
    [{ receipt: '7K3M-9QXR-2F5T-8WNA-W', more: 1 }, '/more', 'unknown_field'],
  ])('is refused with %j', async (body, pointer, code) => {
    const { followUp } = publicApi(database, country, steppedClock(receivedAt));
    const answer = await callHandler(followUp, postOf('/v1/follow-up', body));
    expect(answer.status).toBe(422);
    expect(answer.json['errors']).toEqual([expect.objectContaining({ pointer, code })]);
  });
});

/** What an erasure does to a case: its rows and its keys go. */
async function erase(caseId: string): Promise<void> {
  const { cases, keys } = database.tables;
  for (const TableName of [cases, keys]) {
    const { Items = [] } = await database.db.send(new ScanCommand({ TableName }));
    for (const item of Items.filter((row) => row['pk']?.S === `CASE#${caseId}`)) {
      const Key = { pk: item['pk'] ?? { S: '' }, sk: item['sk'] ?? { S: '' } };
      await database.db.send(new DeleteItemCommand({ TableName, Key }));
    }
  }
}
