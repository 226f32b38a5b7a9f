import { App } from 'aws-cdk-lib';
import { addStacks } from './besa-app.ts';
import { buildFunctions } from './bundling/build.ts';
import { wantedStage } from './deploying/wanted-stage.ts';
import { PlaceRefused } from './place.ts';

// What the CDK's command line runs (cdk.json): `npx cdk synth --context stage=test`. It says whose credentials are in use.
const app = new App();
const stage = wantedStage((name) => app.node.tryGetContext(name));
try {
  await buildFunctions();
  addStacks(app, stage, process.env['CDK_DEFAULT_ACCOUNT']);
  app.synth();
} catch (error) {
  if (!(error instanceof PlaceRefused)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
