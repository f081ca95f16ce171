import { daysAfter, daysOf, monthsBefore, rangeOf } from './days';
import { type FacetSum, statisticsOf } from './statistics';

describe('the range of days', () => {
  it('defaults to thirty days until today', () => {
    const today = '2026-03-01';
    expect(rangeOf(undefined, undefined, today)).toEqual({ from: '2026-01-31', to: today });
    expect(rangeOf(undefined, '2026-01-30', today)).toEqual({ from: '2026-01-01', to: '2026-01-30' });
    expect(rangeOf('2026-03-01', undefined, today)).toEqual({ from: today, to: today });
  });

  it('accepts a range of one to 366 days', () => {
    expect(rangeOf('2025-03-01', '2026-03-01', '2026-03-01')).not.toBeNull();
    expect(rangeOf('2025-02-28', '2026-03-01', '2026-03-01')).toBeNull();
    expect(rangeOf('2026-03-02', '2026-03-01', '2026-03-01')).toBeNull();
  });

  it('lists every day of a range across months and years', () => {
    expect(daysOf({ from: '2027-12-30', to: '2028-01-02' })).toEqual([
      '2027-12-30',
      '2027-12-31',
      '2028-01-01',
      '2028-01-02',
    ]);
    expect(daysAfter('2028-02-28', 1)).toBe('2028-02-29');
  });

  it('subtracts months of different lengths', () => {
    expect(monthsBefore('2026-11-24', 25)).toBe('2024-10-24');
    expect(monthsBefore('2026-03-31', 25)).toBe('2024-02-29');
    expect(monthsBefore('2026-01-15', 25)).toBe('2023-12-15');
  });
});

describe('the statistics of a profile', () => {
  const range = { from: '2026-01-01', to: '2026-01-03' };
  const nothing = { days: [], facets: [], links: [] };

  it('reports every day, device and file kind, also with zero', () => {
    const { days, devices, downloads, totals, referrers } = statisticsOf(range, nothing);
    expect(days.map(({ views }) => views)).toEqual([0, 0, 0]);
    expect(devices.map(({ device }) => device)).toEqual(['desktop', 'mobile', 'tablet', 'other']);
    expect(downloads.map(({ kind }) => kind)).toEqual(['pdf', 'json', 'markdown', 'vcard', 'cv']);
    expect([totals, referrers]).toEqual([{ views: 0, downloads: 0 }, []]);
  });

  it('separates a hundred referrers and sums the others', () => {
    const hosts = Array.from({ length: 103 }, (_, place): FacetSum => {
      return { facet: 'referrer', value: `${place}.example`, count: 200 - place };
    });
    const facets: FacetSum[] = [
      ...hosts,
      { facet: 'referrer', value: '*', count: 5 },
      { facet: 'referrer', value: '', count: 150 },
    ];
    const { referrers } = statisticsOf(range, { ...nothing, facets });
    expect(referrers).toHaveLength(102);
    expect(referrers[0]).toEqual({ source: 'other', host: null, views: 5 + 100 + 99 + 98 });
    expect(referrers.filter(({ source }) => source === 'direct')).toEqual([
      { source: 'direct', host: null, views: 150 },
    ]);
    const all = facets.reduce((sum, { count }) => sum + count, 0);
    expect(referrers.reduce((sum, { views }) => sum + views, 0)).toBe(all);
  });
});
