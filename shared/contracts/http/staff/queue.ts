import * as z from 'zod/mini';
import type { CountryPack } from '../../../domain/country-pack.ts';
import { nobody, oneself, queuedStatuses } from '../../../domain/queue/queue-filter.ts';
import type { QueueFilter } from '../../../domain/queue/queue-filter.ts';
import { channels, placeWords } from '../../../domain/report/report.ts';
import { severities } from '../../../domain/report/severity.ts';
import { teams } from '../../../domain/case/team.ts';
import { text } from '../fields.ts';
import { parseBody } from '../parse-body.ts';
import { packCode } from './pack-code.ts';

export type QueuePack = Pick<CountryPack, 'categories' | 'regions'>;

const yesOrNo = z.enum(['true', 'false']);

/** The query of `GET /v1/cases`. Anything else is refused by name. */
export function queueQuery(pack: QueuePack) {
  return z.strictObject({
    status: z.optional(z.enum(queuedStatuses)),
    severity: z.optional(z.enum(severities)),
    assignee: z.optional(packCode.check(z.meta({ description: `A directory id, \`${oneself}\` or \`${nobody}\`.` }))),
    team: z.optional(z.enum(teams)),
    category: z.optional(z.enum(pack.categories.map(({ code }) => code))),
    region: z.optional(z.enum([...pack.regions.map(({ code }) => code), ...placeWords])),
    channel: z.optional(z.enum(channels)),
    dueBefore: z.optional(z.iso.datetime({ offset: true })),
    overdue: z.optional(yesOrNo),
    unread: z.optional(yesOrNo),
    cursor: z.optional(text(200)),
  });
}

/** Reads the query of `GET /v1/cases`. Throws a `Problem` `invalid_fields`. */
export function queueQueryParser(
  pack: QueuePack,
): (query: Readonly<Record<string, string>>) => { filter: QueueFilter; cursor: string | undefined } {
  const schema = queueQuery(pack);
  return (query) => {
    const { cursor, dueBefore, overdue, unread, ...same } = parseBody(schema, query);
    const filter = {
      ...same,
      dueBefore: dueBefore === undefined ? undefined : new Date(dueBefore).toISOString(),
      overdue: overdue === undefined ? undefined : overdue === 'true',
      unread: unread === undefined ? undefined : unread === 'true',
    };
    return { filter, cursor };
  };
}
