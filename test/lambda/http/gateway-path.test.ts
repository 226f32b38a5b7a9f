import * as fc from '#test/support/fast-check.ts';
import { describe, expect, it } from 'vitest';
import { staffRoutes } from '#shared/contracts/http/staff/staff-routes.ts';
import { atItsRoute, gatewayPath } from '#shared/lambda/http/gateway-path.ts';
import { gatewayEvent } from '#test/support/gateway.ts';

const routes = staffRoutes();
const paths = routes.map(({ path }) => path);

describe('the path of a route at the gateway', () => {
  it.each([
    ['/v1/cases', '/v1/cases'],
    ['/v1/cases/{number}', '/v1/cases/{number}'],
    ['/v1/cases/{number}/claim', '/v1/cases/{number}/{step}'],
    ['/v1/cases/{number}/linked/read', '/v1/cases/{number}/linked/{step}'],
    ['/v1/cases/{number}/referrals/{referral}/letter', '/v1/cases/{number}/referrals/{referral}/{step}'],
    ['/v1/cases/{number}/approvals/{approval}', '/v1/cases/{number}/approvals/{approval}'],
    ['/v1/directory/people/{person}/return', '/v1/directory/people/{person}/{step}'],
    ['/v1/directory/people', '/v1/directory/people'],
  ])('of %s is %s', (path, at) => {
    expect(gatewayPath(path, paths)).toBe(at);
  });

  it.each([
    ['another path goes on below it', '/a/{b}/c', ['/a/{b}/c/{d}']],
    ['a placeholder has its place', '/a/{b}/c', ['/a/{b}/{d}']],
    ['it is written as no step is', '/a/{b}/C', []],
    ['it is written as no step is', '/a/{b}/c.json', []],
  ])('keeps its last part when %s: %s', (_, path, others) => {
    expect(gatewayPath(path, [path, ...others])).toBe(path);
  });

  it('does not count a path whose part only begins alike', () => {
    expect(gatewayPath('/a/{b}/c', ['/a/{b}/c', '/a/{b}/cc/{d}', '/a/{b}/e/{f}'])).toBe('/a/{b}/{step}');
  });

  it('takes no path that has the gateway’s own placeholder', () => {
    expect(() => gatewayPath('/a/{step}', [])).toThrow('the gateway');
    expect(() => gatewayPath('/a/{b}', ['/a/{b}/{step}/c'])).toThrow('the gateway');
  });
});

describe('an event at its route', () => {
  it.each(routes.map(({ method, path }) => [method, path] as const))('is %s %s again', (method, resource) => {
    const names = [...resource.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
    const path = Object.fromEntries(names.map((name) => [name, `of-${name}`]));
    const event = gatewayEvent({ method, resource, path });
    expect(event.resource).toBe(gatewayPath(resource, paths));
    expect(atItsRoute(event)).toEqual({ ...event, resource, pathParameters: path });
  });

  it('is that of one route alone, by gateway path, step and method, in any table', () => {
    const part = fc.constantFrom('a', 'b', 'c-2', '{x}', '{y}', 'D');
    const path = fc.array(part, { minLength: 1, maxLength: 5 }).map((parts) => `/${parts.join('/')}`);
    fc.assert(
      fc.property(fc.uniqueArray(path, { minLength: 1, maxLength: 12 }), (table) => {
        const events = table.map((one) => {
          const resource = gatewayPath(one, table);
          return resource === one
            ? { resource, pathParameters: null }
            : { resource, pathParameters: { step: one.split('/').at(-1) ?? '' } };
        });
        expect(new Set(events.map((event) => JSON.stringify(event))).size).toBe(table.length);
        expect(events.map((event) => atItsRoute(event).resource)).toEqual(table);
      }),
    );
  });

  const odd = [
    '__proto__',
    'Claim',
    'CLAIM',
    '%2F',
    'claim%2F',
    'claim/',
    '/claim',
    '..',
    '',
    ' ',
    'claim\n',
    '{step}',
    '{number}',
    'referrals/{referral}/change',
    'ç',
  ];

  it.each(odd)('stays where it is when its step is called %j', (step) => {
    const event = { resource: '/v1/cases/{number}/{step}', pathParameters: { number: 'B', step } };
    expect(atItsRoute(event)).toBe(event);
  });

  it('is never anything that the gateway cannot have meant, whatever the step', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.string({ unit: 'grapheme' }), fc.constantFrom(...odd)), (step) => {
        const event = { resource: '/v1/cases/{number}/{step}', pathParameters: { number: 'B', step } };
        expect(atItsRoute(event).resource).toMatch(/^\/v1\/cases\/\{number\}\/(?:\{step\}|[a-z][a-z0-9-]*)$/);
      }),
    );
  });

  it.each([
    {},
    { resource: null },
    { resource: 7 },
    { resource: '/v1/cases/{number}/{step}' },
    { resource: '/v1/cases/{number}/{step}', pathParameters: null },
    { resource: '/v1/cases/{number}/{step}', pathParameters: { step: 7 } },
    { resource: '/v1/cases', pathParameters: { step: 'claim' } },
  ])('is what it was when it says nothing of a step: %j', (event) => {
    expect(atItsRoute(event as object)).toBe(event);
  });
});
