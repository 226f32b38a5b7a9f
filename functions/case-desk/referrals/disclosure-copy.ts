import type { Case } from '#shared/domain/case/case.ts';
import type { Referrals } from '#shared/domain/referrals/referral-policy.ts';
import { leadAgencyOf } from '#shared/domain/referrals/lead-agency.ts';
import { givesAddresses, largestCopyKiB } from '#shared/domain/case/referral.ts';
import type { DisclosureField, Referral } from '#shared/domain/case/referral.ts';
import type { ReportAddresses, ReportDetails } from '#shared/domain/report/report-parts.ts';
import { Problem } from '#shared/contracts/http/http.ts';
import type { OpenCaseDeps } from '../reading/open-case.ts';
import { openCase } from '../reading/open-case.ts';

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
 * another institution is the lead agency, the copy says to speak to it. So nobody questions the child again
 * (docs/practice.md, Referral). A list of addresses names neither unit nor lead agency.
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
  const opened = (await openCase(deps, of.caseId, {
    withAddresses: givesAddresses(fields),
    asTyped: true,
  })) as { narrative?: string; details: ReportDetails; addresses?: ReportAddresses; messages: unknown };
  const { victims, moreVictims, suspect, reporter, place } = opened.details;
  const parts: Readonly<Record<DisclosureField, () => object>> = {
    narrative: () => ({ narrative: opened.narrative }),
    victims: () => ({ victims, moreVictims }),
    suspect: () => ({ suspect }),
    reporter: () => ({ reporter }),
    place: () => ({ place }),
    addresses: () => ({ addresses: ticked(opened.addresses?.urls, addresses, 'addresses') }),
    accounts: () => ({ accounts: ticked(opened.addresses?.accounts, accounts, 'accounts') }),
    thread: () => ({ thread: opened.messages }),
  };
  return fitting(JSON.stringify(Object.assign({}, frame, ...fields.map((field) => parts[field]()))));
}

/**
 * The number of the case, and whom to speak to. A list of addresses has neither: both would tell that there is
 * somebody.
 */
function aboutTheCase(of: Case, referral: Referral, { unit, policy }: Pick<CopyInput, 'unit' | 'policy'>): object {
  const lead = leadAgencyOf(of, policy);
  return {
    caseNumber: of.caseNumber,
    ...(unit === undefined ? {} : { unit }),
    ...(referral.isLead || lead === undefined ? {} : { doNotQuestionTheChildSpeakTo: lead.institution }),
  };
}

function ticked<T>(list: readonly T[] = [], positions: readonly number[], field: 'addresses' | 'accounts'): T[] {
  return positions.map((position, index) => {
    const one = list[position];
    if (one !== undefined) return one;
    throw new Problem('invalid_fields', 422, { errors: [{ pointer: `/${field}/${index}`, code: 'unknown_code' }] });
  });
}

/**
 * A long thread may be larger than a copy may be. Then it is refused whole: nobody would see that a part is missing.
 */
function fitting(copy: string): string {
  if (Buffer.byteLength(copy) <= largestCopyKiB * 1024) return copy;
  const expected = `${largestCopyKiB} KiB`;
  throw new Problem('invalid_fields', 422, { errors: [{ pointer: '/fields', code: 'too_much', expected }] });
}
