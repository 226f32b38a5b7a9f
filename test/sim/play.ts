import { chance } from '#test/story/chance.ts';
import { days } from './actors/asking.ts';
import { check } from './checks/checker.ts';
import type { Find, Finding } from './checks/finding.ts';
import { checkHidden, checkRestored, checkShown, checkWorld } from './checks/check-world.ts';
import { allFaults, type FaultKind } from './faults/faults.ts';
import { planOutages } from './faults/outages.ts';
import { reportersOf, type InsiderKind, type Plot } from './actors/insiders/plot.ts';
import { actAsInsiders, chooseInsiders, smallerCentre } from './actors/insiders/insiders.ts';
import { formsOfCommands } from './actors/insiders/bodies.ts';
import { everybodyReturns, nobodyIsKeptOut, type TooMuch } from './actors/too-much.ts';
import { catchUp, liveThrough, populate, useEverything, writesAtLast } from './actors/people.ts';
import type { Simulated } from './actors/reporters.ts';
import { canGoBackTo, restore, type Backup } from './faults/restoring.ts';
import { atTheCentre } from './actors/at-the-centre.ts';
import { atTheDesk, secondContact } from './actors/institutions/at-the-desk.ts';
import { givesOut } from './actors/leaving/given-out.ts';
import { contactsOfUnits, guesses } from './actors/leaving/guessing.ts';
import { tidiesUp } from './actors/staff.ts';
import { goesBackAndForward } from './releases/going-back.ts';
import { evidenceIn } from './checks/evidence.ts';
import { checkPages } from './checks/check-pages.ts';
import { checkTruth } from './checks/truth/check-truth.ts';
import { checkInsiders } from './checks/power/check-insiders.ts';
import type { PowerKind } from './checks/power/evidence-of-power.ts';
import { witness } from './checks/power/witness.ts';
import { tableIn } from './table-names.ts';
import { loadSystem, type System } from './system.ts';
import { realNow, takeOver } from './virtual-process.ts';
import { SimulatedWorld, type Invocation } from './simulated-world.ts';
import type { CrashPoint, SentMail, World } from './world.ts';

export interface Played {
  seed: number;
  findings: Finding[];
  faults: SimulatedWorld['faults']['counts'];
  counts: SimulatedWorld['counts'];
  story: string[];
  callsMade: ReadonlySet<string>;
  /** What staff did, and what was asked on pages, by what they were answered. */
  done: ReadonlyMap<string, number>;
  /** What two insiders did together that none of them could do alone. */
  together?: Partial<Record<PowerKind, number>>;
}

export interface PlayOptions {
  /** Faults that do not strike in this history. */
  without?: readonly FaultKind[];
  /** No more reports than these. */
  reports?: number;
  /** No longer than this. */
  days?: number;
  /** What there is too much of in this history; else most have none of it. */
  tooMuch?: TooMuch;
  /** Who is malicious in this history; else nobody is, or whom its seed says. */
  insiders?: InsiderKind;
  /** A newer release is deployed and taken back; else in one history of five. */
  withReleases?: boolean;
  /** Every kind of fault, where otherwise each history has its own. */
  withAllFaults?: boolean;
}
export interface Simulator {
  /** The plain life that broke a promise before any history, with nothing that went wrong; absent when none did. */
  broken?: Played;
  /** A history of its own, decided by its seed. */
  play: (seed: number, options?: PlayOptions) => Promise<Played>;
  /** The plainest life of a case, with one fault at one place; without one it says where there could be any. */
  liveThrough: (crashPoint?: CrashPoint) => Promise<Played>;
  /** What people do in `begin`, and so many ms after it, with nothing that goes wrong: for who counts, not for who judges. */
  watch: (begin: (world: World) => void, spanMs: number, mailsPerDay?: number) => Promise<Watched>;
}
/** A history that somebody watched. */
export interface Watched {
  mails: readonly SentMail[];
  /** How often the mail service took no more mails on that day. */
  refusedMails: number;
  /** Seconds that it took to play, and calls to AWS. */
  seconds: number;
  calls: number;
}

const plainSeed = 1;
/** In one history of so many, addresses are asked for that only the cleared may see, and help for each reason. */
const addressesOneIn = 10;
/** In another one of so many, an officer guesses who at an institution is to be told. */
const guessesOneIn = 10;
/** In another one of so many, people look after the centre itself, whether they may or not. */
const centreOneIn = 10;
/** In one history of so many, institutions open at the desk what they were sent. */
const deskOneIn = 5;
/** In one history of so many, most reporters use the pages. */
const pagesOneIn = 5;
/** In another one of so many, a newer release is deployed and taken back. */
const releasesOneIn = 5;
/** One history of so many is without faults: there, nothing excuses that somebody was told late. */
const calmOneIn = 12;
/** The same of histories with insiders: three of four are without faults, for there all that was told is judged. */
const disturbedOneIn = 4;

let current: SimulatedWorld | undefined;

/** Makes this process a simulator. `environment`: what functions have otherwise than the template says. */
export async function simulator(environment: Record<string, string> = {}): Promise<Simulator> {
  // First, for functions keep what they are given when they are loaded.
  const { run } = takeOver<Invocation>(() => current);
  const system: System = await loadSystem(environment);
  const formOf = await formsOfCommands();

  /** Lets somebody do something while the world goes on, by so many ms at a time. */
  const meanwhile = async <T>(world: SimulatedWorld, work: Promise<T>, step = 1): Promise<T> => {
    const working = { isOver: false };
    const worked = work.finally(() => (working.isOver = true));
    while (!working.isOver) await world.playUntil(world.now() + step);
    return worked;
  };

  const ended = (world: SimulatedWorld, seed: number, findings: Finding[]): Played => {
    for (const { promise, what } of findings) world.tell(`BROKEN ${promise}: ${what}`);
    current = undefined;
    const { faults, counts, story, callsMade, done } = world;
    return { seed, findings, faults: faults.counts, counts, story, callsMade, done };
  };

  const finish = async (
    world: SimulatedWorld,
    seed: number,
    reporters: readonly Simulated[],
    backup: () => Backup | undefined,
    isLong = false,
  ) => {
    world.tell('nothing goes wrong any more');
    world.heal();
    world.at(world.now(), 'somebody reads what nobody has read', async () => {
      await everybodyReturns(world);
      await nobodyIsKeptOut(world, reporters);
      await catchUp(world);
    });
    // Long enough for what is sent again after fifteen minutes, doubled each time up to six hours, and for late mails.
    await world.playUntil(world.now() + days(1));
    // Who acts at the instant at which all is judged cannot have been served yet.
    world.forgetPlans();
    world.heal();
    await world.playUntil(world.now() + 60_000);
    const findings = checkWorld(world, system, reporters);
    findings.push(...(await meanwhile(world, checkShown(world, system, reporters))));
    findings.push(...(await meanwhile(world, checkHidden(world, system))));
    const evidence = evidenceIn(world, system);
    findings.push(...(await meanwhile(world, check(evidence, reporters))));
    findings.push(...(await meanwhile(world, checkPages(world, reporters))));
    findings.push(...checkTruth(world, evidence, reporters));
    const before = backup();
    if (before !== undefined && canGoBackTo(world, before.takenAt)) {
      const find = (promise: Finding['promise'], what: string): void => void findings.push({ promise, what });
      world.forgetPlans();
      await world.stop();
      await meanwhile(world, restore(world, system, before, find));
      world.start();
      world.heal();
      // Until the sweeps are back; where time is over for cases, until the daily run was there, too.
      await world.playUntil(world.now() + days(isLong ? 1.1 : 0.1));
      const asOf = { reporters, takenAt: before.takenAt };
      findings.push(...(await meanwhile(world, checkRestored(world, system, asOf))));
    }
    return ended(world, seed, findings);
  };

  /** A history with insiders: they do what they can, and then it is judged what one of them could do alone. */
  const playInsiders = async (
    seed: number,
    kind: InsiderKind,
    { without = [], withAllFaults = false }: PlayOptions,
  ) => {
    const isCalm = seed % disturbedOneIn !== 0 && !withAllFaults;
    const world = new SimulatedWorld(system, run, seed, isCalm ? allFaults : without, withAllFaults);
    current = world;
    world.mostTurns = Infinity;
    const { table, rows } = system.directory;
    world.database.restore(table, smallerCentre(world, kind, rows));
    world.database.follow();
    world.witness = witness(world.database, {
      cases: tableIn(system.blueprint, 'CASES_TABLE'),
      caseEvents: tableIn(system.blueprint, 'CASE_EVENTS_TABLE'),
    });
    const { plot, spanMs } = actAsInsiders(world, {
      world,
      kind,
      insiders: chooseInsiders(world, kind),
      puppets: [],
      codes: [],
      heard: new Map(),
      agreed: new Set(),
      filed: [],
      unseen: [],
      doesPartnerAgree: world.chance.happens(0.2),
      watchfulness: world.chance.pick(['asleep', 'asleep', 'objects', 'anything'] as const),
      witness: world.witness,
      directoryTable: table,
      formOf,
    });
    world.tell(`insiders: ${kind} ${plot.insiders.join(', ')}; others: ${plot.watchfulness}`);
    await world.playUntil(world.now() + spanMs);
    return finishWithInsiders(world, seed, plot);
  };

  const finishWithInsiders = async (world: SimulatedWorld, seed: number, plot: Plot): Promise<Played> => {
    world.tell('nothing goes wrong any more');
    world.forgetPlans();
    world.heal();
    await world.playUntil(world.now() + days(1));
    world.forgetPlans();
    // Whoever was given another code, or locked, holds none that is judged as a child's own.
    const changed = new Set(
      plot.witness.events().flatMap(({ type, caseId }) => (/locked|reissued|void/u.test(type) ? [caseId] : [])),
    );
    for (const { caseId, caseNumber } of plot.witness.cases(new Map()))
      if (changed.has(caseId)) for (const one of reportersOf(plot, caseNumber)) one.thread.receipt = 'unclear';
    const findings = checkWorld(world, system, plot.reporters);
    findings.push(...(await meanwhile(world, checkHidden(world, system))));
    const evidence = evidenceIn(world, system);
    findings.push(...(await meanwhile(world, check({ ...evidence, filed: plot.filed }, plot.reporters))));
    findings.push(...checkTruth(world, evidence, plot.reporters));
    const find: Find = (promise, what) => void findings.push({ promise, what });
    const together = await meanwhile(world, checkInsiders(world, system, plot, find));
    return { ...ended(world, seed, findings), together };
  };

  /** The rest of a long history: everything comes to its end, and then days go by in which nobody comes. */
  const goesOnFor = async (
    world: SimulatedWorld,
    reporters: readonly Simulated[],
    span: number,
    begins: () => void,
  ): Promise<void> => {
    const isOpen = (): boolean =>
      world.database.rows(tableIn(system.blueprint, 'CASES_TABLE')).some(({ sk }) => sk?.S?.startsWith('TIMER#'));
    const tidyUp = async (): Promise<void> => {
      world.faults.pause();
      const outcome = world.chance.pick(['test', 'test', 'advice_given'] as const);
      for (let round = 0; round < 3; round += 1) await meanwhile(world, tidiesUp(world, outcome), 1000);
      world.faults.goOn();
    };
    await tidyUp();
    if (!isOpen() && world.chance.happens(0.7)) {
      await meanwhile(world, writesAtLast(world, reporters));
      await world.playUntil(world.now() + days(1.5));
      await tidyUp();
    }
    // Whatever is open still climbs its ladder, every half an hour: nothing to wait a season for.
    world.tell(isOpen() ? 'something is left to do' : 'nothing is left to do, and time goes by');
    if (isOpen()) return;
    begins();
    await world.playUntil(world.now() + span);
  };

  const simulated: Simulator = {
    play: async (seed, options = {}) => {
      const { without = [], reports = Infinity, days: longest = Infinity, withAllFaults = false, tooMuch } = options;
      if (options.insiders !== undefined) return playInsiders(seed, options.insiders, options);
      const isCalm = seed % calmOneIn === 0 && !withAllFaults;
      const world = new SimulatedWorld(system, run, seed, isCalm ? allFaults : without, withAllFaults);
      current = world;
      const span = days(Math.min(world.chance.pick([0.5, 1, 2]), longest));
      // Two histories of ten run until cases are erased because their time is over.
      const isLong = world.chance.happens(0.2) && longest === Infinity;
      const season = isLong ? days(world.chance.pick([35, 50, 120, 400])) : 0;
      let backup: Backup | undefined;
      const byPages = seed % pagesOneIn === 1 ? chance(seed + 0x9a6e5) : undefined;
      const reporters = populate(world, span, reports, tooMuch, byPages);
      // Chosen by the seed alone, so that no other history is another one because of it.
      const isOfAddresses = seed % addressesOneIn === 7 && reports === Infinity;
      if (isOfAddresses) reporters.push(...givesOut(world, span));
      if (seed % guessesOneIn === 9 && reports === Infinity) {
        world.database.restore(system.directory.table, [...system.directory.rows, ...contactsOfUnits]);
        reporters.push(...guesses(world, span));
      }
      if (seed % centreOneIn === 4) atTheCentre(world, span, chance(seed + 0xce47e), reporters);
      if (seed % deskOneIn === 3 && reports === Infinity) {
        world.database.restore(system.directory.table, [...system.directory.rows, ...secondContact]);
        const tables = { cases: tableIn(system.blueprint, 'CASES_TABLE'), directory: system.directory.table };
        reporters.push(...atTheDesk(world, span, chance(seed + 0xde5c), tables));
      }
      if (seed % releasesOneIn === 2 || options.withReleases === true)
        goesBackAndForward(world, span, chance(seed + 0x5e1ea5));
      planOutages(world, system, span);
      const backsUp = world.chance.happens(0.3);
      const backUp = (within: number): void => {
        if (backsUp)
          world.at(world.now() + world.chance.whole(0, Math.round(within / 60_000)) * 60_000, 'a backup', () => {
            backup = { takenAt: world.now(), rows: world.database.snapshot() };
          });
      };
      backUp(span);
      await world.playUntil(world.now() + span);
      if (isLong) {
        world.forgetPlans();
        await goesOnFor(world, reporters, season, () => backUp(season));
      }
      return finish(world, seed, reporters, () => backup, isLong);
    },
    liveThrough: async (crashPoint) => {
      const world = new SimulatedWorld(system, run, plainSeed, allFaults);
      current = world;
      world.notesCalls = true;
      world.crashPoint = crashPoint;
      const reporters = liveThrough(world);
      await world.playUntil(world.now() + days(0.25));
      return finish(world, plainSeed, reporters, () => undefined);
    },
    watch: async (begin, spanMs, mailsPerDay) => {
      const world = new SimulatedWorld(system, run, plainSeed, allFaults);
      current = world;
      world.mailsPerDay = mailsPerDay;
      world.mostTurns = Infinity;
      const begun = realNow();
      begin(world);
      await world.playUntil(world.now() + spanMs);
      current = undefined;
      const { mails, refusedMails, counts } = world;
      return { mails, refusedMails, seconds: (realNow() - begun) / 1000, calls: counts.calls };
    },
  };
  // What functions keep between invocations they keep from here on, so that every history begins alike.
  for (const live of [useEverything, liveThrough]) {
    const world = new SimulatedWorld(system, run, plainSeed, allFaults);
    current = world;
    const reporters = live(world);
    await world.playUntil(world.now() + days(0.25));
    const played = await finish(world, plainSeed, reporters, () => undefined);
    if (played.findings.length > 0) return { ...simulated, broken: played };
  }
  return simulated;
}

/** Three minutes: no try begins later. A history of a minute has 30 tries, and CI has 20 minutes. */
const shrinkWithinMs = 3 * 60_000;

/**
 * Leaves out what a failure does not need: kinds of faults, reports, days. Each try is a whole history. `begun`: the options
 * with which it failed.
 */
export async function shrink(
  { play }: Simulator,
  failed: Played,
  begun: PlayOptions,
): Promise<{ played: Played; options: PlayOptions }> {
  const broken = new Set(failed.findings.map(({ promise }) => promise));
  let best = { played: failed, options: begun };
  const begunAt = realNow();
  const attempt = async (options: PlayOptions): Promise<void> => {
    if (realNow() - begunAt > shrinkWithinMs) return;
    const played = await play(failed.seed, options);
    const isSame = played.findings.some(({ promise }) => broken.has(promise));
    if (isSame && played.story.length <= best.played.story.length) best = { played, options };
  };
  for (const reports of [1, 2])
    await attempt({ ...best.options, reports: Math.min(reports, best.options.reports ?? Infinity) });
  await attempt({ ...best.options, days: Math.min(0.5, best.options.days ?? Infinity) });
  for (const kind of allFaults) await attempt({ ...best.options, without: [...(best.options.without ?? []), kind] });
  return best;
}
