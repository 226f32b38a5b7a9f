import { CfnOutput, Fn } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { Stage } from '../stages.ts';

function exportName({ name: stageName }: Stage, name: string): string {
  return `Besa-${stageName}-${name}`;
}

/**
 * Gives a value of one stack to the stacks deployed after it, under a fixed name. The CDK would take an export away as soon
 * as the app no longer uses it (a restored table stands in). While a running stack still reads it, CloudFormation refuses
 * that (decision 021).
 */
export function exportValue(scope: Construct, stage: Stage, name: string, value: string): void {
  new CfnOutput(scope, `${name}Out`, { value, exportName: exportName(stage, name) });
}

/** Reads a value that an earlier stack of the stage exports. */
export function importValue(stage: Stage, name: string): string {
  return Fn.importValue(exportName(stage, name));
}
