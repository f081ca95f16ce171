import fc from 'fast-check';
import { refundedCredits } from './refund';

const money = fc.integer({ min: 1, max: 10_000_000 });

describe('the credits of a refund', () => {
  it.each([
    [199_900, 500, true],
    [99_950, 250, false],
    [399, 0, false],
    [400, 1, false],
    [199_899, 499, false],
    [500_000, 500, true],
  ])('takes back for a refund of %i paise: %i', (amount, due, complete) => {
    expect(refundedCredits([amount], 199_900, 500)).toEqual({ due, complete });
  });

  it('takes all back exactly when all was paid back, and never more than was bought', () => {
    fc.assert(
      fc.property(fc.array(money, { minLength: 1, maxLength: 6 }), money, (amounts, paid) => {
        const { due, complete } = refundedCredits(amounts, paid, 1_000);
        const isWhole = amounts.reduce((sum, amount) => sum + amount, 0) >= paid;
        expect([complete, due === 1_000]).toEqual([isWhole, isWhole]);
        expect(due).toBeLessThanOrEqual(1_000);
      }),
    );
  });
});
