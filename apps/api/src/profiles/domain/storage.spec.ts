import { exceedsStorage } from './storage';

const use = (usedBytes: number) => ({ usedBytes, maxBytes: 100 });

it('rejects a change that grows beyond the maximum, and none that shrinks', () => {
  expect(exceedsStorage(use(90), use(100))).toBe(false);
  expect(exceedsStorage(use(90), use(101))).toBe(true);
  expect(exceedsStorage(use(200), use(150))).toBe(false);
  expect(exceedsStorage(use(200), use(201))).toBe(true);
});
