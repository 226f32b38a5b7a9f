import * as z from 'zod/mini';
import { channels } from '../../../domain/report/report.ts';
import type { Instant } from '../../../domain/time/instant.ts';
import { parseBody } from '../parse-body.ts';

/** By which ways staff file a report for somebody; `web` is the public form's own. */
const filedChannels = channels.filter((channel) => channel !== 'web');
/** What staff say of a report they file, besides the report itself. */
export const filing = {
  channel: z.enum(filedChannels),
  /** When it was told, for what is entered later, such as from paper: not in the future, at most 30 days ago. */
  receivedAt: z.optional(z.iso.datetime({ offset: true })),
};
/** Older than this, a report is entered as of today: none of its deadlines would mean anything any more. */
export const longestAgoDays = 30;

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
