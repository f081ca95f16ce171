import type { TenantId } from '../ids/ids';
import { requestBusy } from './timeouts';

interface Share {
  running: number;
  waiting: Set<() => void>;
}

/** How much work of one tenant may wait in one process, and for how long. */
const maxWaiting = 1_000;
const maxWaitMs = 30_000;

/**
 * Gives each tenant at most half of a process's connections at a time, so that a tenant whose row is locked, or that asks for
 * very much, never holds up the others. What is beyond the share waits in order.
 */
export class TenantShares {
  private readonly shares = new Map<TenantId, Share>();
  private readonly size: number;

  /** @param connections in the pool */
  constructor(connections: number) {
    this.size = Math.max(1, Math.floor(connections / 2));
  }

  /** @throws {DomainError} `request.busy` when too much of the tenant waits already, or this waited too long */
  async run<T>(tenant: TenantId, work: () => Promise<T>): Promise<T> {
    await this.enter(tenant);
    try {
      return await work();
    } finally {
      this.leave(tenant);
    }
  }

  private async enter(tenant: TenantId): Promise<void> {
    const share = this.shares.get(tenant) ?? { running: 0, waiting: new Set<() => void>() };
    this.shares.set(tenant, share);
    if (share.running < this.size) {
      share.running += 1;
      return;
    }
    if (share.waiting.size >= maxWaiting) throw requestBusy();
    await new Promise<void>((resolve, reject) => {
      const begin = () => {
        clearTimeout(late);
        share.waiting.delete(begin);
        resolve();
      };
      const late = setTimeout(() => {
        share.waiting.delete(begin);
        reject(requestBusy());
      }, maxWaitMs);
      share.waiting.add(begin);
    });
  }

  /** Passes the place on, or gives it back. */
  private leave(tenant: TenantId): void {
    const share = this.shares.get(tenant);
    if (!share) return;
    const next = share.waiting.values().next();
    if (!next.done) return next.value();
    share.running -= 1;
    if (share.running === 0) this.shares.delete(tenant);
  }
}
