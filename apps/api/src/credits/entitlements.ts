import { Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock/clock';
import { UnitOfWork } from '../platform/database/unit-of-work';
import type { TenantId } from '../platform/ids/ids';
import { featureRequired, subscriptionRequired } from './credits.errors';
import { type Entitlement, EntitlementRepository } from './persistence/entitlement.repository';

/** What some plans allow beyond editing. */
export type Feature = 'unbranded';

/** Reads and writes entitlements; only billing writes. */
@Injectable()
export class Entitlements {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly entitlements: EntitlementRepository,
    private readonly clock: Clock,
  ) {}

  /** The entitlement of the period that began last, also when it is over. */
  find(tenantId: TenantId): Promise<Entitlement | null> {
    return this.entitlements.find(tenantId, this.clock.now());
  }

  /** Writes all entitlements of a tenant, in the transaction that writes its periods. */
  replace(tenantId: TenantId, entitlements: readonly Entitlement[]): Promise<void> {
    return this.unitOfWork.run({ tenant: tenantId }, () => this.entitlements.replace(tenantId, entitlements));
  }

  /** @throws {DomainError} `subscription.required` unless the tenant may edit now */
  async require(tenantId: TenantId): Promise<Entitlement> {
    const entitlement = await this.find(tenantId);
    if (!entitlement || entitlement.editUntil <= this.clock.now()) throw subscriptionRequired();
    return entitlement;
  }

  /** Whether the tenant's plan has a feature now. */
  async allows(tenantId: TenantId, feature: Feature): Promise<boolean> {
    const entitlement = await this.find(tenantId);
    return entitlement !== null && entitlement.editUntil > this.clock.now() && entitlement.features.includes(feature);
  }

  /** @throws {DomainError} `feature.required` unless the tenant's plan has the feature now */
  async requireFeature(tenantId: TenantId, feature: Feature): Promise<void> {
    if (!(await this.allows(tenantId, feature))) throw featureRequired();
  }
}
