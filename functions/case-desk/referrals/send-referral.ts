import { parseReferralBody } from '#shared/contracts/http/staff/referrals.ts';
import type { CaseChange } from '#shared/domain/case/case-change.ts';
import type { CountryPack } from '#shared/domain/country-pack.ts';
import { contactDuty, givesAddresses } from '#shared/domain/case/referral.ts';
import { decideSending } from '#shared/domain/referrals/decide-referral.ts';
import type { Measure } from '#shared/lambda/log/log.ts';
import type { HttpAnswer, HttpRequest } from '#shared/contracts/http/http.ts';
import { Problem } from '#shared/contracts/http/http.ts';
import type { AccessLog, SealedReferral } from '#shared/ports/case-store.ts';
import type { Directory } from '#shared/ports/directory.ts';
import type { KeyMaker } from '#shared/ports/sealing.ts';
import { sealField } from '#shared/sealing/sealed-field.ts';
import type { Admitted } from '#shared/use-cases/admit-staff.ts';
import type { OpenCaseDeps } from '../reading/open-case.ts';
import { recordAccess } from '../reading/record-access.ts';
import { messageSealer } from '../seal-message.ts';
import { seesAddresses } from '../reading/sees-addresses.ts';
import { takeCommand } from '../take-command.ts';
import { idIn } from './decide-referral.ts';
import type { DecideReferralDeps } from './decide-referral.ts';
import { measureHandOver } from './measure-hand-over.ts';
import { disclosureCopy } from './disclosure-copy.ts';
import type { CopyInput } from './disclosure-copy.ts';

export interface SendReferralDeps extends DecideReferralDeps, OpenCaseDeps {
  accessLog: AccessLog;
  directory: Pick<Directory, 'holders' | 'isOnShift'>;
  /** Makes the key of the copy. */
  keyMaker: KeyMaker;
  measure: Measure;
  country: Pick<CountryPack, 'loadReferrals' | 'categories'>;
}

/**
 * `POST …/referrals/{referral}/sending`: a person decides to send, with what and on which ground. What is given away is
 * opened after an AccessLog row, copied, and sealed under a key of its own in the command's transaction.
 */
export function sendReferral(deps: SendReferralDeps): (request: HttpRequest) => Promise<HttpAnswer> {
  const take = takeCommand(deps);
  return async (request) => {
    const by = await deps.admit(request, 'refer_case');
    const content = parseReferralBody('referralSending', request.body);
    const { message, unit, call, addresses = [], accounts = [], ...rest } = content;
    const policy = await deps.country.loadReferrals();
    const copy = { fields: content.fields, addresses, accounts, unit, answeredBy: call?.name, policy };
    return take({
      name: 'referralSending',
      by,
      request,
      content,
      decide: async (state, now) => {
        if (givesAddresses(content.fields) && !seesAddresses(by, state.case, deps.country))
          throw new Problem('forbidden', 403);
        const id = idIn(request);
        const institution = state.case.referrals?.find((referral) => referral.id === id)?.institution;
        const contacts = institution === undefined ? [] : await deps.directory.holders([contactDuty(institution)], now);
        const input = {
          ...rest,
          addresses: addresses.length,
          accounts: accounts.length,
          hasMessage: message !== undefined,
          hasUnit: unit !== undefined,
          contacts: contacts.map((contact) => contact.id),
          wasCalled: call !== undefined,
        };
        return decideSending(state.case, id, input, policy, by.id, now);
      },
      seal: messageSealer(deps, message),
      sealReferral: copySealer(deps, idIn(request), copy, by),
      taken: measureHandOver(deps.measure),
    });
  };
}

/** Seals the copy under a key made for it. Both are made once, however often the change is decided anew. */
function copySealer(
  deps: SendReferralDeps,
  id: string,
  input: CopyInput,
  by: Admitted,
): (change: CaseChange) => Promise<SealedReferral | undefined> {
  let sealed: Promise<SealedReferral> | undefined;
  const make = async ({ after }: CaseChange): Promise<SealedReferral> => {
    const { caseId } = after;
    const referral = after.referrals?.find((one) => one.id === id);
    if (referral === undefined) throw new Error('The referral is not there.');
    const reason = `referral ${id}`;
    await recordAccess(deps, after, by, { action: 'export', reason });
    const [text, key] = await Promise.all([
      disclosureCopy(deps, after, referral, input),
      deps.keyMaker.make(caseId, 'referral'),
    ]);
    const place = { caseId, field: `referral-${id}-copy`, revision: 1 };
    return { caseId, id, part: 'copy', sealed: sealField(key.plain, text, place), wrappedKey: key.wrapped };
  };
  return (change) => (sealed ??= make(change));
}
