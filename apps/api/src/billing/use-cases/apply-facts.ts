import { Injectable } from '@nestjs/common';
import { Entitlements, GrantCredits } from '../../credits';
import { Clock } from '../../platform/clock/clock';
import type { TenantId } from '../../platform/ids/ids';
import { creditsExpireAt, entitledSpans } from '../domain/facts';
import { plans } from '../domain/plans';
import { PaymentRepository } from '../persistence/payment.repository';
import { SubscriptionRepository } from '../persistence/subscription.repository';

/** Writes what follows from a tenant's facts: periods, entitlements, and each period's credits with their expiry. */
@Injectable()
export class ApplyFacts {
  constructor(
    private readonly subscriptions: SubscriptionRepository,
    private readonly payments: PaymentRepository,
    private readonly entitlements: Entitlements,
    private readonly grantCredits: GrantCredits,
    private readonly clock: Clock,
  ) {}

  /** Part of the caller's unit of work; the account of credits is locked last. It may be repeated at will. */
  async execute(tenantId: TenantId): Promise<void> {
    const { periods } = await this.subscriptions.lock(tenantId, this.clock.now());
    const moved = await this.subscriptions.replacePeriods(tenantId, periods);
    const changed = periods.filter((period) => moved.includes(period) || period.disputed);
    const entitlements = periods.flatMap((period) =>
      entitledSpans(period).map(({ start, until }) => ({
        tenantId,
        plan: period.plan,
        startsAt: start,
        editUntil: until,
        features: plans[period.plan].features,
      })),
    );
    await this.entitlements.replace(tenantId, entitlements);
    const credits = await this.payments.creditsOf(
      tenantId,
      changed.map(({ paidBy }) => paidBy),
    );
    for (const period of changed) {
      const amount = credits.get(period.paidBy);
      if (amount === undefined) throw new Error('A period is paid by a payment of an order.');
      const grant = {
        tenantId,
        source: 'plan',
        reference: period.paidBy,
        amount,
        expiresAt: creditsExpireAt(period),
      } as const;
      await this.grantCredits.execute(grant);
    }
  }
}
