import { ResponseType } from 'aws-cdk-lib/aws-apigateway';
import type { RestApi } from 'aws-cdk-lib/aws-apigateway';
import { problemInAllLanguages, problemMediaType } from '#shared/contracts/http/problem-answer.ts';
import { noStore, securityHeaders } from '#shared/contracts/http/security-headers.ts';
import { country } from '#shared/country/current.ts';
import type { ProblemCode, ProblemReader } from '#shared/domain/problems.ts';

/**
 * Everything that the gateway may answer by itself: when, as which problem, and with which status. What is not named
 * here gets the default of its hundred, as API Gateway documents it.
 */
const answers: Readonly<Record<string, { type: ResponseType; code: ProblemCode; status: number; retry?: true }>> = {
  AccessDenied: { type: ResponseType.ACCESS_DENIED, code: 'forbidden', status: 403 },
  BadRequestBody: { type: ResponseType.BAD_REQUEST_BODY, code: 'malformed_json', status: 400 },
  Default4xx: { type: ResponseType.DEFAULT_4XX, code: 'invalid_fields', status: 400 },
  Default5xx: { type: ResponseType.DEFAULT_5XX, code: 'internal', status: 500 },
  ExpiredToken: { type: ResponseType.EXPIRED_TOKEN, code: 'unauthenticated', status: 401 },
  IntegrationFailure: { type: ResponseType.INTEGRATION_FAILURE, code: 'internal', status: 502, retry: true },
  IntegrationTimeout: { type: ResponseType.INTEGRATION_TIMEOUT, code: 'internal', status: 504, retry: true },
  InvalidApiKey: { type: ResponseType.INVALID_API_KEY, code: 'forbidden', status: 403 },
  InvalidSignature: { type: ResponseType.INVALID_SIGNATURE, code: 'unauthenticated', status: 401 },
  // What the gateway calls a missing token is an address that does not exist.
  NoSuchRoute: { type: ResponseType.MISSING_AUTHENTICATION_TOKEN, code: 'not_found', status: 404 },
  NotFound: { type: ResponseType.RESOURCE_NOT_FOUND, code: 'not_found', status: 404 },
  QuotaExceeded: { type: ResponseType.QUOTA_EXCEEDED, code: 'too_many_requests', status: 429, retry: true },
  Throttled: { type: ResponseType.THROTTLED, code: 'too_many_requests', status: 429, retry: true },
  TooLarge: { type: ResponseType.REQUEST_TOO_LARGE, code: 'too_large', status: 413 },
  Unauthorized: { type: ResponseType.UNAUTHORIZED, code: 'unauthenticated', status: 401 },
  UnsupportedMediaType: { type: ResponseType.UNSUPPORTED_MEDIA_TYPE, code: 'unsupported_media_type', status: 415 },
  // The firewall answers with bodies of its own (firewall.ts). This is used if it ever leaves an answer to the gateway.
  WafFiltered: { type: ResponseType.WAF_FILTERED, code: 'forbidden', status: 403 },
};

const wordings = { ...country, problemTexts: await country.loadProblemTexts() };

/**
 * What the gateway answers without any function: the same problems, `help` and headers as everywhere. It answers in all
 * the pack's languages, because it cannot read which one somebody speaks.
 */
export function addGatewayResponses(api: RestApi, reader: ProblemReader): void {
  for (const [id, { type, code, status, retry }] of Object.entries(answers)) {
    const body = JSON.stringify(problemInAllLanguages(wordings, { code, status }, reader));
    if (body.includes('$')) throw new Error('A text with a $ would be read as a variable by the gateway.');
    const headers = {
      ...securityHeaders,
      'Cache-Control': noStore,
      'Content-Type': problemMediaType,
      ...(retry === true ? { 'Retry-After': '5' } : {}),
    };
    api.addGatewayResponse(id, {
      type,
      statusCode: String(status),
      // The gateway takes the text between the first and the last quote as it is.
      responseHeaders: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, `'${value}'`])),
      templates: { 'application/json': body },
    });
  }
}
