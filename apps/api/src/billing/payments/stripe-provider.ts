import { Injectable } from '@nestjs/common';
import Stripe from 'stripe';
import { z } from 'zod';
import { Clock } from '../../platform/clock/clock';
import { Config } from '../../platform/config/config';
import { CheckoutId } from '../../platform/ids/ids';
import { providerUnavailable, refundRejected, unreadableEvent, wrongSignature } from '../billing.errors';
import { eventId, isOurOrderId, secondsOf } from './event-fields';
import {
  type AcceptedRefund,
  type CheckoutRequest,
  type DisputedPayment,
  type OpenedCheckout,
  type PaymentEvent,
  PaymentProvider,
  type RefundRequest,
  type SignedEvent,
  type UnknownEvent,
} from './payment-provider';

/** How long one attempt to reach Stripe takes at most, in milliseconds; there are two. */
const timeout = 8_000;

/** How old a signature may be, in seconds. */
const tolerance = 300;

const id = eventId;
const order = z.string().refine(isOurOrderId).transform(CheckoutId);
const currency = z
  .string()
  .regex(/^[a-z]{3}$/)
  .transform((code) => code.toUpperCase());
const envelope = z.object({ id, type: id, created: secondsOf, data: z.object({ object: z.unknown() }) });
const session = z.object({
  client_reference_id: order,
  payment_status: z.enum(['paid', 'unpaid', 'no_payment_required']),
  payment_intent: id.nullable(),
  amount_total: z.int().min(0),
  currency,
});
const paymentIntent = z.object({ id, metadata: z.object({ order }), amount: z.int().min(0), currency });

const refund = z.object({
  id,
  payment_intent: id.nullable(),
  status: z.string().nullable(),
  created: secondsOf,
  amount: z.int().min(1),
  currency,
});

const dispute = z.object({
  id,
  payment_intent: id.nullable(),
  status: z.string(),
  created: secondsOf,
  amount: z.int().min(1),
  currency,
});

/** The events of a dispute. One that begins as a question of the bank claims the money later. */
const disputeTypes: ReadonlySet<string> = new Set([
  'charge.dispute.created',
  'charge.dispute.funds_withdrawn',
  'charge.dispute.closed',
]);

/** The events of a refund; one that is pending at first succeeds or fails later. */
const refundTypes: ReadonlySet<string> = new Set(['refund.created', 'refund.updated', 'refund.failed']);

/** What our orders are known by in the objects of Stripe. */
const ofOurs = z.union([z.object({ client_reference_id: order }), z.object({ metadata: z.object({ order }) })]);

/**
 * Collects with Stripe Checkout. An order's id is Stripe's idempotency key, reference and metadata: asking again gives the
 * same page for a day. Stripe takes new sellers of India by invitation only.
 */
@Injectable()
export class StripeProvider extends PaymentProvider {
  readonly name = 'stripe' as const;
  private readonly stripe: Stripe;
  private readonly webhookSecret: string;

  constructor(
    { env: { STRIPE_SECRET_KEY, STRIPE_WEBHOOK_SECRET, STRIPE_ENDPOINT } }: Config,
    private readonly clock: Clock,
  ) {
    super();
    if (!STRIPE_SECRET_KEY || !STRIPE_WEBHOOK_SECRET) throw new Error('Stripe needs its key and its webhook secret.');
    this.webhookSecret = STRIPE_WEBHOOK_SECRET;
    const place = STRIPE_ENDPOINT === undefined ? {} : placeOf(new URL(STRIPE_ENDPOINT));
    this.stripe = new Stripe(STRIPE_SECRET_KEY, { maxNetworkRetries: 1, timeout, telemetry: false, ...place });
  }

  async openCheckout({ checkoutId, price, description, returnUrl }: CheckoutRequest): Promise<OpenedCheckout> {
    const product = { currency: price.currency.toLowerCase(), unit_amount: price.amount };
    const metadata = { order: checkoutId };
    const opened = await this.ask(() =>
      this.stripe.checkout.sessions.create(
        {
          mode: 'payment',
          client_reference_id: checkoutId,
          line_items: [{ quantity: 1, price_data: { ...product, product_data: { name: description } } }],
          // The buyer pays our price in our currency.
          adaptive_pricing: { enabled: false },
          metadata,
          payment_intent_data: { metadata, description },
          success_url: returnUrl,
          cancel_url: `${returnUrl}&status=abandoned`,
        },
        { idempotencyKey: checkoutId },
      ),
    );
    if (!opened.url) throw providerUnavailable('Stripe has opened no page for this order.');
    return { url: opened.url, providerReference: opened.id };
  }

  async refund({ id: request, paymentId, amount }: RefundRequest): Promise<AcceptedRefund> {
    const accepted = await this.ask(async () => {
      try {
        const parameters = { payment_intent: paymentId, amount, metadata: { request } };
        return await this.stripe.refunds.create(parameters, { idempotencyKey: request });
      } catch (error) {
        throw error instanceof Stripe.errors.StripeInvalidRequestError ? refundRejected() : error;
      }
    });
    const { id: refundId, status, created: acceptedAt } = readAs(refund, accepted);
    return { refundId, status: refundStatusOf(status), acceptedAt };
  }

  async verifyWebhook({ rawBody, headers }: SignedEvent): Promise<PaymentEvent | UnknownEvent> {
    const event = this.verified(rawBody, String(headers['stripe-signature'] ?? ''));
    const { id: eventId, type, created: occurredAt, data } = readAs(envelope, event);
    const known = { id: eventId, occurredAt };
    const unknown: UnknownEvent = { ...known, kind: 'unknown', type };
    if (refundTypes.has(type)) return this.readRefund(unknown, data.object);
    if (disputeTypes.has(type)) return this.readDispute(unknown, data.object);
    if (!(type in outcomes) || !ofOurs.safeParse(data.object).success) return unknown;
    if (type === 'payment_intent.payment_failed') {
      const { id: paymentId, metadata, amount, currency } = readAs(paymentIntent, data.object);
      return { ...known, kind: 'payment.failed', order: { checkoutId: metadata.order }, paymentId, amount, currency };
    }
    const { client_reference_id: checkoutId, ...about } = readAs(session, data.object);
    const kind = outcomes[type as keyof typeof outcomes];
    const common = { ...known, order: { checkoutId }, amount: about.amount_total, currency: about.currency };
    if (kind !== 'payment.captured') return { ...common, kind, paymentId: about.payment_intent };
    if (about.payment_status !== 'paid') return unknown;
    if (about.payment_intent === null) throw unreadableEvent();
    return { ...common, kind, paymentId: about.payment_intent };
  }

  /** A refund names its payment only: the payment, which names our order, is fetched. */
  private async readRefund(unknown: UnknownEvent, content: unknown): Promise<PaymentEvent | UnknownEvent> {
    const { id: refundId, payment_intent: paymentId, status, created, ...money } = readAs(refund, content);
    const state = refundStatusOf(status);
    if (state === 'pending' || paymentId === null) return unknown;
    const order = await this.orderOf(paymentId);
    if (order === null) return unknown;
    const kind = state === 'failed' ? 'refund.failed' : 'payment.refunded';
    return { id: unknown.id, occurredAt: created, order, kind, paymentId, refundId, ...money };
  }

  /** A dispute names its payment only. A question of the bank, which claims nothing yet, means nothing to us. */
  private async readDispute(unknown: UnknownEvent, content: unknown): Promise<PaymentEvent | UnknownEvent> {
    const { id: disputeId, payment_intent: paymentId, status, created, ...money } = readAs(dispute, content);
    const kind = stepOf(unknown.type, status);
    const order = kind === null || paymentId === null ? null : await this.orderOf(paymentId);
    if (kind === null || paymentId === null || order === null) return unknown;
    const occurredAt = kind === 'dispute.opened' ? created : unknown.occurredAt;
    return { id: unknown.id, occurredAt, order, kind, paymentId, disputeId, ...money };
  }

  /** The order of a payment, which is fetched; null when it is not ours. */
  private async orderOf(paymentId: string): Promise<{ checkoutId: CheckoutId } | null> {
    const fetched = await this.ask(() => this.stripe.paymentIntents.retrieve(paymentId));
    const intent = paymentIntent.safeParse(fetched);
    return intent.success ? { checkoutId: intent.data.metadata.order } : null;
  }

  private verified(rawBody: Buffer, signature: string): unknown {
    try {
      const now = Number(this.clock.now());
      return this.stripe.webhooks.constructEvent(rawBody, signature, this.webhookSecret, tolerance, undefined, now);
    } catch (error) {
      throw error instanceof Stripe.errors.StripeSignatureVerificationError ? wrongSignature() : unreadableEvent();
    }
  }

  private async ask<T>(question: () => Promise<T>): Promise<T> {
    try {
      return await question();
    } catch (error) {
      throw error instanceof Stripe.errors.StripeError ? unavailable(error) : error;
    }
  }
}

/** What each kind of event means; a completed session is paid only when it says so. */
const outcomes = {
  'checkout.session.completed': 'payment.captured',
  'checkout.session.async_payment_succeeded': 'payment.captured',
  'checkout.session.async_payment_failed': 'payment.failed',
  'checkout.session.expired': 'checkout.abandoned',
  'payment_intent.payment_failed': 'payment.failed',
} as const;

/** What an event says of a dispute. */
function stepOf(type: string, status: string): DisputedPayment['kind'] | null {
  if (type === 'charge.dispute.closed')
    return status === 'won' ? 'dispute.won' : status === 'lost' ? 'dispute.lost' : null;
  return type === 'charge.dispute.created' && status.startsWith('warning_') ? null : 'dispute.opened';
}

function refundStatusOf(status: string | null): AcceptedRefund['status'] {
  if (status === 'succeeded') return 'refunded';
  return status === 'failed' || status === 'canceled' ? 'failed' : 'pending';
}

function placeOf({ protocol, hostname, port }: URL): Stripe.StripeConfig {
  return { protocol: protocol === 'http:' ? 'http' : 'https', host: hostname, ...(port && { port }) };
}

function unavailable({ type, code, requestId }: Stripe.errors.StripeError): Error {
  return Object.assign(providerUnavailable(), { cause: { type, code, requestId } });
}

function readAs<T>(schema: z.ZodType<T>, content: unknown): T {
  const { data, success } = schema.safeParse(content);
  if (!success) throw unreadableEvent();
  return data;
}
