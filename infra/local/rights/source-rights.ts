import type { Blueprint } from '../template/blueprint.ts';
import { NotEmulated } from '../template/template.ts';

/**
 * Lambda feeds a function in the function's name, so the function's role must allow that. Throws `NotEmulated` when it
 * does not.
 */
export function refuseSourcesWithoutRights({ functions, queueSources, streamSources }: Blueprint): void {
  const check = (functionArn: string, actions: readonly string[], resource: string): void => {
    const plan = functions.find(({ arn }) => arn === functionArn);
    for (const action of actions) {
      if (plan?.principal.may({ action, resource, context: { 'aws:SecureTransport': 'true' } }) === true) continue;
      throw new NotEmulated(
        `an event source of ${plan?.title ?? functionArn}, whose role may not ${action} on ${resource}`,
      );
    }
  };
  for (const { functionArn, queueArn } of queueSources) {
    check(functionArn, ['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes'], queueArn);
  }
  for (const { functionArn, streamArn, onFailureArn } of streamSources) {
    check(functionArn, ['dynamodb:GetRecords', 'dynamodb:GetShardIterator', 'dynamodb:DescribeStream'], streamArn);
    if (onFailureArn !== undefined) check(functionArn, ['sqs:SendMessage'], onFailureArn);
  }
}
