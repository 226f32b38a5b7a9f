import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { CloudFormationClient } from '@aws-sdk/client-cloudformation';
import { inRegionOf } from '../operations/account-in-use.ts';
import { stackOf } from '../operations/preflight/stacks-of-stage.ts';
import { runCommand, say } from '../operations/run-command.ts';
import { deployStage } from './deploy-stage.ts';

/** Deploys a stage: `npm run deploy -- -c stage=prod` (docs/deploy.md). What else is said goes to the CDK as it is. */
await runCommand(() =>
  deployStage(process.argv.slice(2), {
    statusOf: async (stage, name) => (await stackOf(new CloudFormationClient(inRegionOf(stage)), name))?.StackStatus,
    cdk: async (args) => {
      const [code] = (await once(spawn('cdk', args, { stdio: 'inherit' }), 'exit')) as [number | null];
      if (code !== 0) throw new Error('The deployment has failed: docs/deploy.md, "When the first deployment fails".');
    },
    say,
  }),
);
