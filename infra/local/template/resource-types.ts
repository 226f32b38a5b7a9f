import { NotEmulated } from './template.ts';
import type { Resource } from './template.ts';

/** Types for which this machine does something. */
const emulated = [
  'AWS::ApiGateway::Authorizer',
  'AWS::ApiGateway::GatewayResponse',
  'AWS::ApiGateway::Method',
  'AWS::ApiGateway::Resource',
  'AWS::ApiGateway::RestApi',
  'AWS::Cognito::UserPool',
  'AWS::Cognito::UserPoolClient',
  'AWS::DynamoDB::Table',
  'AWS::Events::Rule',
  'AWS::IAM::Policy',
  'AWS::IAM::Role',
  'AWS::KMS::Key',
  'AWS::Lambda::Alias',
  'AWS::Lambda::EventSourceMapping',
  'AWS::Lambda::Function',
  'AWS::SES::ConfigurationSet',
  'AWS::SES::ConfigurationSetEventDestination',
  'AWS::SES::EmailIdentity',
  'AWS::SQS::Queue',
  'AWS::SQS::QueuePolicy',
  'AWS::Scheduler::Schedule',
  'AWS::WAFv2::WebACL',
  'AWS::WAFv2::WebACLAssociation',
] as const;

/** Types that change nothing that a program sees on one machine, each with why. */
const withoutLocalBehaviour: Readonly<Record<string, string>> = {
  'AWS::ApiGateway::Account': 'Lets the gateway write its own log.',
  'AWS::ApiGateway::Deployment': 'What is in the template is what runs.',
  'AWS::ApiGateway::Stage': 'Throttles and the access log belong to the account; one machine serves one stage.',
  'AWS::CDK::Metadata': 'Counts constructs for the makers of the CDK.',
  'AWS::CloudWatch::Alarm': 'Nobody is rung by a laptop; what those it can judge would say is shown.',
  'AWS::CloudWatch::CompositeAlarm': 'Nobody is rung by a laptop.',
  'AWS::CloudWatch::Dashboard': 'Shows metrics.',
  'AWS::CodeDeploy::Application': 'What is in the template is what runs.',
  'AWS::CodeDeploy::DeploymentGroup': 'What is in the template is what runs: nothing takes over from it.',
  'AWS::Cognito::UserPoolDomain': 'Signing in answers on the same port as everything else.',
  'AWS::Cognito::ManagedLoginBranding': 'Signing in is a list of people here.',
  'AWS::Cognito::UserPoolResourceServer': 'Scopes are checked where a method asks for them.',
  'AWS::KMS::Alias': 'Keys are named by ARN.',
  'AWS::Lambda::EventInvokeConfig': 'A scheduled run is made once here, whatever it says.',
  'AWS::Lambda::Permission': 'Who may invoke is given by what is wired in the template.',
  'AWS::Lambda::Version': 'Each function has the one version that is in the template.',
  'AWS::Logs::LogGroup': 'Functions write to a file in the data folder.',
  'AWS::SNS::Topic': 'Carries alarms only.',
  'AWS::SNS::TopicPolicy': 'Carries alarms only.',
  'AWS::SNS::Subscription': 'Carries alarms only.',
};

/** Throws `NotEmulated` for the first resource whose type is on neither list. */
export function refuseUnknownTypes(resources: readonly Resource[]): void {
  for (const { type, stack, logicalId } of resources) {
    if ((emulated as readonly string[]).includes(type) || type in withoutLocalBehaviour) continue;
    throw new NotEmulated(`a resource of type ${type} (${stack}, ${logicalId})`);
  }
}
