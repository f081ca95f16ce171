import { Stack, type StackProps } from 'aws-cdk-lib';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import type { Construct } from 'constructs';
import { alarmList, type DatabaseLimits } from '../alarms/alarm-list';
import { Measures } from '../alarms/measures';
import { burns } from '../alarms/objective';
import type { Runbook } from '../alarms/runbook';
import { watchedIn, type WatchedResources } from '../alarms/watched';
import { AlarmTopic } from '../constructs/alarm-topic';
import { MonitoringDashboard } from '../constructs/monitoring-dashboard';
import { ObjectiveAlarms } from '../constructs/objective-alarms';
import { ProductAlarms } from '../constructs/product-alarms';
import type { Stage } from '../stages';

/** What the observability stack needs. */
export interface ObservabilityStackProps extends StackProps {
  readonly stage: Stage;
  readonly watched: WatchedResources;
  readonly databaseLimits: DatabaseLimits;
  readonly runbook: Runbook;
}

/** What tells people how the product is: alarms with something to do about each, and the dashboard beside them. */
export class ObservabilityStack extends Stack {
  constructor(scope: Construct, id: string, { stage, watched, databaseLimits, ...rest }: ObservabilityStackProps) {
    const { runbook, ...props } = rest;
    super(scope, id, props);

    const measures = new Measures(watchedIn(stage, watched));
    const { topic } = new AlarmTopic(this, 'AlarmTopic', { stage });
    const action = new SnsAction(topic);
    const rows = alarmList(measures, databaseLimits);
    const { alarms } = new ProductAlarms(this, 'Alarms', { stage, rows, runbook, action });
    const budget = new ObjectiveAlarms(this, 'Objective', { stage, burns, measures, runbook, action });

    new MonitoringDashboard(this, 'Dashboard', { stage, measures, alarms: [...alarms, ...budget.alarms] });
  }
}
