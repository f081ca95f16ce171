import { spentByDay } from './spent-by-day';

const now = Date.parse('2026-06-03T12:00:00Z');
const entry = (kind: 'grant' | 'charge' | 'reversal' | 'expiry', amount: number, date: string) => ({
  kind,
  amount,
  effectiveAt: `${date}T12:00:00Z`,
});

describe('what was spent by day', () => {
  it('sums charges minus refunds of undos, without grants and expiries', () => {
    const entries = [
      entry('charge', -5, '2026-06-03'),
      entry('charge', -5, '2026-06-03'),
      entry('reversal', 5, '2026-06-03'),
      entry('expiry', -90, '2026-06-02'),
      entry('grant', 500, '2026-06-01'),
      entry('charge', -5, '2026-06-01'),
    ];
    expect(spentByDay(entries, 3, now)).toEqual([
      { date: '2026-06-01', count: 5 },
      { date: '2026-06-02', count: 0 },
      { date: '2026-06-03', count: 5 },
    ]);
  });

  it('reports at least zero for each day, and only the requested days', () => {
    const entries = [entry('reversal', 5, '2026-06-03'), entry('charge', -5, '2026-05-01')];
    expect(spentByDay(entries, 2, now).map(({ count }) => count)).toEqual([0, 0]);
  });
});
