import { Injectable, Logger } from '@nestjs/common';
import { UnitOfWork } from '../platform/database/unit-of-work';
import type { CheckoutId } from '../platform/ids/ids';
import { Metrics } from '../platform/observability/metrics';
import { isRemarkablyLate } from './domain/facts';
import type { NewPayment, UnmatchedReason } from './persistence/payment.repository';
import type {
  CapturedPayment,
  DisputedPayment,
  FailedRefund,
  MoneyEvent,
  PaymentEvent,
  Span,
} from './payments/payment-provider';
import type { LockedOrder } from './persistence/order.repository';

/** Money that was captured for an order, as we hear of it. */
export interface Capture {
  provider: string;
  order: LockedOrder;
  event: CapturedPayment;
  reportedAt: Date;
}

const sentences: Record<UnmatchedReason, string> = {
  second: 'A payment was captured for an order or an upgrade that is paid already; it waits to be refunded',
  amount: 'A captured payment is not the amount that was asked for; nothing was granted',
  late: 'An upgrade was paid when its price was over; nothing was granted',
  called_back: 'A renewal was debited that its customer did not want any more; it is refunded',
  closed: 'A payment was captured for a tenant that is closed or blocked; it waits to be refunded',
  order: 'A captured payment is that of another order; nothing was granted',
};

/** Calls a person to captured money that somebody must look into, once it is committed. */
@Injectable()
export class PaymentAlarms {
  private readonly logger = new Logger('Billing');

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly metrics: Metrics,
  ) {}

  /** Money that buys nothing. */
  unmatched({ provider, order, event }: Capture, reason: UnmatchedReason): void {
    const { tenantId, id: checkoutId, price: asked } = order;
    const { id: eventId, paymentId, amount, currency } = event;
    const facts = { tenantId, checkoutId, provider, eventId, paymentId, reason, asked, captured: { amount, currency } };
    this.raise({ alarm: 'billing.mismatch', ...facts }, sentences[reason]);
  }

  /** Money that was delivered: nobody is called unless it was reported days after its capture. */
  paid({
    tenantId,
    orderId: checkoutId,
    provider,
    providerPaymentId: paymentId,
    paidAt,
    reportedAt,
  }: NewPayment): void {
    if (!isRemarkablyLate({ paidAt, reportedAt })) return;
    const facts = { tenantId, checkoutId, provider, paymentId, paidAt, reportedAt };
    this.raise(
      { alarm: 'billing.late', ...facts },
      'A payment was reported days after its capture; its time began when it was reported',
    );
  }

  /** A dispute that was opened: whoever runs the product must answer it at the provider within its days. */
  disputed(provider: string, { tenantId, id: checkoutId }: LockedOrder, event: DisputedPayment): void {
    const { paymentId, disputeId, amount, currency } = event;
    const facts = { tenantId, checkoutId, provider, paymentId, disputeId, disputed: { amount, currency } };
    this.raise(
      { alarm: 'billing.dispute', ...facts },
      'A payment is disputed; its time is suspended until that is decided',
    );
  }

  /** A refund that the provider had accepted and does not give: the buyer waits for the money. */
  refundFailed(provider: string, { tenantId, id: checkoutId }: LockedOrder, event: FailedRefund): void {
    const { paymentId, refundId, amount, currency } = event;
    const facts = { tenantId, checkoutId, provider, paymentId, refundId, refund: { amount, currency } };
    this.raise({ alarm: 'billing.refund-failed', ...facts }, 'A refund failed at the provider; refund it again');
  }

  /** Something that its provider did not report: its events do not arrive. Attempts that failed call nobody. */
  unreported(
    provider: string,
    checkoutId: CheckoutId,
    { id: eventId, kind, occurredAt, ...about }: PaymentEvent,
  ): void {
    if (kind === 'payment.failed' || kind === 'checkout.abandoned') return;
    this.raise(
      { alarm: 'billing.unreported', checkoutId, provider, eventId, kind, occurredAt, ...moneyOf(about) },
      'A provider did not report this; it was found by asking. Check that its events arrive',
    );
  }

  /** Something that happened to an order that nobody here has placed, in the provider's account. */
  unknownOrder(provider: string, { id: eventId, kind, occurredAt, ...about }: PaymentEvent): void {
    const facts = { provider, eventId, kind, occurredAt, ...moneyOf(about) };
    this.log({ alarm: 'billing.unknown-order', ...facts }, 'A provider lists an order that is not ours');
  }

  /** Time about which a provider can no longer be asked. */
  notReconciled(provider: string, { from, until }: Span): void {
    this.log(
      { alarm: 'billing.not-reconciled', provider, from, until },
      'A provider was not asked for a month about what happened there; compare this time by hand',
    );
  }

  private raise(facts: object, sentence: string): void {
    this.unitOfWork.afterCommit(() => this.log(facts, sentence));
  }

  private log(facts: object, sentence: string): void {
    this.logger.error(facts, sentence);
    this.metrics.count('PaymentMismatches');
  }
}

/** What an event says of money; nothing when it is about none. */
function moneyOf(about: object | Pick<MoneyEvent, 'paymentId' | 'amount' | 'currency'>): object {
  if (!('amount' in about)) return {};
  const { paymentId, amount, currency } = about;
  return { paymentId, money: { amount, currency } };
}
