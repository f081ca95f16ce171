import { Injectable } from '@nestjs/common';
import type { TenantId } from '../../../platform/ids/ids';
import { alreadyPaidAhead, subscriptionOver } from '../../billing.errors';
import type { Period } from '../../domain/facts';
import { type PlanId, plans } from '../../domain/plans';
import { isPaidAhead } from '../../domain/subscription';
import { isDearer, replaceablePeriod } from '../../domain/upgrade';
import { SubscriptionRepository } from '../../persistence/subscription.repository';
import { plannedRenewal } from '../../renewals/domain/renewal';
import { KnownRenewals } from '../../renewals/known-renewals';

/** The running period that an upgrade would replace. */
interface Replaceable {
  period: Period;
  orderId: string;
  /** What was paid for it and not given back, in paise. */
  value: number;
  /** It renews automatically, and its mandate is too small for the dearer plan. */
  needsMandate: boolean;
}

/** Finds what an upgrade to a plan would replace, its subscription locked until the unit of work ends. */
@Injectable()
export class FindReplaceable {
  constructor(
    private readonly knownRenewals: KnownRenewals,
    private readonly subscriptions: SubscriptionRepository,
  ) {}

  /** @throws {DomainError} `subscription.none` when no cheaper plan runs or it is disputed, `subscription.paid-ahead` */
  async execute(tenantId: TenantId, plan: PlanId, now: Date): Promise<Replaceable> {
    const facts = await this.knownRenewals.lock(tenantId, now);
    if (isPaidAhead(facts.subscription, now)) throw alreadyPaidAhead();
    const period = replaceablePeriod(facts.subscription, now);
    if (!period || !isDearer(plan, period.plan)) throw subscriptionOver();
    const maximum = plannedRenewal(facts, now)?.mandate.maximum.amount;
    const needsMandate = maximum !== undefined && plans[plan].price.amount > maximum;
    return { period, needsMandate, ...(await this.subscriptions.valueOf(tenantId, period.paidBy)) };
  }
}
