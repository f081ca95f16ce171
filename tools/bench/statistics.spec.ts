import { quantile, spreadOf } from './statistics';

describe('spreadOf and quantile', () => {
  it('spreadOf returns median, lowest and highest', () => {
    expect(spreadOf([30, 10, 20])).toEqual({ median: 20, low: 10, high: 30 });
  });

  it('quantile returns a measured value by the nearest rank', () => {
    const hundred = Array.from({ length: 100 }, (_, index) => 100 - index);
    expect([0.5, 0.99, 1].map((share) => quantile(hundred, share))).toEqual([50, 99, 100]);
    expect(quantile([7], 0.99)).toBe(7);
  });

  it('spreadOf rejects an empty list', () => {
    expect(() => spreadOf([])).toThrow(RangeError);
  });
});
