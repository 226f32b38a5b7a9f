import { describe, expect, it } from 'vitest';
import { stageNames } from '#infra/stage-names.ts';
import { stageOf } from '#infra/stages.ts';
import type { StageName } from '#infra/stage-names.ts';
import { synthesize } from '#infra/synthesize.ts';
import type { Template, TemplateResource } from '#infra/synthesize.ts';
import { functionBehind, ofType, propertiesOf, servicesOf, spoken, templatesOf } from '../templates.ts';
import type { Statement } from '../templates.ts';

const prod = await templatesOf('prod');
const service = servicesOf(prod);
const shifted = ['case-desk', 'follow-up', 'intake'];
const minutes = 10;

interface Group {
  AlarmConfiguration: { Alarms: { Name: { Ref: string } }[]; Enabled: boolean; IgnorePollAlarmFailure?: boolean };
  AutoRollbackConfiguration: { Enabled: boolean; Events: string[] };
  DeploymentConfigName: string;
  DeploymentStyle: unknown;
  ServiceRoleArn: { 'Fn::GetAtt': [string, string] };
}
/** All but the tag, which names the stage. */
const groupsOf = (template: Template): Group[] =>
  Object.values(ofType(template, 'AWS::CodeDeploy::DeploymentGroup')).map(
    ({ Properties }) => ({ ...Properties, Tags: undefined }) as unknown as Group,
  );

const aliases = Object.entries(ofType(service, 'AWS::Lambda::Alias')).map(([id, alias]) => {
  const { FunctionVersion } = alias.Properties as { FunctionVersion: { 'Fn::GetAtt': [string, string] } };
  const { UpdatePolicy } = alias as TemplateResource & {
    UpdatePolicy?: { CodeDeployLambdaAliasUpdate?: { DeploymentGroupName: { Ref: string } } };
  };
  const group = UpdatePolicy?.CodeDeployLambdaAliasUpdate?.DeploymentGroupName.Ref ?? '';
  return {
    id,
    of: functionBehind(prod, { Ref: id }) ?? '',
    functionId: (alias.Properties['FunctionName'] as { Ref: string }).Ref,
    name: alias.Properties['Name'],
    version: propertiesOf(service, FunctionVersion['Fn::GetAtt'][0]),
    group: propertiesOf(service, group) as unknown as Group,
  };
});

describe('a new version', () => {
  it('of what takes reports, threads and cases begins behind an alias, by a version of its own', () => {
    expect(aliases.map(({ of }) => of).sort()).toEqual(shifted);
    for (const { name, version, functionId } of aliases) {
      expect(name).toBe('live');
      expect(version).toEqual({ FunctionName: { Ref: functionId } });
    }
  });

  it.each(aliases.map((alias) => [alias.of, alias] as const))('%s is called by its alias alone', (name, { id }) => {
    const permissions = Object.values(ofType(service, 'AWS::Lambda::Permission')).filter(
      ({ Properties }) => functionBehind(prod, Properties['FunctionName']) === name,
    );
    expect(permissions.map(({ Properties }) => Properties['FunctionName'])).toEqual([{ Ref: id }]);
    const called = Object.values(ofType(service, 'AWS::ApiGateway::Method')).map(
      ({ Properties }) =>
        (Properties['Integration'] as { Uri: { 'Fn::Join': [string, unknown[]] } }).Uri['Fn::Join'][1],
    );
    const here = called.map((parts) => parts.at(-2)).filter((part) => functionBehind(prod, part) === name);
    expect(here.length).toBeGreaterThan(0);
    for (const part of here) expect(part).toEqual({ Ref: id });
  });

  it.each(aliases.map((alias) => [alias.of, alias] as const))(
    '%s has a tenth of the requests for some minutes, and loses them when it fails or its API answers with errors',
    (_, { functionId, group }) => {
      expect(group).toMatchObject({
        DeploymentConfigName: `CodeDeployDefault.LambdaCanary10Percent${minutes}Minutes`,
        DeploymentStyle: { DeploymentOption: 'WITH_TRAFFIC_CONTROL', DeploymentType: 'BLUE_GREEN' },
        AutoRollbackConfiguration: {
          Enabled: true,
          Events: ['DEPLOYMENT_FAILURE', 'DEPLOYMENT_STOP_ON_REQUEST', 'DEPLOYMENT_STOP_ON_ALARM'],
        },
        AlarmConfiguration: { Enabled: true },
      });
      const watched = group.AlarmConfiguration.Alarms.map(({ Name }) => propertiesOf(service, Name.Ref));
      expect(watched.map(({ MetricName }) => MetricName)).toEqual(['Errors', '5XXError']);
      expect(JSON.stringify(watched[0]?.['Dimensions'])).toContain(functionId);
      for (const { Period, EvaluationPeriods, Threshold } of watched) {
        expect(Number(Period) * Number(EvaluationPeriods)).toBeLessThanOrEqual((minutes * 60) / 2);
        expect(Threshold).toBe(1);
      }
    },
  );

  it.each(aliases.map((alias) => [alias.of, alias] as const))(
    '%s is moved by a role that moves no other',
    (_, { functionId, group }) => {
      const role = propertiesOf(service, group.ServiceRoleArn['Fn::GetAtt'][0]);
      expect(role).not.toHaveProperty('ManagedPolicyArns');
      expect(JSON.stringify(role['AssumeRolePolicyDocument'])).toContain('"codedeploy.amazonaws.com"');
      const [policy, ...others] = role['Policies'] as { PolicyDocument: { Statement: Statement[] } }[];
      expect(others).toEqual([]);
      const own = functionId.replace(/[0-9A-F]{8}$/, '');
      const said = policy?.PolicyDocument.Statement.map(({ Action, Resource }) => [
        Action,
        Array.isArray(Resource) ? Resource.map(spoken) : spoken(Resource),
      ]);
      // The two stars are those that AWS leaves no other word for: acknowledged-findings.ts.
      expect(said).toEqual([
        [
          ['lambda:GetAlias', 'lambda:UpdateAlias'],
          [own, `${own}:live`],
        ],
        ['lambda:GetProvisionedConcurrencyConfig', `${own}:*`],
        ['cloudwatch:DescribeAlarms', 'arn:AWS::Partition:cloudwatch:AWS::Region:AWS::AccountId:alarm:*'],
      ]);
    },
  );

  it('of reactors and of everything else takes over at once: each has one alias, or none', () => {
    expect(ofType(prod.templates.Reactors, 'AWS::Lambda::Alias')).toEqual({});
    expect(ofType(prod.templates.Reactors, 'AWS::CodeDeploy::DeploymentGroup')).toEqual({});
    expect(aliases).toHaveLength(shifted.length);
    expect(groupsOf(service)).toHaveLength(shifted.length);
  });

  it.each([
    ['information', 'intake'],
    ['information', 'follow-up'],
    ['console', 'case-desk'],
  ])('of %s waits for that of %s: a new page never meets an old reader', (page, reader) => {
    const [pageId] = Object.entries(prod.functions).find(([, { name }]) => name === page) ?? [];
    const [alias] = aliases.filter(({ of }) => of === reader);
    expect(service.Resources[pageId ?? '']?.DependsOn).toContain(alias?.id);
  });

  it('is led to only when it lets the gateway in', () => {
    for (const api of ['PublicApi', 'StaffApi'] as const) {
      const [deployment] = Object.values(ofType(prod.templates[api], 'AWS::ApiGateway::Deployment'));
      const permissions = Object.keys(ofType(prod.templates[api], 'AWS::Lambda::Permission'));
      expect(permissions.length).toBeGreaterThan(3);
      expect(permissions.filter((id) => deployment?.DependsOn?.includes(id) !== true)).toEqual([]);
    }
  });
});

describe('a stage without a tenth first', () => {
  const atOnce = (group: Group): Group => ({
    ...group,
    AlarmConfiguration: { ...group.AlarmConfiguration, Enabled: false },
    AutoRollbackConfiguration: { Enabled: true, Events: ['DEPLOYMENT_FAILURE', 'DEPLOYMENT_STOP_ON_REQUEST'] },
    DeploymentConfigName: 'CodeDeployDefault.LambdaAllAtOnce',
  });

  it.each(stageNames)(
    'differs in nothing else, so that what runs elsewhere is what runs in prod: %s',
    async (name: StageName) => {
      const groups = groupsOf(servicesOf(await templatesOf(name)));
      const isSlow = stageOf(name).newVersions === 'a tenth first';
      expect(groups).toEqual(groupsOf(service).map((group) => (isSlow ? group : atOnce(group))));
      expect(isSlow).toBe(['prod', 'test'].includes(name));
    },
  );

  it(
    'can be prod for one deployment: while an alarm rings, nothing else would mend it',
    { timeout: 60_000 },
    async () => {
      const { templates } = await synthesize('prod', { newVersions: 'all at once' });
      for (const role of ['PublicApi', 'StaffApi'] as const) {
        expect(groupsOf(templates[role])).toEqual(groupsOf(prod.templates[role]).map(atOnce));
      }
    },
  );
});
