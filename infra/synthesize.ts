import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App } from 'aws-cdk-lib';
import type { CfnFunction } from 'aws-cdk-lib/aws-lambda';
import type { AlarmListEntry } from './alarms/alarm-list.ts';
import { addStacks } from './besa-app.ts';
import { buildFunctions } from './bundling/build.ts';
import type { FunctionBundle } from './bundling/build.ts';
import { BesaAlarm } from './constructs/besa-alarm.ts';
import { BesaFunction } from './constructs/besa-function.ts';
import { stackRoles } from './stacks.ts';
import type { StackRole } from './stacks.ts';
import { stageOf } from './stages.ts';
import type { Stage } from './stages.ts';

export interface TemplateResource {
  Type: string;
  Properties: Record<string, unknown>;
  DependsOn?: string | string[];
  DeletionPolicy?: string;
  UpdateReplacePolicy?: string;
}

/** A CloudFormation template, as far as Besa's stacks use the language. */
export interface Template {
  Resources: Record<string, TemplateResource>;
  Outputs: Record<string, { Value: unknown; Export?: { Name: string } }>;
}

export interface Synthesized {
  stage: Stage;
  /** In the order of deployment; each reads the outputs of those before it by `Fn::ImportValue`. */
  templates: Readonly<Record<StackRole, Template>>;
  /** Which bundle each `AWS::Lambda::Function` of the templates runs, by its logical id. */
  functions: Readonly<Record<string, FunctionBundle>>;
  alarms: readonly AlarmListEntry[];
}

/**
 * Bundles the functions and makes the templates of a stage, in process and offline. It makes what `cdk synth` makes,
 * without its files. It does not check the templates again, which takes a second; the tests and `cdk synth` do. Throws
 * when a function that the app names has no handler. `instead` replaces data of the stage.
 */
export async function synthesize(stageName: string, instead: Partial<Omit<Stage, 'name'>> = {}): Promise<Synthesized> {
  const stage = { ...stageOf(stageName), ...instead };
  const bundles = new Map((await buildFunctions()).map((bundle) => [bundle.name, bundle]));
  const validation = process.env['CDK_VALIDATION'];
  process.env['CDK_VALIDATION'] = 'false';
  const outdir = mkdtempSync(join(tmpdir(), 'besa-synth-'));
  try {
    const app = new App({
      outdir,
      analyticsReporting: false,
      // The bundles are used where they are; nobody needs copies of them.
      context: { 'aws:cdk:disable-asset-staging': true },
    });
    const stacks = addStacks(app, stage);
    const assembly = app.synth();
    const templateOf = (role: StackRole): Template => {
      const template = assembly.getStackArtifact(stacks[role].artifactId).template as Partial<Template>;
      return { Resources: template.Resources ?? {}, Outputs: template.Outputs ?? {} };
    };
    const templates = Object.fromEntries(stackRoles.map((role) => [role, templateOf(role)])) as Record<
      StackRole,
      Template
    >;
    const constructs = Object.values(stacks).flatMap((stack) => stack.node.findAll());
    const functions = Object.fromEntries(
      constructs
        .filter((construct) => construct instanceof BesaFunction)
        .map(({ name, lambda }) => {
          const bundle = bundles.get(name);
          if (bundle === undefined) throw new Error(`The function ${name} was not built.`);
          return [lambda.stack.getLogicalId(lambda.node.defaultChild as CfnFunction), bundle];
        }),
    );
    const alarms = constructs
      .filter((construct) => construct instanceof BesaAlarm)
      .map(({ node, listed }) => ({ name: node.path.slice(node.path.indexOf('/') + 1), ...listed }));
    return { stage, templates, functions, alarms };
  } finally {
    if (validation === undefined) delete process.env['CDK_VALIDATION'];
    else process.env['CDK_VALIDATION'] = validation;
    rmSync(outdir, { recursive: true, force: true });
  }
}
