import { App } from 'aws-cdk-lib';
import { addStacks } from './besa-app.ts';
import { buildFunctions } from './bundling/build.ts';
import { stageOf } from './stages.ts';

// What the CDK's command line runs (cdk.json): `npx cdk deploy --all --context stage=test`.
const app = new App();
const wanted: unknown = app.node.tryGetContext('stage');
await buildFunctions();
addStacks(app, stageOf(typeof wanted === 'string' ? wanted : 'dev'));
app.synth();
