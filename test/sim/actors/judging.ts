import { targetMoveReasons } from '#shared/domain/case/case.ts';
import { colleagues } from './administrators.ts';
import { hour } from './asking.ts';
import type { AtWork } from './at-work.ts';
import { excludesPeople, type Simulated } from './reporters.ts';

/** Somebody says what the case is about as they see it, mostly as it was reported. */
export async function assesses({ of, world, command }: AtWork): Promise<void> {
  const { chance } = world;
  await command('assessment', {
    category: chance.happens(0.6) ? of.reported.category : chance.pick(['cyberbullying', 'other'] as const),
    ...(chance.happens(0.3) ? { victims: [{ ageBand: '12-13', gender: 'female' }] } : {}),
    ...(chance.happens(0.3) ? { flags: { repeated: true } } : {}),
  });
}

/** Somebody gives a deadline more time, or less: one that may be moved, or one that may not. */
export async function movesTarget({ of, world, command }: AtWork): Promise<void> {
  const movable = of.timers.filter(
    ({ kind }) => kind === 'handle' || kind === 'resolve' || kind.startsWith('referral'),
  );
  const [timer] = world.chance.shuffled(movable.length > 0 && world.chance.happens(0.9) ? movable : of.timers);
  if (timer === undefined) return;
  await command('targets', {
    timer: timer.id,
    deadline: new Date(world.now() + world.chance.whole(1, 60) * hour).toISOString(),
    because: world.chance.pick(targetMoveReasons),
  });
}

/** Somebody must have nothing to do with the case any more, or may again: an institution, a colleague. */
export async function excludes({ of, world, command }: AtWork, reporters: readonly Simulated[]): Promise<void> {
  const { chance } = world;
  const named = (of.referrals ?? []).map(({ institution }) => institution);
  const [institution = 'police_cybercrime'] = chance.shuffled(named);
  const body = {
    institutions: chance.happens(0.6) ? [institution] : [],
    people: chance.happens(0.4) ? chance.shuffled(colleagues).slice(0, chance.pick([1, 1, 1, 2, 4] as const)) : [],
  };
  await excludesPeople(world, reporters, of, body.people, () => command('exclusions', body));
}
