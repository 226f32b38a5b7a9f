import { CfnWebACL, CfnWebACLAssociation } from 'aws-cdk-lib/aws-wafv2';
import { Construct } from 'constructs';
import { problemInAllLanguages } from '#shared/contracts/http/problem-answer.ts';
import { noStore, securityHeaders } from '#shared/contracts/http/security-headers.ts';
import { country } from '#shared/country/current.ts';
import type { ProblemCode } from '#shared/domain/problems.ts';

const wordings = { ...country, problemTexts: await country.loadProblemTexts() };

/** The name the firewall is known by to the stack of the other API. */
export const firewallExport = 'FirewallArn';

/** Requests in five minutes from one address: a school class behind one router passes with room to spare. */
export const requestsPerAddress = 2000;
/** The firewall can look at 64 KiB of a body, which is also the most the contract takes; what is longer is refused here. */
export const largestBodyBytes = 65_536;

/**
 * One firewall with two rules, for both APIs: whoever floods one is held off the other, too. No managed rule looks into bodies: they refuse reports for quoting a threat or an address, which is what
 * reports are made of. No samples and no log: neither the text nor the sender's address is kept anywhere.
 */
export class Firewall extends Construct {
  readonly arn: string;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    const seen = (metricName: string): CfnWebACL.VisibilityConfigProperty => ({
      cloudWatchMetricsEnabled: true,
      metricName,
      sampledRequestsEnabled: false,
    });
    const refuse = (key: string, responseCode: number, retryAfter?: string): CfnWebACL.RuleActionProperty => ({
      block: {
        customResponse: {
          responseCode,
          customResponseBodyKey: key,
          responseHeaders: Object.entries({
            ...securityHeaders,
            'Cache-Control': noStore,
            ...(retryAfter === undefined ? {} : { 'Retry-After': retryAfter }),
          }).map(([name, value]) => ({ name, value })),
        },
      },
    });
    const body = (code: ProblemCode, status: number): CfnWebACL.CustomResponseBodyProperty => ({
      contentType: 'APPLICATION_JSON',
      content: JSON.stringify(problemInAllLanguages(wordings, { code, status })),
    });
    const acl = new CfnWebACL(this, 'Acl', {
      scope: 'REGIONAL',
      defaultAction: { allow: {} },
      visibilityConfig: seen('Firewall'),
      associationConfig: { requestBody: { API_GATEWAY: { defaultSizeInspectionLimit: 'KB_64' } } },
      customResponseBodies: { TooMany: body('too_many_requests', 429), TooLarge: body('too_large', 413) },
      rules: [
        {
          name: 'RatePerAddress',
          priority: 0,
          action: refuse('TooMany', 429, '300'),
          visibilityConfig: seen('RatePerAddress'),
          statement: {
            rateBasedStatement: { limit: requestsPerAddress, evaluationWindowSec: 300, aggregateKeyType: 'IP' },
          },
        },
        {
          name: 'BodySize',
          priority: 1,
          action: refuse('TooLarge', 413),
          visibilityConfig: seen('BodySize'),
          statement: {
            sizeConstraintStatement: {
              fieldToMatch: { body: { oversizeHandling: 'MATCH' } },
              comparisonOperator: 'GT',
              size: largestBodyBytes,
              textTransformations: [{ priority: 0, type: 'NONE' }],
            },
          },
        },
      ],
    });
    this.arn = acl.attrArn;
  }
}

/** Puts the gateway's stage of an API behind the firewall. */
export function putBehind(firewallArn: string, api: Construct & { stageArn: string }): void {
  new CfnWebACLAssociation(api, 'Firewall', { webAclArn: firewallArn, resourceArn: api.stageArn });
}
