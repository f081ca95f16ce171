import { createHmac, randomBytes } from 'node:crypto';
import type { ProviderReport, TestedProvider } from './tested-provider';
import { ProviderDouble, type Received } from './provider-double';
import { newRefundBook, refundIn } from './refund-book';
import { StripeAutopay } from './stripe-autopay';
import { createRefund, createSession, expireSession, listEvents, retrievePaymentIntent } from './stripe-parameters';

const key = 'sk_test_of_the_double';
const webhookSecret = 'whsec_of_the_double_long_enough_to_be_one';

interface Session {
  id: string;
  url: string;
  parameters: Record<string, unknown>;
}

/** Stripe's API on this machine: sessions by idempotency key, and events as its documents describe them. */
export function stripeDouble(): TestedProvider {
  const autopay = new StripeAutopay();
  const sessions = new Map<string, Session>();
  const intents = new Map<string, ProviderReport>();
  const retrieve = ({ path }: Received) => {
    const reported = intents.get(path.split('/').at(-1) ?? '');
    if (!reported) return failure(404, 'invalid_request_error', 'No such payment_intent');
    const method = autopay.consent(reported.reference, parametersOf(reported.reference))?.method ?? null;
    return { status: 200, body: { ...intentOf(reported), payment_method: method } };
  };
  const parametersOf = (session: string) => [...sessions.values()].find(({ id }) => id === session)?.parameters ?? {};
  const answer = ({ headers, parameters }: Received) => {
    const idempotencyKey = String(headers['idempotency-key'] ?? '');
    if (headers.authorization !== `Bearer ${key}`) return failure(401, 'invalid_request_error', 'Invalid API Key');
    if (idempotencyKey === '' || idempotencyKey.length > 255) {
      return failure(400, 'idempotency_error', 'The key is missing or too long');
    }
    const before = sessions.get(idempotencyKey);
    if (before && JSON.stringify(before.parameters) !== JSON.stringify(parameters)) {
      return failure(400, 'idempotency_error', 'Keys can only be used with the same parameters');
    }
    const id = `cs_test_${randomBytes(12).toString('hex')}`;
    const session = before ?? { id, url: `https://checkout.stripe.com/c/pay/${id}`, parameters };
    sessions.set(idempotencyKey, session);
    const { url } = session;
    return { status: 200, body: { id: session.id, object: 'checkout.session', url, payment_status: 'unpaid' } };
  };
  const ended = new Set<string>();
  const expire = ({ path }: Received) => {
    const id = path.split('/').at(-2) ?? '';
    const isOpen = [...sessions.values()].some((session) => session.id === id) && !ended.has(id);
    if (!isOpen)
      return { ...failure(400, 'invalid_request_error', 'Only open sessions can be expired'), isExpected: true };
    ended.add(id);
    return { status: 200, body: { id, object: 'checkout.session', status: 'expired' } };
  };
  const events: { id: string; created: number; type: string }[] = [];
  const list = ({ parameters }: Received) => {
    const types = Object.entries(parameters).flatMap(([name, value]) => (name.startsWith('types[') ? [value] : []));
    const asked = events.filter(
      ({ created, type }) =>
        created >= Number(parameters['created[gte]']) &&
        created < Number(parameters['created[lt]']) &&
        types.includes(type),
    );
    const newestFirst = asked.toSorted((one, other) => other.created - one.created || other.id.localeCompare(one.id));
    const before = newestFirst.findIndex(({ id }) => id === parameters['starting_after']) + 1;
    const data = newestFirst.slice(before, before + Number(parameters['limit']));
    const has_more = before + data.length < newestFirst.length;
    return { status: 200, body: { object: 'list', url: '/v1/events', has_more, data } };
  };
  const refunds = newRefundBook();
  const refund = (request: Received) => {
    const idempotencyKey = String(request.headers['idempotency-key'] ?? '');
    if (idempotencyKey === '') return failure(400, 'idempotency_error', 'The key is missing');
    const payment = String(request.parameters['payment_intent']);
    const made = refundIn(refunds, idempotencyKey, payment, request);
    if (!made) return { ...failure(400, 'invalid_request_error', 'The refund is not possible'), isExpected: true };
    const { id, amount, outcome } = made;
    const status = outcome === 'pending' ? 'pending' : 'succeeded';
    const about = {
      payment_intent: payment,
      amount,
      currency: 'inr',
      status,
      created: Math.floor(Number(refunds.now()) / 1000),
    };
    return { status: 200, body: { id, object: 'refund', ...about } };
  };
  const double = new ProviderDouble(
    [
      { table: createSession, answer },
      { table: retrievePaymentIntent, answer: retrieve },
      { table: createRefund, answer: refund },
      { table: listEvents, answer: list },
      { table: expireSession, answer: expire },
      ...autopay.endpoints,
    ],
    (body) => Object.fromEntries(new URLSearchParams(body)),
    (message) => ({ error: { type: 'api_error', message } }),
  );
  return {
    name: 'stripe',
    double,
    variables: (origin) => ({
      STRIPE_SECRET_KEY: key,
      STRIPE_WEBHOOK_SECRET: webhookSecret,
      STRIPE_ENDPOINT: origin,
    }),
    opened: () => sessions.size,
    ended,
    refunds,
    mandates: autopay,
    page: /^https:\/\/checkout\.stripe\.com\/c\/pay\/cs_test_/,
    event: (report) => {
      intents.set(report.paymentId, report);
      const parameters = parametersOf(report.reference);
      const consent = autopay.consent(report.reference, parameters);
      const event = eventOf(report, consent && { customer: consent.customer, metadata: { mandate: 'asked' } });
      if (!events.some(({ id }) => id === event.id)) events.push(event);
      return JSON.stringify(event);
    },
    // https://docs.stripe.com/webhooks/signature: t=, and v1= over "t.body"; it holds for five minutes.
    sign: (body, now, secret = webhookSecret) => {
      const seconds = Math.floor(Number(now) / 1000);
      const mac = createHmac('sha256', secret).update(`${seconds}.${body}`).digest('hex');
      return { 'stripe-signature': `t=${seconds},v1=${mac},v0=${'0'.repeat(64)}` };
    },
    datesItsSignatures: true,
  };
}

const types = {
  captured: 'checkout.session.completed',
  failed: 'payment_intent.payment_failed',
  refunded: 'refund.created',
  'refund failed': 'refund.updated',
  questioned: 'charge.dispute.created',
  disputed: 'charge.dispute.created',
  won: 'charge.dispute.closed',
  lost: 'charge.dispute.closed',
  unknown: 'customer.updated',
};

function intentOf({ orderId, paymentId, amount, currency = 'INR' }: ProviderReport) {
  const money = { amount, currency: currency.toLowerCase() };
  return { id: paymentId, object: 'payment_intent', metadata: { order: orderId }, ...money };
}

function eventOf(report: ProviderReport, consent: object | null) {
  const { id, outcome, orderId, reference, paymentId, amount, currency = 'INR', at } = report;
  const money = { amount, currency: currency.toLowerCase() };
  const created = Math.floor(Number(at) / 1000);
  const back = {
    object: 'refund',
    id: report.refundId,
    payment_intent: paymentId,
    status: outcome === 'refunded' ? 'succeeded' : 'failed',
    created,
    ...money,
  };
  const session = {
    id: reference,
    object: 'checkout.session',
    mode: 'payment',
    client_reference_id: orderId,
    payment_intent: paymentId,
    payment_status: 'paid',
    amount_total: amount,
    currency: money.currency,
    ...consent,
  };
  const objects = {
    failed: intentOf(report),
    refunded: back,
    'refund failed': back,
    captured: session,
    unknown: session,
  };
  return {
    id,
    object: 'event',
    api_version: '2026-10-28',
    created,
    type: types[outcome],
    livemode: false,
    data: { object: report.disputeId ? disputeOf(report, created) : objects[outcome as keyof typeof objects] },
  };
}

// https://docs.stripe.com/api/disputes/object: an inquiry has a status of its own kind and withdraws nothing.
function disputeOf({ disputeId, outcome, paymentId, amount, currency = 'INR' }: ProviderReport, created: number) {
  const statuses: Partial<Record<string, string>> = {
    questioned: 'warning_needs_response',
    disputed: 'needs_response',
  };
  const status = statuses[outcome] ?? outcome;
  const money = { amount, currency: currency.toLowerCase() };
  return { id: disputeId, object: 'dispute', payment_intent: paymentId, status, created, ...money };
}

function failure(status: number, type: string, message: string) {
  return { status, body: { error: { type, message } } };
}
