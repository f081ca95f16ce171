import { CfnBudget } from 'aws-cdk-lib/aws-budgets';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';

/** What the budget needs. */
export interface MonthlyBudgetProps {
  readonly budgetName: string;
  /** USD a month. */
  readonly limit: number;
  /** The value of the tag `stage` on what is counted; without one, everything in the account is. */
  readonly stageTag?: string;
  readonly topic: ITopic;
}

/** Tells a topic when a month has cost four fifths of what it may, and when AWS foresees that it will cost more. */
export class MonthlyBudget extends Construct {
  constructor(scope: Construct, id: string, { budgetName, limit, stageTag, topic }: MonthlyBudgetProps) {
    super(scope, id);
    const notify = (notificationType: 'ACTUAL' | 'FORECASTED', threshold: number) => ({
      notification: { notificationType, threshold, thresholdType: 'PERCENTAGE', comparisonOperator: 'GREATER_THAN' },
      subscribers: [{ subscriptionType: 'SNS', address: topic.topicArn }],
    });
    const budget = new CfnBudget(this, 'Budget', {
      budget: {
        budgetName,
        budgetType: 'COST',
        timeUnit: 'MONTHLY',
        budgetLimit: { amount: limit, unit: 'USD' },
        costFilters: stageTag && { TagKeyValue: [`user:stage$${stageTag}`] },
      },
      notificationsWithSubscribers: [notify('ACTUAL', 80), notify('FORECASTED', 100)],
    });
    budget.node.addDependency(topic);
  }
}
