import { existsSync, mkdtempSync, readdirSync, rmSync, statfsSync } from 'node:fs';
import { freemem } from 'node:os';
import { join } from 'node:path';

/** Where Linux keeps files in memory. In containers it may be small; elsewhere it is not there. */
const memory = '/dev/shm';
const prefix = 'besa-tests-';
/** All that the tests leave at a time is far less. */
const roomNeeded = 2 * 1024 ** 3;
/** The files take memory that the tests need as well. */
const memoryNeeded = 6 * 1024 ** 3;

/** Whether there is enough of it, in bytes that are free. */
export function isLargeEnough(room: number, free: number): boolean {
  return room >= roomNeeded && free >= memoryNeeded;
}

/** The ids of the processes in the names of folders that earlier runs left, because they were killed. */
export function leftBehind(names: readonly string[], isRunning: (pid: number) => boolean): string[] {
  return names.filter((name) => name.startsWith(prefix) && !isRunning(Number(name.split('-')[2])));
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/**
 * Has all temporary files of this run in memory, where there is enough: databases, queues and logs write through to the
 * disk at each step, which is a sixth of the time. A `TMPDIR` that somebody named stays.
 */
export default function setup(): (() => void) | undefined {
  if (process.env['TMPDIR'] !== undefined || !existsSync(memory)) return undefined;
  for (const name of leftBehind(readdirSync(memory), isRunning))
    rmSync(join(memory, name), { recursive: true, force: true });
  const { bavail, bsize } = statfsSync(memory);
  if (!isLargeEnough(bavail * bsize, freemem())) return undefined;
  const folder = mkdtempSync(join(memory, `${prefix}${process.pid}-`));
  process.env['TMPDIR'] = folder;
  return () => {
    delete process.env['TMPDIR'];
    rmSync(folder, { recursive: true, force: true });
  };
}
