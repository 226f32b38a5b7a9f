import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

describe('the stories of too much', { timeout: 120_000 }, () => {
  it.each(['40 messages', '26 critical', '73 h', 'nine weeks'])('keep to the budget of letters: %s', (only) => {
    const args = [join(import.meta.dirname, 'stories.ts'), '--mails-per-day', '1000000', '--only', only];
    const { status, stdout } = spawnSync(process.execPath, args, { encoding: 'utf8' });
    expect(stdout).toContain(only);
    expect(stdout.trim().split('\n')).toHaveLength(5);
    expect(status).toBe(0);
  });
});
