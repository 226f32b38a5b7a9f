import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import { hasPositions } from '#infra/local/sources/stream-source.ts';
import type { Sample } from '#infra/local/sample/file-sample.ts';
import { listen } from '#infra/local/gateway/listen.ts';
import { welcome } from '#infra/local/welcome.ts';
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

describe('a start', () => {
  it('says first which page to open, and where everything else is', () => {
    const said = welcome({ url: 'http://127.0.0.1:3000', dataDir: 'data', logFile: 'log', staff: () => [] }, 1.25);
    const [first, ...others] = said.trim().split('\n');
    expect(first).toBe('Open this: http://127.0.0.1:3000/');
    for (const place of [
      '/sq',
      '/en',
      '/v1/reports',
      '/openapi.json',
      '/staff/',
      '/local/',
      '/local/inbox',
      '/local/clock',
    ]) {
      expect(others.join('\n')).toContain(`http://127.0.0.1:3000${place}`);
    }
  });
});

describe('a start that says what it can', () => {
  const besa = { url: 'http://127.0.0.1:3000', dataDir: 'data', logFile: 'log', staff: () => [] };

  it('links the consoles and the codes of the sample, and without one says that there is one', () => {
    const sample = {
      cases: { unread: 'B-1', critical: 'B-2' } as Sample['cases'],
      codes: [{ code: 'AAAA-BBBB', language: 'en', what: 'nobody has read it yet' } as const],
    };
    const said = welcome(besa, 1.25, sample);
    expect(said).toContain('2 invented cases');
    for (const user of ['staff-blerim', 'staff-arta', 'staff-elira']) {
      expect(said).toContain(`http://127.0.0.1:3000/staff/?as=${user} `);
    }
    expect(said).toMatch(/AAAA-BBBB .*http:\/\/127\.0\.0\.1:3000\/en\/code/u);
    expect(said).not.toContain('--sample');
    expect(welcome(besa, 1.25)).toContain('npm start -- --sample');
    expect(welcome(besa, 1.25)).toContain('npm run demo -- --keep');
  });

  it('has help', async () => {
    const { code, said } = await start(['--help']);
    for (const option of ['--port', '--data', '--sample', '--logs']) expect(said).toContain(`\n  ${option}`);
    expect(code).toBe(0);
  });
});

describe('a start that cannot be', () => {
  it('says that the sample would be filed beside cases', async () => {
    const path = temporaryFolder();
    const folder = openDataFolder(path);
    expect(hasPositions(folder)).toBe(false);
    folder.state.exec("INSERT INTO stream_positions VALUES ('relay', 'shard-1', '1')");
    folder.close();
    const { code, said } = await start(['--port', '0', '--data', path, '--sample']);
    expect(said).toMatch(/^There are cases in .* already\. Name an empty folder with --data\.\n$/u);
    expect(code).toBe(1);
  });

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
      expect(said).toMatch(/Usage: npm start -- --port 3000 --data \.besa \[--sample\] \[--logs\]\n$/u);
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
