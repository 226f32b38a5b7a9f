import { execFileSync, spawn } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import { temporaryFolder } from './temporary-folder.ts';
import { startTinyBesa } from './tiny-besa.ts';

const program = fileURLToPath(new URL('tiny/run.ts', import.meta.url));

/** Runs the tiny system in a process of its own, which can be killed. */
async function runElsewhere(dataDir: string): Promise<{ url: string; kill: () => Promise<void> }> {
  const child = spawn(process.execPath, [program, dataDir], { stdio: ['ignore', 'pipe', 'inherit'] });
  onTestFinished(() => void child.kill('SIGKILL'));
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const url = await new Promise<string>((resolve) =>
    child.stdout.once('data', (line: Buffer) => resolve(line.toString().trim())),
  );
  return {
    url,
    kill: async () => {
      child.kill('SIGKILL');
      await ended;
    },
  };
}

describe('after a kill -9 of the runtime', () => {
  it(
    'everything answered 201 is there, is worked through, and nothing is left running',
    { timeout: 60_000 },
    async () => {
      const dataDir = temporaryFolder();
      const first = await runElsewhere(dataDir);
      const answered: string[] = [];
      let isKilled = false;
      const sending = Array.from({ length: 8 }, async (_, sender) => {
        for (let number = 0; !isKilled; number += 1) {
          const id = `s${sender}-${number}`;
          try {
            const { status } = await fetch(`${first.url}/v1/things`, { method: 'POST', body: JSON.stringify({ id }) });
            if (status === 201) answered.push(id);
            if (answered.length > 60) throw new Error('enough');
          } catch {
            if (!isKilled) {
              isKilled = true;
              await first.kill();
            }
          }
        }
      });
      await Promise.all(sending);
      expect(answered.length).toBeGreaterThan(60);

      const second = await startTinyBesa({ dataDir });
      await second.clock.advance(10 * 60_000);
      const done = await Promise.all(answered.map((id) => second.row(id, 'DONE')));
      expect(answered.filter((_, index) => done[index] === undefined)).toEqual([]);
    },
  );

  it('the engines end too', async () => {
    const dataDir = temporaryFolder();
    const first = await runElsewhere(dataDir);
    await first.kill();
    await expect.poll(() => processesNaming(dataDir), { timeout: 5000, interval: 20 }).toEqual([]);
  });
});

describe('after the engines have died under it', () => {
  it('Besa starts them again and loses nothing', { timeout: 60_000 }, async () => {
    const besa = await startTinyBesa();
    expect((await besa.put({ id: 'before' })).status).toBe(201);
    besa.crashEngines();
    await expect
      .poll(async () => (await besa.put({ id: 'after' })).status, { timeout: 15_000, interval: 50 })
      .toBe(201);
    await besa.clock.advance(5 * 60_000);
    expect(await besa.row('before', 'DONE')).toBeDefined();
    expect(await besa.row('after', 'DONE')).toBeDefined();
  });
});

/** Ids of processes whose command line names a folder; only where the system tells. */
function processesNaming(folder: string): string[] {
  return execFileSync('ps', ['-eo', 'pid,args'], { encoding: 'utf8' })
    .split('\n')
    .filter((line) => line.includes(folder));
}

describe('the keys', () => {
  it('are made once, and the file is its owner’s alone', async () => {
    const first = await startTinyBesa();
    const keys = readFileSync(`${first.dataDir}/keys.json`, 'utf8');
    expect(statSync(`${first.dataDir}/keys.json`).mode & 0o777).toBe(0o600);
    expect(statSync(`${first.dataDir}/issuer.json`).mode & 0o777).toBe(0o600);
    await first.stop();
    await startTinyBesa({ dataDir: first.dataDir });
    expect(readFileSync(`${first.dataDir}/keys.json`, 'utf8')).toBe(keys);
  });
});
