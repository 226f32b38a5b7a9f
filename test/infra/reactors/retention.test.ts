import { describe, expect, it } from 'vitest';
import { functionNames } from '#infra/bundling/build.ts';
import { tableDesigns } from '#shared/adapters/aws/dynamo/table-design.ts';
import { listed, ofType, rightsOf, spoken, templatesOf } from '../templates.ts';

const prod = await templatesOf('prod');

/** Functions whose role allows an action on a table, alone or in a transaction. */
function allowed(action: string, table: string): string[] {
  return functionNames().filter((name) =>
    rightsOf(prod, name).some(
      ({ Action, Resource }) =>
        listed(Action).includes(`dynamodb:${action}`) && listed(Resource).map(spoken).includes(table),
    ),
  );
}

describe('What was erased', () => {
  it('comes back from no backup: keys go back seven days, and there is no vault', () => {
    const tables = Object.entries(ofType(prod.templates.Data, 'AWS::DynamoDB::Table'));
    const days = (table: string): unknown => {
      const [, found] = tables.find(([id]) => id.startsWith(`${table}Table`)) ?? [];
      return found?.Properties['PointInTimeRecoverySpecification'];
    };
    expect(days('Keys')).toMatchObject({ RecoveryPeriodInDays: 7 });
    expect(tableDesigns.Keys.recoveryDays).toBe(7);
    const all = Object.values(prod.templates).flatMap(({ Resources }) => Object.values(Resources));
    expect(all.filter(({ Type }) => Type.startsWith('AWS::Backup::'))).toEqual([]);
  });

  it('stays in the journal: one function adds to it, and none can take from it or read all of it', () => {
    expect(allowed('PutItem', 'Erasures')).toEqual(['retention']);
    for (const action of ['DeleteItem', 'UpdateItem', 'GetItem', 'Query', 'Scan']) {
      expect(allowed(action, 'Erasures')).toEqual([]);
    }
  });

  it('is opened by nobody who erases', () => {
    expect(rightsOf(prod, 'retention').some(({ Sid }) => Sid === 'OpenDataKeys')).toBe(false);
    expect(allowed('GetItem', 'Keys')).not.toContain('retention');
  });
});

describe('What is counted', () => {
  it('is written by who counts and who erases, and the public reads only what was published', () => {
    expect(allowed('PutItem', 'Facts')).toEqual(['retention', 'statistics']);
    expect(allowed('Query', 'Facts')).toEqual(['information', 'retention']);
    const [reading] = rightsOf(prod, 'information').filter(({ Resource }) =>
      listed(Resource).map(spoken).includes('Facts'),
    );
    expect(reading?.Condition).toEqual({
      'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': ['PUBLISHED#*'] },
    });
  });
});
