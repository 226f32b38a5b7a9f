import * as z from 'zod/mini';
import { accessActions, unusualSigns } from '../../../domain/access/access-log.ts';
import { severities } from '../../../domain/report/severity.ts';
import { findKinds } from '../../../domain/report/match-keys.ts';
import { longestTyped } from '../../../domain/identifiers.ts';
import { Problem } from '../http.ts';
import { helpSchema } from '../answers.ts';
import { text, written } from '../fields.ts';
import { parseBody } from '../parse-body.ts';
import { packCode } from './pack-code.ts';

/** The query of `GET /v1/access-log`: a person with a month (UTC), or a case. */
export const accessQuery = z.strictObject({
  actor: z.optional(packCode),
  month: z.optional(written('month', /^\d{4}-(0[1-9]|1[0-2])$/)),
  case: z.optional(text(longestTyped)),
  cursor: z.optional(text(200)),
});

/** What `GET /v1/access-log` answers. */
export const accessPage = z.looseObject({
  entries: z.array(
    z.looseObject({
      at: z.iso.datetime({ precision: 3 }),
      /** Directory id. */
      actor: z.string(),
      caseNumber: z.optional(z.string()),
      action: z.enum(accessActions),
      /** A reason of the list, or the referral, export or exclusion that it was for. */
      reason: z.string(),
      /** How severe the case was, where its text was opened. */
      severity: z.optional(z.enum(severities)),
      /** What was looked for, by its kind: of `looked`, `found`, and of `refused` by a look. */
      by: z.optional(z.enum(findKinds)),
      /** How many cases a look showed. */
      found: z.optional(z.int()),
      /** How many people the case excludes with this, for an exclusion that was set or asked for. */
      excludes: z.optional(z.int()),
      /** Who had the case, seen from the actor. */
      holder: z.optional(z.enum(['self', 'another', 'nobody'])),
      /** Absent for a person who is on no roster. */
      onShift: z.optional(z.boolean()),
      unusual: z.array(z.enum(unusualSigns)),
    }),
  ),
  /** Absent on the last page. */
  cursor: z.optional(z.string()),
  help: helpSchema,
});

/** What `GET /v1/readings` answers. `people`: for a supervisor alone. */
export const readingsAnswer = z.looseObject({
  since: z.iso.datetime({ precision: 3 }),
  mine: z.int(),
  people: z.optional(z.array(z.strictObject({ id: z.string(), name: z.string(), count: z.int() }))),
  help: helpSchema,
});

export const readingsExample = {
  since: '2026-11-22T09:48:00.000Z',
  mine: 4,
  people: [{ id: 'staff-3f', name: 'Blerim Gjoka', count: 7 }],
  help: [],
} as const;

export const accessPageExample = {
  entries: [
    {
      at: '2026-11-22T21:48:00.000Z',
      actor: 'staff-3f',
      caseNumber: 'B-7K3M-9QX1',
      action: 'read',
      reason: 'assigned_to_me',
      severity: 'critical',
      holder: 'another',
      onShift: true,
      unusual: ['not_theirs'],
    },
  ],
  help: [],
} as const;

export type AccessQuestion = { cursor?: string | undefined } & ({ actor: string; month: string } | { case: string });

/**
 * Reads the query of `GET /v1/access-log`. Throws a `Problem` `invalid_fields` that names what is missing or too much.
 */
export function parseAccessQuery(query: Readonly<Record<string, string>>): AccessQuestion {
  const { actor, month, case: number, cursor } = parseBody(accessQuery, query);
  const invalid = (field: string, code: 'required' | 'unknown_field') =>
    new Problem('invalid_fields', 422, { errors: [{ pointer: `/${field}`, code }] });
  if (number !== undefined) {
    if (actor !== undefined) throw invalid('actor', 'unknown_field');
    if (month !== undefined) throw invalid('month', 'unknown_field');
    return { case: number, cursor };
  }
  if (actor === undefined) throw invalid('actor', 'required');
  if (month === undefined) throw invalid('month', 'required');
  return { actor, month, cursor };
}
