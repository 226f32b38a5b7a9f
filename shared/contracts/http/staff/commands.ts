import * as z from 'zod/mini';
import { readReasons } from '../../../domain/access/access-log.ts';
import type { Instant } from '../../../domain/time/instant.ts';
import { nextSteps, noMessageReasons, safetyDecisions, severityChangeReasons } from '../../../domain/case/case.ts';
import { administrativeOutcomes, outcomes } from '../../../domain/case/lifecycle.ts';
import { channels } from '../../../domain/report/report.ts';
import { severities } from '../../../domain/report/severity.ts';
import { Problem } from '../http.ts';
import { fieldProblems, text } from '../fields.ts';
import { normaliseBody } from '../normalise.ts';

export const message = z.optional(text(4000).check(z.minLength(1)));
const noMessageBecause = z.optional(z.enum(noMessageReasons));
/** A code of the country pack; the rules say which. */
export const packCode = text(64).check(z.minLength(1));
const outcome = z.enum([...outcomes, ...administrativeOutcomes]);

/** Bodies of staff commands, for texts that are normalised already. Unknown fields are refused. */
export const staffBodies = {
  read: z.strictObject({
    /** Needed for critical and high cases: one tap. */
    reason: z.optional(z.enum(readReasons)),
  }),
  claim: z.strictObject({}),
  severity: z.strictObject({ severity: z.enum(severities), reason: z.enum(severityChangeReasons) }),
  handling: z.strictObject({
    /** The severity as it stands, by which it is confirmed. */
    severity: z.enum(severities),
    safetyDecision: z.enum(safetyDecisions),
    nextStep: z.enum(nextSteps),
    message,
    noMessageBecause,
  }),
  resolution: z.strictObject({
    outcome,
    alsoOutcomes: z.optional(z.array(outcome).check(z.maxLength(5))),
    dutyToReport: z.optional(
      z.strictObject({
        decision: z.enum(['required', 'not_required']),
        basis: packCode,
        sentTo: z.optional(packCode),
      }),
    ),
    /** Number of the lead case, for `same_event`. */
    leadCase: z.optional(text(20)),
    /** Who helps instead, for `outside_our_work`: a code of the country pack's institutions. */
    otherDoor: z.optional(packCode),
    message,
    noMessageBecause,
  }),
  acknowledgement: z.strictObject({}),
} as const;
export type StaffBodies = { [N in keyof typeof staffBodies]: z.infer<(typeof staffBodies)[N]> };

/** By which ways staff file a report for somebody; `web` is the public form's own. */
export const filedChannels = channels.filter((channel) => channel !== 'web');
/** What staff say of a report they file, besides the report itself. */
export const filing = {
  channel: z.enum(filedChannels),
  /** When it was told, for what is entered later, such as from paper: not in the future, at most 30 days ago. */
  receivedAt: z.optional(z.iso.datetime({ offset: true })),
};
/** Older than this, a report is entered as of today: none of its deadlines would mean anything any more. */
export const longestAgoDays = 30;

/** Reads the body of a staff command; none at all is an empty one. Throws a `Problem` `invalid_fields`. */
export function parseStaffBody<N extends keyof StaffBodies>(name: N, body: unknown): StaffBodies[N] {
  return parseBody(staffBodies[name] as unknown as z.ZodMiniType<StaffBodies[N]>, body);
}

/** Takes out of a filed report what staff say of it; the rest is what `POST /v1/reports` takes. */
export function takeFiling(body: unknown): {
  channel: (typeof filedChannels)[number];
  receivedAt?: Instant;
  rest: unknown;
} {
  const { channel, receivedAt } = parseBody(z.object(filing), body);
  const { channel: _, receivedAt: __, ...rest } = body as Readonly<Record<string, unknown>>;
  return { channel, ...(receivedAt === undefined ? {} : { receivedAt: new Date(receivedAt).toISOString() }), rest };
}

/** Reads a body by a schema. Throws a `Problem` `invalid_fields`. */
export function parseBody<T>(schema: z.ZodMiniType<T>, body: unknown): T {
  const parsed = schema.safeParse(normaliseBody(body === undefined ? {} : body), { reportInput: true });
  if (!parsed.success) throw new Problem('invalid_fields', 422, { errors: fieldProblems(parsed.error) });
  return parsed.data;
}

/** The ETag of a case: its revision. */
export function etagOf({ revision }: { revision: number }): string {
  return `"${revision}"`;
}

/** The tags of an `If-Match` header (RFC 9110, 13.1.1), undefined when there is none. Weak ones never match. */
export function ifMatchOf(headers: Readonly<Record<string, string>>): string[] | undefined {
  const value = headers['if-match'];
  return value === undefined || value.trim() === '' ? undefined : value.split(',').map((tag) => tag.trim());
}

/** An address as text that nothing makes a link of: `hxxps://…`, and without that scheme first `www[.]example[.]org`. */
export function defanged(address: string): string {
  const harmless = address.replaceAll(/\bhttp(s?)(?=:)/gi, 'hxxp$1');
  return /^hxxps?:\S*$/i.test(harmless) ? harmless : harmless.replaceAll('.', '[.]');
}
