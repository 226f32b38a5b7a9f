import type { Blueprint } from '../template/blueprint.ts';
import type { RestApiPlan } from '../gateway/rest-apis.ts';

/** Which functions must be ready first: those the public calls, then those that a report starts, then the rest. */
export function warmingOrder(blueprint: Blueprint, apis: readonly RestApiPlan[]): string[] {
  const isPost = ({ method }: { method: string }): number => (method === 'POST' ? 0 : 1);
  const routesOf = (prefix: string): string[] =>
    apis
      .filter((api) => api.prefix === prefix)
      .flatMap(({ routes }) => routes.toSorted((a, b) => isPost(a) - isPost(b)))
      .map(({ functionArn }) => functionArn);
  const [intake, ...others] = routesOf('');
  const arns = [
    ...(intake === undefined ? [] : [intake]),
    ...blueprint.streamSources.map(({ functionArn }) => functionArn),
    ...blueprint.queueSources.map(({ functionArn }) => functionArn),
    ...others,
    ...blueprint.schedules.map(({ functionArn }) => functionArn),
    ...apis.flatMap(({ prefix }) => routesOf(prefix)),
  ];
  const titles = arns.flatMap((arn) => blueprint.functions.find((plan) => plan.arn === arn)?.title ?? []);
  return [...new Set(titles)];
}
