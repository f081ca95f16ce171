import { createHash } from 'node:crypto';
import { z } from 'zod';
import { unreadableEvent } from '../billing.errors';
import { eventId, secondsOf } from './event-fields';
import type { DisputedPayment, ListedEvent, PaymentEvent, UnknownEvent } from './payment-provider';

const currency = z.string().regex(/^[A-Z]{3}$/);
const money = { amount: z.int().min(1), currency };
const envelope = z.object({ event: eventId, created_at: secondsOf, payload: z.unknown() });
const payment = z.object({
  id: eventId,
  order_id: eventId,
  amount: z.int().min(0),
  currency,
  created_at: secondsOf,
  customer_id: eventId.nullish(),
  token_id: eventId.nullish(),
});
const token = z.object({ token: z.object({ entity: z.object({ id: eventId }) }) });
const refund = z.object({ id: eventId, payment_id: eventId, ...money, created_at: secondsOf });
const dispute = z.object({ id: eventId, payment_id: eventId, ...money, phase: z.string(), created_at: secondsOf });

const paymentOf = z.object({ payment: z.object({ entity: payment }) });
const refundOf = z.object({ refund: z.object({ entity: refund }) });
const disputeOf = z.object({ dispute: z.object({ entity: dispute }) });
const withoutOrder = z.object({ payment: z.object({ entity: z.object({ order_id: z.null() }) }) });

const anyPayment = payment.extend({ order_id: eventId.nullable(), captured: z.boolean(), status: z.string() });
const anyRefund = refund.extend({ status: z.string() });
const anyDispute = dispute.extend({ status: z.string() });

const kinds = {
  'payment.captured': 'payment.captured',
  'payment.failed': 'payment.failed',
  'refund.processed': 'payment.refunded',
  'refund.failed': 'refund.failed',
  'payment.dispute.created': 'dispute.opened',
  'payment.dispute.won': 'dispute.won',
  'payment.dispute.lost': 'dispute.lost',
} as const;

/** The events of a mandate that debits nothing any more, or not for the time being: who pauses it wants no debits. */
const ends: ReadonlySet<string> = new Set(['token.cancelled', 'token.rejected', 'token.paused']);

/** The phases of a dispute in which the bank claims the money; the others are questions. */
const claims: ReadonlySet<string> = new Set(['chargeback', 'pre_arbitration', 'arbitration']);

/** Reads an event that was sent. A payment and a refund have the instant at which they were made, as in the lists of them. */
export function readEvent(rawBody: Buffer, idHeader: string | string[] | undefined): PaymentEvent | UnknownEvent {
  const content: unknown = JSON.parse(rawBody.toString('utf8'));
  const { event: type, created_at: sentAt, payload } = envelope.parse(content);
  const id = eventId.parse(idHeader ?? createHash('sha256').update(rawBody).digest('hex'));
  if (ends.has(type)) {
    const { id: mandateId } = token.parse(payload).token.entity;
    return { id, occurredAt: sentAt, kind: 'mandate.ended', order: { mandateId } };
  }
  const isOfOrder = type in kinds && !withoutOrder.safeParse(payload).success;
  if (!isOfOrder) return { id, occurredAt: sentAt, kind: 'unknown', type };
  const { id: paymentId, order_id: providerReference, ...paid } = paymentOf.parse(payload).payment.entity;
  const kind = kinds[type as keyof typeof kinds];
  const known = { id, order: { providerReference }, paymentId };
  if (kind === 'dispute.opened' || kind === 'dispute.won' || kind === 'dispute.lost') {
    const { entity } = disputeOf.parse(payload).dispute;
    if (entity.payment_id !== paymentId) throw new Error('This is the dispute of another payment.');
    if (!claims.has(entity.phase)) return { id, occurredAt: sentAt, kind: 'unknown', type };
    return { ...known, ...disputeStep(kind, entity, sentAt) };
  }
  if (kind === 'payment.captured' || kind === 'payment.failed') {
    return { ...known, kind, ...paidWith(paid, kind) };
  }
  const { entity } = refundOf.parse(payload).refund;
  if (entity.payment_id !== paymentId) throw new Error('This is the refund of another payment.');
  return { ...known, kind, ...refunded(entity) };
}

/** What a payment says: also the consent to later debits that was given with it. */
function paidWith(paid: Omit<z.infer<typeof payment>, 'id' | 'order_id'>, kind: 'payment.captured' | 'payment.failed') {
  const { amount, currency: code, created_at: occurredAt, customer_id: customerId, token_id: mandateId } = paid;
  const money = { amount, currency: code, occurredAt };
  return kind === 'payment.captured' && customerId && mandateId
    ? { ...money, mandate: { customerId, mandateId } }
    : money;
}

/** Asks for Razorpay's id of the order of a payment; null when it has none. */
type AskForOrder = (paymentId: string) => Promise<string | null>;

/** The events of a listed object. One that cannot be read is an event that fails: it stops none of the others. */
export function eventsOf(item: unknown, read: (item: unknown) => ListedEvent[]): ListedEvent[] {
  try {
    return read(item);
  } catch (error) {
    const id = `unreadable ${createHash('sha256').update(JSON.stringify(item)).digest('hex')}`;
    return [{ id, read: () => Promise.reject(Object.assign(unreadableEvent(), { cause: error })) }];
  }
}

/** What a listed payment says: that it was captured, or that it failed. */
export function listedPayment(item: unknown): ListedEvent[] {
  const { id: paymentId, order_id: providerReference, captured, status, ...paid } = anyPayment.parse(item);
  const kind = captured ? 'payment.captured' : 'payment.failed';
  if (providerReference === null || (!captured && status !== 'failed')) return [];
  const id = `${kind} ${paymentId}`;
  const event = { id, kind, order: { providerReference }, paymentId, ...paidWith(paid, kind) } as const;
  return [{ id, read: () => Promise.resolve(event) }];
}

/** What a listed refund says: that it was given, or that it failed. */
export function listedRefund(item: unknown, orderOf: AskForOrder): ListedEvent[] {
  const entity = anyRefund.parse(item);
  if (entity.status !== 'processed' && entity.status !== 'failed') return [];
  const kind = entity.status === 'processed' ? 'payment.refunded' : 'refund.failed';
  return [listed(`${kind} ${entity.id}`, entity.payment_id, orderOf, { kind, ...refunded(entity) })];
}

/** What a listed dispute says: that it was opened, and how it was decided, of which the list has no instant. */
export function listedDispute(item: unknown, orderOf: AskForOrder, now: Date): ListedEvent[] {
  const entity = anyDispute.parse(item);
  const { status } = entity;
  if (!claims.has(entity.phase)) return [];
  const decided = status === 'won' || status === 'lost' ? [disputeStep(`dispute.${status}`, entity, now)] : [];
  return [disputeStep('dispute.opened', entity, now), ...decided].map((step) =>
    listed(`${step.kind} ${entity.id}`, entity.payment_id, orderOf, step),
  );
}

function disputeStep(
  kind: DisputedPayment['kind'],
  { id: disputeId, amount, currency: code, created_at: openedAt }: z.infer<typeof dispute>,
  at: Date,
) {
  return { kind, disputeId, amount, currency: code, occurredAt: kind === 'dispute.opened' ? openedAt : at };
}

function refunded({ id: refundId, amount, currency: code, created_at: occurredAt }: z.infer<typeof refund>) {
  return { refundId, amount, currency: code, occurredAt };
}

/** What happened to a payment, whose order is asked for when it is read. */
function listed(
  id: string,
  paymentId: string,
  orderOf: AskForOrder,
  about:
    ReturnType<typeof disputeStep> | ({ kind: 'payment.refunded' | 'refund.failed' } & ReturnType<typeof refunded>),
): ListedEvent {
  const read = async () => {
    const providerReference = await orderOf(paymentId);
    if (providerReference === null) {
      return { id, kind: 'unknown', type: about.kind, occurredAt: about.occurredAt } as const;
    }
    return { id, order: { providerReference }, paymentId, ...about };
  };
  return { id, read };
}
