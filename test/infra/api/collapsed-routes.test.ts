import { describe, expect, it } from 'vitest';
import { collapsedRoutes } from '#infra/api/collapsed-routes.ts';
import type { ApiRoute } from '#infra/constructs/besa-api.ts';
import type { BesaFunction } from '#infra/constructs/besa-function.ts';

const [desk, other] = [{ name: 'desk' }, { name: 'other' }] as unknown as [BesaFunction, BesaFunction];
const usual = { method: 'POST', handledBy: desk, throttle: { rate: 20, burst: 50 } } as const;
const route = (path: string, more: Partial<ApiRoute> = {}): ApiRoute => ({ ...usual, path, ...more });

describe('routes as the gateway has them', () => {
  it('are one for commands side by side, and each method is there once', () => {
    const routes = [route('/a/{b}/c'), route('/a/{b}/d'), route('/a/{b}/e', { method: 'GET' }), route('/a')];
    expect(collapsedRoutes(routes)).toEqual([
      route('/a/{b}/{step}'),
      route('/a/{b}/{step}', { method: 'GET' }),
      route('/a'),
    ]);
  });

  it('are as they were where they stand alone, by whichever function', () => {
    const routes = [route('/a'), route('/a', { method: 'GET', handledBy: other }), route('/a/{b}'), route('/{proxy+}')];
    expect(collapsedRoutes(routes)).toEqual(routes);
  });

  it.each<[string, Partial<ApiRoute>, string]>([
    ['of two functions by one method', { handledBy: other }, 'their function'],
    ['of two functions by two methods', { handledBy: other, method: 'GET' }, 'their function'],
    ['of which one is open', { open: true }, 'who may ask'],
    ['with two throttles', { throttle: { rate: 20, burst: 51 } }, 'their throttle'],
  ])('are refused %s, with their names', (_, more, what) => {
    expect(() => collapsedRoutes([route('/a/{b}/c'), route('/a/{b}/d', more)])).toThrow(
      `POST /a/{b}/c and ${more.method ?? 'POST'} /a/{b}/d are both /a/{b}/{step}, and differ in ${what}.`,
    );
  });
});
