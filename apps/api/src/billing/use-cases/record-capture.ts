import { Injectable } from '@nestjs/common';
import { v7 as newId } from 'uuid';
import { PaymentId } from '../../platform/ids/ids';
import { isPriceOf } from '../domain/checkout';
import { isPaidTooLate } from '../domain/upgrade';
import { type Capture, PaymentAlarms } from '../payment-alarms';
import { PaymentRepository, type UnmatchedReason } from '../persistence/payment.repository';
import { RenewalAnswers } from '../renewals/renewal-answers';
import { DeliverPayment } from './deliver-payment';
import { SetPaymentAside } from './set-payment-aside';

/** Records captured money and gives what it bought; money that buys nothing waits for an operator. Nothing is swallowed. */
@Injectable()
export class RecordCapture {
  constructor(
    private readonly payments: PaymentRepository,
    private readonly deliverPayment: DeliverPayment,
    private readonly setPaymentAside: SetPaymentAside,
    private readonly renewalAnswers: RenewalAnswers,
    private readonly alarms: PaymentAlarms,
  ) {}

  /** Part of the caller's unit of work, which holds the lock of the order. @returns what it means for the order */
  async execute(capture: Capture): Promise<'paid' | 'mismatched'> {
    const { provider, order, event, reportedAt } = capture;
    const reason = await this.reasonAgainst(capture);
    if (reason) return this.setPaymentAside.execute(capture, reason);
    const { tenantId, id: orderId, price } = order;
    const { paymentId: providerPaymentId, occurredAt: paidAt } = event;
    const payment = {
      tenantId,
      id: PaymentId(newId()),
      orderId,
      provider,
      providerPaymentId,
      price,
      paidAt,
      reportedAt,
    };
    if (await this.payments.add(payment)) {
      await this.deliverPayment.execute(order, payment);
      this.alarms.paid(payment);
      return 'paid';
    }
    if (await this.payments.idOf(tenantId, orderId, { provider, providerPaymentId })) return 'paid';
    return this.setPaymentAside.execute(capture, order.status === 'paid' ? 'second' : 'order');
  }

  private async reasonAgainst({ provider, order, event, reportedAt }: Capture): Promise<UnmatchedReason | null> {
    if (!isPriceOf(order.price, event)) return 'amount';
    if (await this.renewalAnswers.isUnwanted(order, provider, event, reportedAt)) return 'called_back';
    if (await this.payments.isOfClosed(order.tenantId, order.id, event)) return 'closed';
    if (order.kind === 'upgrade' && isPaidTooLate(order, event.occurredAt)) return 'late';
    const isTwice = order.replaces !== null && (await this.payments.isUpgraded(order, order.replaces));
    return isTwice ? 'second' : null;
  }
}
