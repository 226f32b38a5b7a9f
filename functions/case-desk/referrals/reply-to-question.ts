import type { CommandBodies } from '#shared/contracts/http/staff/command-bodies.ts';
import { decideReply } from '#shared/domain/referrals/desk/question.ts';
import { sealWords } from '#shared/use-cases/referrals/referral-thread.ts';
import type { CommandRow } from '../command-handlers.ts';
import { issueAccess, type IssueAccessDeps } from './access/issue-access.ts';
import { openReferralKey, type RecordAnswerDeps } from './record-answer.ts';

/**
 * Replies to what the institution asked. The words are sealed under the key of the copy. A letter says that they are
 * there, so whoever gets it has an access code: the one from before, or another one where that has run out.
 */
export function referralReply(deps: RecordAnswerDeps & IssueAccessDeps): CommandRow<CommandBodies['referralReply']> {
  return {
    action: 'follow_referral',
    decide: ({ case: of }, { body: { how = 'desk' }, by, path: { referral = '' } }, now) =>
      decideReply(of, referral, how, by.id, now),
    seals: ({ body: { text, how = 'desk' }, path: { referral: id = '' } }) => ({
      sealReferral: async ({ after: { caseId, referrals = [] } }) => {
        const referral = referrals.find((one) => one.id === id);
        const at = referral?.questions?.repliedAt;
        if (referral === undefined || at === undefined) throw new Error('The referral has no reply.');
        const key = await openReferralKey(deps, caseId, id);
        return sealWords(key, caseId, referral, { from: 'centre', at, text, how });
      },
      changeAccess: async ({ after }, now) => {
        if (how === 'phone') return {};
        return issueAccess(deps, after, id, () => openReferralKey(deps, after.caseId, id), now, { onlyRunOut: true });
      },
    }),
  };
}
