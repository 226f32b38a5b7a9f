import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { reconcileClocks } from '#functions/sla-timer/reconcile-clocks.ts';
import { country } from '#shared/country/current.ts';
import { catchLog } from '#test/support/catch-log.ts';
import type { Desk } from '../desk.ts';
import { openDesk, people } from '../desk.ts';
import { bullying, canary, handling } from '../reports.ts';
import { endsAfter, family, ticked, together } from './family.ts';
import type { Family, Part } from './family.ts';
import { reporterTexts } from '#test/support/reporter-texts.ts';

catchLog();
let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.stop());

/** On a busy machine a class of thirty takes longer than a test usually may. */
const waits = { timeout: 90_000 };
const on = (numbers: readonly string[]) => numbers.map((number) => ({ number }));
const statuses = (parts: readonly Part[]) => parts.map(({ status }) => status);
const read = (of: Family) => together(desk, of.parent, 'read', { cases: on(of.all), reason: 'on_duty' });
/** The parent is high, because many reports of the same raise it; the others are normal. */
const handled = { ...handling, severity: 'normal' };

async function readAndHandled(count: number): Promise<Family> {
  const of = await family(desk, count);
  await read(of);
  const followers = of.all.slice(1);
  await together(desk, of.parent, 'handling', { ...handled, cases: await ticked(desk, followers) });
  const { severity } = (await desk.stateOf(of.parent)).case;
  await desk.decide('officer', of.parent, 'handling', { ...handling, severity });
  return of;
}

describe('A class of thirty', () => {
  it('is read, handled, written to and resolved by one command each', waits, async () => {
    const of = await family(desk, 30);
    const followers = of.all.slice(1);
    const opened = await read(of);
    expect(opened.next).toBeUndefined();
    expect(opened.cases.map(({ number }) => number)).toEqual(of.all);
    for (const one of opened.cases) expect(one.case).toMatchObject({ narrative: bullying.narrative });
    const { severity } = (await desk.stateOf(of.parent)).case;
    await desk.decide('officer', of.parent, 'handling', { ...handling, severity });
    const handledAll = await together(desk, of.parent, 'handling', {
      ...handled,
      cases: await ticked(desk, followers),
    });
    expect(statuses(handledAll.cases)).toEqual(followers.map(() => 200));
    const written = await together(desk, of.parent, 'message', { cases: on(of.all), text: 'We asked the platform.' });
    expect(statuses(written.cases)).toEqual(of.all.map(() => 200));
    await desk.decide('officer', of.parent, 'resolution', { outcome: 'advice_given', message: 'Call us.' });
    const ended = await together(desk, of.parent, 'resolution', {
      outcome: 'same_event',
      message: 'We have done what we could.',
      cases: await ticked(desk, followers),
    });
    expect(statuses(ended.cases)).toEqual(followers.map(() => 200));
    for (const number of followers) {
      const { case: one } = await desk.stateOf(number);
      expect(one).toMatchObject({ status: 'resolved', outcomes: ['same_event'], messageCount: 3 });
      const types = (await desk.historyOf(number)).map(({ type }) => type);
      for (const type of ['case.read', 'case.handled', 'case.resolved']) {
        expect([type, types.filter((found) => found === type).length]).toEqual([type, 1]);
      }
    }
  });

  it('is resolved with its parent by one command, where the end is the same', async () => {
    const of = await readAndHandled(3);
    const answer = await together(desk, of.parent, 'resolution', {
      outcome: 'advice_given',
      message: 'Call us.',
      cases: await ticked(desk, of.all),
    });
    expect(statuses(answer.cases)).toEqual([200, 200, 200]);
  });

  it('does not end as the same event before its parent has ended, nor without the state that was seen', async () => {
    const of = await readAndHandled(3);
    const body = { outcome: 'same_event', message: 'Call us.' };
    const cases = await ticked(desk, of.all.slice(1));
    const early = await together(desk, of.parent, 'resolution', { ...body, cases });
    expect(early.cases.map(({ status, problem }) => [status, problem?.['because']])).toEqual([
      [409, 'lead_not_resolved'],
      [409, 'lead_not_resolved'],
    ]);
    const unseen = await together(desk, of.parent, 'resolution', { ...body, cases: on(of.all.slice(1)) });
    expect(statuses(unseen.cases)).toEqual([428, 428]);
  });
});

describe('When the parent goes on', () => {
  it.each(['staff', 'reporter'] as const)(
    'by %s, a reporter whose case ended with it reads that it goes on, and nothing of anybody else',
    waits,
    async (by) => {
      const of = await readAndHandled(3);
      const followers = of.all.slice(1);
      await desk.decide('officer', of.parent, 'resolution', { outcome: 'advice_given', message: 'Call us.' });
      const end = { outcome: 'same_event', message: 'We have done what we could.' };
      await together(desk, of.parent, 'resolution', { ...end, cases: await ticked(desk, followers) });
      desk.later(60);
      const [receipt = ''] = of.receipts;
      if (by === 'staff') await desk.decide('officer', of.parent, 'reopening', {});
      else await desk.ask('messages', { receipt, text: 'Again.', stillHappening: true });
      const event = (await desk.historyOf(of.parent)).findLast(({ type }) => type === 'case.reopened');
      if (event === undefined) throw new Error('The parent was not reopened.');
      await reconcileClocks({ ...desk.deps, policy: country })(event);

      for (const number of followers) {
        const { case: one } = await desk.stateOf(number);
        expect(one).toMatchObject({ status: 'in_progress', clockNumber: 2, outcomes: [] });
        const read = await desk.followUp(of.receipts[of.all.indexOf(number)] ?? '');
        const { status, promise } = read.json as { status: { code: string; text: string }; promise: object };
        expect(status).toEqual({ code: 'in_progress', text: reporterTexts.reopenedByUs.child['sq'] });
        expect(promise).toMatchObject({ ...one.promise, kept: true });
        for (const other of of.all.filter((one) => one !== number)) expect(read.text).not.toContain(other);
        const early = await desk.decide('officer', number, 'handling', handled);
        expect([early.status, early.json['because']]).toEqual([409, 'not_read']);
      }
      expect(statuses((await read(of)).cases)).toEqual([200, 200, 200]);
    },
  );
});

describe('Each case stands for itself', () => {
  it('a case that changed meanwhile is refused with how it stands, and the others go on', async () => {
    const of = await family(desk, 4);
    await read(of);
    const cases = await ticked(desk, of.all.slice(1));
    const [, changed = ''] = of.all;
    await desk.command('other', changed, 'notes', { text: 'I spoke to the school.' });
    const answer = await together(desk, of.parent, 'handling', { ...handled, cases });
    expect(statuses(answer.cases)).toEqual([412, 200, 200]);
    const { revision } = (await desk.stateOf(changed)).case;
    expect(answer.cases[0]?.problem).toMatchObject({ status: 412, case: { caseNumber: changed, revision } });
  });

  it('whoever a case excludes gets the same as for a case that is not linked or not there', async () => {
    const of = await family(desk, 4);
    const { caseNumber: stranger } = await desk.receive(bullying);
    const [, , shut = ''] = of.all;
    await desk.decide('supervisor', shut, 'exclusions', { institutions: [], people: [people.officer.id] });
    const asked = [...of.all, stranger, 'B-0000-0000', canary];
    const answer = await together(desk, of.parent, 'read', { cases: on(asked), reason: 'on_duty' });
    expect(statuses(answer.cases)).toEqual([200, 200, 404, 200, 404, 404, 404]);
    const problems = answer.cases.filter(({ status }) => status === 404).map(({ problem }) => problem);
    for (const problem of problems) expect(problem).toEqual(problems[0]);
    expect((await desk.stateOf(shut)).case.readAt).toBeUndefined();
    expect((await desk.stateOf(stranger)).case.readAt).toBeUndefined();
    const written = await together(desk, of.parent, 'message', { cases: on(of.all), text: 'We are with you.' });
    expect(statuses(written.cases)).toEqual([200, 200, 404, 200]);
  });

  it('for whoever the parent excludes there is no family, and other roles are refused', async () => {
    const of = await family(desk, 2);
    await desk.decide('supervisor', of.parent, 'exclusions', { institutions: [], people: [people.other.id] });
    const body = { cases: on(of.all), text: 'We are with you.' };
    expect((await together(desk, of.parent, 'message', body, { who: 'other' })).status).toBe(404);
    const refusals = async () =>
      (await desk.rows('accessLog')).filter(
        (row) => row['action']?.S === 'refused' && row['caseNumber']?.S === of.parent,
      ).length;
    expect(await refusals()).toBe(0);
    expect((await together(desk, of.parent, 'read', { cases: on(of.all) }, { who: 'other' })).status).toBe(404);
    expect(await refusals()).toBe(1);
    for (const who of ['volunteer', 'head', 'auditor'] as const) {
      expect((await together(desk, of.parent, 'message', body, { who })).status).toBe(403);
    }
    expect((await together(desk, of.all[1] ?? '', 'message', { ...body, cases: on([of.parent]) })).cases).toMatchObject(
      [{ status: 404 }],
    );
  });

  it('a case is ticked once, and at most thirty are', async () => {
    const of = await family(desk, 2);
    const [parent = '', one = ''] = of.all;
    const twice = await together(desk, parent, 'message', {
      cases: on([parent, one, one.toLowerCase().replace('b-', '')]),
      text: 'Hello.',
    });
    expect([twice.status, twice.json['errors']]).toMatchObject([
      422,
      [{ pointer: '/cases/2/number', code: 'named_twice' }],
    ]);
    for (const cases of [[], on(Array.from({ length: 31 }, () => one))]) {
      expect((await together(desk, parent, 'message', { cases, text: 'Hello.' })).status).toBe(422);
    }
    expect((await desk.stateOf(one)).case.messageCount).toBe(0);
  });

  it('no message names another case, alone or together', async () => {
    const of = await family(desk, 3);
    await read(of);
    const [parent = '', own = ''] = of.all;
    const text = `Your case ${own.toLowerCase()} is handled with another.`;
    const answer = await together(desk, parent, 'message', { cases: on(of.all), text });
    expect(statuses(answer.cases)).toEqual([422, 200, 422]);
    expect(answer.cases[0]?.problem).toMatchObject({
      errors: [{ pointer: '/text', code: 'names_another_case' }],
    });
    expect(answer.text).not.toContain('handled with another');
    const alone = await desk.command('officer', own, 'messages', { text: `See ${parent}.` });
    expect([alone.status, alone.json['errors']]).toMatchObject([422, [{ code: 'names_another_case' }]]);
    const inHandling = await desk.decide('officer', own, 'handling', { ...handled, message: `See ${parent}.` });
    expect([inHandling.status, inHandling.json['errors']]).toMatchObject([422, [{ pointer: '/message' }]]);
  });
});

describe('Sent again with the same key', () => {
  it('after the process ended in the middle, what was done is answered and the rest is done, nothing twice', async () => {
    const of = await family(desk, 12);
    await read(of);
    const cases = await ticked(desk, of.all);
    const body = { cases, text: 'We are with you.' };
    const key = randomUUID();
    const broken = await together(desk, of.parent, 'message', body, { key, at: endsAfter(desk, 5) });
    expect(broken.status).toBe(200);
    const done = broken.cases.filter(({ status }) => status === 200).map(({ number }) => number);
    expect(done.length).toBe(5);
    const whole = await together(desk, of.parent, 'message', body, { key });
    expect(statuses(whole.cases)).toEqual(of.all.map(() => 200));
    const again = await together(desk, of.parent, 'message', body, { key });
    expect(again.text).toBe(whole.text);
    for (const number of of.all) expect((await desk.stateOf(number)).case.messageCount).toBe(1);
    const other = await together(desk, of.parent, 'message', { ...body, text: 'Other words.' }, { key });
    expect(statuses(other.cases)).toEqual(of.all.map(() => 422));
  });

  it('after an outage no further case is tried', async () => {
    const of = await family(desk, 12);
    await read(of);
    const broken = await together(
      desk,
      of.parent,
      'message',
      { cases: on(of.all), text: 'We are with you.' },
      { at: endsAfter(desk, 0) },
    );
    expect(statuses(broken.cases).toSorted((a, b) => a - b)).toEqual([
      ...Array.from({ length: 5 }, () => 500),
      ...Array.from({ length: 7 }, () => 503),
    ]);
  });

  it('needs a key', async () => {
    const of = await family(desk, 2);
    const answer = await together(desk, of.parent, 'message', { cases: on(of.all), text: 'Hello.' }, { key: '' });
    expect(answer.status).toBe(400);
  });
});

describe('A danger that a class tells of', () => {
  it('is answered by one call, each case by itself, and linking ends nothing', waits, async () => {
    const of = await family(desk, 3, () => ({ ...bullying, flags: { weapon: true } }));
    await read(of);
    const clocks = async () =>
      Promise.all(
        of.all.map(
          async (number) => (await desk.stateOf(number)).timers.filter(({ kind }) => kind === 'danger_call').length,
        ),
      );
    expect(await clocks()).toEqual([1, 1, 1]);
    const called = { institution: 'state_police', answeredBy: canary };
    const answered = await together(desk, of.parent, 'danger', { cases: on(of.all.slice(1)), called });
    expect(statuses(answered.cases)).toEqual([200, 200]);
    expect(JSON.stringify(answered)).not.toContain(canary);
    // The parent was not ticked.
    expect(await clocks()).toEqual([1, 0, 0]);
    for (const number of of.all.slice(1)) {
      expect((await desk.stateOf(number)).case.danger?.ended).toMatchObject({
        by: people.officer.id,
        called: 'state_police',
      });
    }
  });

  it('says of a case in which nobody is in danger that there is none', waits, async () => {
    const of = await family(desk, 2);
    await read(of);
    const because = { notCalledBecause: 'reporter_safe_now' };
    const answered = await together(desk, of.parent, 'danger', { cases: on(of.all), ...because });
    expect(statuses(answered.cases)).toEqual([409, 409]);
  });
});
