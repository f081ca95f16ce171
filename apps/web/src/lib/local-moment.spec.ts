import { instantOf, isPast, localMomentOf } from './local-moment';

describe('a moment in a form', () => {
  it('converts an instant to local time and back on both sides of summer time', () => {
    for (const instant of ['2026-01-15T10:30:00.000Z', '2026-07-15T22:05:00.000Z', '2028-02-29T00:00:00.000Z']) {
      expect(localMomentOf(instant)).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d$/);
      expect(instantOf(localMomentOf(instant))).toBe(instant);
    }
  });

  it('returns no moment for an empty or incomplete field', () => {
    expect([localMomentOf(null), localMomentOf(undefined), localMomentOf('')]).toEqual(['', '', '']);
    expect([instantOf(''), instantOf('2026-13-01T00:00')]).toEqual([null, null]);
  });

  it('treats a moment as past from its own millisecond, and none as never past', () => {
    const at = Date.parse('2026-01-15T10:30:00Z');
    const instant = '2026-01-15T10:30:00Z';
    expect([isPast(instant, at - 1), isPast(instant, at), isPast(null, at)]).toEqual([false, true, false]);
  });
});
