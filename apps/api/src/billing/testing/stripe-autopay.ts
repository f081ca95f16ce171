import type { Received } from './provider-double';
import { createPaymentIntent, deleteCustomer, listPaymentIntents } from './stripe-parameters';
import type { TestedMandates } from './tested-provider';

const day = 86_400_000;

/** What a buyer has consented to. */
interface Consent {
  method: string;
  maximum: number;
  endsAt: number;
  isDeleted: boolean;
}

/** A payment that was made without the customer. */
interface Intent {
  id: string;
  customer: string;
  amount: number;
  metadata: Record<string, string>;
  status: 'processing' | 'succeeded' | 'requires_payment_method';
  created: number;
}

/** UPI AutoPay of the double of Stripe: it notifies the customer itself, debits a day later, and never more than was consented to. */
export class StripeAutopay implements TestedMandates {
  now: () => Date = () => new Date();
  isEmpty = false;
  private readonly consents = new Map<string, Consent>();
  private readonly intents = new Map<string, Intent>();

  /** What it answers. */
  readonly endpoints = [
    { table: createPaymentIntent, answer: (request: Received) => this.create(request) },
    { table: listPaymentIntents, answer: (request: Received) => this.list(request) },
    { table: deleteCustomer, answer: (request: Received) => this.delete(request) },
  ];

  /** Lets a buyer pay a session. @returns the customer and the payment method; null when the session asks for no consent */
  consent(session: string, parameters: Record<string, unknown>): { customer: string; method: string } | null {
    if (parameters['customer_creation'] !== 'always') return null;
    const named = (name: string) => Number(parameters[`payment_method_options[upi][mandate_options][${name}]`]);
    const [customer, method] = [`cus_${session}`, `pm_${session}`];
    const terms = { maximum: named('amount'), endsAt: named('end_date') * 1000 };
    if (!this.consents.has(customer)) this.consents.set(customer, { method, ...terms, isDeleted: false });
    return { customer, method };
  }

  isEnded(session: string): boolean {
    return this.consents.get(`cus_${session}`)?.isDeleted === true;
  }

  endAtBank(session: string): string {
    return this.ended(`pm_${session}`);
  }

  endOfOthers(): string {
    return this.ended('pm_of_others');
  }

  settle(): string[] {
    const due = [...this.intents.values()].filter(
      ({ status, created }) => status === 'processing' && Number(this.now()) - created >= day,
    );
    return due.map((intent) => {
      intent.status = this.isEmpty ? 'requires_payment_method' : 'succeeded';
      const type = this.isEmpty ? 'payment_intent.payment_failed' : 'payment_intent.succeeded';
      return this.event(`evt_${intent.id}`, type, objectOf(intent));
    });
  }

  debitsOf(order: string): number {
    return [...this.intents.values()].filter(({ metadata }) => metadata['order'] === order).length;
  }

  private ended(method: string): string {
    const object = { object: 'mandate', payment_method: method, status: 'inactive' };
    return this.event(`evt_${method}`, 'mandate.updated', object);
  }

  private event(id: string, type: string, object: object): string {
    const created = Math.floor(Number(this.now()) / 1000);
    return JSON.stringify({ id, object: 'event', created, type, data: { object } });
  }

  private create({ headers, parameters }: Received) {
    const consent = this.consents.get(String(parameters['customer']));
    const isGiven = consent && !consent.isDeleted && consent.method === parameters['payment_method'];
    if (!isGiven) return refused('No such payment_method', true);
    if (Number(parameters['amount']) > consent.maximum) return refused('The amount is above the mandate');
    if (Number(this.now()) >= consent.endsAt) return refused('The mandate has ended');
    if (parameters['off_session'] !== 'true' || parameters['confirm'] !== 'true') return refused('Nobody is there');
    const key = `pi_${String(headers['idempotency-key'])}`;
    const before = this.intents.get(key);
    // Stripe forgets an idempotency key after a day.
    const isForgotten = before !== undefined && Number(this.now()) - before.created >= day;
    const id = isForgotten ? `${key}_${this.intents.size}` : key;
    const intent = this.intents.get(id) ?? {
      id,
      customer: String(parameters['customer']),
      amount: Number(parameters['amount']),
      metadata: { order: String(parameters['metadata[order]']), renewal: String(parameters['metadata[renewal]']) },
      status: 'processing' as const,
      created: Number(this.now()),
    };
    this.intents.set(id, intent);
    return { status: 200, body: objectOf(intent) };
  }

  private list({ parameters }: Received) {
    const data = [...this.intents.values()].filter(({ customer }) => customer === parameters['customer']).map(objectOf);
    return { status: 200, body: { object: 'list', url: '/v1/payment_intents', has_more: false, data } };
  }

  private delete({ path }: Received) {
    const id = path.split('/').at(-1) ?? '';
    const consent = this.consents.get(id);
    if (!consent || consent.isDeleted) return refused('No such customer', true);
    consent.isDeleted = true;
    return { status: 200, body: { id, object: 'customer', deleted: true } };
  }
}

function objectOf({ created, ...intent }: Intent) {
  return { object: 'payment_intent', currency: 'inr', ...intent, created: Math.floor(created / 1000) };
}

function refused(message: string, isExpected = false) {
  return { status: 400, body: { error: { type: 'invalid_request_error', message } }, isExpected };
}
