import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import type { TenantId } from '../../platform/ids/ids';
import { EntitlementEntity } from './entitlement.entity';

/** Stores what each tenant may do now. */
@Injectable()
export class EntitlementRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  find(tenantId: TenantId): Promise<EntitlementEntity | null> {
    return this.unitOfWork.manager.findOneBy(EntitlementEntity, { tenantId });
  }

  async save(entitlement: EntitlementEntity): Promise<void> {
    await this.unitOfWork.manager.upsert(EntitlementEntity, entitlement, ['tenantId']);
  }
}
