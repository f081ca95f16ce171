import { Injectable } from '@nestjs/common';
import type { TenantId } from '../../platform/ids/ids';
import { SubscriptionRepository } from '../persistence/subscription.repository';
import type { Subscription } from '../domain/subscription';
import type { RenewalFacts } from './domain/renewal';
import { MandateRepository } from './mandate.repository';
import { RenewalRepository } from './renewal.repository';

/** Knows all that decides about a tenant's renewals. */
@Injectable()
export class KnownRenewals {
  constructor(
    private readonly subscriptions: SubscriptionRepository,
    private readonly mandates: MandateRepository,
    private readonly renewals: RenewalRepository,
  ) {}

  /** Part of the caller's unit of work, until whose end the subscription stays locked. */
  async lock(tenantId: TenantId, now: Date): Promise<RenewalFacts> {
    return this.of(tenantId, await this.subscriptions.lock(tenantId, now));
  }

  /** The same of a subscription that was read. */
  async of(tenantId: TenantId, subscription: Subscription): Promise<RenewalFacts> {
    const mandates = await this.mandates.authorised(tenantId);
    const isClosed = await this.renewals.isClosed(tenantId);
    const attempts = await this.renewals.attempts(tenantId, subscription.periods.at(-1)?.paidBy ?? null);
    return { subscription, mandates, isClosed, attempts };
  }
}
