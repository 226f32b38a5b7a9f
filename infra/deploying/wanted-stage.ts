import { stageOf } from '../stages.ts';
import type { Stage } from '../stages.ts';

/** The context by which `npm run deploy` says which stacks stand already, as the CDK's command line takes it. */
export const standingContext = 'standing';
/** The context by which somebody says that a new version takes all requests at once (docs/deploy.md). */
const atOnceContext = 'at-once';

/** The stage that the command line asks for, with what it says of this one deployment. */
export function wantedStage(context: (name: string) => unknown): Stage {
  const name = context('stage');
  const stage = stageOf(typeof name === 'string' ? name : 'dev');
  const standing = context(standingContext);
  return {
    ...stage,
    protectedStacks: stage.protectedStacks.filter(
      (role) => typeof standing !== 'string' || standing.split(',').includes(role),
    ),
    newVersions: isYes(context, atOnceContext) ? 'all at once' : stage.newVersions,
  };
}

/** Throws for another word than `yes`: what was meant is not known, and it is about how a release goes out. */
function isYes(context: (name: string) => unknown, name: string): boolean {
  const said = context(name);
  if (said !== undefined && said !== 'yes') throw new Error(`Say ${name}=yes, or leave it out.`);
  return said === 'yes';
}
