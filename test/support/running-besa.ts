import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { inject } from 'vitest';
import { startBesa, type BesaOptions, type RunningBesa } from '#infra/local/besa.ts';
import { besaOverHttp, type BesaOverHttp, type ShownCase } from './besa-over-http.ts';
import { preparedSystem } from './prepared-system.ts';
import { differences, eachOnce } from './second-opinion.ts';

/** A whole Besa for a test: over HTTP as people meet it, and from inside for faults and what they left. */
export interface BesaUnderTest extends BesaOverHttp {
  inside: RunningBesa;
  /** How many kinds of questions about rights were asked so far: what `end` compares. */
  rightsAsked(): number;
  /** Starts again on the same data after `inside.kill()` or `inside.stop()`. */
  startAgain(): Promise<BesaUnderTest>;
  /**
   * Stops it and removes its data. Throws where somebody else reads the rights of a function in another way than the
   * local runtime did (docs/decisions/205-a-second-opinion-on-rights.md).
   */
  end(): Promise<void>;
}

/** Ten in the morning of a Tuesday in Tirana: mails of the day have left at eight, and leave again at one and at six. */
const startsAt = '2026-11-17T09:00:00.000Z';

/** Starts a fresh Besa on real engines in a folder of its own, at the same time of the same day whenever it runs. */
export async function startTestBesa(options: Pick<BesaOptions, 'system'> = {}): Promise<BesaUnderTest> {
  const dataDir = mkdtempSync(join(tmpdir(), 'besa-flow-'));
  return startOn(dataDir, options);
}

async function startOn(dataDir: string, options: Pick<BesaOptions, 'system'>): Promise<BesaUnderTest> {
  const prepared = inject('preparedSystem');
  const checks = eachOnce();
  const system = preparedSystem(prepared);
  const inside = await startBesa({
    dataDir,
    quiet: true,
    // What a test waits for must not stand behind the other tests.
    givesWay: false,
    startsAt,
    system,
    compiledIn: join(dirname(prepared), 'compiled'),
    onCheck: checks.note,
    ...options,
  });
  return {
    ...besaOverHttp(inside.url),
    inside,
    rightsAsked: () => [...checks.answered()].length,
    startAgain: () => startOn(dataDir, options),
    end: async () => {
      await inside.stop();
      rmSync(dataDir, { recursive: true, force: true });
      const differing = differences(inside.resources, checks.answered());
      if (differing.length > 0) throw new Error(`Rights are read in two ways:\n${differing.join('\n')}`);
    },
  };
}

/** Types of a case's events in order. */
export function typesIn(shown: ShownCase): string[] {
  return shown.history.map(({ type }) => type);
}

/** How often an event is in a case's history. */
export function timesOf(shown: ShownCase, type: string): number {
  return typesIn(shown).filter((one) => one === type).length;
}
