import { createSecretKey } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock';
import { Config } from '../../platform/config/config';
import type { CheckoutId } from '../../platform/ids/ids';
import { Signer } from '../../platform/signing/signer';
import { wrongSignature } from '../billing.errors';
import type { Money } from '../domain/plans';
import { type SandboxEvent, SandboxEventRepository } from '../persistence/sandbox-event.repository';
import { type SandboxMandate, SandboxMandateRepository } from '../persistence/sandbox-mandate.repository';
import { minNotice } from '../renewals/domain/renewal';
import {
  type AcceptedRefund,
  type CheckoutRequest,
  type Debit,
  type ListedEvent,
  type Mandates,
  type OpenedCheckout,
  type PaymentEvent,
  PaymentProvider,
  type RefundRequest,
  type SignedEvent,
  type Span,
  type UnknownEvent,
} from './payment-provider';
import { kinds, readEvent } from './sandbox-events';

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

/** A payment provider within the product: it collects nothing, and signs its events like a real one. */
@Injectable()
export class SandboxProvider extends PaymentProvider implements Mandates {
  readonly name = 'sandbox' as const;
  override readonly mandates = this;
  private readonly signer: Signer;

  constructor(
    private readonly config: Config,
    private readonly clock: Clock,
    private readonly events: SandboxEventRepository,
    private readonly sandboxMandates: SandboxMandateRepository,
  ) {
    super();
    const { SANDBOX_SECRET } = config.env;
    if (!SANDBOX_SECRET) throw new Error('SANDBOX_SECRET is required when PAYMENT_PROVIDERS holds sandbox.');
    this.signer = new Signer([{ id: this.name, key: createSecretKey(Buffer.from(SANDBOX_SECRET)) }]);
  }

  async openCheckout({ checkoutId, mandate: terms }: CheckoutRequest): Promise<OpenedCheckout> {
    if (terms) {
      const { maximum, expiresAt } = terms;
      await this.sandboxMandates.add(checkoutId, { maximum: maximum.amount, expiresAt });
    }
    const page = `${this.config.env.PUBLIC_URL}/api/billing/sandbox/checkouts/${checkoutId}`;
    return { url: `${page}?secret=${this.pageSecret(checkoutId)}`, providerReference: `sandbox_${checkoutId}` };
  }

  /** The page of the sandbox is gone with the tenant. */
  async endCheckout(): Promise<void> {}

  async refund({ id }: RefundRequest): Promise<AcceptedRefund> {
    return { refundId: `refund:${id}`, status: 'refunded', acceptedAt: this.clock.now() };
  }

  async notify({ checkoutId, mandateOf, price: { amount } }: Debit): Promise<null> {
    await this.sandboxMandates.notice(checkoutId, mandateOf, { amount, noticedAt: this.clock.now() });
    return null;
  }

  /** It fails like a bank: without a notice of a day, above the maximum, after the mandate's end, or when the page says so. */
  async debit({ checkoutId, mandateOf, price }: Debit): Promise<PaymentEvent> {
    const now = this.clock.now();
    const outcome = (await this.allows(checkoutId, mandateOf, price.amount)) ? 'paid' : 'declined';
    const answer = await this.sandboxMandates.answer(checkoutId, { outcome, debitedAt: now });
    const { rawBody } = await this.act(checkoutId, price, answer.outcome, { at: answer.debitedAt });
    return readEvent(rawBody) as PaymentEvent;
  }

  end(mandateOf: CheckoutId): Promise<void> {
    return this.sandboxMandates.end(mandateOf, this.clock.now());
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

  /** What a checkout asks to consent to, and what became of it; null when it asks for nothing. */
  mandateOf(checkoutId: CheckoutId): Promise<SandboxMandate | null> {
    return this.sandboxMandates.find(checkoutId);
  }

  /** Lets the debits of a mandate fail from now on, or succeed again. */
  async setRefuses(checkoutId: CheckoutId, refuses: boolean): Promise<void> {
    await this.sandboxMandates.setRefuses(checkoutId, refuses);
  }

  /** Ends a mandate as its customer does at the bank. @returns the event as it goes over the wire */
  async revoke(checkoutId: CheckoutId): Promise<SignedEvent> {
    await this.end(checkoutId);
    const now = this.clock.now();
    return this.send({ id: `${checkoutId}:revoked`, kind: 'mandate.ended', checkoutId }, now);
  }

  /**
   * Lets something happen to a checkout. It has one id for one checkout and outcome, however often it happens.
   * @param options `consents`: the buyer gives the mandate that the checkout asks for; `at`: when, unless now
   * @returns its event as it goes over the wire
   */
  async act(
    checkoutId: CheckoutId,
    price: Money,
    outcome: SandboxOutcome | SandboxDispute,
    { consents = false, at = this.clock.now() }: { consents?: boolean; at?: Date } = {},
  ): Promise<SignedEvent> {
    const id = `${checkoutId}:${outcome}`;
    const isGiven = outcome === 'paid' && consents && (await this.sandboxMandates.find(checkoutId)) !== null;
    const event = {
      id,
      kind: kinds[outcome],
      checkoutId,
      paymentId: outcome === 'abandoned' ? null : `payment:${checkoutId}`,
      ...(kinds[outcome].startsWith('dispute.') && { disputeId: `dispute:${checkoutId}` }),
      ...(isGiven && { mandate: { customerId: `customer:${checkoutId}`, mandateId: `mandate:${checkoutId}` } }),
      ...price,
    };
    return this.send(event, at);
  }

  /** Whether the bank lets a debit through. */
  private async allows(checkoutId: CheckoutId, mandateOf: CheckoutId, amount: number): Promise<boolean> {
    const now = Number(this.clock.now());
    const [known, debit] = [
      await this.sandboxMandates.find(mandateOf),
      await this.sandboxMandates.findDebit(checkoutId),
    ];
    if (!known || !debit || known.endedAt !== null || known.refuses) return false;
    const isNoticed = debit.amount === amount && now - Number(debit.noticedAt) >= minNotice;
    return isNoticed && amount <= known.maximum && now < Number(known.expiresAt);
  }

  /** Stores an event and signs it. */
  private async send(event: { id: string; kind: string; checkoutId: CheckoutId }, at: Date): Promise<SignedEvent> {
    const now = this.clock.now();
    const body = JSON.stringify({ ...event, occurredAt: at.toISOString() });
    await this.events.add({ id: event.id, body, occurredAt: at });
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
