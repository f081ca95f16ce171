/** Whether two parts of a page say the same: texts, and lists and records of them. */
export function sameParts(before: unknown, after: unknown): boolean {
  if (Object.is(before, after)) return true;
  if (typeof before !== 'object' || typeof after !== 'object' || before === null || after === null) return false;
  const [old, next] = [Object.entries(before), Object.entries(after)];
  return old.length === next.length && old.every(([key, value]) => sameParts(value, Reflect.get(after, key)));
}
