import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import type { TenantId } from '../../../platform/ids/ids';
import type { Buyer } from '../domain/invoice';

/** Stores what a tenant wants its invoices to say of it. */
@Injectable()
export class BuyerRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** null as long as the tenant has said nothing. */
  async find(tenantId: TenantId): Promise<Buyer | null> {
    const [row] = await this.unitOfWork.read<Buyer>(
      { tenant: tenantId },
      'SELECT name, address, state, gstin FROM billing.buyers WHERE tenant_id = $1',
      [tenantId],
    );
    return row ?? null;
  }

  async save(tenantId: TenantId, { name, address, state, gstin }: Buyer): Promise<void> {
    await this.unitOfWork.query(
      `INSERT INTO billing.buyers (tenant_id, name, address, state, gstin) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT (tenant_id) DO UPDATE SET name = $2, address = $3, state = $4, gstin = $5`,
      [tenantId, name, address, state, gstin],
    );
  }
}
