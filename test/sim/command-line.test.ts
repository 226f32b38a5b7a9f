import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '..', '..');

/** What a command says to somebody who mistyped, and with what it ends. */
async function mistyped(file: string, ...args: string[]): Promise<{ code: unknown; said: string }> {
  try {
    await promisify(execFile)(process.execPath, [join(root, file), ...args], { timeout: 30_000 });
    return { code: 0, said: '' };
  } catch (error) {
    const { code, stdout, stderr } = error as { code: unknown; stdout: string; stderr: string };
    return { code, said: `${stdout}${stderr}` };
  }
}

describe(
  'what was mistyped is answered with one sentence and 2, before anything is played',
  { timeout: 60_000 },
  () => {
    it.each([
      ['test/sim/run.ts', ['--sed', '7'], 'There is no --sed here, only --seed, '],
      ['test/sim/run.ts', ['7'], 'There is no 7 here, only --seed, '],
      ['test/sim/run.ts', ['--seed', 'seven'], '--seed is a whole number from 0 on, and "seven" is none.'],
      ['test/sim/run.ts', ['--seed'], '--seed needs a value.'],
      ['test/sim/run.ts', ['--first=1'], '--first takes no value.'],
      ['test/sim/run.ts', ['--reports', '0'], '--reports is a whole number from 1 on, and "0" is none.'],
      ['test/sim/run.ts', ['--days', '0'], '--days is a number above 0, such as 0.5, and "0" is none.'],
      ['test/sim/run.ts', ['--without', 'slow,fire'], '--without knows no "fire", only '],
      ['test/sim/run.ts', ['--insiders', 'cook'], '--insiders knows no "cook", only thief, officer, '],
      ['test/sim/run.ts', ['--part', '4/4'], '--part is a part of so many, such as 0/4, and "4/4" is none.'],
      ['test/prove/prove.ts', ['--quik'], 'There is no --quik here, only --quick, '],
      ['test/soak/soak.ts', ['--foo'], 'There is no --foo here, only --minutes, --seed.'],
      ['test/soak/soak.ts', ['--minutes', '0'], '--minutes is a number above 0, such as 0.5, and "0" is none.'],
      ['test/prove/prove.ts', ['--seeds', '2e4'], '--seeds is a whole number from 1 on, and "2e4" is none.'],
    ])('%s %j', async (file, args, sentence) => {
      const { code, said } = await mistyped(file, ...args);
      const [first = '', ...more] = said.trimEnd().split('\n');
      expect(first.slice(0, sentence.length)).toBe(sentence);
      expect(more).toEqual([]);
      expect(code).toBe(2);
    });
  },
);
