import * as z from 'zod/mini';
import type { newerTables, statisticsTables } from '../../../domain/keeping/statistics.ts';
import type { FrozenQuarter } from '../../../domain/keeping/statistics.ts';
import { helpSchema } from '../answers.ts';

const published = z.nullable(z.int().check(z.nonnegative()));
const table = z.strictObject({
  total: published,
  cells: z.array(
    z.strictObject({ code: z.string(), count: published, percent: z.optional(z.int().check(z.nonnegative())) }),
  ),
});

/** `GET /v1/statistics`: null means that the count is hidden. */
export const statisticsAnswerSchema = z.strictObject({
  year: z.int(),
  smallestCell: z.int(),
  percentFrom: z.int(),
  quarters: z.array(
    z.strictObject({
      quarter: z.string().check(z.regex(/^\d{4}-Q[1-4]$/)),
      frozenAt: z.iso.datetime(),
      reports: published,
      administrative: published,
      victims: published,
      addresses: published,
      tables: z.strictObject({
        category: table,
        channel: table,
        outcome: table,
        promise: table,
        helped: table,
        gender: table,
        ageBand: table,
        // Quarters that an earlier release froze do not have these.
        lateBy: z.optional(table),
        readInTime: z.optional(table),
      } satisfies Record<(typeof statisticsTables | typeof newerTables)[number], unknown>),
    }),
  ),
  help: helpSchema,
});

/** A quarter for the API documents. It shows what a hidden count looks like, and what is hidden with it. */
export const exampleQuarter: FrozenQuarter = {
  quarter: '2026-Q4',
  frozenAt: '2027-01-30T00:00:12.000Z',
  reports: 102,
  administrative: 9,
  victims: 100,
  addresses: 87,
  tables: {
    category: {
      total: 102,
      cells: [
        // Every country has these two.
        { code: 'other', count: 60, percent: 59 },
        { code: 'not_sure', count: 42, percent: 41 },
      ],
    },
    channel: {
      total: 102,
      cells: [
        { code: 'web', count: 80, percent: 78 },
        { code: 'helpline', count: 22, percent: 22 },
      ],
    },
    outcome: {
      total: 102,
      cells: [
        { code: 'advice_given', count: 90, percent: 88 },
        { code: 'open', count: 12, percent: 12 },
      ],
    },
    gender: {
      total: 100,
      cells: [
        { code: 'female', count: 62, percent: 62 },
        { code: 'male', count: 26, percent: 26 },
        { code: 'other_or_unknown', count: 12, percent: 12 },
      ],
    },
    ageBand: {
      total: 100,
      cells: [
        { code: '14', count: 55, percent: 55 },
        { code: '15', count: 45, percent: 45 },
      ],
    },
    promise: {
      total: 102,
      cells: [
        { code: 'kept', count: 100, percent: 98 },
        { code: 'missed', count: 2, percent: 2 },
        { code: 'running', count: 0, percent: 0 },
      ],
    },
    helped: {
      total: 102,
      cells: [
        { code: 'yes', count: 21, percent: 21 },
        { code: 'partly', count: null },
        { code: 'no', count: null },
        { code: 'not_said', count: 72, percent: 71 },
      ],
    },
  },
};
