import { RemovalPolicy } from 'aws-cdk-lib';
import type { Stage } from '../stages.ts';

/**
 * What becomes of data, keys, people and logs when their stack goes. In a stage that keeps data they stay, unless the very
 * operation that made them fails: what nobody has used yet must not be in the way of the next try (decision 195).
 */
export function removalOf({ keepsData }: Pick<Stage, 'keepsData'>): RemovalPolicy {
  return keepsData ? RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE : RemovalPolicy.DESTROY;
}
