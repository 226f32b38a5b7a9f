import { existsSync, mkdtempSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setInterval } from 'node:timers/promises';
import type { TestProject } from 'vitest/node';
import type { Synthesized } from '#infra/synthesize.ts';

/** The folder for what was made, if a run shares it. */
const shared = 'BESA_MADE_ONCE';

/**
 * Has all files and processes of this run share what `synthesizedOnce` makes, until sources change. A run that has changed
 * sources in memory names an empty `BESA_MADE_ONCE`: it shares nothing.
 */
export default function setup(project: TestProject): (() => void) | undefined {
  if (process.env[shared] !== undefined) return undefined;
  const folder = mkdtempSync(join(tmpdir(), 'besa-made-once-'));
  process.env[shared] = folder;
  project.onTestsRerun(() => {
    for (const name of readdirSync(folder)) rmSync(join(folder, name));
  });
  return () => {
    delete process.env[shared];
    rmSync(folder, { recursive: true, force: true });
  };
}

/** A stage's templates, as `synthesize` makes them: once for each run of the tests, because it takes seconds. */
export async function synthesizedOnce(stage: string): Promise<Synthesized> {
  return madeOnce(process.env[shared], stage, async () => {
    // The CDK takes most of a second to load.
    const { synthesize } = await import('#infra/synthesize.ts');
    return synthesize(stage);
  });
}

/**
 * What `make` answers, as JSON keeps it. With a folder, one process makes it and the others wait for it. Without one, or
 * with an empty one, each makes its own.
 */
export async function madeOnce<T>(folder: string | undefined, name: string, make: () => Promise<T>): Promise<T> {
  if (folder === undefined || folder === '') return make();
  const file = join(folder, `${name}.json`);
  const maker = join(folder, `${name}.maker`);
  const read = (): T => JSON.parse(readFileSync(file, 'utf8')) as T;
  if (existsSync(file)) return read();
  if (!isFirst(maker)) {
    for await (const _ of setInterval(25)) {
      if (existsSync(file)) return read();
      if (!existsSync(maker)) break;
    }
  }
  try {
    const half = join(folder, `${name}.${process.pid}.half`);
    writeFileSync(half, JSON.stringify(await make()));
    renameSync(half, file);
  } finally {
    rmSync(maker, { force: true });
  }
  return read();
}

/** Whether nobody else makes it yet. */
function isFirst(maker: string): boolean {
  try {
    writeFileSync(maker, '', { flag: 'wx' });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}
