import { topOf } from './chart-scale';

it.each([
  [[], 1],
  [[0, 0], 1],
  [[1, 0], 1],
  [[3, 2], 5],
  [[10], 10],
  [[11, 20], 20],
  [[999], 1_000],
  [[1_001], 2_000],
])('ends the axis of %j at %i', (counts, top) => {
  expect(topOf(counts)).toBe(top);
});
