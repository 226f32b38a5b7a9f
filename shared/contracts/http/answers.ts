import * as z from 'zod/mini';
import { audiences } from '../../domain/help/audience.ts';
import { fieldProblemCodes } from '../../domain/problems.ts';
import { caseStatuses } from '../../domain/case/status.ts';
import { reporterActions } from '../../domain/commands/reporter/reporter-actions.ts';

/** What the public API answers. The API document is made from it, and tests compare answers with it. */

const instant = z
  .string()
  .check(z.regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/), z.meta({ format: 'date-time' }));
const coded = z.strictObject({ code: z.string(), label: z.string() });

export const helpSchema = z.array(
  z.strictObject({
    kind: z.enum(['emergency', 'police', 'listen', 'missing', 'women']),
    name: z.string(),
    phone: z.string(),
    when: z.string(),
    free: z.boolean(),
  }),
);

const promise = { readBy: instant, handleBy: instant, resolveBy: instant };

const guidanceSchema = z.array(z.strictObject({ title: z.string(), text: z.string(), link: z.optional(z.string()) }));

export const reportAnswerSchema = z.strictObject({
  caseNumber: z.string().check(z.regex(/^B-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/)),
  receipt: z.string().check(z.regex(/^(?:[0-9A-HJKMNP-TV-Z]{4}-){4}[0-9A-HJKMNP-TV-Z]$/)),
  receivedAt: instant,
  promise: z.strictObject(promise),
  nextStep: z.string(),
  help: helpSchema,
  guidance: guidanceSchema,
  keep: z.string(),
  adjusted: z.optional(z.array(z.string())),
});

export const followUpAnswerSchema = z.strictObject({
  status: z.strictObject({ code: z.enum(caseStatuses), text: z.string() }),
  promise: z.strictObject({
    ...promise,
    readAt: z.optional(instant),
    handledAt: z.optional(instant),
    resolvedAt: z.optional(instant),
    kept: z.boolean(),
  }),
  messages: z.array(z.strictObject({ from: z.enum(['you', 'centre']), at: instant, text: z.string() })),
  /** There are messages before these. Sent as `before`, it leads to them. */
  earlier: z.optional(z.int()),
  lastReadByUsAt: z.optional(instant),
  sharedWith: z.array(
    z.strictObject({
      who: z.string(),
      when: instant,
      why: z.string(),
      takenBackAt: z.optional(instant),
      /** In words that it was taken back, and when. */
      takenBack: z.optional(z.string()),
    }),
  ),
  canDo: z.array(z.enum(reporterActions)),
  expiresAt: z.optional(instant),
  /** Only when it was asked for. */
  guidance: z.optional(guidanceSchema),
  help: helpSchema,
});

export const informationAnswerSchema = z.strictObject({
  at: instant,
  readBy: instant,
  nextStep: z.string(),
  help: helpSchema,
});

/** The 202 of a request that is made with a receipt: what happens next, in words. */
export const askedAnswerSchema = z.strictObject({ text: z.string(), help: helpSchema });

export const taxonomyAnswerSchema = z.strictObject({
  language: z.string(),
  audience: z.enum(audiences),
  categories: z.array(z.strictObject({ code: z.string(), label: z.string(), showFirst: z.optional(z.string()) })),
  platforms: z.array(coded),
  country: z.string(),
  regions: z.array(
    z.strictObject({
      code: z.string(),
      name: z.string(),
      municipalities: z.array(z.strictObject({ code: z.string(), name: z.string() })),
    }),
  ),
  placeWords: z.array(z.string()),
  flags: z.array(coded),
  wishes: z.array(coded),
  wishAnswers: z.array(coded),
  beforeYouSend: z.string(),
  help: helpSchema,
});

export const healthAnswerSchema = z.strictObject({ status: z.literal('ok'), help: helpSchema });

const problem = {
  type: z.string().check(z.regex(/^urn:besa:problem:[a-z_]+$/)),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  errors: z.array(
    z.strictObject({
      pointer: z.string(),
      code: z.enum(fieldProblemCodes),
      /** The limit, or what a `wrong_form` must be instead (`fieldForms`). */
      expected: z.optional(z.string()),
      message: z.string(),
    }),
  ),
  help: helpSchema,
};

export const problemAnswerSchema = z.strictObject(problem);

/** The 422 when a key was already used for another report. */
export const firstReportSchema = z.strictObject({
  ...problem,
  caseNumber: reportAnswerSchema.shape.caseNumber,
  receipt: reportAnswerSchema.shape.receipt,
});
