import { randomUUID } from 'node:crypto';
import type { APIGatewayProxyEvent, Context } from 'aws-lambda';
import type { HttpLambda } from '#shared/lambda/http/http-handler.ts';

export interface GatewayRequest {
  method?: string;
  resource: string;
  headers?: Record<string, string>;
  query?: Record<string, string>;
  path?: Record<string, string>;
  /** Sent as JSON, or as these bytes. */
  body?: unknown;
  claims?: Record<string, unknown>;
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
    json: result.body === '' ? {} : (JSON.parse(result.body) as Record<string, unknown>),
  };
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

export function gatewayEvent({
  method = 'GET',
  resource,
  headers,
  query,
  path,
  body,
  claims,
}: GatewayRequest): APIGatewayProxyEvent {
  const bytes = body instanceof Uint8Array ? body : Buffer.from(body === undefined ? '' : JSON.stringify(body));
  return {
    httpMethod: method,
    resource,
    path: resource,
    headers: headers ?? null,
    multiValueHeaders: null,
    queryStringParameters: query ?? null,
    multiValueQueryStringParameters: null,
    pathParameters: path ?? null,
    stageVariables: null,
    body: bytes.length === 0 ? null : Buffer.from(bytes).toString('base64'),
    isBase64Encoded: bytes.length > 0,
    requestContext: { authorizer: claims === undefined ? undefined : { claims } },
  } as unknown as APIGatewayProxyEvent;
}
