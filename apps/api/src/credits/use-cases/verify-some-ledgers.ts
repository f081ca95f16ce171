import { Injectable } from '@nestjs/common';
import type { TenantId } from '../../platform/ids/ids';
import { Metrics } from '../../platform/observability/metrics';
import { StatementRepository } from '../persistence/statement.repository';
import { VerifyLedger } from './verify-ledger';

/** Verifies the ledgers of some tenants and counts wrong ones. */
@Injectable()
export class VerifySomeLedgers {
  constructor(
    private readonly statement: StatementRepository,
    private readonly verifyLedger: VerifyLedger,
    private readonly metrics: Metrics,
  ) {}

  /**
   * @param after the last tenant that was checked, by id; null begins
   * @returns the last tenant of these, or null when there are no more
   */
  async execute(after: TenantId | null, limit: number): Promise<TenantId | null> {
    const tenants = await this.statement.tenants(after, limit);
    for (const tenantId of tenants) await this.verify(tenantId);
    this.metrics.count('LedgersVerified', tenants.length);
    return tenants.length === limit ? (tenants.at(-1) ?? null) : null;
  }

  private async verify(tenantId: TenantId): Promise<void> {
    const faults = await this.verifyLedger.execute(tenantId);
    this.metrics.count('LedgerMismatches', faults.length === 0 ? 0 : 1);
  }
}
