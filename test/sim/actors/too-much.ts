import { reportOf } from '#test/support/http-reports.ts';
import { administrators, change, colleagues, show } from './administrators.ts';
import { ask, freshKey, hour, minute, posts } from './asking.ts';
import { actsTogether } from './linked.ts';
import { refers } from './referring.ts';
import { firstAnswer, reports, writes, type Simulated } from './reporters.ts';
import { decides, doesSomething, lookAt, staff } from './staff.ts';
import type { World } from '../world.ts';

/** What there may be too much of. Most histories have none of it. */
export const tooMuchKinds = ['messages', 'class', 'pranks', 'full_case', 'links', 'holders'] as const;
export type TooMuch = (typeof tooMuchKinds)[number];

/** At the pace at which messages are still taken: ten a minute. */
const messageMs = 6500;
const [most, seldom] = [0.7, 0.95];

/** Mostly the first size, now and then the second, and the third one time in twenty. */
function heavyTailed(world: World, [usual, large, huge]: readonly [number, number, number]): number {
  const share = world.chance.share();
  return share < most ? usual : share < seldom ? large : huge;
}

/** Puts too much of one thing into a history that begins now and goes on for so many ms. */
export function isTooMuch(world: World, kind: TooMuch, spanMs: number): Simulated[] {
  const { chance } = world;
  const sometime = (): number =>
    world.now() + chance.whole(0, Math.round(Math.min(spanMs / 2, 8 * hour) / minute)) * minute;
  world.tell(`this history has too much: ${kind}`);
  switch (kind) {
    case 'messages':
      return [writesALot(world, sometime())];
    case 'class':
      return atOnce(world, 30, sometime(), 200);
    case 'pranks':
      return pranks(world, heavyTailed(world, [30, 100, 300]), sometime());
    case 'full_case':
      return [fillsUp(world, heavyTailed(world, [12, 30, 60]), sometime())];
    case 'links':
      return linked(world, heavyTailed(world, [8, 30, 110]), sometime());
    default:
      comeAndGo(world, spanMs);
      return [reports(world, sometime(), reportOf.critical), reports(world, sometime(), reportOf.high)];
  }
}

/** Reports of one kind, one each so many ms. */
function atOnce(world: World, count: number, at: number, everyMs: number): Simulated[] {
  return Array.from({ length: count }, (_, number) => reports(world, at + number * everyMs, reportOf.normal, false));
}

/** Many false alarms, and one child among them who means it and comes back. */
function pranks(world: World, count: number, at: number): Simulated[] {
  const alarms = Array.from({ length: count }, (_, number) =>
    reports(world, at + number * world.chance.pick([50, 500, 5000] as const), reportOf.critical, false),
  );
  return [...alarms, reports(world, at + world.chance.whole(0, 10) * minute, reportOf.critical)];
}

/** One reporter who writes and writes, now and then before the machine has looked at the report. */
function writesALot(world: World, at: number): Simulated {
  const { chance } = world;
  const reporter = reports(world, at, chance.happens(0.5) ? reportOf.critical : reportOf.normal, false);
  const count = heavyTailed(world, [40, 110, 300]);
  if (chance.happens(0.5)) world.at(at, 'queues go away', () => world.goOut('sqs', at + 2 * hour), 'services');
  for (let number = 0; number < count; number += 1)
    world.at(at + minute + number * messageMs, 'a reporter writes', () => writes(world, reporter, number));
  return reporter;
}

/** One case of which staff fill every list, and then do everything to it that there is to do. */
function fillsUp(world: World, count: number, at: number): Simulated {
  const reporter = reports(world, at, 'any');
  const others = [reporter];
  const onCase = async (run: (number: string) => Promise<unknown>): Promise<void> => {
    const number = firstAnswer(reporter)?.body['caseNumber'];
    if (typeof number === 'string') await run(number);
  };
  for (let round = 0; round < count; round += 1)
    world.at(at + (10 + round) * minute, 'a list of a case grows', () => onCase((number) => adds(world, number)));
  for (let round = 0; round < 40; round += 1)
    world.at(at + (12 + count + round) * minute, 'somebody does something to a full case', () =>
      onCase((number) => doesSomething(world, world.chance.pick(staff), number, [number], others)),
    );
  return reporter;
}

/** One more of everything: a referral, a notice that is answered, a note, something to be decided and its decision. */
async function adds(world: World, number: string): Promise<void> {
  const sub = world.chance.pick(['staff-blerim', 'staff-elira'] as const);
  const step = async (
    run: (at: NonNullable<Awaited<ReturnType<typeof lookAt>>>) => Promise<unknown>,
  ): Promise<void> => {
    const at = await lookAt(world, sub, number);
    if (at !== undefined) await run(at);
  };
  await step(({ of, command }) =>
    of.readAt === undefined ? command('read', { reason: 'on_duty' }) : Promise.resolve(),
  );
  await step(({ command }) => command('referrals', { institution: 'police_cybercrime', basis: 'al_law_18_2017' }));
  await step((at) => refers(at, world.chance.happens(0.5) ? 'to_its_end' : 'any'));
  await step(({ command }) => command('notices', { platform: 'tiktok', way: 'reporting_form' }));
  await step(({ command }) => command('notes', { text: 'One more note.' }));
  await step(({ command }) => command('export', { reason: 'audit' }));
  const other = await lookAt(world, sub === 'staff-elira' ? 'staff-blerim' : 'staff-elira', number);
  if (other !== undefined) await decides(other);
}

/** Many reports of one event, which are linked to one of them, one by one. */
function linked(world: World, count: number, at: number): Simulated[] {
  const [parent, ...others] = atOnce(world, count + 1, at, 500);
  if (parent === undefined) return [];
  const link = async (one: Simulated): Promise<void> => {
    const [leadCase, number] = [parent, one].map((of) => firstAnswer(of)?.body['caseNumber']);
    const found = await lookAt(world, 'staff-blerim', String(number));
    await found?.command('read', { reason: 'on_duty' });
    const read = await lookAt(world, 'staff-blerim', String(number));
    await read?.command('link', { leadCase });
  };
  others.forEach((one, number) => world.at(at + (60 + number) * minute, 'a report of the same event', () => link(one)));
  const act = async (): Promise<void> => {
    const found = await lookAt(world, 'staff-blerim', String(firstAnswer(parent)?.body['caseNumber']));
    if (found !== undefined && (found.of.linkedCases ?? []).length > 0) await actsTogether(found);
  };
  for (let step = 1; step <= 12; step += 1) {
    world.at(at + (70 + count + 15 * step) * minute, 'linked cases act together', act);
  }
  return [parent, ...others];
}

/** Holders of whom the ladder has few: each rung's last one goes for some minutes, and a rota leaves hours to nobody. */
function comeAndGo(world: World, spanMs: number): void {
  const { chance } = world;
  for (const id of chance
    .shuffled(['staff-blerim', 'staff-drita', 'staff-elira', 'staff-flamur', 'staff-grace'])
    .slice(0, 3)) {
    const at = world.now() + chance.whole(1, Math.round(spanMs / 2 / minute)) * minute;
    world.at(at, `${id} goes`, () => turns(world, id, 'suspension'));
    world.at(at + chance.whole(1, 45) * minute, `${id} comes back`, () => turns(world, id, 'return'));
  }
  if (chance.happens(0.5))
    world.at(world.now() + chance.whole(1, 120) * minute, 'a rota with a gap', () => hasGap(world));
}

/** Suspends somebody or brings them back, with the second administrator where that is asked for. */
async function turns(world: World, id: string, step: 'suspension' | 'return'): Promise<void> {
  const [sub, other] = administrators;
  const seen = await change(world, sub, id, step, {});
  if (seen !== 'unknown' && seen.body['waiting'] !== undefined)
    await change(world, other, id, 'approval', { verdict: 'approve' });
}

/**
 * Everybody is there again, so that what is left of a history can be worked through. Asked a few times, until all are seen
 * to be there, because whoever changes a record now and then saw an older one.
 */
export async function everybodyReturns(world: World): Promise<void> {
  for (let round = 0; round < 5; round += 1) if (await areAllThere(world)) return;
}

/** Brings back whoever is not there. Answers whether everybody was seen to be there already. */
async function areAllThere(world: World): Promise<boolean> {
  let areSeen = true;
  for (const id of colleagues) {
    const shown = await show(world, administrators[0], id);
    if (shown !== 'unknown' && shown.body['active'] === true && shown.body['barred'] !== true) continue;
    areSeen = false;
    if (shown === 'unknown') continue;
    const waiting = shown.body['waiting'] as { set: { active?: boolean }; askedBy: string } | undefined;
    if (waiting === undefined) {
      await turns(world, id, 'return');
      continue;
    }
    // A suspension that waits is refused, a return is agreed to, each by the one who did not ask for it.
    const other = administrators.find((one) => one !== waiting.askedBy) ?? administrators[1];
    const verdict = waiting.set.active === false ? 'refuse' : 'approve';
    await change(world, other, id, 'approval', { verdict });
  }
  return areSeen;
}

/** Nobody is kept out of a case any more, where anybody is left who can say so: by what holds, or by what waits. */
export async function nobodyIsKeptOut(world: World, reporters: readonly Simulated[]): Promise<void> {
  for (const reporter of reporters) {
    const number = firstAnswer(reporter)?.body['caseNumber'];
    if (typeof number !== 'string') continue;
    for (const sub of ['staff-flamur', 'staff-elira', 'staff-blerim', 'staff-drita']) {
      const at = await lookAt(world, sub, number);
      if (at === undefined) continue;
      const waiting = at.of.approvals?.find(({ kind, decision }) => kind === 'exclusion' && decision === undefined);
      if (waiting !== undefined)
        await at.command('approvals/{approval}', { verdict: 'refuse' }, { approval: waiting.id });
      if (at.of.history.some(({ type }) => type === 'case.exclusions_set'))
        await at.command('exclusions', { institutions: [], people: [] });
    }
  }
}

/** Nobody is duty officer by night. */
async function hasGap(world: World): Promise<void> {
  const claims = { sub: 'staff-elira' };
  const shown = await ask(world, 'directory', { resource: '/v1/directory/roster', claims });
  if (shown === 'unknown' || shown.status !== 200) return;
  const days = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'holiday'];
  const shifts = [{ duty: 'duty_officer', days, from: '08:00', to: '20:00', holders: ['staff-blerim'] }];
  const headers = { 'Idempotency-Key': freshKey(world, 'roster'), 'If-Match': shown.etag };
  await ask(world, 'directory', { ...posts('/v1/directory/roster', { holidays: [], shifts }, headers), claims });
}
