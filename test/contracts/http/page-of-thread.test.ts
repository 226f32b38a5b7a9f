import * as fc from '#test/support/fast-check.ts';
import { expect, it } from 'vitest';
import { lastThatFit, mostOnPage, thoseThatFit } from '#shared/contracts/http/page-of-thread.ts';

it('a page holds as many as fit, at least one, and pages lead through all of them from either end', () => {
  const texts = fc.array(
    fc.integer({ min: 0, max: 400 }).map((length) => 'ë'.repeat(length)),
    { maxLength: 40 },
  );
  fc.assert(
    fc.property(texts, fc.integer({ min: 1, max: 2000 }), (items, bytes) => {
      const sizeOf = (page: readonly string[]) => page.reduce((sum, one) => sum + Buffer.byteLength(one) + 2, 0);
      const forward: string[] = [];
      while (forward.length < items.length) {
        const page = thoseThatFit(items.slice(forward.length), bytes);
        expect(page.length === 1 || (page.length > 1 && sizeOf(page) <= bytes)).toBe(true);
        forward.push(...page);
      }
      expect(forward).toEqual(items);
      const back: string[] = [];
      while (back.length < items.length)
        back.unshift(...lastThatFit(items.slice(0, items.length - back.length), bytes));
      expect(back).toEqual(items);
    }),
  );
});

it('holds no more than 300, however short they are', () => {
  const items = Array.from({ length: 700 }, (_, index) => index);
  expect(thoseThatFit(items, 1_000_000)).toEqual(items.slice(0, mostOnPage));
  expect(lastThatFit(items, 1_000_000)).toEqual(items.slice(-mostOnPage));
});
