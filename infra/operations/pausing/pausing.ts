import { setTimeout } from 'node:timers/promises';
import {
  DeleteFunctionConcurrencyCommand,
  GetEventSourceMappingCommand,
  PutFunctionConcurrencyCommand,
  TagResourceCommand,
  UntagResourceCommand,
  UpdateEventSourceMappingCommand,
} from '@aws-sdk/client-lambda';
import type { LambdaClient } from '@aws-sdk/client-lambda';
import type { StageName } from '../../stage-names.ts';
import { pausedTag, written } from './before-pause.ts';
import type { BeforePause } from './before-pause.ts';
import { functionsOfStage } from './functions-of-stage.ts';
import type { Deployed } from './functions-of-stage.ts';

/** What goes on during a pause: pages that only tell, and the console's files. They write nothing and send nothing. */
export const goesOn: readonly string[] = ['information', 'console'];

export interface Pausing {
  stage: StageName;
  say: (line: string) => void;
  /** Waits between two looks at an event source. */
  pause?: (ms: number) => Promise<unknown>;
}

/** For how long an event source may take to switch, in looks of two seconds. AWS says "up to a few minutes". */
const mostLooks = 150;

/**
 * Stops every function of a stage that writes or sends; answers within how many seconds the last one ends that runs now.
 * First whoever is asked from outside, so that nothing new comes. Then what queues feed, each source before its function: a
 * queue that still feeds a stopped function would put its messages aside. How each ran before is kept as its tag, written
 * before anything is changed and never over an older one: so all of it can be repeated.
 */
export async function pauseStage(lambda: LambdaClient, { stage, say, pause = setTimeout }: Pausing): Promise<number> {
  const functions = (await functionsOfStage(lambda, stage)).filter(({ name }) => !goesOn.includes(name));
  for (const one of functions) await keepBefore(lambda, one);
  for (const { name, arn } of functions.filter((one) => !isFed(one))) {
    await reserve(lambda, arn, 0);
    say(`${name}: paused.`);
  }
  const fed = functions.filter(isFed);
  await Promise.all(fed.flatMap(({ sources }) => sources.map(({ uuid }) => switchSource(lambda, uuid, false, pause))));
  for (const { name, arn } of fed) {
    await reserve(lambda, arn, 0);
    say(`${name}: paused, and what feeds it.`);
  }
  return Math.max(...functions.map(({ timeoutSeconds }) => timeoutSeconds));
}

/**
 * Puts every function back to how it ran before the pause, in the other direction; answers how many. The tag goes last, so
 * all of it can be repeated. What somebody has changed meanwhile stays as it is, and is said.
 */
export async function resumeStage(lambda: LambdaClient, { stage, say, pause = setTimeout }: Pausing): Promise<number> {
  const functions = await functionsOfStage(lambda, stage);
  for (const { name } of functions.filter(({ before, reserved }) => before === undefined && reserved === 0)) {
    say(`${name}: stopped by somebody else, not by a pause. It stays stopped.`);
  }
  const paused = functions.flatMap(({ before, ...one }) => (before === undefined ? [] : [{ ...one, before }]));
  for (const one of paused.toSorted((a, b) => Number(isFed(b)) - Number(isFed(a)))) {
    if (one.reserved === 0) await reserve(lambda, one.arn, one.before.reserved);
    else if (one.reserved !== one.before.reserved) say(`${one.name}: somebody has set its concurrency. It stays so.`);
    for (const uuid of one.before.sources) {
      if (one.sources.some((source) => source.uuid === uuid)) await switchSource(lambda, uuid, true, pause);
      else say(`${one.name}: its event source ${uuid} is gone. A deployment has made another, which is on.`);
    }
    await lambda.send(new UntagResourceCommand({ Resource: one.arn, TagKeys: [pausedTag] }));
    say(`${one.name}: runs again.`);
  }
  return paused.length;
}

const isFed = ({ sources }: Pick<Deployed, 'sources'>): boolean => sources.length > 0;

async function keepBefore(lambda: LambdaClient, { arn, reserved, sources, before }: Deployed): Promise<void> {
  if (before !== undefined) return;
  const now: BeforePause = { reserved, sources: sources.filter(({ isOn }) => isOn).map(({ uuid }) => uuid) };
  await lambda.send(new TagResourceCommand({ Resource: arn, Tags: { [pausedTag]: written(now) } }));
}

async function reserve(lambda: LambdaClient, FunctionName: string, executions: number | undefined): Promise<void> {
  await (executions === undefined
    ? lambda.send(new DeleteFunctionConcurrencyCommand({ FunctionName }))
    : lambda.send(new PutFunctionConcurrencyCommand({ FunctionName, ReservedConcurrentExecutions: executions })));
}

/** Switches an event source and waits until it is so. AWS takes no change of one that is just changing. */
async function switchSource(
  lambda: LambdaClient,
  UUID: string,
  isOn: boolean,
  pause: (ms: number) => Promise<unknown>,
): Promise<void> {
  const wanted = isOn ? 'Enabled' : 'Disabled';
  for (let look = 0; look < mostLooks; look += 1) {
    const { State } = await lambda.send(new GetEventSourceMappingCommand({ UUID }));
    if (State === wanted) return;
    if (State === 'Enabled' || State === 'Disabled') {
      await lambda.send(new UpdateEventSourceMappingCommand({ UUID, Enabled: isOn }));
    }
    await pause(2000);
  }
  throw new Error(`The event source ${UUID} does not become ${wanted}. Run the same command again.`);
}
