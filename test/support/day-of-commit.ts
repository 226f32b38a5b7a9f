import { execFileSync } from 'node:child_process';

const daySeconds = 86_400;

/** The day in UTC on which the commit of this checkout was made, in days since 1970; 0 where there is no repository. */
export function dayOfCommit(root: string): number {
  try {
    const seconds = execFileSync('git', ['log', '-1', '--format=%ct'], {
      cwd: root,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    return Math.floor(Number(seconds) / daySeconds);
  } catch {
    return 0;
  }
}
