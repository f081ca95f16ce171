import { Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock/clock';
import { UnitOfWork } from '../platform/database/unit-of-work';
import type { TenantId } from '../platform/ids/ids';
import { featureRequired, subscriptionRequired } from './credits.errors';
import type { EntitlementEntity } from './persistence/entitlement.entity';
import { EntitlementRepository } from './persistence/entitlement.repository';

/** What a tenant may do now. */
export type Entitlement = Pick<EntitlementEntity, 'tenantId' | 'plan' | 'editUntil' | 'features'>;

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

  /** The entitlement as last written, also when it is over. */
  find(tenantId: TenantId): Promise<Entitlement | null> {
    return this.unitOfWork.run({ tenant: tenantId }, () => this.entitlements.find(tenantId));
  }

  /** Writes the entitlement, in the transaction that makes the period and the grant. */
  set(entitlement: Entitlement): Promise<void> {
    return this.unitOfWork.run({ tenant: entitlement.tenantId }, () => this.entitlements.save(entitlement));
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
