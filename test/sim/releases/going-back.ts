import type { Chance } from '#test/story/chance.ts';
import type { World } from '../world.ts';

/** Which share of the functions that are invoked is of the newer release: deployed, taken back, and deployed again. */
const courses: readonly [readonly number[], ...(readonly number[])[]] = [
  [0.5, 1, 0.5, 0],
  [1, 0],
  [0.5, 1, 0, 1, 0],
];

/**
 * A newer release is deployed and taken back, with whatever stands in the queues and in the history then. When nothing goes
 * wrong any more, it comes for good.
 */
export function goesBackAndForward(world: World, span: number, by: Chance): void {
  world.newerShare = 0;
  const course = by.pick(courses);
  for (const [step, share] of course.entries()) {
    const at = world.now() + Math.round((span * (step + by.share())) / (course.length + 1));
    world.at(
      at,
      `of the functions ${share * 100} % are of a newer release`,
      () => void (world.newerShare = share),
      'services',
    );
  }
}
