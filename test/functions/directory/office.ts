import { randomBytes, randomUUID } from 'node:crypto';
import { PutItemCommand, ScanCommand } from '@aws-sdk/client-dynamodb';
import { directoryRoutes, type DirectoryDeps } from '#functions/directory/routes.ts';
import { directoryBook } from '#shared/adapters/aws/directory/directory-book.ts';
import { directory, staffRows } from '#shared/adapters/aws/directory/directory.ts';
import type { Role } from '#shared/domain/access/authorize.ts';
import { country } from '#shared/country/current.ts';
import { plusMinutes } from '#shared/domain/time/instant.ts';
import { httpHandler } from '#shared/lambda/http/http-handler.ts';
import { log } from '#shared/lambda/log/log.ts';
import { admitStaff, recogniseStaff } from '#shared/use-cases/admit-staff.ts';
import { aPerson } from '#test/support/builders.ts';
import { startDatabase, type DatabaseKind } from '#test/support/engine.ts';
import { callHandler, type GatewayAnswer } from '#test/support/gateway.ts';
import { steppedClock } from '#test/support/public-api.ts';

export const people = {
  ana: aPerson('ana', { role: 'administrator' }),
  ben: aPerson('ben', { role: 'administrator' }),
  officer: aPerson('officer', { role: 'officer', duties: ['duty_officer'] }),
  supervisor: aPerson('supervisor', { role: 'supervisor' }),
  director: aPerson('director', { role: 'director', duties: ['director'] }),
  auditor: aPerson('auditor', { role: 'auditor' }),
};

/** The outside partner, who does not sign in. */
const partner = aPerson('partner', { duties: ['outside_partner'] });
export type Who = keyof typeof people;

export type Office = Awaited<ReturnType<typeof openOffice>>;

/** The directory's function as deployed, on a database of the test, with a clock that is stepped. */
export async function openOffice(
  who: readonly (Who | 'partner')[] = Object.keys(people) as Who[],
  on: DatabaseKind = 'memory',
) {
  const database = await startDatabase(on);
  const { db, tables } = database;
  for (const Item of who.flatMap((one) => staffRows(one === 'partner' ? partner : people[one]))) {
    await db.send(new PutItemCommand({ TableName: tables.directory, Item }));
  }
  const clock = steppedClock('2026-11-20T11:00:00.000Z');
  const known = directory(db, tables, clock);
  const deps: DirectoryDeps = {
    admit: admitStaff(known),
    recognise: recogniseStaff(known),
    book: directoryBook(db, tables),
    referrals: () => country.loadReferrals(),
    clock,
    country,
    log,
    randomBytes,
  };
  const routes = directoryRoutes(deps);

  /** The route that an address belongs to, as the gateway finds it. */
  const match = (method: string, address: string): { resource: string; path: Record<string, string> } => {
    for (const { path: resource } of routes.filter((route) => route.method === method)) {
      const names = [...resource.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '');
      const found = new RegExp(`^${resource.replaceAll(/\{\w+\}/g, '([^/]+)')}$`).exec(
        address.startsWith('/') ? address : `/v1/directory/${address}`,
      );
      if (found === null) continue;
      return { resource, path: Object.fromEntries(names.map((name, at) => [name, found[at + 1] ?? ''])) };
    }
    throw new Error(`No route has ${method} ${address}.`);
  };
  const call = (
    deps_: DirectoryDeps,
    by: string | undefined,
    method: 'GET' | 'POST',
    address: string,
    more: { body?: unknown; headers?: Record<string, string>; query?: Record<string, string> } = {},
  ): Promise<GatewayAnswer> =>
    callHandler(httpHandler(directoryRoutes(deps_), country, 'staff'), {
      method,
      ...match(method, address),
      ...more,
      ...(by === undefined ? {} : { claims: { sub: by } }),
    });

  const get = (by: Who | undefined, address: string, query: Record<string, string> = {}) =>
    call(deps, by, 'GET', address, { query });
  const post = (by: Who | undefined, address: string, body: unknown, headers: Record<string, string> = {}) =>
    call(deps, by, 'POST', address, {
      body,
      headers: { 'Content-Type': 'application/json', 'Idempotency-Key': randomUUID(), ...headers },
    });

  return {
    database,
    deps,
    clock,
    call,
    get,
    post,
    /** Decided on what stands now. */
    decide: async (by: Who, id: string, step: string, body: unknown = {}, headers: Record<string, string> = {}) => {
      const shown = await get('ana', `people/${id}`);
      return post(by, `people/${id}/${step}`, body, { 'If-Match': String(shown.headers['ETag']), ...headers });
    },
    shown: async (id: string) => (await get('ana', `people/${id}`)).json,
    lately: (roles: readonly Role[], since: string) => known.inRolesLately(roles, since),
    member: (id: string) => known.member(id),
    holders: (duty: string) => known.holders([duty], clock.now()),
    later: (hours: number) => clock.set(plusMinutes(clock.now(), hours * 60)),
    rows: async () =>
      (await db.send(new ScanCommand({ TableName: tables.directory, ConsistentRead: true }))).Items ?? [],
    stop: () => database.stop(),
  };
}

/** Somebody new, as an administrator writes them down. */
export const dora = {
  id: 'dora',
  name: 'Dora',
  mail: 'dora@centre.example',
  language: 'sq',
  role: 'counsellor',
  duties: ['helpline_desk'],
  cleared: false,
};
