import * as z from 'zod/mini';
import { concernKinds } from '../../../domain/queue/attention.ts';
import { deadCodes } from '../../../domain/case/receipts/receipt.ts';
import { administrativeOutcomes, outcomes } from '../../../domain/case/lifecycle.ts';
import { caseStatuses } from '../../../domain/case/status.ts';
import { clockKinds } from '../../../domain/case/timer-id.ts';
import { severities } from '../../../domain/report/severity.ts';

const instant = z.iso.datetime();

/** A deadline, with the name of its clock. */
export const deadline = z.strictObject({ clock: z.enum(clockKinds), at: instant });

/** What `GET /v1/attention` answers, besides the `help` of every answer. It has clear fields, ids and codes only. */
export const attentionSchema = z.looseObject({
  now: instant,
  /** On each page those with unread words first, then in the order of the work list. */
  cases: z.array(
    z.strictObject({
      caseNumber: z.string(),
      severity: z.enum(severities),
      status: z.enum(caseStatuses),
      /** Directory id. */
      assignee: z.optional(z.string()),
      /** The assignee cannot work on cases any more. Everybody may claim the case. */
      holderGone: z.optional(z.literal(true)),
      receivedAt: instant,
      /** The next deadline that is not missed; else the oldest missed one. Absent when no clock runs. */
      due: z.optional(deadline),
      /** Deadlines that were missed and are still not done, oldest first. */
      missed: z.optional(z.array(deadline)),
      promise: z.strictObject({ readBy: instant, handleBy: instant, resolveBy: instant }),
      concerns: z.array(
        z.strictObject({
          what: z.enum(concernKinds),
          /** Absent for `holder_gone` and `outcome_contradicted`. */
          since: z.optional(instant),
          /** The clock of the case, as `GET /v1/cases/{number}` names it. */
          timer: z.optional(z.string()),
          /** The rung that was escalated last, which is the one to acknowledge. */
          rung: z.optional(z.string()),
          referral: z.optional(z.string()),
          /** The id that `approvals/{approval}` takes. */
          approval: z.optional(z.string()),
          isNecessary: z.optional(z.boolean()),
          /** Why the code that was used is dead. */
          how: z.optional(z.enum(deadCodes)),
          /** Which outcome does not hold any more. */
          outcome: z.optional(z.enum([...outcomes, ...administrativeOutcomes])),
          /** How many mails. */
          count: z.optional(z.int()),
        }),
      ),
    }),
  ),
  /** On the first page only. */
  centre: z.optional(
    z.strictObject({
      /** Rungs of the ladder that nobody holds now. */
      rungsWithNobody: z.array(z.string()),
      hoursAhead: z.int(),
      /** The beginnings of the hours in which, for some minute, nobody of the first rung is on duty. */
      hoursWithNobody: z.array(instant),
      /** The beginnings of the hours in which nobody of them is cleared for addresses. */
      hoursWithNobodyCleared: z.array(instant),
    }),
  ),
  cursor: z.optional(z.string()),
});

const promise = {
  readBy: '2026-11-20T22:40:00.000Z',
  handleBy: '2026-11-22T21:40:00.000Z',
  resolveBy: '2026-11-23T21:40:00.000Z',
};

export const attentionExample = {
  now: '2026-11-20T22:05:00.000Z',
  cases: [
    {
      caseNumber: 'B-7K3M-9QX1',
      severity: 'critical',
      status: 'triaged',
      receivedAt: '2026-11-20T21:40:00.000Z',
      due: { clock: 'must_be_read', at: '2026-11-20T22:40:00.000Z' },
      missed: [{ clock: 'must_be_acknowledged', at: '2026-11-20T21:55:00.000Z' }],
      promise,
      concerns: [
        { what: 'unread', since: '2026-11-20T21:40:00.000Z' },
        {
          what: 'raise_not_acknowledged',
          since: '2026-11-20T22:00:00.000Z',
          timer: '1.must_be_acknowledged.report',
          rung: 'supervisor',
        },
        {
          what: 'proposal_undecided',
          since: '2026-11-20T21:40:01.000Z',
          referral: 'police_cybercrime-1',
          isNecessary: true,
        },
      ],
    },
  ],
  centre: {
    rungsWithNobody: ['outside_partner'],
    hoursAhead: 24,
    hoursWithNobody: [],
    hoursWithNobodyCleared: ['2026-11-21T02:05:00.000Z'],
  },
  cursor: 'read_and_ended.',
} as const satisfies z.infer<typeof attentionSchema>;
