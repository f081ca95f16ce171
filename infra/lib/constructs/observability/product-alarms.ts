import { Alarm, ComparisonOperator, TreatMissingData, type IAlarmAction } from 'aws-cdk-lib/aws-cloudwatch';
import { Construct } from 'constructs';
import type { AlarmRow } from '../../alarms/alarm-list';
import type { Runbook } from '../../alarms/runbook';
import { nameIn, type Stage } from '../../stages';

/** Properties of `ProductAlarms`. */
export interface ProductAlarmsProps {
  readonly stage: Stage;
  readonly rows: readonly AlarmRow[];
  readonly runbook: Runbook;
  readonly action: IAlarmAction;
}

/** One alarm for each row; it notifies when it begins and when it ends. */
export class ProductAlarms extends Construct {
  readonly alarms: readonly Alarm[];

  constructor(scope: Construct, id: string, { stage, rows, runbook, action }: ProductAlarmsProps) {
    super(scope, id);

    this.alarms = rows.map(({ name, description, metric, periods, treatMissingAsBreaching, ...row }) => {
      const alarm = new Alarm(this, name, {
        alarmName: nameIn(stage, name),
        alarmDescription: runbook.describe(name, description),
        metric,
        evaluationPeriods: periods,
        treatMissingData: treatMissingAsBreaching ? TreatMissingData.BREACHING : TreatMissingData.NOT_BREACHING,
        ...limitOf(row),
      });
      alarm.addAlarmAction(action);
      alarm.addOkAction(action);
      return alarm;
    });
  }
}

function limitOf({ threshold }: Pick<AlarmRow, 'threshold'>) {
  return 'above' in threshold
    ? { threshold: threshold.above, comparisonOperator: ComparisonOperator.GREATER_THAN_THRESHOLD }
    : { threshold: threshold.below, comparisonOperator: ComparisonOperator.LESS_THAN_THRESHOLD };
}
