import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock';
import type { TenantId } from '../../platform/ids/ids';
import { priceList } from '../domain/price-list';
import { type Holdings, StatementRepository } from '../persistence/statement.repository';

/** Reads what a tenant can spend now. */
@Injectable()
export class ReadBalance {
  constructor(
    private readonly statement: StatementRepository,
    private readonly clock: Clock,
  ) {}

  async execute(tenantId: TenantId): Promise<Holdings & { editCost: number; editsLeft: number }> {
    const holdings = await this.statement.holdings(tenantId, this.clock.now());
    const editCost = priceList['profile.edit'];
    return { ...holdings, editCost, editsLeft: Math.floor(holdings.balance / editCost) };
  }
}
