import type { Blueprint } from '../template/blueprint.ts';
import type { QueueCounts } from '../engines/engine-host.ts';
import type { QueueReport } from '../pages/local-pages.ts';
import { nameInArn } from '../template/template.ts';

/**
 * The state of each function's queue, with its dead letters. The dead letters of a stream stand beside the function it
 * feeds.
 */
export function queueReports(
  blueprint: Blueprint,
  counts: readonly QueueCounts[],
  titleOf: (arn: string) => string,
): QueueReport[] {
  const of = (name: string | undefined) => counts.find((count) => count.name === name);
  const fed = blueprint.queueSources.map(({ functionArn, queueArn }): QueueReport => {
    const queue = blueprint.queues.find(({ arn }) => arn === queueArn);
    const dead = of(queue?.deadLetters);
    const own = of(queue?.name);
    return {
      name: titleOf(functionArn),
      visible: (own?.visible ?? 0) + (own?.delayed ?? 0),
      inFlight: own?.inFlight ?? 0,
      deadLetters: (dead?.visible ?? 0) + (dead?.inFlight ?? 0),
    };
  });
  const givenUp = blueprint.streamSources.flatMap(({ functionArn, onFailureArn }): QueueReport[] => {
    if (onFailureArn === undefined) return [];
    return [
      { name: titleOf(functionArn), visible: 0, inFlight: 0, deadLetters: of(nameInArn(onFailureArn))?.visible ?? 0 },
    ];
  });
  return [...fed, ...givenUp];
}
