import { reportOf } from '#test/support/http-reports.ts';
import type { Row } from '../../database/values.ts';
import type { World } from '../../world.ts';
import { days, hour, minute, statusOf } from '../asking.ts';
import { goesOn, lookAt, tidiesUp } from '../staff.ts';
import { reports, writes, type Simulated } from '../reporters.ts';
import { triesAnything } from './any-command.ts';
import { campaigns, caseGambits, directoryGambits } from './gambits.ts';
import { goOnHonestly, hearCodes } from './honest.ts';
import { colleaguesIn, handsOf, numbersOf, type InsiderKind, type Plot } from './plot.ts';
import { usesStolen } from './thief.ts';

/** Who may be an insider of a kind. */
const people: Readonly<Record<Exclude<InsiderKind, 'pair' | 'thief'>, readonly [string, ...string[]]>> = {
  officer: ['staff-blerim', 'staff-drita'],
  counsellor: ['staff-arta'],
  supervisor: ['staff-elira'],
  administrator: ['staff-kujtim', 'staff-lule'],
};

export function chooseInsiders({ chance }: World, kind: InsiderKind): string[] {
  if (kind === 'thief') return [];
  if (kind === 'pair') return chance.shuffled([...Object.values(people).flat(), 'staff-flamur']).slice(0, 2);
  return [chance.pick(people[kind])];
}

/** Centres are of all sizes: now and then one has one administrator only, or three people who work on cases. */
export function smallerCentre({ chance }: World, kind: InsiderKind, rows: readonly Row[]): Row[] {
  const gone =
    kind === 'thief'
      ? []
      : chance.pick([[], [], [], ['staff-lule'], ['staff-lule', 'staff-arta', 'staff-drita', 'staff-hana']] as const);
  return rows.filter((row) => !gone.some((id) => [row['pk']?.S, row['sk']?.S].includes(`STAFF#${id}`)));
}

/** Everything that happens in a history with insiders. Answers those who report, and how long it goes on, in ms. */
export function actAsInsiders(world: World, plot: Omit<Plot, 'reporters'>): { plot: Plot; spanMs: number } {
  const { chance } = world;
  const { kind } = plot;
  const begun = world.now();
  const count = chance.whole(1, 2);
  const reporters = Array.from({ length: count }, (_, at): Simulated => {
    const kind = chance.happens(0.6) ? reportOf.critical : 'any';
    const reporter = reports(world, begun + at * 5 * minute, kind, false);
    if (chance.happens(0.5))
      world.at(begun + chance.whole(1, 40) * hour, 'a reporter writes', () => writes(world, reporter, 0));
    return reporter;
  });
  const whole: Plot = { ...plot, reporters };
  const bursts = chance.whole(2, 3);
  let at = begun + chance.whole(1, 5) * hour;
  const plan = campaignOf(whole);
  for (let burst = 0; burst < bursts; burst += 1) {
    for (let move = chance.whole(3, 8); move > 0; move -= 1) {
      world.at(at, 'an insider does something', () => acts(whole, plan));
      at += chance.whole(1, 6) * minute;
    }
    // Who waits long first sees to it that nothing rings.
    world.at(at, 'an insider keeps things quiet', () => keepsQuiet(whole));
    at += minute + chance.pick([1, 6, 25, 25, 25, 49, kind === 'administrator' ? 8 * 24 : 25] as const) * hour;
  }
  const spanMs = at - begun;
  for (let next = begun + hour; next < at; next += chance.whole(2, 14) * hour)
    world.at(next, 'honest people go on', () => goOnHonestly(whole));
  return { plot: whole, spanMs: Math.min(spanMs, days(20)) };
}

/** A plan of half of all histories: what comes first is done first. */
function campaignOf({ world: { chance }, insiders }: Plot): (typeof caseGambits)[number][] {
  const isKeeper = insiders.some((id) => people.administrator.includes(id));
  const all = campaigns[isKeeper ? 'directory' : 'cases'];
  return chance.happens(0.6) ? [...(chance.shuffled(all)[0] ?? [])] : [];
}

/** Everything that rings comes to its end, or is read and handled, by an insider who may or by somebody honest. */
async function keepsQuiet(plot: Plot): Promise<void> {
  if (plot.kind === 'administrator') return tidiesUp(plot.world, 'advice_given');
  for (const number of numbersOf(plot)) {
    for (const sub of [...handsOf(plot), 'staff-elira', 'staff-blerim']) {
      const at = await lookAt(plot.world, sub, number);
      const seen = await at?.command('read', { reason: 'on_duty' });
      if (seen === undefined || statusOf(seen) !== 200) continue;
      const again = await lookAt(plot.world, sub, number);
      if (again !== undefined && again.of.handledAt === undefined) await goesOn(again);
      break;
    }
  }
}

/** One move: the next one of a plan, something clever, or any command. */
async function acts(plot: Plot, plan: (typeof caseGambits)[number][]): Promise<void> {
  const { world, kind, reporters } = plot;
  const { chance } = world;
  hearCodes(plot);
  if (kind === 'thief') {
    const [one] = chance.shuffled(reporters);
    if (one === undefined) return;
    if (chance.happens(0.2)) await writes(world, one, 1);
    else await usesStolen(plot, one);
    return;
  }
  const active = colleaguesIn(plot).filter(({ id, active: is }) => is && handsOf(plot).includes(id));
  const own = active.filter(({ id }) => plot.insiders.includes(id));
  const [hand] = chance.shuffled(own.length > 0 && chance.happens(0.7) ? own : active);
  const [number] = chance.shuffled(numbersOf(plot));
  if (hand === undefined || number === undefined) return;
  const next = plan.shift();
  const gambits = hand.role === 'administrator' ? directoryGambits : caseGambits;
  // A plan is about one case, the first.
  if (next !== undefined) await next(plot, plot.insiders[0] ?? hand.id, numbersOf(plot)[0] ?? number);
  else if (chance.happens(0.5)) await triesAnything(plot, hand.id);
  else await chance.shuffled(gambits)[0]?.(plot, hand.id, number);
}
