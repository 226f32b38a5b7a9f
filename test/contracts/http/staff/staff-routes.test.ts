import { describe, expect, it } from 'vitest';
import { routeNamed, routesOfDirectory, staffRoutes } from '#shared/contracts/http/staff/staff-routes.ts';

const routes = staffRoutes();

describe('the table of staff routes', () => {
  it('has each route and each name of a function once', () => {
    const addresses = routes.map(({ method, path }) => `${method} ${path}`);
    const names = routes.map(({ servedBy, name }) => `${servedBy} ${name}`);
    expect(addresses.length).toBeGreaterThan(50);
    expect(addresses).toEqual([...new Set(addresses)]);
    expect(names).toEqual([...new Set(names)]);
  });

  it('lets no look store anything, and asks nothing that stores nothing for If-Match', () => {
    const looks = routes.filter(({ method }) => method === 'GET');
    expect(looks.filter(({ changesNothing }) => changesNothing !== true)).toEqual([]);
    expect(routes.filter((row) => row.changesNothing === true && row.needsIfMatch === true)).toEqual([]);
  });

  it('is asked by name, and says when there is none of that name', () => {
    expect(routeNamed(routesOfDirectory, 'roster')).toMatchObject({ method: 'POST', needsIfMatch: true });
    expect(() => routeNamed(routes, 'nothing')).toThrow('No route is called nothing.');
  });
});
