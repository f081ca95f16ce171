/** The values of several rounds: the median, the lowest and the highest. */
interface Spread {
  median: number;
  low: number;
  high: number;
}

/** Sums up rounds. @throws {RangeError} without any */
export function spreadOf(values: readonly number[]): Spread {
  return { median: quantile(values, 0.5), low: quantile(values, 0), high: quantile(values, 1) };
}

/**
 * The value below which a share of all values is, by the nearest rank.
 * @param share from 0 to 1
 * @throws {RangeError} without any value
 */
export function quantile(values: Iterable<number>, share: number): number {
  const sorted = Float64Array.from(values).sort();
  const value = sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(sorted.length * share) - 1))];
  if (value === undefined) throw new RangeError('Nothing was measured.');
  return value;
}
