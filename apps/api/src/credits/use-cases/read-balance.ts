import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock';
import type { TenantId } from '../../platform/ids/ids';
import { priceList } from '../domain/price-list';
import { AuditRepository } from '../persistence/audit.repository';
import { type Holdings, StatementRepository } from '../persistence/statement.repository';

/** What a tenant can spend, and what it buys. */
export interface Balance extends Holdings {
  editCost: number;
  editsLeft: number;
  /** Since when nothing can be spent because the books disagree; null when it can. */
  suspendedAt: Date | null;
}

/** Reads what a tenant can spend now. */
@Injectable()
export class ReadBalance {
  constructor(
    private readonly statement: StatementRepository,
    private readonly audit: AuditRepository,
    private readonly clock: Clock,
  ) {}

  async execute(tenantId: TenantId): Promise<Balance> {
    const [holdings, suspendedAt] = await Promise.all([
      this.statement.holdings(tenantId, this.clock.now()),
      this.audit.suspendedAt(tenantId),
    ]);
    const editCost = priceList['profile.edit'];
    return { ...holdings, editCost, editsLeft: Math.floor(holdings.balance / editCost), suspendedAt };
  }
}
