import { writeFileSync } from 'node:fs';
import { constants, getPriority } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { functionProcesses } from '#infra/local/functions/function-processes.ts';
import { courtesy } from '#infra/local/services/yield-to-requests.ts';
import type { FunctionPlan } from '#infra/local/template/blueprint.ts';
import { temporaryFolder } from '../temporary-folder.ts';

/** The priority at which a function runs, as the function itself sees it. */
async function priorityOf(options: { givesWay: boolean; isAwaited: boolean }): Promise<unknown> {
  const folder = temporaryFolder();
  writeFileSync(
    join(folder, 'index.mjs'),
    `import { getPriority } from 'node:os'; export const handler = () => getPriority();`,
  );
  const plan: FunctionPlan = {
    arn: 'arn:f',
    name: 'F',
    title: 'f',
    folder,
    handler: 'index.handler',
    environment: {},
    timeoutMs: 20_000,
    memoryMegabytes: 128,
    principal: { roleArn: 'arn:role', roleName: 'role', may: () => true },
  };
  const functions = functionProcesses([plan], {
    proxyUrl: 'http://127.0.0.1:9',
    region: 'eu-south-1',
    secrets: { ofFunction: () => 'secret' },
    clockOffsetMs: () => 0,
    logFile: join(folder, 'log'),
    showLogs: false,
    cacheFolder: join(folder, 'compiled'),
    isAwaited: () => options.isAwaited,
    givesWay: options.givesWay,
    failed: () => undefined,
    courtesy: courtesy(),
  });
  onTestFinished(functions.stop);
  const outcome = await functions.invoke(plan.arn, {});
  return outcome.ok ? outcome.value : outcome.errorName;
}

it('a function that nobody waits for lets everything else go first', async () => {
  expect(await priorityOf({ givesWay: true, isAwaited: false })).toBe(constants.priority.PRIORITY_LOW);
});

it.each([
  { givesWay: true, isAwaited: true, why: 'a person waits for its answer' },
  { givesWay: false, isAwaited: false, why: 'the clock is stepped, so that nobody waits' },
])('a function runs as its runtime does where $why', async ({ givesWay, isAwaited }) => {
  expect(await priorityOf({ givesWay, isAwaited })).toBe(getPriority());
});
