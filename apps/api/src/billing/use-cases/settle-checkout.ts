import { Injectable, Logger } from '@nestjs/common';
import { v7 as newId } from 'uuid';
import { Clock } from '../../platform/clock/clock';
import { PaymentId, TenantId } from '../../platform/ids/ids';
import { Metrics } from '../../platform/observability/metrics';
import { type CheckoutOutcome, type CheckoutStatus, isPriceOf, settle } from '../domain/checkout';
import { CheckoutRepository, type LockedCheckout } from '../persistence/checkout.repository';
import { type NewPayment, PaymentRepository } from '../persistence/payment.repository';
import type { CapturedPayment, PaymentEvent } from '../payments/payment-provider';
import { DeliverPurchase } from './deliver-purchase';

/** What an event means for its checkout; `payment` is set when it is one that was not known. */
interface EventOutcome {
  outcome: CheckoutOutcome;
  payment: NewPayment | null;
}

/** Settles a checkout by one event, in the caller's unit of work: each event once, each payment delivered once. */
@Injectable()
export class SettleCheckout {
  private readonly logger = new Logger('Billing');

  constructor(
    private readonly checkouts: CheckoutRepository,
    private readonly payments: PaymentRepository,
    private readonly deliverPurchase: DeliverPurchase,
    private readonly clock: Clock,
    private readonly metrics: Metrics,
  ) {}

  async execute(provider: string, tenantId: TenantId, event: PaymentEvent): Promise<CheckoutStatus> {
    const isNews = await this.payments.claim(provider, event, this.clock.now());
    const checkout = await this.checkouts.lock(tenantId, event.checkoutId);
    if (!isNews) return checkout.status;
    const { outcome, payment } = await this.find(provider, checkout, event);
    const status = settle(checkout.status, outcome);
    if (status !== checkout.status) await this.checkouts.setStatus(checkout, status);
    if (payment) await this.deliverPurchase.execute(checkout, payment);
    return status;
  }

  private async find(provider: string, checkout: LockedCheckout, event: PaymentEvent): Promise<EventOutcome> {
    if (event.kind !== 'payment.captured') {
      return { outcome: event.kind === 'payment.failed' ? 'declined' : 'abandoned', payment: null };
    }
    if (!isPriceOf(checkout.price, event)) return this.mismatch(checkout, event, 'not the amount that was asked for');
    const { tenantId, id: checkoutId, price } = checkout;
    const { paymentId: providerPaymentId, occurredAt: paidAt } = event;
    const payment = { tenantId, id: PaymentId(newId()), checkoutId, provider, providerPaymentId, price, paidAt };
    if (await this.payments.add(payment)) return { outcome: 'paid', payment };
    if (await this.payments.isFor(tenantId, checkoutId, provider, providerPaymentId)) {
      return { outcome: 'paid', payment: null };
    }
    return this.mismatch(checkout, event, 'the payment of another checkout');
  }

  /** A captured payment that buys nothing: an operator must look at it. */
  private mismatch({ tenantId, id, price }: LockedCheckout, event: CapturedPayment, what: string): EventOutcome {
    const { id: eventId, paymentId, amount, currency } = event;
    this.logger.error(
      {
        alarm: 'billing.mismatch',
        tenantId,
        checkoutId: id,
        eventId,
        paymentId,
        asked: price,
        captured: { amount, currency },
      },
      `A captured payment is ${what}; nothing was granted`,
    );
    this.metrics.count('PaymentMismatches');
    return { outcome: 'mismatched', payment: null };
  }
}
