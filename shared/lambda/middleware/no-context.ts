import type { Context } from 'aws-lambda';

/**
 * What middy gets in place of Lambda's context, for a message or where the source of an event retries it. Without a
 * context middy sets no timer. Its timer would answer just before Lambda's end, and the work would go on beside its own
 * retry.
 */
export const noContext = {} as Context;
