import { Duration } from 'aws-cdk-lib';
import {
  AlarmStatusWidget,
  Color,
  GraphWidget,
  SingleValueWidget,
  Stats,
  type IAlarm,
  type IMetric,
  type IWidget,
} from 'aws-cdk-lib/aws-cloudwatch';
import { routeClasses, statusClasses } from '@canar/api-metrics';
import type { Measures } from './measures';
import { errorBudget, objective } from './objective';

const FIVE = Duration.minutes(5);
const sum = { statistic: Stats.SUM };
const percentiles = [50, 95, 99].map((percent) => ({ statistic: Stats.p(percent), label: `p${percent}` }));

/** A graph; `limit` is a line that should not be crossed. */
function graph(
  title: string,
  left: IMetric[],
  right: IMetric[] = [],
  limit?: { value: number; label: string },
): IWidget {
  const leftAnnotations = limit && [{ ...limit, color: Color.RED }];
  return new GraphWidget({ title, left, right, leftAnnotations, width: 8, leftYAxis: { min: 0 } });
}

/** The active alarms. */
export function alarmRow(alarms: readonly IAlarm[]): IWidget[] {
  return [new AlarmStatusWidget({ title: 'Alarms', alarms: [...alarms], width: 24, height: 4 })];
}

/** The availability objective, and what is left of its error budget. */
export function objectiveRow(measures: Measures): IWidget[] {
  const title = `Failures in ${objective.days} days, % (the promise: at most ${errorBudget.toFixed(1)})`;
  return [
    new SingleValueWidget({
      title,
      metrics: [measures.failureRate(Duration.days(objective.days))],
      setPeriodToTimeRange: true,
      start: `-P${objective.days}D`,
      end: 'P0D',
      width: 8,
      height: 6,
    }),
    graph('Failures by hour, %', [measures.failureRate(Duration.hours(1))], [], {
      value: Number(errorBudget.toFixed(1)),
      label: 'the promise',
    }),
    graph('CloudFront, % of answers', [
      measures.distribution('5xxErrorRate', { label: '5xx' }),
      measures.distribution('4xxErrorRate', { label: '4xx' }),
    ]),
  ];
}

/** Requests to the API, and their responses. */
export function requestRow(measures: Measures): IWidget[] {
  return [
    graph(
      'ALB: requests and failures',
      [measures.loadBalancer('RequestCount', { ...sum, label: 'Requests' })],
      [measures.failures(FIVE)],
    ),
    graph(
      'ALB: response time, s',
      percentiles.map((percentile) => measures.loadBalancer('TargetResponseTime', percentile)),
      [],
      { value: 0.2, label: '200 ms' },
    ),
    graph('ALB: tasks', [
      measures.targets('HealthyHostCount', { statistic: Stats.MINIMUM, label: 'healthy' }),
      measures.targets('UnHealthyHostCount', { statistic: Stats.MAXIMUM, label: 'unhealthy' }),
    ]),
  ];
}

/** Database and cache. */
export function dataRows(measures: Measures): IWidget[][] {
  const latencies = ['ReadLatency', 'WriteLatency'].map((name) => measures.database(name));
  const iops = ['ReadIOPS', 'WriteIOPS'].map((name) => measures.database(name));
  return [
    [
      graph('RDS: disk latency, s', latencies),
      graph('RDS: disk operations a second', iops),
      graph('RDS: free disk, bytes', [measures.database('FreeStorageSpace', { statistic: Stats.MINIMUM })]),
    ],
    [
      graph('Redis: processor, %', measures.cacheNodes('EngineCPUUtilization')),
      graph('Redis: memory in use, %', measures.cacheNodes('DatabaseMemoryUsagePercentage')),
      graph('Redis: evictions and connections', [measures.evictions(FIVE)], measures.cacheNodes('CurrConnections')),
    ],
  ];
}

/** CloudFront. */
export function edgeRow(measures: Measures): IWidget[] {
  return [
    graph('CloudFront: requests', [measures.distribution('Requests', sum)]),
    graph('CloudFront: bytes sent', [measures.distribution('BytesDownloaded', sum)]),
    graph('CloudFront: bytes received', [measures.distribution('BytesUploaded', sum)]),
  ];
}

/** The product's own metrics. */
export function productRows(measures: Measures): IWidget[][] {
  const routes = routeClasses.filter((route) => route !== 'unknown' && route !== 'site');
  const requests = statusClasses.map((status) => measures.requests('read', status, { label: `read ${status}` }));
  const writes = statusClasses.map((status) => measures.requests('write', status, { label: `write ${status}` }));
  return [
    [
      graph('Reads (left) and writes (right)', requests, writes),
      graph(
        'Latency p99 by kind, ms',
        routes.map((route) => measures.latency(route, { statistic: Stats.p(99), label: route })),
        [],
        { value: 200, label: '200 ms' },
      ),
      graph('Cache hit rate, %', [measures.cacheHitRate(FIVE)], [], { value: 90, label: '90 %' }),
    ],
    [
      graph('Credits spent', [measures.count('CreditsSpent')]),
      graph('Failed sign-ins', [measures.count('FailedSignIns'), measures.count('ThrottledSignIns')]),
      graph('Webhooks and payments', [
        measures.count('WebhookFailures'),
        measures.count('WebhookRefusals'),
        measures.count('PaymentMismatches'),
      ]),
    ],
    [
      graph('Ledgers', [measures.count('LedgerMismatches')], [measures.count('LedgersVerified')]),
      graph('Queue: age of the oldest due job, s', [measures.state('QueueAge')], [measures.state('JobsGivenUp')]),
      graph('Views that were dropped', [measures.count('ViewsDropped')]),
    ],
  ];
}
