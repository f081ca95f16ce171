import { formatBytes, formatMoney, formatNumber, formatSigned } from './format';

describe('numbers as they are printed', () => {
  it('prints rupees with paise only where there are some', () => {
    expect(formatMoney('en', 199_900)).toBe('₹1,999');
    expect(formatMoney('en', 12_345_650)).toBe('₹1,23,456.50');
    expect(formatMoney('hi', 199_900)).toBe('₹1,999');
  });

  it('groups by lakh and crore', () => {
    expect(formatNumber('en', 12_345_678)).toBe('1,23,45,678');
  });

  it('signs with a true minus', () => {
    expect([formatSigned('en', 500), formatSigned('en', -5), formatSigned('en', 0)]).toEqual(['+500', '−5', '0']);
  });

  it('chooses the unit of a file size', () => {
    expect([184_000, 2_400_000, 1_073_741_824].map((bytes) => formatBytes('en', bytes))).toEqual([
      '184 kB',
      '2.4 MB',
      '1.1 GB',
    ]);
  });
});
