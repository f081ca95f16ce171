import { Injectable } from '@nestjs/common';
import { v5 as idFrom } from 'uuid';
import { Clock } from '../../../platform/clock/clock';
import { OperatedPaymentRepository } from '../../operators/persistence/operated-payment.repository';
import { RefundRequestRepository, type StoredRefundRequest } from '../../persistence/refund-request.repository';
import type { UnwantedPayment } from '../renewal.repository';

/** Stores that a debit is given back in full that its customer did not want, before its provider hears of it. */
@Injectable()
export class RequestUnwantedRefund {
  constructor(
    private readonly payments: OperatedPaymentRepository,
    private readonly requests: RefundRequestRepository,
    private readonly clock: Clock,
  ) {}

  /**
   * Part of the caller's unit of work. The id of the request follows from the payment, so that a crash repeats it.
   * @returns null when an operator was faster, or the provider has rejected it: then it waits for an operator
   */
  async execute({ tenantId, id: paymentId }: UnwantedPayment): Promise<StoredRefundRequest | null> {
    const money = await this.payments.lock(tenantId, paymentId);
    if (!money) return null;
    const id = idFrom('called back', paymentId);
    const { orderId, provider, providerPaymentId, amount, currency } = money;
    const request = { tenantId, id, orderId, provider, providerPaymentId, amount, currency };
    const state = await this.requests.stateOf(tenantId, id);
    if (state !== null) return state === 'open' ? request : null;
    if ((await this.requests.committed(tenantId, money, currency)) > 0) return null;
    await this.requests.add(request, this.clock.now());
    return request;
  }
}
