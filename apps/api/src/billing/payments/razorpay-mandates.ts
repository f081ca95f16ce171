import type Razorpay from 'razorpay';
import { z } from 'zod';
import type { Clock } from '../../platform/clock/clock';
import type { CheckoutId } from '../../platform/ids/ids';
import { providerUnavailable } from '../billing.errors';
import { eventId, inSeconds, secondsOf } from './event-fields';
import type {
  CheckoutRequest,
  Debit,
  MandateReference,
  Mandates,
  MissedPayment,
  PaymentEvent,
} from './payment-provider';

const paymentsOfOrder = z.object({
  items: z.array(
    z.object({
      id: eventId,
      amount: z.int().min(0),
      currency: z.string(),
      status: z.string(),
      captured: z.boolean().nullish(),
      token_id: eventId.nullish(),
      email: z.string().nullish(),
      contact: z.string().nullish(),
      created_at: secondsOf,
    }),
  ),
});

/**
 * Mandates at Razorpay: tokens of a customer, for cards and UPI. Razorpay notifies the customer when a debit is asked for, and debits a
 * day later. It has no idempotency keys for debits: what was asked for before is found among the payments of the debit's order.
 */
export class RazorpayMandates implements Mandates {
  constructor(
    private readonly razorpay: Razorpay,
    private readonly clock: Clock,
    /** Reports as unavailable what Razorpay does not answer. */
    private readonly ask: <T>(question: () => Promise<T>) => Promise<T>,
  ) {}

  /** Makes the order of the debit, whose id its events name. */
  async notify({ checkoutId, price }: Debit): Promise<string> {
    return this.ask(
      async () => (await findOrder(this.razorpay, checkoutId)) ?? (await this.createOrder(checkoutId, price)),
    );
  }

  async debit(debit: Debit): Promise<PaymentEvent | null> {
    const orderId = await this.notify(debit);
    const [made] = await this.paymentsOf(orderId);
    if (!made) return this.create(debit, orderId);
    const { id: paymentId, amount, currency, captured, status, created_at: occurredAt } = made;
    const event = { order: { checkoutId: debit.checkoutId }, paymentId, amount, currency, occurredAt };
    if (captured) return { ...event, id: `payment.captured ${paymentId}`, kind: 'payment.captured' };
    return status === 'failed' ? { ...event, id: `payment.failed ${paymentId}`, kind: 'payment.failed' } : null;
  }

  /** Razorpay deletes no customers; nothing of them is debited without a token. */
  async end(_mandateOf: CheckoutId, { customerId, mandateId }: MandateReference): Promise<void> {
    if (customerId === null) return;
    await this.ask(async () => {
      try {
        await this.razorpay.customers.deleteToken(customerId, mandateId);
      } catch (error) {
        // It is deleted already.
        if (!isRejected(error)) throw error;
      }
    });
  }

  private async create(
    { checkoutId, mandateOf, mandate, price, description }: Debit,
    orderId: string,
  ): Promise<MissedPayment | null> {
    const { email, contact } = await this.payerOf(mandateOf, mandate);
    const { amount, currency } = price;
    const isAccepted = await this.ask(async () => {
      try {
        await this.razorpay.payments.createRecurringPayment({
          email,
          contact,
          amount,
          currency,
          order_id: orderId,
          customer_id: mandate.customerId ?? '',
          token: mandate.mandateId,
          recurring: '1',
          description,
          notes: { order: checkoutId },
        });
        return true;
      } catch (error) {
        if (isRejected(error)) return false;
        throw error;
      }
    });
    if (isAccepted) return null;
    const event = { id: `refused ${checkoutId}`, order: { checkoutId }, paymentId: null, amount, currency };
    return { ...event, kind: 'payment.failed', occurredAt: this.clock.now() };
  }

  /** The address and the telephone number that the customer gave Razorpay with the consent; they are not stored here. */
  private async payerOf(
    mandateOf: CheckoutId,
    { mandateId }: MandateReference,
  ): Promise<{ email: string; contact: string }> {
    const orderId = await this.ask(() => findOrder(this.razorpay, mandateOf));
    const payments = orderId === undefined ? [] : await this.paymentsOf(orderId);
    const { email, contact } = payments.find((each) => each.token_id === mandateId) ?? {};
    if (!email || !contact) throw providerUnavailable('Razorpay does not know the payment that gave this mandate.');
    return { email, contact };
  }

  /** The payments of an order, a captured one first. */
  private async paymentsOf(orderId: string) {
    const answer = await this.ask(() => this.razorpay.orders.fetchPayments(orderId));
    const { success, data } = paymentsOfOrder.safeParse(answer);
    if (!success) throw providerUnavailable('Razorpay has answered something else than the payments of an order.');
    return data.items.toSorted((one, other) => rankOf(one) - rankOf(other));
  }

  /** A debit is authorised a day after it was made: Razorpay is to capture it all the same. */
  private async createOrder(checkoutId: CheckoutId, { amount, currency }: Debit['price']): Promise<string> {
    const body = { amount, currency, receipt: checkoutId, payment_capture: true };
    return (await this.razorpay.orders.create(body)).id;
  }
}

/** A payment that was captured says more than one that is under way, and that more than one that failed. */
function rankOf({ captured, status }: { captured?: boolean | null | undefined; status: string }): number {
  if (captured) return 0;
  return status === 'failed' ? 2 : 1;
}

/** Razorpay's id of the order with our receipt. */
export async function findOrder(razorpay: Razorpay, checkoutId: CheckoutId): Promise<string | undefined> {
  const { items } = await razorpay.orders.all({ receipt: checkoutId, count: 1 });
  return items[0]?.id;
}

/** The longest address that Razorpay takes of a customer. */
const longestEmail = 64;

/** The customer of a consent: the same for the same buyer, whose telephone number only Razorpay's own page asks for. */
export async function createCustomer(
  razorpay: Razorpay,
  { email }: NonNullable<CheckoutRequest['mandate']>,
): Promise<string> {
  const known = email !== null && email.length <= longestEmail ? { email } : {};
  return (await razorpay.customers.create({ name: 'Customer', ...known, fail_existing: 0 })).id;
}

/** What the order of a checkout asks for in addition, so that Razorpay lets us debit later; the buyer's bank shows the terms. */
export function consentOf({ maximum, expiresAt }: NonNullable<CheckoutRequest['mandate']>, customerId: string) {
  const token = { max_amount: maximum.amount, expire_at: inSeconds(expiresAt), frequency: 'as_presented' as const };
  return { customer_id: customerId, token };
}

/** Whether Razorpay has refused what was asked, and would again. */
function isRejected(error: unknown): boolean {
  const { statusCode } = error as { statusCode?: number };
  return statusCode === 400 || statusCode === 404;
}
