import { describe, expect, it } from 'vitest';
import { failures } from '#infra/local/sources/queue-source.ts';
import { readFilter } from '#infra/local/sources/event-filter.ts';
import { startTinyBesa } from '../tiny-besa.ts';

const queue = async (besa: Awaited<ReturnType<typeof startTinyBesa>>, name: string) =>
  (await besa.queues()).find((one) => one.name === name);

describe('from a table’s stream over a queue to a function', () => {
  it('every write arrives, once', async () => {
    const besa = await startTinyBesa();
    const ids = Array.from({ length: 40 }, (_, index) => `t${index}`);
    const answers = await Promise.all(ids.map((id) => besa.put({ id })));
    expect(answers.map(({ status }) => status)).toEqual(ids.map(() => 201));
    await besa.quiet();
    const rows = await Promise.all(ids.map((id) => besa.row(id, 'DONE')));
    expect(rows.map((row) => row?.['times'])).toEqual(ids.map(() => '1'));
    expect(besa.refusals()).toEqual([]);
  });

  it('a poisoned message fails alone, comes again at its time, and ends among the dead letters', async () => {
    const besa = await startTinyBesa();
    await Promise.all([besa.put({ id: 'good' }), besa.put({ id: 'bad', note: 'poison' })]);
    await besa.quiet();
    expect(await besa.row('good', 'DONE')).toMatchObject({ times: '1' });
    expect(await queue(besa, 'doer')).toMatchObject({ visible: 0, inFlight: 1, deadLetters: 0 });
    await besa.clock.advance(5 * 60_000);
    expect(await queue(besa, 'doer')).toMatchObject({ visible: 0, inFlight: 0, deadLetters: 1 });
  });

  it('a dead letter is dropped when its fourteen days are over, not before', async () => {
    const besa = await startTinyBesa();
    await besa.put({ id: 'bad', note: 'poison' });
    const day = 86_400_000;
    await besa.clock.advance(13 * day);
    expect(await queue(besa, 'doer')).toMatchObject({ deadLetters: 1 });
    await besa.clock.advance(2 * day);
    expect(await queue(besa, 'doer')).toMatchObject({ deadLetters: 0 });
  });

  it('a record the stream’s function trips over is split off and given up; its neighbours arrive', async () => {
    const besa = await startTinyBesa();
    const others = Array.from({ length: 7 }, (_, index) => `o${index}`);
    await Promise.all([...others.map((id) => besa.put({ id })), besa.put({ id: 'x', note: 'trips the mover' })]);
    await besa.quiet();
    expect(await Promise.all(others.map((id) => besa.row(id, 'DONE')))).toMatchObject(
      others.map(() => ({ times: '1' })),
    );
    expect(await queue(besa, 'mover')).toMatchObject({ deadLetters: 1 });
  });

  it('what a queue did not take is handed on again', async () => {
    const besa = await startTinyBesa();
    const partial = besa.faults.inject(({ action }) => action === 'SendMessageBatch', { kind: 'partial', entries: 1 });
    await besa.put({ id: 'a' });
    await besa.quiet();
    expect(partial.hits()).toBe(1);
    expect(await besa.row('a', 'DONE')).toMatchObject({ times: '1' });
  });

  it('a function that dies in the middle gets its message again', async () => {
    const besa = await startTinyBesa();
    besa.faults.inject((call) => call.function === 'doer', { kind: 'crash', when: 'after' });
    await besa.put({ id: 'a' });
    await besa.clock.advance(2 * 60_000);
    expect(await besa.row('a', 'DONE')).toMatchObject({ times: '2' });
  });
});

describe('what a function says it did not do', () => {
  const batch = [{ MessageId: 'a' }, { MessageId: 'b' }];
  it.each([
    ['nothing', { batchItemFailures: [] }, []],
    ['nothing, without a word', null, []],
    ['one', { batchItemFailures: [{ itemIdentifier: 'a' }] }, ['a']],
    ['one that was not there: all', { batchItemFailures: [{ itemIdentifier: 'z' }] }, ['a', 'b']],
    ['in no form that is known: all', { batchItemFailures: [{}] }, ['a', 'b']],
  ])('is %s', (_, value, expected) => {
    expect([...failures(value, batch, true)]).toEqual(expected);
  });

  it('is not asked where the event source does not say so', () => {
    expect(failures({ batchItemFailures: [{ itemIdentifier: 'a' }] }, batch, false).size).toBe(0);
  });
});

describe('an event filter', () => {
  it.each([
    [{ eventName: ['INSERT'] }, { eventName: 'INSERT' }, true],
    [{ eventName: ['INSERT'] }, { eventName: 'MODIFY' }, false],
    [{ a: { b: [{ exists: false }] } }, { a: {} }, true],
    [{ a: { b: [{ prefix: 'x' }, 7] } }, { a: { b: 'xy' } }, true],
    [{ a: { b: [{ prefix: 'x' }, 7] } }, { a: { b: 8 } }, false],
    [{ a: ['x', 'y'] }, { a: ['z', 'y'] }, true],
    [{ a: ['x', 'y'] }, { a: ['z'] }, false],
  ])('%j on %j: %s', (pattern, value, expected) => {
    expect(readFilter(pattern)(value)).toBe(expected);
  });

  it('with a comparison it does not know stops the start', () => {
    expect(() => readFilter({ a: [{ 'anything-but': 1 }] })).toThrow(/anything-but/u);
  });
});
