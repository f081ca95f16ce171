import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock';
import type { CheckoutId, TenantId } from '../../platform/ids/ids';
import { type CheckoutOutcome, type CheckoutStatus, settle } from '../domain/checkout';
import { type LockedOrder, OrderRepository } from '../persistence/order.repository';
import { PaymentRepository } from '../persistence/payment.repository';
import type { PaymentEvent, Reversal } from '../payments/payment-provider';
import { RecordCapture } from './record-capture';
import { isReversal, RecordReversal } from './record-reversal';

interface OfTenant {
  tenantId: TenantId;
  id: CheckoutId;
}

/** Settles an order by one event, in the caller's unit of work: each event once. */
@Injectable()
export class SettleOrder {
  constructor(
    private readonly orders: OrderRepository,
    private readonly payments: PaymentRepository,
    private readonly recordCapture: RecordCapture,
    private readonly recordReversal: RecordReversal,
    private readonly clock: Clock,
  ) {}

  /** @returns the status of the order's checkout afterwards */
  async execute(provider: string, { tenantId, id }: OfTenant, event: PaymentEvent): Promise<CheckoutStatus> {
    const reportedAt = this.clock.now();
    const isNew = await this.payments.claim(provider, id, event, reportedAt);
    const order = await this.orders.lock(tenantId, id);
    if (!isNew) return order.status;
    if (isReversal(event)) {
      await this.recordReversal.execute({ provider, order, event, reportedAt });
      return order.status;
    }
    const status = settle(order.status, await this.outcomeOf(provider, order, event, reportedAt));
    if (status !== order.status) await this.orders.setStatus(order, status);
    return status;
  }

  private async outcomeOf(
    provider: string,
    order: LockedOrder,
    event: Exclude<PaymentEvent, Reversal>,
    reportedAt: Date,
  ): Promise<CheckoutOutcome> {
    if (event.kind === 'payment.captured') return this.recordCapture.execute({ provider, order, event, reportedAt });
    return event.kind === 'payment.failed' ? 'declined' : 'abandoned';
  }
}
