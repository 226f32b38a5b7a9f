import { DynamoDBClient, TransactWriteItemsCommand, type TransactWriteItem } from '@aws-sdk/client-dynamodb';
import { afterEach, expect, it } from 'vitest';
import { functionNames } from '#infra/bundling/build.ts';
import { writtenRows, type WrittenRows } from '#infra/constructs/written-rows.ts';
import { namedTemplates } from '#infra/local/template/besa-templates.ts';
import type { System } from '#infra/local/template/besa-templates.ts';
import { reportOf } from '#test/support/http-reports.ts';
import { tableDesigns, type TableName } from '#shared/adapters/aws/dynamo/table-design.ts';
import { startTestBesa, type BesaUnderTest } from '#test/support/running-besa.ts';
import { synthesizedOnce } from '#test/support/synthesized-once.ts';

let besa: BesaUnderTest | undefined;
afterEach(() => besa?.end());

interface Policy {
  PolicyDocument: { Statement: { Action: string | string[] }[] };
}

/** The local stage with one action taken out of every statement of one function's role. */
async function without(functionName: string, action: string): Promise<System> {
  const made = await synthesizedOnce('local');
  const resources = Object.values(made.templates).flatMap(({ Resources }) => Object.entries(Resources));
  let removed = 0;
  for (const [logicalId, resource] of resources) {
    if (resource.Type !== 'AWS::IAM::Role' || !logicalId.toLowerCase().includes(`${functionName}role`)) continue;
    for (const { PolicyDocument: document } of (resource.Properties['Policies'] ?? []) as Policy[]) {
      document.Statement = document.Statement.flatMap((statement) => {
        const actions = [statement.Action].flat();
        if (actions.includes(action)) removed += 1;
        const left = actions.filter((one) => one !== action);
        return left.length === 0 ? [] : [{ ...statement, Action: left }];
      });
    }
  }
  expect(removed).toBeGreaterThan(0);
  return { templates: namedTemplates(made), functions: made.functions };
}

it('refuses what a role no longer allows: intake without the right to store says so and stores nothing', async () => {
  besa = await startTestBesa({ system: () => without('intake', 'dynamodb:PutItem') });
  const answer = await besa.report(reportOf.critical);
  expect(answer.status).toBeGreaterThanOrEqual(500);
  expect(JSON.stringify(answer.body)).toContain('116111');
  expect(besa.inside.refusals()).toContainEqual(
    expect.objectContaining({ function: 'intake', action: 'dynamodb:PutItem' }),
  );
  const officer = await besa.signIn('staff-blerim');
  expect((await officer.list()).body.cases).toEqual([]);
});

it('refuses nothing while a report is taken, triaged and told: each role allows what its function does', async () => {
  besa = await startTestBesa();
  const { body } = await besa.report(reportOf.critical);
  await besa.advance('PT2H');
  expect((await besa.followUp(body.receipt)).body.status.code).toBe('triaged');
  expect((await besa.inbox()).length).toBeGreaterThan(0);
  // Each of these is asked of somebody else at the end. With none, that would say nothing.
  expect(besa.rightsAsked()).toBeGreaterThan(50);
  expect(besa.inside.refusals()).toEqual([]);
});

/** Every kind of partition that some row of a table has, and one that no row has. */
const partitions = (table: TableName): string[] => [
  ...new Set([
    'OTHER#',
    ...Object.values<WrittenRows>(writtenRows).flatMap((rows) =>
      [rows.puts, rows.updates, rows.removes, rows.putsAlone, rows.removesAlone].flatMap((by) => by?.[table] ?? []),
    ),
  ]),
];

it('lets each function write the rows that are its own in a transaction, and no other row of any table', async () => {
  besa = await startTestBesa();
  const { environmentOf } = besa.inside;
  const names = new Map<TableName, string>();
  for (const title of functionNames()) {
    for (const [variable, value] of Object.entries(environmentOf(title))) {
      const table = (Object.keys(tableDesigns) as TableName[]).find(
        (name) => variable === `${name.replaceAll(/(?<=[a-z])(?=[A-Z])/g, '_').toUpperCase()}_TABLE`,
      );
      if (table !== undefined && value !== undefined) names.set(table, value);
    }
  }
  expect([...names.keys()].sort()).toEqual(Object.keys(tableDesigns).sort());

  /** Whether the role allows a write. The condition never holds, so nothing is written either way. */
  const isAllowed = async (db: DynamoDBClient, item: TransactWriteItem): Promise<boolean> => {
    const error = await db
      .send(new TransactWriteItemsCommand({ TransactItems: [item] }))
      .catch((thrown: Error) => thrown);
    expect(['AccessDeniedException', 'TransactionCanceledException']).toContain((error as Error).name);
    return (error as Error).name === 'TransactionCanceledException';
  };
  for (const title of functionNames()) {
    const env = environmentOf(title);
    const db = new DynamoDBClient({
      endpoint: env['AWS_ENDPOINT_URL'] ?? '',
      region: env['AWS_REGION'] ?? '',
      maxAttempts: 1,
      credentials: {
        accessKeyId: env['AWS_ACCESS_KEY_ID'] ?? '',
        secretAccessKey: env['AWS_SECRET_ACCESS_KEY'] ?? '',
        sessionToken: env['AWS_SESSION_TOKEN'] ?? '',
      },
    });
    const written: WrittenRows = title in writtenRows ? writtenRows[title as keyof typeof writtenRows] : {};
    const asked = [...names].flatMap(([table, TableName]) =>
      partitions(table).map(async (prefix) => {
        const { sortKey, sortKeyType } = tableDesigns[table];
        const key = { pk: { S: `${prefix}0` }, [sortKey]: sortKeyType === 'N' ? { N: '1' } : { S: 'X' } };
        const on = { TableName, ConditionExpression: 'attribute_exists(nothing)' };
        const update = { UpdateExpression: 'SET something = :x', ExpressionAttributeValues: { ':x': { S: 'x' } } };
        const is = async (kinds: readonly (keyof WrittenRows)[], item: TransactWriteItem): Promise<void> => {
          const expected = kinds.some((kind) => written[kind]?.[table]?.includes(prefix) ?? false);
          expect([title, table, prefix, kinds[0], await isAllowed(db, item)]).toEqual([
            title,
            table,
            prefix,
            kinds[0],
            expected,
          ]);
        };
        await is(['puts', 'putsAlone'], { Put: { ...on, Item: key } });
        await is(['updates'], { Update: { ...on, ...update, Key: key } });
        await is(['removes', 'removesAlone'], { Delete: { ...on, Key: key } });
      }),
    );
    await Promise.all(asked);
    db.destroy();
  }
}, 120_000);
