import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startBesa } from '#infra/local/besa.ts';
import { besaOverHttp } from '#test/support/besa-over-http.ts';
import { findings, lookBack } from './audit.ts';
import { bouncedMailbox } from './centre-year/bounced-mailbox.ts';
import { liveThrough, until } from './live-through.ts';
import { atLocal, wallClock } from './local-time.ts';
import { outageFindings } from './centre-year/outage-figures.ts';
import { progressLine } from './progress-line.ts';
import { nobodyAlone } from './centre-year/nobody-alone.ts';
import { queueOutage } from './centre-year/queue-outage.ts';
import { staffAtWork } from './staff-at-work.ts';
import { trueWords } from './centre-year/true-words.ts';
import { suspendedHolder } from './centre-year/suspended-holder.ts';
import { figures } from './centre-year/year-figures.ts';
import { planSpan } from './centre-year/year-plan.ts';

/**
 * A year of the centre: 407 reports, their make-up that of the national report for 2024, over HTTP against a fresh local
 * Besa with the clock stepped over the next calendar year. Prints the year's figures. Exits 1 when a promise of Besa
 * itself was broken.
 */
const dayMs = 86_400_000;
/** Dead letters are kept for fourteen days; what they stood for was sent again long before. */
const restDays = 15;

const startedAt = performance.now();
const folder = mkdtempSync(join(tmpdir(), 'besa-year-'));
const running = await startBesa({ dataDir: folder, port: 0, quiet: true });
try {
  process.exitCode = (await live()) ? 0 : 1;
} finally {
  await running.stop();
  rmSync(folder, { recursive: true, force: true });
}

async function live(): Promise<boolean> {
  const besa = besaOverHttp(running.url);
  const year = wallClock(Date.parse(await besa.now())).year + 1;
  const from = atLocal(year, 1, 1, 0);
  const monday = mondayOfCampaign(year);
  const plan = planSpan({
    seed: 116_111,
    from,
    days: 365,
    reports: 407,
    // The campaign: in one week of March it is on the news, and two classes sit down together.
    campaign: { from: monday, to: monday + 7, times: 4 },
    classes: [
      { day: monday + 1, minute: 10 * 60 + 5, pupils: 30 },
      { day: monday + 4, minute: 11 * 60 + 20, pupils: 30 },
    ],
    sameEvents: 14,
    leftAlone: 9,
    longThreads: 1,
  });
  console.log(`${plan.length} reports of ${year}, as the national report for 2024 is made up, seed 116111.`);
  const staff = await staffAtWork(besa);
  // On the Thursday of that week.
  const outage = queueOutage(running, atLocal(year, 1, monday + 4, 0), atLocal(year, 1, monday + 5, 0));
  const bounces = bouncedMailbox(running, 'staff-drita', from + 120 * dayMs, from + 150 * dayMs);
  const suspension = suspendedHolder(running, staff, plan);
  // Something of it in most months, at half past ten.
  const alone = await nobodyAlone(
    besa,
    [20, 50, 85, 190, 220, 250, 285, 320].map((day) => atLocal(year, 1, 1 + day, 10 * 60 + 30)),
  );
  const words = await trueWords(
    besa,
    [30, 100, 160, 300].map((day) => atLocal(year, 1, 1 + day, 10 * 60 + 30)),
  );
  const progress = progressLine(from, 365, plan.length);
  const lived = await liveThrough(besa, staff, plan, {
    mishaps: [outage, bounces, suspension, ...alone.mishaps, ...words.mishaps],
    progress: progress.show,
  });
  progress.end();
  await until(besa, Math.max(...plan.map(({ work }) => work.resolveAt), from + 365 * dayMs) + restDays * dayMs);

  const remains = await lookBack(besa, staff.supervisor, lived);
  const broken = [...findings(remains), ...outageFindings(remains.cases, outage)];
  console.log(figures(remains, outage, { ...staff.counts(), alone: alone.rows(), words: words.rows() }));
  console.log(`Resolutions refused until the duty to report was decided: ${staff.counts().refusedByGuards}`);
  for (const finding of broken) console.log(`BROKEN  ${finding}`);
  console.log(`Played in ${Math.round((performance.now() - startedAt) / 1000)} s.`);
  return broken.length === 0 && lived.length === plan.length;
}

/** The day of the year, counted from 0, on which the campaign begins: the first Monday from the 8th of March on. */
function mondayOfCampaign(year: number): number {
  for (let day = 66; ; day += 1) if (wallClock(atLocal(year, 1, 1 + day, 12 * 60)).weekday === 'Mon') return day;
}
