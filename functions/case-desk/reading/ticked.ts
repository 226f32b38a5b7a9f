import { largestCopyKiB } from '#shared/domain/case/referral.ts';
import type { Case } from '#shared/domain/case/case.ts';
import type { ReportAddresses } from '#shared/domain/report/report-parts.ts';
import { Problem } from '#shared/contracts/http/http.ts';
import type { OpenCaseDeps, OpenedCase } from './open-case.ts';
import { pagesOfThread } from './open-page.ts';

/** What a copy takes from the thread: its messages, and of all addresses those that were ticked, by their positions. */
export interface TakenFromThread {
  messages: unknown[];
  urls: Map<number, string>;
  accounts: Map<number, ReportAddresses['accounts'][number]>;
}

/** Walks the thread page by page. It stops when its words are more than a copy may hold. */
export async function takenFromThread(
  deps: OpenCaseDeps,
  { caseId, messageCount }: Case,
  opened: OpenedCase,
  wanted: { thread: boolean; addresses: readonly number[]; accounts: readonly number[] },
): Promise<TakenFromThread> {
  const urls = tickedAlong<string>(wanted.addresses);
  const accounts = tickedAlong<ReportAddresses['accounts'][number]>(wanted.accounts);
  const messages: unknown[] = [];
  let bytes = 0;
  const take = (of: ReportAddresses | undefined): void => {
    urls.pass(of?.urls ?? []);
    accounts.pass(of?.accounts ?? []);
  };
  take(opened.addresses);
  const reads = wanted.thread || wanted.addresses.length + wanted.accounts.length > 0;
  for await (const page of pagesOfThread(deps, caseId, reads ? messageCount : 0)) {
    page.map(opened.addressesOf).forEach(take);
    if (!wanted.thread) continue;
    const said = page.map(opened.message);
    bytes += Buffer.byteLength(JSON.stringify(said));
    if (bytes > largestCopyKiB * 1024) throw tooMuch('/fields');
    messages.push(...said);
  }
  return { messages, urls: urls.taken, accounts: accounts.taken };
}

/** Counts what passes, and keeps what stands at a ticked position. */
function tickedAlong<T>(positions: readonly number[]): { pass: (items: readonly T[]) => void; taken: Map<number, T> } {
  const wanted = new Set(positions);
  const taken = new Map<number, T>();
  let position = 0;
  return {
    taken,
    pass: (items) => {
      for (const item of items) {
        if (wanted.has(position)) taken.set(position, item);
        position += 1;
      }
    },
  };
}

/** What stands at the ticked positions. Throws a `Problem` that names a position at which nothing stands. */
export function ticked<T>(
  taken: ReadonlyMap<number, T>,
  positions: readonly number[],
  field: 'addresses' | 'accounts',
): T[] {
  return positions.map((position, index) => {
    const one = taken.get(position);
    if (one !== undefined) return one;
    throw new Problem('invalid_fields', 422, { errors: [{ pointer: `/${field}/${index}`, code: 'unknown_code' }] });
  });
}

/**
 * A long thread may be larger than a copy may be. Then it is refused whole: nobody would see that a part is missing.
 */
export function fitting(copy: string, pointer: string): string {
  if (Buffer.byteLength(copy) <= largestCopyKiB * 1024) return copy;
  throw tooMuch(pointer);
}

function tooMuch(pointer: string): Problem {
  const expected = `${largestCopyKiB} KiB`;
  return new Problem('invalid_fields', 422, { errors: [{ pointer, code: 'too_much', expected }] });
}
