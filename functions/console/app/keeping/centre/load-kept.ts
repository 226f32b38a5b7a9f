import type { KeptList } from '#shared/domain/keeping/kept-lists.ts';
import type { KeptLine, KeptPage } from '../../api/answers.ts';
import type { Refusal } from '../../api/call.ts';
import { look } from '../../api/look.ts';

export interface LoadedKept {
  /** The API's clock when it answered last. */
  now: string;
  lines: readonly KeptLine[];
  /** Leads to further cases. */
  cursor: string | undefined;
}

/** How many pages are asked for at once: a page may be empty, and the next one not. */
const pagesAtOnce = 8;
/** With so many new cases nobody waits for a further page. */
const enough = 20;

/** The list from its beginning, or what comes after the part that is there. */
export async function loadKept(
  kind: KeptList,
  before: LoadedKept = { now: '', lines: [], cursor: undefined },
): Promise<LoadedKept | { refusal: Refusal }> {
  const found: KeptLine[] = [];
  let { now, cursor } = before;
  for (let pages = 0; pages < pagesAtOnce && found.length < enough; pages += 1) {
    const query = new URLSearchParams({ kind, ...(cursor === undefined ? {} : { cursor }) });
    const answer = await look<KeptPage>(`/v1/keeping?${query}`);
    if (!answer.ok) return { refusal: answer };
    found.push(...answer.body.cases);
    ({ now, cursor } = answer.body);
    if (cursor === undefined) break;
  }
  // A case that moved meanwhile may be on two pages.
  const each = new Map([...before.lines, ...found].map((line) => [line.caseNumber, line]));
  return { now, lines: [...each.values()], cursor };
}
