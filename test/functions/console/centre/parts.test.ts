import { expect, it } from 'vitest';
import { withNextPart, type Parts } from '#functions/console/app/centre/tables/parts.ts';

const empty: Parts<number> = { rows: [], cursor: undefined, isLoading: true, isLoaded: false, refusal: undefined };

it('a list grows by its next part, and ends with the part that has no cursor', async () => {
  const asked: (string | undefined)[] = [];
  const answers = [{ entries: [1, 2], cursor: 'next' }, { entries: [3] }];
  const ask = async (cursor: string | undefined) => {
    asked.push(cursor);
    return { ok: true as const, status: 200, etag: undefined, body: answers[asked.length - 1] ?? { entries: [] } };
  };
  const first = await withNextPart(empty, ask);
  const second = await withNextPart(first, ask);
  expect(first).toMatchObject({ rows: [1, 2], cursor: 'next', isLoading: false, isLoaded: true });
  expect(second).toMatchObject({ rows: [1, 2, 3], cursor: undefined });
  expect(asked).toEqual([undefined, 'next']);
});

it('a part that was refused leaves what is there, and the same part is asked for again', async () => {
  const list = { ...empty, rows: [1], cursor: 'next', isLoaded: true };
  const refused = await withNextPart<number>(list, async () => ({ ok: false, why: 'not_reached' }));
  expect(refused).toEqual({ ...list, isLoading: false, refusal: { ok: false, why: 'not_reached' } });
});
