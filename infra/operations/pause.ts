import { LambdaClient } from '@aws-sdk/client-lambda';
import { STSClient } from '@aws-sdk/client-sts';
import { inRegionOf, refuseOtherAccounts } from './account-in-use.ts';
import { goesOn, pauseStage } from './pausing/pausing.ts';
import { runCommand, say, stageNamed } from './run-command.ts';

/**
 * Stops all functions of a stage that write or send: `npm run pause -- --stage prod` (docs/restore.md). May be broken off
 * and run again.
 */
await runCommand(async () => {
  const stage = stageNamed('npm run pause -- --stage prod');
  await refuseOtherAccounts(new STSClient(inRegionOf(stage)), stage);
  const seconds = await pauseStage(new LambdaClient(inRegionOf(stage)), { stage: stage.name, say });
  const at = new Date(Date.now() + seconds * 1000).toISOString().slice(0, 19);
  say(`${stage.name} is paused. What was running has ended by ${at}Z. ${goesOn.join(' and ')} go on.`);
  say('Alarms ring meanwhile, rightly: reports are refused, and nobody is called for a deadline.');
});
