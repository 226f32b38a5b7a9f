import {
  GetFunctionConcurrencyCommand,
  ListTagsCommand,
  paginateListEventSourceMappings,
  paginateListFunctions,
} from '@aws-sdk/client-lambda';
import type { LambdaClient } from '@aws-sdk/client-lambda';
import { serviceRoles, stackName } from '../../stacks.ts';
import type { StageName } from '../../stage-names.ts';
import { pausedTag, readTag } from './before-pause.ts';
import type { BeforePause } from './before-pause.ts';

/** A function that is deployed, as it is now. */
export interface Deployed {
  /** As its folder: `intake`. */
  name: string;
  arn: string;
  timeoutSeconds: number;
  /** How many executions are reserved for it; undefined where it has no reservation. */
  reserved: number | undefined;
  sources: readonly { uuid: string; isOn: boolean }[];
  /** What a pause found; undefined of a function that is not paused. */
  before: BeforePause | undefined;
}

/** All functions of a stage. Their names on AWS end in letters that nobody knows; their description says which they are. */
export async function functionsOfStage(lambda: LambdaClient, stage: StageName): Promise<Deployed[]> {
  const prefixes = serviceRoles.map((role) => `${stackName(stage, role)}-`);
  const described = `Besa ${stage}: `;
  const all: Deployed[] = [];
  for await (const { Functions = [] } of paginateListFunctions({ client: lambda }, {})) {
    for (const { FunctionName = '', FunctionArn: arn = '', Description = '', Timeout = 0 } of Functions) {
      if (!prefixes.some((prefix) => FunctionName.startsWith(prefix)) || !Description.startsWith(described)) continue;
      const name = Description.slice(described.length);
      all.push({ name, arn, timeoutSeconds: Timeout, ...(await stateOf(lambda, arn)) });
    }
  }
  if (all.length === 0) throw new Error(`There is no function of ${stage} in this account and region.`);
  return all.toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

async function stateOf(lambda: LambdaClient, arn: string): Promise<Pick<Deployed, 'reserved' | 'sources' | 'before'>> {
  const { ReservedConcurrentExecutions: reserved } = await lambda.send(
    new GetFunctionConcurrencyCommand({ FunctionName: arn }),
  );
  const { Tags: tags } = await lambda.send(new ListTagsCommand({ Resource: arn }));
  const tag = tags?.[pausedTag];
  const sources: { uuid: string; isOn: boolean }[] = [];
  for await (const page of paginateListEventSourceMappings({ client: lambda }, { FunctionName: arn })) {
    for (const { UUID: uuid = '', State } of page.EventSourceMappings ?? []) {
      sources.push({ uuid, isOn: State !== 'Disabled' && State !== 'Disabling' && State !== 'Deleting' });
    }
  }
  return { reserved, sources, before: tag === undefined ? undefined : readTag(tag) };
}
