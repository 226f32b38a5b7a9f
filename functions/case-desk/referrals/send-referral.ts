import type { CommandBodies } from '#shared/contracts/http/staff/command-bodies.ts';
import type { CaseChange } from '#shared/domain/case/case-change.ts';
import type { CountryPack } from '#shared/domain/country-pack.ts';
import type { Measure } from '#shared/lambda/log/log.ts';
import type { AccessLog, SealedReferral } from '#shared/ports/case-store.ts';
import type { Directory } from '#shared/ports/directory.ts';
import type { KeyMaker } from '#shared/ports/sealing.ts';
import { sealField } from '#shared/sealing/sealed-field.ts';
import { placeOfUnit } from '#shared/sealing/thread-key.ts';
import type { Asked, CommandDeps, CommandRow } from '../command-handlers.ts';
import { openThreadKey } from '../reading/open-case.ts';
import type { OpenCaseDeps } from '../reading/open-case.ts';
import { recordAccess } from '../reading/record-access.ts';
import { messageSealer } from '../seal-message.ts';
import { issueAccess, type IssueAccessDeps } from './access/issue-access.ts';
import { copyAfter, decideToSend, refuseUnlessShown } from './decide-to-send.ts';
import { measureAddressHandOver } from '#shared/use-cases/referrals/measure-address-hand-over.ts';
import { placeOfPart } from '#shared/use-cases/referrals/opened-parts.ts';
import { aboutSending, type SendsAloneDeps } from './sends-alone.ts';

export interface SendReferralDeps extends CommandDeps, OpenCaseDeps, SendsAloneDeps, IssueAccessDeps {
  accessLog: AccessLog;
  directory: Pick<Directory, 'holders' | 'isOnShift' | 'inRoles'>;
  /** Makes the key of the copy, and that of the letters with access codes. */
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
  return {
    action: 'send_referral',
    about: ({ case: of }, { body, by }, now) => aboutSending(deps, of, by, body.call !== undefined, now),
    decide: ({ case: of }, { body, by, path: { referral: id = '' } }, now) =>
      decideToSend(deps, of, { id, by, body, hasMessage: body.message !== undefined }, now),
    seals: (asked) => {
      const copyOf = copySealer(deps, asked);
      const { referral: id = '' } = asked.path;
      return {
        seal: messageSealer(deps, asked.body.message),
        sealReferral: async (change) => (await copyOf(change)).sealed,
        changeAccess: async (change, now) =>
          issueAccess(deps, change.after, id, async () => (await copyOf(change)).key, now),
      };
    },
    taken: measureAddressHandOver(deps.measure),
  };
}

/** A sealed copy, and the key that it is sealed under. */
interface SealedCopy {
  sealed: SealedReferral;
  key: Uint8Array;
}

/** Seals the copy under a key made for it. Both are made once, however often the change is decided again. */
function copySealer(
  deps: SendReferralDeps,
  { body, by, path: { referral: id = '' } }: Asked<Body>,
): (change: CaseChange) => Promise<SealedCopy> {
  let sealed: Promise<SealedCopy> | undefined;
  const make = async (change: CaseChange): Promise<SealedCopy> => {
    const { before, after } = change;
    const { caseId } = after;
    await recordAccess(deps, after, by, { action: 'export', reason: `referral ${id}` });
    const [text, key] = await Promise.all([
      copyAfter(deps, change, { id, body }),
      deps.keyMaker.make(caseId, 'referral'),
    ]);
    refuseUnlessShown(before, text, body.shownCopy);
    const copy = {
      caseId,
      id,
      part: 'copy',
      sealed: sealField(key.plain, text, placeOfPart(caseId, id, 'copy')),
      wrappedKey: key.wrapped,
    } as const;
    const { unit } = body;
    if (unit === undefined) return { sealed: copy, key: key.plain };
    // The reporter reads to whom the report went, and opens no more of the referral than that.
    const unitForReporter = sealField(await openThreadKey(deps, caseId), unit, placeOfUnit(caseId, id));
    return { sealed: { ...copy, unitForReporter }, key: key.plain };
  };
  return (change) => (sealed ??= make(change));
}
