import { ask, posts, statusOf } from '#test/sim/actors/asking.ts';
import type { System } from '#test/sim/system.ts';
import type { SimulatedWorld } from '#test/sim/simulated-world.ts';
import type { KeptCommand, Story } from '../kept-release.ts';
import { answersAtTheDesk } from './at-the-desk.ts';
import { isLeftAtWork, isLookedAt } from './at-rest.ts';
import { spendsTheDay, spendsTheNextDay, spendsTheNight } from './busy-week.ts';
import { centreIn } from './centre.ts';
import { keepsDirectory } from './directory-kept.ts';
import { livesThroughWinter } from './first-winter.ts';
import { keepsAnEyeOnItself } from './last-days.ts';

interface Life {
  /** What must be readable of it ever after. */
  story: Omit<Story, 'commands'>;
  /** Which commands are answered as before when they are sent again. Asked once nothing more is kept: asking leaves traces. */
  answeredAgain: () => Promise<KeptCommand[]>;
}

/** A small centre's whole life in a world. */
export async function livesOn(world: SimulatedWorld, system: System): Promise<Life> {
  const centre = centreIn(world, system);
  await keepsDirectory(centre);
  const { erased } = await livesThroughWinter(centre);
  const urgent = await spendsTheDay(centre);
  await spendsTheNight(centre, urgent);
  const { leaving } = await spendsTheNextDay(centre);
  await answersAtTheDesk(centre);
  await keepsAnEyeOnItself(centre);
  await isLeftAtWork(centre);
  const gone = [erased, leaving];
  const isGone = (caseNumber: string | undefined): boolean => gone.some((one) => one.caseNumber === caseNumber);
  const cases = centre.cases.filter(({ caseNumber }) => !isGone(caseNumber));
  const at = new Date(world.now()).toISOString();
  const shown = await isLookedAt(centre, cases);
  const answeredAgain = async (): Promise<KeptCommand[]> => {
    const again: KeptCommand[] = [];
    for (const command of centre.commands.filter(({ path }) => !isGone(path['number']))) {
      const { function: title, by, resource, path, body, headers } = command;
      const seen = await centre.play(
        ask(world, title, { ...posts(resource, body, headers, path), claims: { sub: by } }),
      );
      if (statusOf(seen) === 200) again.push(command);
    }
    return again;
  };
  return { story: { at, cases, erased: gone, shown }, answeredAgain };
}
