import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { DomainError } from '../../../platform/errors/domain-error';
import type { AcceptedRefund } from '../../payments/payment-provider';
import { PaymentProviders } from '../../payments/payment-providers';
import { RefundRequestRepository, type StoredRefundRequest } from '../../persistence/refund-request.repository';

/** Asks the payment's provider for a refund that is stored as requested. */
@Injectable()
export class SendRefund {
  constructor(
    private readonly providers: PaymentProviders,
    private readonly requests: RefundRequestRepository,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /**
   * Safe to repeat for one request. It goes over the network: call it outside of a unit of work.
   * @throws {DomainError} `refund.rejected`, after which the money can be refunded again; `payment.unavailable`
   */
  async execute(request: StoredRefundRequest): Promise<AcceptedRefund> {
    const { tenantId, id, provider, providerPaymentId: paymentId, amount } = request;
    try {
      return await this.providers.get(provider).refund({ id, paymentId, amount });
    } catch (error) {
      if (error instanceof DomainError && error.code === 'refund.rejected') {
        await this.unitOfWork.run({ tenant: tenantId }, () => this.requests.reject(tenantId, id, this.clock.now()));
      }
      throw error;
    }
  }
}
