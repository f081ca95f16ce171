import { quantile, spreadOf } from './statistics';

describe('what is said of rounds', () => {
  it('is the middle one between the lowest and the highest', () => {
    expect(spreadOf([30, 10, 20])).toEqual({ median: 20, low: 10, high: 30 });
  });

  it('is by the nearest rank, so that every figure was measured', () => {
    const hundred = Array.from({ length: 100 }, (_, index) => 100 - index);
    expect([0.5, 0.99, 1].map((share) => quantile(hundred, share))).toEqual([50, 99, 100]);
    expect(quantile([7], 0.99)).toBe(7);
  });

  it('is nothing where nothing was measured', () => {
    expect(() => spreadOf([])).toThrow(RangeError);
  });
});
