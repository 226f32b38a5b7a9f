import { dynamoClient } from '#shared/adapters/aws/clients.ts';
import { receiptDesk } from '#shared/adapters/aws/receipt-desk.ts';
import { country } from '#shared/country/current.ts';
import { readEnvironment } from '#shared/lambda/environment.ts';
import { httpHandler } from '#shared/lambda/http-handler.ts';
import { systemClock } from '#shared/ports/clock.ts';
import { environment } from './env.ts';
import { followReport } from './follow-report.ts';
import { threadOpener } from './open-thread.ts';

const env = readEnvironment(environment);
const desk = receiptDesk(dynamoClient(), { cases: env.CASES_TABLE, keys: env.KEYS_TABLE });
const handle = followReport({ openThread: threadOpener(desk), clock: systemClock, country });

/** Triggered by the public API, `POST /v1/follow-up`. Only reads, so running twice changes nothing. */
export const handler = httpHandler([{ method: 'POST', path: '/v1/follow-up', readOnly: true, handle }], country);
