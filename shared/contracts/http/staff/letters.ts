import * as z from 'zod/mini';
import { caseStatuses } from '../../../domain/case/status.ts';
import { severities } from '../../../domain/report/severity.ts';

const instant = z.iso.datetime();

/** What `GET /v1/letters/{letter}` answers, besides the `help` of every answer. */
export const letterSchema = z.looseObject({
  letter: z.string(),
  sentAt: instant,
  acknowledgedAt: z.optional(instant),
  /** How many cases the letter names. At most 100 are shown. */
  count: z.int(),
  /** Most urgent first. */
  cases: z.array(
    z.strictObject({
      caseNumber: z.string(),
      severity: z.enum(severities),
      status: z.enum(caseStatuses),
      /** The next deadline of the case. */
      due: instant,
    }),
  ),
});

const letter = '6f1c2a34-9d0b-4e57-8a1b-3c5d7e9f0a12';

export const letterExample = {
  letter,
  sentAt: '2026-11-20T22:10:00.000Z',
  count: 1,
  cases: [{ caseNumber: 'B-7K3M-9QX1', severity: 'critical', status: 'triaged', due: '2026-11-20T22:25:00.000Z' }],
};

/** What `POST /v1/letters/{letter}/acknowledge` answers. */
export const acknowledgedLetterSchema = z.looseObject({
  letter: z.string(),
  acknowledgedAt: instant,
  /** Whether the climb of all its cases is held. Else it follows within minutes. */
  isDone: z.boolean(),
});

export const acknowledgedLetterExample = { letter, acknowledgedAt: '2026-11-20T22:12:00.000Z', isDone: true };
