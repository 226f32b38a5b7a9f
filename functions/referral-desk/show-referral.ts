import { deskReferralSchema } from '#shared/contracts/http/public/desk.ts';
import { parseBody } from '#shared/contracts/http/parse-body.ts';
import type { HttpAnswer, HttpRequest } from '#shared/contracts/http/http.ts';
import { inLanguage } from '#shared/contracts/http/wording.ts';
import { isCsamCase } from '#shared/domain/case/csam-flagged.ts';
import type { CountryPack } from '#shared/domain/country-pack.ts';
import { canSay } from '#shared/domain/referrals/desk/question.ts';
import { theCentre } from '#shared/domain/referrals/disclosed-copy.ts';
import { isOfReferral } from '#shared/domain/sla/timer.ts';
import type { Log } from '#shared/lambda/log/log.ts';
import type { AccessDesk, AccessLog } from '#shared/ports/case-store.ts';
import type { Clock } from '#shared/ports/clock.ts';
import { copyShown } from '#shared/use-cases/referrals/copy-shown.ts';
import { openParts } from '#shared/use-cases/referrals/opened-parts.ts';
import { threadShown } from '#shared/use-cases/referrals/referral-thread.ts';
import { openSession, referralOver, type OpenAccess, type OpenedAccess } from './open-access.ts';

export interface ShowReferralDeps {
  openAccess: OpenAccess;
  desk: Pick<AccessDesk, 'parts'>;
  accessLog: AccessLog;
  clock: Clock;
  log: Log;
  country: Pick<CountryPack, 'categories' | 'centre' | 'defaultLanguage'>;
}

/**
 * `POST /v1/desk/referral`: the copy, whom to speak to, until when, what was asked and replied, and what can be said. It shows the chosen fields and
 * no others, addresses harmless, and to whom it was shown. The AccessLog row comes first: without it nothing is opened.
 */
export function showReferral(deps: ShowReferralDeps): (request: HttpRequest) => Promise<HttpAnswer> {
  return async ({ body, language }) => {
    const { session } = parseBody(deskReferralSchema, body);
    const opened = await openSession(deps, session, language);
    const { state, referral, access, contact, copyKey } = opened;
    if (opened.isOver) throw referralOver(referral, language);
    const { caseId, caseNumber, severity } = state.case;
    const at = deps.clock.now();
    const reason = `desk ${referral.id}`;
    await deps.accessLog.record({ caseId, caseNumber, at, actor: contact.id, action: 'read', reason, severity });
    const { copy = {}, thread, answers } = await openParts(deps.desk, copyKey, state.case, referral);
    const seesAddresses = !isCsamCase(state.case, deps.country.categories) || contact.cleared;
    const { doNotQuestionTheChildSpeakTo: lead, ...given } = copy;
    deps.log('desk_used', { caseId });
    return {
      status: 200,
      body: {
        caseNumber,
        referral: referral.id,
        institution: nameOf(opened, referral.institution),
        institutionCode: referral.institution,
        ...(referral.approvedAt === undefined ? {} : { decidedAt: referral.approvedAt }),
        ...basisOf(opened),
        fields: referral.fields ?? [],
        addressesOnly: referral.addressesOnly === true,
        status: referral.status,
        severity,
        due: dueOf(opened),
        ...(lead === undefined ? {} : { doNotQuestionTheChildSpeakTo: speakTo(lead) }),
        ...copyShown(given, seesAddresses),
        ...(copy.addresses === undefined || !seesAddresses ? {} : { addressesAsTyped: copy.addresses }),
        answers,
        thread: threadShown(thread, seesAddresses),
        canSay: canSay(referral),
        shownTo: opened.member.name,
        shownAt: at,
        until: opened.session.until,
      },
    };

    /** Whom to ask in place of the child: the lead agency by name, or the centre with its number. */
    function speakTo(code: string): object {
      const { name, institutionsPhone } = deps.country.centre;
      if (code !== theCentre) return { name: nameOf(opened, code) };
      return { name: name[language] ?? name[deps.country.defaultLanguage], phone: institutionsPhone.value };
    }
    function nameOf({ policy }: OpenedAccess, code: string): string {
      const name = policy.institutions.find((one) => one.code === code)?.name;
      return name === undefined ? code : inLanguage(name, language, deps.country.defaultLanguage);
    }
    /** The legal basis in words, as a letter names it. */
    function basisOf({ policy }: OpenedAccess): object {
      const basis = policy.legalBases.find(({ code }) => code === referral.basis);
      if (basis === undefined) return {};
      const name = inLanguage(basis.name, language, deps.country.defaultLanguage);
      return { basis: { name, asOf: basis.asOf } };
    }
    function dueOf({ state: { timers } }: OpenedAccess): object[] {
      return timers
        .filter((timer) => isOfReferral(timer) && timer.subject === `referral-${access.referral}`)
        .map(({ kind, deadline }) => ({ clock: kind, due: deadline }));
    }
  };
}
