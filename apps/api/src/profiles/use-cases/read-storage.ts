import { Injectable } from '@nestjs/common';
import type { TenantId } from '../../platform/ids/ids';
import type { StorageUse } from '../domain/storage';
import { StorageQuota } from '../persistence/storage-quota';

/** Reads how much of its space a tenant uses. */
@Injectable()
export class ReadStorage {
  constructor(private readonly quota: StorageQuota) {}

  execute(tenantId: TenantId): Promise<StorageUse> {
    return this.quota.read(tenantId);
  }
}
