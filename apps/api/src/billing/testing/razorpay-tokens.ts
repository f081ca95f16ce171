import { randomBytes } from 'node:crypto';
import type { Received } from './provider-double';
import type { TestedMandates } from './tested-provider';

const hour = 3_600_000;

/** A mandate, as the payment of an order gave it. */
interface Token {
  id: string;
  customer: string;
  maximum: number;
  endsAt: number;
  state: 'confirmed' | 'cancelled' | 'deleted';
}

/** A payment that was made without the customer. */
interface Debit {
  id: string;
  order: string;
  token: Token;
  amount: number;
  status: 'created' | 'captured' | 'failed';
  created: number;
}

type Order = { id: string } & Record<string, unknown>;

/** What the buyer types into the checkout. */
const payer = { email: 'payer@example.com', contact: '+919876543210' };

/** The mandates of the double of Razorpay: it notifies the customer itself, debits 25 hours later, and never more than was consented to. */
export class RazorpayTokens implements TestedMandates {
  now: () => Date = () => new Date();
  isEmpty = false;
  private readonly tokens = new Map<string, Token>();
  private readonly customers = new Map<string, string>();
  private readonly debits: Debit[] = [];

  constructor(private readonly orderOf: (id: unknown) => Order | undefined) {}

  readonly createCustomer = ({ parameters }: Received) => {
    const key = `${parameters['email']} ${parameters['contact']}`;
    if (this.customers.has(key) && String(parameters['fail_existing']) !== '0') {
      return refused('Customer already exists for the merchant');
    }
    const id = this.customers.get(key) ?? `cust_${randomBytes(7).toString('hex')}`;
    this.customers.set(key, id);
    return { status: 200, body: { id, entity: 'customer', name: parameters['name'] } };
  };

  readonly debit = ({ parameters }: Received) => {
    const token = this.tokens.get(String(parameters['token']));
    const order = this.orderOf(parameters['order_id']);
    if (token?.state !== 'confirmed' || token.customer !== parameters['customer_id'])
      return refused('The token is not confirmed', true);
    if (Number(parameters['amount']) > token.maximum) return refused('The amount is above the maximum of the token');
    if (Number(this.now()) >= token.endsAt) return refused('The token has expired');
    if (!order || order['amount'] !== parameters['amount']) return refused('The amount is not that of the order');
    if (parameters['email'] !== payer.email || parameters['contact'] !== payer.contact)
      return refused('Another customer');
    const id = `pay_${randomBytes(7).toString('hex')}`;
    const about = { order: order.id, token, amount: Number(parameters['amount']), status: 'created' as const };
    this.debits.push({ id, ...about, created: Number(this.now()) });
    return { status: 200, body: { razorpay_payment_id: id, razorpay_order_id: order.id, razorpay_signature: '0' } };
  };

  readonly delete = ({ path }: Received) => {
    const token = this.tokens.get(path.split('/').at(-1) ?? '');
    if (!token || token.state === 'deleted' || token.customer !== path.split('/').at(-3))
      return refused('No such token', true);
    token.state = 'deleted';
    return { status: 200, body: { deleted: true } };
  };

  /** Lets a buyer pay an order. @returns what its payment says of the consent; null when the order asks for none */
  consent(order: Order | undefined): object | null {
    if (!order || order['customer_id'] === undefined) return null;
    const customer = String(order['customer_id']);
    const terms = { maximum: Number(order['token[max_amount]']), endsAt: Number(order['token[expire_at]']) * 1000 };
    const id = `token_${order.id}`;
    if (!this.tokens.has(id)) this.tokens.set(id, { id, customer, ...terms, state: 'confirmed' });
    return { ...payer, customer_id: customer, token_id: id };
  }

  /** The debits of an order, as its payments. */
  paymentsOfOrder(order: string): object[] {
    return this.debits.filter((debit) => debit.order === order).map(entityOf);
  }

  settle(): string[] {
    const due = this.debits.filter(
      ({ status, created }) => status === 'created' && Number(this.now()) - created >= 25 * hour,
    );
    return due.map((debit) => {
      debit.status = this.isEmpty ? 'failed' : 'captured';
      const payload = { payment: { entity: entityOf(debit) } };
      return this.event(`evt_${debit.id}`, this.isEmpty ? 'payment.failed' : 'payment.captured', payload);
    });
  }

  debitsOf(orderId: string): number {
    return this.debits.filter(({ order }) => this.orderOf(order)?.['receipt'] === orderId).length;
  }

  endAtBank(reference: string): string {
    const token = this.tokens.get(`token_${reference}`);
    if (token) token.state = 'cancelled';
    return this.ended(`token_${reference}`);
  }

  endOfOthers(): string {
    return this.ended('token_of_others');
  }

  isEnded(reference: string): boolean {
    return this.tokens.get(`token_${reference}`)?.state === 'deleted';
  }

  // https://razorpay.com/docs/api/payments/recurring-payments/webhooks
  private ended(id: string): string {
    const entity = { id, entity: 'token', method: 'upi', recurring_details: { status: 'cancelled' } };
    return this.event(`evt_${id}`, 'token.cancelled', { token: { entity } });
  }

  private event(testId: string, event: string, payload: object): string {
    const created_at = Math.floor(Number(this.now()) / 1000);
    return JSON.stringify({ testId, entity: 'event', event, contains: Object.keys(payload), payload, created_at });
  }
}

function entityOf({ id, order, token, amount, status, created }: Debit) {
  const about = {
    order_id: order,
    status,
    captured: status === 'captured',
    customer_id: token.customer,
    token_id: token.id,
  };
  return { id, entity: 'payment', amount, currency: 'INR', ...about, ...payer, created_at: Math.floor(created / 1000) };
}

function refused(description: string, isExpected = false) {
  return { status: 400, body: { error: { code: 'BAD_REQUEST_ERROR', description } }, isExpected };
}
