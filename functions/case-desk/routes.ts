import type { Route } from '#shared/contracts/http/http.ts';
import { routesOfCaseDesk } from '#shared/contracts/http/staff/staff-routes.ts';
import { servedLater } from '#shared/lambda/http/loaded-when-asked.ts';
import type { ApprovalDeps } from './approvals/commands.ts';
import type { HandlingDeps } from './handling/commands.ts';
import type { AcknowledgeLetterDeps } from './letters/acknowledge-letter.ts';
import type { ShowLetterDeps } from './letters/show-letter.ts';
import type { LifecycleDeps } from './lifecycle/commands.ts';
import type { LinkedDeps } from './linked/commands.ts';
import type { NoticeDeps } from './notices/commands.ts';
import type { ListCasesDeps } from './queue/list-cases.ts';
import type { SeeAttentionDeps } from './queue/see-attention.ts';
import type { ShowShiftDeps } from './queue/show-shift.ts';
import type { ReadCaseDeps } from './reading/read-case.ts';
import type { ShowCaseDeps } from './reading/show-case.ts';
import type { SubjectAccessDeps } from './receipts/subject-access.ts';
import type { ReissueReceiptDeps } from './receipts/reissue-receipt.ts';
import type { ReferralDeps } from './referrals/commands.ts';
import type { RetentionDeps } from './retention/commands.ts';
import type { SeeKeepingDeps } from './retention/see-keeping.ts';
import type { TeamDeps } from './team/commands.ts';

export type CaseDeskDeps = ListCasesDeps &
  SeeAttentionDeps &
  ShowShiftDeps &
  ShowCaseDeps &
  ReadCaseDeps &
  HandlingDeps &
  ShowLetterDeps &
  AcknowledgeLetterDeps &
  LifecycleDeps &
  TeamDeps &
  LinkedDeps &
  NoticeDeps &
  ReferralDeps &
  ApprovalDeps &
  RetentionDeps &
  SeeKeepingDeps &
  ReissueReceiptDeps &
  SubjectAccessDeps;

/**
 * What staff can do with a case that exists. Another function files new cases, because it needs other rights. Each room
 * is loaded with the first request for it, so that no start waits for all rooms.
 */
export function caseDeskRoutes(deps: CaseDeskDeps): Route[] {
  return [
    ...servedLater(routesOfCaseDesk.queue, async () => {
      const [{ listCases }, { seeAttention }, { showShift }] = await Promise.all([
        import('./queue/list-cases.ts'),
        import('./queue/see-attention.ts'),
        import('./queue/show-shift.ts'),
      ]);
      return { listCases: listCases(deps), seeAttention: seeAttention(deps), showShift: showShift(deps) };
    }),
    ...servedLater(routesOfCaseDesk.reading, async () => {
      const [{ showCase }, { readCase }] = await Promise.all([
        import('./reading/show-case.ts'),
        import('./reading/read-case.ts'),
      ]);
      return { showCase: showCase(deps), read: readCase(deps) };
    }),
    ...servedLater(routesOfCaseDesk.handling, async () =>
      (await import('./handling/commands.ts')).handlingCommands(deps),
    ),
    ...servedLater(routesOfCaseDesk.letters, async () => {
      const [{ showLetter }, { acknowledgeLetter }] = await Promise.all([
        import('./letters/show-letter.ts'),
        import('./letters/acknowledge-letter.ts'),
      ]);
      return { showLetter: showLetter(deps), letterAcknowledgement: acknowledgeLetter(deps) };
    }),
    ...servedLater(routesOfCaseDesk.lifecycle, async () =>
      (await import('./lifecycle/commands.ts')).lifecycleCommands(deps),
    ),
    ...servedLater(routesOfCaseDesk.team, async () => (await import('./team/commands.ts')).teamCommands(deps)),
    ...servedLater(routesOfCaseDesk.linked, async () => (await import('./linked/commands.ts')).linkedCommands(deps)),
    ...servedLater(routesOfCaseDesk.notices, async () => (await import('./notices/commands.ts')).noticeCommands(deps)),
    ...servedLater(routesOfCaseDesk.referrals, async () =>
      (await import('./referrals/commands.ts')).referralCommands(deps),
    ),
    ...servedLater(routesOfCaseDesk.approvals, async () =>
      (await import('./approvals/commands.ts')).approvalCommands(deps),
    ),
    ...servedLater(routesOfCaseDesk.retention, async () => {
      const [{ retentionCommands }, { seeKeeping }] = await Promise.all([
        import('./retention/commands.ts'),
        import('./retention/see-keeping.ts'),
      ]);
      return { ...retentionCommands(deps), seeKeeping: seeKeeping(deps) };
    }),
    ...servedLater(routesOfCaseDesk.receipts, async () =>
      (await import('./receipts/commands.ts')).receiptCommands(deps),
    ),
  ];
}
