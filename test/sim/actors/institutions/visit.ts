import type { Case } from '#shared/domain/case/case.ts';
import type { StaffRecord } from '#shared/domain/people/staff-record.ts';
import type { DeskAccess } from '#shared/domain/referrals/desk/access.ts';

export type Step = 'code' | 'session' | 'referral' | 'answer' | 'not-for-me';

/** What stood of an access code at an instant. A part that was not there is absent. */
export interface Standing {
  access?: DeskAccess;
  of?: Case;
  contact?: StaffRecord;
}

/** One request at the desk, with what stood of its access code just before and just after. */
export interface Visit {
  step: Step;
  access: string;
  /** The session that was shown. */
  token?: string;
  digits?: string;
  key?: string;
  /** What was answered, and under which name. */
  said?: { answer: string; name?: string };
  /** When it was sent, and when it was answered; ms since 1970. */
  from: number;
  at: number;
  status: number | 'unknown';
  body: Readonly<Record<string, unknown>>;
  before: Standing;
  after: Standing;
}

export interface AtTheDesk {
  visits: Visit[];
  /** One-time codes that staff read out to a contact; ms since 1970. */
  spoken: { contact: string; digits: string; at: number }[];
}
