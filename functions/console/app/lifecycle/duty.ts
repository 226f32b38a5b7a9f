import { concluded } from '#shared/domain/case/concluded.ts';
import type { CommandBodies } from '#shared/contracts/http/staff/command-bodies.ts';
import { suspectsCrimeAgainstChild } from '#shared/domain/referrals/duty-to-report.ts';
import type { DutyToReportPolicy } from '#shared/domain/referrals/referral-policy.ts';
import type { CaseView } from '../api/answers.ts';
import type { Missing } from './end-fields.ts';

/** The decision whether a crime against a child must be reported. */
export interface DutyFields {
  decision: string;
  basis: string;
  sentTo: string;
}

export const noDuty: DutyFields = { decision: '', basis: '', sentTo: '' };

type Duty = NonNullable<CommandBodies['resolution']['dutyToReport']>;

/** Whether the duty to report has to be decided: of what was reported, or of what staff concluded. */
export function needsDuty(view: Pick<CaseView, 'reported' | 'assessed'>, policy: DutyToReportPolicy): boolean {
  const { reported, assessed } = view;
  if (reported === undefined) return false;
  const facts = [reported, ...(assessed === undefined ? [] : [concluded({ reported, assessed })])];
  return facts.some((one) => suspectsCrimeAgainstChild(one, policy));
}

/** What is sent of it, or which field is still missing. */
export function dutyOf({ decision, basis, sentTo }: DutyFields): Duty | Missing {
  if (decision !== 'required' && decision !== 'not_required') return { missing: 'decision' };
  if (basis === '') return { missing: 'basis' };
  if (decision === 'not_required') return { decision, basis };
  return sentTo === '' ? { missing: 'sentTo' } : { decision, basis, sentTo };
}
