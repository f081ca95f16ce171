import { createHash, createSecretKey } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import Razorpay from 'razorpay';
import { z } from 'zod';
import { Config } from '../../platform/config/config';
import { DomainError } from '../../platform/errors/domain-error';
import type { CheckoutId } from '../../platform/ids/ids';
import { Signer } from '../../platform/signing/signer';
import { providerUnavailable, refundRejected, unreadableEvent, wrongSignature } from '../billing.errors';
import { eventId, secondsOf } from './event-fields';
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

/** How long an answer of Razorpay is waited for, in milliseconds. */
const timeout = 10_000;

/** Payments are captured by Razorpay itself, within 12 minutes of their authorization; what comes later is refunded. */
const capture = {
  capture: 'automatic',
  capture_options: { automatic_expiry_period: 12, manual_expiry_period: 7_200, refund_speed: 'optimum' },
} as const;

const envelope = z.object({ event: eventId, created_at: secondsOf, payload: z.unknown() });
const paymentOf = z.object({
  payment: z.object({
    entity: z.object({
      id: eventId,
      order_id: eventId,
      amount: z.int().min(0),
      currency: z.string().regex(/^[A-Z]{3}$/),
    }),
  }),
});
const refundOf = z.object({
  refund: z.object({
    entity: z.object({
      id: eventId,
      payment_id: eventId,
      amount: z.int().min(1),
      currency: z.string().regex(/^[A-Z]{3}$/),
    }),
  }),
});
const disputeOf = z.object({
  dispute: z.object({
    entity: z.object({
      id: eventId,
      payment_id: eventId,
      amount: z.int().min(1),
      currency: z.string().regex(/^[A-Z]{3}$/),
      phase: z.string(),
      created_at: secondsOf,
    }),
  }),
});
const acceptedRefund = z.object({
  id: eventId,
  status: z.enum(['pending', 'processed', 'failed']),
  created_at: secondsOf,
});
const withoutOrder = z.object({ payment: z.object({ entity: z.object({ order_id: z.null() }) }) });

const kinds = {
  'payment.captured': 'payment.captured',
  'payment.failed': 'payment.failed',
  'refund.processed': 'payment.refunded',
  'refund.failed': 'refund.failed',
  'payment.dispute.created': 'dispute.opened',
  'payment.dispute.won': 'dispute.won',
  'payment.dispute.lost': 'dispute.lost',
} as const;

/** The phases of a dispute in which the bank claims the money; the others are questions. */
const claims: ReadonlySet<string> = new Set(['chargeback', 'pre_arbitration', 'arbitration']);

/**
 * Collects with orders of Razorpay and its hosted checkout, which a page of ours leads to. Razorpay has no idempotency keys for
 * orders: our order's id is the receipt, by which an order that was made before is found.
 */
@Injectable()
export class RazorpayProvider extends PaymentProvider {
  readonly name = 'razorpay' as const;
  /** The public name of the account. */
  readonly keyId: string;
  /** Where the form of the hosted checkout is sent. */
  readonly hostedCheckout: string;
  private readonly razorpay: Razorpay;
  private readonly events: Signer;
  private readonly pages: Signer;
  private readonly publicUrl: string;

  constructor({ env }: Config) {
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
    this.events = signerWith(RAZORPAY_WEBHOOK_SECRET);
    this.pages = signerWith(RAZORPAY_KEY_SECRET);
  }

  async openCheckout({ checkoutId, price }: CheckoutRequest): Promise<OpenedCheckout> {
    const { id } = await this.ask(async () => (await this.find(checkoutId)) ?? (await this.create(checkoutId, price)));
    const page = `${this.publicUrl}/api/billing/razorpay/checkouts/${checkoutId}`;
    return { url: `${page}?secret=${this.pages.sign(pageOf(checkoutId))}`, providerReference: id };
  }

  async refund({ id, paymentId, amount }: RefundRequest): Promise<AcceptedRefund> {
    // The SDK has no way to send the header that makes a refund idempotent.
    const path = `/v1/payments/${encodeURIComponent(paymentId)}/refund`;
    const headers = { 'X-Refund-Idempotency': id };
    const answer = await this.ask(async () => {
      try {
        return await clientOf(this.razorpay).post(path, { amount, speed: 'normal', receipt: id }, { headers });
      } catch (error) {
        throw statusOf(error) === 400 ? refundRejected() : error;
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

  /** Whether a secret opens our page of a checkout. */
  opensPage(checkoutId: CheckoutId, secret: string): boolean {
    return this.pages.verify(pageOf(checkoutId), secret);
  }

  private async find(checkoutId: CheckoutId): Promise<{ id: string } | undefined> {
    const { items } = await this.razorpay.orders.all({ receipt: checkoutId, count: 1 });
    return items[0];
  }

  private create(checkoutId: CheckoutId, { amount, currency }: CheckoutRequest['price']): Promise<{ id: string }> {
    return this.razorpay.orders.create({ amount, currency, receipt: checkoutId, payment: capture });
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
  post(path: string, body: object, options: { headers: Record<string, string> }): Promise<{ data: unknown }>;
}

/** The HTTP client inside the SDK, which has no settings for the address and the timeout. */
function clientOf({ api }: Razorpay): HttpClient {
  return (api as unknown as { rq: HttpClient }).rq;
}

/** The status of the answer that made a request fail; undefined without an answer. */
function statusOf(error: unknown): number | undefined {
  return (error as { response?: { status?: number } }).response?.status;
}

function signerWith(secret: string): Signer {
  return new Signer([{ id: 'razorpay', key: createSecretKey(Buffer.from(secret)) }]);
}

function pageOf(checkoutId: CheckoutId): string {
  return `page of ${checkoutId}`;
}

function readEvent(rawBody: Buffer, idHeader: string | string[] | undefined): PaymentEvent | UnknownEvent {
  const content: unknown = JSON.parse(rawBody.toString('utf8'));
  const { event: type, created_at: occurredAt, payload } = envelope.parse(content);
  const id = eventId.parse(idHeader ?? createHash('sha256').update(rawBody).digest('hex'));
  const isOfOrder = type in kinds && !withoutOrder.safeParse(payload).success;
  if (!isOfOrder) return { id, occurredAt, kind: 'unknown', type };
  const { id: paymentId, order_id: providerReference, amount, currency } = paymentOf.parse(payload).payment.entity;
  const kind = kinds[type as keyof typeof kinds];
  const known = { id, occurredAt, order: { providerReference } };
  if (kind === 'dispute.opened' || kind === 'dispute.won' || kind === 'dispute.lost') {
    return readDispute({ ...known, kind, paymentId }, type, payload);
  }
  if (kind !== 'payment.refunded' && kind !== 'refund.failed') return { ...known, kind, paymentId, amount, currency };
  const { id: refundId, ...refund } = refundOf.parse(payload).refund.entity;
  if (refund.payment_id !== paymentId) throw unreadableEvent();
  return { ...known, kind, paymentId, refundId, amount: refund.amount, currency: refund.currency };
}

/** A dispute in which the bank claims nothing yet means nothing to us. */
function readDispute(
  known: Omit<DisputedPayment, 'disputeId' | 'amount' | 'currency'>,
  type: string,
  payload: unknown,
): DisputedPayment | UnknownEvent {
  const { entity } = disputeOf.parse(payload).dispute;
  if (entity.payment_id !== known.paymentId) throw unreadableEvent();
  if (!claims.has(entity.phase)) return { id: known.id, occurredAt: known.occurredAt, kind: 'unknown', type };
  const occurredAt = known.kind === 'dispute.opened' ? entity.created_at : known.occurredAt;
  return { ...known, disputeId: entity.id, occurredAt, amount: entity.amount, currency: entity.currency };
}
