import { randomUUID } from 'node:crypto';
import type { Context } from 'aws-lambda';
import * as fc from '#test/support/fast-check.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { routesOfCaseDesk, staffRoutes } from '#shared/contracts/http/staff/staff-routes.ts';
import type { StaffRoute } from '#shared/contracts/http/staff/staff-routes.ts';
import { logFields } from '#shared/lambda/log/log-fields.ts';
import { gatewayPath } from '#shared/lambda/http/gateway-path.ts';
import { people } from '#test/functions/case-desk/desk.ts';
import { bullying, canary } from '#test/functions/case-desk/reports.ts';
import { catchLog } from '#test/support/catch-log.ts';
import { gatewayEvent, postOf } from '#test/support/gateway.ts';
import type { GatewayAnswer, GatewayRequest } from '#test/support/gateway.ts';
import { runs } from './runs.ts';
import { openWholeApi } from './whole-api.ts';
import type { WholeApi } from './whole-api.ts';

const logged = catchLog();
let api: WholeApi;
let number: string;
beforeAll(async () => {
  api = await openWholeApi();
  ({ caseNumber: number } = await api.desk.receive(bullying));
});
afterAll(() => api.stop());

/** Every resource of the gateway that stands for several routes, with what its placeholders may be. */
const paths = staffRoutes().map(({ path }) => path);
const resources = [...new Set(paths.map((path) => gatewayPath(path, paths)))].filter((path) => path.endsWith('{step}'));
const steps = new Set(paths.map((path) => path.split('/').at(-1)));
const here = () => ({
  number,
  person: people.other.id,
  letter: 'l',
  timer: '1.read.report',
  rung: '1',
  referral: 'r',
  notice: 'n',
  approval: 'export-1',
});

const take = (resource: string, step: string | undefined, method: 'GET' | 'POST' = 'POST'): Promise<GatewayAnswer> =>
  api.ask({
    method,
    resource,
    who: 'officer',
    path: { ...here(), ...(step === undefined ? {} : { step }) },
    headers: { 'If-Match': '"1"' },
    ...(method === 'POST' ? { body: { kanarina: canary } } : {}),
  });

describe('a step that is none', () => {
  it.each([
    '__proto__',
    'constructor',
    'hasOwnProperty',
    'toString',
    '%2F',
    'claim%2F',
    'clai%6D',
    '..',
    '',
    ' ',
    'CLAIM',
    'Claim',
    'claim ',
    '{step}',
    '{number}',
    'step',
    'nothing',
    '\u0000',
    'x'.repeat(2000),
    'B-0000-0000',
    'referrals/{referral}/drop',
  ])('is answered as an address that is not there, and leaves nothing behind: %j', async (step) => {
    expect(resources.length).toBeGreaterThan(7);
    const before = await api.rows();
    for (const resource of resources) {
      const { status, headers, json, text } = await take(resource, step);
      expect([resource, status, json['type']]).toEqual([resource, 404, 'urn:besa:problem:not_found']);
      expect(headers['Content-Type']).toBe('application/problem+json');
      expect(json['help']).toContainEqual(expect.objectContaining({ phone: '116111' }));
      expect(step.length > 9 && text.includes(step)).toBe(false);
    }
    expect(await api.rows()).toBe(before);
    expect(new Set(logged().map(({ code, problem, route }) => [code, problem, route].join()))).toEqual(
      new Set(['request_refused,not_found,']),
    );
  });

  it('is so when the gateway names none at all', async () => {
    for (const resource of resources) expect((await take(resource, undefined)).status).toBe(404);
  });

  it('is so whatever it is', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...resources),
        fc.oneof(fc.string(), fc.string({ unit: 'binary' }), fc.stringMatching(/^[a-z][a-z-]{0,20}$/)),
        async (resource, step) => {
          fc.pre(!steps.has(step));
          expect((await take(resource, step)).status).toBe(404);
        },
      ),
      runs(100),
    );
  });
});

describe('a step that is one', () => {
  it.each([
    ['/v1/cases/{number}/referrals/{referral}/{step}', 'change', 'GET'],
    ['/v1/cases/{number}/referrals/{referral}/{step}', 'letter', 'POST'],
    ['/v1/cases/{number}/{step}', 'claim', 'GET'],
  ] as const)('is refused by %s when it is %s and asked by %s', async (resource, step, method) => {
    const event = gatewayEvent({ method, resource, path: { ...here(), step }, claims: { sub: people.officer.id } });
    expect((await api.desk.desk(event, {} as Context)).statusCode).toBe(405);
  });

  it('of another place is none', async () => {
    expect((await take('/v1/cases/{number}/linked/{step}', 'claim')).status).toBe(404);
    expect((await take('/v1/cases/{number}/{step}', 'suspension')).status).toBe(404);
    expect((await take('/v1/directory/people/{person}/{step}', 'claim')).status).toBe(404);
  });

  it('is not asked for by a query', async () => {
    const asked = { method: 'POST', resource: '/v1/cases/{number}/{step}', who: 'officer', path: { number } } as const;
    const { status } = await api.ask({ ...asked, query: { step: 'claim' }, body: {} });
    expect(status).toBe(404);
    const both = await api.ask({ ...asked, path: { number, step: 'notes' }, query: { step: 'claim' }, body: {} });
    expect([both.status, both.json['errors']]).toMatchObject([422, [{ pointer: '/text' }]]);
  });

  it('is named in the log as in the table', async () => {
    await take('/v1/cases/{number}/{step}', 'outcome-correction');
    expect(logged()).toEqual([
      expect.objectContaining({ code: 'request_refused', route: 'POST /v1/cases/{number}/outcome-correction' }),
    ]);
  });
});

it('every route of the table can be named in the log', () => {
  for (const { method, path } of staffRoutes()) expect(logFields.route(`${method} ${path}`)).toBe(true);
  for (const step of ['Claim', 'clai m', 'claim/', '{Number}', '069', '']) {
    expect(logFields.route(`POST /v1/cases/${step}`)).toBe(false);
  }
});

describe('a command sent again across a deployment', () => {
  const commands: readonly StaffRoute[] = [routesOfCaseDesk.team, routesOfCaseDesk.handling].flat();
  const bodies: Readonly<Record<string, object>> = { note: { text: 'a' }, message: { text: 'a' }, claim: {} };

  /** As a gateway has it that knows each path of the table, or one that takes steps. */
  const sent = async (request: GatewayRequest, isByStep: boolean) => {
    const event = gatewayEvent(request);
    const before = { ...event, resource: request.resource, pathParameters: request.path ?? null };
    if (event.resource === request.resource) throw new Error('The gateway takes no step here.');
    const { statusCode, body } = await api.desk.desk(isByStep ? event : before, {} as Context);
    return [statusCode, body];
  };

  it.each([
    ['before', false, true],
    ['after it, when a release is taken back', true, false],
  ])('%s is answered as it was, and done once', async (_, first, then) => {
    for (const { name, path: resource } of commands.filter((one) => Object.hasOwn(bodies, one.name))) {
      const { caseNumber } = await api.desk.receive(bullying);
      await api.desk.command('officer', caseNumber, 'read', {});
      const request = {
        ...postOf(resource, bodies[name], { 'Idempotency-Key': randomUUID() }),
        path: { number: caseNumber },
        claims: { sub: people.officer.id },
      };
      const answer = await sent(request, first);
      expect(answer).toEqual([200, expect.stringContaining(caseNumber)]);
      const { revision } = (await api.desk.stateOf(caseNumber)).case;
      expect(await sent(request, then)).toEqual(answer);
      expect((await api.desk.stateOf(caseNumber)).case.revision).toBe(revision);
    }
  });
});
