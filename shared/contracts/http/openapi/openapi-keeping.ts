import * as z from 'zod/mini';
import { holdReasons } from '../../../domain/case/case.ts';
import { administrativeOutcomes, outcomes } from '../../../domain/case/lifecycle.ts';
import { caseStatuses } from '../../../domain/case/status.ts';
import { exportStates } from '../../../domain/commands/records/export.ts';
import { keptBackBy } from '../../../domain/keeping/kept-lists.ts';
import { keptBecause } from '../../../domain/keeping/retention.ts';
import { severities } from '../../../domain/report/severity.ts';
import { helpSchema } from '../answers.ts';
import { approvalLine } from './openapi-case-parts.ts';

const instant = z.iso.datetime({ precision: 3 });
const maybe = z.optional(instant);

/** A case in a list of keeping. What the list is about is there, and what the role may see. */
const keptLine = z.looseObject({
  caseNumber: z.string(),
  severity: z.enum(severities),
  status: z.enum(caseStatuses),
  /** Directory id. */
  assignee: z.optional(z.string()),
  /** The main outcome. */
  outcome: z.optional(z.enum([...outcomes, ...administrativeOutcomes])),
  /** Of `due`: when it is erased, and why it is kept until then. */
  keeping: z.optional(
    z.strictObject({
      endedAt: instant,
      because: z.enum(keptBecause),
      /** How many days the rule gives. Absent where people asked for the erasure. */
      days: z.optional(z.int()),
      /** Absent while something keeps it back. Not later than `now`: the next run erases it. */
      eraseAt: maybe,
      /** When the owner is told. Absent once they were. */
      tellAt: maybe,
      told: z.optional(z.looseObject({ at: instant, eraseAt: instant })),
      waitsFor: z.array(z.enum(keptBackBy)),
    }),
  ),
  /** Of `held`. */
  hold: z.optional(z.looseObject({ because: z.enum(holdReasons), by: z.string(), since: instant })),
  /** Of `requests`: the reporter wants to take the report back. */
  withdrawal: z.optional(z.looseObject({ askedAt: instant, waitUntil: instant, lookedAt: maybe })),
  /** Of `requests`: erasures that wait for a second person. Of `exports`: all of them, with what became of each. */
  approvals: z.optional(
    z.array(
      z.extend(approvalLine, {
        state: z.optional(z.enum(exportStates)),
        /** Until when an approved export can be taken. */
        takeBy: maybe,
      }),
    ),
  ),
});

/** What `GET /v1/keeping` answers. It has clear fields, ids and codes only. */
export const keptPage = z.looseObject({
  now: instant,
  cases: z.array(keptLine),
  /** Absent on the last page. */
  cursor: z.optional(z.string()),
  help: helpSchema,
});

export const keptPageExample = {
  now: '2026-11-22T21:48:00.000Z',
  cases: [
    {
      caseNumber: 'B-7K3M-9QX1',
      severity: 'high',
      status: 'closed',
      assignee: 'staff-3f',
      outcome: 'advice_given',
      keeping: {
        endedAt: '2026-01-22T10:00:00.000Z',
        because: 'outcome',
        days: 365,
        eraseAt: '2027-01-22T10:00:00.000Z',
        tellAt: '2027-01-08T10:00:00.000Z',
        waitsFor: [],
      },
    },
  ],
  help: [],
} as const satisfies z.infer<typeof keptPage>;
