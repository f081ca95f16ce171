import type { Debit } from '../payments/payment-provider';
import type { Attempt, Mandate } from './domain/renewal';

/** What the provider is asked for. */
export function debitOf(
  { orderId, price, description, debitAt }: Attempt,
  { id, customerId, mandateId }: Mandate,
): Debit {
  return { checkoutId: orderId, mandateOf: id, mandate: { customerId, mandateId }, price, description, debitAt };
}
