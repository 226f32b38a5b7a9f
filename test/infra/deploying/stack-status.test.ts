import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { stackStatus } from '#infra/deploying/stack-status.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'besa-aws-'));
  vi.stubEnv('PATH', `${folder}:${process.env['PATH'] ?? ''}`);
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

/** An `aws` that answers so, and says on its other output what it was asked. */
function aws(script: string): void {
  const file = join(folder, 'aws');
  writeFileSync(file, `#!/bin/sh\n${script}\n`);
  chmodSync(file, 0o755);
}
const status = (): Promise<string | undefined> => stackStatus({ region: 'eu-west-1' }, 'Besa-prod-Data');

describe('how a stack stands', () => {
  it('is asked of CloudFormation, in the region of the stage', async () => {
    aws('[ "$1 $2 $4 $6" = "cloudformation describe-stacks Besa-prod-Data eu-west-1" ] && echo UPDATE_COMPLETE');
    expect(await status()).toBe('UPDATE_COMPLETE');
  });

  it('is nothing where there is none', async () => {
    aws('echo "An error occurred (ValidationError): Stack with id Besa-prod-Data does not exist" >&2; exit 254');
    expect(await status()).toBeUndefined();
  });

  it('is not guessed: whoever may not ask, or has no aws, is told', async () => {
    aws('echo "An error occurred (ExpiredToken): The security token is expired" >&2; exit 254');
    await expect(status()).rejects.toThrow('ExpiredToken');
    vi.stubEnv('PATH', '/nowhere');
    await expect(status()).rejects.toThrow('ENOENT');
  });
});
