import { App } from 'aws-cdk-lib';
import { Template as TemplateOfStack } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import { addStacks } from '#infra/besa-app.ts';
import { buildFunctions } from '#infra/bundling/build.ts';
import { DataStack } from '#infra/data/data-stack.ts';
import { stackRoles } from '#infra/stacks.ts';
import { stageNames } from '#infra/stage-names.ts';
import { stageOf } from '#infra/stages.ts';
import type { Stage } from '#infra/stages.ts';
import type { Template, TemplateResource } from '#infra/synthesize.ts';
import { templatesOf } from './templates.ts';

await buildFunctions();
const made = (stage: Stage) => {
  const data = new DataStack(new App(), 'Data', { stage });
  return {
    stacks: addStacks(new App(), stage),
    data: TemplateOfStack.fromStack(data).toJSON() as Template,
  };
};
const ofType = ({ Resources }: Template, type: string): TemplateResource[] =>
  Object.values(Resources).filter(({ Type }) => Type === type);
const protections = ({ stacks, data }: ReturnType<typeof made>) => ({
  stacks: stackRoles.filter((role) => stacks[role].terminationProtection),
  tables: new Set(
    ofType(data, 'AWS::DynamoDB::Table').map(({ Properties }) => Properties['DeletionProtectionEnabled']),
  ),
  people: ofType(data, 'AWS::Cognito::UserPool').map(({ Properties }) => Properties['DeletionProtection']),
});

describe('the first deployment of prod', { timeout: 60_000 }, () => {
  it('leaves nothing behind that is in the way of the second, when it fails', () => {
    const first = protections(made({ ...stageOf('prod'), protectedStacks: [] }));
    expect(first).toEqual({ stacks: [], tables: new Set([false]), people: ['INACTIVE'] });
  });

  it('is protected as soon as it stands: each stack, each table, the people', () => {
    expect(protections(made(stageOf('prod')))).toEqual({
      stacks: [...stackRoles],
      tables: new Set([true]),
      people: ['ACTIVE'],
    });
  });

  it('protects data that stands already, while other stacks are made', () => {
    const second = protections(made({ ...stageOf('prod'), protectedStacks: ['Data'] }));
    expect(second).toEqual({ stacks: ['Data'], tables: new Set([true]), people: ['ACTIVE'] });
  });
});

describe('what stays when a stack goes', () => {
  it('goes with the operation that made it, when that fails; but two things hold something at once', async () => {
    const { templates } = await templatesOf('prod');
    const staying = Object.values(templates).flatMap(({ Resources }) =>
      Object.values(Resources).filter(({ DeletionPolicy }) => (DeletionPolicy ?? 'Delete') !== 'Delete'),
    );
    const types = (policy: string) =>
      [...new Set(staying.filter((one) => one.DeletionPolicy === policy).map(({ Type }) => Type))].sort();
    expect(types('RetainExceptOnCreate')).toEqual([
      'AWS::Cognito::UserPool',
      'AWS::DynamoDB::Table',
      'AWS::KMS::Key',
      'AWS::Logs::LogGroup',
    ]);
    // The role is named by a setting of the account, and CloudTrail has written into its bucket.
    expect(types('Retain')).toEqual(['AWS::ApiGateway::Account', 'AWS::IAM::Role', 'AWS::S3::Bucket']);
    for (const { UpdateReplacePolicy } of staying) expect(UpdateReplacePolicy).toBe('Retain');
    expect(staying.filter(({ DeletionPolicy }) => !/^Retain(ExceptOnCreate)?$/.test(DeletionPolicy ?? ''))).toEqual([]);
  });

  it.each(stageNames.filter((name) => !stageOf(name).keepsData))(
    'is in %s only what an account has once',
    async (name) => {
      const { templates } = await templatesOf(name);
      const staying = Object.values(templates).flatMap(({ Resources }) =>
        Object.values(Resources).flatMap(({ Type, DeletionPolicy = 'Delete' }) =>
          DeletionPolicy === 'Delete' ? [] : [Type],
        ),
      );
      const once = ['AWS::ApiGateway::Account', 'AWS::IAM::Role', ...(name === 'local' ? [] : ['AWS::S3::Bucket'])];
      expect(staying.sort()).toEqual(once);
    },
  );
});
