import type { IncomingHttpHeaders } from 'node:http';
import type { PaymentProviderName } from '@canar/api-env';
import type { Money } from '../domain/plans';
import type { CheckoutId, TenantId } from '../../platform/ids/ids';

/** The input for a checkout at the provider. */
export interface CheckoutRequest {
  /** The same id asks for the same checkout, however often it is sent. */
  checkoutId: CheckoutId;
  tenantId: TenantId;
  price: Money;
  description: string;
  /** Where the buyer comes back to. */
  returnUrl: string;
}

/** A checkout as the provider opened it. */
export interface OpenedCheckout {
  /** The page on which the buyer pays. */
  url: string;
  /** The provider's id of the checkout. */
  providerReference: string;
}

/** Which order an event is about: by our id, or by the provider's id of its checkout. */
export type OrderKey = { checkoutId: CheckoutId } | { providerReference: string };

interface ProviderEvent {
  /** The provider's id of this event; it may be delivered any number of times. */
  id: string;
  occurredAt: Date;
}

interface OrderEvent extends ProviderEvent {
  order: OrderKey;
  /** Paise. */
  amount: number;
  currency: string;
}

/** The payment was captured. */
export interface CapturedPayment extends OrderEvent {
  kind: 'payment.captured';
  /** The provider's id of the payment; one payment may have several events. */
  paymentId: string;
}

/** No payment was captured. */
interface MissedPayment extends OrderEvent {
  kind: 'payment.failed' | 'checkout.abandoned';
  paymentId: string | null;
}

/** Captured money was given back, wholly or in part. */
export interface RefundedPayment extends OrderEvent {
  kind: 'payment.refunded';
  paymentId: string;
  /** The provider's id of the refund; one refund may have several events. */
  refundId: string;
}

/** A bank disputes a captured payment: what happened to the dispute. */
export interface DisputedPayment extends OrderEvent {
  kind: 'dispute.opened' | 'dispute.won' | 'dispute.lost';
  paymentId: string;
  /** The provider's id of the dispute; one payment may have several. */
  disputeId: string;
}

/** What takes a captured payment back, for good or for the time being. */
export type Reversal = RefundedPayment | DisputedPayment;

/** An event of an order. */
export type PaymentEvent = CapturedPayment | MissedPayment | Reversal;

/** An event that means nothing to us; it is stored. */
export interface UnknownEvent extends ProviderEvent {
  kind: 'unknown';
  /** What the provider calls this kind of event. */
  type: string;
}

/** An event as it came over the wire. */
export interface SignedEvent {
  rawBody: Buffer;
  headers: IncomingHttpHeaders;
}

/** The port of a payment provider. */
export abstract class PaymentProvider {
  /** The provider's name in addresses and tables. */
  abstract readonly name: PaymentProviderName;

  /** Opens a checkout; repeating it for the same id is safe. Call it outside of a unit of work. */
  abstract openCheckout(request: CheckoutRequest): Promise<OpenedCheckout>;

  /**
   * Verifies an event by its signature over the raw bytes and reads it. Where the event says too little, the provider is asked:
   * call it outside of a unit of work.
   * @throws {DomainError} `webhook.signature`, `webhook.unreadable`
   */
  abstract verifyWebhook(event: SignedEvent): Promise<PaymentEvent | UnknownEvent>;
}
