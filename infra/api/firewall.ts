import { CfnWebACL, CfnWebACLAssociation } from 'aws-cdk-lib/aws-wafv2';
import { Construct } from 'constructs';
import { bodiesOf, headersOf, type Refusal } from './firewall-bodies.ts';

/** The name the firewall is known by to the stack of the other API. */
export const firewallExport = 'FirewallArn';

/** Requests in five minutes from one address: a school class behind one router passes with room to spare. */
export const requestsPerAddress = 2000;
/** The firewall can look at 64 KiB of a body, which is also the most the contract takes; what is longer is refused here. */
export const largestBodyBytes = 65_536;

const refusals = {
  TooMany: { code: 'too_many_requests', status: 429, retryAfterSeconds: 300 },
  TooLarge: { code: 'too_large', status: 413 },
} as const satisfies Record<string, Refusal>;

/** What a request is marked with while its address sends too many. */
const tooMany = 'too-many';

/** Asks for a page: a browser names `text/html` in `Accept`, and programs do not. */
const asksForPage: CfnWebACL.StatementProperty = {
  byteMatchStatement: {
    // The CDK hands this property on as it is, so it is named as in CloudFormation.
    fieldToMatch: { singleHeader: { Name: 'accept' } },
    positionalConstraint: 'CONTAINS',
    searchString: 'text/html',
    textTransformations: [{ priority: 0, type: 'LOWERCASE' }],
  },
};

/**
 * One firewall for both APIs: whoever floods one is held off the other, too. It counts by address and looks at the size
 * of a body. Each refusal is a pair of rules: a page for whoever asks for one, else JSON. Addresses are counted by one
 * rule before them, which only marks. So a browser and a program share one limit. No managed rule looks into bodies:
 * they refuse reports for quoting a threat or an address, which is what reports are made of. No samples and no log:
 * neither the text nor the sender's address is kept anywhere.
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
    const refuse = (name: keyof typeof refusals, isPage: boolean): CfnWebACL.RuleActionProperty => ({
      block: {
        customResponse: {
          responseCode: refusals[name].status,
          customResponseBodyKey: isPage ? `${name}Page` : name,
          responseHeaders: headersOf(refusals[name], isPage),
        },
      },
    });
    const pair = (name: keyof typeof refusals, statement: CfnWebACL.StatementProperty): Rule[] => [
      {
        name: `${name}Page`,
        action: refuse(name, true),
        statement: { andStatement: { statements: [statement, asksForPage] } },
      },
      { name, action: refuse(name, false), statement },
    ];
    const rules: Rule[] = [
      {
        name: 'RatePerAddress',
        action: { count: {} },
        ruleLabels: [{ name: tooMany }],
        statement: {
          rateBasedStatement: { limit: requestsPerAddress, evaluationWindowSec: 300, aggregateKeyType: 'IP' },
        },
      },
      ...pair('TooMany', { labelMatchStatement: { scope: 'LABEL', key: tooMany } }),
      ...pair('TooLarge', {
        sizeConstraintStatement: {
          fieldToMatch: { body: { oversizeHandling: 'MATCH' } },
          comparisonOperator: 'GT',
          size: largestBodyBytes,
          textTransformations: [{ priority: 0, type: 'NONE' }],
        },
      }),
    ];
    const bodies = Object.entries(refusals).flatMap(([name, refusal]) => {
      const { json, page } = bodiesOf(refusal);
      return [
        [name, json],
        [`${name}Page`, page],
      ];
    });
    const acl = new CfnWebACL(this, 'Acl', {
      scope: 'REGIONAL',
      defaultAction: { allow: {} },
      visibilityConfig: seen('Firewall'),
      associationConfig: { requestBody: { API_GATEWAY: { defaultSizeInspectionLimit: 'KB_64' } } },
      customResponseBodies: Object.fromEntries(bodies),
      rules: rules.map((rule, priority) => ({ ...rule, priority, visibilityConfig: seen(rule.name) })),
    });
    this.arn = acl.attrArn;
  }
}

type Rule = Omit<CfnWebACL.RuleProperty, 'priority' | 'visibilityConfig'>;

/** Puts the gateway's stage of an API behind the firewall. */
export function putBehind(firewallArn: string, api: Construct & { stageArn: string }): void {
  new CfnWebACLAssociation(api, 'Firewall', { webAclArn: firewallArn, resourceArn: api.stageArn });
}
