import { CfnOutput, Stack } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import {
  ConfigurationSet,
  ConfigurationSetTlsPolicy,
  EmailIdentity,
  Identity,
  SuppressionReasons,
} from 'aws-cdk-lib/aws-ses';
import { Construct } from 'constructs';
import type { Stage } from '../stages.ts';

/**
 * Mails to staff and institutions: one sending domain, and one configuration set that refuses to send in clear. The
 * links of a mail stay as they are, and nobody tracks whether it is opened.
 */
export class Mail extends Construct {
  readonly configurationSet: ConfigurationSet;
  readonly from: string;
  private readonly domain: string;

  constructor(scope: Construct, id: string, stage: Stage) {
    super(scope, id);
    this.from = stage.mail.from;
    this.domain = stage.mail.domain;
    this.configurationSet = new ConfigurationSet(this, 'ConfigurationSet', {
      tlsPolicy: ConfigurationSetTlsPolicy.REQUIRE,
      reputationMetrics: true,
      // The service's own list would hold an address that bounced back for ever. Besa's marks heal.
      suppressionReasons: SuppressionReasons.COMPLAINTS_ONLY,
    });
    const identity = new EmailIdentity(this, 'Identity', {
      identity: Identity.domain(stage.mail.domain),
      configurationSet: this.configurationSet,
    });
    for (const [index, record] of identity.dkimRecords.entries()) {
      new CfnOutput(this, `Dkim${index + 1}`, { value: `${record.name} CNAME ${record.value}` });
    }
  }

  /** The right to send from the one address, through the one configuration set. */
  sending(): PolicyStatement {
    const ses = (resource: string, resourceName: string): string =>
      Stack.of(this).formatArn({ service: 'ses', resource, resourceName });
    return new PolicyStatement({
      sid: 'SendMailDeps',
      actions: ['ses:SendEmail'],
      resources: [ses('identity', this.domain), ses('configuration-set', this.configurationSet.configurationSetName)],
      conditions: { StringEquals: { 'ses:FromAddress': this.from } },
    });
  }
}
