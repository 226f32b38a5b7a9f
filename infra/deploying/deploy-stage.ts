import { firstServiceStack, stackName } from '../stacks.ts';
import { stageOf } from '../stages.ts';
import type { Stage } from '../stages.ts';
import { standingContext } from './wanted-stage.ts';

/** What a deployment is made with. */
export interface DeployingParts {
  /** How a stack stands, in CloudFormation's word; undefined where there is none. */
  statusOf: (stage: Stage, stackName: string) => Promise<string | undefined>;
  /** Runs the CDK's command line. Throws when it fails. */
  cdk: (args: readonly string[]) => Promise<void>;
  say: (line: string) => void;
}

/**
 * Deploys the stage that `args` name to the CDK. A stack whose making has never succeeded is made without protection: one
 * that fails can then be taken away and made again. As soon as all stand, they are deployed once more, protected. Refused
 * beside release 0.1.0: what both wrote would lie in the same tables when it fails (decision 204).
 */
export async function deployStage(args: readonly string[], { statusOf, cdk, say }: DeployingParts): Promise<void> {
  const stage = stageOf(stageNameIn(args));
  const before = firstServiceStack(stage.name);
  if ((await statusOf(stage, before)) !== undefined) {
    throw new Error(`${before} of release 0.1.0 stands here. Nothing was deployed: go by docs/deploy.md, part 10.`);
  }
  const standing = await Promise.all(
    stage.protectedStacks.map(async (role) => ({ role, status: await statusOf(stage, stackName(stage.name, role)) })),
  ).then((all) => all.filter(({ status }) => hasStood(status)).map(({ role }) => role));
  const toAll = ['deploy', '--all', ...args];
  if (standing.length < stage.protectedStacks.length) {
    say(`${stage.name} does not stand yet: what is new is made first, and protected when all of it stands.`);
    await cdk([...toAll, '--context', `${standingContext}=${standing.join(',')}`]);
    say(`${stage.name} stands: now it is protected from being deleted.`);
  }
  await cdk(toAll);
}

/** Whether the making of a stack has once succeeded. Only an update can come after that. */
function hasStood(status: string | undefined): boolean {
  return /^(?:CREATE_COMPLETE|UPDATE_|IMPORT_)/u.test(status ?? '');
}

function stageNameIn(args: readonly string[]): string {
  const name = /(?:^| )(?:-c|--context)[ =]?stage=(\S+)/u.exec(args.join(' '))?.[1];
  if (name === undefined) throw new Error('Say which stage: npm run deploy -- -c stage=dev');
  return name;
}
