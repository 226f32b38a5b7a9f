import { CfnBudget } from 'aws-cdk-lib/aws-budgets';
import type { Construct } from 'constructs';
import type { Stage } from '../stages.ts';

/** What has been spent, or will have been by the end of the month, in percent of the budget: each is told once a month. */
const tellsAt = [
  { notificationType: 'ACTUAL', threshold: 80 },
  { notificationType: 'ACTUAL', threshold: 100 },
  { notificationType: 'FORECASTED', threshold: 100 },
] as const;

/** Tells people when the account costs more than it should in a month: a flood, or something left running. It stops nothing. */
export function addBudget(scope: Construct, id: string, { usdAMonth, addresses }: NonNullable<Stage['budget']>): void {
  new CfnBudget(scope, id, {
    budget: { budgetType: 'COST', timeUnit: 'MONTHLY', budgetLimit: { amount: usdAMonth, unit: 'USD' } },
    notificationsWithSubscribers: tellsAt.map((at) => ({
      notification: { ...at, comparisonOperator: 'GREATER_THAN', thresholdType: 'PERCENTAGE' },
      subscribers: addresses.map((address) => ({ subscriptionType: 'EMAIL', address })),
    })),
  });
}
