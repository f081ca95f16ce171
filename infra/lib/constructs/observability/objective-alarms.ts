import type { Duration } from 'aws-cdk-lib';
import {
  Alarm,
  AlarmRule,
  AlarmState,
  ComparisonOperator,
  CompositeAlarm,
  TreatMissingData,
  type IAlarmAction,
} from 'aws-cdk-lib/aws-cloudwatch';
import { Construct } from 'constructs';
import type { Measures } from '../../alarms/measures';
import { errorBudget, type BurnRow } from '../../alarms/objective';
import type { Runbook } from '../../alarms/runbook';
import { nameIn, type Stage } from '../../stages';

/** Properties of `ObjectiveAlarms`. */
export interface ObjectiveAlarmsProps {
  readonly stage: Stage;
  readonly burns: readonly BurnRow[];
  readonly measures: Measures;
  readonly runbook: Runbook;
  readonly action: IAlarmAction;
}

/** Alarms on how fast the error budget is used up. Only both windows of a pair together notify. */
export class ObjectiveAlarms extends Construct {
  readonly alarms: readonly CompositeAlarm[];

  constructor(
    scope: Construct,
    id: string,
    private readonly props: ObjectiveAlarmsProps,
  ) {
    super(scope, id);

    this.alarms = props.burns.map((row) => {
      const windows = [this.window(row, 'long'), this.window(row, 'short')];
      const alarm = new CompositeAlarm(this, row.name, {
        compositeAlarmName: nameIn(props.stage, row.name),
        alarmDescription: props.runbook.describe(row.name, row.description),
        alarmRule: AlarmRule.allOf(...windows.map((window) => AlarmRule.fromAlarm(window, AlarmState.ALARM))),
      });
      alarm.addAlarmAction(props.action);
      alarm.addOkAction(props.action);
      return alarm;
    });
  }

  private window(row: BurnRow, which: 'long' | 'short'): Alarm {
    const { stage, runbook, measures } = this.props;
    const length: Duration = row[which];
    return new Alarm(this, `${row.name}-${which}`, {
      alarmName: nameIn(stage, `${row.name}-${which}`),
      alarmDescription: runbook.describe(row.name, `One window of ${row.name}: ${length.toMinutes()} minutes`),
      metric: measures.failureRate(length),
      threshold: Math.round(row.rate * errorBudget * 100) / 100,
      comparisonOperator: ComparisonOperator.GREATER_THAN_THRESHOLD,
      evaluationPeriods: 1,
      treatMissingData: TreatMissingData.NOT_BREACHING,
    });
  }
}
