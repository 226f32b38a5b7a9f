import { prefersCsv } from '#shared/contracts/http/accepted-media.ts';
import { csvMediaType, csvOf } from '#shared/contracts/http/csv.ts';
import { deskReferralSchema } from '#shared/contracts/http/public/desk.ts';
import { parseBody } from '#shared/contracts/http/parse-body.ts';
import { Problem } from '#shared/contracts/http/http.ts';
import type { HttpAnswer, HttpRequest, PageAnswer } from '#shared/contracts/http/http.ts';
import { securityHeaders } from '#shared/contracts/http/security-headers.ts';
import { isCsamCase } from '#shared/domain/case/csam-flagged.ts';
import { addressKind, type AddressKind } from '#shared/domain/referrals/address-kind.ts';
import type { Instant } from '#shared/domain/time/instant.ts';
import { openParts } from '#shared/use-cases/referrals/opened-parts.ts';
import { openSession, referralOver } from './open-access.ts';
import type { ShowReferralDeps } from './show-referral.ts';

/** The addresses of a copy, to be used by whoever was shown them. */
export interface GivenAddresses {
  addresses: readonly { address: string; kind: AddressKind }[];
  shownTo: string;
  shownAt: Instant;
}

/**
 * `POST /v1/desk/addresses`: the list of addresses as they were typed, as JSON or as a file. It has only what a person ticked.
 */
export function giveAddresses(deps: ShowReferralDeps): (request: HttpRequest) => Promise<HttpAnswer | PageAnswer> {
  return async ({ body, headers, language }) => {
    const { session } = parseBody(deskReferralSchema, body);
    const given = await addressesOf(deps, session, language);
    return prefersCsv(headers['accept']) ? addressFile(given, language) : { status: 200, body: { ...given } };
  };
}

/**
 * Opens the addresses of a session's copy. Of a CSAM-flagged case only a cleared contact gets them. The AccessLog row comes
 * first: without it nothing is opened. Throws a `Problem`.
 */
export async function addressesOf(deps: ShowReferralDeps, session: string, language: string): Promise<GivenAddresses> {
  const { isOver, state, referral, contact, member, copyKey } = await openSession(deps, session, language);
  if (isOver) throw referralOver(referral, language);
  if (isCsamCase(state.case, deps.country.categories) && !contact.cleared) {
    throw new Problem('addresses_withheld', 403, { language });
  }
  const { caseId, caseNumber, severity } = state.case;
  const at = deps.clock.now();
  const reason = `addresses ${referral.id}`;
  await deps.accessLog.record({ caseId, caseNumber, at, actor: contact.id, action: 'read', reason, severity });
  const { copy } = await openParts(deps.desk, copyKey, state.case, referral);
  deps.log('desk_used', { caseId });
  const addresses = (copy?.addresses ?? []).map((address) => ({ address, kind: addressKind(address) }));
  return { addresses, shownTo: member.name, shownAt: at };
}

/** The list as a file to save, which no browser opens as a page. Its name and its heads say nothing of a case. */
export function addressFile({ addresses }: GivenAddresses, language: string): PageAnswer {
  const rows = addresses.map(({ address, kind }) => [address, kind]);
  return {
    status: 200,
    page: csvOf(['address', 'kind'], rows),
    headers: {
      'Content-Type': csvMediaType,
      'Content-Disposition': 'attachment; filename="addresses.csv"',
      'Content-Language': language,
      'Content-Security-Policy': securityHeaders['Content-Security-Policy'],
    },
  };
}
