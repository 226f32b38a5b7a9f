import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Stack } from 'aws-cdk-lib';
import { describe, expect, it } from 'vitest';
import { acknowledgedFindings } from '#infra/acknowledged-findings.ts';
import { addStacks } from '#infra/besa-app.ts';
import { buildFunctions } from '#infra/bundling/build.ts';
import { PublicApiStack } from '#infra/api/public-api-stack.ts';
import { StaffApiStack } from '#infra/api/staff-api-stack.ts';
import { DataStack } from '#infra/data/data-stack.ts';
import { ReactorsStack } from '#infra/reactors/reactors-stack.ts';
import type { StackRole } from '#infra/stacks.ts';
import { stageNames } from '#infra/stage-names.ts';
import { stageOf } from '#infra/stages.ts';
import { tableDesigns } from '#shared/adapters/aws/dynamo/table-design.ts';
import { checkedApps } from './checked-app.ts';
import { ofType, propertiesOf, servicesOf, spoken, templatesOf } from './templates.ts';
import type { Statement } from './templates.ts';

const { Data: data } = (await templatesOf('prod')).templates;

/** The files of code below a folder of the repository. */
function filesOf(folder: string): string[] {
  const root = join(import.meta.dirname, '../..', folder);
  const names = readdirSync(root, { recursive: true, encoding: 'utf8' });
  return names
    .filter((name) => name.endsWith('.ts'))
    .sort()
    .map((name) => join(root, name));
}

describe('what holds people’s words', () => {
  const tables = Object.entries(ofType(data, 'AWS::DynamoDB::Table'));

  it('can be brought back to any second, is encrypted by our own key, and cannot be deleted by mistake', () => {
    expect(tables).toHaveLength(Object.keys(tableDesigns).length);
    for (const [id, table] of tables) {
      const design = Object.entries(tableDesigns).find(([name]) => id.startsWith(`${name}Table`))?.[1];
      expect(table).toMatchObject({ DeletionPolicy: 'RetainExceptOnCreate', UpdateReplacePolicy: 'Retain' });
      expect(table.Properties).toMatchObject({
        BillingMode: 'PAY_PER_REQUEST',
        DeletionProtectionEnabled: true,
        PointInTimeRecoverySpecification: {
          PointInTimeRecoveryEnabled: true,
          RecoveryPeriodInDays: design?.recoveryDays,
        },
        SSESpecification: { SSEEnabled: true, SSEType: 'KMS' },
      });
    }
  });

  it('loses by itself only the rows that say until when they are kept: ended visits', () => {
    const losing = tables.filter(([, { Properties }]) => 'TimeToLiveSpecification' in Properties);
    expect(losing.map(([id, { Properties }]) => [id.slice(0, 10), Properties['TimeToLiveSpecification']])).toEqual([
      ['CasesTable', { AttributeName: 'removeAt', Enabled: true }],
    ]);
    const writers = filesOf('shared/adapters').filter((file) => readFileSync(file, 'utf8').includes('removeAt'));
    expect(writers.map((file) => file.slice(file.indexOf('shared/')))).toEqual([
      'shared/adapters/aws/cases/visits.ts',
      'shared/adapters/aws/dynamo/table-design.ts',
    ]);
  });

  it('streams its history only', () => {
    const streaming = tables.filter(([, { Properties }]) => 'StreamSpecification' in Properties);
    expect(streaming.map(([id, { Properties }]) => [id.slice(0, 15), Properties['StreamSpecification']])).toEqual([
      ['CaseEventsTable', { StreamViewType: 'NEW_IMAGE' }],
    ]);
  });

  it('is behind five keys that stay when the stack goes', () => {
    const all = Object.entries(ofType(data, 'AWS::KMS::Key'));
    // The key of the alarm topics opens no words, and can be made again.
    const ofAlarms = all.filter(([id]) => id.startsWith('AlarmsKey'));
    expect(ofAlarms).toHaveLength(1);
    const keys = all.filter((one) => !ofAlarms.includes(one)).map(([, key]) => key);
    expect(keys.map(({ Properties }) => spoken(Properties['KeySpec'] ?? 'symmetric')).sort()).toEqual([
      'HMAC_256',
      'HMAC_256',
      'HMAC_256',
      'symmetric',
      'symmetric',
    ]);
    for (const key of keys) expect(key.DeletionPolicy).toBe('RetainExceptOnCreate');
  });

  it.each(['case', 'purpose'])('opens for nobody without the %s it belongs to', (part) => {
    const contentKey = Object.keys(ofType(data, 'AWS::KMS::Key')).find((id) => id.startsWith('ContentKey'));
    const { Statement } = propertiesOf(data, contentKey)['KeyPolicy'] as { Statement: Statement[] };
    const denied = Statement.filter(
      ({ Effect, Condition }) => Effect === 'Deny' && Condition?.['Null']?.[`kms:EncryptionContext:${part}`] === 'true',
    );
    expect(denied).toHaveLength(1);
    expect(denied[0]).toMatchObject({ Principal: { AWS: '*' } });
    expect(denied[0]?.Action).toEqual(
      expect.arrayContaining(['kms:Decrypt', 'kms:GenerateDataKey', 'kms:ReEncryptFrom']),
    );
  });
});

describe('signing in', () => {
  it('is for people an administrator has added, with a second factor', () => {
    const [pool] = Object.values(ofType(data, 'AWS::Cognito::UserPool'));
    expect(pool).toMatchObject({
      DeletionPolicy: 'RetainExceptOnCreate',
      Properties: {
        AdminCreateUserConfig: { AllowAdminCreateUserOnly: true },
        MfaConfiguration: 'ON',
        EnabledMfas: ['SOFTWARE_TOKEN_MFA'],
        DeletionProtection: 'ACTIVE',
      },
    });
  });

  it('lets nobody change what their account says of them, and has no attribute that would give a right', () => {
    const [pool] = Object.values(ofType(data, 'AWS::Cognito::UserPool'));
    const [client] = Object.values(ofType(data, 'AWS::Cognito::UserPoolClient'));
    expect(pool?.Properties).not.toHaveProperty('Schema');
    expect(client?.Properties['WriteAttributes']).toEqual(['locale']);
  });

  it('keeps no password way in, and asks for nothing but the scope of staff', () => {
    const clients = Object.values(ofType(data, 'AWS::Cognito::UserPoolClient'));
    expect(clients).toHaveLength(1);
    // Where none is named, Cognito allows SRP. The one of triggers is open to nobody: the pool has no trigger.
    expect(clients[0]?.Properties['ExplicitAuthFlows']).toEqual(['ALLOW_CUSTOM_AUTH']);
    const [pool] = Object.values(ofType(data, 'AWS::Cognito::UserPool'));
    expect(pool?.Properties).not.toHaveProperty('LambdaConfig');
    const scopes = JSON.stringify(clients[0]?.Properties['AllowedOAuthScopes']);
    expect(scopes).not.toMatch(/aws\.cognito\.signin|phone|profile/);
    expect(clients[0]?.Properties).toMatchObject({
      SupportedIdentityProviders: ['COGNITO'],
      PreventUserExistenceErrors: 'ENABLED',
      EnableTokenRevocation: true,
    });
  });

  it('lasts a shift, by a token that each use replaces, and leads back to the console only', () => {
    const [client] = Object.values(ofType(data, 'AWS::Cognito::UserPoolClient'));
    expect(client?.Properties).toMatchObject({
      AccessTokenValidity: 60,
      RefreshTokenValidity: 12 * 60,
      TokenValidityUnits: { AccessToken: 'minutes', RefreshToken: 'minutes' },
      RefreshTokenRotation: { Feature: 'ENABLED', RetryGracePeriodSeconds: 60 },
      CallbackURLs: ['https://staff.besa.example/signed-in'],
      LogoutURLs: ['https://staff.besa.example/signed-out'],
    });
  });

  it('can ask again who it is: on the pages that know how, which have a look', () => {
    const [client] = Object.keys(ofType(data, 'AWS::Cognito::UserPoolClient'));
    const [domain] = Object.values(ofType(data, 'AWS::Cognito::UserPoolDomain'));
    const looks = Object.values(ofType(data, 'AWS::Cognito::ManagedLoginBranding'));
    expect(domain?.Properties).toMatchObject({ ManagedLoginVersion: 2 });
    expect(looks.map(({ Properties }) => Properties)).toMatchObject([
      { ClientId: { Ref: client }, UseCognitoProvidedValues: true },
    ]);
  });

  it('is told to other stacks by client and address', () => {
    const exported = Object.values(data.Outputs).filter(({ Export }) => /SignIn|Client/.test(Export?.Name ?? ''));
    const [client] = Object.keys(ofType(data, 'AWS::Cognito::UserPoolClient'));
    const [domain] = Object.keys(ofType(data, 'AWS::Cognito::UserPoolDomain'));
    expect(exported).toEqual([
      { Value: { Ref: client }, Export: { Name: 'Besa-prod-StaffClientId' } },
      {
        Value: { 'Fn::Join': ['', ['https://', { Ref: domain }, '.auth.eu-central-1.amazoncognito.com']] },
        Export: { Name: 'Besa-prod-SignInAddress' },
      },
    ]);
  });

  it('is by code, from a client that has no secret to lose', () => {
    const [client] = Object.values(ofType(data, 'AWS::Cognito::UserPoolClient'));
    expect(client?.Properties).toMatchObject({ AllowedOAuthFlows: ['code'], GenerateSecret: false });
    expect(JSON.stringify(client?.Properties['AllowedOAuthScopes'])).toContain('/staff');
  });
});

describe.each(stageNames)('the stacks of %s', (stage) => {
  it('hold no custom resource, no image, and no function but Besa’s own', async () => {
    const made = await templatesOf(stage);
    const resources = Object.values(made.templates).flatMap(({ Resources }) => Object.values(Resources));
    const custom = resources.filter(({ Type }) => /^Custom::|CustomResource/.test(Type));
    expect(custom).toEqual([]);
    const lambdas = ofType(servicesOf(made), 'AWS::Lambda::Function');
    expect(Object.keys(lambdas).sort()).toEqual(Object.keys(made.functions).sort());
    expect(ofType(made.templates.Data, 'AWS::Lambda::Function')).toEqual({});
    for (const { Properties } of Object.values(lambdas)) {
      expect(Properties).not.toHaveProperty('PackageType');
      expect(Properties['Code']).toHaveProperty('S3Key');
    }
  });
});

describe('the rule packs', () => {
  const newApp = checkedApps();

  it.each(stageNames)('find nothing in %s but what is acknowledged', { timeout: 60_000 }, async (stage) => {
    await buildFunctions();
    const app = newApp();
    addStacks(app, stageOf(stage));
    expect(() => app.synth()).not.toThrow();
  });

  it('find everything that is acknowledged, so that no reason outlives its finding', async () => {
    await buildFunctions();
    const app = newApp();
    const stage = stageOf('prod');
    const bare: Record<StackRole, Stack> = {
      Data: new DataStack(app, 'BareData', { stage }),
      Reactors: new ReactorsStack(app, 'BareReactors', { stage }),
      PublicApi: new PublicApiStack(app, 'BarePublicApi', { stage }),
      StaffApi: new StaffApiStack(app, 'BareStaffApi', { stage }),
    };
    expect(() => app.synth()).toThrow('validation-report.json');
    const report = JSON.parse(readFileSync(join(app.outdir, 'validation-report.json'), 'utf8')) as {
      pluginReports: {
        pluginName: string;
        violations: { ruleName: string; violatingConstructs: { constructPath: string }[] }[];
      }[];
    };
    const found = report.pluginReports.flatMap(({ pluginName, violations }) =>
      violations.flatMap(({ ruleName, violatingConstructs }) =>
        violatingConstructs.map(({ constructPath }) => ({ rule: `${pluginName}::${ruleName}`, constructPath })),
      ),
    );
    const matches = ({ rule, stacks, at }: (typeof acknowledgedFindings)[number]): boolean =>
      stacks.every((role) => {
        const path = [bare[role].artifactId, at, ''].filter((part, index) => index !== 1 || part !== '').join('/');
        return found.some((one) => one.rule === rule && one.constructPath.startsWith(path));
      });
    expect(acknowledgedFindings.filter((finding) => !matches(finding))).toEqual([]);
    expect(acknowledgedFindings.filter(({ reason }) => reason.length < 40)).toEqual([]);
  });
});
