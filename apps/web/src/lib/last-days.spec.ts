import { lastDays } from './last-days';

it('ends with today in UTC, wherever the reader is', () => {
  expect(lastDays(7, new Date('2026-01-15T23:59:59Z'))).toEqual({ from: '2026-01-09', to: '2026-01-15' });
  expect(lastDays(30, new Date('2026-03-01T00:00:00Z'))).toEqual({ from: '2026-01-31', to: '2026-03-01' });
});
