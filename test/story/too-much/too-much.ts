import { reportOf } from '#test/support/http-reports.ts';
import { days, hour, minute } from '#test/sim/actors/asking.ts';
import { sendsReferral } from '#test/sim/actors/referring.ts';
import { reports, writes, type Simulated } from '#test/sim/actors/reporters.ts';
import type { AtWork } from '#test/sim/actors/at-work.ts';
import { lookAt, queueOf, resolves } from '#test/sim/actors/staff.ts';
import type { World } from '#test/sim/world.ts';

/** A story of too much: what happens, and for how long nobody does anything after it. */
export interface Story {
  name: string;
  begin: (world: World) => void;
  /** ms. */
  lasts: number;
  /** The most letters that one person may get in all of it. Source: docs/practice.md, Mails. */
  lettersAtMost: number;
}

/** The most that one person may get in any hour, in any story. Source: docs/practice.md, Mails. */
export const lettersInAnHour = 13;

type Kind = (typeof reportOf)[keyof typeof reportOf];

/** So many reports of one kind, one each so many ms. */
function many(world: World, count: number, kind: Kind, everyMs: number): Simulated[] {
  return Array.from({ length: count }, (_, at) => reports(world, world.now() + at * everyMs, kind, false));
}

/** So many messages of one reporter, as fast as they may come. */
function messages(world: World, reporter: Simulated, count: number): void {
  const slowest = 7000;
  for (let number = 0; number < count; number += 1)
    world.at(world.now() + minute + number * slowest, 'a reporter writes', () => writes(world, reporter, number));
}

/** What has to be done until the police has a case, and the case is resolved; nobody does anything after it. */
async function referredToPolice(world: World): Promise<void> {
  const step = async (run: (at: AtWork) => Promise<unknown>): Promise<void> => {
    for (const { caseNumber } of await queueOf(world, 'staff-blerim')) {
      const at = await lookAt(world, 'staff-blerim', caseNumber);
      if (at !== undefined) await run(at);
    }
    // What reacts to it is done by then, and no sweep runs at that instant.
    await world.wait(1.5 * minute);
  };
  await step(({ command }) => command('read', { reason: 'on_duty' }));
  await step((at) => sendsReferral(at, 'police_cybercrime'));
  await step(({ of, command }) =>
    command('handling', {
      severity: of.severity,
      safetyDecision: 'safe_for_now',
      nextStep: 'advise_reporter',
      message: 'We are with you.',
    }),
  );
  await step(async (at) => {
    const seen = await resolves(at, 'advice_given');
    if (seen === 'unknown' || seen.status !== 200)
      throw new Error('The case is not resolved, so the story is another.');
  });
}

/** Much of one thing, and nobody who acts. Budgets: docs/practice.md, Mails. */
export const stories: readonly Story[] = [
  {
    name: '40 messages on a critical case, nobody acts for 2 h',
    begin: (world) => {
      const [reporter] = many(world, 1, reportOf.critical, 0);
      if (reporter !== undefined) messages(world, reporter, 40);
    },
    lasts: 2 * hour,
    lettersAtMost: 20,
  },
  {
    name: '26 critical reports in seconds, nobody acts for 1 h',
    begin: (world) => void many(world, 26, reportOf.critical, 500),
    lasts: hour,
    lettersAtMost: 13,
  },
  {
    name: '300 critical reports in seconds, nobody acts for 1 h',
    begin: (world) => void many(world, 300, reportOf.critical, 50),
    lasts: hour,
    lettersAtMost: 13,
  },
  {
    name: '2 critical and a normal case left alone for 73 h',
    begin: (world) => {
      many(world, 2, reportOf.critical, 1000);
      many(world, 1, reportOf.normal, 0);
    },
    lasts: 73 * hour,
    lettersAtMost: 110,
  },
  {
    name: 'a silent police unit for nine weeks',
    begin: (world) => {
      many(world, 1, reportOf.high, 0);
      world.at(world.now() + 10 * minute, 'the police is told', () => referredToPolice(world));
    },
    lasts: days(63),
    lettersAtMost: 20,
  },
  {
    name: '131 pieces of news for one letter, until the next day',
    begin: (world) => void many(world, 131, reportOf.low, 3000),
    lasts: days(1),
    lettersAtMost: 5,
  },
];
