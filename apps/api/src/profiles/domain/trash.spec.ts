import { dueBefore, purgedAt } from './trash';

it('marks a profile as due exactly after thirty days', () => {
  const deletedAt = new Date('2026-02-01T12:00:00Z');
  expect(purgedAt(deletedAt).toISOString()).toBe('2026-03-03T12:00:00.000Z');
  expect(dueBefore(purgedAt(deletedAt))).toEqual(deletedAt);
});
