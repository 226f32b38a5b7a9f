import { gatewayPath } from '#shared/lambda/http/gateway-path.ts';
import type { ApiRoute } from '../constructs/besa-api.ts';

/**
 * The routes as the gateway has them: commands side by side become one resource, `{step}`, with each of their methods
 * once. Throws when they differ in more than their path and method: one resource has one function, one throttle and one
 * answer to whether somebody must sign in.
 */
export function collapsedRoutes(routes: readonly ApiRoute[]): ApiRoute[] {
  const paths = routes.map(({ path }) => path);
  return [...Map.groupBy(routes, ({ path }) => gatewayPath(path, paths))].flatMap(([path, behind]) => {
    const [first, ...others] = behind;
    if (first === undefined || first.path === path) return behind;
    for (const other of others) refuseUnlessAlike(path, first, other);
    return [...new Set(behind.map(({ method }) => method))].map((method) => ({ ...first, method, path }));
  });
}

function refuseUnlessAlike(path: string, one: ApiRoute, other: ApiRoute): void {
  const differs = (what: string): Error =>
    new Error(`${one.method} ${one.path} and ${other.method} ${other.path} are both ${path}, and differ in ${what}.`);
  if (one.handledBy !== other.handledBy) throw differs('their function');
  if (one.open !== other.open) throw differs('who may ask');
  if (one.throttle.rate !== other.throttle.rate || one.throttle.burst !== other.throttle.burst) {
    throw differs('their throttle');
  }
}
