import { ACMClient, DeleteCertificateCommand, RequestCertificateCommand } from '@aws-sdk/client-acm';
import { CloudFormationClient, CreateStackCommand, DeleteStackCommand } from '@aws-sdk/client-cloudformation';
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
  SESv2Client,
} from '@aws-sdk/client-sesv2';
import { STSClient } from '@aws-sdk/client-sts';
import type { Around, Clients } from '#infra/operations/preflight/check.ts';
import { lookAt } from '#infra/operations/preflight/check.ts';
import { checks } from '#infra/operations/preflight/preflight.ts';
import { say } from '#infra/operations/run-command.ts';
import { firstServiceStack } from '#infra/stacks.ts';
import { stageOf } from '#infra/stages.ts';
import { country } from '#shared/country/current.ts';
import { account, credentials, region } from './emulator.ts';
import type { Emulator } from './emulator.ts';

/** One thing that is wrong: what makes it so, what preflight then says, and what puts it right. */
interface Wrong {
  /** The change in the account, or what else preflight looks at. Answers what puts it right again. */
  make: (around: Around) => Promise<{ around?: Partial<Around>; undo?: () => Promise<unknown> }>;
  says: RegExp;
}

const stage = stageOf('dev');
const other = 'besa-somebody-else';

/** By the name of the check. */
export const wrongs: Readonly<Record<string, Wrong | { elsewhere: string }>> = {
  account: {
    make: async () => ({ around: { stage: { ...stage, account: '222222222222' } } }),
    says: /222222222222/u,
  },
  region: {
    make: async () => ({ around: { regionHere: 'eu-west-3' } }),
    says: /export AWS_REGION=eu-central-1/u,
  },
  bootstrap: { elsewhere: 'It is looked at before the account is bootstrapped.' },
  stacks: {
    make: async ({ clients: { cloudformation } }) => {
      const StackName = firstServiceStack(stage.name);
      const TemplateBody = JSON.stringify({
        Resources: { Nothing: { Type: 'AWS::CloudFormation::WaitConditionHandle' } },
      });
      await cloudformation.send(new CreateStackCommand({ StackName, TemplateBody }));
      return { undo: () => cloudformation.send(new DeleteStackCommand({ StackName })) };
    },
    says: /of release 0\.1\.0 stands here/u,
  },
  executions: {
    make: async ({ clients: { lambda } }) => {
      const { Functions: [some] = [] } = await lambda.send(new ListFunctionsCommand({}));
      const { FunctionName } = some ?? {};
      const { AccountLimit } = await lambda.send(new GetAccountSettingsCommand({}));
      const ReservedConcurrentExecutions = (AccountLimit?.UnreservedConcurrentExecutions ?? 0) - 99;
      await lambda.send(new PutFunctionConcurrencyCommand({ FunctionName, ReservedConcurrentExecutions }));
      return {
        around: { stage: { ...stage, reservesSweeps: true } },
        undo: () => lambda.send(new DeleteFunctionConcurrencyCommand({ FunctionName })),
      };
    },
    says: /99 of them not reserved; the deployment needs 100/u,
  },
  'sign-in': {
    make: async ({ clients: { cognito } }) => {
      const { UserPool } = await cognito.send(new CreateUserPoolCommand({ PoolName: other }));
      const domain = { Domain: other, UserPoolId: UserPool?.Id };
      await cognito.send(new CreateUserPoolDomainCommand(domain));
      return {
        around: { stage: { ...stage, signInPrefix: other } },
        undo: async () => {
          await cognito.send(new DeleteUserPoolDomainCommand(domain));
          await cognito.send(new DeleteUserPoolCommand({ UserPoolId: UserPool?.Id }));
        },
      };
    },
    says: /choose another signInPrefix/u,
  },
  certificates: {
    make: async ({ clients: { acm } }) => {
      const { CertificateArn = '' } = await acm.send(new RequestCertificateCommand({ DomainName: 'other.example' }));
      const certificates = { public: CertificateArn };
      return {
        around: { stage: { ...stage, publicUrl: 'https://tell.example', certificates } },
        undo: () => acm.send(new DeleteCertificateCommand({ CertificateArn })),
      };
    },
    says: /that of public is (?:not for tell\.example|\w+, not ISSUED)/u,
  },
  mail: { elsewhere: 'The emulator’s SES cannot be stopped. Doubles are in test/infra/operations/preflight.' },
  'mails a day': {
    make: async ({ clients: { ses } }) => {
      const { SendQuota } = await ses.send(new GetAccountCommand({}));
      const mailsPerDay = (SendQuota?.Max24HourSend ?? 0) + 1;
      return { around: { stage: { ...stage, mail: { ...stage.mail, mailsPerDay } } } };
    },
    says: /mailsPerDay of infra\/stages\.ts is \d+: write \d+/u,
  },
  'mail domain': {
    make: async ({ clients: { ses } }) => {
      const EmailIdentity = stage.mail.domain;
      await ses.send(new DeleteEmailIdentityCommand({ EmailIdentity }));
      return { undo: () => ses.send(new CreateEmailIdentityCommand({ EmailIdentity })) };
    },
    says: /SES does not know .* any more/u,
  },
  names: {
    make: async () => ({ around: { stage: { ...stage, keepsData: true, publicUrl: 'https://tell.example' } } }),
    says: /examples in infra\/stages\.ts: .*publicUrl/u,
  },
  centre: {
    make: async ({ centre }) => ({
      around: {
        stage: { ...stage, keepsData: true },
        centre: { ...centre, mail: { ...centre.mail, unverified: true } },
      },
    }),
    says: /placeholders in the pack’s centre\.ts: .*mail/u,
  },
};

/**
 * Makes each thing wrong that preflight looks at, one after the other, in an account where a stage stands. Throws unless
 * preflight says just that, and says it no more once it is put right.
 */
export async function eachWrongInTurn({ url }: Emulator): Promise<void> {
  const there = { region, endpoint: url, credentials };
  const clients: Clients = {
    acm: new ACMClient(there),
    cloudformation: new CloudFormationClient(there),
    cognito: new CognitoIdentityProviderClient(there),
    lambda: new LambdaClient(there),
    ses: new SESv2Client(there),
    sts: new STSClient(there),
  };
  const around: Around = { stage, centre: country.centre, clients, account, regionHere: region };
  const mended = async (instead: Partial<Around> = {}): Promise<string[]> => {
    const found = await Promise.all(checks.map((check) => lookAt(check, { ...around, ...instead })));
    return found.filter(({ verdict }) => verdict === 'mend').map(({ what, says }) => `${what}: ${says}`);
  };
  expectLines('nothing', await mended(), []);
  for (const [what, wrong] of Object.entries(wrongs)) {
    if ('elsewhere' in wrong) {
      say(`          ${what} is not made wrong here: ${wrong.elsewhere}`);
      continue;
    }
    const { around: instead, undo } = await wrong.make(around);
    const said = await mended(instead);
    // A placeholder of the pack stands beside that of the stage where reports are in earnest.
    const about = said.filter((line) => line.startsWith(`${what}:`));
    const beside = said.filter((line) => !about.includes(line) && !(instead?.stage?.keepsData === true));
    if (about.length !== 1 || !wrong.says.test(about[0] ?? '') || beside.length > 0) {
      throw new Error(`With a wrong ${what}, preflight says:\n${said.join('\n')}`);
    }
    await undo?.();
    expectLines(what, await mended(), []);
    say(`          preflight says of ${about[0]}`);
  }
}

function expectLines(what: string, seen: readonly string[], wanted: readonly string[]): void {
  if (seen.join() !== wanted.join())
    throw new Error(`After ${what} was put right, preflight says:\n${seen.join('\n')}`);
}
