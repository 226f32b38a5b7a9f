import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { callHandler, postOf } from '#test/support/gateway.ts';
import { catchLog } from '#test/support/catch-log.ts';
import { publicApi } from '#test/support/public-api.ts';
import { country } from '#shared/country/current.ts';
import { unreadSince } from '#shared/domain/case/unseen/unread.ts';
import { plusMinutes } from '#shared/domain/time/instant.ts';
import { openDesk } from '#test/functions/case-desk/desk.ts';
import type { Desk } from '#test/functions/case-desk/desk.ts';

catchLog();
let desk: Desk;
beforeAll(async () => {
  desk = await openDesk('engine');
});
afterAll(() => desk.stop());

const canary = 'Kanarinë';
const told = {
  category: 'cyberbullying',
  narrative: `${canary} told us on the phone.`,
  victims: [{ ageYears: 12, gender: 'female' }],
};

describe('filing for somebody who calls', () => {
  it('stores the report with its channel and who filed it, under the same promise, with a receipt to hand on', async () => {
    const answer = await desk.file('counsellor', { ...told, channel: 'helpline' });
    expect(answer.status).toBe(201);
    const { caseNumber, receipt } = answer.json as { caseNumber: string; receipt: string };
    const { case: of, timers } = await desk.stateOf(caseNumber);
    expect(of).toMatchObject({ channel: 'helpline', promise: answer.json['promise'] });
    expect(timers.map(({ kind }) => kind).sort()).toEqual(['must_be_triaged', 'promise_handle', 'promise_resolve']);
    expect((await desk.historyOf(caseNumber))[0]).toMatchObject({
      type: 'case.received',
      actor: 'staff:staff-counsellor',
    });
    expect((await desk.followUp(receipt)).json['status']).toMatchObject({ code: 'in_progress' });
  });

  it('is reading: nothing waits to be read or acknowledged, and the access log says once who wrote it down', async () => {
    const headers = { 'Idempotency-Key': randomUUID() };
    const critical = { ...told, narrative: 'Dua të vdes.', channel: 'helpline' };
    const { json } = await desk.file('counsellor', critical, headers);
    await desk.file('counsellor', critical, headers);
    const caseNumber = json['caseNumber'] as string;
    const [received] = await desk.historyOf(caseNumber);
    await desk.triage(received!);
    await desk.reconcile(caseNumber);
    const { case: of, timers } = await desk.stateOf(caseNumber);
    const at = desk.clock.now();
    expect(of).toMatchObject({ status: 'in_progress', severity: 'critical', readAt: at, lastReadAt: at, readUpTo: 1 });
    expect(unreadSince(of)).toBeUndefined();
    for (const kind of ['must_be_read', 'must_be_acknowledged']) {
      expect(timers.map((timer) => timer.kind)).not.toContain(kind);
    }
    const rows = (await desk.rows('accessLog')).filter((row) => row['caseNumber']?.S === caseNumber);
    expect(rows.map((row) => [row['action']?.S, row['actor']?.S])).toEqual([['filed', 'staff-counsellor']]);
    // What the caller adds later waits to be read, as in any other case.
    await desk.ask('messages', { receipt: json['receipt'], text: 'And one thing more.' });
    expect(unreadSince((await desk.stateOf(caseNumber)).case)).toBe(at);
  });

  it('takes no report without its channel, or by the public form’s', async () => {
    for (const channel of [undefined, 'web', canary]) {
      const answer = await desk.file('counsellor', { ...told, channel });
      expect([answer.status, answer.json['errors']]).toMatchObject([422, [{ pointer: '/channel' }]]);
      expect(answer.text).not.toContain(canary);
    }
  });

  it('holds a report to the same fields as the public form', async () => {
    const answer = await desk.file('counsellor', { channel: 'school', category: 'nonsense', narrative: canary });
    expect(answer.json['errors']).toMatchObject([{ pointer: '/category', code: 'unknown_code' }]);
    expect((await desk.file('counsellor', { channel: 'school', category: 'cyberbullying' })).status).toBe(422);
  });

  it('makes the same key with the same content one case, and refuses it with another', async () => {
    const headers = { 'Idempotency-Key': randomUUID() };
    const body = { ...told, channel: 'helpline' };
    const answers = await Promise.all(Array.from({ length: 10 }, () => desk.file('counsellor', body, headers)));
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    for (const other of [
      { ...body, channel: 'school' },
      { ...body, narrative: 'Something else.' },
    ]) {
      const answer = await desk.file('counsellor', other, headers);
      expect([answer.status, answer.json['type']]).toEqual([422, 'urn:besa:problem:command_key_reused']);
      expect(answer.json).not.toHaveProperty('receipt');
    }
  });

  it('enters late what was told two days ago: the promise counts from then, and what is missed already is raised', async () => {
    const told48hAgo = plusMinutes(desk.clock.now(), -48 * 60 - 1);
    const withOffset = told48hAgo.replace('Z', '+00:00');
    const answer = await desk.file('counsellor', { ...told, channel: 'helpline', receivedAt: withOffset });
    expect(answer.json).toMatchObject({
      receivedAt: told48hAgo,
      promise: { handleBy: plusMinutes(told48hAgo, 48 * 60) },
    });
    const caseNumber = answer.json['caseNumber'] as string;
    const { case: of, timers } = await desk.stateOf(caseNumber);
    expect(of).toMatchObject({ receivedAt: told48hAgo, enteredAt: desk.clock.now() });
    const late = timers.filter(({ deadline }) => deadline <= desk.clock.now()).map(({ kind }) => kind);
    expect(late).toEqual(['promise_handle']);
    await desk.raise(caseNumber, '1.promise_handle.report');
    const [received, missed] = await desk.historyOf(caseNumber);
    expect(received).toMatchObject({ type: 'case.received', time: desk.clock.now(), data: { receivedAt: told48hAgo } });
    expect(missed).toMatchObject({ type: 'sla.missed' });
  });

  it('says that a person has read it, whether in time or late, and never that one will', async () => {
    const { reporterTexts } = country;
    const entered = (minutesAgo: number, language: string, headers = { 'Idempotency-Key': randomUUID() }) => {
      const receivedAt = plusMinutes(desk.clock.now(), -minutesAgo);
      return desk.file('counsellor', { ...told, language, channel: 'helpline', receivedAt }, headers);
    };
    const { nextStep, meanwhile } = reporterTexts;
    const { json: inTime } = await entered(60, 'en');
    const { readBy } = inTime['promise'] as { readBy: string };
    const hours = (Date.parse(readBy) - Date.parse(inTime['receivedAt'] as string)) / 3_600_000;
    expect(inTime['nextStep']).toBe(`${nextStep.filed.child['en']} ${meanwhile.soon.child['en']}`);
    for (const language of ['sq', 'en']) {
      for (const minutesAgo of [hours * 60 + 1, 48 * 60, 29 * 24 * 60]) {
        const { json } = await entered(minutesAgo, language);
        expect(json['nextStep']).toBe(`${nextStep.filedLate.child[language]} ${meanwhile.soon.child[language]}`);
        expect(json['promise']).toMatchObject({ readBy: plusMinutes(json['receivedAt'] as string, hours * 60) });
      }
    }
  });

  it('says in the history of no other report that it was entered late', async () => {
    const { json } = await desk.file('counsellor', { ...told, channel: 'helpline' });
    const [received] = await desk.historyOf(json['caseNumber'] as string);
    expect(received).toMatchObject({ data: {} });
    expect((await desk.stateOf(json['caseNumber'] as string)).case).not.toHaveProperty('enteredAt');
  });

  it('takes no time in the future, none older than thirty days, and nothing that is no time', async () => {
    const now = desk.clock.now();
    const days30 = 30 * 24 * 60;
    for (const [receivedAt, code] of [
      [plusMinutes(now, 1), 'too_large'],
      [plusMinutes(now, -days30 - 1), 'too_small'],
      ['yesterday', 'wrong_form'],
      ['2026-11-20T22:10:00', 'wrong_form'],
    ]) {
      const answer = await desk.file('counsellor', { ...told, channel: 'helpline', receivedAt });
      expect([answer.status, answer.json['errors']]).toMatchObject([422, [{ pointer: '/receivedAt', code }]]);
    }
    const oldest = { ...told, channel: 'helpline', receivedAt: plusMinutes(now, -days30) };
    const headers = { 'Idempotency-Key': randomUUID() };
    const answer = await desk.file('counsellor', oldest, headers);
    expect(answer.status).toBe(201);
    desk.clock.set(plusMinutes(now, 10));
    expect((await desk.file('counsellor', oldest, headers)).text).toBe(answer.text);
    const another = { ...oldest, receivedAt: now };
    expect((await desk.file('counsellor', another, headers)).json['type']).toBe('urn:besa:problem:command_key_reused');
  });

  it('refuses a key that was used for a command', async () => {
    const headers = { 'Idempotency-Key': randomUUID() };
    const filed = await desk.file('officer', { ...told, channel: 'chat' });
    await desk.command('officer', filed.json['caseNumber'] as string, 'claim', {}, headers);
    expect((await desk.file('officer', { ...told, channel: 'chat' }, headers)).status).toBe(422);
  });

  it('makes one sheet one case, whoever of staff enters it: a colleague gets its number and not its code', async () => {
    const headers = { 'Idempotency-Key': randomUUID() };
    const sheet = { ...told, channel: 'helpline', receivedAt: plusMinutes(desk.clock.now(), -30) };
    const filed = await desk.file('counsellor', sheet, headers);
    desk.clock.set(plusMinutes(desk.clock.now(), 5));
    for (const colleague of ['officer', 'supervisor'] as const) {
      const again = await desk.file(colleague, sheet, headers);
      expect(again.status).toBe(409);
      expect(again.json).toMatchObject({ because: 'filed_by_another', caseNumber: filed.json['caseNumber'] });
      expect(again.text).not.toContain(String(filed.json['receipt']));
      for (const other of [
        { ...sheet, narrative: 'Something else.' },
        { ...sheet, channel: 'school' },
        { ...sheet, receivedAt: plusMinutes(sheet.receivedAt, 1) },
      ]) {
        const answer = await desk.file(colleague, other, headers);
        expect([answer.status, answer.json['type']]).toEqual([422, 'urn:besa:problem:command_key_reused']);
        expect(answer.json).not.toHaveProperty('receipt');
      }
    }
    expect((await desk.file('counsellor', sheet, headers)).text).toBe(filed.text);
    const history = await desk.historyOf(filed.json['caseNumber'] as string);
    expect(history.map(({ type, actor }) => [type, actor])).toEqual([['case.received', 'staff:staff-counsellor']]);
  });

  it('makes one sheet one case when two enter it at once', async () => {
    const headers = { 'Idempotency-Key': randomUUID() };
    const sheet = { ...told, channel: 'helpline' };
    const answers = await Promise.all(
      (['counsellor', 'officer', 'counsellor', 'officer'] as const).map((who) => desk.file(who, sheet, headers)),
    );
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(2);
    expect(answers.filter(({ status }) => status === 409)).toHaveLength(2);
    expect(answers[0]?.status).toBe(answers[2]?.status);
    expect(new Set(answers.map(({ json }) => json['caseNumber'])).size).toBe(1);
  });

  it('tells the public nothing of what staff filed, whoever knows its key', async () => {
    const { intake } = publicApi(desk.database, country, desk.clock, { keys: desk.keys, macs: desk.keys });
    const key = randomUUID();
    const filed = await desk.file('counsellor', { ...told, channel: 'helpline' }, { 'Idempotency-Key': key });
    const receipt = filed.json['receipt'] as string;
    for (const tried of [key, `staff|${key}`, `staff|staff-counsellor|${key}`, `staff ${key}`]) {
      for (const body of [told, { ...told, narrative: 'Something else.' }]) {
        const answer = await callHandler(intake, postOf('/v1/reports', body, { 'Idempotency-Key': tried }));
        expect(answer.text).not.toContain(receipt);
        expect(answer.text).not.toContain(filed.json['caseNumber']);
      }
    }
  });

  it('needs a key', async () => {
    expect((await desk.file('counsellor', { ...told, channel: 'email' }, { 'Idempotency-Key': '' })).status).toBe(400);
  });
});
