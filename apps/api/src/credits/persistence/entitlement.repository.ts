import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import type { TenantId } from '../../platform/ids/ids';
import { EntitlementEntity } from './entitlement.entity';

/** Keeps what each tenant may do now. */
@Injectable()
export class EntitlementRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async find(tenantId: TenantId): Promise<EntitlementEntity | null> {
    const [row] = await this.unitOfWork.query<EntitlementEntity>(
      `SELECT tenant_id AS "tenantId", plan, edit_until AS "editUntil", features
       FROM credits.entitlements WHERE tenant_id = $1`,
      [tenantId],
    );
    return row ?? null;
  }

  async save(entitlement: EntitlementEntity): Promise<void> {
    await this.unitOfWork.manager.upsert(EntitlementEntity, entitlement, ['tenantId']);
  }
}
