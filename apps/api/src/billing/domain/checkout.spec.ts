import fc from 'fast-check';
import { type CheckoutOutcome, type CheckoutStatus, isPriceOf, settle } from './checkout';

const outcomes: CheckoutOutcome[] = ['abandoned', 'declined', 'mismatched', 'paid'];
const settleAll = (reported: readonly CheckoutOutcome[]) => reported.reduce<CheckoutStatus>(settle, 'open');

describe('settle', () => {
  it('reaches the same status in any order and repetition of outcomes', () => {
    const reported = fc.array(fc.constantFrom(...outcomes), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(
        reported.chain((list) =>
          fc.tuple(fc.constant(list), fc.shuffledSubarray([...list, ...list], { minLength: list.length * 2 })),
        ),
        ([once, shuffled]) => expect(settleAll(shuffled)).toBe(settleAll(once)),
      ),
    );
  });

  it('accepts a late success after a declined payment', () => {
    expect(settleAll(['declined', 'abandoned', 'paid'])).toBe('paid');
  });

  it.each(outcomes)('stays paid after the outcome %s', (outcome) => {
    expect(settle('paid', outcome)).toBe('paid');
  });
});

describe('isPriceOf', () => {
  const asked = { amount: 199_900, currency: 'INR' } as const;

  it.each([
    [{ amount: 199_900, currency: 'INR' }, true],
    [{ amount: 199_899, currency: 'INR' }, false],
    [{ amount: 199_901, currency: 'INR' }, false],
    [{ amount: 199_900, currency: 'USD' }, false],
  ])('decides the outcome of %j: %s', (captured, same) => expect(isPriceOf(asked, captured)).toBe(same));
});
