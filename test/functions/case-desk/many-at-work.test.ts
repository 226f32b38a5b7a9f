import * as fc from '#test/support/fast-check.ts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { caseStatuses } from '#shared/domain/case/status.ts';
import type { CaseStatus } from '#shared/domain/case/status.ts';
import { catchLog } from '#test/support/catch-log.ts';
import type { GatewayAnswer } from '#test/support/gateway.ts';
import { openDesk } from './desk.ts';
import type { Desk } from './desk.ts';
import { choices, newborn, verdicts } from './lifecycle-model.ts';
import type { Asked, Life, Verdict } from './lifecycle-model.ts';
import { bullying } from './reports.ts';

catchLog();
let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.stop());

interface Real {
  caseNumber: string;
  receipt: string;
}
/** Every state that the case was in, by its revision, as the model tells it. */
interface Model {
  lives: Map<number, Life>;
  revision: number;
}

const lifeAt = ({ lives }: Model, revision: number): Life => {
  const life = lives.get(revision);
  if (life === undefined) throw new Error(`The model knows no revision ${revision}.`);
  return life;
};
const verdictOn = (life: Life, asked: Asked): Verdict => verdicts[asked.name]?.(life, asked) ?? 'refused';

/** Whether what somebody asks for is how it stands already. */
const isSo = (verdict: Verdict, asked: Asked): boolean =>
  typeof verdict === 'object' && verdictOn(verdict, asked) === 'unchanged';

/** What somebody gets who looks first, and looks again when a colleague was faster. */
async function askFor({ caseNumber }: Real, { who, name, body }: Asked): Promise<GatewayAnswer> {
  let answer = await desk.decide(who, caseNumber, name, body);
  while (answer.status === 412) {
    const { revision } = answer.json['case'] as { revision: number };
    answer = await desk.command(who, caseNumber, name, body, { 'If-Match': `"${revision}"` });
  }
  return answer;
}

/** Several people at once, each with one wish. */
async function together(all: readonly Asked[], model: Model, real: Real): Promise<void> {
  const answers = await Promise.all(all.map(async (asked) => ({ asked, answer: await askFor(real, asked) })));
  const done = answers
    .filter(({ answer }) => answer.status === 200)
    .map(({ asked, answer }) => ({ asked, answer, revision: Number(answer.json['revision']) }))
    .sort((a, b) => a.revision - b.revision);

  // Whatever ran at once, it was as if one had come after the other: each revision is what one of them made of the last.
  const before = model.revision;
  for (let revision = before + 1; revision <= (done.at(-1)?.revision ?? before); revision += 1) {
    const life = lifeAt(model, revision - 1);
    const here = done.filter((one) => one.revision === revision).map(({ asked }) => asked);
    // One of them made it; the others were told that what they asked for is so already.
    const made = here
      .map((maker) => ({ maker, life: verdictOn(life, maker) }))
      .find(
        (tried): tried is { maker: Asked; life: Life } =>
          typeof tried.life === 'object' && here.every((one) => one === tried.maker || isSo(tried.life, one)),
      );
    if (made === undefined) throw new Error(`Nothing that was asked for leads to revision ${revision}.`);
    model.lives.set(revision, made.life);
    model.revision = revision;
  }
  for (const { asked, answer } of answers) {
    expect([asked, answer.status, isExplained(asked, answer, model, before)]).toEqual([asked, answer.status, true]);
  }
  await agree(model, real);
}

/** Whether an answer is what the model would have given in a state that the case was in meanwhile. */
function isExplained(asked: Asked, { status, json }: GatewayAnswer, model: Model, before: number): boolean {
  switch (status) {
    case 200: {
      const life = lifeAt(model, Number(json['revision']));
      const isTold = life.status === json['status'] && life.assignee === json['assignee'];
      return isTold && (Number(json['revision']) > before || verdictOn(life, asked) === 'unchanged');
    }
    case 409: {
      const { revision } = json['case'] as { revision: number };
      return verdictOn(lifeAt(model, revision), asked) === 'refused';
    }
    case 403:
      return [...model.lives].some(([revision, life]) => revision >= before && verdictOn(life, asked) === 'forbidden');
    default:
      // So many wrote at once that this one never got through in twenty tries, and nothing of it happened.
      return status === 503;
  }
}

/** The states that were lived in; a run that never left the first ones would show nothing. */
const visited = new Set<CaseStatus>();

/** The case, its clocks, its history and what the reporter sees are what the model tells. */
async function agree(model: Model, { caseNumber, receipt }: Real): Promise<void> {
  const life = lifeAt(model, model.revision);
  const { case: of, timers } = await desk.stateOf(caseNumber);
  visited.add(of.status);
  expect(of.revision).toBe(model.revision);
  expect({
    status: of.status,
    isRead: of.readAt !== undefined,
    isHandled: of.handledAt !== undefined,
    assignee: of.assignee,
    team: of.team ?? 'hotline',
    notes: of.noteCount ?? 0,
    messages: of.messageCount,
    clock: of.clockNumber,
  }).toEqual(life);
  const armed = (kind: string): boolean => timers.some((timer) => timer.kind === kind && timer.clock === life.clock);
  const isOpen = life.status !== 'resolved' && life.status !== 'closed';
  expect([armed('promise_resolve'), armed('promise_handle'), armed('must_be_read')]).toEqual([
    isOpen,
    isOpen && !life.isHandled,
    isOpen && !life.isRead,
  ]);
  const history = await desk.historyOf(caseNumber);
  expect(history.map(({ number }) => number)).toEqual(history.map((_, index) => index + 1));
  expect(history).toHaveLength(of.lastEvent);
  const followed = await desk.followUp(receipt);
  expect(followed.json['messages']).toHaveLength(life.messages);
  expect(followed.json['status']).toMatchObject({ code: life.status });
}

/** What leads on is asked for more often, or hardly a case would come to its end. */
const onward: readonly string[] = ['read', 'handling', 'resolution', 'closure'];
const wish: fc.Arbitrary<Asked> = fc
  .oneof(
    ...Object.entries(choices).map(([name, bodies]) => ({
      weight: onward.includes(name) ? 4 : 1,
      arbitrary: fc.constantFrom(...bodies).map((body) => ({ name, body })),
    })),
  )
  .chain((what) =>
    fc.constantFrom('counsellor' as const, 'officer' as const, 'other' as const, 'supervisor' as const).map((who) => ({
      who,
      ...what,
    })),
  );

it('whatever several people do to a case at once, it lives as the model says, one step after the other', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(wish, { minLength: 1, maxLength: 5 }), { minLength: 10, maxLength: 25 }),
      async (rounds) => {
        const real = await desk.receive(bullying);
        const { revision } = (await desk.stateOf(real.caseNumber)).case;
        const model: Model = { lives: new Map([[revision, newborn]]), revision };
        for (const wishes of rounds) await together(wishes, model, real);
      },
    ),
    { numRuns: 8 },
  );
  // No referral leaves here, so nobody waits for an institution, whatever they say.
  const never: readonly CaseStatus[] = ['received', 'waiting_institution'];
  expect([...visited].sort()).toEqual(caseStatuses.filter((status) => !never.includes(status)).sort());
}, 120_000);
