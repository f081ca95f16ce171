import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock';
import type { TenantId } from '../../platform/ids/ids';
import { type Money, type PlanId, planIds } from '../domain/plans';
import { type Subscription, type SubscriptionView, subscriptionViewAt } from '../domain/subscription';
import { isDearer, replaceablePeriod, upgradePrice } from '../domain/upgrade';
import { SubscriptionRepository } from '../persistence/subscription.repository';
import {
  continuation,
  nextDebitAt,
  plannedRenewal,
  type RenewalFacts,
  usableMandate,
} from '../renewals/domain/renewal';
import { KnownRenewals } from '../renewals/known-renewals';

/** A dearer plan that can begin now, and what it costs. */
interface OfferedUpgrade {
  plan: PlanId;
  price: Money;
}

/** A subscription with what its owner can change it to. */
export interface OfferingView extends SubscriptionView {
  upgrade: OfferedUpgrade | null;
  /** Whether the plan renews by itself; null while there is no consent to debit. */
  autoRenew: AutoRenew | null;
}

/** What is debited at the end of the paid time, or would be. */
interface AutoRenew {
  isOn: boolean;
  plan: PlanId;
  price: Money;
  /** When the debit is asked for; null while nothing is to be debited. */
  debitAt: Date | null;
}

/** Reads where a tenant's subscription stands now. */
@Injectable()
export class ReadSubscription {
  constructor(
    private readonly subscriptions: SubscriptionRepository,
    private readonly knownRenewals: KnownRenewals,
    private readonly clock: Clock,
  ) {}

  async execute(tenantId: TenantId): Promise<OfferingView> {
    const now = this.clock.now();
    const subscription = await this.subscriptions.find(tenantId, now);
    const upgrade = await this.upgradeOf(tenantId, subscription, now);
    const autoRenew = autoRenewAt(await this.knownRenewals.of(tenantId, subscription), now);
    return { ...subscriptionViewAt(subscription, now), upgrade, autoRenew };
  }

  private async upgradeOf(tenantId: TenantId, subscription: Subscription, now: Date): Promise<OfferedUpgrade | null> {
    const period = replaceablePeriod(subscription, now);
    const plan = period && planIds.find((id) => isDearer(id, period.plan));
    if (!plan) return null;
    const { value } = await this.subscriptions.valueOf(tenantId, period.paidBy);
    return { plan, price: upgradePrice(plan, period, value, now) };
  }
}

function autoRenewAt(facts: RenewalFacts, now: Date): AutoRenew | null {
  const planned = plannedRenewal(facts, now);
  if (planned) {
    const { plan, price } = planned;
    return { isOn: true, plan, price, debitAt: nextDebitAt(facts, planned, now) };
  }
  const mandate = usableMandate(facts, now);
  return mandate && { isOn: false, ...continuation(facts.subscription, mandate), debitAt: null };
}
