import { createSecretKey } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { Clock } from '../../platform/clock/clock';
import { Config } from '../../platform/config/config';
import { CheckoutId } from '../../platform/ids/ids';
import { Signer } from '../../platform/signing/signer';
import { isPlainText } from '../../platform/text/plain-text';
import { unreadableEvent, wrongSignature } from '../billing.errors';
import type { Money } from '../domain/plans';
import { type SandboxEvent, SandboxEventRepository } from '../persistence/sandbox-event.repository';
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

/** The header that carries `t=<seconds>,v1=<HMAC-SHA-256 of "<seconds>." and the raw body, in hex>`. */
const sandboxSignature = 'canar-sandbox-signature';

/** How old, or how far ahead, a signature may be, in seconds. */
const tolerance = 300;

/** How many events are listed at once. */
const pageSize = 100;

/** What a buyer can do on the sandbox's page. */
export type SandboxOutcome = 'paid' | 'declined' | 'abandoned';

/** What can happen there to a payment that was made. */
export type SandboxDispute = 'disputed' | 'won' | 'lost';

const kinds = {
  paid: 'payment.captured',
  declined: 'payment.failed',
  abandoned: 'checkout.abandoned',
  disputed: 'dispute.opened',
  won: 'dispute.won',
  lost: 'dispute.lost',
} as const;

const providerId = z.string().min(1).max(200).refine(isPlainText);
const anyEvent = {
  id: providerId,
  occurredAt: z.iso
    .datetime()
    .transform((text) => new Date(text))
    .pipe(z.date().min(new Date('2000-01-01T00:00:00Z')).max(new Date('2199-12-31T23:59:59Z'))),
};
const eventFields = {
  ...anyEvent,
  checkoutId: z.uuid().transform(CheckoutId),
  amount: z.int().min(0),
  currency: z.string().regex(/^[A-Z]{3}$/),
};
const kindOfEvent = z.object({ ...anyEvent, kind: providerId });
const knownKinds: readonly string[] = [...Object.values(kinds), 'payment.refunded', 'refund.failed'];
const eventBody = z.discriminatedUnion('kind', [
  z.object({ ...eventFields, kind: z.literal('payment.captured'), paymentId: providerId }),
  z.object({
    ...eventFields,
    kind: z.literal(['payment.failed', 'checkout.abandoned']),
    paymentId: providerId.nullable(),
  }),
  z.object({
    ...eventFields,
    amount: z.int().min(1),
    kind: z.literal(['payment.refunded', 'refund.failed']),
    paymentId: providerId,
    refundId: providerId,
  }),
  z.object({
    ...eventFields,
    amount: z.int().min(1),
    kind: z.literal(['dispute.opened', 'dispute.won', 'dispute.lost']),
    paymentId: providerId,
    disputeId: providerId,
  }),
]);

/** A payment provider within the product: it collects nothing, and signs its events like a real one. */
@Injectable()
export class SandboxProvider extends PaymentProvider {
  readonly name = 'sandbox' as const;
  private readonly signer: Signer;

  constructor(
    private readonly config: Config,
    private readonly clock: Clock,
    private readonly events: SandboxEventRepository,
  ) {
    super();
    const { SANDBOX_SECRET } = config.env;
    if (!SANDBOX_SECRET) throw new Error('SANDBOX_SECRET is required when PAYMENT_PROVIDERS holds sandbox.');
    this.signer = new Signer([{ id: this.name, key: createSecretKey(Buffer.from(SANDBOX_SECRET)) }]);
  }

  async openCheckout({ checkoutId }: CheckoutRequest): Promise<OpenedCheckout> {
    const page = `${this.config.env.PUBLIC_URL}/api/billing/sandbox/checkouts/${checkoutId}`;
    return { url: `${page}?secret=${this.pageSecret(checkoutId)}`, providerReference: `sandbox_${checkoutId}` };
  }

  /** The page of the sandbox is gone with the tenant. */
  async endCheckout(): Promise<void> {}

  async refund({ id }: RefundRequest): Promise<AcceptedRefund> {
    return { refundId: `refund:${id}`, status: 'refunded', acceptedAt: this.clock.now() };
  }

  async verifyWebhook({ rawBody, headers }: SignedEvent): Promise<PaymentEvent | UnknownEvent> {
    const sent = /^t=(\d{1,12}),v1=([0-9a-f]{64})$/.exec(String(headers[sandboxSignature] ?? ''));
    const [, seconds, signature] = sent ?? [];
    if (!seconds || !signature) throw wrongSignature();
    const isRight = this.signer.verify(contentOf(seconds, rawBody), inEncoding(signature, 'hex', 'base64url'));
    const age = Math.abs(this.clock.now().getTime() / 1000 - Number(seconds));
    if (!isRight || age > tolerance) throw wrongSignature();
    return readEvent(rawBody);
  }

  async *listEvents(span: Span): AsyncIterable<readonly ListedEvent[]> {
    let last: string | undefined = '';
    while (last !== undefined) {
      const page: SandboxEvent[] = await this.events.list(span, last, pageSize);
      yield page.map(({ id, body }) => ({ id, read: () => Promise.resolve(readEvent(Buffer.from(body))) }));
      last = page.length < pageSize ? undefined : page.at(-1)?.id;
    }
  }

  /** The secret that opens the page of a checkout. */
  pageSecret(checkoutId: CheckoutId): string {
    return this.signer.sign(pageOf(checkoutId));
  }

  /** Whether a secret opens the page of a checkout. */
  opensPage(checkoutId: CheckoutId, secret: string): boolean {
    return this.signer.verify(pageOf(checkoutId), secret);
  }

  /**
   * Lets something happen to a checkout. It has one id for one checkout and outcome, however often it happens.
   * @returns its event as it goes over the wire
   */
  async act(checkoutId: CheckoutId, price: Money, outcome: SandboxOutcome | SandboxDispute): Promise<SignedEvent> {
    const now = this.clock.now();
    const id = `${checkoutId}:${outcome}`;
    const event = {
      id,
      kind: kinds[outcome],
      checkoutId,
      paymentId: outcome === 'abandoned' ? null : `payment:${checkoutId}`,
      ...(kinds[outcome].startsWith('dispute.') && { disputeId: `dispute:${checkoutId}` }),
      ...price,
      occurredAt: now.toISOString(),
    };
    const body = JSON.stringify(event);
    await this.events.add({ id, body, occurredAt: now });
    const rawBody = Buffer.from(body);
    const seconds = String(Math.floor(now.getTime() / 1000));
    const signature = inEncoding(this.signer.sign(contentOf(seconds, rawBody)), 'base64url', 'hex');
    return { rawBody, headers: { [sandboxSignature]: `t=${seconds},v1=${signature}` } };
  }
}

function pageOf(checkoutId: CheckoutId): string {
  return `page of ${checkoutId}`;
}

function contentOf(seconds: string, rawBody: Buffer): Buffer {
  return Buffer.concat([Buffer.from(`${seconds}.`), rawBody]);
}

function inEncoding(text: string, from: BufferEncoding, to: BufferEncoding): string {
  return Buffer.from(text, from).toString(to);
}

function readEvent(rawBody: Buffer): PaymentEvent | UnknownEvent {
  try {
    const content: unknown = JSON.parse(rawBody.toString('utf8'));
    const { kind, ...about } = kindOfEvent.parse(content);
    if (!knownKinds.includes(kind)) return { ...about, kind: 'unknown', type: kind };
    const { checkoutId, ...event } = eventBody.parse(content);
    return { ...event, order: { checkoutId } };
  } catch {
    throw unreadableEvent();
  }
}
