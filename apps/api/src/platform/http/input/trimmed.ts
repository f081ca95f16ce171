/** For `Transform`: a text without the space around it, each text of a list; everything else as it is. */
export function trimmed({ value }: { value: unknown }): unknown {
  if (Array.isArray(value)) return value.map((each: unknown) => (typeof each === 'string' ? each.trim() : each));
  return typeof value === 'string' ? value.trim() : value;
}
