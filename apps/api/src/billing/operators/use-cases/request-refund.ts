import { Injectable } from '@nestjs/common';
import { v5 as idFrom } from 'uuid';
import { OperatorLog } from '../../../auth';
import { Clock } from '../../../platform/clock/clock';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { notFound } from '../../../platform/errors/problem';
import type { TenantId, UserId } from '../../../platform/ids/ids';
import { refundTooLarge } from '../../billing.errors';
import { RefundRequestRepository, type StoredRefundRequest } from '../../persistence/refund-request.repository';
import { OperatedPaymentRepository } from '../persistence/operated-payment.repository';

/** A refund that an operator asks for, and why. */
export interface AskedRefund {
  operatorId: UserId;
  tenantId: TenantId;
  /** The same for every retry of one request. */
  requestId: string;
  /** The id here of captured money, whether it bought something or not. */
  paymentId: string;
  /** In the smallest unit of the payment's currency. */
  amount: number;
  reason: string;
}

/** Stores that an operator refunds a payment, before its provider hears of it. */
@Injectable()
export class RequestRefund {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly payments: OperatedPaymentRepository,
    private readonly requests: RefundRequestRepository,
    private readonly log: OperatorLog,
    private readonly clock: Clock,
  ) {}

  /**
   * A retry finds the request of the first attempt, unless the provider rejected that: then it is another request.
   * @throws {DomainError} `not-found`, `refund.too-large`
   */
  execute({ operatorId, tenantId, paymentId, amount, reason, requestId }: AskedRefund): Promise<StoredRefundRequest> {
    return this.unitOfWork.run({ tenant: tenantId }, async () => {
      const money = await this.payments.lock(tenantId, paymentId);
      if (!money) throw notFound();
      const { orderId, provider, providerPaymentId, currency } = money;
      const { id, isNew } = await this.idFor(tenantId, requestId);
      const request = { tenantId, id, orderId, provider, providerPaymentId, amount, currency };
      if (!isNew) return request;
      if (amount > money.amount - (await this.requests.committed(tenantId, money, currency))) throw refundTooLarge();
      await this.requests.add(request, this.clock.now());
      await this.log.record({ operatorId, act: 'operator.refund-requested', reason, tenantId, subject: id });
      return request;
    });
  }

  private async idFor(tenantId: TenantId, requestId: string): Promise<{ id: string; isNew: boolean }> {
    let id = requestId;
    for (;;) {
      const state = await this.requests.stateOf(tenantId, id);
      if (state !== 'rejected') return { id, isNew: state === null };
      id = idFrom('again', id);
    }
  }
}
