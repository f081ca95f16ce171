import { Duration } from 'aws-cdk-lib';
import { Stats, type IMetric } from 'aws-cdk-lib/aws-cloudwatch';
import type { Measures } from './measures';

/** What an alarm says, and when. Its section of docs/runbook.md has its name as heading. */
export interface AlarmRow {
  readonly name: string;
  /** What is the matter, in a sentence. */
  readonly says: string;
  readonly metric: IMetric;
  /** When it rings: the metric is past this value … */
  readonly when: { readonly above: number } | { readonly below: number };
  /** … in so many periods one after the other. */
  readonly periods: number;
  /** Whether a metric that says nothing is taken for a bad one. */
  readonly silenceIsBad?: boolean;
}

/** What the database of a stage may hold. */
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
      says: 'Alert when CPU utilization is high',
      metric: measures.service('CPUUtilization'),
      when: { above: 80 },
      periods: 1,
    },
    {
      name: 'HighMemoryUtilization',
      says: 'The API uses most of its memory',
      metric: measures.service('MemoryUtilization'),
      when: { above: 80 },
      periods: 2,
    },
    {
      name: 'UnhealthyTargets',
      says: 'A task does not pass its health check',
      metric: measures.targets('UnHealthyHostCount', { statistic: Stats.MAXIMUM, period: ONE }),
      when: { above: 0 },
      periods: 5,
    },
    {
      name: 'NoHealthyTargets',
      says: 'No task answers: the product is down',
      metric: measures.targets('HealthyHostCount', { statistic: Stats.MINIMUM, period: ONE }),
      when: { below: 1 },
      periods: 2,
      silenceIsBad: true,
    },
  ];
}

function answerAlarms(measures: Measures): AlarmRow[] {
  return [
    {
      name: 'ServerErrors',
      says: 'More than ten requests in five minutes were answered with 5xx',
      metric: measures.failures(FIVE),
      when: { above: 10 },
      periods: 1,
    },
    {
      name: 'EdgeErrors',
      says: 'CloudFront answers more than one request in a hundred with 5xx',
      metric: measures.distribution('5xxErrorRate'),
      when: { above: 1 },
      periods: 3,
    },
    {
      name: 'SlowResponses',
      says: 'The slowest hundredth of all requests takes more than a second',
      metric: measures.loadBalancer('TargetResponseTime', { statistic: Stats.p(99) }),
      when: { above: 1 },
      periods: 3,
    },
    {
      name: 'SlowReads',
      says: 'The slowest hundredth of reads takes more than 200 ms',
      metric: measures.latency('read', { statistic: Stats.p(99) }),
      when: { above: 200 },
      periods: 3,
    },
  ];
}

function databaseAlarms(measures: Measures, { connections, storage }: DatabaseLimits): AlarmRow[] {
  return [
    {
      name: 'DatabaseHighCPU',
      says: 'The database uses most of its processor',
      metric: measures.database('CPUUtilization'),
      when: { above: 80 },
      periods: 3,
    },
    {
      name: 'DatabaseLowStorage',
      says: 'Less than a fifth of the disk that the database began with is free',
      metric: measures.database('FreeStorageSpace', { statistic: Stats.MINIMUM }),
      when: { below: storage * 0.2 * GIBIBYTE },
      periods: 2,
    },
    {
      name: 'DatabaseManyConnections',
      says: 'Four fifths of the connections that the database admits are taken',
      metric: measures.database('DatabaseConnections', { statistic: Stats.MAXIMUM }),
      when: { above: Math.floor(connections * 0.8) },
      periods: 2,
    },
    {
      name: 'DatabaseLowMemory',
      says: 'The database has less than 64 MiB of free memory',
      metric: measures.database('FreeableMemory'),
      when: { below: 64 * MEBIBYTE },
      periods: 3,
    },
  ];
}

function cacheAlarms(measures: Measures): AlarmRow[] {
  return [
    {
      name: 'RedisEvictions',
      says: 'Redis throws out entries that are still wanted, to make room',
      metric: measures.evictions(FIVE),
      when: { above: 0 },
      periods: 3,
    },
    {
      name: 'LowCacheHitRate',
      says: 'The cache answers fewer than nine look-ups in ten',
      metric: measures.cacheHitRate(QUARTER),
      when: { below: 90 },
      periods: 2,
    },
  ];
}

function workAlarms(measures: Measures): AlarmRow[] {
  return [
    {
      name: 'QueueBehind',
      says: 'A job is five minutes late, or nobody works the queue and measures it',
      metric: measures.state('QueueAge', { period: ONE }),
      when: { above: 300 },
      periods: 5,
      silenceIsBad: true,
    },
    {
      name: 'JobsGivenUp',
      says: 'A job failed so often that it is not tried again',
      metric: measures.state('JobsGivenUp'),
      when: { above: 0 },
      periods: 1,
    },
  ];
}

function moneyAlarms(measures: Measures): AlarmRow[] {
  return [
    {
      name: 'LedgerMismatch',
      says: 'A ledger of credits is not what was written',
      metric: measures.count('LedgerMismatches'),
      when: { above: 0 },
      periods: 1,
    },
    {
      name: 'PaymentMismatch',
      says: 'Money came that does not fit its checkout; nothing was granted',
      metric: measures.count('PaymentMismatches'),
      when: { above: 0 },
      periods: 1,
    },
    {
      name: 'WebhookFailures',
      says: 'An event of the payment provider could not be taken in',
      metric: measures.count('WebhookFailures'),
      when: { above: 0 },
      periods: 1,
    },
    {
      name: 'WebhookRefusals',
      says: 'Many events were refused: wrong signature, unreadable, or of an unknown checkout',
      metric: measures.count('WebhookRefusals', { period: QUARTER }),
      when: { above: 20 },
      periods: 1,
    },
  ];
}

function abuseAlarms(measures: Measures): AlarmRow[] {
  return [
    {
      name: 'FailedSignIns',
      says: 'More than a hundred sign-ins failed in five minutes',
      metric: measures.count('FailedSignIns'),
      when: { above: 100 },
      periods: 1,
    },
  ];
}
