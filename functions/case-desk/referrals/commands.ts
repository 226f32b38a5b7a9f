import {
  decideAddingReferral,
  decideCallLook,
  decideDrop,
  decideReferralChange,
  decideReferralWithdrawal,
  decideReminder,
} from '#shared/domain/referrals/decide-referral.ts';
import { commandHandlers } from '../command-handlers.ts';
import { printLetter } from './print-letter.ts';
import type { PrintLetterDeps } from './print-letter.ts';
import { previewReferral } from './preview-referral.ts';
import type { PreviewReferralDeps } from './preview-referral.ts';
import { readReferral } from './read-referral.ts';
import type { ReadReferralDeps } from './read-referral.ts';
import { mostKeysTaken } from '#shared/domain/referrals/desk/access.ts';
import { decideAccessEnd } from '#shared/domain/referrals/desk/decide-access.ts';
import { revoked } from '#shared/domain/referrals/desk/one-time-code.ts';
import { issueAccess } from './access/issue-access.ts';
import { presentAccess } from './access/present-access.ts';
import { speakCode, type SpeakCodeDeps } from './access/speak-code.ts';
import { openReferralKey, referralAnswer } from './record-answer.ts';
import { referralReply } from './reply-to-question.ts';
import { referralSending } from './send-referral.ts';
import type { SendReferralDeps } from './send-referral.ts';

export type ReferralDeps = SendReferralDeps & SpeakCodeDeps & ReadReferralDeps & PreviewReferralDeps & PrintLetterDeps;

/** Everything about passing a case on. `path.referral` is the id of the referral in the address. */
export function referralCommands(deps: ReferralDeps) {
  const { country } = deps;
  return {
    ...commandHandlers(deps, {
      /** Proposes an institution by hand that the matrix did not name. */
      referral: {
        action: 'refer_case',
        decide: async ({ case: of }, { body: { institution, basis, lead: isLead = false }, by }, now) =>
          decideAddingReferral(of, { institution, basis, isLead }, await country.loadReferrals(), by.id, now),
      },
      /** Gives a proposal another legal basis, or makes its institution the lead agency. */
      referralChange: {
        action: 'refer_case',
        decide: async ({ case: of }, { body: { basis, lead: isLead }, by, path: { referral = '' } }) =>
          decideReferralChange(of, referral, { basis, isLead }, await country.loadReferrals(), by.id),
      },
      /** Drops a proposal, with a reason. */
      referralDrop: {
        action: 'refer_case',
        decide: ({ case: of }, { body, by, path: { referral = '' } }) => decideDrop(of, referral, body.because, by.id),
      },
      referralSending: referralSending(deps),
      referralAnswer: referralAnswer(deps),
      /** Replies to what the institution asked. */
      referralReply: referralReply(deps),
      /** Reminds the institution. */
      referralReminder: {
        action: 'follow_referral',
        decide: async ({ case: of }, { by, path: { referral = '' } }, now) =>
          decideReminder(of, referral, await country.loadReferrals(), by.id, now),
        seals: ({ path: { referral = '' } }) => ({
          changeAccess: async ({ after }, now) =>
            issueAccess(deps, after, referral, () => openReferralKey(deps, after.caseId, referral), now),
        }),
      },
      /** Ends the access code of a contact. Nothing that was begun with it goes on. */
      referralAccessEnd: {
        action: 'revoke_access',
        decide: async ({ case: of }, { body: { contact }, by, path: { referral = '' } }) => {
          const access = await presentAccess(deps, of.caseId, referral, contact);
          return decideAccessEnd(of, { referral, contact, access }, by.id);
        },
        seals: ({ body: { contact }, path: { referral = '' } }) => ({
          changeAccess: async ({ after: { caseId } }, now) => {
            const access = await presentAccess(deps, caseId, referral, contact);
            return access === undefined ? {} : { changed: [revoked(access, now)], keysGone: [access.lookup] };
          },
        }),
      },
      /** An officer or above has looked at a call that a counsellor made alone. */
      referralLook: {
        action: 'refer_case',
        decide: ({ case: of }, { by, path: { referral = '' } }, now) => decideCallLook(of, referral, by.id, now),
      },
      /** Takes the referral back. */
      referralWithdrawal: {
        action: 'refer_case',
        decide: ({ case: of }, { body, by, path: { referral = '' } }, now) =>
          decideReferralWithdrawal(of, referral, body.because, by.id, now),
        // Who is inside reads that it was taken back. No access code opens the copy any more.
        seals: ({ path: { referral = '' } }) => ({
          changeAccess: async ({ after: { caseId } }) => {
            const known = await deps.accesses.ofReferral(caseId, referral);
            return { keysGone: known.slice(-mostKeysTaken).map(({ lookup }) => lookup) };
          },
        }),
      },
    }),
    referralAccess: speakCode(deps),
    referralPreview: previewReferral(deps),
    referralReading: readReferral(deps),
    referralLetter: printLetter(deps),
  };
}
