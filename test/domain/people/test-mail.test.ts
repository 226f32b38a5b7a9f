import { expect, it } from 'vitest';
import { testAgainAt, testNotice } from '#shared/domain/people/test-mail.ts';

const testedAt = '2026-11-20T11:00:00.000Z';

it('a test mail may be asked for once in five minutes', () => {
  expect(testAgainAt({}, testedAt)).toBeUndefined();
  expect(testAgainAt({ testedAt }, '2026-11-20T11:04:59.999Z')).toBe('2026-11-20T11:05:00.000Z');
  expect(testAgainAt({ testedAt }, '2026-11-20T11:05:00.000Z')).toBeUndefined();
});

it('a test mail is to oneself, and says nothing of anybody', () => {
  expect(testNotice({ id: 'ana' })).toEqual({ to: 'ana', about: 'ana', kind: 'test' });
});
