import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { optionsAmong, share, understand, wholeNumber } from '#test/sim/command-line.ts';
import { table } from '#test/story/table.ts';
import { liveThroughKills, type Soaked } from './live-through-kills.ts';

/*
 * npm run soak -- --minutes 3 --seed 1
 *
 * Real engines, people over HTTP, and kill -9 of functions, engines and the whole runtime at random. Exits 1 when the
 * checker of histories finds a promise broken; what Besa left is then kept, and said where.
 */
const { minutes, seed } = understand(() => {
  const values = optionsAmong({ minutes: { type: 'string' }, seed: { type: 'string' } });
  return { minutes: share('--minutes', values.minutes) ?? 3, seed: wholeNumber('--seed', values.seed, 1) };
});
const folder = mkdtempSync(join(tmpdir(), 'besa-soak-'));
const isTerminal = process.stdout.isTTY;
const progress = (line: string): void => {
  if (isTerminal) process.stdout.write(`\r\u001B[K${line}`);
  else console.log(line);
};

const soaked = await liveThroughKills({ seed, seconds: minutes * 60, folder, progress });
await soaked.besa.stop();
console.log(`${isTerminal ? '\n' : ''}\n${table(rows(soaked))}\n`);
for (const { promise, what } of soaked.findings) console.log(`BROKEN ${promise}: ${what}`);
if (soaked.findings.length === 0) rmSync(folder, { recursive: true, force: true });
else console.log(`\nEverything is kept in ${folder}.`);
process.exit(soaked.findings.length === 0 ? 0 : 1);

function rows({ reporters, answers, kills, clockSteps, findings, lost }: Soaked) {
  const isAnswered = reporters.filter(({ seen }) => seen.some((one) => one !== 'unknown' && one.status === 201));
  return Object.entries({
    reports: reporters.length,
    'answered 201 before the end': isAnswered.length,
    'requests without an answer': answers.get('unknown') ?? 0,
    'requests answered 5xx': [...answers].reduce(
      (sum, [status, count]) => sum + (status >= '500' && status < '600' ? count : 0),
      0,
    ),
    ...Object.fromEntries(Object.entries(kills).map(([kind, count]) => [`killed: ${kind}`, count])),
    'steps of the clock': clockSteps,
    findings: findings.length,
    lost,
  }).map(([what, count]) => ({ what, count }));
}
