import { createHmac, randomBytes } from 'node:crypto';
import { flattened } from './parameter-table';
import type { ProviderReport, TestedProvider } from './tested-provider';
import { ProviderDouble, type Received } from './provider-double';
import { newRefundBook, refundIn } from './refund-book';
import { createOrder, createRefund, listOrders } from './razorpay-parameters';

const keyId = 'rzp_test_double';
const keySecret = 'the secret of the key of the double';
const webhookSecret = 'the webhook secret of the double, long enough';

/** Razorpay's API on this machine: orders, found by their receipts, and events as its documents describe them. */
export function razorpayDouble(): TestedProvider {
  const orders: { id: string; receipt: unknown }[] = [];
  const signedIn = `Basic ${Buffer.from(`${keyId}:${keySecret}`).toString('base64')}`;
  const asSignedIn = (answer: (request: Received) => unknown) => (request: Received) =>
    request.headers.authorization === signedIn
      ? { status: 200, body: answer(request) }
      : { status: 401, body: errorOf('Authentication failed') };
  const create = asSignedIn(({ parameters }) => {
    const order = { id: `order_${randomBytes(7).toString('hex')}`, receipt: parameters['receipt'] };
    orders.push(order);
    return { ...order, entity: 'order', status: 'created', attempts: 0 };
  });
  const list = asSignedIn(({ parameters }) => {
    const items = orders.filter(({ receipt }) => receipt === parameters['receipt']);
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
  const double = new ProviderDouble(
    [
      { table: createOrder, answer: create },
      { table: listOrders, answer: list },
      { table: createRefund, answer: refund },
    ],
    (body) => flattened(JSON.parse(body)),
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
    refunds,
    page: /^http:\/\/localhost\/api\/billing\/razorpay\/checkouts\/[0-9a-f-]{36}\?secret=/,
    event: (report) => JSON.stringify(eventOf(report)),
    // https://razorpay.com/docs/webhooks/validate-test: HMAC-SHA-256 over the raw body, in hex, without a time.
    sign: (body, _now, secret = webhookSecret) => ({
      'x-razorpay-signature': createHmac('sha256', secret).update(body).digest('hex'),
      'x-razorpay-event-id': (JSON.parse(body) as { testId: string }).testId,
    }),
    datesItsSignatures: false,
  };
}

const types = {
  captured: 'payment.captured',
  failed: 'payment.failed',
  refunded: 'refund.processed',
  'refund failed': 'refund.failed',
  questioned: 'payment.dispute.created',
  disputed: 'payment.dispute.created',
  won: 'payment.dispute.won',
  lost: 'payment.dispute.lost',
  unknown: 'order.notification.delivered',
};

function eventOf(report: ProviderReport): unknown {
  const { id, outcome, reference, paymentId, amount, currency = 'INR', at } = report;
  const back = { id: report.refundId, entity: 'refund', payment_id: paymentId, amount, currency };
  const seconds = Math.floor(Number(at) / 1000);
  const status = outcome === 'failed' ? 'failed' : 'captured';
  const money = { amount, currency, amount_refunded: 0 };
  return {
    testId: id,
    entity: 'event',
    account_id: 'acc_double',
    event: types[outcome],
    contains: ['payment'],
    payload: {
      ...(report.refundId && { refund: { entity: back } }),
      ...(report.disputeId && { dispute: { entity: disputeOf(report, seconds) } }),
      payment: {
        entity: { id: paymentId, entity: 'payment', ...money, status, order_id: reference, method: 'upi', notes: [] },
      },
    },
    created_at: seconds,
  };
}

// https://razorpay.com/docs/webhooks/disputes: a retrieval is a question; only the later phases claim the money.
function disputeOf({ disputeId, outcome, paymentId, amount, currency = 'INR' }: ProviderReport, seconds: number) {
  const money = { amount, currency, amount_deducted: outcome === 'lost' ? amount : 0 };
  const status = outcome === 'won' || outcome === 'lost' ? outcome : 'open';
  const phase = outcome === 'questioned' ? 'retrieval' : 'chargeback';
  return { id: disputeId, entity: 'dispute', payment_id: paymentId, ...money, status, phase, created_at: seconds };
}

function errorOf(description: string) {
  return { error: { code: 'BAD_REQUEST_ERROR', description } };
}
