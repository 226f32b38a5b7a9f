import { randomBytes, randomUUID } from 'node:crypto';
import { ScanCommand } from '@aws-sdk/client-dynamodb';
import { countReadings } from '#functions/access-log/count-readings.ts';
import { readAccessLog } from '#functions/access-log/read-access-log.ts';
import { directoryRoutes } from '#functions/directory/routes.ts';
import { informationRoutes } from '#functions/information/routes.ts';
import { accessReader } from '#shared/adapters/aws/access/access-reader.ts';
import { directoryBook } from '#shared/adapters/aws/directory/directory-book.ts';
import { publishedStatistics } from '#shared/adapters/aws/figures/published-statistics.ts';
import { routesOfAccessLog } from '#shared/contracts/http/staff/staff-routes.ts';
import { country } from '#shared/country/current.ts';
import { httpHandler } from '#shared/lambda/http/http-handler.ts';
import type { HttpLambda } from '#shared/lambda/http/http-handler.ts';
import { recogniseStaff } from '#shared/use-cases/admit-staff.ts';
import { openDesk, people } from '#test/functions/case-desk/desk.ts';
import type { Who } from '#test/functions/case-desk/desk.ts';
import { officeBeside } from '#test/functions/referral-desk/office.ts';
import { callHandler } from '#test/support/gateway.ts';
import type { GatewayAnswer } from '#test/support/gateway.ts';
import { publicApi } from '#test/support/public-api.ts';

export type WholeApi = Awaited<ReturnType<typeof openWholeApi>>;

/** What is asked of one route; `who` signs in. */
export interface Asked {
  method: 'GET' | 'POST';
  /** The gateway's template, such as `/v1/cases/{number}`. */
  resource: string;
  who?: Who;
  path?: Record<string, string>;
  query?: Record<string, string>;
  /** Beside the usual ones, or instead of them. */
  headers?: Record<string, string>;
  body?: unknown;
}

/** Every function behind both APIs as deployed, on one database, each route found as the gateway finds it. */
export async function openWholeApi() {
  const desk = await openDesk('memory', { isDeskOpen: true });
  const { db, tables } = desk.database;
  const { admit, finder } = desk.deps;
  const { intake, followUp } = publicApi(desk.database, country, desk.clock, { keys: desk.keys, macs: desk.keys });
  const entries = accessReader(db, tables);
  const recognise = recogniseStaff(desk.deps.directory);
  const audit = {
    readAccessLog: readAccessLog({ admit, finder, entries, country }),
    countReadings: countReadings({ recognise, entries, directory: desk.deps.directory, clock: desk.clock, country }),
  };
  const auditing = httpHandler(
    routesOfAccessLog.map((row) => ({ ...row, handle: audit[row.name] })),
    country,
    'staff',
  );
  const directory = directoryRoutes({
    admit,
    recognise,
    book: directoryBook(db, tables),
    referrals: () => country.loadReferrals(),
    clock: desk.clock,
    country,
    log: desk.deps.log,
    randomBytes,
  });
  const groups: [begins: string, handler: HttpLambda][] = [
    ['POST /v1/reports', intake],
    ['POST /v1/follow-up', followUp],
    ['POST /v1/desk/', officeBeside(desk).handler],
    ['POST /v1/cases ', desk.filing],
    ['POST /v1/find ', desk.finding],
    ['GET /v1/access-log', auditing],
    ['GET /v1/readings', auditing],
    ['GET /v1/me', httpHandler(directory, country, 'staff')],
    ['POST /v1/me', httpHandler(directory, country, 'staff')],
    ['GET /v1/duty', httpHandler(directory, country, 'staff')],
    ['POST /v1/duty', httpHandler(directory, country, 'staff')],
    ['GET /v1/directory', httpHandler(directory, country, 'staff')],
    ['POST /v1/directory', httpHandler(directory, country, 'staff')],
    ['GET /v1/cases', desk.desk],
    ['POST /v1/cases/', desk.desk],
    ['GET /v1/attention', desk.desk],
    ['GET /v1/keeping', desk.desk],
    ['GET /v1/shift', desk.desk],
    ['GET /v1/letters/', desk.desk],
    ['POST /v1/letters/', desk.desk],
    ['GET /', httpHandler(informationRoutes(country, publishedStatistics(db, tables)), country)],
  ];

  return {
    desk,
    rows: async (): Promise<number> => {
      const all = await Promise.all(
        Object.values(tables).map((TableName) => db.send(new ScanCommand({ TableName, Select: 'COUNT' }))),
      );
      return all.reduce((sum, { Count = 0 }) => sum + Count, 0);
    },
    ask: ({ method, resource, who, path, query, headers, body }: Asked): Promise<GatewayAnswer> => {
      const handler = groups.find(([begins]) => `${method} ${resource} `.startsWith(begins))?.[1];
      if (handler === undefined) throw new Error(`No function has ${method} ${resource}.`);
      const usual = { 'Content-Type': 'application/json', 'Idempotency-Key': randomUUID() };
      return callHandler(handler, {
        method,
        resource,
        ...(path === undefined ? {} : { path }),
        ...(query === undefined ? {} : { query }),
        ...(body === undefined ? {} : { body }),
        headers: method === 'POST' ? { ...usual, ...headers } : { ...headers },
        ...(who === undefined ? {} : { claims: { sub: people[who].id } }),
      });
    },
    stop: () => desk.stop(),
  };
}
