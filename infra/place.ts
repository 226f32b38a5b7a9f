import type { Environment } from 'aws-cdk-lib';
import { stageNames } from './stage-names.ts';
import { stageOf } from './stages.ts';
import type { Stage } from './stages.ts';

/**
 * Regions of AWS in the European Union that offer all that Besa runs on. `eu-south-2` has no mail service.
 * Source: https://pypi.org/project/cfn-lint/1.58.0/, which types of resources each region has.
 */
export const allowedRegions = ['eu-central-1', 'eu-north-1', 'eu-south-1', 'eu-west-1', 'eu-west-3'] as const;

/** Those of them where CloudFormation can make a budget, by the same source. */
const regionsWithBudgets: readonly string[] = ['eu-central-1', 'eu-west-1', 'eu-west-3'];

/** A stage may not stand where it would be put; its message is a sentence for whoever deploys. */
export class PlaceRefused extends Error {}

/** What a place is judged by, besides the stage. */
interface Known {
  /** That of the credentials; nobody's where nothing is deployed. */
  accountInUse?: string | undefined;
  stages?: readonly Stage[];
}

/**
 * Where the stacks of a stage go. Throws `PlaceRefused` for a region that is not allowed, for credentials of another
 * account than the stage names, and for an account that `prod` would share.
 */
export function placeOf(stage: Stage, known: Known = {}): Environment & { region: string } {
  const { accountInUse, stages = stageNames.map(stageOf) } = known;
  const { name, region, account = accountInUse } = stage;
  if (!(allowedRegions as readonly string[]).includes(region)) {
    throw new PlaceRefused(
      `${name} cannot be in the region ${region}. Set one of these: ${allowedRegions.join(', ')}.`,
    );
  }
  if (stage.budget !== undefined && !regionsWithBudgets.includes(region)) {
    throw new PlaceRefused(
      `CloudFormation makes no budget in ${region}: leave it out of ${name}, and make it by hand.`,
    );
  }
  if (account === undefined) return { region };
  if (accountInUse !== undefined && account !== accountInUse) {
    throw new PlaceRefused(`These credentials are of the account ${accountInUse}; ${name} belongs into ${account}.`);
  }
  if (stage.keepsData && stage.account === undefined) {
    throw new PlaceRefused(
      `${name} keeps data, so infra/stages.ts must name its account. These credentials are of ${account}.`,
    );
  }
  const other = stages.find(
    (one) => one.name !== name && one.account === account && (one.keepsData || stage.keepsData),
  );
  if (other !== undefined) {
    throw new PlaceRefused(
      `${name} and ${other.name} would share the account ${account}. Whoever works on one could spoil the other.`,
    );
  }
  return { account, region };
}
