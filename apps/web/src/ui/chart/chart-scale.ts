/** The top of an axis that counts: the smallest of 1, 2, 5, 10, 20, 50, … that holds the largest count. */
export function topOf(counts: readonly number[]): number {
  const most = Math.max(1, ...counts);
  const power = 10 ** Math.floor(Math.log10(most));
  return [1, 2, 5, 10].map((step) => step * power).find((top) => top >= most) ?? most;
}
