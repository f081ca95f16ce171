import { Injectable } from '@nestjs/common';
import { PaymentAlarms } from '../payment-alarms';
import type { FailedRefund } from '../payments/payment-provider';
import { RefundRequestRepository } from '../persistence/refund-request.repository';
import type { Reported } from './record-refund';

/** Notes that a refund which a provider had accepted is not given: its money can be refunded again, and a person is called. */
@Injectable()
export class FailRefund {
  constructor(
    private readonly requests: RefundRequestRepository,
    private readonly alarms: PaymentAlarms,
  ) {}

  /** Part of the caller's unit of work, which holds the lock of the order. */
  async execute({ provider, order, event, reportedAt }: Reported<FailedRefund>): Promise<void> {
    await this.requests.rejectAccepted(order.tenantId, { provider, providerRefundId: event.refundId }, reportedAt);
    this.alarms.refundFailed(provider, order, event);
  }
}
