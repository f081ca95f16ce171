import { Duration, Stack } from 'aws-cdk-lib';
import { Alarm, ComparisonOperator, Metric, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { Construct } from 'constructs';
import type { Runbook } from '../../alarms/runbook';
import { monthlyLimit } from '../../monthly-limit';
import { stages } from '../../stages';
import { MonthlyBudget } from './monthly-budget';

/** AWS's billing metric counts a whole account, which may hold every stage; a stage has a budget of its own. */
const accountLimit = stages.reduce((sum, stage) => sum + stage.monthlyLimit, 0);

/** Properties of `CostAlerts`. */
export interface CostAlertsProps {
  /** Who gets mail; others subscribe to the topic. */
  readonly alertAddress?: string;
  readonly runbook: Runbook;
}

/** Alerts on the cost of the month: early, at the limit, and when AWS forecasts that the limit will be exceeded. */
export class CostAlerts extends Construct {
  readonly topic: Topic;

  constructor(scope: Construct, id: string, { alertAddress, runbook }: CostAlertsProps) {
    super(scope, id);

    this.topic = new Topic(this, 'Topic', { topicName: 'cpm-cost-alerts', enforceSSL: true });
    for (const service of ['budgets.amazonaws.com', 'cloudwatch.amazonaws.com']) this.hear(service);
    if (alertAddress) this.topic.addSubscription(new EmailSubscription(alertAddress));

    const alarm = (name: string, description: string, threshold: number) =>
      this.alarm(name, runbook.describe(name, description), threshold);
    alarm('MonthlyCostAlert', 'Alert when monthly cost exceeds threshold', monthlyLimit.earlyWarning);
    alarm('MonthlyCostLimit', 'The month costs more than all stages together may', accountLimit);
    new MonthlyBudget(this, 'Budget', { budgetName: 'cpm-monthly', limit: accountLimit, topic: this.topic });
  }

  /** A topic with a policy accepts only the principals that the policy names. */
  private hear(service: string): void {
    this.topic.addToResourcePolicy(
      new PolicyStatement({
        principals: [new ServicePrincipal(service)],
        actions: ['sns:Publish'],
        resources: [this.topic.topicArn],
        conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(this).account } },
      }),
    );
  }

  /** The cost of the month so far, which AWS reports only in us-east-1 and only with billing alerts enabled. */
  private alarm(alarmName: string, alarmDescription: string, threshold: number): void {
    const alarm = new Alarm(this, alarmName, {
      alarmName,
      alarmDescription,
      metric: new Metric({
        namespace: 'AWS/Billing',
        metricName: 'EstimatedCharges',
        dimensionsMap: { Currency: 'USD' },
        statistic: 'Maximum',
        period: Duration.days(1),
      }),
      threshold,
      evaluationPeriods: 1,
      comparisonOperator: ComparisonOperator.GREATER_THAN_THRESHOLD,
      treatMissingData: TreatMissingData.MISSING,
    });
    alarm.addAlarmAction(new SnsAction(this.topic));
  }
}
