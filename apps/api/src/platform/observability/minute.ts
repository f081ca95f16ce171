import type { Counter, RouteClass, Gauge, StatusClass } from '@canar/api-metrics';

/** The most values that one line of the format may carry for one metric. */
const maxValues = 100;

/** What one process saw of one kind of request. */
export interface SeenRoute {
  byStatus: Map<StatusClass, number>;
  /** Milliseconds: all of them up to the bound, then a fair sample. */
  sample: number[];
  seen: number;
}

/** What one process saw since it last wrote, in bounded memory. */
export class Minute {
  readonly counters = new Map<Counter, number>();
  readonly gauges = new Map<Gauge, number>();
  readonly routes = new Map<RouteClass, SeenRoute>();

  /** @param random draws from [0, 1) */
  constructor(private readonly random: () => number) {}

  count(what: Counter, times: number): void {
    this.counters.set(what, (this.counters.get(what) ?? 0) + times);
  }

  report(what: Gauge, value: number): void {
    this.gauges.set(what, Math.max(this.gauges.get(what) ?? value, value));
  }

  answered(route: RouteClass, status: StatusClass, milliseconds: number): void {
    const seen = this.routes.get(route) ?? { byStatus: new Map<StatusClass, number>(), sample: [], seen: 0 };
    this.routes.set(route, seen);
    seen.byStatus.set(status, (seen.byStatus.get(status) ?? 0) + 1);
    seen.seen += 1;
    // Reservoir sampling (Vitter 1985, algorithm R): every request has the same chance to be in the sample.
    const place = seen.sample.length < maxValues ? seen.sample.length : Math.floor(this.random() * seen.seen);
    if (place < maxValues) seen.sample[place] = Math.round(milliseconds * 10) / 10;
  }
}
