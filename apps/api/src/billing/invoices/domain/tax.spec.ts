import fc from 'fast-check';
import { type Supply, taxOfRefund, taxWithin } from './tax';

const supplies = fc.constantFrom<Supply>('untaxed', 'within-state', 'between-states');
const amounts = fc.integer({ min: 1, max: 100_000_000 });
const rates = fc.constantFrom(500, 1_200, 1_800, 2_800);
const sumOf = (parts: object) => Object.values(parts).reduce((sum: number, part: number) => sum + part, 0);

describe('tax within an amount', () => {
  it('splits tax in halves within a state and not between states', () => {
    expect(taxWithin(199_900, 1_800, 'within-state')).toEqual({
      taxable: 169_406,
      cgst: 15_247,
      sgst: 15_247,
      igst: 0,
    });
    expect(taxWithin(199_900, 1_800, 'between-states')).toEqual({ taxable: 169_407, cgst: 0, sgst: 0, igst: 30_493 });
    expect(taxWithin(199_900, 1_800, 'untaxed')).toEqual({ taxable: 199_900, cgst: 0, sgst: 0, igst: 0 });
  });

  it('takes tax out of an amount in whole paise, at the rate within a paisa', () => {
    fc.assert(
      fc.property(amounts, rates, supplies, (amount, rate, supply) => {
        const parts = taxWithin(amount, rate, supply);
        expect(sumOf(parts)).toBe(amount);
        expect(Object.values(parts).every(Number.isInteger)).toBe(true);
        expect(parts.cgst).toBe(parts.sgst);
        const tax = parts.cgst + parts.sgst + parts.igst;
        if (supply !== 'untaxed') expect(Math.abs(tax - (parts.taxable * rate) / 10_000)).toBeLessThanOrEqual(1.3);
      }),
    );
  });
});

describe('tax of refunds', () => {
  it('credits the tax of the whole invoice when all is refunded, in any parts', () => {
    const parts = fc.array(fc.integer({ min: 100, max: 500_000 }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(parts, rates, supplies, (refunds, rate, supply) => {
        let before = 0;
        const total = { taxable: 0, cgst: 0, sgst: 0, igst: 0 };
        for (const refund of refunds) {
          const note = taxOfRefund(before, refund, rate, supply);
          expect(sumOf(note)).toBe(refund);
          expect(Math.min(...Object.values(note))).toBeGreaterThanOrEqual(0);
          for (const part of ['taxable', 'cgst', 'sgst', 'igst'] as const) total[part] += note[part];
          before += refund;
        }
        expect(total).toEqual(taxWithin(before, rate, supply));
      }),
    );
  });
});
