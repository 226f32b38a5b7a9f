import { afterEach, expect, it } from 'vitest';
import { namedTemplates } from '#infra/local/template/besa-templates.ts';
import type { System } from '#infra/local/template/besa-templates.ts';
import { synthesize } from '#infra/synthesize.ts';
import { reportOf } from '#test/support/http-reports.ts';
import { startTestBesa, type BesaUnderTest } from '#test/support/running-besa.ts';

let besa: BesaUnderTest | undefined;
afterEach(() => besa?.end());

interface Policy {
  PolicyDocument: { Statement: { Action: string | string[] }[] };
}

/** The local stage with one action taken out of every statement of one function's role. */
async function without(functionName: string, action: string): Promise<System> {
  const made = await synthesize('local');
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
  expect(besa.inside.refusals()).toEqual([]);
});
