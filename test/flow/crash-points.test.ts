import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { AwsCall, Fault } from '#infra/local/services/faults.ts';
import { reportOf } from '#test/support/http-reports.ts';
import { startTestBesa, timesOf, type BesaUnderTest } from '#test/support/running-besa.ts';
import { takeInHand } from '#test/support/take-in-hand.ts';
import type { StaffOverHttp } from '#test/support/besa-over-http.ts';

let besa: BesaUnderTest;
let officer: StaffOverHttp;
beforeAll(async () => {
  besa = await startTestBesa();
  officer = await besa.signIn('staff-blerim');
});
afterEach(() => besa.inside.faults.clear());
afterAll(() => besa.end());

/** Sends a critical report while one call goes wrong, and lets half an hour pass. */
async function reportThrough(matches: (call: AwsCall) => boolean, fault: Fault) {
  const injected = besa.inside.faults.inject(matches, fault);
  const mailsBefore = (await besa.inbox()).length;
  const { status, body } = await besa.report(reportOf.critical);
  expect(status).toBe(201);
  await besa.advance('PT30M');
  expect(injected.hits()).toBe(1);
  const shown = (await officer.show(body.caseNumber)).body;
  const mails = (await besa.inbox()).slice(mailsBefore).filter(({ subject, text }) => {
    return `${subject} ${text}`.includes(body.caseNumber);
  });
  await takeInHand(officer, body.caseNumber);
  return { shown, mails };
}

const transactionBy = (name: string) => (call: AwsCall) =>
  call.function === name && call.service === 'dynamodb' && call.action === 'TransactWriteItems';

describe('a reactor that dies', () => {
  it.each(['triage', 'sla-timer', 'notification'])(
    '%s before it commits: the work is done once, later',
    async (name) => {
      const { shown, mails } = await reportThrough(transactionBy(name), { kind: 'crash', when: 'before' });
      expect(timesOf(shown, 'case.triaged')).toBe(1);
      expect(shown.timers.map(({ id }) => id)).toContain('1.handle.report');
      expect(mails.length).toBeGreaterThan(0);
    },
  );

  it.each(['triage', 'sla-timer', 'notification'])(
    '%s after it committed, before it acknowledged: the work is not done twice',
    async (name) => {
      const { shown, mails } = await reportThrough(transactionBy(name), { kind: 'crash', when: 'after' });
      expect(timesOf(shown, 'case.triaged')).toBe(1);
      expect(new Set(shown.timers.map(({ id }) => id)).size).toBe(shown.timers.length);
      expect(mails.length).toBeGreaterThan(0);
    },
  );

  it('notification after a mail was sent, before it was marked: the mail comes twice rather than never', async () => {
    const sending = (call: AwsCall) => call.function === 'notification' && call.service === 'ses';
    const { mails } = await reportThrough(sending, { kind: 'crash', when: 'after' });
    expect(mails.length).toBeGreaterThanOrEqual(2);
  });
});

describe('a relay that fails', () => {
  const batch = (call: AwsCall) => call.function === 'relay' && call.action === 'SendMessageBatch';

  it.each([
    ['dies before it sends', { kind: 'crash', when: 'before' }],
    ['dies after it sent, before it marked', { kind: 'crash', when: 'after' }],
    ['has a part of its batch refused', { kind: 'partial', entries: 1 }],
    ['loses the answer', { kind: 'lost_answer' }],
  ] as const)('%s: the event arrives and takes effect once', async (_, fault) => {
    const { shown } = await reportThrough(batch, fault);
    expect(timesOf(shown, 'case.triaged')).toBe(1);
  });
});

describe('intake that fails', () => {
  const storing = transactionBy('intake');

  it('dies after it stored: the reporter’s second try with the same key finds the first', async () => {
    const injected = besa.inside.faults.inject(storing, { kind: 'crash', when: 'after' });
    const key = 'a-key-that-is-sent-twice-0001';
    const first = await besa.report(reportOf.normal, key).catch(() => undefined);
    expect(first?.status).not.toBe(201);
    const second = await besa.report(reportOf.normal, key);
    expect(second.status).toBe(201);
    expect(injected.hits()).toBe(1);
    await besa.inside.quiet();
    const shown = (await officer.show(second.body.caseNumber)).body;
    expect(timesOf(shown, 'case.received')).toBe(1);
    expect(timesOf(shown, 'case.triaged')).toBe(1);
  });

  it('meets another transaction again and again: it decides anew until it is through', async () => {
    const injected = besa.inside.faults.inject(storing, { kind: 'conflict' }, 3);
    expect((await besa.report(reportOf.normal)).status).toBe(201);
    expect(injected.hits()).toBe(3);
  });

  it('gets no key from KMS: 503 with Retry-After and help, and nothing is stored', async () => {
    const outage = (call: AwsCall) => call.service === 'kms' && call.action === 'GenerateDataKey';
    besa.inside.faults.inject(outage, { kind: 'error', code: 'KMSInternalException', status: 500 }, Infinity);
    const key = 'a-key-during-an-outage-0001';
    const refused = await besa.report(reportOf.critical, key);
    expect(refused.status).toBe(503);
    expect(refused.headers.get('retry-after')).not.toBeNull();
    expect(JSON.stringify(refused.body)).toContain('116111');
    besa.inside.faults.clear();
    const other = await besa.report(reportOf.low, key);
    expect(other.status).toBe(201);
  });
});
