import { Injectable } from '@nestjs/common';
import { Entitlements, GrantCredits } from '../../credits';
import { Clock } from '../../platform/clock/clock';
import type { PaymentId, TenantId } from '../../platform/ids/ids';
import { type PlanId, plans } from '../domain/plans';
import { graceEnd, nextPeriod } from '../domain/subscription';
import { topUpExpiry } from '../domain/top-up';
import type { LockedCheckout } from '../persistence/checkout.repository';
import type { NewPayment } from '../persistence/payment.repository';
import { SubscriptionRepository } from '../persistence/subscription.repository';

/** Gives what a payment bought, in the caller's unit of work; the account of credits is locked last. */
@Injectable()
export class DeliverPurchase {
  constructor(
    private readonly subscriptions: SubscriptionRepository,
    private readonly entitlements: Entitlements,
    private readonly grantCredits: GrantCredits,
    private readonly clock: Clock,
  ) {}

  async execute({ tenantId, plan, credits }: LockedCheckout, { id, paidAt }: NewPayment): Promise<void> {
    const expiresAt = plan ? await this.beginPeriod(tenantId, plan, id, paidAt) : topUpExpiry(paidAt);
    const source = plan ? 'plan' : 'top_up';
    await this.grantCredits.execute({ tenantId, source, reference: id, amount: credits, expiresAt });
  }

  /** @returns when the period's credits expire and editing ends */
  private async beginPeriod(tenantId: TenantId, plan: PlanId, paymentId: PaymentId, paidAt: Date): Promise<Date> {
    const subscription = await this.subscriptions.lock(tenantId, this.clock.now());
    const period = nextPeriod(subscription, plan, paidAt);
    const editUntil = graceEnd(period);
    await this.subscriptions.addPeriod(tenantId, paymentId, period);
    await this.subscriptions.setCancelRequest(tenantId, null);
    await this.entitlements.set({ tenantId, plan, editUntil, features: plans[plan].features });
    return editUntil;
  }
}
