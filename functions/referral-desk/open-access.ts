import { randomBytes } from 'node:crypto';
import { Problem } from '#shared/contracts/http/http.ts';
import type { Referral } from '#shared/domain/case/referral.ts';
import type { CountryPack } from '#shared/domain/country-pack.ts';
import { isReached } from '#shared/domain/people/person.ts';
import { accessStanding } from '#shared/domain/referrals/desk/access.ts';
import type { DeskAccess, DeskContact, DeskSession } from '#shared/domain/referrals/desk/access.ts';
import { sessionOf } from '#shared/domain/referrals/desk/one-time-code.ts';
import type { Referrals } from '#shared/domain/referrals/referral-policy.ts';
import type { AccessDesk, CaseWithTimers } from '#shared/ports/case-store.ts';
import type { Clock } from '#shared/ports/clock.ts';
import type { Directory, StaffMember } from '#shared/ports/directory.ts';
import { deriveAccess, readToken, unwrapCopyKey, wrapCopyKey } from '#shared/sealing/desk-access.ts';
import type { AccessOf } from '#shared/sealing/desk-access.ts';

export interface OpenAccessDeps {
  desk: Pick<AccessDesk, 'access' | 'copyKey' | 'load'>;
  directory: Pick<Directory, 'member'>;
  country: Pick<CountryPack, 'loadReferrals'>;
  clock: Clock;
}

/** What an access code leads to. */
export interface OpenedAccess {
  state: CaseWithTimers;
  access: DeskAccess;
  referral: Referral;
  /** Whether the matter of the referral has ended. Then the copy is shown to nobody. */
  isOver: boolean;
  contact: DeskContact;
  member: StaffMember;
  policy: Referrals;
  copyKey: Uint8Array;
}

/** Opens what an access code leads to. Undefined when it leads nowhere, whatever the reason. */
export type OpenAccess = (code: string) => Promise<OpenedAccess | undefined>;

/**
 * The only way from an access code to a referral, for every route. An unknown, an ended and a revoked code take the same
 * reads and the same unwrapping. So the time does not tell whether there ever was such a code.
 */
export function accessOpener({ desk, directory, country, clock }: OpenAccessDeps): OpenAccess {
  const decoy = makeDecoy();
  return async (code) => {
    const { lookup, copyWrap } = deriveAccess(code);
    const [access, wrapped] = await Promise.all([desk.access(lookup), desk.copyKey(lookup)]);
    const { caseId, contact: id } = access ?? decoy;
    const [state, member, policy] = await Promise.all([
      desk.load(caseId),
      directory.member(id),
      country.loadReferrals(),
    ]);
    const copyKey =
      access === undefined || wrapped === undefined
        ? unwrapCopyKey(decoy.copyWrap, decoy.wrapped, decoy)
        : unwrapCopyKey(copyWrap, wrapped, access);
    if (access === undefined || state === undefined || member === undefined) return undefined;
    const now = clock.now();
    const contact = contactOf(member, now);
    const standing = accessStanding(state.case, access, contact, policy, now);
    if (standing.standing === 'ended') return undefined;
    const isOver = standing.standing === 'over';
    if (!isOver && wrapped === undefined) return undefined;
    return { state, access, referral: standing.referral, isOver, contact, member, policy, copyKey };
  };
}

/** Opens the session of a token. Throws a `Problem` 401 when it has ended, or what it was for. */
export async function openSession(
  { openAccess, clock }: { openAccess: OpenAccess; clock: Clock },
  token: string,
  language: string,
): Promise<OpenedAccess & { session: DeskSession }> {
  const read = readToken(token);
  const opened = read && (await openAccess(read.code));
  const session = opened && sessionOf(opened.access, read.hash, clock.now());
  if (opened === undefined || session === undefined) throw accessRefused(language);
  return { ...opened, session };
}

/** The one answer to a code or a session that opens nothing, whatever the reason. */
export function accessRefused(language: string): Problem {
  return new Problem('access_refused', 401, { language });
}

/** The answer to whoever is inside when the matter ends. It says how the referral stands. */
export function referralOver({ status }: Pick<Referral, 'status'>, language: string): Problem {
  return new Problem('conflict', 409, { language, extra: { because: 'wrong_referral_status', status } });
}

function contactOf(member: StaffMember, now: string): DeskContact {
  const { id, duties, cleared, codeBy } = member;
  return { id, duties, cleared, isReached: isReached(member, now), ...(codeBy === undefined ? {} : { codeBy }) };
}

function makeDecoy(): AccessOf & { copyWrap: Uint8Array; wrapped: string } {
  const of = { caseId: randomBytes(16).toString('hex'), referral: 'nobody-1', contact: 'nobody', issue: 1 };
  const copyWrap = randomBytes(32);
  return { ...of, copyWrap, wrapped: wrapCopyKey(copyWrap, randomBytes(32), of) };
}
