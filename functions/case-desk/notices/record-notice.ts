import { parseCaseworkBody } from '#shared/contracts/http/staff/casework.ts';
import type { CountryPack } from '#shared/domain/country-pack.ts';
import { decideNotice, decideNoticeAnswer } from '#shared/domain/commands/notices/takedown-notice.ts';
import type { HttpAnswer, HttpRequest } from '#shared/contracts/http/http.ts';
import type { AdmitStaff } from '#shared/use-cases/admit-staff.ts';
import { takeCommand } from '../take-command.ts';
import type { TakeCommandDeps } from '../take-command.ts';

export interface RecordNoticeDeps extends TakeCommandDeps {
  admit: AdmitStaff;
  country: Pick<CountryPack, 'platforms'>;
  /** Codes of platforms that the centre has added to the pack's. */
  ownPlatforms: () => Promise<readonly string[]>;
}

/** `POST /v1/cases/{number}/notices`: a platform was asked to take something down, and by which way. */
export function recordNotice(deps: RecordNoticeDeps): (request: HttpRequest) => Promise<HttpAnswer> {
  const take = takeCommand(deps);
  return async (request) => {
    const by = await deps.admit(request, 'follow_referral');
    const content = parseCaseworkBody('notice', request.body);
    const platforms = [...deps.country.platforms, ...(await deps.ownPlatforms())];
    return take({
      name: 'notice',
      by,
      request,
      content,
      decide: (state, now) => decideNotice(state.case, content, platforms, by.id, now),
    });
  };
}

/** `POST /v1/cases/{number}/notices/{notice}/answer`: what the platform answered, or that nobody waits any more. */
export function recordNoticeAnswer(deps: RecordNoticeDeps): (request: HttpRequest) => Promise<HttpAnswer> {
  const take = takeCommand(deps);
  return async (request) => {
    const by = await deps.admit(request, 'follow_referral');
    const content = parseCaseworkBody('noticeAnswer', request.body);
    return take({
      name: 'noticeAnswer',
      by,
      request,
      content,
      decide: (state, now) => decideNoticeAnswer(state.case, request.path['notice'] ?? '', content.answer, by.id, now),
    });
  };
}
