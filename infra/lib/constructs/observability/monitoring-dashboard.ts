import { ConcreteWidget, Dashboard, type IAlarm, type IWidget } from 'aws-cdk-lib/aws-cloudwatch';
import { Construct } from 'constructs';
import type { Measures } from '../../alarms/measures';
import { alarmRow, dataRows, edgeRow, objectiveRow, productRows, requestRow } from '../../alarms/dashboard-rows';
import { nameIn, type Stage } from '../../stages';

/** Properties of `MonitoringDashboard`. */
export interface MonitoringDashboardProps {
  readonly stage: Stage;
  readonly measures: Measures;
  readonly alarms: readonly IAlarm[];
}

/** Dashboard `CPM-Monitoring`: service and database first, then requests, data, the edge, and the product's own metrics. */
export class MonitoringDashboard extends Construct {
  constructor(scope: Construct, id: string, { stage, measures, alarms }: MonitoringDashboardProps) {
    super(scope, id);

    new Dashboard(this, 'Dashboard', {
      dashboardName: nameIn(stage, 'CPM-Monitoring'),
      widgets: [
        serviceAndDatabase(stage),
        alarmRow(alarms),
        objectiveRow(measures),
        requestRow(measures),
        ...dataRows(measures),
        edgeRow(measures),
        ...productRows(measures),
      ],
    });
  }
}

/** A widget given by its properties in CloudWatch's dashboard body. */
class WrittenWidget extends ConcreteWidget {
  constructor(private readonly properties: Record<string, unknown>) {
    super(12, 6);
  }

  override toJson(): unknown[] {
    const { x, y, width, height, properties } = this;
    return [{ type: 'metric', x, y, width, height, properties }];
  }
}

/** The two required widgets, exactly as specified. */
function serviceAndDatabase(stage: Stage): IWidget[] {
  const service = ['ServiceName', nameIn(stage, 'cpm-backend'), 'ClusterName', nameIn(stage, 'cpm-cluster')];
  const reading = { period: 300, stat: 'Average', region: stage.region };
  return [
    new WrittenWidget({
      metrics: [
        ['AWS/ECS', 'CPUUtilization', ...service],
        ['.', 'MemoryUtilization', '.', '.', '.', '.'],
      ],
      ...reading,
      title: 'ECS Service Metrics',
    }),
    new WrittenWidget({
      metrics: [
        ['AWS/RDS', 'CPUUtilization', 'DBInstanceIdentifier', nameIn(stage, 'cpm-db')],
        ['.', 'DatabaseConnections', '.', '.'],
        ['.', 'FreeableMemory', '.', '.'],
      ],
      ...reading,
      title: 'RDS Database Metrics',
    }),
  ];
}
