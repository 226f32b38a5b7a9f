import { keptLists } from '#shared/domain/keeping/kept-lists.ts';
import { caseFrom } from '#shared/adapters/aws/cases/rows.ts';
import type { GatewayRequest } from '#test/support/gateway.ts';
import type { Chance } from '#test/story/chance.ts';
import { isOut } from '../checks/check-bearable.ts';
import { administrators, change, colleagues } from './administrators.ts';
import { ask, freshKey, minute, posts, statusOf } from './asking.ts';
import { excludesPeople, firstAnswer, type Simulated } from './reporters.ts';
import { lookAt } from './staff.ts';
import type { World } from '../world.ts';

const everybody = [...colleagues, ...administrators] as const;

/** Where several cases stand below each other. */
const lists: readonly GatewayRequest[] = [
  { resource: '/v1/shift' },
  ...keptLists.map((kind) => ({ resource: '/v1/keeping', query: { kind } })),
];

/**
 * What staff do beside cases: their own language, a test mail or a hundred, a take-over, a look at what is handed over
 * and kept. It may be anybody: suspended, without a role, or kept out of the only case.
 */
export function atTheCentre(world: World, spanMs: number, draws: Chance, reporters: readonly Simulated[]): void {
  for (let times = draws.whole(6, 12); times > 0; times -= 1)
    world.at(world.now() + draws.whole(0, spanMs / minute) * minute, 'somebody looks after the centre', () =>
      looksAfter(world, draws, reporters),
    );
}

async function looksAfter(world: World, draws: Chance, reporters: readonly Simulated[]): Promise<void> {
  const sub = draws.pick(everybody);
  const numbers = reporters.flatMap((one) => firstAnswer(one)?.body['caseNumber'] ?? []) as string[];
  const [number] = draws.shuffled(numbers);
  switch (draws.whole(0, 4)) {
    case 0:
      return does(world, sub, '/v1/me/language', { language: draws.pick(['sq', 'en']) });
    case 1: {
      const asks = Array.from({ length: draws.pick([1, 2, 100]) }, () => does(world, sub, '/v1/me/test-mail', {}));
      return void (await Promise.all(asks));
    }
    case 2:
      if (draws.happens(0.3)) await change(world, administrators[0], sub, 'suspension', {});
      return does(world, sub, '/v1/duty/take-over', draws.happens(0.5) ? { from: draws.pick(everybody) } : {});
    case 3: {
      const at = number === undefined ? undefined : await lookAt(world, 'staff-elira', number);
      const people = [sub];
      if (at !== undefined)
        await excludesPeople(world, reporters, at.of, people, () =>
          at.command('exclusions', { institutions: [], people }),
        );
      break;
    }
  }
  await seesLists(world, sub, () => numbers.filter((one) => isKeptOut(world, one, sub)));
}

async function does(world: World, sub: string, resource: string, body: object): Promise<void> {
  const request = posts(resource, body, { 'Idempotency-Key': freshKey(world, 'centre') });
  const seen = await ask(world, 'directory', { ...request, claims: { sub } });
  world.tell(`${sub} ${resource}: ${statusOf(seen)}`);
  world.did(`centre: ${resource}`, statusOf(seen));
}

/** Somebody looks at every list. `keptOut`: the numbers of the cases that keep them out at this instant. */
export async function seesLists(world: World, sub: string, keptOut: () => readonly string[]): Promise<void> {
  for (const request of lists) {
    // Lists are read from an index. It may not show yet that a case keeps somebody out (docs/threat-model.md).
    const before = keptOut().filter((number) => !isIndexBehind(world, number));
    const seen = await ask(world, 'case-desk', { ...request, claims: { sub } });
    world.did(`centre: ${request.resource}`, statusOf(seen));
    const text = JSON.stringify(seen);
    const after = keptOut();
    for (const number of before)
      if (after.includes(number) && text.includes(number))
        world.given.lines.push(`${number} keeps ${sub} out, and ${request.resource} shows them a line of it`);
  }
}

function isIndexBehind(world: World, number: string): boolean {
  const meta = world.rowsOf(number)?.cases.find(({ sk }) => sk?.S === 'META');
  return world.database.isBehind(meta?.['pk']?.S);
}

function isKeptOut(world: World, number: string, sub: string): boolean {
  const meta = world.rowsOf(number)?.cases.find(({ sk }) => sk?.S === 'META');
  return meta !== undefined && isOut(caseFrom({ ...meta }), sub);
}
