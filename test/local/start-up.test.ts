import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import { listen } from '#infra/local/gateway/listen.ts';
import { openDataFolder } from '#infra/local/data-folder.ts';
import { temporaryFolder } from './temporary-folder.ts';

const file = (name: string): string => fileURLToPath(new URL(`../../infra/local/${name}`, import.meta.url));

/** Runs `npm start` as npm would, until it ends. */
async function start(args: string[], env: Record<string, string> = {}): Promise<{ code: number | null; said: string }> {
  const child = spawn(process.execPath, [file('node-guard.cjs'), file('start.ts'), ...args], {
    env: { ...process.env, ...env },
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  let said = '';
  child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const code = await new Promise<number | null>((resolve) => child.once('exit', resolve));
  return { code, said };
}

/** The environment in which a program takes its machine for another: this is done before anything else. */
function pretending(source: string): Record<string, string> {
  const file = join(temporaryFolder(), 'pretend.mjs');
  writeFileSync(file, source);
  return { NODE_OPTIONS: `--import ${file}` };
}

describe('a start that cannot be', () => {
  it('says that the port is in use', async () => {
    const server = createServer();
    const port = await listen(server, 0);
    onTestFinished(() => void server.close());
    const { code, said } = await start(['--port', String(port), '--data', temporaryFolder()]);
    expect(said).toBe(`Port ${port} is in use. Choose another with --port.\n`);
    expect(code).toBe(1);
  });

  it('says that the folder cannot be written', async () => {
    const notAFolder = join(temporaryFolder(), 'file');
    writeFileSync(notAFolder, '');
    const { code, said } = await start(['--port', '0', '--data', join(notAFolder, 'data')]);
    expect(said).toMatch(/^The data folder .* cannot be written\. Name another one with --data\.\n$/u);
    expect(code).toBe(1);
  });

  it.runIf(process.platform === 'linux')('says so, too, where the system itself makes no folder', async () => {
    const { code, said } = await start(['--port', '0', '--data', '/proc/besa']);
    expect(said).toMatch(/^The data folder \/proc\/besa cannot be written\./u);
    expect(code).toBe(1);
  });

  it('says that another Besa runs on the folder', async () => {
    const path = temporaryFolder();
    const folder = openDataFolder(path);
    onTestFinished(() => folder.close());
    const { code, said } = await start(['--port', '0', '--data', path]);
    expect(said).toMatch(/^Another Besa is running on .*\n$/u);
    expect(code).toBe(1);
  });

  it('says what an option should look like', async () => {
    for (const args of [
      ['--port', 'x'],
      ['--colour', 'red'],
    ]) {
      const { code, said } = await start(args);
      expect(said).toMatch(/Usage: npm start -- --port 3000 --data \.besa \[--logs\]\n$/u);
      expect(said.split('\n')).toHaveLength(2);
      expect(code).toBe(1);
    }
  });

  it('names DYNAMODB_ENDPOINT where the platform has no engine', async () => {
    const args = ['--port', '0', '--data', temporaryFolder()];
    const { code, said } = await start(args, pretending("Object.defineProperty(process, 'arch', { value: 'sparc' });"));
    expect(said).toMatch(/^There is no built-in database engine for linux-sparc\. .*DYNAMODB_ENDPOINT=.*\n$/u);
    expect(code).toBe(1);
  });

  it('names DYNAMODB_ENDPOINT where nothing answers there for a while', { timeout: 30_000 }, async () => {
    const args = ['--port', '0', '--data', temporaryFolder()];
    const fast = pretending('const now = performance.now.bind(performance); performance.now = () => 100 * now();');
    const { code, said } = await start(args, { ...fast, DYNAMODB_ENDPOINT: 'http://127.0.0.1:9' });
    expect(said).toMatch(/^No DynamoDB answers at http:\/\/127\.0\.0\.1:9\. .*\n$/u);
    expect(code).toBe(1);
  });
});

describe('the lock of a folder', () => {
  it('ends with its owner', () => {
    const path = temporaryFolder();
    openDataFolder(path).close();
    const again = openDataFolder(path);
    expect(() => openDataFolder(path)).toThrow(/Another Besa/u);
    again.close();
  });
});
