import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { gatewayPath } from '#shared/lambda/http/gateway-path.ts';
import { noStore, securityHeaders } from '#shared/contracts/http/security-headers.ts';
import { staffRoutes } from '#shared/contracts/http/staff/staff-routes.ts';
import { country } from '#shared/country/current.ts';
import type { ProblemCode, ProblemReader } from '#shared/domain/problems.ts';
import { problemWording } from '#shared/contracts/http/problem-answer.ts';
import { turnedAwayHeaders } from '#shared/pages/turned-away.ts';
import type { TemplateResource } from '#infra/synthesize.ts';
import { followed, functionBehind, ofType, servicesOf, spoken, templatesOf } from '../templates.ts';

const prod = await templatesOf('prod');
const service = servicesOf(prod);
/** What answers everybody at the staff API: the console, whose files hold nothing of a case. */
const open = ['GET /', 'GET /{proxy+}'];

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
      const { Uri } = Properties['Integration'] as { Uri: { 'Fn::Join': [string, unknown[]] } };
      return {
        // The root has no name of its own.
        route: `${String(Properties['HttpMethod'])} ${pathOf(Properties['ResourceId']) || '/'}`,
        // Before it: whose invocations these are. After it: `/invocations`.
        handledBy: functionBehind(prod, Uri['Fn::Join'][1].at(-2)),
        properties: Properties,
      };
    });
}

/** The pages of every language, written out: an address that is gone is gone from a child's note, too. */
const pages = [
  '/',
  '/exit',
  '/exit/2',
  '/{proxy+}',
  '/office',
  ...['sq', 'en'].flatMap((language) =>
    ['', '/tell/{who}', '/code', '/help', '/numbers', '/privacy', '/office', '/{proxy+}'].map(
      (page) => `/${language}${page}`,
    ),
  ),
];

/** The placeholders directly below each part of a path. */
function routesByParent(routes: readonly string[]): Map<string, Set<string>> {
  const below = new Map<string, Set<string>>();
  for (const route of routes) {
    const parts = route.split(' ')[1]?.split('/').slice(1) ?? [];
    for (const [index, part] of parts.entries()) {
      if (!part.startsWith('{')) continue;
      const parent = parts.slice(0, index).join('/');
      below.set(parent, (below.get(parent) ?? new Set()).add(part));
    }
  }
  return below;
}

const routesOf = (api: 'PublicApi' | 'StaffApi'): Record<string, string | undefined> =>
  Object.fromEntries(methodsOf(api).map(({ route, handledBy }) => [route, handledBy]));

describe('the public API', () => {
  it('has these routes', () => {
    expect(routesOf('PublicApi')).toEqual({
      'POST /v1/reports': 'intake',
      'POST /sq/tell/{who}': 'intake',
      'POST /en/tell/{who}': 'intake',
      'POST /sq/code': 'follow-up',
      'POST /en/code': 'follow-up',
      'POST /v1/follow-up': 'follow-up',
      'POST /v1/follow-up/messages': 'follow-up',
      'POST /v1/follow-up/withdrawal': 'follow-up',
      'POST /v1/follow-up/lock': 'follow-up',
      'POST /v1/follow-up/helped': 'follow-up',
      'POST /sq/office': 'referral-desk',
      'POST /en/office': 'referral-desk',
      'POST /v1/desk/code': 'referral-desk',
      'POST /v1/desk/session': 'referral-desk',
      'POST /v1/desk/referral': 'referral-desk',
      'POST /v1/desk/addresses': 'referral-desk',
      'POST /v1/desk/answer': 'referral-desk',
      'POST /v1/desk/not-for-me': 'referral-desk',
      'GET /v1/taxonomy': 'information',
      'GET /v1/statistics': 'information',
      'GET /openapi.json': 'information',
      'GET /health': 'information',
      'HEAD /v1/taxonomy': 'information',
      'HEAD /v1/statistics': 'information',
      'HEAD /openapi.json': 'information',
      'HEAD /health': 'information',
      ...Object.fromEntries(
        pages.flatMap((path) => ['GET', 'HEAD'].map((method) => [`${method} ${path}`, 'information'])),
      ),
    });
  });

  it('compresses what is long, and the staff API does not', () => {
    const sizes = Object.values(ofType(service, 'AWS::ApiGateway::RestApi')).map(
      ({ Properties }) => Properties['MinimumCompressionSize'],
    );
    expect(sizes.filter((size) => size !== undefined)).toEqual([1024]);
  });

  it('has at most one placeholder at one place, as the gateway asks', () => {
    const parents = routesByParent(Object.keys(routesOf('PublicApi')));
    expect(parents.size).toBeGreaterThan(4);
    for (const placeholders of parents.values()) expect(placeholders.size).toBeLessThanOrEqual(1);
  });

  it('asks nobody who they are', () => {
    for (const { properties } of methodsOf('PublicApi')) expect(properties['AuthorizationType']).toBe('NONE');
  });
});

describe('the staff API', () => {
  it('lets every route of the table through to the function that serves it, and no other', () => {
    const routes = staffRoutes();
    expect(routes.length).toBeGreaterThan(50);
    const paths = routes.map(({ path }) => path);
    expect(routesOf('StaffApi')).toEqual(
      Object.fromEntries([
        ...routes.map(({ method, path, servedBy }) => [`${method} ${gatewayPath(path, paths)}`, servedBy] as const),
        ...open.map((route) => [route, 'console'] as const),
      ]),
    );
  });

  it('has a resource for each of these paths, and no more for what is done with a case or a person', () => {
    expect(
      Object.keys(routesOf('StaffApi'))
        .filter((route) => /^POST .*\{/.test(route))
        .sort(),
    ).toEqual([
      'POST /v1/cases/{number}/approvals/{approval}',
      'POST /v1/cases/{number}/escalations/{timer}/{rung}/{step}',
      'POST /v1/cases/{number}/export',
      'POST /v1/cases/{number}/export/{approval}/{step}',
      'POST /v1/cases/{number}/linked/{step}',
      'POST /v1/cases/{number}/notices',
      'POST /v1/cases/{number}/notices/{notice}/{step}',
      'POST /v1/cases/{number}/referrals',
      'POST /v1/cases/{number}/referrals/{referral}/{step}',
      'POST /v1/cases/{number}/{step}',
      'POST /v1/directory/people/{person}/{step}',
      'POST /v1/letters/{letter}/{step}',
    ]);
  });

  it('leads every route there by the gateway’s strictest reading: a fixed part wins, also one without a method', () => {
    const declared = Object.values(ofType(prod.templates.StaffApi, 'AWS::ApiGateway::Resource')).map(
      ({ Properties }) => `${pathOf(Properties['ParentId'])}/${String(Properties['PathPart'])}`,
    );
    const there = new Map(Object.entries(routesOf('StaffApi')));
    for (const { method, path, servedBy } of staffRoutes()) {
      let at = '';
      for (const part of path.split('/').slice(1)) {
        const below = declared.filter((one) => one.startsWith(`${at}/`) && !one.slice(at.length + 1).includes('/'));
        const placeholder = below.find((one) => one.slice(at.length).startsWith('/{'));
        at = below.find((one) => one === `${at}/${part}`) ?? placeholder ?? 'nowhere';
      }
      expect([path, there.get(`${method} ${at}`)]).toEqual([path, servedBy]);
    }
  });

  it('has at most one placeholder at one place, as the gateway asks', () => {
    const parents = routesByParent(Object.keys(routesOf('StaffApi')));
    expect(parents.size).toBeGreaterThan(8);
    for (const placeholders of parents.values()) expect(placeholders.size).toBeLessThanOrEqual(1);
  });

  it('answers everybody with the console alone, as slowly as other reading', () => {
    const unauthorized = methodsOf('StaffApi').filter(({ route }) => open.includes(route));
    expect(unauthorized).toHaveLength(open.length);
    for (const { properties } of unauthorized) {
      expect(properties).toMatchObject({ AuthorizationType: 'NONE', HttpMethod: 'GET' });
      expect(Object.keys(properties)).not.toContain('AuthorizerId');
      expect(Object.keys(properties)).not.toContain('AuthorizationScopes');
    }
    const [stage] = Object.values(ofType(prod.templates.StaffApi, 'AWS::ApiGateway::Stage'));
    const settings = stage?.Properties['MethodSettings'] as Record<string, unknown>[];
    for (const ResourcePath of ['/', '/~1{proxy+}']) {
      expect(settings).toContainEqual(
        expect.objectContaining({ HttpMethod: 'GET', ResourcePath, ThrottlingRateLimit: 100, LoggingLevel: 'OFF' }),
      );
    }
  });

  it('lets nobody through any other method without a token for staff', () => {
    const authorizers = ofType(service, 'AWS::ApiGateway::Authorizer');
    expect(Object.keys(authorizers)).toHaveLength(1);
    const [[id, authorizer] = []] = Object.entries(authorizers);
    expect(authorizer?.Properties).toMatchObject({
      Type: 'COGNITO_USER_POOLS',
      ProviderARNs: [{ 'Fn::ImportValue': 'Besa-prod-UserPoolArn' }],
    });
    const others = methodsOf('StaffApi').filter(({ route }) => !open.includes(route));
    expect(others.length).toBeGreaterThan(20);
    for (const { properties } of others) {
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
      const invoked = permissions.map(({ FunctionName }) => functionBehind(prod, FunctionName));
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
              ':execute-api:eu-central-1:',
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
    const answers = Object.entries(ofType(service, 'AWS::ApiGateway::GatewayResponse')).map(([id, resource]) => ({
      ...(resource.Properties as Record<
        'ResponseType' | 'ResponseParameters' | 'ResponseTemplates' | 'StatusCode',
        unknown
      >),
      reader: id.startsWith('Staff') ? ('staff' as const) : ('anybody' as const),
    }));
    expect(new Set(answers.map(({ reader }) => reader))).toEqual(new Set(['anybody', 'staff']));
    const types = answers.map(({ ResponseType }) => String(ResponseType));
    expect(types.filter((type) => type === 'DEFAULT_4XX')).toHaveLength(2);
    expect(types.filter((type) => type === 'DEFAULT_5XX')).toHaveLength(2);
    for (const { ResponseParameters, ResponseTemplates, StatusCode, reader } of answers) {
      const headers = ResponseParameters as Record<string, string>;
      for (const [name, value] of Object.entries({ ...securityHeaders, 'Cache-Control': noStore })) {
        expect(headers[`gatewayresponse.header.${name}`]).toBe(`'${value}'`);
      }
      expect(headers['gatewayresponse.header.Content-Type']).toBe("'application/problem+json'");
      const body = (ResponseTemplates as Record<string, string>)['application/json'] ?? '';
      expectProblem(body, Number(StatusCode), reader);
    }
  });
});

describe('the firewall', () => {
  const [acl] = Object.values(ofType(service, 'AWS::WAFv2::WebACL'));
  const rules = acl?.Properties['Rules'] as {
    Name: string;
    Priority: number;
    Action: { Count?: object; Block?: { CustomResponse: CustomResponse } };
    RuleLabels?: { Name: string }[];
    Statement: Record<string, unknown>;
    VisibilityConfig: Record<string, unknown>;
  }[];
  const refusals = rules.flatMap(({ Action }) => (Action.Block === undefined ? [] : [Action.Block.CustomResponse]));
  const bodies = acl?.Properties['CustomResponseBodies'] as Record<string, { Content: string; ContentType: string }>;
  const headersOf = ({ ResponseHeaders }: CustomResponse): Record<string, string> =>
    Object.fromEntries(ResponseHeaders.map(({ Name, Value }) => [Name, Value]));

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
    const isMarked = { LabelMatchStatement: { Key: 'too-many', Scope: 'LABEL' } };
    const isTooLong = {
      SizeConstraintStatement: {
        ComparisonOperator: 'GT',
        FieldToMatch: { Body: { OversizeHandling: 'MATCH' } },
        Size: 65_536,
        TextTransformations: [{ Priority: 0, Type: 'NONE' }],
      },
    };
    const asksForPage = {
      ByteMatchStatement: {
        FieldToMatch: { SingleHeader: { Name: 'accept' } },
        PositionalConstraint: 'CONTAINS',
        SearchString: 'text/html',
        TextTransformations: [{ Priority: 0, Type: 'LOWERCASE' }],
      },
    };
    expect(rules.map(({ Priority }) => Priority)).toEqual([0, 1, 2, 3, 4]);
    expect(rules.map(({ Statement }) => Statement)).toEqual([
      { RateBasedStatement: { AggregateKeyType: 'IP', EvaluationWindowSec: 300, Limit: 2000 } },
      { AndStatement: { Statements: [isMarked, asksForPage] } },
      isMarked,
      { AndStatement: { Statements: [isTooLong, asksForPage] } },
      isTooLong,
    ]);
    // Addresses are counted once, whatever they ask for. That rule marks, and the next two refuse what is marked.
    expect(rules[0]).toMatchObject({ Action: { Count: {} }, RuleLabels: [{ Name: 'too-many' }] });
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

  it('refuses with help, in all languages, with every security header: as a page for a browser, else as JSON', () => {
    expect(refusals.map(({ CustomResponseBodyKey }) => bodies[CustomResponseBodyKey]?.ContentType)).toEqual([
      'TEXT_HTML',
      'APPLICATION_JSON',
      'TEXT_HTML',
      'APPLICATION_JSON',
    ]);
    for (const refusal of refusals) {
      const { ResponseCode, CustomResponseBodyKey, ResponseHeaders } = refusal;
      const { Content = '', ContentType = '' } = bodies[CustomResponseBodyKey] ?? {};
      if (ContentType === 'TEXT_HTML') expectPage(Content, refusal);
      else expectProblem(Content, ResponseCode, 'anybody');
      const policy = ContentType === 'TEXT_HTML' ? turnedAwayHeaders : {};
      expect(headersOf(refusal)).toMatchObject({ ...securityHeaders, 'Cache-Control': noStore, ...policy });
      expect(headersOf(refusal)['Retry-After']).toBe(ResponseCode === 429 ? '300' : undefined);
      expect(ResponseHeaders.length).toBeLessThanOrEqual(10);
      // Source: AWS WAF quotas.
      expect(Buffer.byteLength(Content)).toBeLessThanOrEqual(4096);
    }
  });

  /** All that a child who was turned away reads, and nothing that the page’s own policy would stop. */
  function expectPage(page: string, refusal: CustomResponse): void {
    const code = refusal.ResponseCode === 429 ? 'too_many_requests' : 'too_large';
    for (const language of country.languages) {
      expect(page).toContain(`<section lang="${language}">`);
      expect(page).toContain(problemTexts.problems[code].title[language]);
    }
    for (const { phone } of country.helpLines.filter((line) => line.always)) expect(page).toContain(`tel:${phone}`);
    // It may be an institution that reads it, and nobody of them is sent to the line of children.
    expect(page.split(country.centre.institutionsPhone.value)).toHaveLength(1 + country.languages.length);
    const [, style = ''] = /<style>(.*)<\/style>/su.exec(page) ?? [];
    const hash = createHash('sha256').update(style).digest('base64');
    expect(headersOf(refusal)['Content-Security-Policy']).toContain(`style-src 'sha256-${hash}'`);
    expect(page).not.toMatch(/<script|src=|https?:|undefined|\[object/);
    expect(page.match(/<h1/g)).toHaveLength(1);
  }
});

interface CustomResponse {
  ResponseCode: number;
  CustomResponseBodyKey: string;
  ResponseHeaders: { Name: string; Value: string }[];
}

const problemTexts = await country.loadProblemTexts();

/**
 * A problem that a child who was turned away can still read: every language, and every number that is always given. The
 * staff API speaks to staff.
 */
function expectProblem(text: string, status: number, reader: ProblemReader): void {
  const problem = JSON.parse(text) as { title: string; status: number; type: string; help: { phone: string }[] };
  expect(problem.status).toBe(status);
  const code = problem.type.replace('urn:besa:problem:', '') as ProblemCode;
  for (const language of country.languages) {
    expect(problem.title).toContain(problemWording(problemTexts, code, reader).title[language]);
  }
  const always = country.helpLines.filter((line) => line.always).map(({ phone }) => phone);
  expect(always.length).toBeGreaterThan(0);
  expect(problem.help.map(({ phone }) => phone)).toEqual(always);
}
