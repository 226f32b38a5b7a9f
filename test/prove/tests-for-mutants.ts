import { fork } from 'node:child_process';
import { join } from 'node:path';
import type { Trial, Verdict } from './try-tests.ts';

/** A process that runs tests against one mutant after the other. */
export interface Tests {
  /** Whether tests fail with these changes, and what they said. Rejects when they cannot be run. */
  fail: (trial: Trial) => Promise<{ failed: boolean; out: string }>;
  end: () => void;
}

export function startTests(): Tests {
  const child = fork(join(import.meta.dirname, 'try-tests.ts'), { env: { ...process.env, CI: 'true' }, silent: true });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk: Buffer) => (said = `${said}${chunk.toString()}`.slice(-4000)));
  const answer = (): Promise<Verdict> =>
    new Promise((resolve) => {
      const ended = (): void => resolve({ broken: `the tests ended: ${said}` });
      child.once('exit', ended);
      child.once('message', (verdict: Verdict) => {
        child.off('exit', ended);
        resolve(verdict);
      });
    });
  return {
    fail: async (trial) => {
      const answered = answer();
      child.send(trial);
      const verdict = await answered;
      if ('broken' in verdict) throw new Error(`Tests could not be run: ${verdict.broken}`);
      return verdict;
    },
    end: () => child.disconnect(),
  };
}
