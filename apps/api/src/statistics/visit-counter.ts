import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { Metrics } from '../platform/observability/metrics';
import type { Visit } from './domain/visit';
import { VisitTally } from './domain/visit-tally';
import { VisitStore } from './visit-store';

/** How long a view may be in memory only: what a crash may lose. */
const flushIntervalMs = 5_000;
/** The maximum number of different visits that wait; repeated ones cost nothing. */
const maxVisits = 10_000;

/** Visits on their way into the store. */
interface Batch {
  tally: VisitTally;
  /** Where they were last tried to be written, once that has begun. */
  transaction: string | null;
}

/**
 * Counts visits without delaying responses: in memory, and every few seconds in one transaction. A batch that could not be
 * written stays and is retried only when the database reports that it was not committed. The interval concerns this process
 * only and is no job of the queue.
 */
@Injectable()
export class VisitCounter implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger(VisitCounter.name);
  private incoming = new VisitTally(maxVisits);
  private pending: Batch | null = null;
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
    if (!this.incoming.add(visit)) this.dropped += 1;
  }

  /** Writes the waiting visits after the batch in progress; never fails. */
  flush(): Promise<void> {
    this.last = this.last.then(() => this.attempt());
    return this.last;
  }

  private async attempt(): Promise<void> {
    this.busy = true;
    try {
      if (this.pending) await this.settle(this.pending);
      if (!this.pending && this.incoming.size > 0) await this.settle(this.begin());
      if (this.failing && !this.pending) this.logger.log('Views are written again');
      this.failing = this.pending !== null;
    } catch (error) {
      if (!this.failing) this.logger.warn({ err: error }, 'Views stay in memory until they can be written');
      this.failing = true;
    } finally {
      this.busy = false;
      this.reportDropped();
    }
  }

  private begin(): Batch {
    this.pending = { tally: this.incoming, transaction: null };
    this.incoming = new VisitTally(maxVisits);
    return this.pending;
  }

  private async settle(batch: Batch): Promise<void> {
    const outcome = batch.transaction === null ? null : await this.store.outcome(batch.transaction);
    if (outcome === 'in progress') return;
    if (outcome !== 'committed') {
      batch.transaction = null;
      await this.store.add(batch.tally.visits(), (transaction) => (batch.transaction = transaction));
    }
    this.pending = null;
  }

  private reportDropped(): void {
    if (this.dropped === 0) return;
    this.logger.warn({ dropped: this.dropped }, 'Views were dropped, because too many wait to be written');
    this.metrics.count('ViewsDropped', this.dropped);
    this.dropped = 0;
  }
}
