import { reportOf } from '#test/support/http-reports.ts';
import { doesAnything } from './anybody.ts';
import { administers } from './administrators.ts';
import { meddles } from './pages/meddling.ts';
import { onPages } from './pages/on-pages.ts';
import { chance, type Chance } from '#test/story/chance.ts';
import { minute } from './asking.ts';
import { firstAnswer, isFiled, reports, writes, type Simulated } from './reporters.ts';
import { isTooMuch, tooMuchKinds, type TooMuch } from './too-much.ts';
import { goesOn, lookAt, queueOf, takesToAnEnd, works } from './staff.ts';
import type { World } from '../world.ts';

export { canary, type Seen } from './asking.ts';
export type { Reporter } from './reporters.ts';

/**
 * Everything people do in a history: so many reports over its first day and a half, and rounds of the staff. With
 * `byPages`, most of the reporters use the pages, and somebody sends forms that no page of ours would.
 */
export function populate(
  world: World,
  spanMs: number,
  atMost: number,
  tooMuch?: TooMuch,
  byPages?: Chance,
): Simulated[] {
  const begun = world.now();
  const busy = world.chance.pick([1, 4, 12] as const);
  const reporters: Simulated[] = [];
  for (let at = begun; at < begun + spanMs; at += world.chance.whole(10, 8 * 60) * minute * (4 / busy))
    world.at(at, 'a round of the staff', () => works(world, reporters));
  if (world.chance.happens(0.4)) {
    const times = world.chance.whole(1, 4);
    for (let time = 0; time < times; time += 1)
      world.at(begun + world.chance.whole(0, spanMs / minute) * minute, 'the directory is changed', () =>
        administers(world),
      );
  }
  if (world.chance.happens(0.25)) {
    const times = world.chance.whole(1, 30);
    for (let time = 0; time < times; time += 1)
      world.at(begun + world.chance.whole(0, spanMs / minute) * minute, 'somebody does anything', () =>
        doesAnything(world, reporters),
      );
  }
  if (world.chance.happens(0.15))
    world.at(
      begun + world.chance.whole(60, Math.max(61, spanMs / minute / 2)) * minute,
      'somebody takes a case to an end',
      () => takesToAnEnd(world, reporters),
    );
  const count = Math.min(world.chance.whole(1, 4), atMost);
  for (let one = 0; one < count; one += 1)
    reporters.push(
      reports(world, begun + world.chance.whole(0, Math.min(36 * 60, spanMs / minute)) * minute, 'any', true, byPages),
    );
  if (byPages !== undefined) meddles(world, spanMs, byPages, reporters);
  const much = tooMuch ?? (world.chance.happens(0.03) ? world.chance.pick(tooMuchKinds) : undefined);
  if (much !== undefined && atMost === Infinity) reporters.push(...isTooMuch(world, much, spanMs));
  return reporters;
}

/** Somebody reads every case that nobody has read, and handles what is urgent, once nothing goes wrong any more. */
export async function catchUp(world: World): Promise<void> {
  const sub = 'staff-elira';
  for (const { caseNumber } of await queueOf(world, sub)) {
    const at = await lookAt(world, sub, caseNumber);
    if (at !== undefined && at.of.readAt === undefined) await at.command('read', { reason: 'on_duty' });
    if (at?.of.severity !== 'critical' || at.of.handledAt !== undefined) continue;
    const again = await lookAt(world, sub, caseNumber);
    if (again !== undefined) await goesOn(again);
  }
}

/** Two people agree that cases are erased, and then those who reported them write once more, before the daily run. */
export async function writesAtLast(world: World, reporters: readonly Simulated[]): Promise<void> {
  for (const reporter of reporters) {
    const number = String(firstAnswer(reporter)?.body['caseNumber']);
    const asking = await lookAt(world, 'staff-blerim', number);
    await asking?.command('erasure', { because: 'person_concerned_asked', safetyDecision: 'safe_for_now' });
    const deciding = await lookAt(world, 'staff-elira', number);
    const asked = deciding?.of.approvals?.findLast(({ kind }) => kind === 'erasure');
    if (asked !== undefined)
      await deciding?.command('approvals/{approval}', { verdict: 'approve' }, { approval: asked.id });
    await writes(world, reporter, 0);
  }
}

/**
 * The plain lives of an urgent case and of another: reported, read, handled and resolved, with half an hour between. The
 * other one comes by a page, and its reporter writes there as well.
 */
export function liveThrough(world: World): Simulated[] {
  const begun = world.now();
  const onPage = reports(world, begun, reportOf.normal, false);
  Object.assign(onPage, onPages(chance(1), onPage.body));
  const reporters = [reports(world, begun, reportOf.critical, false), onPage];
  world.at(begun + 45 * minute, 'a reporter writes', () => writes(world, onPage, 0));
  ['read', 'claim', 'handling', 'resolution'].forEach((_, at) => {
    const round = async (): Promise<void> => {
      for (const { caseNumber } of await queueOf(world, 'staff-blerim')) {
        const looked = await lookAt(world, 'staff-blerim', caseNumber);
        if (looked !== undefined) await goesOn(looked);
      }
    };
    world.at(begun + (at + 1) * 30 * minute, 'a round of the staff', round);
  });
  return reporters;
}

/** Everything is asked for once of which a function keeps what it was answered, such as its keys. */
export function useEverything(world: World): Simulated[] {
  const begun = world.now();
  const reporters = [reports(world, begun, reportOf.high, false), reports(world, begun, reportOf.low, false)];
  reporters.slice(1).forEach((reporter) => isFiled(world, reporter, begun));
  world.at(begun + 60 * minute, 'a reporter writes', () =>
    Promise.all(reporters.map((reporter) => writes(world, reporter, 0, true))),
  );
  return reporters;
}
