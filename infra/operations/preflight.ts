import { ACMClient } from '@aws-sdk/client-acm';
import { CloudFormationClient } from '@aws-sdk/client-cloudformation';
import { CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider';
import { LambdaClient } from '@aws-sdk/client-lambda';
import { SESv2Client } from '@aws-sdk/client-sesv2';
import { STSClient } from '@aws-sdk/client-sts';
import { country } from '#shared/country/current.ts';
import { accountInUse, inRegionOf, regionHere } from './account-in-use.ts';
import { preflight } from './preflight/preflight.ts';
import { runCommand, say, stageNamed } from './run-command.ts';

/**
 * Looks whether an account is ready for a stage, and changes nothing: `npm run preflight -- --stage prod`
 * (docs/deploy.md). Ends with 1 when something must be mended before deploying.
 */
await runCommand(async () => {
  const stage = stageNamed('npm run preflight -- --stage prod');
  const there = inRegionOf(stage);
  const clients = {
    acm: new ACMClient(there),
    cloudformation: new CloudFormationClient(there),
    cognito: new CognitoIdentityProviderClient(there),
    lambda: new LambdaClient(there),
    ses: new SESv2Client(there),
    sts: new STSClient(there),
  };
  const account = await accountInUse(clients.sts);
  const { centre } = country;
  const { lines, toMend } = await preflight({ stage, centre, clients, account, regionHere: await regionHere() });
  for (const line of lines) say(line);
  if (toMend === 0) return;
  throw new Error(`${toMend} to mend before ${stage.name} is deployed.`);
});
