import * as z from 'zod/mini';
import { channels } from '../../../domain/report/report.ts';
import type { Instant } from '../../../domain/time/instant.ts';
import { parseBody } from '../parse-body.ts';
import type { ReportBody } from '../public/report-schema.ts';

/** The ways in which staff file a report for somebody. `web` is only for the public form. */
const filedChannels = channels.filter((channel) => channel !== 'web');
export type FiledChannel = (typeof filedChannels)[number];

/** What staff say about a report that they file, besides the report itself. */
export const filing = {
  channel: z.enum(filedChannels),
  /** When it was told, if it is entered later, such as from paper. Not in the future, and at most 30 days ago. */
  receivedAt: z.optional(z.iso.datetime({ offset: true })),
};
/**
 * How old `receivedAt` may be. Staff enter an older report as of today, because none of its deadlines would mean
 * anything any more.
 */
export const longestAgoDays = 30;

/** The body of `POST /v1/cases`. */
export type FiledReport = ReportBody & { channel: FiledChannel; receivedAt?: string };

/** Separates what staff say about a filed report from the rest, which is what `POST /v1/reports` takes. */
export function takeFiling(body: unknown): {
  channel: FiledChannel;
  receivedAt?: Instant;
  rest: unknown;
} {
  const { channel, receivedAt } = parseBody(z.object(filing), body);
  const { channel: _, receivedAt: __, ...rest } = body as Readonly<Record<string, unknown>>;
  return { channel, ...(receivedAt === undefined ? {} : { receivedAt: new Date(receivedAt).toISOString() }), rest };
}
