import { z } from 'zod';
import { CheckoutId } from '../../platform/ids/ids';
import { isPlainText } from '../../platform/text/plain-text';
import { unreadableEvent } from '../billing.errors';
import type { PaymentEvent, UnknownEvent } from './payment-provider';

/** What each thing that happens at the sandbox is called in its events. */
export const kinds = {
  paid: 'payment.captured',
  declined: 'payment.failed',
  abandoned: 'checkout.abandoned',
  disputed: 'dispute.opened',
  won: 'dispute.won',
  lost: 'dispute.lost',
} as const;

const providerId = z.string().min(1).max(200).refine(isPlainText);
const anyEvent = {
  id: providerId,
  occurredAt: z.iso
    .datetime()
    .transform((text) => new Date(text))
    .pipe(z.date().min(new Date('2000-01-01T00:00:00Z')).max(new Date('2199-12-31T23:59:59Z'))),
};
const eventFields = {
  ...anyEvent,
  checkoutId: z.uuid().transform(CheckoutId),
  amount: z.int().min(0),
  currency: z.string().regex(/^[A-Z]{3}$/),
};
const mandate = z.object({ customerId: providerId.nullable(), mandateId: providerId });
const kindOfEvent = z.object({ ...anyEvent, kind: providerId });
const knownKinds: readonly string[] = [...Object.values(kinds), 'payment.refunded', 'refund.failed', 'mandate.ended'];
const eventBody = z.discriminatedUnion('kind', [
  z.object({
    ...eventFields,
    kind: z.literal('payment.captured'),
    paymentId: providerId,
    mandate: mandate.optional(),
  }),
  z.object({ ...anyEvent, checkoutId: eventFields.checkoutId, kind: z.literal('mandate.ended') }),
  z.object({
    ...eventFields,
    kind: z.literal(['payment.failed', 'checkout.abandoned']),
    paymentId: providerId.nullable(),
  }),
  z.object({
    ...eventFields,
    amount: z.int().min(1),
    kind: z.literal(['payment.refunded', 'refund.failed']),
    paymentId: providerId,
    refundId: providerId,
  }),
  z.object({
    ...eventFields,
    amount: z.int().min(1),
    kind: z.literal(['dispute.opened', 'dispute.won', 'dispute.lost']),
    paymentId: providerId,
    disputeId: providerId,
  }),
]);

/** Reads an event of the sandbox. @throws {DomainError} `webhook.unreadable` */
export function readEvent(rawBody: Buffer): PaymentEvent | UnknownEvent {
  try {
    const content: unknown = JSON.parse(rawBody.toString('utf8'));
    const { kind, ...about } = kindOfEvent.parse(content);
    if (!knownKinds.includes(kind)) return { ...about, kind: 'unknown', type: kind };
    const { checkoutId, ...event } = eventBody.parse(content);
    return { ...event, order: { checkoutId } };
  } catch {
    throw unreadableEvent();
  }
}
