import { admits } from '#shared/domain/access/authorize.ts';
import { Problem } from '#shared/contracts/http/http.ts';
import type { CommandBodies } from '#shared/contracts/http/staff/command-bodies.ts';
import type { CaseChange } from '#shared/domain/case/case-change.ts';
import type { CountryPack } from '#shared/domain/country-pack.ts';
import { contactDuty, givesAddresses } from '#shared/domain/case/referral.ts';
import { decideSending } from '#shared/domain/referrals/decide-referral.ts';
import type { Measure } from '#shared/lambda/log/log.ts';
import type { AccessLog, SealedReferral } from '#shared/ports/case-store.ts';
import type { Directory, StaffMember } from '#shared/ports/directory.ts';
import type { KeyMaker } from '#shared/ports/sealing.ts';
import { sealField } from '#shared/sealing/sealed-field.ts';
import { placeOfUnit } from '#shared/sealing/thread-key.ts';
import type { Asked, CommandDeps, CommandRow } from '../command-handlers.ts';
import { openThreadKey } from '../reading/open-case.ts';
import type { OpenCaseDeps } from '../reading/open-case.ts';
import { recordAccess } from '../reading/record-access.ts';
import { messageSealer } from '../seal-message.ts';
import { seesAddresses } from '../reading/sees-addresses.ts';
import { measureAddressHandOver } from './measure-address-hand-over.ts';
import { sendsAlone, type SendsAloneDeps } from './sends-alone.ts';
import { disclosureCopy } from './disclosure-copy.ts';

export interface SendReferralDeps extends CommandDeps, OpenCaseDeps, SendsAloneDeps {
  accessLog: AccessLog;
  directory: Pick<Directory, 'holders' | 'isOnShift' | 'inRoles'>;
  /** Makes the key of the copy. */
  keyMaker: KeyMaker;
  measure: Measure;
  country: Pick<CountryPack, 'loadReferrals' | 'categories' | 'mailTiming' | 'timeZone'>;
}

type Body = CommandBodies['referralSending'];

/**
 * A person decides to send: which fields, and on which ground. What is given away is opened after an AccessLog row. The
 * copy is sealed under a key of its own, in the command's transaction.
 */
export function referralSending(deps: SendReferralDeps): CommandRow<Body> {
  const { country, directory } = deps;
  return {
    action: 'send_referral',
    about: async ({ case: of }, { body, by }, now) =>
      mayRefer(by) ? {} : { isCall: body.call !== undefined, isAlone: await sendsAlone(deps, of, now) },
    decide: async ({ case: of }, { body, by, path: { referral: id = '' } }, now) => {
      if (givesAddresses(body.fields) && !seesAddresses(by, of, country)) throw new Problem('forbidden', 403);
      const { message, unit, call, addresses = [], accounts = [], ...rest } = body;
      const institution = of.referrals?.find((referral) => referral.id === id)?.institution;
      const contacts = institution === undefined ? [] : await directory.holders([contactDuty(institution)], now);
      const input = {
        ...rest,
        addresses: addresses.length,
        accounts: accounts.length,
        hasMessage: message !== undefined,
        hasUnit: unit !== undefined,
        contacts: contacts.map((contact) => contact.id),
        wasCalled: call !== undefined,
        owesLook: !mayRefer(by),
      };
      return decideSending(of, id, input, await country.loadReferrals(), by.id, now);
    },
    seals: (asked) => ({ seal: messageSealer(deps, asked.body.message), sealReferral: copySealer(deps, asked) }),
    taken: measureAddressHandOver(deps.measure),
  };
}

/** Whether this person sends whatever the hour. Whoever may not was allowed to because they are alone. */
const mayRefer = (by: StaffMember): boolean => admits(by, 'refer_case');

/** Seals the copy under a key made for it. Both are made once, however often the change is decided again. */
function copySealer(
  deps: SendReferralDeps,
  { body, by, path: { referral: id = '' } }: Asked<Body>,
): (change: CaseChange) => Promise<SealedReferral> {
  let sealed: Promise<SealedReferral> | undefined;
  const make = async ({ after }: CaseChange): Promise<SealedReferral> => {
    const { caseId } = after;
    const referral = after.referrals?.find((one) => one.id === id);
    if (referral === undefined) throw new Error('The referral is not there.');
    const { fields, unit, call, addresses = [], accounts = [] } = body;
    const policy = await deps.country.loadReferrals();
    const input = { fields, addresses, accounts, unit, answeredBy: call?.name, policy };
    await recordAccess(deps, after, by, { action: 'export', reason: `referral ${id}` });
    const [text, key] = await Promise.all([
      disclosureCopy(deps, after, referral, input),
      deps.keyMaker.make(caseId, 'referral'),
    ]);
    const place = { caseId, field: `referral-${id}-copy`, revision: 1 };
    const copy = {
      caseId,
      id,
      part: 'copy',
      sealed: sealField(key.plain, text, place),
      wrappedKey: key.wrapped,
    } as const;
    if (unit === undefined) return copy;
    // The reporter reads to whom the report went, and opens no more of the referral than that.
    return { ...copy, unitForReporter: sealField(await openThreadKey(deps, caseId), unit, placeOfUnit(caseId, id)) };
  };
  return (change) => (sealed ??= make(change));
}
