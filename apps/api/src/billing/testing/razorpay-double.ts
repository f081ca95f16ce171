import { createHmac, randomBytes } from 'node:crypto';
import { flattened } from './parameter-table';
import type { TestedProvider } from './tested-provider';
import { type Answer, ProviderDouble, type Received } from './provider-double';
import { newRefundBook, refundIn } from './refund-book';
import { eventOf, RazorpayBook } from './razorpay-book';
import {
  createCustomer,
  createOrder,
  createRecurringPayment,
  createRefund,
  deleteToken,
  fetchOrderPayments,
  fetchPayment,
  listOrders,
  listsOf,
} from './razorpay-parameters';
import { RazorpayTokens } from './razorpay-tokens';

const keyId = 'rzp_test_double';
const keySecret = 'the secret of the key of the double';
const webhookSecret = 'the webhook secret of the double, long enough';

/** Razorpay's API on this machine: orders, found by their receipts, and events as its documents describe them. */
export function razorpayDouble(): TestedProvider {
  const orders: ({ id: string } & Record<string, unknown>)[] = [];
  const tokens = new RazorpayTokens((id) => orders.find((order) => order.id === id));
  const signedIn = `Basic ${Buffer.from(`${keyId}:${keySecret}`).toString('base64')}`;
  const signed = (answer: (request: Received) => Answer) => (request: Received) =>
    request.headers.authorization === signedIn
      ? answer(request)
      : { status: 401, body: errorOf('Authentication failed') };
  const asSignedIn = (answer: (request: Received) => unknown) =>
    signed((request) => ({ status: 200, body: answer(request) }));
  const create = asSignedIn(({ parameters }) => {
    const order = { id: `order_${randomBytes(7).toString('hex')}`, ...parameters };
    orders.push(order);
    return { id: order.id, receipt: parameters['receipt'], entity: 'order', status: 'created', attempts: 0 };
  });
  const list = asSignedIn(({ parameters }) => {
    const items = orders.filter((order) => order['receipt'] === parameters['receipt']);
    return { entity: 'collection', count: items.length, items };
  });
  const refunds = newRefundBook();
  // https://razorpay.com/docs/api/refunds/normal-refunds-idempotent: the key has at least ten characters.
  const refund = (request: Received) => {
    const key = String(request.headers['x-refund-idempotency'] ?? '');
    if (request.headers.authorization !== signedIn) return { status: 401, body: errorOf('Authentication failed') };
    if (!/^[\w-]{10,}$/.test(key)) return { status: 400, body: errorOf('The idempotency key is missing') };
    const payment = request.path.split('/').at(-2) ?? '';
    const made = refundIn(refunds, key, payment, request);
    if (!made) return { status: 400, body: errorOf('The refund is not possible'), isExpected: true };
    const { id, amount, outcome } = made;
    const status = outcome === 'pending' ? 'pending' : 'processed';
    const about = {
      payment_id: payment,
      amount,
      currency: 'INR',
      status,
      created_at: Math.floor(Number(refunds.now()) / 1000),
    };
    return { status: 200, body: { id, entity: 'refund', ...about } };
  };
  const book = new RazorpayBook();
  const lists = (['payments', 'refunds', 'disputes'] as const).map((what) => ({
    table: listsOf[what],
    answer: asSignedIn(({ parameters }) => book.list(what, parameters)),
  }));
  const fetched = asSignedIn(({ path }) => book.payment(path.split('/').at(-1) ?? ''));
  const paid = asSignedIn(({ path }) => {
    const order = path.split('/').at(-2) ?? '';
    return { entity: 'collection', items: [...book.paymentsOf(order), ...tokens.paymentsOfOrder(order)] };
  });
  const double = new ProviderDouble(
    [
      ...lists,
      { table: fetchPayment, answer: fetched },
      { table: createOrder, answer: create },
      { table: listOrders, answer: list },
      { table: createRefund, answer: refund },
      { table: fetchOrderPayments, answer: paid },
      { table: createCustomer, answer: signed(tokens.createCustomer) },
      { table: createRecurringPayment, answer: signed(tokens.debit) },
      { table: deleteToken, answer: signed(tokens.delete) },
    ],
    (body) => (body === '' ? {} : flattened(JSON.parse(body))),
    errorOf,
  );
  return {
    name: 'razorpay',
    double,
    variables: (origin) => ({
      RAZORPAY_KEY_ID: keyId,
      RAZORPAY_KEY_SECRET: keySecret,
      RAZORPAY_WEBHOOK_SECRET: webhookSecret,
      RAZORPAY_ENDPOINT: origin,
    }),
    opened: () => orders.length,
    ended: new Set(),
    refunds,
    mandates: tokens,
    page: /^http:\/\/localhost\/api\/billing\/razorpay\/checkouts\/[0-9a-f-]{36}\?secret=/,
    event: (report) => {
      const consent = tokens.consent(orders.find(({ id }) => id === report.reference));
      book.add(report, consent);
      return JSON.stringify(eventOf(report, consent));
    },
    // https://razorpay.com/docs/webhooks/validate-test: HMAC-SHA-256 over the raw body, in hex, without a time.
    sign: (body, _now, secret = webhookSecret) => ({
      'x-razorpay-signature': createHmac('sha256', secret).update(body).digest('hex'),
      'x-razorpay-event-id': (JSON.parse(body) as { testId: string }).testId,
    }),
    datesItsSignatures: false,
  };
}

function errorOf(description: string) {
  return { error: { code: 'BAD_REQUEST_ERROR', description } };
}
