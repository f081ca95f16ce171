import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { Metrics } from '../platform/observability/metrics';
import type { Visit } from './domain/visit';
import { VisitTally } from './domain/visit-tally';
import { VisitStore } from './visit-store';

/** How long a view may be in memory only: what a crash may lose. */
const flushIntervalMs = 5_000;
/** How many different visits wait at the most; the same again cost nothing. */
const maxVisits = 10_000;

/** Visits on their way into the store. */
interface Batch {
  tally: VisitTally;
  /** Where they were last tried to be written, once that has begun. */
  transaction: string | null;
}

/**
 * Counts visits without making anybody wait: in memory, and every few seconds all that came in one transaction. A batch
 * whose writing failed is kept, and tried again only when the database says that it is not there. The interval is
 * about this process and is no job of the queue.
 */
@Injectable()
export class VisitCounter implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger(VisitCounter.name);
  private coming = new VisitTally(maxVisits);
  private kept: Batch | null = null;
  private dropped = 0;
  private failing = false;
  private busy = false;
  private last: Promise<void> = Promise.resolve();
  private interval: NodeJS.Timeout | undefined;

  constructor(
    private readonly store: VisitStore,
    private readonly metrics: Metrics,
  ) {}

  onApplicationBootstrap(): void {
    this.interval = setInterval(() => !this.busy && void this.flush(), flushIntervalMs).unref();
  }

  onApplicationShutdown(): void {
    clearInterval(this.interval);
  }

  /** Counts a visit; drops it, and counts that, when too many others wait. */
  note(visit: Visit): void {
    if (!this.coming.add(visit)) this.dropped += 1;
  }

  /** Writes what has come, after what is being written; never fails. */
  flush(): Promise<void> {
    this.last = this.last.then(() => this.attempt());
    return this.last;
  }

  private async attempt(): Promise<void> {
    this.busy = true;
    try {
      if (this.kept) await this.settle(this.kept);
      if (!this.kept && this.coming.size > 0) await this.settle(this.begin());
      if (this.failing && !this.kept) this.logger.log('Views are written again');
      this.failing = this.kept !== null;
    } catch (error) {
      if (!this.failing) this.logger.warn({ err: error }, 'Views are kept in memory until they can be written');
      this.failing = true;
    } finally {
      this.busy = false;
      this.reportDropped();
    }
  }

  private begin(): Batch {
    this.kept = { tally: this.coming, transaction: null };
    this.coming = new VisitTally(maxVisits);
    return this.kept;
  }

  private async settle(batch: Batch): Promise<void> {
    const outcome = batch.transaction === null ? null : await this.store.outcome(batch.transaction);
    if (outcome === 'in progress') return;
    if (outcome !== 'committed') {
      batch.transaction = null;
      await this.store.add(batch.tally.visits(), (transaction) => (batch.transaction = transaction));
    }
    this.kept = null;
  }

  private reportDropped(): void {
    if (this.dropped === 0) return;
    this.logger.warn({ dropped: this.dropped }, 'Views were dropped, because too many wait to be written');
    this.metrics.count('ViewsDropped', this.dropped);
    this.dropped = 0;
  }
}
