import { orderPlan, orderTopUp } from './order';
import { topUpExpiry } from './top-up';

describe('orders', () => {
  it('prices a plan from the list', () => {
    expect(orderPlan('basic')).toMatchObject({ price: { amount: 199_900, currency: 'INR' }, credits: 500 });
    expect(orderPlan('premium')).toMatchObject({ price: { amount: 299_900, currency: 'INR' }, credits: 1_000 });
  });

  it('prices packs by their number', () => {
    expect(orderTopUp(3)).toMatchObject({ price: { amount: 150_000, currency: 'INR' }, credits: 300, plan: null });
  });

  it.each([0, -1, 1.5, 21, Number.NaN, 2 ** 53])('rejects an order of %s packs', (packs) => {
    expect(() => orderTopUp(packs)).toThrow(RangeError);
  });
});

describe('topUpExpiry', () => {
  it('expires a top-up 365 days after the payment, also in a leap year', () => {
    expect(topUpExpiry(new Date('2028-01-01T00:00:00Z')).toISOString()).toBe('2028-12-31T00:00:00.000Z');
  });
});
