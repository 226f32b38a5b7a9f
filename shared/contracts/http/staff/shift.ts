import * as z from 'zod/mini';
import { approvalKinds } from '../../../domain/case/approvals/approval.ts';
import { nextSteps } from '../../../domain/case/case.ts';
import { caseStatuses } from '../../../domain/case/status.ts';
import { mostOnSheet } from '../../../domain/queue/shift-line.ts';
import { severities } from '../../../domain/report/severity.ts';
import { deadline } from './attention.ts';

const instant = z.iso.datetime();

/** What `GET /v1/shift` answers, besides the `help` of every answer. It has clear fields, ids and codes only. */
export const shiftSchema = z.looseObject({
  now: instant,
  /** For how many hours ahead `due` looks. */
  hours: z.int(),
  /** First what is overdue, then what is due within these hours, then the rest. A role sees its own fields. */
  cases: z
    .array(
      z.strictObject({
        caseNumber: z.string(),
        severity: z.enum(severities),
        status: z.enum(caseStatuses),
        /** Directory id. */
        assignee: z.optional(z.string()),
        /** The assignee cannot work on cases any more. Everybody may claim the case. */
        holderGone: z.optional(z.literal(true)),
        unreadSince: z.optional(instant),
        /** Deadlines that have passed and are not done, oldest first. */
        missed: z.optional(z.array(deadline)),
        due: z.optional(deadline),
        /** The half of the answer that is owed to the reporter next. */
        promised: z.optional(z.strictObject({ step: z.enum(['handle', 'resolve']), by: instant })),
        waitsFor: z.optional(
          z.strictObject({ who: z.enum(['reporter', 'institution']), institutions: z.optional(z.array(z.string())) }),
        ),
        nextStep: z.optional(z.strictObject({ step: z.enum(nextSteps), since: instant, by: instant })),
        /** Institutions that were called, the newest call first. `by`: directory id of who called. */
        calls: z.optional(
          z.array(z.strictObject({ institution: z.string(), at: instant, by: z.optional(z.string()) })),
        ),
        waiting: z.optional(
          z.array(
            z.strictObject({
              /** The id that `approvals/{approval}` takes. */
              id: z.string(),
              kind: z.enum(approvalKinds),
              askedBy: z.string(),
              askedAt: instant,
              lapsesAt: z.optional(instant),
            }),
          ),
        ),
      }),
    )
    .check(z.maxLength(mostOnSheet)),
  /** The work list holds more than a sheet. */
  isMore: z.optional(z.literal(true)),
});

export const shiftExample = {
  now: '2026-11-20T19:00:00.000Z',
  hours: 12,
  cases: [
    {
      caseNumber: 'B-7K3M-9QX1',
      severity: 'high',
      status: 'waiting_institution',
      assignee: 'staff-blerim',
      missed: [{ clock: 'resolve', at: '2026-11-20T17:40:00.000Z' }],
      promised: { step: 'resolve', by: '2026-11-21T17:40:00.000Z' },
      waitsFor: { who: 'institution', institutions: ['police_cybercrime'] },
      nextStep: { step: 'refer_institution', since: '2026-11-19T08:12:00.000Z', by: '2026-11-20T17:40:00.000Z' },
      calls: [{ institution: 'police_cybercrime', at: '2026-11-19T08:10:00.000Z', by: 'staff-blerim' }],
      waiting: [
        {
          id: 'export-1',
          kind: 'export',
          askedBy: 'staff-blerim',
          askedAt: '2026-11-20T15:00:00.000Z',
          lapsesAt: '2026-11-27T15:00:00.000Z',
        },
      ],
    },
    {
      caseNumber: 'B-QXV7-KK8C',
      severity: 'critical',
      status: 'triaged',
      unreadSince: '2026-11-20T18:40:00.000Z',
      due: { clock: 'must_be_read', at: '2026-11-20T19:40:00.000Z' },
      promised: { step: 'handle', by: '2026-11-22T18:40:00.000Z' },
    },
  ],
} as const satisfies z.infer<typeof shiftSchema>;
