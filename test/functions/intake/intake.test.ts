import { randomUUID } from 'node:crypto';
import { UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { caseFinder } from '#shared/adapters/aws/cases/case-finder.ts';
import { caseReader } from '#shared/adapters/aws/cases/case-reader.ts';
import { historyReader } from '#shared/adapters/aws/cases/history-reader.ts';
import { possibleDuplicates } from '#shared/adapters/aws/indexes/possible-duplicates.ts';
import { sealedReader } from '#shared/adapters/aws/cases/sealed-reader.ts';
import { reportAnswerSchema, firstReportSchema } from '#shared/contracts/http/answers.ts';
import { country } from '#shared/country/current.ts';
import { plusMinutes } from '#shared/domain/time/instant.ts';
import { parseReceipt } from '#shared/domain/identifiers.ts';
import { joinReport } from '#shared/domain/report/report-parts.ts';
import { openField } from '#shared/sealing/sealed-field.ts';
import { unwrapThreadKey } from '#shared/sealing/thread-key.ts';
import { publicApi, steppedClock } from '#test/support/public-api.ts';
import { municipality, openIntake, platform, receivedAt, region, report, send } from './intake-on-a-database.ts';
import type { OpenIntake } from './intake-on-a-database.ts';

let intakeAt: OpenIntake;
beforeAll(async () => {
  intakeAt = await openIntake('engine');
});
afterAll(() => intakeAt.stop());

const here: OpenIntake['here'] = (instead) => intakeAt.here(instead);
const rows = () => intakeAt.rows();

async function caseOf(answer: { json: Record<string, unknown> }): Promise<string> {
  const caseId = await caseFinder(intakeAt.database.db, intakeAt.database.tables).byNumber(
    String(answer.json['caseNumber']),
  );
  if (caseId === undefined) throw new Error('There is no such case.');
  return caseId;
}

describe('a report', () => {
  it('is answered as the contract says', async () => {
    const answer = await send(here().intake, report, { 'Accept-Language': 'en' });
    expect(answer.status).toBe(201);
    expect(reportAnswerSchema.safeParse(answer.json).error).toBeUndefined();
    expect(parseReceipt(String(answer.json['receipt'])).ok).toBe(true);
    expect(answer.json).toMatchObject({
      receivedAt,
      promise: { handleBy: '2026-11-22T22:10:00.000Z', resolveBy: '2026-11-23T22:10:00.000Z' },
    });
    expect(answer.headers).not.toHaveProperty('Location');
    expect(answer.json).not.toHaveProperty('adjusted');
    expect(String(answer.json['nextStep'])).not.toMatch(/[{}]/);
  });

  it('says nothing of how it was judged, nor repeats what it was told', async () => {
    const answer = await send(here().intake, { ...report, flags: { inDanger: true } }, { 'Accept-Language': 'en' });
    expect(answer.text).not.toMatch(/"(severity|caseId|category|reasons)"|critical/i);
    expect(answer.text).not.toMatch(/kanarin|canary|123 ?4567|example\.com/i);
  });

  it.each([
    ['danger', { flags: { inDanger: 'unsure' } }, ['129', '116111', '127', '112']],
    ['a wish to die in the words', { narrative: 'Dua të vdes.' }, ['116111', '127']],
    ['a wish to die and danger now', { flags: { selfHarm: true, inDanger: true } }, ['127', '116111']],
    ['a missing child', { category: 'missing_child' }, ['116000', '129', '116111']],
    ['nothing urgent', {}, ['116111']],
  ])('shows the phones in the order of the reason: %s', async (_, more, phones) => {
    const { json } = await send(here().intake, { ...report, narrative: 'Më ndihmoni.', ...more });
    expect((json['help'] as { phone: string }[]).map(({ phone }) => phone)).toEqual(phones);
  });

  it('answers a wish to die under gaming with whom to call, and again when it is sent again', async () => {
    const { intake } = here();
    const body = { category: 'gaming', narrative: 'Dua të vdes.', reporter: { role: 'child' }, language: 'en' };
    const key = { 'Idempotency-Key': randomUUID() };
    const answers = [await send(intake, body, key), await send(intake, body, key)];
    for (const { json } of answers) {
      expect(json['guidance']).toMatchObject([
        { title: 'Talk to someone right now' },
        { title: 'Nobody here scolds you' },
      ]);
      expect(json['help']).toMatchObject([{ phone: '116111' }, { phone: '127' }]);
    }
  });

  it.each([
    ['the only link', { urls: ['dua te vdes'] }],
    ['a handle', { accounts: [{ handle: 'dua te vdes' }] }],
    ['a name', { reporter: { name: 'Dua te vdes' } }],
    ['an organisation', { reporter: { organisation: 'nuk e di, vetvrasje' } }],
    ['an e-mail address', { reporter: { contact: { email: 'dua te vdes' } } }],
    ['a phone number', { reporter: { contact: { phone: 'dua te vdes' } } }],
    ['the hours for calls', { reporter: { contact: { whenSafe: 'dua te vdes' } } }],
    ['a school', { place: { school: 'dua te vdes' } }],
  ])('is heard wherever a child may write: %s', async (_, written) => {
    const adult = { category: 'fraud_scam', urls: ['https://shop.example/'], victims: [{ ageYears: 40 }] };
    const answer = await send(here().intake, { ...adult, ...written });
    expect(answer.status).toBe(201);
    expect(answer.json['promise']).toMatchObject({ readBy: plusMinutes(receivedAt, 60) });
  });

  it('wakes nobody by the name of a real address or account', async () => {
    const named = { urls: ['https://vetvrasje.example/dua-te-vdes'], accounts: [{ handle: '@dua.te.vdes' }] };
    const { json } = await send(here().intake, { category: 'fraud_scam', ...named, victims: [{ ageYears: 40 }] });
    expect((json['promise'] as { readBy: string }).readBy > plusMinutes(receivedAt, 60)).toBe(true);
  });

  it('notes what it dropped', async () => {
    const [, other] = country.regions;
    const answer = await send(here().intake, { ...report, place: { region: other?.code, municipality } });
    expect(answer.json['adjusted']).toEqual(['/place/municipality']);
  });

  it('is stored whole: case, event, timers, request, receipt, keys', async () => {
    const { intake, keys } = here();
    const answer = await send(intake, report);
    const caseId = await caseOf(answer);
    const stored = await caseReader(intakeAt.database.db, intakeAt.database.tables).load(caseId);
    expect(stored?.case).toMatchObject({
      status: 'received',
      caseNumber: answer.json['caseNumber'],
      channel: 'web',
      receivedAt,
      promise: answer.json['promise'],
      reported: { category: 'not_sure', region: region?.code, victims: [{ ageBand: '14', gender: 'female' }] },
    });
    expect(stored?.timers.map(({ kind }) => kind).sort()).toEqual([
      'must_be_read',
      'must_be_triaged',
      'promise_handle',
      'promise_resolve',
    ]);
    const history = await historyReader(intakeAt.database.db, intakeAt.database.tables).history(caseId);
    expect(history).toEqual([
      expect.objectContaining({ type: 'case.received', number: 1, actor: 'reporter', data: {}, time: receivedAt }),
    ]);
    expect(
      keys.made
        .filter((made) => made.caseId === caseId)
        .map(({ purpose }) => purpose)
        .sort(),
    ).toEqual(['content', 'urls']);
  });

  it('opens again with the keys of its case, whole', async () => {
    const { intake, keys } = here();
    const caseId = await caseOf(await send(intake, report));
    const reader = sealedReader(intakeAt.database.db, intakeAt.database.tables);
    const [sealed, wrapped] = await Promise.all([reader.report(caseId), reader.wrappedKeys(caseId)]);
    if (sealed?.narrative === undefined || sealed.addresses === undefined || wrapped?.urls === undefined) {
      throw new Error('Something was not sealed.');
    }
    const content = await keys.open(caseId, 'content', wrapped.content);
    const urls = await keys.open(caseId, 'urls', wrapped.urls);
    const open = (key: Uint8Array, field: string, text: string) => openField(key, text, { caseId, field, revision: 1 });
    const opened = joinReport({
      narrative: open(content, 'narrative', sealed.narrative),
      details: JSON.parse(open(content, 'details', sealed.details)),
      addresses: JSON.parse(open(urls, 'addresses', sealed.addresses)),
    });
    expect(opened).toMatchObject({ ...report, place: { ...report.place, country: country.country } });
    expect(unwrapThreadKey(content, wrapped.threadForStaff, { caseId, holder: 'staff' })).toHaveLength(32);
  });

  it('leaves nothing in clear that a person wrote, nor the key, nor the receipt', async () => {
    const idempotencyKey = `canary-key-${randomUUID()}`;
    const answer = await send(here().intake, report, { 'Idempotency-Key': idempotencyKey });
    const stored = JSON.stringify(await rows());
    for (const secret of [
      'anarin',
      'anary',
      '1234567',
      '123 4567',
      'example.com',
      municipality ?? '',
      idempotencyKey,
    ]) {
      expect(stored).not.toContain(secret);
    }
    const receipt = String(answer.json['receipt']);
    expect(stored).not.toContain(receipt);
    expect(stored).not.toContain(receipt.replaceAll('-', ''));
  });

  it('leaves nothing in the log either, taken or refused', async () => {
    const { intake } = here();
    const idempotencyKey = `canary-key-${randomUUID()}`;
    const lines: string[] = [];
    const written = vi.spyOn(process.stdout, 'write').mockImplementation((line) => {
      lines.push(String(line));
      return true;
    });
    const taken = await send(intake, report, { 'Idempotency-Key': idempotencyKey });
    await send(intake, { ...report, category: 'Kanarina', when: 'canary' }, { 'Idempotency-Key': idempotencyKey });
    await send(intake, Buffer.from('{"narrative":"Kanarina'));
    written.mockRestore();
    const logged = lines.join('');
    expect(logged).toContain('report_accepted');
    expect(logged).toContain('request_refused');
    for (const secret of ['anarin', 'anary', '1234567', 'example.com', 'not_sure', idempotencyKey]) {
      expect(logged).not.toContain(secret);
    }
    expect(logged).not.toContain(String(taken.json['receipt']));
    expect(logged).not.toContain(String(taken.json['caseNumber']));
  });

  it('is found again by its addresses, accounts and phone, however they are spelled', async () => {
    const api = here();
    const first = await caseOf(await send(api.intake, report));
    const same = [
      { urls: ['http://example.com/profile'] },
      { accounts: [{ platform, handle: 'canary.account' }] },
      { reporter: { contact: { phone: '0691234567' } } },
    ];
    for (const body of same) {
      const again = await caseOf(await send(api.intake, { category: 'not_sure', ...body }));
      expect(await possibleDuplicates(intakeAt.database.db, intakeAt.database.tables).sharedWith(again)).toContain(
        first,
      );
    }
    const unlike = await caseOf(await send(api.intake, { category: 'not_sure', urls: ['example.com/other'] }));
    expect(await possibleDuplicates(intakeAt.database.db, intakeAt.database.tables).sharedWith(unlike)).toEqual([]);
  });

  it('fits one transaction with every list full', async () => {
    const answer = await send(here().intake, {
      ...report,
      urls: Array.from({ length: 20 }, (_, index) => `https://example.com/full/${index}`),
      accounts: Array.from({ length: 20 }, (_, index) => ({
        handle: `+355 69 000 00${String(index).padStart(2, '0')}`,
      })),
    });
    expect(answer.status).toBe(201);
  });
});

describe('the same report again', () => {
  it('is one case with one answer: fifty at once', async () => {
    const { intake } = here();
    const key = { 'Idempotency-Key': randomUUID() };
    const answers = await Promise.all(Array.from({ length: 50 }, () => send(intake, report, key)));
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 201));
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    const [first] = answers;
    const requests = (await rows()).filter((row) => JSON.stringify(row).includes(String(first?.json['caseNumber'])));
    // META, the request and the number: one row each.
    expect(requests).toHaveLength(3);
  });

  it('has the same number, code and promise days later, and no sentence of what intake cannot know by then', async () => {
    const clock = steppedClock(receivedAt);
    const { intake } = publicApi(intakeAt.database, country, clock);
    const key = { 'Idempotency-Key': randomUUID() };
    const first = await send(intake, report, key);
    const { readBy } = first.json['promise'] as { readBy: string };
    const reversed = Object.fromEntries(Object.entries(report).toReversed());
    const { nextStep, meanwhile } = country.reporterTexts;
    const told = String(first.json['nextStep']);
    expect(told).toMatch(/^Dikush nga ekipi ynë e lexon brenda 4 orësh\. /);
    clock.set(plusMinutes(receivedAt, 1));
    const sooner = told.replace('4 orësh', '3 orësh e 59 minutash');
    expect((await send(intake, reversed, key)).json).toEqual({ ...first.json, nextStep: sooner });
    const neutral = `${nextStep.reportAgain.child['sq']} ${meanwhile.soon.child['sq']}`;
    for (const later of [readBy, '2026-12-24T08:00:00.000Z']) {
      clock.set(later);
      expect((await send(intake, reversed, key)).json).toEqual({ ...first.json, nextStep: neutral });
    }
  });

  it('is the same content from a browser in another language', async () => {
    const { intake } = here();
    const key = { 'Idempotency-Key': randomUUID() };
    const sq = await send(intake, report, { ...key, 'Accept-Language': 'sq' });
    const en = await send(intake, report, { ...key, 'Accept-Language': 'en' });
    expect(en.status).toBe(201);
    expect(en.json['receipt']).toBe(sq.json['receipt']);
    expect(en.json['keep']).not.toBe(sq.json['keep']);
  });

  it('with other content is refused, changes nothing, and says where the first one is', async () => {
    const { intake } = here();
    const key = { 'Idempotency-Key': randomUUID() };
    const first = await send(intake, report, key);
    const before = await rows();
    const other = await send(intake, { ...report, narrative: 'Diçka tjetër' }, { ...key, 'Accept-Language': 'en' });
    expect(other.status).toBe(422);
    expect(firstReportSchema.safeParse(other.json).error).toBeUndefined();
    expect(other.json).toMatchObject({
      type: 'urn:besa:problem:key_reused_with_other_content',
      caseNumber: first.json['caseNumber'],
      receipt: first.json['receipt'],
      detail: country.reporterTexts.firstReportArrived.child['en'],
    });
    expect(await rows()).toEqual(before);
  });

  it.each([
    ['another category', { category: 'grooming' }],
    ['another reporter', { reporter: { role: 'parent' } }],
  ])('with %s may be a stranger: it gives neither number nor receipt', async (_, changed) => {
    const { intake } = here();
    const key = { 'Idempotency-Key': randomUUID() };
    const first = await send(intake, report, key);
    const before = await rows();
    const other = await send(intake, { ...report, ...changed }, { ...key, 'Accept-Language': 'en' });
    expect(other.status).toBe(422);
    expect(other.json).toMatchObject({
      type: 'urn:besa:problem:key_reused_with_other_content',
      detail: expect.stringContaining('fresh key') as string,
    });
    expect(other.text).not.toContain(String(first.json['receipt']));
    expect(other.text).not.toContain(String(first.json['caseNumber']));
    expect(await rows()).toEqual(before);
  });

  it('is gone after an erasure', async () => {
    const { intake } = here();
    const key = { 'Idempotency-Key': randomUUID() };
    const { json } = await send(intake, report, key);
    const row = (await rows()).find(
      (one) =>
        JSON.stringify(one['pk']).includes('REQUEST#') && JSON.stringify(one).includes(String(json['caseNumber'])),
    );
    await intakeAt.database.db.send(
      new UpdateItemCommand({
        TableName: intakeAt.database.tables.cases,
        Key: { pk: row?.['pk'] as never, sk: row?.['sk'] as never },
        UpdateExpression: 'SET erased = :yes',
        ExpressionAttributeValues: { ':yes': { BOOL: true } },
      }),
    );
    const again = await send(intake, report, key);
    expect(again.status).toBe(410);
    expect(again.text).not.toContain(String(json['receipt']));
  });
});
