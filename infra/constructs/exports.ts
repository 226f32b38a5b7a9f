import { CfnOutput, Fn } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { Stage } from '../stages.ts';

function exportName({ name: stageName }: Stage, name: string): string {
  return `Besa-${stageName}-${name}`;
}

/**
 * Gives a value of one stack to the stacks deployed after it, under a fixed name. Written out instead of left to the CDK:
 * an export that no stack uses any more (a restored table stands in) must stay, or the stack that has it could not be
 * deployed while another one still reads it (decision 021).
 */
export function exportValue(scope: Construct, stage: Stage, name: string, value: string): void {
  new CfnOutput(scope, `${name}Out`, { value, exportName: exportName(stage, name) });
}

/** Reads a value that an earlier stack of the stage exports. */
export function importValue(stage: Stage, name: string): string {
  return Fn.importValue(exportName(stage, name));
}
