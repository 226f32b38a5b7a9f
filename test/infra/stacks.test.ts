import { App } from 'aws-cdk-lib';
import { describe, expect, it } from 'vitest';
import { addStacks } from '#infra/besa-app.ts';
import { buildFunctions } from '#infra/bundling/build.ts';
import { stackRoles } from '#infra/stacks.ts';
import type { StackRole } from '#infra/stacks.ts';
import { stageNames } from '#infra/stage-names.ts';
import { stageOf } from '#infra/stages.ts';
import { templatesOf } from './templates.ts';

const { templates } = await templatesOf('prod');

const exportsOf = (role: StackRole): string[] =>
  Object.values(templates[role].Outputs).flatMap(({ Export }) => (Export === undefined ? [] : [Export.Name]));
const importsOf = (role: StackRole): string[] => {
  const imports = JSON.stringify(templates[role]).matchAll(/"Fn::ImportValue":("[^"]+"|\{)/g);
  return [...new Set([...imports].map(([, name = '']) => name.replaceAll('"', '')))].sort();
};

describe('a stack', () => {
  it.each(stackRoles.map((role, index) => [role, stackRoles.slice(0, index)] as const))(
    '%s reads only what those before it export',
    (role, before) => {
      const known = before.flatMap(exportsOf);
      expect(importsOf(role).filter((name) => !known.includes(name))).toEqual([]);
    },
  );

  it('exports under fixed names only, so that no name changes with a construct that is renamed', () => {
    const names = stackRoles.flatMap(exportsOf);
    expect(new Set(names).size).toBe(names.length);
    expect(names.filter((name) => !/^Besa-prod-[A-Z][A-Za-z]+$/.test(name))).toEqual([]);
    expect(Object.fromEntries(stackRoles.map((role) => [role, exportsOf(role).length]))).toEqual({
      Data: 25,
      Reactors: 0,
      PublicApi: 2,
      StaffApi: 0,
    });
  });

  it('of functions reads no other than the data stack, but for what both APIs share', () => {
    const ofData = exportsOf('Data');
    const elsewhere = stackRoles.map((role) => importsOf(role).filter((name) => !ofData.includes(name)));
    expect(elsewhere).toEqual([[], [], [], ['Besa-prod-FirewallArn', 'Besa-prod-InformationArn']]);
  });

  it.each(stageNames)(
    'of %s is deployed after what it reads, and reactors before what writes their events',
    async (stage) => {
      await buildFunctions();
      const stacks = addStacks(new App(), stageOf(stage));
      expect(stackRoles.map((role) => stacks[role].stackName)).toEqual(
        stackRoles.map((role) => `Besa-${stage}-${role}`),
      );
      for (const [index, role] of stackRoles.entries()) {
        const before = stackRoles.slice(0, index).map((earlier) => stacks[earlier]);
        expect(stacks[role].dependencies).toEqual(before.slice(-1));
      }
    },
  );
});
