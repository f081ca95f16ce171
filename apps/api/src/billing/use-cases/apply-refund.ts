import { Injectable } from '@nestjs/common';
import { IssueCreditNotes } from '../invoices/use-cases/issue-credit-notes';
import type { LockedOrder } from '../persistence/order.repository';
import type { PaymentKey } from '../persistence/refund.repository';
import { SubscriptionRepository } from '../persistence/subscription.repository';
import { ApplyFacts } from './apply-facts';
import { TakeBackRefunded } from './take-back-refunded';

/** Applies what follows from a payment's refunds: credits are taken back, a period may end, credit notes are issued. */
@Injectable()
export class ApplyRefund {
  constructor(
    private readonly subscriptions: SubscriptionRepository,
    private readonly takeBackRefunded: TakeBackRefunded,
    private readonly applyFacts: ApplyFacts,
    private readonly issueCreditNotes: IssueCreditNotes,
  ) {}

  /** Part of the caller's unit of work, which holds the lock of the order. It may be repeated at will. */
  async execute(order: LockedOrder, payment: PaymentKey & { id: string }, now: Date): Promise<void> {
    const { tenantId, plan } = order;
    // Locks are taken in the order of every other act: the subscription before the account.
    if (plan) await this.subscriptions.lock(tenantId, now);
    await this.takeBackRefunded.execute(order, payment);
    if (plan) await this.applyFacts.execute(tenantId);
    await this.issueCreditNotes.execute(tenantId, payment.id);
  }
}
