/** How a supply is taxed: not at all, within the seller's state, or between two states. */
export type Supply = 'untaxed' | 'within-state' | 'between-states';

/** An amount that includes its tax, in parts; paise. */
export interface TaxParts {
  taxable: number;
  cgst: number;
  sgst: number;
  igst: number;
}

/**
 * Takes the tax out of an amount that includes it: the parts are whole paise and add up to the amount, and the two halves of the
 * tax within a state are equal.
 * @param amount paise
 * @param rate of the whole tax, in hundredths of a percent
 */
export function taxWithin(amount: number, rate: number, supply: Supply): TaxParts {
  const taxAt = (part: number) => Math.round((amount * part) / (10_000 + rate));
  if (supply === 'untaxed') return { taxable: amount, cgst: 0, sgst: 0, igst: 0 };
  if (supply === 'between-states') {
    const igst = taxAt(rate);
    return { taxable: amount - igst, cgst: 0, sgst: 0, igst };
  }
  const half = taxAt(rate / 2);
  return { taxable: amount - 2 * half, cgst: half, sgst: half, igst: 0 };
}

/**
 * The parts of a refund that follows others of the same payment: all refunds together have the parts of their sum, so that those
 * of a whole payment are the parts of its invoice.
 * @param before what was refunded before, in paise
 */
export function taxOfRefund(before: number, refunded: number, rate: number, supply: Supply): TaxParts {
  const sum = taxWithin(before + refunded, rate, supply);
  const known = taxWithin(before, rate, supply);
  return {
    taxable: sum.taxable - known.taxable,
    cgst: sum.cgst - known.cgst,
    sgst: sum.sgst - known.sgst,
    igst: sum.igst - known.igst,
  };
}
