import type { Money } from './plans';

const day = 86_400_000;

/** What one pack of credits costs and gives. */
export interface TopUpPack {
  /** With GST. */
  price: Money;
  credits: number;
  validDays: number;
}

/** The pack on sale. */
export const topUpPack: TopUpPack = { price: { amount: 50_000, currency: 'INR' }, credits: 100, validDays: 365 };

/** How many packs one checkout takes at most. */
export const maxPacks = 20;

/** The first instant at which what is left of a top-up cannot be spent. */
export function topUpExpiry(paidAt: Date): Date {
  return new Date(paidAt.getTime() + topUpPack.validDays * day);
}
