import Stripe from 'stripe';
import type { Clock } from '../../platform/clock/clock';
import type { CheckoutId } from '../../platform/ids/ids';
import { inSeconds } from './event-fields';
import type {
  CheckoutRequest,
  Debit,
  MandateReference,
  Mandates,
  MissedPayment,
  PaymentEvent,
} from './payment-provider';
import { paymentIntent, readAs } from './stripe-objects';

/** How many payments of one customer are looked through: a mandate lives for sixty renewals. */
const mostPayments = 100;

/**
 * UPI AutoPay at Stripe: each consent has a customer of its own, whose payment method is debited without them. Stripe notifies the
 * customer itself and debits a day later.
 */
export class StripeMandates implements Mandates {
  constructor(
    private readonly stripe: Stripe,
    private readonly clock: Clock,
    /** Reports as unavailable what Stripe does not answer. */
    private readonly ask: <T>(question: () => Promise<T>) => Promise<T>,
  ) {}

  async notify(): Promise<null> {
    return null;
  }

  /** Stripe forgets idempotency keys after a day: a payment that was made before is found among those of the customer. */
  async debit(debit: Debit): Promise<PaymentEvent | null> {
    const { checkoutId, price } = debit;
    const made = await this.ask(async () => (await this.find(debit)) ?? (await this.create(debit)));
    const order = { checkoutId };
    if (made === 'refused') {
      const { amount, currency } = price;
      const event = { id: `refused ${checkoutId}`, order, paymentId: null, amount, currency };
      return { ...event, kind: 'payment.failed', occurredAt: this.clock.now() } satisfies MissedPayment;
    }
    const { id: paymentId, status, created, amount, currency } = readAs(paymentIntent, made);
    const about = { order, paymentId, amount, currency, occurredAt: created ?? this.clock.now() };
    if (status === 'succeeded') return { ...about, id: `succeeded ${paymentId}`, kind: 'payment.captured' };
    const hasFailed = status === 'requires_payment_method' || status === 'canceled';
    return hasFailed ? { ...about, id: `failed ${paymentId}`, kind: 'payment.failed' } : null;
  }

  async end(_mandateOf: CheckoutId, { customerId }: MandateReference): Promise<void> {
    if (customerId === null) return;
    await this.ask(async () => {
      try {
        await this.stripe.customers.del(customerId);
      } catch (error) {
        // It is deleted already.
        if (!(error instanceof Stripe.errors.StripeInvalidRequestError)) throw error;
      }
    });
  }

  private async find({ checkoutId, mandate: { customerId: customer } }: Debit): Promise<unknown> {
    if (customer === null) return undefined;
    const { data } = await this.stripe.paymentIntents.list({ customer, limit: mostPayments });
    return data.find(({ metadata }) => metadata['order'] === checkoutId);
  }

  private async create({ checkoutId, mandate, price, description }: Debit): Promise<unknown> {
    try {
      return await this.stripe.paymentIntents.create(
        {
          amount: price.amount,
          currency: price.currency.toLowerCase(),
          customer: mandate.customerId ?? '',
          payment_method: mandate.mandateId,
          allowed_payment_method_types: ['upi'],
          off_session: true,
          confirm: true,
          description,
          metadata: { order: checkoutId, renewal: 'true' },
        },
        { idempotencyKey: checkoutId },
      );
    } catch (error) {
      if (error instanceof Stripe.errors.StripeCardError && error.payment_intent) return error.payment_intent;
      if (error instanceof Stripe.errors.StripeInvalidRequestError) return 'refused';
      throw error;
    }
  }
}

/** What a checkout asks for in addition, so that UPI AutoPay lets us debit later: its terms are shown by the buyer's app. */
export function consentTo({ maximum, expiresAt }: NonNullable<CheckoutRequest['mandate']>, description: string) {
  const terms = {
    amount: maximum.amount,
    amount_type: 'maximum',
    description,
    end_date: inSeconds(expiresAt),
  } as const;
  return {
    customer_creation: 'always',
    allowed_payment_method_types: ['upi'],
    payment_method_options: { upi: { mandate_options: terms } },
  } satisfies Stripe.Checkout.SessionCreateParams;
}
