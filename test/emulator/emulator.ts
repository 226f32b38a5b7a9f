import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { freePort } from '#infra/local/engines/engines.ts';
import { until } from '#test/support/until.ts';

/** Where everything of this job is: made anew by each run, apart from the Python packages. */
export const folder = resolve('build/emulator');
const requirements = resolve('test/emulator/requirements.txt');

/** An account that nobody has, and keys that open nothing. */
export const account = '111111111111';
export const region = 'eu-central-1';
export const credentials = { accessKeyId: account, secretAccessKey: 'invented' };

/** A running MiniStack, on this machine alone. */
export interface Emulator {
  url: string;
  /** What a command runs with: it reaches the emulator, and finds no key or profile of whoever runs this. */
  env: NodeJS.ProcessEnv;
  stop: () => Promise<void>;
}

/** What the CDK notes from one command to the next, such as the account of some keys. */
export const cdkHome = join(folder, 'home', '.cdk');

/** The environment without anything of AWS but a region, and with a home where no key or profile is. */
function closedEnvironment(): NodeJS.ProcessEnv {
  const home = join(folder, 'home');
  mkdirSync(home, { recursive: true });
  const others = Object.entries(process.env).filter(([name]) => !name.startsWith('AWS_') && !name.startsWith('CDK_'));
  return {
    ...Object.fromEntries(others),
    HOME: home,
    AWS_REGION: region,
    AWS_DEFAULT_REGION: region,
    AWS_CONFIG_FILE: join(home, 'no-config'),
    AWS_SHARED_CREDENTIALS_FILE: join(home, 'no-credentials'),
    AWS_EC2_METADATA_DISABLED: 'true',
    CDK_DISABLE_CLI_TELEMETRY: 'true',
    // It asks the system for the home, and would note there which account these keys are of.
    CDK_HOME: cdkHome,
  };
}

/** Runs a command to its end, its output in a file. Throws with the name of that file when it fails. */
export async function run(
  command: string,
  args: readonly string[],
  { env, log }: { env?: NodeJS.ProcessEnv; log: string },
): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, log);
  const child = spawn(command, args, { env: env ?? closedEnvironment(), stdio: ['ignore', 'pipe', 'pipe'] });
  writeTo(file, child);
  const [code] = (await once(child, 'close')) as [number | null];
  if (code === 0) return;
  const reasons = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => /_FAILED|ERROR|rror:|❌/u.test(line));
  throw new Error(
    [`${[command, ...args].join(' ').slice(0, 120)} has failed: ${file}`, ...reasons.slice(0, 8)].join('\n'),
  );
}

/** A program of the Python packages, installed at the first run. */
export async function pythonProgram(name: string): Promise<string> {
  const venv = join(folder, 'venv');
  const program = join(venv, 'bin', name);
  if (!existsSync(program)) await run('python3', ['-m', 'venv', venv], { log: 'venv.log' });
  await run(join(venv, 'bin', 'pip'), ['install', '--quiet', '--requirement', requirements], { log: 'pip.log' });
  return program;
}

/** Starts an empty emulator. */
export async function startEmulator(): Promise<Emulator> {
  const program = await pythonProgram('ministack');
  const port = String(await freePort());
  const url = `http://127.0.0.1:${port}`;
  const temporary = join(folder, 'tmp');
  rmSync(temporary, { recursive: true, force: true });
  mkdirSync(temporary, { recursive: true });
  // Functions are unpacked there, below Besa's own package.json. What MiniStack starts them with is CommonJS.
  writeFileSync(join(temporary, 'package.json'), '{ "type": "commonjs" }');
  const env = {
    ...closedEnvironment(),
    AWS_ENDPOINT_URL: url,
    AWS_ACCESS_KEY_ID: credentials.accessKeyId,
    AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
  };
  const child = spawn(program, [], {
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...env,
      BIND_HOST: '127.0.0.1',
      MINISTACK_HOST: '127.0.0.1',
      GATEWAY_PORT: port,
      MINISTACK_ACCOUNT_ID: account,
      MINISTACK_REGION: region,
      S3_DATA_DIR: join(temporary, 's3'),
      TMPDIR: temporary,
      // These would listen on every address of the machine.
      IOT_MTLS_ENABLED: '0',
      SFTP_ENABLED: '0',
      // It needs no Docker, and must not find one.
      DOCKER_HOST: 'unix:///nowhere',
    },
  });
  writeTo(join(folder, 'ministack.log'), child);
  const kill = (): void => killGroup(child);
  process.once('exit', kill);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => process.exit(1));
  try {
    await until(
      async () => (await fetch(`${url}/_ministack/health`).catch(() => undefined))?.ok ?? child.exitCode,
      (seen) => seen === true,
      60_000,
    );
  } catch (error) {
    kill();
    throw error;
  }
  return {
    url,
    env,
    stop: async () => {
      const ended = child.exitCode === null ? once(child, 'exit') : undefined;
      kill();
      await ended;
      process.off('exit', kill);
    },
  };
}

function writeTo(file: string, child: ChildProcess): void {
  const log = createWriteStream(file);
  child.stdout?.pipe(log, { end: false });
  child.stderr?.pipe(log, { end: false });
  child.once('close', () => log.end());
}

/** Ends the emulator with the functions that it has started. */
function killGroup({ pid, exitCode }: ChildProcess): void {
  if (pid === undefined || exitCode !== null) return;
  try {
    process.kill(-pid, 'SIGKILL');
  } catch (error) {
    // It has ended in this moment.
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error;
  }
}
