import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { deployStage } from './deploy-stage.ts';
import { stackStatus } from './stack-status.ts';

/** Deploys a stage: `npm run deploy -- -c stage=prod` (docs/deploy.md). What else is said goes to the CDK as it is. */
async function main(): Promise<void> {
  await deployStage(process.argv.slice(2), {
    statusOf: stackStatus,
    cdk: async (args) => {
      const [code] = (await once(spawn('cdk', args, { stdio: 'inherit' }), 'exit')) as [number | null];
      if (code !== 0) throw new Error('The deployment has failed: docs/deploy.md, "When the first deployment fails".');
    },
    say: (line) => process.stdout.write(`${line}\n`),
  });
}

try {
  await main();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
