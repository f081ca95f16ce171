import { z } from 'zod';
import { CheckoutId } from '../../platform/ids/ids';
import { unreadableEvent } from '../billing.errors';
import { eventId, isOurOrderId, secondsOf } from './event-fields';
import type { AcceptedRefund, DisputedPayment, EndedMandate, PaymentEvent, UnknownEvent } from './payment-provider';

const id = eventId;
const order = z.string().refine(isOurOrderId).transform(CheckoutId);
const currency = z
  .string()
  .regex(/^[a-z]{3}$/)
  .transform((code) => code.toUpperCase());

/** An event. */
export const envelope = z.object({ id, type: id, created: secondsOf, data: z.object({ object: z.unknown() }) });

/** A Checkout Session. */
export const session = z.object({
  client_reference_id: order,
  payment_status: z.enum(['paid', 'unpaid', 'no_payment_required']),
  payment_intent: id.nullable(),
  amount_total: z.int().min(0),
  currency,
  customer: id.nullish(),
  metadata: z.object({ mandate: z.string().optional() }).nullish(),
});

/** A payment: of a session, or a renewal. */
export const paymentIntent = z.object({
  id,
  metadata: z.object({ order, renewal: z.string().optional() }),
  amount: z.int().min(0),
  currency,
  status: z.string().optional(),
  created: secondsOf.optional(),
  payment_method: id.nullish(),
});

/** A mandate, which names the payment method that it is for. */
const mandate = z.object({ payment_method: id, status: z.string() });

/** A refund, which names its payment only. */
export const refund = z.object({
  id,
  payment_intent: id.nullable(),
  status: z.string().nullable(),
  created: secondsOf,
  amount: z.int().min(1),
  currency,
});

/** A dispute, which names its payment only. */
export const dispute = z.object({
  id,
  payment_intent: id.nullable(),
  status: z.string(),
  created: secondsOf,
  amount: z.int().min(1),
  currency,
});

/** The events of a dispute. One that begins as a question of the bank claims the money later. */
export const disputeTypes: ReadonlySet<string> = new Set([
  'charge.dispute.created',
  'charge.dispute.funds_withdrawn',
  'charge.dispute.closed',
]);

/** The events of a refund; one that is pending at first succeeds or fails later. */
export const refundTypes: ReadonlySet<string> = new Set(['refund.created', 'refund.updated', 'refund.failed']);

/** What our orders are known by in the objects of Stripe. */
export const ofOurs = z.union([z.object({ client_reference_id: order }), z.object({ metadata: z.object({ order }) })]);

/** What each kind of event means; a completed session is paid only when it says so. */
export const outcomes = {
  'checkout.session.completed': 'payment.captured',
  'checkout.session.async_payment_succeeded': 'payment.captured',
  'checkout.session.async_payment_failed': 'payment.failed',
  'checkout.session.expired': 'checkout.abandoned',
  'payment_intent.succeeded': 'payment.captured',
  'payment_intent.payment_failed': 'payment.failed',
} as const;

/** What a kind of event means. */
export type Outcome = (typeof outcomes)[keyof typeof outcomes];

/** The event in which a mandate reports that it is inactive. */
export const mandateUpdated = 'mandate.updated';

/** All that is asked for when events are listed. */
export const knownTypes: readonly string[] = [
  ...Object.keys(outcomes),
  ...refundTypes,
  ...disputeTypes,
  mandateUpdated,
];

/** What an event says of a dispute. */
export function stepOf(type: string, status: string): DisputedPayment['kind'] | null {
  if (type === 'charge.dispute.closed')
    return status === 'won' ? 'dispute.won' : status === 'lost' ? 'dispute.lost' : null;
  return type === 'charge.dispute.created' && status.startsWith('warning_') ? null : 'dispute.opened';
}

/** What a status of a refund means. */
export function refundStatusOf(status: string | null): AcceptedRefund['status'] {
  if (status === 'succeeded') return 'refunded';
  return status === 'failed' || status === 'canceled' ? 'failed' : 'pending';
}

/** Reads what Stripe has sent. @throws {DomainError} `webhook.unreadable` */
export function readAs<T>(schema: z.ZodType<T>, content: unknown): T {
  const { data, success } = schema.safeParse(content);
  if (!success) throw unreadableEvent();
  return data;
}

/** A payment of a session is reported by its session once it has succeeded; a renewal has none. */
export function readPayment(unknown: UnknownEvent, kind: Outcome, content: unknown): PaymentEvent | UnknownEvent {
  const { id: paymentId, metadata, amount, currency } = readAs(paymentIntent, content);
  if (kind === 'payment.captured' && !metadata.renewal) return unknown;
  const { id: eventId, occurredAt } = unknown;
  const order = { checkoutId: metadata.order };
  return { id: eventId, occurredAt, kind, order, paymentId, amount, currency };
}

/** What a mandate reports: that it has ended. */
export function readMandate(unknown: UnknownEvent, content: unknown): EndedMandate | UnknownEvent {
  const { payment_method: mandateId, status } = readAs(mandate, content);
  if (status !== 'inactive') return unknown;
  const { id: eventId, occurredAt } = unknown;
  return { id: eventId, occurredAt, kind: 'mandate.ended', order: { mandateId } };
}
