import type { HttpAnswer, HttpRequest } from '#shared/contracts/http/http.ts';
import { Problem } from '#shared/contracts/http/http.ts';
import { parseCommandBody } from '#shared/contracts/http/staff/command-bodies.ts';
import { noticePlatforms } from '#shared/domain/commands/notices/notice-platforms.ts';
import type { CountryPack } from '#shared/domain/country-pack.ts';
import type { AdmitStaff } from '#shared/use-cases/admit-staff.ts';
import { findCase } from '../find-case.ts';
import type { FindCaseDeps } from '../find-case.ts';
import { openCase } from '../reading/open-case.ts';
import type { OpenCaseDeps } from '../reading/open-case.ts';
import { admitOpening, recordAccess } from '../reading/record-access.ts';
import type { RecordAccessDeps } from '../reading/record-access.ts';
import { seesAddresses } from '../reading/sees-addresses.ts';
import { fitting, takenFromThread, ticked } from '../reading/ticked.ts';

export interface CopyForNoticeDeps extends FindCaseDeps, OpenCaseDeps, RecordAccessDeps {
  admit: AdmitStaff;
  country: Pick<CountryPack, 'categories' | 'platforms' | 'placesWithoutNotices'>;
  /** Codes of the platforms that the centre added to those of the pack. */
  ownPlatforms: () => Promise<readonly string[]>;
}

/**
 * `POST /v1/cases/{number}/copy-for-notice`: the addresses and accounts that a person ticked, as typed, to be pasted
 * into the form of a platform. The AccessLog row comes first. Nothing is stored and nothing changes, so it needs no
 * Idempotency-Key. In a CSAM-flagged case addresses need clearance, and accounts do not. Throws a `Problem`: 403
 * `clearance`, or 422 that names what is wrong. Source: docs/practice.md, Referral.
 */
export function copyForNotice(deps: CopyForNoticeDeps): (request: HttpRequest) => Promise<HttpAnswer> {
  return async (request) => {
    const by = await deps.admit(request, 'follow_referral');
    const { platform, addresses = [], accounts = [] } = parseCommandBody('copyForNotice', request.body);
    if (addresses.length + accounts.length === 0) throw invalid('/addresses', 'required');
    if (platform !== undefined && !(await isPlatform(deps, platform))) throw invalid('/platform', 'unknown_code');
    const { case: of } = await findCase(deps, request.path['number']);
    await admitOpening(deps, of, by);
    const withAddresses = seesAddresses(by, of, deps.country);
    if (addresses.length > 0 && !withAddresses)
      throw new Problem('forbidden', 403, { extra: { because: 'clearance' } });
    const reason = ['notice', ...(platform === undefined ? [] : [platform])].join(' ');
    await recordAccess(deps, of, by, { action: 'export', reason });
    const opened = await openCase(deps, of.caseId, { withAddresses });
    const taken = await takenFromThread(deps, of, opened, { thread: false, addresses, accounts });
    const given = {
      addresses: ticked(taken.urls, addresses, 'addresses'),
      accounts: ticked(taken.accounts, accounts, 'accounts'),
    };
    const text = fitting([...given.addresses, ...given.accounts.map(({ handle }) => handle)].join('\n'), '/addresses');
    return { status: 200, body: { ...given, text } };
  };
}

async function isPlatform({ country, ownPlatforms }: CopyForNoticeDeps, code: string): Promise<boolean> {
  return noticePlatforms(country).includes(code) || (await ownPlatforms()).includes(code);
}

function invalid(pointer: string, code: 'required' | 'unknown_code'): Problem {
  return new Problem('invalid_fields', 422, { errors: [{ pointer, code }] });
}
