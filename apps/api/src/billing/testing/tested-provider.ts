import type { PaymentProviderName } from '@canar/api-env';
import type { ProviderDouble } from './provider-double';

/** What an event of a provider reports. */
export interface ProviderReport {
  id: string;
  outcome:
    'captured' | 'failed' | 'refunded' | 'refund failed' | 'questioned' | 'disputed' | 'won' | 'lost' | 'unknown';
  /** Our id of the order. */
  orderId: string;
  /** The provider's id of the order's checkout. */
  reference: string;
  paymentId: string;
  /** Of a refund: its id. */
  refundId?: string;
  /** Of a dispute: its id. */
  disputeId?: string;
  /** Paise. */
  amount: number;
  currency?: string;
  at: Date;
}

/** The refunds of a double. */
export interface RefundBook {
  /** What becomes of the next ones. */
  outcome: 'refunded' | 'pending' | 'rejected';
  /** The clock of the double. */
  now: () => Date;
  given: Map<string, { id: string; payment: string; amount: number; outcome: RefundBook['outcome'] }>;
}

/** The mandates of a double, which debits only what was consented to, and notifies its customers itself. */
export interface TestedMandates {
  /** The clock of the double. */
  now: () => Date;
  /** Whether the customers' accounts are empty. */
  isEmpty: boolean;
  /** Debits all that its customers were notified of early enough. @returns the bodies of the events that report it */
  settle(): string[];
  /** How many debits there are of an order of ours. */
  debitsOf(orderId: string): number;
  /** Ends at the bank the mandate of a checkout. @param reference its id of that @returns the body of the event */
  endAtBank(reference: string): string;
  /** The event of a mandate that was not given to us. */
  endOfOthers(): string;
  /** Whether we have ended the mandate of a checkout. */
  isEnded(reference: string): boolean;
}

/** A provider whose adapter is tested against a double of its API. */
export interface TestedProvider {
  name: PaymentProviderName;
  double: ProviderDouble;
  /** The variables of the API. @param origin that of the double */
  variables(origin: string): Record<string, string>;
  /** How many checkouts the double has opened. */
  opened(): number;
  /** Its ids of the checkouts that it was asked to end, where a provider can do so. */
  ended: ReadonlySet<string>;
  /** What the double makes of the refunds that it is asked for; each once for its idempotency key. */
  refunds: RefundBook;
  mandates: TestedMandates;
  /** The form of the address of a checkout's page. */
  page: RegExp;
  /** Lets something happen at the double. @returns the body of its event, which the test delivers or loses */
  event(report: ProviderReport): string;
  /** The headers of an event. */
  sign(body: string, now: Date, secret?: string): Record<string, string>;
  /** Whether a signature holds for five minutes only. */
  datesItsSignatures: boolean;
}
