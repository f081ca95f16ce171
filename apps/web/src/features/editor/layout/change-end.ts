/** The place in a text after what differs from an earlier version of it. */
export function changeEnd(before: string, after: string): number {
  let same = 0;
  const most = Math.min(before.length, after.length);
  while (same < most && before.at(-1 - same) === after.at(-1 - same)) same += 1;
  let start = 0;
  while (start < most && before[start] === after[start]) start += 1;
  return Math.max(after.length - same, Math.min(start, after.length));
}
