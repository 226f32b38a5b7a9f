import * as z from 'zod/mini';
import { findReasons } from '../../../domain/access/access-log.ts';
import type { CountryPack } from '../../../domain/country-pack.ts';
import { findKinds, matchKeysWanted } from '../../../domain/report/match-keys.ts';
import type { MatchKey, Wanted } from '../../../domain/report/match-keys.ts';
import type { FindReason } from '../../../domain/access/access-log.ts';
import { textOfBytes } from '../fields.ts';
import { Problem } from '../http.ts';
import { parseBody } from '../parse-body.ts';

type FindPack = Pick<CountryPack, 'platforms'>;

/** The body of `POST /v1/find`. It is a POST, so that no address and no log of addresses holds what is looked for. */
export function findBody({ platforms }: FindPack) {
  return z.strictObject({
    by: z.enum(findKinds),
    /** The platform of an account, where it is known. */
    platform: z.optional(z.enum(platforms)),
    value: textOfBytes(2048).check(z.minLength(1)),
    reason: z.enum(findReasons),
  });
}

/** What is looked for and why. `keys` are in clear: whoever gets them hashes them, and keeps them nowhere. */
export interface Find {
  by: Wanted['by'];
  reason: FindReason;
  keys: readonly MatchKey[];
}

/** Reads the body of `POST /v1/find`. Throws a `Problem` `invalid_fields`, also for what is too short to be exact. */
export function findParser(pack: FindPack): (body: unknown) => Find {
  const schema = findBody(pack);
  const invalid = (
    error: { pointer: string } & ({ code: 'unknown_field' } | { code: 'wrong_form'; expected: 'whole_value' }),
  ) => new Problem('invalid_fields', 422, { errors: [error] });
  return (body) => {
    const { reason, ...wanted } = parseBody(schema, body);
    if (wanted.platform !== undefined && wanted.by !== 'account') {
      throw invalid({ pointer: '/platform', code: 'unknown_field' });
    }
    const keys = matchKeysWanted(wanted, pack.platforms);
    if (keys === undefined) throw invalid({ pointer: '/value', code: 'wrong_form', expected: 'whole_value' });
    return { by: wanted.by, reason, keys };
  };
}

export const findExample = { by: 'account', platform: 'instagram', value: '@fake.profile', reason: 'caller_named_it' };
