import { describe, expect, it } from 'vitest';
import { noStore, securityHeaders } from '#shared/contracts/http/security-headers.ts';
import { staffRoutes } from '#shared/contracts/http/staff/staff-routes.ts';
import { country } from '#shared/country/current.ts';
import type { ProblemCode } from '#shared/domain/problems.ts';
import type { TemplateResource } from '#infra/synthesize.ts';
import { followed, ofType, servicesOf, spoken, templatesOf } from '../templates.ts';

const prod = await templatesOf('prod');
const { functions } = prod;
const service = servicesOf(prod);

interface ApiMethod {
  route: string;
  handledBy: string | undefined;
  properties: Record<string, unknown>;
}

function pathOf(resource: unknown): string {
  const [kind, target] = Object.entries(resource as Record<string, unknown>)[0] ?? [];
  if (kind !== 'Ref') return '';
  const { PathPart, ParentId } = (service.Resources[String(target)] as TemplateResource).Properties;
  return `${pathOf(ParentId)}/${String(PathPart)}`;
}

function methodsOf(api: 'PublicApi' | 'StaffApi'): ApiMethod[] {
  return Object.entries(ofType(service, 'AWS::ApiGateway::Method'))
    .filter(([id]) => id.startsWith(api))
    .map(([, { Properties }]) => {
      const integration = JSON.stringify(Properties['Integration']);
      return {
        route: `${String(Properties['HttpMethod'])} ${pathOf(Properties['ResourceId'])}`,
        handledBy: Object.entries(functions).find(([id]) => integration.includes(id))?.[1].name,
        properties: Properties,
      };
    });
}

const routesOf = (api: 'PublicApi' | 'StaffApi'): Record<string, string | undefined> =>
  Object.fromEntries(methodsOf(api).map(({ route, handledBy }) => [route, handledBy]));

describe('the public API', () => {
  it('has these routes', () => {
    expect(routesOf('PublicApi')).toEqual({
      'POST /v1/reports': 'intake',
      'POST /v1/follow-up': 'follow-up',
      'POST /v1/follow-up/messages': 'follow-up',
      'POST /v1/follow-up/withdrawal': 'follow-up',
      'POST /v1/follow-up/lock': 'follow-up',
      'POST /v1/follow-up/helped': 'follow-up',
      'GET /v1/taxonomy': 'information',
      'GET /v1/statistics': 'information',
      'GET /openapi.json': 'information',
      'GET /health': 'information',
      'HEAD /v1/taxonomy': 'information',
      'HEAD /v1/statistics': 'information',
      'HEAD /openapi.json': 'information',
      'HEAD /health': 'information',
    });
  });

  it('asks nobody who they are', () => {
    for (const { properties } of methodsOf('PublicApi')) expect(properties['AuthorizationType']).toBe('NONE');
  });
});

describe('the staff API', () => {
  it('lets every route of the table through to the function that serves it, and no other', () => {
    const routes = staffRoutes();
    expect(routes.length).toBeGreaterThan(50);
    expect(routesOf('StaffApi')).toEqual(
      Object.fromEntries(routes.map(({ method, path, servedBy }) => [`${method} ${path}`, servedBy] as const)),
    );
  });

  it('lets nobody through any method without a token for staff', () => {
    const authorizers = ofType(service, 'AWS::ApiGateway::Authorizer');
    expect(Object.keys(authorizers)).toHaveLength(1);
    const [[id, authorizer] = []] = Object.entries(authorizers);
    expect(authorizer?.Properties).toMatchObject({
      Type: 'COGNITO_USER_POOLS',
      ProviderARNs: [{ 'Fn::ImportValue': 'Besa-prod-UserPoolArn' }],
    });
    for (const { properties } of methodsOf('StaffApi')) {
      expect(properties).toMatchObject({
        AuthorizationType: 'COGNITO_USER_POOLS',
        AuthorizationScopes: ['besa/staff'],
        AuthorizerId: { Ref: id },
      });
    }
  });
});

describe('both APIs', () => {
  const stages = Object.values(ofType(service, 'AWS::ApiGateway::Stage')).map(({ Properties }) => Properties);

  it('hand over bodies as bytes, at an address in one region', () => {
    const apis = Object.values(ofType(service, 'AWS::ApiGateway::RestApi')).map(({ Properties }) => Properties);
    expect(apis).toHaveLength(2);
    for (const api of apis) {
      expect(api).toMatchObject({ BinaryMediaTypes: ['*/*'], EndpointConfiguration: { Types: ['REGIONAL'] } });
    }
  });

  it('may invoke the functions behind their routes, each by one permission for this API and this stage of it', () => {
    for (const api of ['PublicApi', 'StaffApi'] as const) {
      const template = prod.templates[api];
      const [restApi] = Object.keys(ofType(template, 'AWS::ApiGateway::RestApi'));
      const permissions = Object.values(ofType(template, 'AWS::Lambda::Permission')).map(
        ({ Properties }) => Properties,
      );
      const invoked = permissions.map(
        ({ FunctionName }) => functions[(FunctionName as { 'Fn::GetAtt': [string, string] })['Fn::GetAtt'][0]]?.name,
      );
      const behindRoutes = new Set(methodsOf(api).map(({ handledBy }) => handledBy));
      expect(new Set(invoked)).toEqual(behindRoutes);
      expect(invoked).toHaveLength(behindRoutes.size);
      for (const { Action, Principal, SourceArn } of permissions) {
        expect([Action, Principal]).toEqual(['lambda:InvokeFunction', 'apigateway.amazonaws.com']);
        expect(SourceArn).toEqual({
          'Fn::Join': [
            '',
            [
              'arn:',
              { Ref: 'AWS::Partition' },
              ':execute-api:',
              { Ref: 'AWS::Region' },
              ':',
              { Ref: 'AWS::AccountId' },
              ':',
              { Ref: restApi },
              '/live/*',
            ],
          ],
        });
      }
    }
    const stageNames = stages.map(({ StageName }) => StageName);
    expect(stageNames).toEqual(['live', 'live']);
    expect(ofType(prod.templates.Reactors, 'AWS::Lambda::Permission')).toEqual({});
  });

  it('log that there was a request, not from whom, not with what', () => {
    for (const { AccessLogSetting } of stages) {
      const format = JSON.parse((AccessLogSetting as { Format: string }).Format) as Record<string, string>;
      expect(Object.values(format).sort()).toEqual([
        '$context.httpMethod',
        '$context.requestId',
        '$context.resourcePath',
        '$context.responseLatency',
        '$context.status',
      ]);
    }
  });

  it('keep no execution log and no trace, and throttle each method', () => {
    const routes = [...methodsOf('PublicApi'), ...methodsOf('StaffApi')].map(({ route }) => route);
    const throttled: string[] = [];
    for (const stage of stages) {
      expect(stage['TracingEnabled']).toBe(false);
      for (const setting of stage['MethodSettings'] as Record<string, unknown>[]) {
        expect(setting).toMatchObject({ DataTraceEnabled: false, LoggingLevel: 'OFF' });
        if (setting['HttpMethod'] === '*') continue;
        expect(setting['ThrottlingRateLimit']).toBeGreaterThan(0);
        expect(setting['ThrottlingBurstLimit']).toBeGreaterThan(0);
        const path = String(setting['ResourcePath']).replaceAll('~1', '/').replace(/^\/\//, '/');
        throttled.push(`${String(setting['HttpMethod'])} ${path}`);
      }
    }
    expect(throttled.sort()).toEqual(routes.sort());
  });

  it('answer by themselves in all languages, with help and every security header', () => {
    const answers = Object.values(ofType(service, 'AWS::ApiGateway::GatewayResponse')).map(
      ({ Properties }) => Properties,
    );
    const types = answers.map(({ ResponseType }) => String(ResponseType));
    expect(types.filter((type) => type === 'DEFAULT_4XX')).toHaveLength(2);
    expect(types.filter((type) => type === 'DEFAULT_5XX')).toHaveLength(2);
    for (const { ResponseParameters, ResponseTemplates, StatusCode } of answers) {
      const headers = ResponseParameters as Record<string, string>;
      for (const [name, value] of Object.entries({ ...securityHeaders, 'Cache-Control': noStore })) {
        expect(headers[`gatewayresponse.header.${name}`]).toBe(`'${value}'`);
      }
      expect(headers['gatewayresponse.header.Content-Type']).toBe("'application/problem+json'");
      expectProblem((ResponseTemplates as Record<string, string>)['application/json'] ?? '', Number(StatusCode));
    }
  });
});

describe('the firewall', () => {
  const [acl] = Object.values(ofType(service, 'AWS::WAFv2::WebACL'));
  const rules = acl?.Properties['Rules'] as {
    Name: string;
    Action: {
      Block: {
        CustomResponse: {
          ResponseCode: number;
          CustomResponseBodyKey: string;
          ResponseHeaders: { Name: string; Value: string }[];
        };
      };
    };
    Statement: Record<string, unknown>;
    VisibilityConfig: Record<string, unknown>;
  }[];

  it('stands before both APIs', () => {
    const guarded = Object.values(ofType(service, 'AWS::WAFv2::WebACLAssociation')).map(({ Properties }) =>
      spoken(Properties['ResourceArn']),
    );
    expect(guarded.filter((arn) => arn.includes('PublicApi'))).toHaveLength(1);
    expect(guarded.filter((arn) => arn.includes('StaffApi'))).toHaveLength(1);
    const firewalls = Object.values(ofType(service, 'AWS::WAFv2::WebACLAssociation')).map(({ Properties }) =>
      spoken(followed(prod, Properties['WebACLArn'])),
    );
    expect(firewalls).toEqual(['FirewallAcl', 'FirewallAcl']);
  });

  it('counts by address and looks at the size of a body, and at nothing else of it', () => {
    expect(rules.map(({ Statement }) => Statement)).toEqual([
      { RateBasedStatement: { AggregateKeyType: 'IP', EvaluationWindowSec: 300, Limit: 2000 } },
      {
        SizeConstraintStatement: {
          ComparisonOperator: 'GT',
          FieldToMatch: { Body: { OversizeHandling: 'MATCH' } },
          Size: 65_536,
          TextTransformations: [{ Priority: 0, Type: 'NONE' }],
        },
      },
    ]);
    expect(acl?.Properties['AssociationConfig']).toEqual({
      RequestBody: { API_GATEWAY: { DefaultSizeInspectionLimit: 'KB_64' } },
    });
  });

  it('keeps no sample and no log of what it saw', () => {
    const all = [
      acl?.Properties['VisibilityConfig'] as Record<string, unknown>,
      ...rules.map((r) => r.VisibilityConfig),
    ];
    for (const seen of all) expect(seen['SampledRequestsEnabled']).toBe(false);
    expect(ofType(service, 'AWS::WAFv2::LoggingConfiguration')).toEqual({});
  });

  it('refuses as JSON with help, in all languages, with every security header', () => {
    const bodies = acl?.Properties['CustomResponseBodies'] as Record<string, { Content: string; ContentType: string }>;
    for (const { Action } of rules) {
      const { ResponseCode, CustomResponseBodyKey, ResponseHeaders } = Action.Block.CustomResponse;
      const body = bodies[CustomResponseBodyKey];
      expect(body?.ContentType).toBe('APPLICATION_JSON');
      expectProblem(body?.Content ?? '', ResponseCode);
      const headers = Object.fromEntries(ResponseHeaders.map(({ Name, Value }) => [Name, Value]));
      expect(headers).toMatchObject({ ...securityHeaders, 'Cache-Control': noStore });
      expect(ResponseHeaders.length).toBeLessThanOrEqual(10);
      expect(Buffer.byteLength(body?.Content ?? '')).toBeLessThanOrEqual(4096);
    }
  });
});

const { problems } = await country.loadProblemTexts();

/** A problem that a child who was turned away can still read: every language, and every number that is always given. */
function expectProblem(text: string, status: number): void {
  const problem = JSON.parse(text) as { title: string; status: number; type: string; help: { phone: string }[] };
  expect(problem.status).toBe(status);
  const code = problem.type.replace('urn:besa:problem:', '') as ProblemCode;
  for (const language of country.languages) {
    expect(problem.title).toContain(problems[code].title[language]);
  }
  const always = country.helpLines.filter((line) => line.always).map(({ phone }) => phone);
  expect(always.length).toBeGreaterThan(0);
  expect(problem.help.map(({ phone }) => phone)).toEqual(always);
}
