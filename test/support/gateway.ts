import { randomUUID } from 'node:crypto';
import type { APIGatewayProxyEvent, APIGatewayProxyResult, Context } from 'aws-lambda';
import { staffRoutes } from '#shared/contracts/http/staff/staff-routes.ts';
import { gatewayPath, stepPlaceholder } from '#shared/lambda/http/gateway-path.ts';
import type { HttpLambda } from '#shared/lambda/http/http-handler.ts';

export interface GatewayRequest {
  method?: string;
  /** The path of the route in its table, or whatever else an event should say. */
  resource: string;
  headers?: Record<string, string>;
  query?: Record<string, string>;
  path?: Record<string, string>;
  /** Sent as JSON, or as these bytes. */
  body?: unknown;
  claims?: Record<string, unknown>;
  /** The path as the client wrote it, with the gateway's stage; the template when absent. */
  seen?: string;
}

export interface GatewayAnswer {
  status: number;
  headers: Readonly<Record<string, unknown>>;
  text: string;
  json: Record<string, unknown>;
}

/** Calls a handler as the REST API does: proxy event of version 1, the body's bytes in base64. */
export async function callHandler(handler: HttpLambda, request: GatewayRequest): Promise<GatewayAnswer> {
  const result = await handler(gatewayEvent(request), { awsRequestId: randomUUID() } as Context);
  return {
    status: result.statusCode,
    headers: result.headers ?? {},
    text: result.body,
    json: isJson(result.headers, result.body) ? (JSON.parse(result.body) as Record<string, unknown>) : {},
  };
}

/** Whether there is a body, and it is neither a page nor a file. */
function isJson(headers: APIGatewayProxyResult['headers'], body: string): boolean {
  return (
    body !== '' && String(headers?.['Content-Type']).includes('json') && headers?.['Content-Encoding'] === undefined
  );
}

/** `POST` with JSON and a fresh Idempotency-Key, unless told otherwise. */
export function postOf(resource: string, body: unknown, headers: Record<string, string> = {}): GatewayRequest {
  return {
    method: 'POST',
    resource,
    body,
    headers: { 'Content-Type': 'application/json', 'Idempotency-Key': randomUUID(), ...headers },
  };
}

const staffPaths = staffRoutes().map(({ path }) => path);

/** A path of the staff API as the gateway has it, with the step that it takes out. Any other path is as it is. */
function atGateway(path: string): { resource: string; step?: string } {
  if (!staffPaths.includes(path)) return { resource: path };
  const resource = gatewayPath(path, staffPaths);
  return resource.endsWith(stepPlaceholder) ? { resource, step: path.split('/').at(-1) ?? '' } : { resource };
}

export function gatewayEvent({
  method = 'GET',
  resource,
  headers,
  query,
  path,
  body,
  claims,
  seen,
}: GatewayRequest): APIGatewayProxyEvent {
  const bytes = body instanceof Uint8Array ? body : Buffer.from(body === undefined ? '' : JSON.stringify(body));
  const { resource: atIt, step } = atGateway(resource);
  return {
    httpMethod: method,
    resource: atIt,
    path: resource,
    headers: headers ?? null,
    multiValueHeaders: null,
    queryStringParameters: query ?? null,
    multiValueQueryStringParameters: null,
    pathParameters: step === undefined ? (path ?? null) : { ...path, step },
    stageVariables: null,
    body: bytes.length === 0 ? null : Buffer.from(bytes).toString('base64'),
    isBase64Encoded: bytes.length > 0,
    requestContext: { path: seen ?? resource, authorizer: claims === undefined ? undefined : { claims } },
  } as unknown as APIGatewayProxyEvent;
}
