import { Stack, type StackProps } from 'aws-cdk-lib';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import type { Construct } from 'constructs';
import { alarmList, type DatabaseLimits } from '../alarms/alarm-list';
import { mailAlarms } from '../alarms/mail-alarms';
import { Measures } from '../alarms/measures';
import { burns } from '../alarms/objective';
import type { Runbook } from '../alarms/runbook';
import { monitoredIn, type MonitoredResources } from '../alarms/monitored';
import { AlarmTopic } from '../constructs/observability/alarm-topic';
import { MonitoringDashboard } from '../constructs/observability/monitoring-dashboard';
import { ObjectiveAlarms } from '../constructs/observability/objective-alarms';
import { MonthlyBudget } from '../constructs/observability/monthly-budget';
import { ProductAlarms } from '../constructs/observability/product-alarms';
import type { Stage } from '../stages';

/** Properties of `ObservabilityStack`. */
export interface ObservabilityStackProps extends StackProps {
  readonly stage: Stage;
  readonly monitored: MonitoredResources;
  readonly databaseLimits: DatabaseLimits;
  readonly runbook: Runbook;
}

/** Monitoring for operators: alarms with a runbook section each, and the dashboard. */
export class ObservabilityStack extends Stack {
  constructor(scope: Construct, id: string, { stage, monitored, databaseLimits, ...rest }: ObservabilityStackProps) {
    const { runbook, ...props } = rest;
    super(scope, id, props);

    const measures = new Measures(monitoredIn(stage, monitored));
    const { topic } = new AlarmTopic(this, 'AlarmTopic', { stage });
    const action = new SnsAction(topic);
    const mail = stage.compute.mail === 'ses' ? mailAlarms(measures) : [];
    const rows = [...alarmList(measures, databaseLimits), ...mail];
    const { alarms } = new ProductAlarms(this, 'Alarms', { stage, rows, runbook, action });
    const objective = new ObjectiveAlarms(this, 'Objective', { stage, burns, measures, runbook, action });

    new MonitoringDashboard(this, 'Dashboard', { stage, measures, alarms: [...alarms, ...objective.alarms] });
    new MonthlyBudget(this, 'Budget', {
      budgetName: `cpm-monthly-${stage.name}`,
      limit: stage.monthlyLimit,
      stageTag: stage.name,
      topic,
    });
  }
}
