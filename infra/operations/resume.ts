import { LambdaClient } from '@aws-sdk/client-lambda';
import { STSClient } from '@aws-sdk/client-sts';
import { inRegionOf, refuseOtherAccounts } from './account-in-use.ts';
import { resumeStage } from './pausing/pausing.ts';
import { runCommand, say, stageNamed } from './run-command.ts';

/**
 * Puts the functions of a stage back to how they ran before a pause: `npm run resume -- --stage prod` (docs/restore.md).
 * May be broken off and run again.
 */
await runCommand(async () => {
  const stage = stageNamed('npm run resume -- --stage prod');
  await refuseOtherAccounts(new STSClient(inRegionOf(stage)), stage);
  const count = await resumeStage(new LambdaClient(inRegionOf(stage)), { stage: stage.name, say });
  say(count === 0 ? `Nothing of ${stage.name} was paused.` : `${count} functions of ${stage.name} run again.`);
});
