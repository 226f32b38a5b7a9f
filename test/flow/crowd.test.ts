import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { reportOf } from '#test/support/http-reports.ts';
import { startTestBesa, timesOf, type BesaUnderTest } from '#test/support/running-besa.ts';

let besa: BesaUnderTest;
beforeAll(async () => {
  besa = await startTestBesa();
});
afterAll(() => besa.end());

describe('many at once', () => {
  it('takes thirty pupils in the same moment, each with a case, a receipt and a thread of their own', async () => {
    const answers = await Promise.all(Array.from({ length: 30 }, () => besa.report(reportOf.normal)));
    expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 30 }, () => 201));
    expect(new Set(answers.map(({ body }) => body.caseNumber)).size).toBe(30);
    expect(new Set(answers.map(({ body }) => body.receipt)).size).toBe(30);
    await besa.inside.quiet();
    const officer = await besa.signIn('staff-blerim');
    for (const { body } of answers) {
      expect((await besa.followUp(body.receipt)).body.status.code).toBe('triaged');
      expect(timesOf((await officer.show(body.caseNumber)).body, 'case.triaged')).toBe(1);
    }

    // Past the daily mail of one o'clock: it has left, and speaks of the whole class.
    await besa.advance('PT3H');
    const numbers = answers.map(({ body }) => body.caseNumber);
    const named = (text: string) => numbers.filter((number) => text.includes(number)).length;
    const told = (await besa.inbox()).filter(({ to, text }) => to.startsWith('blerim') && named(text) > 0);
    expect(told.length).toBeGreaterThan(0);
    expect(told.map(({ text }) => named(text))).toEqual(told.map(() => 30));
  });

  it('makes one case of the same report sent fifty times at once', async () => {
    const key = randomUUID();
    const answers = await Promise.all(Array.from({ length: 50 }, () => besa.report(reportOf.high, key)));
    const taken = answers.filter(({ status }) => status === 201);
    // Whoever came while the first was under way may be asked to come back; nobody gets anything else.
    expect(answers.every(({ status }) => status === 201 || status === 409)).toBe(true);
    expect(new Set(taken.map(({ body }) => body.receipt)).size).toBe(1);
    expect(new Set(taken.map(({ body }) => body.caseNumber)).size).toBe(1);
    const late = await besa.report(reportOf.high, key);
    expect(late.status).toBe(201);
    expect(late.body.receipt).toBe(taken[0]?.body.receipt);
    expect(late.body.promise).toEqual(taken[0]?.body.promise);
  });

  it('refuses the same key with another report, names the first one, and changes nothing', async () => {
    const key = randomUUID();
    const first = await besa.report(reportOf.normal, key);
    await besa.inside.quiet();
    const before = await besa.followUp(first.body.receipt);
    const second = await besa.report({ ...reportOf.normal, narrative: 'Something else.' }, key);
    expect(second.status).toBe(422);
    expect(second.body).toMatchObject({ caseNumber: first.body.caseNumber, receipt: first.body.receipt });
    expect((await besa.followUp(first.body.receipt)).body).toEqual(before.body);
  });
});

describe('a message nobody can read', () => {
  it('ends in the dead-letter queue, is seen there, and holds up nobody else', async () => {
    await besa.inside.quiet();
    await besa.inside.putMessage('triage', '{"not":"an event"}');
    const answer = await besa.report(reportOf.critical);
    await besa.inside.quiet();
    expect((await besa.followUp(answer.body.receipt)).body.status.code).toBe('triaged');
    await besa.advance('PT30M');
    const triage = (await besa.queues()).find(({ name }) => name === 'triage');
    expect(triage).toMatchObject({ visible: 0, inFlight: 0, deadLetters: 1 });
  });
});
