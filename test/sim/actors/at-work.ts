import type { Approval } from '#shared/domain/case/approvals/approval.ts';
import type { ReportedFacts } from '#shared/domain/report/report.ts';
import type { World } from '../world.ts';
import type { Seen } from './asking.ts';

export interface ShownReferral {
  id: string;
  institution: string;
  status: string;
  questions?: { openSince?: string };
}

/** A case as it was shown to somebody. */
export interface Shown extends Record<string, unknown> {
  caseNumber: string;
  status: string;
  severity: string;
  readAt?: string;
  handledAt?: string;
  danger?: { ended?: object };
  hold?: object;
  leadCase?: string;
  linkedCases?: string[];
  reported: ReportedFacts;
  timers: { id: string; kind: string }[];
  approvals?: (Approval & { takenAt?: string })[];
  referrals?: ShownReferral[];
  notices?: { id: string; answer?: string }[];
  receiptKnownTo?: { by: string }[];
  history: { number: number; type: string; time: string; data: Record<string, unknown> }[];
}

/** Somebody on the staff, looking at a case as it was shown to them. */
export interface AtWork {
  world: World;
  sub: string;
  of: Shown;
  /** Sends a command about the case, once more when it is not clear what came of it. */
  command: (name: string, body: unknown, path?: Record<string, string>) => Promise<Seen>;
}
