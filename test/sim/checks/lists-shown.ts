import { staff } from '../actors/staff.ts';
import { ask } from '../actors/asking.ts';
import type { Lists } from './check-bearable.ts';
import type { World } from '../world.ts';

interface Page {
  numbers: string[];
  cursor: string | undefined;
}

async function pageOf(world: World, sub: string, query: Record<string, string>): Promise<Page | undefined> {
  const seen = await ask(world, 'case-desk', { resource: '/v1/cases', claims: { sub }, query });
  if (seen === 'unknown' || seen.status !== 200) return undefined;
  const { cases, cursor } = seen.body as { cases: { caseNumber: string }[]; cursor?: string };
  return { numbers: cases.map(({ caseNumber }) => caseNumber), cursor };
}

/** The lists as everybody who reads cases is shown them; undefined without an answer. */
export async function listsOf(world: World): Promise<Lists | undefined> {
  const firstPages = new Map<string, { numbers: readonly string[]; isAll: boolean }>();
  for (const sub of staff) {
    const page = await pageOf(world, sub, {});
    if (page === undefined) return undefined;
    firstPages.set(sub, { numbers: page.numbers, isAll: page.cursor === undefined });
  }
  const heldByNobody = new Set<string>();
  for (let cursor: string | undefined = ''; cursor !== undefined;) {
    const more: Record<string, string> = cursor === '' ? {} : { cursor };
    const page = await pageOf(world, 'staff-elira', { assignee: 'nobody', ...more });
    if (page === undefined) return undefined;
    for (const number of page.numbers) heldByNobody.add(number);
    ({ cursor } = page);
  }
  return { firstPages, heldByNobody };
}
