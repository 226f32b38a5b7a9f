import * as z from 'zod/mini';
import { NotEmulated, parseProperties } from '../template/template.ts';
import type { Resource } from '../template/template.ts';

/** A REST API of the template, ready to answer. */
export interface RestApiPlan {
  id: string;
  /** Its place on the shared port: the staff API is under `/staff`, the public one at the root. */
  prefix: string;
  routes: RoutePlan[];
  responses: ReadonlyMap<string, GatewayResponse>;
  /** The firewall's answer to a body that is longer than it allows: for whoever asks for a page, and for others. */
  bodyLimit: { bytes: number; answer: PlainAnswer; page: PlainAnswer | undefined } | undefined;
  /** From how many bytes on an answer is compressed; never when undefined. */
  compressesFromBytes: number | undefined;
}

export interface RoutePlan {
  method: string;
  /** The template of the path, such as `/v1/cases/{number}`. */
  resource: string;
  segments: string[];
  functionArn: string;
  /** A sign-in token must have one of these scopes. Undefined when anybody may call. */
  scopes: readonly string[] | undefined;
}

export interface GatewayResponse {
  status: number;
  headers: Record<string, string>;
  /** Still has its `$context.…` variables. */
  template: string;
  contentType: string;
}

export interface PlainAnswer {
  status: number;
  headers: Record<string, string>;
  body: string | Buffer;
}

const text = z.string();
const maybe = z.optional;

const apiShape = z.strictObject({
  Name: text,
  BinaryMediaTypes: z.tuple([z.literal('*/*')]),
  MinimumCompressionSize: maybe(z.number()),
  Description: maybe(text),
  EndpointConfiguration: maybe(z.unknown()),
  Tags: maybe(z.unknown()),
});
const resourceShape = z.strictObject({ ParentId: text, PathPart: text, RestApiId: text });
const methodShape = z.strictObject({
  HttpMethod: text,
  ResourceId: text,
  RestApiId: text,
  AuthorizationType: z.enum(['NONE', 'COGNITO_USER_POOLS']),
  AuthorizerId: maybe(text),
  AuthorizationScopes: maybe(z.array(text)),
  ApiKeyRequired: maybe(z.literal(false)),
  Integration: z.strictObject({ Type: z.literal('AWS_PROXY'), IntegrationHttpMethod: z.literal('POST'), Uri: text }),
});
/** Requests are never shared among versions here: the alias leads to the function as it is in the template. */
const aliasShape = z.strictObject({ FunctionName: text, FunctionVersion: text, Name: text });
const authorizerShape = z.strictObject({
  Name: text,
  RestApiId: text,
  Type: z.literal('COGNITO_USER_POOLS'),
  IdentitySource: z.literal('method.request.header.Authorization'),
  ProviderARNs: z.array(text),
});
const gatewayResponseShape = z.strictObject({
  ResponseType: text,
  RestApiId: text,
  StatusCode: maybe(text),
  ResponseParameters: maybe(z.record(text, text)),
  ResponseTemplates: maybe(z.record(text, text)),
});

/** Reads every REST API of the template. Throws `NotEmulated` for an option it does not know. */
export function readRestApis(resources: readonly Resource[]): RestApiPlan[] {
  const ofType = (type: string): Resource[] => resources.filter((resource) => resource.type === type);
  const paths = pathsOf(ofType('AWS::ApiGateway::Resource'), ofType('AWS::ApiGateway::RestApi'));
  const authorizers = new Map(
    ofType('AWS::ApiGateway::Authorizer').map((resource) => [resource.ref, parseProperties(authorizerShape, resource)]),
  );
  const pools = new Set(ofType('AWS::Cognito::UserPool').map(({ arn }) => arn));

  const behindAlias = new Map(
    ofType('AWS::Lambda::Alias').map((alias) => [alias.arn, functionBehind(alias, ofType('AWS::Lambda::Function'))]),
  );

  const routes = ofType('AWS::ApiGateway::Method').map((resource) => {
    const method = parseProperties(methodShape, resource);
    const path = paths.get(method.ResourceId);
    const invoked = /\/functions\/(.+)\/invocations$/u.exec(method.Integration.Uri)?.[1];
    if (path === undefined || invoked === undefined) throw new NotEmulated(`the method ${resource.logicalId}`);
    if (method.AuthorizationType === 'COGNITO_USER_POOLS') {
      const providers = authorizers.get(method.AuthorizerId ?? '')?.ProviderARNs ?? [];
      if (providers.length !== 1 || !providers.every((arn) => pools.has(arn))) {
        throw new NotEmulated(`the authorizer of ${resource.logicalId}`);
      }
    }
    const route: RoutePlan = {
      method: method.HttpMethod,
      // The root has no name of its own in the template.
      resource: path === '' ? '/' : path,
      segments: segmentsOf(path),
      functionArn: behindAlias.get(invoked) ?? invoked,
      scopes: method.AuthorizationType === 'NONE' ? undefined : (method.AuthorizationScopes ?? []),
    };
    return { apiId: method.RestApiId, route };
  });

  const apis = ofType('AWS::ApiGateway::RestApi').map((resource): RestApiPlan => {
    const { Name, MinimumCompressionSize } = parseProperties(apiShape, resource);
    const id = resource.ref;
    return {
      id,
      prefix: /staff/iu.test(Name) ? '/staff' : '',
      routes: routes.filter(({ apiId }) => apiId === id).map(({ route }) => route),
      responses: gatewayResponses(ofType('AWS::ApiGateway::GatewayResponse'), id),
      bodyLimit: bodyLimitBefore(id, resources),
      compressesFromBytes: MinimumCompressionSize,
    };
  });
  if (new Set(apis.map(({ prefix }) => prefix)).size !== apis.length) {
    throw new NotEmulated('two REST APIs at the same place on one port');
  }
  return apis;
}

function functionBehind(alias: Resource, functions: readonly Resource[]): string {
  const { FunctionName } = parseProperties(aliasShape, alias);
  const found = functions.find(({ name }) => name === FunctionName);
  if (found === undefined) throw new NotEmulated(`the alias ${alias.logicalId} of a function outside the template`);
  return found.arn;
}

const segmentsOf = (path: string): string[] => path.split('/').filter((part) => part !== '');

function pathsOf(nodes: readonly Resource[], apis: readonly Resource[]): Map<string, string> {
  const roots = new Set(apis.map(({ ref }) => `${ref}.RootResourceId`));
  const byId = new Map(nodes.map((node) => [node.ref, parseProperties(resourceShape, node)]));
  const pathOf = (id: string): string => {
    if (roots.has(id)) return '';
    const node = byId.get(id);
    if (node === undefined) throw new NotEmulated(`the path ${id}`);
    return `${pathOf(node.ParentId)}/${node.PathPart}`;
  };
  return new Map([...roots, ...byId.keys()].map((id) => [id, pathOf(id)]));
}

function gatewayResponses(resources: readonly Resource[], apiId: string): Map<string, GatewayResponse> {
  const prefix = 'gatewayresponse.header.';
  const responses = resources
    .map((resource) => parseProperties(gatewayResponseShape, resource))
    .filter(({ RestApiId }) => RestApiId === apiId)
    .map((response): [string, GatewayResponse] => {
      const headers = Object.entries(response.ResponseParameters ?? {}).map(([name, value]): [string, string] => {
        const fixed = /^'(.*)'$/su.exec(value)?.[1];
        if (!name.startsWith(prefix) || fixed === undefined)
          throw new NotEmulated(`${name}: ${value} in a gateway response`);
        return [name.slice(prefix.length), fixed];
      });
      const [contentType, template] = Object.entries(response.ResponseTemplates ?? {})[0] ?? [
        'application/json',
        '{"message":$context.error.messageString}',
      ];
      const status = Number(response.StatusCode ?? defaultStatus(response.ResponseType));
      return [response.ResponseType, { status, headers: Object.fromEntries(headers), template, contentType }];
    });
  return new Map(responses);
}

/**
 * The status that API Gateway answers with when the template names none. Source: API Gateway, list of gateway response types.
 */
export function defaultStatus(type: string): number {
  const known: Readonly<Record<string, number>> = {
    ACCESS_DENIED: 403,
    EXPIRED_TOKEN: 403,
    INTEGRATION_FAILURE: 504,
    INTEGRATION_TIMEOUT: 504,
    MISSING_AUTHENTICATION_TOKEN: 403,
    REQUEST_TOO_LARGE: 413,
    UNAUTHORIZED: 401,
  };
  return known[type] ?? (type.endsWith('5XX') ? 500 : 400);
}

const sizeShape = z.strictObject({
  SizeConstraintStatement: z.looseObject({ ComparisonOperator: z.enum(['GT', 'GE']), Size: z.number() }),
});
/** Whether `Accept` names `text/html`. */
const pageShape = z.strictObject({
  ByteMatchStatement: z.looseObject({
    FieldToMatch: z.strictObject({ SingleHeader: z.strictObject({ Name: z.literal('accept') }) }),
    PositionalConstraint: z.literal('CONTAINS'),
    SearchString: z.literal('text/html'),
  }),
});
/**
 * The limit on requests from one address is measured over five minutes and many addresses. It means nothing on one
 * machine, and so nothing is ever marked.
 */
const rateShape = z.union([
  z.strictObject({ RateBasedStatement: z.unknown() }),
  z.strictObject({ LabelMatchStatement: z.unknown() }),
]);
const ruleShape = z.looseObject({
  Action: z.union([
    z.strictObject({ Count: z.unknown() }),
    z.strictObject({
      Block: z.object({
        CustomResponse: z.object({
          ResponseCode: z.number(),
          CustomResponseBodyKey: text,
          ResponseHeaders: maybe(z.array(z.object({ Name: text, Value: text }))),
        }),
      }),
    }),
  ]),
  Statement: z.union([
    sizeShape,
    rateShape,
    z.strictObject({
      AndStatement: z.strictObject({ Statements: z.tuple([z.union([sizeShape, rateShape]), pageShape]) }),
    }),
  ]),
});
const aclShape = z.looseObject({
  CustomResponseBodies: maybe(z.record(text, z.object({ ContentType: text, Content: text }))),
  Rules: z.array(ruleShape),
});

const mediaTypes: Readonly<Record<string, string>> = { APPLICATION_JSON: 'application/json', TEXT_HTML: 'text/html' };

function bodyLimitBefore(apiId: string, resources: readonly Resource[]): RestApiPlan['bodyLimit'] {
  const association = resources.find(
    ({ type, properties }) =>
      type === 'AWS::WAFv2::WebACLAssociation' && String(properties['ResourceArn']).includes(`/restapis/${apiId}/`),
  );
  if (association === undefined) return undefined;
  const acl = resources.find(
    ({ type, arn }) => type === 'AWS::WAFv2::WebACL' && arn === association.properties['WebACLArn'],
  );
  if (acl === undefined) throw new NotEmulated(`the firewall of ${association.logicalId}, which is in no template`);
  const { Rules, CustomResponseBodies } = parseProperties(aclShape, acl);
  const limits = Rules.flatMap(({ Action, Statement }) => {
    const isForPage = 'AndStatement' in Statement;
    const statement = isForPage ? Statement.AndStatement.Statements[0] : Statement;
    if (!('SizeConstraintStatement' in statement) || !('Block' in Action)) return [];
    const { ComparisonOperator, Size } = statement.SizeConstraintStatement;
    const { ResponseCode, CustomResponseBodyKey, ResponseHeaders } = Action.Block.CustomResponse;
    const body = CustomResponseBodies?.[CustomResponseBodyKey];
    const answer: PlainAnswer = {
      status: ResponseCode,
      headers: {
        'content-type': mediaTypes[body?.ContentType ?? ''] ?? 'text/plain',
        ...Object.fromEntries((ResponseHeaders ?? []).map(({ Name, Value }) => [Name, Value])),
      },
      body: body?.Content ?? '',
    };
    return [{ isForPage, bytes: ComparisonOperator === 'GT' ? Size : Size - 1, answer }];
  });
  const everybody = limits.find(({ isForPage }) => !isForPage);
  const page = limits.find(({ isForPage }) => isForPage);
  return everybody === undefined ? undefined : { ...everybody, page: page?.answer };
}
