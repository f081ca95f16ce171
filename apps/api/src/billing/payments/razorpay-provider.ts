import { createSecretKey } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import Razorpay from 'razorpay';
import { z } from 'zod';
import { Clock } from '../../platform/clock/clock';
import { Config } from '../../platform/config/config';
import { DomainError } from '../../platform/errors/domain-error';
import type { CheckoutId } from '../../platform/ids/ids';
import { Signer } from '../../platform/signing/signer';
import { providerUnavailable, refundRejected, unreadableEvent, wrongSignature } from '../billing.errors';
import { eventId, inSeconds, secondsOf } from './event-fields';
import { retryWhenLimited } from './retry-when-limited';
import {
  type AcceptedRefund,
  type CheckoutRequest,
  type ListedEvent,
  type OpenedCheckout,
  type PaymentEvent,
  PaymentProvider,
  type RefundRequest,
  type SignedEvent,
  type Span,
  type UnknownEvent,
} from './payment-provider';
import { consentOf, createCustomer, findOrder, RazorpayMandates } from './razorpay-mandates';
import { eventsOf, listedDispute, listedPayment, listedRefund, readEvent } from './razorpay-events';

/** How long an answer of Razorpay is waited for, in milliseconds. */
const timeout = 10_000;

/** Payments are captured by Razorpay itself, within 12 minutes of their authorization; what comes later is refunded. */
const capture = {
  capture: 'automatic',
  capture_options: { automatic_expiry_period: 12, manual_expiry_period: 7_200, refund_speed: 'optimum' },
} as const;

const acceptedRefund = z.object({
  id: eventId,
  status: z.enum(['pending', 'processed', 'failed']),
  created_at: secondsOf,
});
const payment = z.object({ order_id: eventId.nullable() });
const collection = z.object({ items: z.array(z.unknown()) });

/** How many objects a list holds at most. */
const pageSize = 100;

/** How long a dispute may take until it is decided, in milliseconds: a list of disputes knows only when they were opened. */
const longestDispute = 180 * 86_400_000;

/**
 * Collects with orders of Razorpay and its hosted checkout, which a page of ours leads to; with a consent to
 * debits by its standard checkout, which that page opens. Razorpay has no idempotency keys for
 * orders: our order's id is the receipt, by which an order that was made before is found.
 */
@Injectable()
export class RazorpayProvider extends PaymentProvider {
  readonly name = 'razorpay' as const;
  override readonly mandates: RazorpayMandates;
  /** The public name of the account. */
  readonly keyId: string;
  /** Where the form of the hosted checkout is sent. */
  readonly hostedCheckout: string;
  private readonly razorpay: Razorpay;
  private readonly events: Signer;
  private readonly pages: Signer;
  private readonly publicUrl: string;

  constructor(
    { env }: Config,
    private readonly clock: Clock,
  ) {
    super();
    const { RAZORPAY_KEY_ID, RAZORPAY_KEY_SECRET, RAZORPAY_WEBHOOK_SECRET, RAZORPAY_ENDPOINT } = env;
    if (!RAZORPAY_KEY_ID || !RAZORPAY_KEY_SECRET || !RAZORPAY_WEBHOOK_SECRET) {
      throw new Error('Razorpay needs its key, the secret of the key and the webhook secret.');
    }
    const endpoint = RAZORPAY_ENDPOINT ?? 'https://api.razorpay.com';
    this.keyId = RAZORPAY_KEY_ID;
    this.hostedCheckout = new URL('/v1/checkout/embedded', endpoint).href;
    this.publicUrl = env.PUBLIC_URL;
    this.razorpay = new Razorpay({ key_id: RAZORPAY_KEY_ID, key_secret: RAZORPAY_KEY_SECRET });
    Object.assign(clientOf(this.razorpay).defaults, { baseURL: new URL(endpoint).origin, timeout });
    this.mandates = new RazorpayMandates(this.razorpay, clock, (question) => this.ask(question));
    this.events = signerWith(RAZORPAY_WEBHOOK_SECRET);
    this.pages = signerWith(RAZORPAY_KEY_SECRET);
  }

  async openCheckout(request: CheckoutRequest): Promise<OpenedCheckout> {
    const { checkoutId, mandate } = request;
    const customerId = mandate ? await this.ask(() => createCustomer(this.razorpay, mandate)) : undefined;
    const providerReference = await this.ask(
      async () => (await findOrder(this.razorpay, checkoutId)) ?? (await this.create(request, customerId)),
    );
    const page = `${this.publicUrl}/api/billing/razorpay/checkouts/${checkoutId}`;
    const url = `${page}?secret=${this.pages.sign(pageOf(checkoutId))}`;
    return { url, providerReference, ...(customerId !== undefined && { customerId }) };
  }

  /** Razorpay ends no orders; the page of ours that leads there is gone with the tenant. */
  async endCheckout(): Promise<void> {}

  async refund({ id, paymentId, amount }: RefundRequest): Promise<AcceptedRefund> {
    // The SDK has no way to send the header that makes a refund idempotent.
    const path = `/v1/payments/${encodeURIComponent(paymentId)}/refund`;
    const headers = { 'X-Refund-Idempotency': id };
    const answer = await this.ask(async () => {
      try {
        return await clientOf(this.razorpay).post(path, { amount, speed: 'normal', receipt: id }, { headers });
      } catch (error) {
        throw rejectionOf(error).status === 400 ? refundRejected() : error;
      }
    });
    const accepted = acceptedRefund.safeParse(answer.data);
    if (!accepted.success) throw providerUnavailable('Razorpay has answered something else than a refund.');
    const { id: refundId, status, created_at: acceptedAt } = accepted.data;
    return { refundId, status: status === 'processed' ? 'refunded' : status, acceptedAt };
  }

  async verifyWebhook({ rawBody, headers }: SignedEvent): Promise<PaymentEvent | UnknownEvent> {
    const signature = /^[0-9a-f]{64}$/.exec(String(headers['x-razorpay-signature'] ?? ''))?.[0];
    if (!signature || !this.events.verify(rawBody, Buffer.from(signature, 'hex').toString('base64url'))) {
      throw wrongSignature();
    }
    try {
      return readEvent(rawBody, headers['x-razorpay-event-id']);
    } catch {
      throw unreadableEvent();
    }
  }

  /** Razorpay lists no events, but payments, refunds and disputes as they are now, by the time at which they were made. */
  async *listEvents(span: Span): AsyncIterable<readonly ListedEvent[]> {
    const orderOf = (paymentId: string) => this.orderOf(paymentId);
    yield* this.list('payments', span, listedPayment);
    yield* this.list('refunds', span, (item) => listedRefund(item, orderOf));
    const sinceOldest = { ...span, from: new Date(Number(span.until) - longestDispute) };
    yield* this.list('disputes', sinceOldest, (item) => listedDispute(item, orderOf, this.clock.now()));
  }

  /** Whether a secret opens our page of a checkout. */
  opensPage(checkoutId: CheckoutId, secret: string): boolean {
    return this.pages.verify(pageOf(checkoutId), secret);
  }

  /** The pages of a list. The SDK has no span for disputes, and hides for how long its caller should wait. */
  private async *list(
    what: string,
    { from, until }: Span,
    read: (item: unknown) => ListedEvent[],
  ): AsyncIterable<readonly ListedEvent[]> {
    const span = { from: inSeconds(from), to: inSeconds(until) - 1 };
    for (let skip = 0, isLast = false; !isLast; skip += pageSize) {
      const { items } = await this.get(`/v1/${what}`, { ...span, count: pageSize, skip }, collection);
      yield items.flatMap((item) => eventsOf(item, read));
      isLast = items.length < pageSize;
    }
  }

  /** Razorpay's id of the order of a payment; null when it has none. */
  private async orderOf(paymentId: string): Promise<string | null> {
    return (await this.get(`/v1/payments/${encodeURIComponent(paymentId)}`, {}, payment)).order_id;
  }

  private async get<T>(path: string, params: Record<string, number>, schema: z.ZodType<T>): Promise<T> {
    const { data } = await this.ask(() =>
      retryWhenLimited(() => clientOf(this.razorpay).get(path, { params }), rejectionOf),
    );
    const answer = schema.safeParse(data);
    if (!answer.success) throw providerUnavailable('Razorpay has answered something else than was asked for.');
    return answer.data;
  }

  private async create(
    { checkoutId, price: { amount, currency }, mandate }: CheckoutRequest,
    customerId: string | undefined,
  ): Promise<string> {
    const order = { amount, currency, receipt: checkoutId, payment: capture };
    const consent = mandate && customerId !== undefined ? consentOf(mandate, customerId) : {};
    return (await this.razorpay.orders.create({ ...order, ...consent })).id;
  }

  private async ask<T>(question: () => Promise<T>): Promise<T> {
    try {
      return await question();
    } catch (error) {
      throw error instanceof DomainError ? error : Object.assign(providerUnavailable(), { cause: error });
    }
  }
}

interface HttpClient {
  defaults: object;
  get(path: string, options: { params: Record<string, number> }): Promise<{ data: unknown }>;
  post(path: string, body: object, options: { headers: Record<string, string> }): Promise<{ data: unknown }>;
}

/** The HTTP client inside the SDK, which has no settings for the address and the timeout. */
function clientOf({ api }: Razorpay): HttpClient {
  return (api as unknown as { rq: HttpClient }).rq;
}

/** What the answer says that made a request fail; nothing without an answer. */
function rejectionOf(error: unknown) {
  const { response } = error as { response?: { status: number; headers: Record<string, unknown> } };
  return { status: response?.status, retryAfter: response?.headers['retry-after'] };
}

function signerWith(secret: string): Signer {
  return new Signer([{ id: 'razorpay', key: createSecretKey(Buffer.from(secret)) }]);
}

function pageOf(checkoutId: CheckoutId): string {
  return `page of ${checkoutId}`;
}
