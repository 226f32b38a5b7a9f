import type { Case } from '#shared/domain/case/case.ts';
import type { Referrals } from '#shared/domain/referrals/referral-policy.ts';
import { leadAgencyOf } from '#shared/domain/referrals/lead-agency.ts';
import { givesAddresses, largestCopyKiB } from '#shared/domain/case/referral.ts';
import type { DisclosureField, Referral } from '#shared/domain/case/referral.ts';
import type { ReportAddresses, ReportDetails } from '#shared/domain/report/report-parts.ts';
import { Problem } from '#shared/contracts/http/http.ts';
import type { OpenCaseDeps, OpenedCase } from '../reading/open-case.ts';
import { openCase } from '../reading/open-case.ts';
import { pagesOfThread } from '../reading/open-page.ts';

export interface CopyInput {
  fields: readonly DisclosureField[];
  /** Positions of the addresses that a person ticked, in the order of the opened case. */
  addresses: readonly number[];
  /** The same for the accounts. */
  accounts: readonly number[];
  unit?: string | undefined;
  /** Who answered the call that is the referral. */
  answeredBy?: string | undefined;
  /** Says who must not know of the case, and so is never named as the lead agency. */
  policy: Referrals;
}

/**
 * What one referral gives away, as JSON: the chosen fields and nothing else, and the unit of the institution. When
 * another institution is the lead agency, the copy says to speak to it; while none has heard of the case, to the centre.
 * So nobody questions the child again (docs/practice.md, Referral). A list of addresses names neither unit nor lead agency.
 *
 * Throws a `Problem` when a ticked address or account is not there. It also throws one when the whole is larger than a
 * copy may be.
 */
export async function disclosureCopy(
  deps: OpenCaseDeps,
  of: Case,
  referral: Referral,
  { fields, addresses, accounts, unit, answeredBy, policy }: CopyInput,
): Promise<string> {
  const frame = {
    ...(answeredBy === undefined ? {} : { answeredBy }),
    ...(referral.addressesOnly === true ? {} : aboutTheCase(of, referral, { unit, policy })),
  };
  if (fields.length === 0) return JSON.stringify(frame);
  const opened = await openCase(deps, of.caseId, { withAddresses: givesAddresses(fields) });
  const wanted = { thread: fields.includes('thread'), addresses, accounts };
  const added = await takenFromThread(deps, of, opened, wanted);
  const { victims, moreVictims, suspect, reporter, place } = opened.details as ReportDetails;
  const parts: Readonly<Record<DisclosureField, () => object>> = {
    narrative: () => ({ narrative: opened.narrative }),
    victims: () => ({ victims, moreVictims }),
    suspect: () => ({ suspect }),
    reporter: () => ({ reporter }),
    place: () => ({ place }),
    addresses: () => ({ addresses: ticked(added.urls, addresses, 'addresses') }),
    accounts: () => ({ accounts: ticked(added.accounts, accounts, 'accounts') }),
    thread: () => ({ thread: added.messages }),
  };
  return fitting(JSON.stringify(Object.assign({}, frame, ...fields.map((field) => parts[field]()))));
}

/** What a copy takes from the thread: its messages, and of all addresses those that were ticked, by their positions. */
interface TakenFromThread {
  messages: unknown[];
  urls: Map<number, string>;
  accounts: Map<number, ReportAddresses['accounts'][number]>;
}

/** Walks the thread page by page. It stops when its words are more than a copy may hold. */
async function takenFromThread(
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
    if (bytes > largestCopyKiB * 1024) throw tooMuch();
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

/** Stands in a copy where no lead agency has heard of the case. No institution of a pack has this code. */
export const theCentre = 'centre';

/**
 * The number of the case, and whom to speak to. A list of addresses has neither: both would tell that there is
 * somebody.
 */
function aboutTheCase(of: Case, referral: Referral, { unit, policy }: Pick<CopyInput, 'unit' | 'policy'>): object {
  const lead = leadAgencyOf(of, policy);
  return {
    caseNumber: of.caseNumber,
    ...(unit === undefined ? {} : { unit }),
    ...(lead?.id === referral.id || (lead === undefined && referral.isLead)
      ? {}
      : { doNotQuestionTheChildSpeakTo: lead?.institution ?? theCentre }),
  };
}

function ticked<T>(taken: ReadonlyMap<number, T>, positions: readonly number[], field: 'addresses' | 'accounts'): T[] {
  return positions.map((position, index) => {
    const one = taken.get(position);
    if (one !== undefined) return one;
    throw new Problem('invalid_fields', 422, { errors: [{ pointer: `/${field}/${index}`, code: 'unknown_code' }] });
  });
}

/**
 * A long thread may be larger than a copy may be. Then it is refused whole: nobody would see that a part is missing.
 */
function fitting(copy: string): string {
  if (Buffer.byteLength(copy) <= largestCopyKiB * 1024) return copy;
  throw tooMuch();
}

function tooMuch(): Problem {
  const expected = `${largestCopyKiB} KiB`;
  return new Problem('invalid_fields', 422, { errors: [{ pointer: '/fields', code: 'too_much', expected }] });
}
