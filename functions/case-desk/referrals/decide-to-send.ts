import { createHmac } from 'node:crypto';
import { forbidden, Problem } from '#shared/contracts/http/http.ts';
import type { CommandBodies } from '#shared/contracts/http/staff/command-bodies.ts';
import type { CaseChange } from '#shared/domain/case/case-change.ts';
import type { Case } from '#shared/domain/case/case.ts';
import type { Decision } from '#shared/domain/case/decision.ts';
import type { CountryPack } from '#shared/domain/country-pack.ts';
import { contactDuty, givesAddresses } from '#shared/domain/case/referral.ts';
import { decideSending } from '#shared/domain/referrals/decide-referral.ts';
import type { DisclosedCopy } from '#shared/domain/referrals/disclosed-copy.ts';
import { isOfUnit } from '#shared/domain/people/recipients.ts';
import type { Instant } from '#shared/domain/time/instant.ts';
import type { Directory } from '#shared/ports/directory.ts';
import type { Admitted } from '#shared/use-cases/admit-staff.ts';
import type { OpenCaseDeps } from '../reading/open-case.ts';
import { caseSummary } from '#shared/contracts/http/staff/queue-line.ts';
import { seesAddresses } from '../reading/sees-addresses.ts';
import { disclosureCopy } from './disclosure-copy.ts';
import { maySendAlways } from './sends-alone.ts';

export interface DecideToSendDeps extends OpenCaseDeps {
  directory: Pick<Directory, 'holders'>;
  country: Pick<CountryPack, 'loadReferrals' | 'categories'>;
}

/** What a person decides, for a copy that is sent and for one that is only looked at. */
interface Sending {
  /** The id of the referral in its case. */
  id: string;
  by: Admitted;
  body: Omit<CommandBodies['referralPreview'], 'call'> & { call?: { name?: string | undefined } | undefined };
  hasMessage: boolean;
}

/** Decides whether a referral may leave as a person wants it to. Throws a `Problem` `forbidden` without clearance. */
export async function decideToSend(
  { country, directory }: DecideToSendDeps,
  of: Case,
  { id, by, body, hasMessage }: Sending,
  now: Instant,
): Promise<Decision> {
  if (givesAddresses(body.fields) && !seesAddresses(by, of, country)) throw forbidden('clearance');
  const { fields, ground, overrideBecause, notToldFirstBecause, basis, contact, unit, call } = body;
  const institution = of.referrals?.find((referral) => referral.id === id)?.institution;
  const held = institution === undefined ? [] : await directory.holders([contactDuty(institution)], now);
  // A contact of another school or municipality is nobody's contact here.
  const contacts = held.filter((one) => isOfUnit(one, unit));
  const input = {
    fields,
    ground,
    overrideBecause,
    notToldFirstBecause,
    basis,
    contact,
    addresses: body.addresses?.length ?? 0,
    accounts: body.accounts?.length ?? 0,
    hasMessage,
    hasUnit: unit !== undefined,
    contacts: contacts.map((one) => one.id),
    wasCalled: call !== undefined,
    owesLook: !maySendAlways(by),
  };
  return decideSending(of, id, input, await country.loadReferrals(), by.id, now);
}

/** The copy of a referral as the change leaves it. What is shown before sending, and what is sealed, is made here. */
export async function copyAfter(
  deps: DecideToSendDeps,
  { after }: Pick<CaseChange, 'after'>,
  { id, body }: Pick<Sending, 'id' | 'body'>,
): Promise<string> {
  const referral = after.referrals?.find((one) => one.id === id);
  if (referral === undefined) throw new Error('The referral is not there.');
  const { fields, unit, call, addresses = [], accounts = [] } = body;
  const policy = await deps.country.loadReferrals();
  return disclosureCopy(deps, after, referral, { fields, addresses, accounts, unit, answeredBy: call?.name, policy });
}

/**
 * What tells one copy from another, without the name of who answered the call: that is known last. The id of a case
 * stands on no screen, so nobody finds out by trying what a copy holds that they may not see.
 */
export function digestOf({ caseId }: Pick<Case, 'caseId'>, copy: string): string {
  const { answeredBy: _, ...rest } = JSON.parse(copy) as DisclosedCopy;
  return createHmac('sha256', caseId).update(JSON.stringify(rest)).digest('base64url');
}

/** Refuses a copy that is not the one that the person was shown. Throws a `Problem` `conflict`. */
export function refuseUnlessShown(before: Case, copy: string, shown: string | undefined): void {
  if (shown === undefined || shown === digestOf(before, copy)) return;
  throw new Problem('conflict', 409, { extra: { because: 'copy_changed', case: caseSummary(before) } });
}
