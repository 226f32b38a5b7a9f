import { expect, it } from 'vitest';
import type { Attention, AttentionCase } from '#functions/console/app/api/answers.ts';
import type { Answer } from '#functions/console/app/api/call.ts';
import { loadAttention } from '#functions/console/app/home/load-attention.ts';

/** So many pages with one case each; the last has what a child said of its end. */
function yearOf(pages: number): (path: string) => Promise<Answer<Attention>> {
  return async (path) => {
    const at = Number(new URL(path, 'https://besa.example').searchParams.get('cursor') ?? '1');
    const concern = at === pages ? 'unread' : 'proposal_undecided';
    const one = { caseNumber: `B-${at}`, concerns: [{ what: concern }] } as unknown as AttentionCase;
    const body = { cases: [one], ...(at === pages ? {} : { cursor: String(at + 1) }) } as unknown as Attention;
    return { ok: true, body } as Answer<Attention>;
  };
}

it('looks at every page of two years of cases, and what is unread comes first', async () => {
  const loaded = await loadAttention(yearOf(24));
  expect(loaded?.cases).toHaveLength(24);
  expect(loaded?.cases[0]?.caseNumber).toBe('B-24');
  expect(loaded?.isPartial).toBe(false);
});

it('says so where there is more than it looks at', async () => {
  const loaded = await loadAttention(yearOf(40));
  expect(loaded?.cases).toHaveLength(32);
  expect(loaded?.isPartial).toBe(true);
});
