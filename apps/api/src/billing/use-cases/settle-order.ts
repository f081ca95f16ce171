import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock';
import type { CheckoutId, TenantId } from '../../platform/ids/ids';
import { type CheckoutStatus, settle } from '../domain/checkout';
import { OrderRepository } from '../persistence/order.repository';
import { PaymentRepository } from '../persistence/payment.repository';
import type { PaymentEvent } from '../payments/payment-provider';
import { RecordOutcome } from './record-outcome';
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
    private readonly recordOutcome: RecordOutcome,
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
    const outcome = await this.recordOutcome.execute({ provider, order, event, reportedAt });
    const status = outcome ? settle(order.status, outcome) : order.status;
    if (status !== order.status) await this.orders.setStatus(order, status);
    return status;
  }
}
