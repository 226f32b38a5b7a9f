import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';

const home = mkdtempSync(join(tmpdir(), 'besa-no-credentials-'));
afterAll(() => {
  rmSync(home, { recursive: true, force: true });
});

/** Runs a command in a terminal that knows no credentials. */
function run(command: string, ...args: string[]): Promise<{ code: unknown; said: string; complained: string }> {
  const env = { PATH: process.env['PATH'], HOME: home, AWS_REGION: 'eu-central-1', AWS_EC2_METADATA_DISABLED: 'true' };
  return new Promise((resolve) => {
    execFile(process.execPath, [`infra/operations/${command}.ts`, ...args], { env }, (error, said, complained) => {
      resolve({ code: error?.code ?? 0, said, complained });
    });
  });
}

it('words says in one line that a file is not there', { timeout: 60_000 }, async () => {
  const { code, said, complained } = await run('../documents/words', 'nowhere.txt');
  expect({ code, said }).toEqual({ code: 1, said: '' });
  expect(complained).toBe("ENOENT: no such file or directory, open 'nowhere.txt'\n");
});

describe.each(['preflight', 'pause', 'resume'])('%s, by hand', { timeout: 60_000 }, (command) => {
  it('says in one line that there are no credentials', async () => {
    expect(await run(command, '--stage', 'prod')).toEqual({
      code: 1,
      said: '',
      complained: 'There are no AWS credentials here: set AWS_PROFILE, or sign in first.\n',
    });
  });

  it('says how it is called, and which stages there are', async () => {
    const unnamed = await run(command);
    expect(unnamed).toMatchObject({ code: 1, said: '' });
    expect(unnamed.complained).toBe(`Say which stage: npm run ${command} -- --stage prod\n`);
    const unknown = await run(command, '--stage', 'production');
    expect(unknown.complained).toBe('There is no stage production. Stages: local, dev, test, prod.\n');
  });
});
