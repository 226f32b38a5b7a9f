import { parseReferralBody } from '#shared/contracts/http/staff/referrals.ts';
import type { CountryPack } from '#shared/domain/country-pack.ts';
import { decideExclusions } from '#shared/domain/commands/team/exclude.ts';
import {
  decideAddingReferral,
  decideDrop,
  decideReferralChange,
  decideReferralWithdrawal,
  decideReminder,
} from '#shared/domain/referrals/decide-referral.ts';
import type { HttpAnswer, HttpRequest } from '#shared/contracts/http/http.ts';
import type { Directory } from '#shared/ports/directory.ts';
import type { AdmitStaff } from '#shared/use-cases/admit-staff.ts';
import { requireIfMatch, takeCommand } from '../take-command.ts';
import type { TakeCommandDeps } from '../take-command.ts';

export interface DecideReferralDeps extends TakeCommandDeps {
  admit: AdmitStaff;
  country: Pick<CountryPack, 'loadReferrals'>;
}
type Handle = (request: HttpRequest) => Promise<HttpAnswer>;

/** `POST /v1/cases/{number}/referrals`: an institution that the matrix did not name, proposed by hand. */
export function addReferral(deps: DecideReferralDeps): Handle {
  const take = takeCommand(deps);
  return async (request) => {
    const by = await deps.admit(request, 'refer_case');
    const content = parseReferralBody('referral', request.body);
    const policy = await deps.country.loadReferrals();
    const input = { institution: content.institution, basis: content.basis, isLead: content.lead ?? false };
    return take({
      name: 'referral',
      by,
      request,
      content,
      decide: (state, now) => decideAddingReferral(state.case, input, policy, by.id, now),
    });
  };
}

/** `POST …/referrals/{referral}/change`: another basis, or the lead of the case. */
export function changeReferral(deps: DecideReferralDeps): Handle {
  const take = takeCommand(deps);
  return async (request) => {
    const by = await deps.admit(request, 'refer_case');
    const content = parseReferralBody('referralChange', request.body);
    const policy = await deps.country.loadReferrals();
    const input = { basis: content.basis, isLead: content.lead };
    return take({
      name: 'referralChange',
      by,
      request,
      content,
      decide: (state) => decideReferralChange(state.case, idIn(request), input, policy, by.id),
    });
  };
}

/** `POST …/referrals/{referral}/drop`: a proposal that is not sent, and why not. */
export function dropReferral(deps: DecideReferralDeps): Handle {
  const take = takeCommand(deps);
  return async (request) => {
    const by = await deps.admit(request, 'refer_case');
    const content = parseReferralBody('referralDrop', request.body);
    return take({
      name: 'referralDrop',
      by,
      request,
      content,
      decide: (state) => decideDrop(state.case, idIn(request), content.because, by.id),
    });
  };
}

/** `POST …/referrals/{referral}/reminder`: the institution is asked once more. */
export function remindInstitution(deps: DecideReferralDeps): Handle {
  const take = takeCommand(deps);
  return async (request) => {
    const by = await deps.admit(request, 'follow_referral');
    const content = parseReferralBody('referralReminder', request.body);
    const policy = await deps.country.loadReferrals();
    return take({
      name: 'referralReminder',
      by,
      request,
      content,
      decide: (state, now) => decideReminder(state.case, idIn(request), policy, by.id, now),
    });
  };
}

/** `POST …/referrals/{referral}/withdrawal`: the centre takes it back. */
export function withdrawReferral(deps: DecideReferralDeps): Handle {
  const take = takeCommand(deps);
  return async (request) => {
    const by = await deps.admit(request, 'refer_case');
    const content = parseReferralBody('referralWithdrawal', request.body);
    return take({
      name: 'referralWithdrawal',
      by,
      request,
      content,
      decide: (state, now) => decideReferralWithdrawal(state.case, idIn(request), content.because, by.id, now),
    });
  };
}

export interface ExcludeDeps extends DecideReferralDeps {
  directory: Pick<Directory, 'member'>;
}

/**
 * `POST /v1/cases/{number}/exclusions`: who must not get to do with the case. The lists given stand from now on, so they
 * are given by somebody who has seen the ones before: else one officer would let in whom another has just kept out.
 */
export function excludeFromCase(deps: ExcludeDeps): Handle {
  const take = takeCommand(deps);
  return async (request) => {
    const by = await deps.admit(request, 'exclude_from_case');
    requireIfMatch(request);
    const content = parseReferralBody('exclusions', request.body);
    const { institutions } = await deps.country.loadReferrals();
    const members = await Promise.all(content.people.map((id) => deps.directory.member(id)));
    const known = {
      institutions: institutions.map(({ code }) => code),
      people: members.flatMap((member) => (member === undefined ? [] : [member.id])),
    };
    return take({
      name: 'exclusions',
      by,
      request,
      content,
      decide: (state) => decideExclusions(state.case, content, known, by.id),
    });
  };
}

/** The referral that the address names. */
export function idIn({ path }: HttpRequest): string {
  return path['referral'] ?? '';
}
