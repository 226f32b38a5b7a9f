import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { APIGatewayProxyEvent } from 'aws-lambda';
import type { Functions } from '../functions/function-processes.ts';
import type { Issuer } from '../sign-in/issuer.ts';
import { defaultStatus } from './rest-apis.ts';
import type { PlainAnswer, RestApiPlan, RoutePlan } from './rest-apis.ts';

/** The largest body that API Gateway takes. Source: API Gateway quotas. */
const largestBodyBytes = 10 * 1024 * 1024;
/** How long API Gateway waits for a function. */
const patienceMs = 29_000;

/** Answers a request as API Gateway would. Where the template has a firewall, its limit on bodies comes first. */
export function gateway(
  apis: readonly RestApiPlan[],
  parts: { functions: Functions; issuer: Issuer; now: () => Date; accountId: string },
): (request: IncomingMessage, response: ServerResponse) => Promise<void> {
  const byPrefix = apis.toSorted((a, b) => b.prefix.length - a.prefix.length);

  const answer = async (request: IncomingMessage, url: URL): Promise<PlainAnswer> => {
    const api = byPrefix.find(
      ({ prefix }) => prefix === '' || url.pathname === prefix || url.pathname.startsWith(`${prefix}/`),
    );
    if (api === undefined) return { status: 404, headers: {}, body: '' };
    const body = await readBody(request, Math.min(largestBodyBytes, api.bodyLimit?.bytes ?? largestBodyBytes));
    if (body === 'too_large') return turnedAway(api, request);
    const path = url.pathname.slice(api.prefix.length) || '/';
    const found = match(api.routes, path);
    const route = found?.routes.find(({ method }) => method === (request.method ?? 'GET'));
    if (found === undefined || route === undefined)
      return own(api, 'MISSING_AUTHENTICATION_TOKEN', 'Missing Authentication Token');
    const claims = await authorized(route, request);
    if (claims === 'no') return own(api, 'UNAUTHORIZED', 'Unauthorized');
    const event = proxyEvent(request, url, path, { route, parameters: found.parameters }, claims, body);
    const outcome = await withPatience(parts.functions.invoke(route.functionArn, event));
    if (outcome === 'too_late') return own(api, 'INTEGRATION_TIMEOUT', 'Endpoint request timed out');
    const given = outcome.ok ? readProxyAnswer(outcome.value) : undefined;
    if (given === undefined) return own(api, 'INTEGRATION_FAILURE', 'Internal server error', 502);
    return compressed(given, request, api.compressesFromBytes);
  };

  const authorized = async (
    route: RoutePlan,
    request: IncomingMessage,
  ): Promise<'no' | Record<string, unknown> | undefined> => {
    if (route.scopes === undefined) return undefined;
    const token = (request.headers.authorization ?? '').replace(/^Bearer\s+/iu, '');
    const claims = token === '' ? undefined : await parts.issuer.verify(token);
    const held = (typeof claims?.['scope'] === 'string' ? claims['scope'] : '').split(' ');
    if (claims === undefined || !route.scopes.some((scope) => held.includes(scope))) return 'no';
    // The gateway passes claims on as text.
    return Object.fromEntries(Object.entries(claims).map(([name, value]) => [name, String(value)]));
  };

  const proxyEvent = (
    request: IncomingMessage,
    url: URL,
    path: string,
    { route, parameters }: { route: RoutePlan; parameters: Record<string, string> },
    claims: Record<string, unknown> | undefined,
    body: Buffer,
  ): APIGatewayProxyEvent => {
    const { headers, multiValueHeaders } = eventHeaders(request);
    const query = [...url.searchParams.keys()];
    const at = parts.now();
    return {
      resource: route.resource,
      path,
      httpMethod: route.method,
      headers,
      multiValueHeaders,
      queryStringParameters: query.length === 0 ? null : Object.fromEntries(url.searchParams),
      multiValueQueryStringParameters:
        query.length === 0 ? null : Object.fromEntries(query.map((name) => [name, url.searchParams.getAll(name)])),
      pathParameters: Object.keys(parameters).length === 0 ? null : parameters,
      stageVariables: null,
      requestContext: {
        accountId: parts.accountId,
        apiId: 'local',
        ...(claims === undefined ? { authorizer: null } : { authorizer: { claims } }),
        protocol: 'HTTP/1.1',
        httpMethod: route.method,
        // As the client wrote it. On AWS it begins with the stage or with the base path of a domain.
        path: url.pathname,
        stage: 'live',
        requestId: randomUUID(),
        requestTimeEpoch: at.getTime(),
        requestTime: at.toUTCString(),
        resourceId: 'local',
        resourcePath: route.resource,
        identity: {
          ...noIdentity,
          sourceIp: request.socket.remoteAddress ?? '127.0.0.1',
          userAgent: request.headers['user-agent'] ?? null,
        },
      },
      // Every media type is binary here, so the function gets the bytes as they came.
      body: body.length === 0 ? null : body.toString('base64'),
      isBase64Encoded: body.length > 0,
    };
  };

  return async (request, response) => {
    const url = addressOf(request);
    const { status, headers, body } =
      url === undefined ? { status: 400, headers: {}, body: '' } : await answer(request, url);
    // A function that answers HEAD says by itself how long the answer to GET would be.
    const isSaid = request.method === 'HEAD' && Object.keys(headers).some((name) => /^content-length$/iu.test(name));
    response.writeHead(status, isSaid ? headers : { ...headers, 'content-length': Buffer.byteLength(body) });
    response.end(request.method === 'HEAD' ? undefined : body);
  };
}

/** A whole address (`http://…/health`) is meant for a proxy. It leads to nothing here. */
function addressOf(request: IncomingMessage): URL | undefined {
  return URL.parse(`http://local${request.url?.startsWith('/') === true ? request.url : '/nothing'}`) ?? undefined;
}

/** The answer, if it comes within the time that API Gateway waits. */
async function withPatience<T>(answer: Promise<T>): Promise<T | 'too_late'> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<'too_late'>((resolve) => {
    timer = setTimeout(() => resolve('too_late'), patienceMs);
  });
  try {
    return await Promise.race([answer, tooLate]);
  } finally {
    clearTimeout(timer);
  }
}

interface Match {
  /** The routes of the resource, one for each method. */
  routes: readonly RoutePlan[];
  parameters: Record<string, string>;
}

/**
 * The resource for a path. A fixed part of a path wins over a placeholder, and a placeholder for one part over one that
 * takes all the rest. Source: API Gateway, proxy resources.
 */
function match(routes: readonly RoutePlan[], path: string): Match | undefined {
  const given = path.split('/').filter((part) => part !== '');
  const byResource = [...Map.groupBy(routes, ({ resource }) => resource).values()];
  const matches = byResource.flatMap((routes): (Match & { weight: number })[] => {
    const segments = routes[0]?.segments ?? [];
    const parameters: Record<string, string> = {};
    let weight = 0;
    for (const [index, segment] of segments.entries()) {
      const part = given[index];
      const name = /^\{(.+)\}$/u.exec(segment)?.[1];
      if (part === undefined) return [];
      if (name?.endsWith('+') === true) {
        parameters[name.slice(0, -1)] = decoded(given.slice(index).join('/'));
        return [{ routes, parameters, weight }];
      }
      if (name !== undefined) parameters[name] = decoded(part);
      else if (segment !== part) return [];
      weight += name === undefined ? 2 : 1;
    }
    return segments.length === given.length ? [{ routes, parameters, weight }] : [];
  });
  return matches.toSorted((a, b) => b.weight - a.weight)[0];
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

const noIdentity: APIGatewayProxyEvent['requestContext']['identity'] = {
  accessKey: null,
  accountId: null,
  apiKey: null,
  apiKeyId: null,
  caller: null,
  clientCert: null,
  cognitoAuthenticationProvider: null,
  cognitoAuthenticationType: null,
  cognitoIdentityId: null,
  cognitoIdentityPoolId: null,
  principalOrgId: null,
  sourceIp: '',
  user: null,
  userAgent: null,
  userArn: null,
};

function eventHeaders(request: IncomingMessage): Pick<APIGatewayProxyEvent, 'headers' | 'multiValueHeaders'> {
  // Names come from outside. In a plain object, `__proto__` would not be a name but what all objects share.
  const values = new Map<string, string[]>();
  for (let index = 0; index + 1 < request.rawHeaders.length; index += 2) {
    const name = request.rawHeaders[index] ?? '';
    values.set(name, [...(values.get(name) ?? []), request.rawHeaders[index + 1] ?? '']);
  }
  values.set('X-Forwarded-For', [request.socket.remoteAddress ?? '127.0.0.1']);
  const last = [...values].map(([name, all]): [string, string] => [name, all.at(-1) ?? '']);
  return { headers: Object.fromEntries(last), multiValueHeaders: Object.fromEntries(values) };
}

/** The firewall's answer to a body that is too long. Whoever names `text/html` gets its page. */
function turnedAway(api: RestApiPlan, { headers }: IncomingMessage): PlainAnswer {
  if (api.bodyLimit === undefined) return own(api, 'REQUEST_TOO_LARGE', 'Request Entity Too Large');
  const { page, answer } = api.bodyLimit;
  return headers.accept?.toLowerCase().includes('text/html') === true ? (page ?? answer) : answer;
}

/** Reads the body to its end, even when it is too long. A client that still sends does not read an answer. */
function readBody(request: IncomingMessage, limit: number): Promise<Buffer | 'too_large'> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let bytes = 0;
    request.on('data', (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes <= limit) chunks.push(chunk);
      if (bytes > largestBodyBytes) {
        resolve('too_large');
        request.removeAllListeners('data').resume();
      }
    });
    request.on('end', () => resolve(bytes > limit ? 'too_large' : Buffer.concat(chunks)));
    request.on('error', reject);
  });
}

/** An answer of the gateway's own. It uses the template's words for this answer or its class, else those of AWS. */
function own(api: RestApiPlan, type: string, message: string, status = defaultStatus(type)): PlainAnswer {
  const response = api.responses.get(type) ?? api.responses.get(status >= 500 ? 'DEFAULT_5XX' : 'DEFAULT_4XX');
  if (response === undefined) {
    return { status, headers: { 'content-type': 'application/json' }, body: JSON.stringify({ message }) };
  }
  const variables: Readonly<Record<string, string>> = {
    '$context.error.messageString': JSON.stringify(message),
    '$context.error.message': message,
    '$context.error.responseType': type,
    '$context.requestId': randomUUID(),
  };
  const body = response.template.replace(/\$context\.[\w.]+/gu, (name) => variables[name] ?? '');
  const named = Object.keys(response.headers).some((name) => name.toLowerCase() === 'content-type');
  return {
    status: api.responses.has(type) ? response.status : status,
    headers: { ...(named ? {} : { 'content-type': response.contentType }), ...response.headers },
    body,
  };
}

const gzipped = promisify(gzip);

/**
 * Compresses a long answer for a client that takes it, as documented: only an answer of a function, only one that is not
 * encoded yet, and only when the client likes none better of what the gateway does not know. Source: API Gateway, payload
 * compression.
 */
async function compressed(
  answer: PlainAnswer,
  { headers, method }: IncomingMessage,
  fromBytes: number | undefined,
): Promise<PlainAnswer> {
  const isLong = fromBytes !== undefined && Buffer.byteLength(answer.body) >= fromBytes;
  const isEncoded = Object.keys(answer.headers).some((name) => /^content-encoding$/iu.test(name));
  if (!isLong || isEncoded || method === 'HEAD' || !takesGzip(headers['accept-encoding']?.toString())) return answer;
  return { ...answer, headers: { ...answer.headers, 'content-encoding': 'gzip' }, body: await gzipped(answer.body) };
}

/** Whether `Accept-Encoding` names gzip, and likes nothing better. `*` alone does not ask for it. Source: RFC 9110, 12.5.3. */
export function takesGzip(acceptEncoding = ''): boolean {
  const named = acceptEncoding.split(',').map((part) => {
    const [coding = '', quality = ''] = part
      .trim()
      .toLowerCase()
      .split(/\s*;\s*q=/u);
    return { coding, quality: quality === '' ? 1 : Number(quality) };
  });
  const most = Math.max(...named.map(({ quality }) => quality));
  return most > 0 && named.some(({ coding, quality }) => coding === 'gzip' && quality === most);
}

interface ProxyAnswer {
  statusCode?: unknown;
  headers?: Record<string, unknown>;
  body?: unknown;
  isBase64Encoded?: boolean;
}

/** A function's answer. Undefined when it does not have the form that the gateway needs. */
function readProxyAnswer(value: unknown): PlainAnswer | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { statusCode, headers, body, isBase64Encoded } = value as ProxyAnswer;
  if (typeof statusCode !== 'number' || (body !== undefined && typeof body !== 'string')) return undefined;
  const text = body ?? '';
  return {
    status: statusCode,
    headers: Object.fromEntries(Object.entries(headers ?? {}).map(([name, header]) => [name, String(header)])),
    body: isBase64Encoded === true ? Buffer.from(text, 'base64') : text,
  };
}
