import { expect, it } from 'vitest';
import { promiseLeft } from '#functions/console/app/case/promise-left.ts';

const promise = {
  readBy: '2026-11-20T10:00:00.000Z',
  handleBy: '2026-11-20T12:00:00.000Z',
  resolveBy: '2026-11-20T16:00:00.000Z',
};
const receivedAt = '2026-11-20T08:00:00.000Z';

it('says the next promised step, and which part of its time is left', () => {
  expect(promiseLeft({ promise, receivedAt }, '2026-11-20T08:00:00.000Z')).toEqual({
    step: 'read',
    by: promise.readBy,
    part: 1,
  });
  expect(promiseLeft({ promise, receivedAt }, '2026-11-20T09:30:00.000Z')).toMatchObject({ step: 'read', part: 0.25 });
});

it('goes on to the next step when one is done or missed', () => {
  const readAt = '2026-11-20T08:30:00.000Z';
  expect(promiseLeft({ promise, receivedAt, readAt }, '2026-11-20T09:00:00.000Z')).toMatchObject({
    step: 'handle',
    part: 0.75,
  });
  expect(promiseLeft({ promise, receivedAt }, promise.readBy)).toMatchObject({ step: 'handle' });
});

it('counts from the reopening', () => {
  const reopenedAt = '2026-11-20T09:00:00.000Z';
  expect(promiseLeft({ promise, receivedAt, reopenedAt }, reopenedAt)).toMatchObject({ part: 1 });
});

it('says nothing when nothing is owed, all was missed, or a role does not see it', () => {
  expect(promiseLeft({ promise, receivedAt, resolvedAt: receivedAt }, receivedAt)).toBeUndefined();
  expect(promiseLeft({ promise, receivedAt }, '2026-11-21T00:00:00.000Z')).toBeUndefined();
  expect(promiseLeft({ receivedAt }, receivedAt)).toBeUndefined();
});
