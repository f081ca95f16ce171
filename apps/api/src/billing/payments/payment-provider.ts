import type { IncomingHttpHeaders } from 'node:http';
import type { PaymentProviderName } from '@canar/api-env';
import type { Money } from '../domain/plans';
import type { MandateTerms } from '../renewals/domain/renewal';
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
  /** The consent to later debits that the buyer is asked for together with the payment; null for none. */
  mandate: ConsentRequest | null;
}

/** What a buyer is asked to consent to, together with the payment. */
export interface ConsentRequest extends Pick<MandateTerms, 'maximum' | 'expiresAt'> {
  /** The buyer's address; null for nobody any more. */
  email: string | null;
}

/** A checkout as the provider opened it. */
export interface OpenedCheckout {
  /** The page on which the buyer pays. */
  url: string;
  /** The provider's id of the checkout. */
  providerReference: string;
  /** The provider's id of the customer who is asked for a consent, where its page needs it. */
  customerId?: string;
}

/**
 * Which order an event is about: by our id, by the provider's id of its checkout, or by that of the mandate which its checkout asked
 * for.
 */
export type OrderKey = { checkoutId: CheckoutId } | { providerReference: string } | { mandateId: string };

/** A mandate as its provider knows it. */
export interface MandateReference {
  /** The provider's id of the customer; null where it has none. */
  customerId: string | null;
  mandateId: string;
}

/** A debit by a mandate: the renewal of an order. */
export interface Debit {
  /** The same id asks for the same debit, however often it is sent. */
  checkoutId: CheckoutId;
  /** The order whose checkout asked for the mandate. */
  mandateOf: CheckoutId;
  mandate: MandateReference;
  price: Money;
  description: string;
  /** When the customer was told that it is debited, at the earliest. */
  debitAt: Date;
}

/** What a provider with mandates can do beside collecting at a checkout. Call all of it outside of a unit of work; repeating is safe. */
export interface Mandates {
  /**
   * Lets the provider notify the customer of a debit, as law asks it to.
   * @returns the provider's id of the debit's order, where its events name no other
   * @throws {DomainError} `payment.unavailable`
   */
  notify(debit: Debit): Promise<string | null>;

  /**
   * Debits what was notified.
   * @returns its outcome; null when an event reports it later
   * @throws {DomainError} `payment.unavailable` when the answer is unknown
   */
  debit(debit: Debit): Promise<PaymentEvent | null>;

  /**
   * Ends a mandate and deletes what the provider knows of its customer; one that has ended or is unknown stays so.
   * @throws {DomainError} `payment.unavailable`
   */
  end(mandateOf: CheckoutId, mandate: MandateReference): Promise<void>;
}

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
  /** The consent to later debits that was given with it. */
  mandate?: MandateReference | undefined;
}

/** No payment was captured. */
export interface MissedPayment extends OrderEvent {
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

/** A refund that was accepted is not given after all. */
export interface FailedRefund extends OrderEvent {
  kind: 'refund.failed';
  paymentId: string;
  /** The provider's id of the refund. */
  refundId: string;
}

/** A bank disputes a captured payment: what happened to the dispute. */
export interface DisputedPayment extends OrderEvent {
  kind: 'dispute.opened' | 'dispute.won' | 'dispute.lost';
  paymentId: string;
  /** The provider's id of the dispute; one payment may have several. */
  disputeId: string;
}

/** What happens to a captured payment later: it is given back, or is to be, for good or for the time being. */
export type Reversal = RefundedPayment | FailedRefund | DisputedPayment;

/** A mandate was ended by the customer at their bank, or by the bank. */
export interface EndedMandate extends ProviderEvent {
  kind: 'mandate.ended';
  order: OrderKey;
}

/** An event about the money of an order. */
export type MoneyEvent = CapturedPayment | MissedPayment | Reversal;

/** An event of an order. */
export type PaymentEvent = MoneyEvent | EndedMandate;

/** An event that means nothing to us; it is stored. */
export interface UnknownEvent extends ProviderEvent {
  kind: 'unknown';
  /** What the provider calls this kind of event. */
  type: string;
}

/** A refund to ask the provider for. */
export interface RefundRequest {
  /** The same id asks for the same refund, however often it is sent. */
  id: string;
  /** The provider's id of the payment. */
  paymentId: string;
  /** In the smallest unit of the payment's currency. */
  amount: number;
}

/** A refund as the provider accepted it. */
export interface AcceptedRefund {
  /** The provider's id of the refund. */
  refundId: string;
  /** `pending`: an event reports later what became of it. */
  status: 'refunded' | 'pending' | 'failed';
  acceptedAt: Date;
}

/** An event as it came over the wire. */
export interface SignedEvent {
  rawBody: Buffer;
  headers: IncomingHttpHeaders;
}

/** A stretch of time, from its start until the instant before its end. */
export interface Span {
  from: Date;
  until: Date;
}

/** Something that happened at a provider, as the provider lists it. */
export interface ListedEvent {
  /** The same however often it is listed. Where a provider lists events, it is the id of the one that was sent. */
  id: string;
  /** Reads it. Where the list says too little, the provider is asked: call it outside of a unit of work. */
  read(): Promise<PaymentEvent | UnknownEvent>;
}

/** The port of a payment provider. */
export abstract class PaymentProvider {
  /** The provider's name in addresses and tables. */
  abstract readonly name: PaymentProviderName;

  /** What it can do with mandates; null when it has none. */
  readonly mandates: Mandates | null = null;

  /** Opens a checkout; repeating it for the same id is safe. Call it outside of a unit of work. */
  abstract openCheckout(request: CheckoutRequest): Promise<OpenedCheckout>;

  /**
   * Gives captured money back; repeating it for the same id is safe. Call it outside of a unit of work.
   * @throws {DomainError} `refund.rejected` when the provider refuses, `payment.unavailable` when its answer is unknown
   */
  abstract refund(request: RefundRequest): Promise<AcceptedRefund>;

  /**
   * Verifies an event by its signature over the raw bytes and reads it. Where the event says too little, the provider is asked:
   * call it outside of a unit of work.
   * @throws {DomainError} `webhook.signature`, `webhook.unreadable`
   */
  abstract verifyWebhook(event: SignedEvent): Promise<PaymentEvent | UnknownEvent>;

  /**
   * Ends a checkout that is not paid, as far as the provider can, so that nobody pays it any more. One that is paid, ended or too old
   * stays as it is. Call it outside of a unit of work.
   * @param providerReference the provider's id of the checkout
   * @throws {DomainError} `payment.unavailable`
   */
  abstract endCheckout(providerReference: string): Promise<void>;

  /**
   * Lists page by page, in any order, what has happened in a span to captured payments and attempts to pay, whether it was reported
   * or not; disputes also from before it, as long as they may still be decided. Call it outside of a unit of work.
   * @throws {DomainError} `payment.unavailable`
   */
  abstract listEvents(span: Span): AsyncIterable<readonly ListedEvent[]>;
}
