import { randomBytes } from 'node:crypto';
import type { Received } from './provider-double';
import type { RefundBook } from './tested-provider';

/** An empty book, in which refunds succeed. */
export function newRefundBook(): RefundBook {
  return { outcome: 'refunded', now: () => new Date(), given: new Map() };
}

/** Finds or makes the refund of an idempotency key; null when it is refused. @param payment the provider's id of it */
export function refundIn(book: RefundBook, key: string, payment: string, { parameters }: Received) {
  const known = book.given.get(key);
  if (known) return known;
  if (book.outcome === 'rejected') return null;
  const id = `rfnd_${randomBytes(7).toString('hex')}`;
  const made = { id, payment, amount: Number(parameters['amount']), outcome: book.outcome };
  book.given.set(key, made);
  return made;
}
