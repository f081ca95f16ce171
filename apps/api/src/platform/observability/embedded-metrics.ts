import type { OnApplicationBootstrap, OnApplicationShutdown } from '@nestjs/common';
import {
  requestMetrics,
  type Counter,
  dimensions,
  metricNamespace,
  type RouteClass,
  type Gauge,
  gauges,
} from '@canar/api-metrics';
import type { Clock } from '../clock/clock';
import { Metrics } from './metrics';
import { Minute } from './minute';
import { statusClassOf } from './route-class';

const minuteMs = 60_000;

/** What is written of one metric: its name, its unit, and the sum, the value or the sample. */
type Written = [name: string, unit: string, value: number | number[]];

/** What an `EmbeddedMetrics` writes under, with, and to. */
export interface EmbeddedMetricsOptions {
  service: string;
  clock: Clock;
  write: (line: string) => void;
  /** Draws from [0, 1). */
  random?: () => number;
}

/**
 * Writes metrics as lines of the log, in CloudWatch's embedded metric format: CloudWatch Logs makes metrics of them, so the
 * API calls nobody. One line holds what has the same dimensions: `_aws` says which members of the line are metrics.
 *
 * A process adds up what it sees and writes once a minute. The interval is not a job of the queue, because it is about
 * this process and nothing is lost with it but a minute of numbers; it keeps no process alive.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Embedded_Metric_Format_Specification.html
 */
export class EmbeddedMetrics extends Metrics implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly random: () => number;
  private minute: Minute;
  private interval: NodeJS.Timeout | undefined;

  constructor(private readonly options: EmbeddedMetricsOptions) {
    super();
    this.random = options.random ?? Math.random;
    this.minute = new Minute(this.random);
  }

  count(what: Counter, times = 1): void {
    this.minute.count(what, times);
  }

  report(what: Gauge, value: number): void {
    this.minute.report(what, value);
  }

  answered(route: RouteClass, status: number, milliseconds: number): void {
    this.minute.answered(route, statusClassOf(status), milliseconds);
  }

  onApplicationBootstrap(): void {
    this.interval = setInterval(() => this.flush(), minuteMs).unref();
  }

  onApplicationShutdown(): void {
    clearInterval(this.interval);
    this.flush();
  }

  /** Writes the values since the last time and resets. */
  flush(): void {
    const { counters, gauges: measured, routes } = this.minute;
    this.minute = new Minute(this.random);
    this.write({}, [
      ...[...counters].map(([name, sum]): Written => [name, 'Count', sum]),
      ...[...measured].map(([name, value]): Written => [name, gauges[name], value]),
    ]);
    for (const [route, { byStatus, sample }] of routes) {
      this.write({ [dimensions.route]: route }, [[requestMetrics.latency, 'Milliseconds', sample]]);
      for (const [status, requests] of byStatus) {
        this.write({ [dimensions.route]: route, [dimensions.status]: status }, [
          [requestMetrics.requests, 'Count', requests],
        ]);
      }
    }
  }

  private write(labels: Record<string, string>, metrics: Written[]): void {
    if (metrics.length === 0) return;
    const members = { [dimensions.service]: this.options.service, ...labels };
    const directive = {
      Namespace: metricNamespace,
      Dimensions: [Object.keys(members)],
      Metrics: metrics.map(([Name, Unit]) => ({ Name, Unit })),
    };
    const line = {
      _aws: { Timestamp: this.options.clock.now().getTime(), CloudWatchMetrics: [directive] },
      ...members,
      ...Object.fromEntries(metrics.map(([name, , value]) => [name, value])),
    };
    this.options.write(`${JSON.stringify(line)}\n`);
  }
}
