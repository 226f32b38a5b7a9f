import * as fc from '#test/support/fast-check.ts';
import { describe, expect, it } from 'vitest';
import { insertedAt } from '#functions/console/app/handling/message/inserted-at.ts';
import { knownBlanks, readyFactsOf, reporterOf } from '#functions/console/app/handling/message/reader.ts';
import type { ReportedFacts } from '#shared/domain/report/report.ts';
import { aCase } from '#test/support/builders.ts';

const reported = (said: Partial<ReportedFacts>) => ({ ...aCase().reported, ...said });

describe('a ready sentence that is added', () => {
  it('stands where the cursor is, and replaces nothing', () => {
    fc.assert(
      fc.property(fc.string(), fc.nat(), fc.string({ minLength: 1 }), (text, place, sentence) => {
        const at = text.length === 0 ? 0 : place % (text.length + 1);
        const { text: after, caret } = insertedAt(text, at, sentence);
        expect(after.startsWith(text.slice(0, at))).toBe(true);
        expect(after.endsWith(text.slice(at))).toBe(true);
        expect(after.slice(0, caret).endsWith(sentence)).toBe(true);
        expect(after.length - text.length - sentence.length).toBeLessThanOrEqual(2);
      }),
    );
  });

  it.each([
    ['', 0, 'A.'],
    ['One.', 4, 'One. A.'],
    ['One. Two.', 4, 'One. A. Two.'],
    ['One.\n', 5, 'One.\nA.'],
    ['word, more', 4, 'word A., more'],
  ])('does not run into the words beside it: %j', (text, at, expected) => {
    expect(insertedAt(text, at, 'A.').text).toBe(expected);
  });
});

const view = { caseNumber: 'B-7K3M-9QX1', severity: 'high', may: [], help: [] } as unknown as Parameters<
  typeof readyFactsOf
>[0];

describe('the reader of a message', () => {
  it('is the reporter: their language, and as they are spoken to', () => {
    expect(reporterOf({ ...view, language: 'en', reported: reported({ reporterRole: 'parent' }) }, 'sq')).toEqual({
      address: 'adult',
      language: 'en',
    });
    expect(reporterOf({ ...view, language: 'sq', reported: reported({}) }, 'en').address).toBe('child');
  });

  it('may be a child where nothing is known', () => {
    expect(reporterOf(view, 'sq')).toEqual({ address: 'child', language: 'sq' });
  });

  it('hears of a missed promise only where one of the promise was missed', () => {
    const of = { ...view, status: 'in_progress', reported: reported({}) } as const;
    const at = '2026-11-17T09:00:00.000Z';
    expect(readyFactsOf({ ...of, missed: [{ clock: 'handle', at }] })?.promiseMissed).toBe(false);
    expect(readyFactsOf({ ...of, missed: [{ clock: 'promise_handle', at }] })?.promiseMissed).toBe(true);
    expect(readyFactsOf(view)).toBeUndefined();
  });
});

describe('a blank that fills itself', () => {
  const promise = { readBy: '', handleBy: '', resolveBy: '2026-11-20T09:00:00.000Z' };
  const say = (at: string): string => `by ${at}`;

  it('says the end of the promise while it is ahead and the case goes on', () => {
    expect(knownBlanks({ promise }, '2026-11-17T09:00:00.000Z', say)).toEqual({ by: 'by 2026-11-20T09:00:00.000Z' });
    expect(knownBlanks({ promise }, '2026-11-20T09:00:00.000Z', say)).toEqual({});
    expect(knownBlanks({ promise, resolvedAt: '2026-11-17T08:00:00.000Z' }, '2026-11-17T09:00:00.000Z', say)).toEqual(
      {},
    );
  });

  it('says until when the case is kept', () => {
    const keeping = { revision: 1, eraseAt: '2027-11-20T09:00:00.000Z', lookAt: '2027-11-01T09:00:00.000Z' };
    expect(knownBlanks({ keeping }, '2026-11-17T09:00:00.000Z', say)).toEqual({
      keptUntil: 'by 2027-11-20T09:00:00.000Z',
    });
  });
});
