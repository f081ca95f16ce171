import type { CheckoutId } from '../../platform/ids/ids';
/** The page of the site to which a buyer comes back from a provider. @param status how it went, where it is known */
export function returnAddress(publicUrl: string, checkoutId: CheckoutId, status?: string): string {
  const query = new URLSearchParams({ checkout: checkoutId, ...(status !== undefined && { status }) });
  return `${publicUrl}/checkout/return/?${query}`;
}
