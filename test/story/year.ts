import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startBesa } from '#infra/local/besa.ts';
import { fileSample } from '#infra/local/sample/file-sample.ts';
import { besaOverHttp } from '#test/support/besa-over-http.ts';
import { findings, lookBack } from './audit.ts';
import { byPages } from './centre-year/by-pages.ts';
import { bouncedMailbox } from './centre-year/bounced-mailbox.ts';
import { liveThrough, until } from './live-through.ts';
import { atLocal, wallClock } from './local-time.ts';
import { outageFindings } from './centre-year/outage-figures.ts';
import { progressLine } from './progress-line.ts';
import { nobodyAlone } from './centre-year/nobody-alone.ts';
import { centreItself } from './centre-year/centre-itself.ts';
import { queueOutage } from './centre-year/queue-outage.ts';
import { staffAtWork } from './staff-at-work.ts';
import { rightHelp } from './centre-year/right-help.ts';
import { shiftChanges } from './centre-year/shift-changes.ts';
import { trueWords } from './centre-year/true-words.ts';
import { suspendedHolder } from './centre-year/suspended-holder.ts';
import { doorRows, figures } from './centre-year/year-figures.ts';
import { planSpan } from './centre-year/year-plan.ts';
import { readYearArguments, type YearAsked } from './year-arguments.ts';

/**
 * A year of the centre: 407 reports, their make-up that of the national report for 2024, over HTTP against a fresh local
 * Besa with the clock stepped over the next calendar year. Prints the year's figures. Exits 1 when a promise of Besa
 * itself was broken. `--keep FOLDER` leaves the data there with a few open cases, for `npm start -- --data FOLDER`;
 * `--days N` plays only the first days, with their share of it all.
 */
const wholeYear = 365;
const reportsOfYear = 407;
/** In fewer there is not one of everything. */
const fewestReports = 20;
const dayMs = 86_400_000;
/** Dead letters are kept for fourteen days; what they stood for was sent again long before. */
const restDays = 15;

const startedAt = performance.now();
const { keep, days } = readOrEnd();
const folder = keep ?? mkdtempSync(join(tmpdir(), 'besa-year-'));
const running = await startBesa({ dataDir: folder, port: 0, quiet: true });
try {
  process.exitCode = (await live()) ? 0 : 1;
  // By then every case of the year has ended: whoever opens it finds some that are still open, too.
  if (keep !== undefined) await fileSample(running);
} finally {
  await running.stop();
  if (keep === undefined) rmSync(folder, { recursive: true, force: true });
}
if (keep !== undefined) console.log(`The year is kept. Open it with: npm start -- --data ${keep}`);

function readOrEnd(): YearAsked {
  try {
    return readYearArguments(process.argv.slice(2));
  } catch (error) {
    console.error((error as Error).message);
    return process.exit(1);
  }
}

async function live(): Promise<boolean> {
  const besa = besaOverHttp(running.url);
  const year = wallClock(Date.parse(await besa.now())).year + 1;
  const from = atLocal(year, 1, 1, 0);
  const monday = mondayOfCampaign(year);
  const share = (ofYear: number) => Math.ceil((ofYear * days) / wholeYear);
  const isWhole = days === wholeYear;
  const atHalfPastTen = (day: number) => atLocal(year, 1, 1 + day, 10 * 60 + 30);
  /** Fewer days have all that people do on one of their last. */
  const lastDayAt = (hour: number) => atLocal(year, 1, days, hour * 60);
  // The campaign: in one week of March it is on the news, and two classes sit down together.
  const hasCampaign = monday + 7 <= days;
  const plan = planSpan({
    seed: 116_111,
    from,
    days,
    reports: Math.max(fewestReports, share(reportsOfYear)),
    ...(hasCampaign ? { campaign: { from: monday, to: monday + 7, times: 4 } } : {}),
    classes: hasCampaign
      ? [
          { day: monday + 1, minute: 10 * 60 + 5, pupils: 30 },
          { day: monday + 4, minute: 11 * 60 + 20, pupils: 30 },
        ]
      : [],
    sameEvents: share(14),
    leftAlone: share(9),
    longThreads: 1,
  });
  console.log(`${plan.length} reports of ${year}, as the national report for 2024 is made up, seed 116111.`);
  const staff = await staffAtWork(besa);
  // On the Thursday of that week.
  const outageDay = hasCampaign ? monday + 4 : Math.floor(days / 2);
  const outage = queueOutage(running, atLocal(year, 1, outageDay, 0), atLocal(year, 1, outageDay + 1, 0));
  const bounces = isWhole ? [bouncedMailbox(running, 'staff-drita', from + 120 * dayMs, from + 150 * dayMs)] : [];
  const suspension = suspendedHolder(running, staff, plan);
  // Something of it in most months, at half past ten.
  const alone = await nobodyAlone(
    besa,
    isWhole ? [20, 50, 85, 190, 220, 250, 285, 320].map(atHalfPastTen) : [days - 3, days - 2].map(atHalfPastTen),
  );
  const words = await trueWords(besa, isWhole ? [30, 100, 160, 300].map(atHalfPastTen) : [lastDayAt(10)]);
  const help = await rightHelp(besa, isWhole ? [40, 110, 170, 230, 310].map(atHalfPastTen) : [lastDayAt(12)]);
  // A child in the night, and then whoever comes in the morning.
  const pages = await byPages(
    besa,
    isWhole ? [atLocal(year, 1, 1 + 60, 23 * 60 + 40), ...[140, 260].map(atHalfPastTen)] : [lastDayAt(14)],
  );
  // At the end of an officer's day.
  const shifts = await shiftChanges(
    besa,
    isWhole ? [15, 75, 135, 200, 265, 330].map((day) => atLocal(year, 1, 1 + day, 14 * 60 + 30)) : [lastDayAt(16)],
  );
  const centre = await centreItself(
    besa,
    isWhole ? [10, 45, 95, 150, 180, 215, 275, 325].map(atHalfPastTen) : [lastDayAt(11)],
  );
  const progress = progressLine(from, days, plan.length);
  const lived = await liveThrough(besa, staff, plan, {
    mishaps: [
      outage,
      ...bounces,
      suspension,
      ...alone.mishaps,
      ...words.mishaps,
      ...help.mishaps,
      ...shifts.mishaps,
      ...centre.mishaps,
      ...pages.mishaps,
    ],
    progress: progress.show,
  });
  progress.end();
  await until(besa, Math.max(...plan.map(({ work }) => work.resolveAt), from + days * dayMs) + restDays * dayMs);

  const remains = await lookBack(besa, staff.supervisor, lived);
  const broken = [...findings(remains), ...outageFindings(remains.cases, outage)];
  console.log(
    figures(remains, outage, {
      ...staff.counts(),
      institutions: staff.institutions.rows(),
      alone: alone.rows(),
      words: words.rows(),
      help: help.rows(),
      shifts: shifts.rows(),
      centre: centre.rows(),
      pages: [...doorRows(lived), ...pages.rows()],
    }),
  );
  console.log(`Resolutions refused until the duty to report was decided: ${staff.counts().refusedByGuards}`);
  for (const finding of broken) console.log(`BROKEN  ${finding}`);
  console.log(`Played in ${Math.round((performance.now() - startedAt) / 1000)} s.`);
  return broken.length === 0 && lived.length === plan.length;
}

/** The day of the year, counted from 0, on which the campaign begins: the first Monday from the 8th of March on. */
function mondayOfCampaign(year: number): number {
  for (let day = 66; ; day += 1) if (wallClock(atLocal(year, 1, 1 + day, 12 * 60)).weekday === 'Mon') return day;
}
