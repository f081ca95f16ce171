import type { Counter, RouteClass, Gauge } from '@canar/api-metrics';

/** Where the product says what happened and how often. Saying it is cheap, never fails and never waits. */
export abstract class Metrics {
  /**
   * Counts what has happened: after the commit, unless it is to raise an alarm even when it is rolled back.
   * @param times how often; 0 says that it was looked at and did not happen
   */
  abstract count(what: Counter, times?: number): void;

  /** Reports what was measured just now, in the unit of `gauges`. */
  abstract report(what: Gauge, value: number): void;

  /**
   * A request was answered.
   * @param status its HTTP status
   * @param milliseconds from its first byte to the end of the answer
   */
  abstract answered(route: RouteClass, status: number, milliseconds: number): void;
}

/** Discards metrics. */
export class NoMetrics extends Metrics {
  count(): void {}

  report(): void {}

  answered(): void {}
}
