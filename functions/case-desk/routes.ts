import type { Route } from '#shared/contracts/http/http.ts';
import { later } from '#shared/lambda/http/later.ts';
import type { AttentionDeps } from './queue/attention-handlers.ts';
import type { CourseDeps } from './lifecycle/course-handlers.ts';
import type { KeepingDeps } from './retention/handlers.ts';
import type { LookingDeps } from './reading/handlers.ts';
import type { PeopleDeps } from './team/handlers.ts';
import type { ReceiptDeps } from './receipts/handlers.ts';
import type { ReferralDeps } from './referrals/handlers.ts';
import type { SecondDeps } from './approvals/handlers.ts';
import type { WorkDeps } from './handling/work-handlers.ts';

export type CaseDeskDeps = LookingDeps &
  AttentionDeps &
  WorkDeps &
  PeopleDeps &
  CourseDeps &
  KeepingDeps &
  ReceiptDeps &
  ReferralDeps &
  SecondDeps;

/**
 * What staff can do with a case that is there. Filing a new one is a function of its own, with other rights. Each group
 * is loaded with the first request for it, so that no start waits for all.
 */
export function caseDeskRoutes(deps: CaseDeskDeps): Route[] {
  const one = '/v1/cases/{number}';
  const referral = `${one}/referrals/{referral}`;
  const look = later(async () => (await import('./reading/handlers.ts')).lookingHandlers(deps));
  const work = later(async () => (await import('./handling/work-handlers.ts')).workHandlers(deps));
  const people = later(async () => (await import('./team/handlers.ts')).peopleHandlers(deps));
  const course = later(async () => (await import('./lifecycle/course-handlers.ts')).courseHandlers(deps));
  const refer = later(async () => (await import('./referrals/handlers.ts')).referralHandlers(deps));
  const second = later(async () => (await import('./approvals/handlers.ts')).secondHandlers(deps));
  const keeping = later(async () => (await import('./retention/handlers.ts')).keepingHandlers(deps));
  const receipts = later(async () => (await import('./receipts/handlers.ts')).receiptHandlers(deps));
  const attention = later(async () => (await import('./queue/attention-handlers.ts')).attentionHandlers(deps));
  return [
    { method: 'GET', path: '/v1/attention', readOnly: true, handle: attention('see') },
    { method: 'GET', path: '/v1/cases', readOnly: true, handle: look('list') },
    { method: 'GET', path: one, readOnly: true, handle: look('show') },
    { method: 'POST', path: `${one}/read`, handle: look('read') },
    { method: 'POST', path: `${one}/claim`, handle: work('claim') },
    { method: 'POST', path: `${one}/severity`, handle: work('severity') },
    { method: 'POST', path: `${one}/handling`, handle: work('handling') },
    { method: 'POST', path: `${one}/resolution`, handle: work('resolution') },
    { method: 'POST', path: `${one}/escalations/{timer}/{rung}/acknowledgement`, handle: work('acknowledgement') },
    { method: 'POST', path: `${one}/assignment`, handle: people('assignment') },
    { method: 'POST', path: `${one}/hand-over`, handle: people('handOver') },
    { method: 'POST', path: `${one}/notes`, handle: people('note') },
    { method: 'POST', path: `${one}/messages`, handle: people('message') },
    { method: 'POST', path: `${one}/link`, handle: people('link') },
    { method: 'POST', path: `${one}/unlink`, handle: people('unlink') },
    { method: 'POST', path: `${one}/assessment`, handle: course('assessment') },
    { method: 'POST', path: `${one}/waiting`, handle: course('waiting') },
    { method: 'POST', path: `${one}/targets`, handle: course('target') },
    { method: 'POST', path: `${one}/notices`, handle: course('notice') },
    { method: 'POST', path: `${one}/notices/{notice}/answer`, handle: course('noticeAnswer') },
    { method: 'POST', path: `${one}/closure`, handle: course('closure') },
    { method: 'POST', path: `${one}/reopening`, handle: course('reopening') },
    { method: 'POST', path: `${one}/approvals/{approval}`, handle: second('approval') },
    { method: 'POST', path: `${one}/export`, handle: second('exportRequest') },
    { method: 'POST', path: `${one}/export/{approval}/copy`, handle: second('exportTaking') },
    { method: 'POST', path: `${one}/hold`, handle: keeping('hold') },
    { method: 'POST', path: `${one}/release`, handle: keeping('release') },
    { method: 'POST', path: `${one}/erasure`, handle: keeping('erasure') },
    { method: 'POST', path: `${one}/receipt`, handle: receipts('reissue') },
    { method: 'POST', path: `${one}/exclusions`, handle: refer('exclude') },
    { method: 'POST', path: `${one}/referrals`, handle: refer('add') },
    { method: 'POST', path: `${referral}/change`, handle: refer('change') },
    { method: 'POST', path: `${referral}/drop`, handle: refer('drop') },
    { method: 'POST', path: `${referral}/sending`, handle: refer('send') },
    { method: 'POST', path: `${referral}/answer`, handle: refer('answer') },
    { method: 'POST', path: `${referral}/reminder`, handle: refer('remind') },
    { method: 'POST', path: `${referral}/withdrawal`, handle: refer('withdraw') },
    { method: 'POST', path: `${referral}/read`, readOnly: true, handle: refer('read') },
  ];
}
