import { Injectable } from '@nestjs/common';
import { Entitlements } from '../../credits';
import { Clock } from '../../platform/clock/clock';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import type { TenantId } from '../../platform/ids/ids';
import { exceedsStorage, maxStorageBytes, type StorageUse } from '../domain/storage';
import { storageFull } from '../profiles.errors';

/** Limits the bytes of files and drafts of a tenant, the trash included. Drafts count as the database stores them: compressed. */
@Injectable()
export class StorageQuota {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly entitlements: Entitlements,
    private readonly clock: Clock,
  ) {}

  /** What the tenant stores now. */
  async read(tenantId: TenantId): Promise<StorageUse> {
    const [[row], entitlement] = await Promise.all([
      this.unitOfWork.read<{ bytes: string }>(
        { tenant: tenantId },
        `SELECT (SELECT coalesce(sum(bytes), 0) FROM profiles.files WHERE tenant_id = $1)
            + (SELECT coalesce(sum(pg_column_size(document)), 0) FROM profiles.drafts WHERE tenant_id = $1) AS bytes`,
        [tenantId],
      ),
      this.entitlements.find(tenantId),
    ]);
    const isPaid = entitlement !== null && entitlement.editUntil > this.clock.now();
    return { usedBytes: Number(row?.bytes ?? 0), maxBytes: isPaid ? maxStorageBytes.plan : maxStorageBytes.free };
  }

  /**
   * Makes a change within the quota; part of the caller's unit of work. Changes of one tenant wait for each other, so that two of them
   * cannot exceed it together.
   * @throws {DomainError} `storage.quota` with `usedBytes` and `maxBytes`
   */
  async change<Result>(tenantId: TenantId, work: () => Promise<Result>): Promise<Result> {
    // They travel together; what is read is as of the moment at which the lock is held.
    const [, before] = await Promise.all([
      this.unitOfWork.query(`SELECT pg_advisory_xact_lock(hashtextextended('storage ' || $1, 0))`, [tenantId]),
      this.read(tenantId),
    ]);
    const result = await work();
    if (exceedsStorage(before, await this.read(tenantId))) throw storageFull(undefined, { extras: { ...before } });
    return result;
  }
}
