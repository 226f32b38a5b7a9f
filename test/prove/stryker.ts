import { spawn } from 'node:child_process';
import { join } from 'node:path';

/** How many of a hundred changes to the rules and the framework some test noticed, and whether that is enough. */
interface Score {
  /** Undefined when Stryker ended without a score, which says nothing about the tests: `out` says why. */
  readonly percent: string | undefined;
  readonly isEnough: boolean;
  readonly out: string;
}

/**
 * Lets Stryker change the rules and the framework wherever it knows a change, and runs for each the tests that reach it.
 * What is enough, and what is tried, stands in `stryker.config.mjs`.
 */
export async function tryEveryChange(root: string, show: (progress: string) => void): Promise<Score> {
  const child = spawn(process.execPath, [join(root, 'node_modules/@stryker-mutator/core/bin/stryker.js'), 'run'], {
    cwd: root,
  });
  let out = '';
  const hear = (chunk: Buffer): void => {
    out += chunk.toString();
    const progress = /Mutation testing \d+% .*? tested/u.exec(chunk.toString());
    if (progress !== null) show(progress[0]);
  };
  child.stdout.on('data', hear);
  child.stderr.on('data', hear);
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  const percent = /Final mutation score (?:of )?(\d[\d.]*)/u.exec(out)?.[1];
  return { percent, isEnough: percent !== undefined && code === 0, out };
}
