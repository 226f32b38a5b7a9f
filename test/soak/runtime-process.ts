import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { openSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import { freePort } from '#infra/local/engines/engines.ts';

/** What can be killed of a running Besa: one function, one engine, or all of it at once. */
export const killable = ['function', 'queues', 'database', 'runtime'] as const;
export type Killable = (typeof killable)[number];

interface Running {
  pid: number;
  parent: number;
  /** Its command line. */
  command: string;
}

/** Besa as `npm start` runs it, in processes of its own: nothing here reaches into them but signals and HTTP. */
export interface RuntimeProcess {
  url: string;
  start: () => Promise<void>;
  /**
   * Ends one process by SIGKILL, drawn among those of its kind; a killed runtime is waited for until it is gone. Answers
   * whether there was one.
   */
  kill: (kind: Killable, draw: (below: number) => number) => Promise<boolean>;
}

const root = join(import.meta.dirname, '..', '..');
const startsWithinMs = 60_000;

/** A runtime on this data, always on the same port. What it says goes to a file. */
export async function runtimeProcess(dataDir: string, saysTo: string): Promise<RuntimeProcess> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const terminal = openSync(saysTo, 'a', 0o600);
  let child: ChildProcess | undefined;
  // Whatever ends this process, nothing goes on running behind it.
  process.once('exit', () => child?.kill('SIGKILL'));

  const isAnswering = async (): Promise<boolean> => {
    try {
      return (await fetch(`${url}/local/clock`)).ok;
    } catch {
      return false;
    }
  };

  return {
    url,
    start: async () => {
      const started = spawn(
        process.execPath,
        ['--disable-warning=ExperimentalWarning', 'infra/local/start.ts', '--port', String(port), '--data', dataDir],
        { cwd: root, stdio: ['ignore', terminal, terminal] },
      );
      child = started;
      const giveUpAt = performance.now() + startsWithinMs;
      while (!(await isAnswering())) {
        if (started.exitCode !== null) throw new Error(`Besa did not start: see ${saysTo}.`);
        if (performance.now() > giveUpAt) throw new Error(`Besa did not start within ${startsWithinMs / 1000} s.`);
        await pause(20);
      }
    },
    kill: async (kind, draw) => {
      if (child?.pid === undefined || child.exitCode !== null || child.signalCode !== null) return false;
      if (kind === 'runtime') {
        const gone = once(child, 'exit');
        child.kill('SIGKILL');
        await gone;
        return true;
      }
      const found = (await descendants(child.pid)).filter(({ command }) => kindOf(command) === kind);
      const chosen = found[draw(found.length)];
      if (chosen === undefined) return false;
      try {
        process.kill(chosen.pid, 'SIGKILL');
        return true;
      } catch {
        // It had ended since it was seen.
        return false;
      }
    },
  };
}

function kindOf(command: string): Killable | undefined {
  if (command.includes('function-host.ts')) return 'function';
  if (command.includes('engine-host.ts')) return 'queues';
  return command.includes('dynoxide') ? 'database' : undefined;
}

/** Every process that this one started, and those they started, by their command line. */
async function descendants(of: number): Promise<Running[]> {
  const { stdout } = await promisify(execFile)('ps', ['-A', '-o', 'pid=,ppid=,args='], { maxBuffer: 16 * 1024 * 1024 });
  const all = stdout.split('\n').flatMap((line): Running[] => {
    const [, pid, parent, command = ''] = /^\s*(\d+)\s+(\d+)\s+(.*)$/u.exec(line) ?? [];
    return pid === undefined ? [] : [{ pid: Number(pid), parent: Number(parent), command }];
  });
  const below = (pid: number): Running[] =>
    all.filter(({ parent }) => parent === pid).flatMap((one) => [one, ...below(one.pid)]);
  return below(of).toSorted((one, other) => one.command.localeCompare(other.command) || one.pid - other.pid);
}
