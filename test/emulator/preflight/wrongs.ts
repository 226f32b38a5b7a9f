import { ACMClient, DeleteCertificateCommand, RequestCertificateCommand } from '@aws-sdk/client-acm';
import {
  CloudFormationClient,
  CreateStackCommand,
  DeleteStackCommand,
  GetTemplateCommand,
  UpdateStackCommand,
} from '@aws-sdk/client-cloudformation';
import {
  CognitoIdentityProviderClient,
  CreateUserPoolCommand,
  CreateUserPoolDomainCommand,
  DeleteUserPoolCommand,
  DeleteUserPoolDomainCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import {
  DeleteFunctionConcurrencyCommand,
  GetAccountSettingsCommand,
  LambdaClient,
  ListFunctionsCommand,
  PutFunctionConcurrencyCommand,
} from '@aws-sdk/client-lambda';
import {
  CreateEmailIdentityCommand,
  DeleteEmailIdentityCommand,
  GetAccountCommand,
  PutAccountDetailsCommand,
  SESv2Client,
} from '@aws-sdk/client-sesv2';
import { oldestBootstrap } from '#infra/operations/preflight/account-checks.ts';
import { stackOf } from '#infra/operations/preflight/stacks-of-stage.ts';
import { firstServiceStack, stackName } from '#infra/stacks.ts';
import { stageOf } from '#infra/stages.ts';
import type { Stage } from '#infra/stages.ts';
import { country } from '#shared/country/current.ts';
import type { Centre } from '#shared/domain/country-pack.ts';
import { until } from '#test/support/until.ts';
import { account, credentials, region } from '../emulator.ts';
import type { Called } from './look-there.ts';

/** Those who make things wrong in the account. */
export type There = ReturnType<typeof clientsThere>;

/** One thing that is wrong: what makes it so, and what preflight then says. */
export interface Wrong {
  /** The check that sees it. */
  check: string;
  how: string;
  make: (there: There) => Promise<Called & { undo?: () => Promise<unknown> }>;
  says: RegExp;
  /** Other checks that it is wrong for as well. */
  also?: readonly string[];
  /** In a stage where people report in earnest, filled in as a centre does it. */
  inEarnest?: true;
}

/** What cannot be made wrong in the emulator. It is tried on doubles, by this name in the test of preflight. */
export interface WrongOnDoubles {
  check: string;
  double: string;
  why: string;
}

const dev = stageOf('dev');
const other = 'besa-somebody-else';
const named = (value: string): Centre['mail'] => ({ value, source: 'The centre' });

/** `dev` as a centre fills in a stage. */
export const inEarnest: { stage: Partial<Stage>; centre: Partial<Centre> } = {
  stage: {
    account,
    keepsData: true,
    mail: { domain: 'centre.al', from: 'besa@centre.al', mailsPerDay: 50_000 },
    publicUrl: 'https://tell.centre.al',
    staffUrl: 'https://staff.centre.al',
    signInPrefix: 'centre-staff',
    alarms: { childMayBeWaiting: ['a@centre.al'], lookTomorrow: ['b@centre.al'], lastResort: 'c@centre.al' },
    budget: { usdAMonth: 60, addresses: ['b@centre.al'] },
  },
  centre: {
    institutionsPhone: named('+355 4 222 2222'),
    office: named('tell.centre.al/office'),
    postalAddress: named('Rruga 1, Tiranë'),
    mail: named('institutions@centre.al'),
  },
};

export function clientsThere(url: string) {
  const there = { region, endpoint: url, credentials };
  return {
    acm: new ACMClient(there),
    cloudformation: new CloudFormationClient(there),
    cognito: new CognitoIdentityProviderClient(there),
    lambda: new LambdaClient(there),
    ses: new SESv2Client(there),
  };
}

/** Nobody can make another one of this name. */
const bucketOfBootstrap = `cdk-hnb659fds-assets-${account}-${region}`;
const nothing = { Type: 'AWS::CloudFormation::WaitConditionHandle' };

/** Makes a stack of these resources, and answers what takes it away again. */
async function stackThere(
  { cloudformation }: There,
  StackName: string,
  Resources: object,
  stands: RegExp,
): Promise<() => Promise<unknown>> {
  await cloudformation.send(new CreateStackCommand({ StackName, TemplateBody: JSON.stringify({ Resources }) }));
  const statusOf = async () => (await stackOf(cloudformation, StackName))?.StackStatus ?? '';
  await until(statusOf, (status) => stands.test(status));
  return async () => {
    await cloudformation.send(new DeleteStackCommand({ StackName }));
    await until(statusOf, (status) => status === '');
  };
}

/** Each check has one at least, here or on doubles: a test of `npm test` sees to it. */
export const wrongs: readonly Wrong[] = [
  {
    check: 'account',
    how: 'the stage belongs into another account',
    make: async () => ({ settings: { stage: { account: '222222222222' } } }),
    says: /^These credentials are of the account 111111111111; dev belongs into 222222222222\.$/u,
  },
  {
    check: 'account',
    how: 'the credentials are of another account',
    make: async () => ({ settings: { stage: { account } }, env: { AWS_ACCESS_KEY_ID: '222222222222' } }),
    says: /^These credentials are of the account 222222222222; dev belongs into 111111111111\.$/u,
    also: ['bootstrap'],
  },
  {
    check: 'account',
    how: 'data would be kept in an account that nobody has named',
    make: async () => {
      const { account: _, ...stage } = inEarnest.stage;
      return { settings: { ...inEarnest, stage } };
    },
    says: /^dev keeps data, so infra\/stages\.ts must name its account\./u,
    inEarnest: true,
  },
  {
    check: 'account',
    how: 'the region is not allowed',
    make: async () => ({ settings: { stage: { region: 'us-east-1' } }, env: { AWS_REGION: 'us-east-1' } }),
    says: /^dev cannot be in the region us-east-1\./u,
    also: ['bootstrap'],
  },
  {
    check: 'region',
    how: 'the terminal is in another region',
    make: async () => ({ env: { AWS_REGION: 'eu-west-3' } }),
    says: /^dev is in eu-central-1, and this terminal is in eu-west-3: export AWS_REGION=eu-central-1\.$/u,
  },
  {
    check: 'region',
    how: 'the terminal is in no region',
    make: async () => ({ env: { AWS_REGION: undefined, AWS_DEFAULT_REGION: undefined } }),
    says: /^dev is in eu-central-1, and this terminal has none: /u,
  },
  {
    check: 'bootstrap',
    how: 'nobody has bootstrapped the account',
    make: async () => ({ env: { AWS_ACCESS_KEY_ID: '222222222222' } }),
    says: /^There is none: npx cdk bootstrap aws:\/\/222222222222\/eu-central-1$/u,
  },
  {
    check: 'bootstrap',
    how: 'the bootstrap is too old',
    make: async ({ cloudformation }) => {
      const StackName = 'CDKToolkit';
      const { TemplateBody = '' } = await cloudformation.send(new GetTemplateCommand({ StackName }));
      const update = async (body: string) => {
        const Capabilities = ['CAPABILITY_NAMED_IAM' as const];
        await cloudformation.send(new UpdateStackCommand({ StackName, TemplateBody: body, Capabilities }));
        await until(
          async () => (await stackOf(cloudformation, StackName))?.StackStatus,
          (status) => status === 'UPDATE_COMPLETE',
        );
      };
      await update(olderBootstrap(TemplateBody));
      return { undo: () => update(TemplateBody) };
    },
    says: /^Version 5 is too old: npx cdk bootstrap /u,
  },
  {
    check: 'stacks',
    how: 'the service stack of release 0.1.0 stands',
    make: async (there) => ({
      undo: await stackThere(there, firstServiceStack('dev'), { Nothing: nothing }, /^CREATE_COMPLETE$/u),
    }),
    says: /^Besa-dev-Service of release 0\.1\.0 stands here: go by docs\/deploy\.md, part 10\.$/u,
  },
  {
    check: 'stacks',
    how: 'a first deployment has failed',
    make: async (there) => ({
      stage: 'test',
      undo: await stackThere(
        there,
        stackName('test', 'Data'),
        { Refused: { Type: 'AWS::S3::Bucket', Properties: { BucketName: bucketOfBootstrap } } },
        /^ROLLBACK_COMPLETE$/u,
      ),
    }),
    says: /^Besa-test-Data is ROLLBACK_COMPLETE: see docs\/deploy\.md, part 3\.$/u,
  },
  {
    check: 'stacks',
    how: 'a deployment goes on',
    make: async (there) => ({
      stage: 'test',
      undo: await stackThere(
        there,
        stackName('test', 'Data'),
        {
          Handle: nothing,
          Waits: {
            Type: 'AWS::CloudFormation::WaitCondition',
            Properties: { Handle: { Ref: 'Handle' }, Timeout: 600 },
          },
        },
        /^CREATE_IN_PROGRESS$/u,
      ),
    }),
    says: /^Besa-test-Data is CREATE_IN_PROGRESS: wait until that is over\.$/u,
  },
  {
    check: 'executions',
    how: 'others have reserved too many',
    make: async ({ lambda }) => {
      const { Functions: [some] = [] } = await lambda.send(new ListFunctionsCommand({}));
      const { FunctionName } = some ?? {};
      const { AccountLimit } = await lambda.send(new GetAccountSettingsCommand({}));
      const ReservedConcurrentExecutions = (AccountLimit?.UnreservedConcurrentExecutions ?? 0) - 99;
      await lambda.send(new PutFunctionConcurrencyCommand({ FunctionName, ReservedConcurrentExecutions }));
      return {
        settings: { stage: { reservesSweeps: true } },
        undo: () => lambda.send(new DeleteFunctionConcurrencyCommand({ FunctionName })),
      };
    },
    says: /, 99 of them not reserved; the deployment needs 100: ask for 1000 /u,
  },
  {
    check: 'sign-in',
    how: 'the prefix belongs to another pool',
    make: async ({ cognito }) => {
      const { UserPool } = await cognito.send(new CreateUserPoolCommand({ PoolName: other }));
      const domain = { Domain: other, UserPoolId: UserPool?.Id };
      await cognito.send(new CreateUserPoolDomainCommand(domain));
      return {
        settings: { stage: { signInPrefix: other } },
        undo: async () => {
          await cognito.send(new DeleteUserPoolDomainCommand(domain));
          await cognito.send(new DeleteUserPoolCommand({ UserPoolId: UserPool?.Id }));
        },
      };
    },
    says: /^besa-somebody-else belongs to the user pool \S+: choose another signInPrefix in infra\/stages\.ts\.$/u,
  },
  {
    check: 'sign-in',
    how: 'nobody answers',
    make: async () => ({ env: { AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER: 'http://127.0.0.1:1' } }),
    says: /^AWS does not say how it stands: /u,
  },
  {
    check: 'certificates',
    how: 'one is for another name',
    make: async ({ acm }) => {
      const { CertificateArn = '' } = await acm.send(new RequestCertificateCommand({ DomainName: 'other.example' }));
      return {
        settings: { stage: { publicUrl: 'https://tell.example', certificates: { public: CertificateArn } } },
        undo: () => acm.send(new DeleteCertificateCommand({ CertificateArn })),
      };
    },
    says: /^that of public is not for tell\.example: see docs\/deploy\.md, "A domain of your own"\.$/u,
  },
  {
    check: 'certificates',
    how: 'its number is mistyped',
    make: async () => {
      const staff = `arn:aws:acm:${region}:${account}:certificate/00000000-0000-0000-0000-000000000000`;
      return { settings: { stage: { certificates: { staff } } } };
    },
    says: /^AWS does not say how it stands: ResourceNotFoundException/u,
  },
  {
    check: 'mail',
    how: 'SES is in its sandbox',
    make: async ({ ses }) => {
      const put = async (ProductionAccessEnabled: boolean) =>
        ses.send(
          new PutAccountDetailsCommand({
            MailType: 'TRANSACTIONAL',
            WebsiteURL: 'https://centre.al',
            ProductionAccessEnabled,
          }),
        );
      await put(false);
      return { settings: inEarnest, undo: () => put(true) };
    },
    says: /^SES is in its sandbox: staff are not told\./u,
    inEarnest: true,
  },
  {
    check: 'mails a day',
    how: 'Besa would send more than SES takes',
    make: async ({ ses }) => {
      const { SendQuota } = await ses.send(new GetAccountCommand({}));
      const mailsPerDay = (SendQuota?.Max24HourSend ?? 0) + 1;
      return { settings: { stage: { mail: { ...dev.mail, mailsPerDay } } } };
    },
    says: /^SES takes (\d+) a day, mailsPerDay of infra\/stages\.ts is \d+: write \1\.$/u,
  },
  {
    check: 'mail domain',
    how: 'somebody has taken it away',
    make: async ({ ses }) => {
      const EmailIdentity = dev.mail.domain;
      await ses.send(new DeleteEmailIdentityCommand({ EmailIdentity }));
      return { undo: () => ses.send(new CreateEmailIdentityCommand({ EmailIdentity })) };
    },
    says: /^SES does not know dev\.besa\.example any more: deploy the stack of the reactors again\.$/u,
  },
  {
    check: 'names',
    how: 'an example is left',
    make: async () => ({
      settings: { ...inEarnest, stage: { ...inEarnest.stage, publicUrl: 'https://tell.besa.example' } },
    }),
    says: /^examples in infra\/stages\.ts: publicUrl\.$/u,
    inEarnest: true,
  },
  {
    check: 'centre',
    how: 'a placeholder is left',
    make: async () => {
      const { mail } = country.centre;
      return { settings: { ...inEarnest, centre: { ...inEarnest.centre, mail } } };
    },
    says: /^placeholders in the pack’s centre\.ts: mail\.$/u,
    inEarnest: true,
  },
];

export const onDoubles: readonly WrongOnDoubles[] = [
  {
    check: 'executions',
    double: 'a quota that leaves the sweeps no reservation',
    why: 'nobody can lower its quota',
  },
  {
    check: 'sign-in',
    double: 'a sign-in prefix of another account',
    why: 'it says of each prefix that it belongs to whoever asks',
  },
  {
    check: 'certificates',
    double: 'a certificate that is not issued',
    why: 'it issues each certificate at once',
  },
  { check: 'mail', double: 'mail that SES has stopped', why: 'its SES never stops' },
  { check: 'mail', double: 'mail that SES may stop', why: 'its SES never warns' },
  { check: 'mail domain', double: 'a mail domain that SES gave up on', why: 'its SES never looks into the DNS' },
];

/** The same template, saying an older version. */
function olderBootstrap(template: string): string {
  const older = template.replace(
    /(\n {2}BootstrapVersion:\n(?: {4}.*\n)*? {4}Value: )"\d+"/u,
    `$1"${oldestBootstrap - 1}"`,
  );
  if (older === template) throw new Error('The template of the bootstrap says its version in another way.');
  return older;
}
