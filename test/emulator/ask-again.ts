import {
  CloudFormationServiceException,
  CreateStackCommand,
  DescribeStackEventsCommand,
} from '@aws-sdk/client-cloudformation';
import type { CloudFormationClient } from '@aws-sdk/client-cloudformation';
import { stackOf } from '#infra/operations/preflight/stacks-of-stage.ts';
import { until } from '#test/support/until.ts';
import { gaps } from './gaps.ts';
import type { Gap } from './gaps.ts';
import type { LeftOut } from './leave-out.ts';

/**
 * Asks the emulator for one part of each gap, in a stack of its own, and answers the gaps that are gone: the emulator
 * takes the part, or refuses it for another reason, or no template needs it any more.
 */
export async function gapsThatAreGone(cloudformation: CloudFormationClient, leftOut: LeftOut[]): Promise<Gap[]> {
  const gone: Gap[] = [];
  for (const [index, gap] of gaps.entries()) {
    const part = leftOut.find((one) => one.gap === gap);
    const refused = part === undefined ? '' : await reasonsOf(cloudformation, `Asked-${index}`, part);
    if (!gap.refusal.test(refused)) gone.push(gap);
  }
  return gone;
}

/** What the emulator says while it makes a stack of this one part; what the part refers to is invented. */
async function reasonsOf(cloudformation: CloudFormationClient, name: string, part: LeftOut): Promise<string> {
  try {
    await cloudformation.send(new CreateStackCommand({ StackName: name, TemplateBody: JSON.stringify(alone(part)) }));
  } catch (error) {
    if (error instanceof CloudFormationServiceException) return error.message;
    throw error;
  }
  await until(
    async () => (await stackOf(cloudformation, name))?.StackStatus ?? '',
    (status) => /^(?:CREATE_COMPLETE|ROLLBACK_COMPLETE|\w+_FAILED)$/u.test(status),
  );
  const { StackEvents = [] } = await cloudformation.send(new DescribeStackEventsCommand({ StackName: name }));
  return StackEvents.map(({ ResourceStatusReason }) => ResourceStatusReason ?? '').join('\n');
}

/** A resource by itself, or an output with the resources whose attributes it shows. */
function alone({ name, from }: LeftOut): object {
  const resource = from.Resources[name];
  if (resource !== undefined) return { Resources: { [name]: invented(resource) } };
  const output = from.Outputs?.[name];
  const shown = Object.entries(from.Resources).filter(([one]) => JSON.stringify(output).includes(`"${one}"`));
  return {
    Resources: Object.fromEntries(shown.map(([one, what]) => [one, invented(what)])),
    Outputs: { [name]: output },
  };
}

/** The same part with a word in place of each reference, and depending on nothing. */
function invented({ Type, Properties }: { Type?: string; Properties?: unknown }): object {
  const filled: unknown = JSON.parse(JSON.stringify(Properties ?? {}), (_, value: unknown) =>
    typeof value === 'object' && value !== null && /^(?:Ref|Fn::\w+)$/u.test(Object.keys(value).join())
      ? 'besa'
      : value,
  );
  return { Type, Properties: filled };
}
