import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { startBesa, type RunningBesa } from '#infra/local/besa.ts';
import { check } from '#test/sim/checks/checker.ts';
import { type Finding } from '#test/sim/checks/finding.ts';
import type { Evidence } from '#test/sim/checks/evidence.ts';
import type { Reporter } from '#test/sim/actors/people.ts';
import { chance } from '#test/story/chance.ts';
import { besaOverHttp } from '#test/support/besa-over-http.ts';
import { crowd, handleWhatWaits } from './crowd.ts';
import { evidenceOnDisk } from './evidence-on-disk.ts';
import { killable, runtimeProcess, type Killable } from './runtime-process.ts';

export interface Soaked {
  reporters: readonly Reporter[];
  answers: ReadonlyMap<string, number>;
  kills: Record<Killable, number>;
  clockSteps: number;
  findings: Finding[];
  /** Reports that were answered 201 and that their receipt does not open. */
  lost: number;
  /** Besa as it stands in the end, still running in this process. */
  besa: RunningBesa;
  evidence: Evidence;
}

export interface Soaking {
  seed: number;
  /** How long people use it while it is being killed, in seconds of real time. */
  seconds: number;
  /** An empty folder for everything that Besa leaves. */
  folder: string;
  progress?: (line: string) => void;
}

/** Out of a hundred mishaps: mostly a function, as on any day, and each engine and the whole machine often enough. */
const weights = { function: 60, queues: 10, database: 10, runtime: 8, clock: 12 } as const;
const hourMs = 3_600_000;
const mishaps = [...killable, 'clock'] as const;

/**
 * Runs Besa under people and kills parts of it at random; then lets it come to rest, lives through the day that late
 * repairs may take, and holds everything against the promises. Which mishap comes after which is drawn from the seed; at
 * what instant it strikes inside Besa is real time, and never the same twice.
 */
export async function liveThroughKills({ seed, seconds, folder, progress }: Soaking): Promise<Soaked> {
  const dataDir = join(folder, 'data');
  mkdirSync(dataDir, { recursive: true });
  const runtime = await runtimeProcess(dataDir, join(folder, 'terminal.log'));
  const kills: Record<Killable, number> = { function: 0, queues: 0, database: 0, runtime: 0 };
  const drawn = chance(seed);
  const draw = (below: number): number => (below === 0 ? -1 : drawn.whole(0, below - 1));
  const findings: Finding[] = [];
  let clockSteps = 0;

  await runtime.start();
  const people = besaOverHttp(runtime.url);
  const coming = crowd(people, seed);
  const say = (what: string): void => {
    const killed = killable.map((kind) => `${kind} ${kills[kind]}`).join(', ');
    progress?.(`${what}; ${coming.reporters.length} reports; killed: ${killed}; clock stepped ${clockSteps} times`);
  };

  const strike = async (kind: Killable): Promise<void> => {
    if (await runtime.kill(kind, draw)) kills[kind] += 1;
    if (kind === 'runtime') await runtime.start();
  };

  /** People hold still, kills do not: one strikes while the clock is being stepped. */
  const stepClock = async (): Promise<void> => {
    await coming.hold();
    const stepping = people.advance(`PT${drawn.whole(1, 45)}M`).then(
      () => (clockSteps += 1),
      (error: unknown) => {
        // A runtime that was killed answers nothing; one that never comes to rest says so.
        if (error instanceof Error && error.message.startsWith('The clock answered'))
          findings.push({ promise: 'P4', what: error.message });
      },
    );
    try {
      await pause(drawn.whole(0, 300));
      await strike(drawn.pick(['function', 'function', 'function', 'queues', 'database', 'runtime']));
      await stepping;
    } finally {
      coming.goOn();
    }
  };

  try {
    const endsAt = performance.now() + seconds * 1000;
    while (performance.now() < endsAt) {
      await pause(drawn.whole(50, 1500));
      const mishap = mishaps[drawn.weighted(mishaps.map((one) => weights[one]))] ?? 'function';
      if (mishap === 'clock') await stepClock();
      else await strike(mishap);
      say(`${Math.max(0, Math.round((endsAt - performance.now()) / 1000))} s left`);
    }
  } finally {
    await coming.goHome();
    if (await runtime.kill('runtime', draw)) kills.runtime += 1;
  }

  say('Coming to rest');
  const besa = await startBesa({ dataDir, quiet: true });
  try {
    await besa.quiet();
    await handleWhatWaits(besaOverHttp(besa.url));
    // Long enough for what is sent again after fifteen minutes, doubled each time up to six hours, and for late mails.
    for (const hours of [1, 23]) {
      await redriveAll(besa);
      await besa.clock.advance(hours * hourMs);
    }
    say('Checking');
    const evidence = await evidenceOnDisk(besa, folder);
    let lost = 0;
    const counting: Evidence = {
      ...evidence,
      followUp: async (receipt) => {
        const seen = await evidence.followUp(receipt);
        if (seen === 'unknown' || seen.status !== 200) lost += 1;
        return seen;
      },
    };
    findings.push(...(await check(counting, coming.reporters)));
    return { reporters: coming.reporters, answers: coming.answers, kills, clockSteps, findings, lost, besa, evidence };
  } catch (error) {
    await besa.stop();
    throw error;
  }
}

/** What an operator does about dead letters. */
async function redriveAll(besa: RunningBesa): Promise<void> {
  const { post } = besaOverHttp(besa.url);
  for (const { name, deadLetters } of await besa.queues())
    if (deadLetters > 0) await post('/local/redrive', { reactor: name, choice: 'redrive' });
}
