import type { APIGatewayProxyEvent } from 'aws-lambda';

/** The part of a path that the gateway takes for the name of a command. No handler sees it. */
export const stepPlaceholder = '{step}';

const isPlaceholder = (part: string | undefined): boolean => part?.startsWith('{') === true;
/** How a command is written in a path. Anything else stands at the gateway as it is, and leads nowhere as a step. */
const isStep = (part: string): boolean => /^[a-z][a-z0-9-]*$/.test(part);

/**
 * The path by which the gateway has a route of an API with these paths. The last fixed part behind a placeholder becomes
 * `{step}`: `/v1/cases/{number}/claim` is `/v1/cases/{number}/{step}`. So a further command needs no resource of its own.
 * A part stays fixed where another path goes on below it: the gateway would take that one, and never look for a step.
 * It also stays where a placeholder of the table has its place, because the gateway takes only one there. Throws when a
 * path has a `{step}` itself. Source: docs/decisions/165.
 */
export function gatewayPath(path: string, all: readonly string[]): string {
  if ([path, ...all].some((one) => one.split('/').includes(stepPlaceholder))) {
    throw new Error(`A path of the table cannot have ${stepPlaceholder}: it is the gateway's own.`);
  }
  const before = path.split('/');
  const last = before.pop() ?? '';
  if (!isStep(last) || !before.some(isPlaceholder)) return path;
  const place = `${before.join('/')}/`;
  const goesOn = all.some((other) => other.startsWith(`${path}/`));
  const isTaken = all.some((other) => other.startsWith(place) && isPlaceholder(other.slice(place.length)));
  return goesOn || isTaken ? path : `${place}${stepPlaceholder}`;
}

/**
 * An event with the path of its route in the table, whichever way the gateway has it. The step is then no parameter. So
 * a command that was sent to a former release has the same fingerprint. What no command can be called leaves the event
 * as it is, and the router finds no route for it. Never throws.
 */
export function atItsRoute(event: Partial<APIGatewayProxyEvent>): Partial<APIGatewayProxyEvent> {
  const { resource, pathParameters } = event;
  if (typeof resource !== 'string' || !resource.endsWith(`/${stepPlaceholder}`)) return event;
  const { step, ...others } = pathParameters ?? {};
  if (typeof step !== 'string' || !isStep(step)) return event;
  return { ...event, resource: resource.slice(0, -stepPlaceholder.length) + step, pathParameters: others };
}
