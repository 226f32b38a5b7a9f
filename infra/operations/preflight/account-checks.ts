import { DescribeCertificateCommand } from '@aws-sdk/client-acm';
import { DescribeUserPoolDomainCommand } from '@aws-sdk/client-cognito-identity-provider';
import { GetAccountSettingsCommand } from '@aws-sdk/client-lambda';
import { PlaceRefused, placeOf } from '../../place.ts';
import { firstServiceStack, stackName, stackRoles } from '../../stacks.ts';
import type { Check, Found } from './check.ts';
import { outputOf, stackOf } from './stacks-of-stage.ts';

/** The oldest bootstrap that the CDK's templates ask for. */
export const oldestBootstrap = 6;

/** What AWS keeps free of reservations in every account. */
const keptFree = 100;
/** How many executions the two sweeps reserve. */
const reservedBySweeps = 2;
const recommended = 1000;

const ok = (says: string): Found => ({ verdict: 'ok', says });
const mend = (says: string): Found => ({ verdict: 'mend', says });

/** Account and region, and what must stand there before the first stack. */
export const accountChecks: readonly Check[] = [
  {
    what: 'account',
    needs: ['sts:GetCallerIdentity'],
    look: async ({ stage, account }) => {
      try {
        placeOf(stage, { accountInUse: account });
      } catch (error) {
        if (error instanceof PlaceRefused) return mend(error.message);
        throw error;
      }
      if (stage.account === undefined) return ok(`${account}, by the credentials: infra/stages.ts pins none.`);
      return ok(`${account}, as infra/stages.ts says.`);
    },
  },
  {
    what: 'region',
    needs: [],
    look: async ({ stage, regionHere }) => {
      const { region } = stage;
      if (regionHere === region) return ok(`${region}.`);
      const here = regionHere === undefined ? 'this terminal has none' : `this terminal is in ${regionHere}`;
      return mend(`${stage.name} is in ${region}, and ${here}: export AWS_REGION=${region}.`);
    },
  },
  {
    what: 'bootstrap',
    needs: ['cloudformation:DescribeStacks'],
    look: async ({ clients, account, stage }) => {
      const place = `aws://${account}/${stage.region}`;
      const version = Number(outputOf(await stackOf(clients.cloudformation, 'CDKToolkit'), 'BootstrapVersion') ?? 0);
      if (version >= oldestBootstrap) return ok(`version ${version}.`);
      const found = version === 0 ? 'There is none' : `Version ${version} is too old`;
      return mend(`${found}: npx cdk bootstrap ${place}`);
    },
  },
  {
    what: 'stacks',
    needs: ['cloudformation:DescribeStacks'],
    look: async ({ clients, stage }) => {
      const before = firstServiceStack(stage.name);
      if ((await stackOf(clients.cloudformation, before)) !== undefined) {
        return mend(`${before} of release 0.1.0 stands here: go by docs/deploy.md, part 10.`);
      }
      const names = stackRoles.map((role) => stackName(stage.name, role));
      const all = await Promise.all(
        names.map(async (name) => ({ name, status: (await stackOf(clients.cloudformation, name))?.StackStatus ?? '' })),
      );
      const there = all.filter(({ status }) => status !== '');
      if (there.length === 0) return ok('none yet: this is the first deployment.');
      const stuck = there.filter(({ status }) => !/^(CREATE|UPDATE|UPDATE_ROLLBACK|IMPORT)_COMPLETE$/u.test(status));
      if (stuck.length === 0) return ok(`${there.length} of ${names.length} stand, none is stuck.`);
      const said = stuck.map(({ name, status }) => `${name} is ${status}`).join(', ');
      const busy = stuck.every(({ status }) => status.endsWith('_IN_PROGRESS'));
      return mend(`${said}: ${busy ? 'wait until that is over' : 'see docs/deploy.md, part 3'}.`);
    },
  },
  {
    what: 'executions',
    needs: ['lambda:GetAccountSettings', 'cloudformation:DescribeStacks'],
    look: async ({ clients, stage }) => {
      const { AccountLimit } = await clients.lambda.send(new GetAccountSettingsCommand({}));
      const quota = AccountLimit?.ConcurrentExecutions ?? 0;
      const free = AccountLimit?.UnreservedConcurrentExecutions ?? 0;
      const ask = `ask for ${recommended} (Service Quotas, Lambda, concurrent executions)`;
      const reservedAlready = (await stackOf(clients.cloudformation, stackName(stage.name, 'Reactors'))) !== undefined;
      const needed = stage.reservesSweeps ? keptFree + (reservedAlready ? 0 : reservedBySweeps) : 0;
      if (free < needed) {
        return mend(`${quota} at once, ${free} of them not reserved; the deployment needs ${needed}: ${ask}.`);
      }
      if (quota >= recommended) return ok(`${quota} at once.`);
      return { verdict: 'later', says: `${quota} at once. A class that sends in one second needs more: ${ask}.` };
    },
  },
  {
    what: 'sign-in',
    needs: ['cognito-idp:DescribeUserPoolDomain', 'cloudformation:DescribeStacks'],
    look: async ({ clients, stage, account }) => {
      const { signInPrefix: Domain } = stage;
      const { DomainDescription: found } = await clients.cognito.send(new DescribeUserPoolDomainCommand({ Domain }));
      if (found?.UserPoolId === undefined) return ok(`${Domain} is free, as far as this account can see.`);
      const ours = outputOf(await stackOf(clients.cloudformation, stackName(stage.name, 'Data')), 'UserPoolId');
      if (found.UserPoolId === ours) return ok(`${Domain} is ours.`);
      const whose = found.AWSAccountId === account ? `the user pool ${found.UserPoolId}` : 'another account';
      return mend(`${Domain} belongs to ${whose}: choose another signInPrefix in infra/stages.ts.`);
    },
  },
  {
    what: 'certificates',
    needs: ['acm:DescribeCertificate'],
    look: async ({ clients, stage }) => {
      const urls = { public: stage.publicUrl, staff: stage.staffUrl };
      const wrong: string[] = [];
      const named = Object.entries(stage.certificates ?? {});
      for (const [api, CertificateArn] of named) {
        const { Certificate: found } = await clients.acm.send(new DescribeCertificateCommand({ CertificateArn }));
        const url = urls[api as keyof typeof urls];
        const host = url === undefined ? '' : new URL(url).hostname;
        if (found?.Status !== 'ISSUED') wrong.push(`that of ${api} is ${found?.Status ?? 'unknown'}, not ISSUED`);
        else if (!covers(found.SubjectAlternativeNames ?? [], host)) wrong.push(`that of ${api} is not for ${host}`);
      }
      if (wrong.length > 0) return mend(`${wrong.join('; ')}: see docs/deploy.md, "A domain of your own".`);
      return ok(named.length === 0 ? 'none named: the APIs answer at the addresses of AWS.' : 'issued.');
    },
  },
];

/** A certificate's name may have a star in place of its first part. */
function covers(names: readonly string[], host: string): boolean {
  return names.some(
    (name) => name === host || (name.startsWith('*.') && name.slice(1) === host.replace(/^[^.]+/u, '')),
  );
}
