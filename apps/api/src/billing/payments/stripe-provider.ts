import { Injectable } from '@nestjs/common';
import Stripe from 'stripe';
import { Clock } from '../../platform/clock/clock';
import { Config } from '../../platform/config/config';
import type { CheckoutId } from '../../platform/ids/ids';
import { providerUnavailable, refundRejected, unreadableEvent, wrongSignature } from '../billing.errors';
import { inSeconds } from './event-fields';
import { retryWhenLimited } from './retry-when-limited';
import {
  type AcceptedRefund,
  type CheckoutRequest,
  type ListedEvent,
  type MandateReference,
  type OpenedCheckout,
  type PaymentEvent,
  PaymentProvider,
  type RefundRequest,
  type SignedEvent,
  type Span,
  type UnknownEvent,
} from './payment-provider';
import { consentTo, StripeMandates } from './stripe-mandates';
import {
  dispute,
  disputeTypes,
  envelope,
  knownTypes,
  mandateUpdated,
  type Outcome,
  ofOurs,
  outcomes,
  paymentIntent,
  readAs,
  readMandate,
  readPayment,
  refund,
  refundStatusOf,
  refundTypes,
  session,
  stepOf,
} from './stripe-objects';

/** How long one attempt to reach Stripe takes at most, in milliseconds; there are two. */
const timeout = 8_000;

/** How old a signature may be, in seconds. */
const tolerance = 300;

/**
 * Collects with Stripe Checkout. An order's id is Stripe's idempotency key, reference and metadata: asking again gives the
 * same page for a day. Stripe takes new sellers of India by invitation only.
 */
@Injectable()
export class StripeProvider extends PaymentProvider {
  readonly name = 'stripe' as const;
  override readonly mandates: StripeMandates;
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
    this.mandates = new StripeMandates(this.stripe, clock, (question) => this.ask(question));
  }

  async openCheckout(request: CheckoutRequest): Promise<OpenedCheckout> {
    const { checkoutId, price, description, returnUrl, mandate: terms } = request;
    const product = { currency: price.currency.toLowerCase(), unit_amount: price.amount };
    const metadata = { order: checkoutId, ...(terms && { mandate: 'asked' }) };
    const opened = await this.ask(() =>
      this.stripe.checkout.sessions.create(
        {
          mode: 'payment',
          client_reference_id: checkoutId,
          line_items: [{ quantity: 1, price_data: { ...product, product_data: { name: description } } }],
          // The buyer pays our price in our currency.
          adaptive_pricing: { enabled: false },
          metadata,
          payment_intent_data: { metadata, description, ...(terms && { setup_future_usage: 'off_session' as const }) },
          ...(terms && consentTo(terms, description)),
          success_url: returnUrl,
          cancel_url: `${returnUrl}&status=abandoned`,
        },
        { idempotencyKey: checkoutId },
      ),
    );
    if (!opened.url) throw providerUnavailable('Stripe has opened no page for this order.');
    return { url: opened.url, providerReference: opened.id };
  }

  async endCheckout(session: string): Promise<void> {
    await this.ask(async () => {
      try {
        await this.stripe.checkout.sessions.expire(session);
      } catch (error) {
        // It is paid or has expired.
        if (!(error instanceof Stripe.errors.StripeInvalidRequestError)) throw error;
      }
    });
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
    return this.read(this.verified(rawBody, String(headers['stripe-signature'] ?? '')));
  }

  /** Stripe keeps events for thirty days. */
  async *listEvents({ from, until }: Span): AsyncIterable<readonly ListedEvent[]> {
    const asked = { created: { gte: inSeconds(from), lt: inSeconds(until) }, types: [...knownTypes], limit: 100 };
    let last: string | undefined;
    do {
      const position = last === undefined ? {} : { starting_after: last };
      const page = await this.ask(() =>
        retryWhenLimited(() => this.stripe.events.list({ ...asked, ...position }), rejectionOf),
      );
      yield page.data.map((event) => ({ id: event.id, read: () => this.read(event) }));
      last = page.has_more ? page.data.at(-1)?.id : undefined;
    } while (last !== undefined);
  }

  private async read(event: unknown): Promise<PaymentEvent | UnknownEvent> {
    const { id: eventId, type, created: occurredAt, data } = readAs(envelope, event);
    const unknown: UnknownEvent = { id: eventId, occurredAt, kind: 'unknown', type };
    if (refundTypes.has(type)) return this.readRefund(unknown, data.object);
    if (disputeTypes.has(type)) return this.readDispute(unknown, data.object);
    if (type === mandateUpdated) return readMandate(unknown, data.object);
    if (!(type in outcomes) || !ofOurs.safeParse(data.object).success) return unknown;
    const kind = outcomes[type as keyof typeof outcomes];
    return type.startsWith('payment_intent.')
      ? readPayment(unknown, kind, data.object)
      : this.readSession(unknown, kind, data.object);
  }

  private async readSession(
    unknown: UnknownEvent,
    kind: Outcome,
    content: unknown,
  ): Promise<PaymentEvent | UnknownEvent> {
    const { client_reference_id: checkoutId, payment_intent: paymentId, ...about } = readAs(session, content);
    const { id: eventId, occurredAt } = unknown;
    const money = { amount: about.amount_total, currency: about.currency };
    const common = { id: eventId, occurredAt, order: { checkoutId }, ...money };
    if (kind !== 'payment.captured') return { ...common, kind, paymentId };
    if (about.payment_status !== 'paid') return unknown;
    if (paymentId === null) throw unreadableEvent();
    const { customer, metadata } = about;
    const mandate = metadata?.mandate && customer ? await this.consentOf(paymentId, customer) : undefined;
    return { ...common, kind, paymentId, mandate };
  }

  /** The consent that was given with a payment, which is fetched: a session does not name its payment method. */
  private async consentOf(paymentId: string, customerId: string): Promise<MandateReference | undefined> {
    const fetched = await this.ask(() => this.stripe.paymentIntents.retrieve(paymentId));
    const { payment_method: mandateId } = readAs(paymentIntent, fetched);
    return mandateId ? { customerId, mandateId } : undefined;
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

function placeOf({ protocol, hostname, port }: URL): Stripe.StripeConfig {
  return { protocol: protocol === 'http:' ? 'http' : 'https', host: hostname, ...(port && { port }) };
}

function rejectionOf(error: unknown) {
  const { statusCode: status, headers } = error as Partial<Stripe.errors.StripeError>;
  return { status, retryAfter: headers?.['retry-after'] };
}

function unavailable({ type, code, requestId }: Stripe.errors.StripeError): Error {
  return Object.assign(providerUnavailable(), { cause: { type, code, requestId } });
}
