import type { Case } from '#shared/domain/case/case.ts';
import { theCentre } from '#shared/domain/referrals/disclosed-copy.ts';
import type { Referrals } from '#shared/domain/referrals/referral-policy.ts';
import { leadAgencyOf } from '#shared/domain/referrals/lead-agency.ts';
import { givesAddresses } from '#shared/domain/case/referral.ts';
import type { DisclosureField, Referral } from '#shared/domain/case/referral.ts';
import type { ReportDetails } from '#shared/domain/report/report-parts.ts';
import type { OpenCaseDeps } from '../reading/open-case.ts';
import { openCase } from '../reading/open-case.ts';
import { fitting, takenFromThread, ticked } from '../reading/ticked.ts';

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
  return fitting(JSON.stringify(Object.assign({}, frame, ...fields.map((field) => parts[field]()))), '/fields');
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
    ...(lead?.id === referral.id || (lead === undefined && referral.isLead)
      ? {}
      : { doNotQuestionTheChildSpeakTo: lead?.institution ?? theCentre }),
  };
}
