import { Duration } from 'aws-cdk-lib';
import { MathExpression, Metric, Stats, type IMetric, type MetricProps } from 'aws-cdk-lib/aws-cloudwatch';
import {
  requestMetrics,
  dimensions,
  metricNamespace,
  type Counter,
  type RouteClass,
  type Gauge,
  type StatusClass,
} from '@canar/api-metrics';
import type { Monitored } from './monitored';

/** How a metric is read: its period and statistic. */
export type Reading = Pick<MetricProps, 'statistic' | 'period' | 'label'>;

/** The minimum number of requests in a period for a meaningful rate. */
const FEW = 100;

/** The CloudWatch metrics of the product, by the names that the product uses. */
export class Measures {
  constructor(private readonly monitored: Monitored) {}

  service(metricName: string, reading: Reading = {}): Metric {
    const { service, cluster } = this.monitored;
    return measure('AWS/ECS', metricName, { ServiceName: service, ClusterName: cluster }, reading);
  }

  loadBalancer(metricName: string, reading: Reading = {}): Metric {
    return measure('AWS/ApplicationELB', metricName, { LoadBalancer: this.monitored.loadBalancer }, reading);
  }

  targets(metricName: string, reading: Reading = {}): Metric {
    const { loadBalancer, targetGroup } = this.monitored;
    const names = { LoadBalancer: loadBalancer, TargetGroup: targetGroup };
    return measure('AWS/ApplicationELB', metricName, names, reading);
  }

  database(metricName: string, reading: Reading = {}): Metric {
    return measure('AWS/RDS', metricName, { DBInstanceIdentifier: this.monitored.database }, reading);
  }

  /** One metric for each node of the cache. */
  cacheNodes(metricName: string, reading: Reading = {}): Metric[] {
    return this.monitored.cacheNodes.map((CacheClusterId) =>
      measure('AWS/ElastiCache', metricName, { CacheClusterId }, { label: CacheClusterId, ...reading }),
    );
  }

  distribution(metricName: string, reading: Reading = {}): Metric {
    const names = { DistributionId: this.monitored.distribution, Region: 'Global' };
    return measure('AWS/CloudFront', metricName, names, reading);
  }

  /** Amazon SES's rates of bounces and complaints, between 0 and 1. */
  reputation(rate: 'BounceRate' | 'ComplaintRate', reading: Reading = {}): Metric {
    const names = { 'ses:configuration-set': this.monitored.configurationSet };
    return measure('AWS/SES', `Reputation.${rate}`, names, { period: Duration.hours(1), ...reading });
  }

  /** The number of events. */
  count(what: Counter, reading: Reading = {}): Metric {
    return measure(metricNamespace, what, this.ours(), { statistic: Stats.SUM, ...reading });
  }

  /** The largest value. */
  state(what: Gauge, reading: Reading = {}): Metric {
    return measure(metricNamespace, what, this.ours(), { statistic: Stats.MAXIMUM, ...reading });
  }

  /** Latency of one class of requests, in milliseconds. */
  latency(route: RouteClass, reading: Reading = {}): Metric {
    return measure(metricNamespace, requestMetrics.latency, { ...this.ours(), [dimensions.route]: route }, reading);
  }

  requests(route: RouteClass, status: StatusClass, reading: Reading = {}): Metric {
    const names = { ...this.ours(), [dimensions.route]: route, [dimensions.status]: status };
    return measure(metricNamespace, requestMetrics.requests, names, { statistic: Stats.SUM, ...reading });
  }

  /** Percentage of look-ups that the cache answered; 100 while there are too few. */
  cacheHitRate(period: Duration): IMetric {
    return new MathExpression({
      label: 'Cache hit rate, %',
      expression: `IF(FILL(hits, 0) + FILL(misses, 0) < ${FEW}, 100, 100 * FILL(hits, 0) / (FILL(hits, 0) + FILL(misses, 0)))`,
      usingMetrics: { hits: this.count('CacheHits', { period }), misses: this.count('CacheMisses', { period }) },
      period,
    });
  }

  /** Entries that the nodes of the cache evicted. */
  evictions(period: Duration): IMetric {
    const nodes = this.cacheNodes('Evictions', { statistic: Stats.SUM, period });
    const usingMetrics = Object.fromEntries(nodes.map((metric, index) => [`node${index + 1}`, metric]));
    const expression = Object.keys(usingMetrics)
      .map((name) => `FILL(${name}, 0)`)
      .join(' + ');
    return new MathExpression({ label: 'Evictions', expression, usingMetrics, period });
  }

  /** Responses with 5xx, by the API and by a load balancer that reached no API. */
  failures(period: Duration): IMetric {
    const expression = 'FILL(target, 0) + FILL(balancer, 0)';
    return new MathExpression({ label: 'Failures', expression, usingMetrics: this.failing(period), period });
  }

  /**
   * Percentage of requests that were answered with 5xx; nothing without requests. `RequestCount` excludes requests that the
   * load balancer rejected before it chose a target, so its own failures are added.
   */
  failureRate(period: Duration): IMetric {
    const requests = this.loadBalancer('RequestCount', { statistic: Stats.SUM, period });
    return new MathExpression({
      label: 'Failures, %',
      expression: '100 * (FILL(target, 0) + FILL(balancer, 0)) / (FILL(requests, 0) + FILL(balancer, 0))',
      usingMetrics: { ...this.failing(period), requests },
      period,
    });
  }

  private failing(period: Duration): Record<'target' | 'balancer', Metric> {
    const reading = { statistic: Stats.SUM, period };
    return {
      target: this.loadBalancer('HTTPCode_Target_5XX_Count', reading),
      balancer: this.loadBalancer('HTTPCode_ELB_5XX_Count', reading),
    };
  }

  private ours(): Record<string, string> {
    return { [dimensions.service]: this.monitored.service };
  }
}

function measure(
  namespace: string,
  metricName: string,
  dimensionsMap: Record<string, string>,
  { statistic = Stats.AVERAGE, period = Duration.minutes(5), label }: Reading,
): Metric {
  return new Metric({ namespace, metricName, dimensionsMap, statistic, period, label });
}
