import { Duration } from 'aws-cdk-lib';
import { Stats, type IMetric } from 'aws-cdk-lib/aws-cloudwatch';
import type { Measures } from './measures';

/** An alarm on one metric. Its section of docs/runbook.md has its name as heading. */
export interface AlarmRow {
  readonly name: string;
  /** What is wrong, in a sentence. */
  readonly description: string;
  readonly metric: IMetric;
  /** The alarm is raised while the metric is past this value … */
  readonly threshold: { readonly above: number } | { readonly below: number };
  /** … in this many consecutive periods. */
  readonly periods: number;
  /** Whether missing data counts as a breach. Default: no. */
  readonly treatMissingAsBreaching?: boolean;
}

/** The limits of a stage's database. */
export interface DatabaseLimits {
  /** PostgreSQL's `max_connections`. */
  readonly connections: number;
  /** Gigabytes of disk. */
  readonly storage: number;
}

const ONE = Duration.minutes(1);
const FIVE = Duration.minutes(5);
const QUARTER = Duration.minutes(15);
const MEBIBYTE = 2 ** 20;
const GIBIBYTE = 2 ** 30;

/** Every alarm on one metric; those on the error budget are in `objective.ts`. */
export function alarmList(measures: Measures, limits: DatabaseLimits): AlarmRow[] {
  return [
    ...serviceAlarms(measures),
    ...answerAlarms(measures),
    ...databaseAlarms(measures, limits),
    ...cacheAlarms(measures),
    ...workAlarms(measures),
    ...moneyAlarms(measures),
    ...abuseAlarms(measures),
  ];
}

function serviceAlarms(measures: Measures): AlarmRow[] {
  return [
    {
      name: 'HighCPUUtilization',
      description: 'Alert when CPU utilization is high',
      metric: measures.service('CPUUtilization'),
      threshold: { above: 80 },
      periods: 1,
    },
    {
      name: 'HighMemoryUtilization',
      description: 'The API uses most of its memory',
      metric: measures.service('MemoryUtilization'),
      threshold: { above: 80 },
      periods: 2,
    },
    {
      name: 'UnhealthyTargets',
      description: 'A task does not pass its health check',
      metric: measures.targets('UnHealthyHostCount', { statistic: Stats.MAXIMUM, period: ONE }),
      threshold: { above: 0 },
      periods: 5,
    },
    {
      name: 'NoHealthyTargets',
      description: 'No task answers: the product is down',
      metric: measures.targets('HealthyHostCount', { statistic: Stats.MINIMUM, period: ONE }),
      threshold: { below: 1 },
      periods: 2,
      treatMissingAsBreaching: true,
    },
  ];
}

function answerAlarms(measures: Measures): AlarmRow[] {
  return [
    {
      name: 'ServerErrors',
      description: 'More than ten requests in five minutes were answered with 5xx',
      metric: measures.failures(FIVE),
      threshold: { above: 10 },
      periods: 1,
    },
    {
      name: 'EdgeErrors',
      description: 'CloudFront answers more than one request in a hundred with 5xx',
      metric: measures.distribution('5xxErrorRate'),
      threshold: { above: 1 },
      periods: 3,
    },
    {
      name: 'SlowResponses',
      description: 'The slowest hundredth of all requests takes more than a second',
      metric: measures.loadBalancer('TargetResponseTime', { statistic: Stats.p(99) }),
      threshold: { above: 1 },
      periods: 3,
    },
    {
      name: 'SlowReads',
      description: 'The slowest hundredth of reads takes more than 200 ms',
      metric: measures.latency('read', { statistic: Stats.p(99) }),
      threshold: { above: 200 },
      periods: 3,
    },
  ];
}

function databaseAlarms(measures: Measures, { connections, storage }: DatabaseLimits): AlarmRow[] {
  return [
    {
      name: 'DatabaseHighCPU',
      description: 'The database uses most of its processor',
      metric: measures.database('CPUUtilization'),
      threshold: { above: 80 },
      periods: 3,
    },
    {
      name: 'DatabaseLowStorage',
      description: 'Less than a fifth of the disk that the database began with is free',
      metric: measures.database('FreeStorageSpace', { statistic: Stats.MINIMUM }),
      threshold: { below: storage * 0.2 * GIBIBYTE },
      periods: 2,
    },
    {
      name: 'DatabaseManyConnections',
      description: 'Four fifths of the connections that the database admits are taken',
      metric: measures.database('DatabaseConnections', { statistic: Stats.MAXIMUM }),
      threshold: { above: Math.floor(connections * 0.8) },
      periods: 2,
    },
    {
      name: 'DatabaseLowMemory',
      description: 'The database has less than 64 MiB of free memory',
      metric: measures.database('FreeableMemory'),
      threshold: { below: 64 * MEBIBYTE },
      periods: 3,
    },
  ];
}

function cacheAlarms(measures: Measures): AlarmRow[] {
  return [
    {
      name: 'RedisEvictions',
      description: 'Redis throws out entries that are still wanted, to make room',
      metric: measures.evictions(FIVE),
      threshold: { above: 0 },
      periods: 3,
    },
    {
      name: 'LowCacheHitRate',
      description: 'The cache answers fewer than nine look-ups in ten',
      metric: measures.cacheHitRate(QUARTER),
      threshold: { below: 90 },
      periods: 2,
    },
  ];
}

function workAlarms(measures: Measures): AlarmRow[] {
  return [
    {
      name: 'QueueBehind',
      description: 'A job is five minutes late, or nobody works the queue and measures it',
      metric: measures.state('QueueAge', { period: ONE }),
      threshold: { above: 300 },
      periods: 5,
      treatMissingAsBreaching: true,
    },
    {
      name: 'JobsGivenUp',
      description: 'A job failed so often that it is not tried again',
      metric: measures.state('JobsGivenUp'),
      threshold: { above: 0 },
      periods: 1,
    },
  ];
}

function moneyAlarms(measures: Measures): AlarmRow[] {
  return [
    {
      name: 'LedgerMismatch',
      description: 'A ledger of credits is not what was written',
      metric: measures.count('LedgerMismatches'),
      threshold: { above: 0 },
      periods: 1,
    },
    {
      name: 'PaymentMismatch',
      description: 'Money came that does not fit its checkout; nothing was granted',
      metric: measures.count('PaymentMismatches'),
      threshold: { above: 0 },
      periods: 1,
    },
    {
      name: 'WebhookFailures',
      description: 'An event of the payment provider could not be taken in',
      metric: measures.count('WebhookFailures'),
      threshold: { above: 0 },
      periods: 1,
    },
    {
      name: 'WebhookRefusals',
      description: 'Many events were refused: wrong signature, unreadable, or of an unknown checkout',
      metric: measures.count('WebhookRefusals', { period: QUARTER }),
      threshold: { above: 20 },
      periods: 1,
    },
  ];
}

function abuseAlarms(measures: Measures): AlarmRow[] {
  return [
    {
      name: 'FailedSignIns',
      description: 'More than a hundred sign-ins failed in five minutes',
      metric: measures.count('FailedSignIns'),
      threshold: { above: 100 },
      periods: 1,
    },
    {
      name: 'ThrottledSignIns',
      description: 'More than two hundred sign-ins were refused after too many wrong passwords in five minutes',
      metric: measures.count('ThrottledSignIns'),
      threshold: { above: 200 },
      periods: 1,
    },
  ];
}
