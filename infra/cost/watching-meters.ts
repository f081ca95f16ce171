import type { PriceName } from './prices';
import { type Meter, numberOf, type Usage } from './resources';

/** Meters of monitoring: logs, metrics, alarms, dashboards. */
export const watchingMeters: Record<string, Meter> = {
  'AWS::Logs::LogGroup': ({ properties }, { traffic }) => {
    const ofTheApi = JSON.stringify(properties['LogGroupName'] ?? '').includes('/ecs/cpm-backend');
    const gigabytes = ofTheApi ? traffic.apiLogGb : traffic.otherLogGb;
    const months = numberOf(properties['RetentionInDays'], 365) / 30;
    return [
      use('logs', gigabytes),
      use('logsStored', gigabytes * months),
      use('metric', ofTheApi ? traffic.ownMetrics : 0),
    ];
  },

  'AWS::ECS::Cluster': ({ properties }, { traffic }) => {
    const settings = JSON.stringify(properties['ClusterSettings'] ?? []);
    if (settings.includes('"enhanced"')) return [use('insightMetric', traffic.insightMetrics * 3)];
    return settings.includes('"enabled"') ? [use('metric', traffic.insightMetrics)] : [];
  },

  'AWS::CloudWatch::Alarm': ({ properties }) => {
    const metrics = properties['Metrics'];
    const counted = Array.isArray(metrics) ? metrics.filter((metric) => 'MetricStat' in metric).length : 1;
    return [use('alarm', counted)];
  },

  'AWS::CloudWatch::CompositeAlarm': () => [use('compositeAlarm', 1)],
  'AWS::CloudWatch::Dashboard': () => [use('dashboard', 1)],
  'AWS::Logs::MetricFilter': () => [use('metric', 1)],
};

function use(price: PriceName, quantity: number): Usage {
  return { service: 'CloudWatch', price, quantity };
}
